#pragma once

namespace acim::cost {

// Constants of the energy model, each with its source (docs/energy-model.md, Constants).
// [ZZ] ZigZag-IMC, KU Leuven, fitted at 28 nm; [CL] CiMLoop's macro models; [NS] NeuroSim V1.4; [CR] CR-CIM;
// [assumed] nobody's measurement.

inline constexpr double kSarPerBitFf = 100;             ///< switching and logic of a SAR, per bit [ZZ]
inline constexpr double kSarThermalFf = 0.001;          ///< times 4^B [ZZ]
inline constexpr double kRowDacPerBitFf = 50;           ///< row DAC, their fit to one chip [ZZ]
inline constexpr double kNandFf = 0.7;                  ///< effective NAND2 at 28 nm [ZZ]
inline constexpr double kBitLineFf = 0.5 * kNandFf;     ///< per cell [ZZ]
inline constexpr double kMultiplierFf = 0.5 * kNandFf;  ///< per cell [ZZ]
inline constexpr double kWordLineFf = 0.5 * kNandFf;    ///< per cell [ZZ]
inline constexpr double kComparatorFf = 20;             ///< one clocked comparator, from Sinangil's chip [CL], rounded
inline constexpr double kComparatorExcess = 3;          ///< noise over kT/C of a comparator [assumed]
inline constexpr double kThermalFloor = 12;             ///< times kT 4^B: 8 kT SNR with SNR = 1.5 4^B
inline constexpr double kSramReadFj = 6.3;              ///< per bit of 1 KB at 28 nm, 0.8 V: CACTI's value in [ZZ]
inline constexpr double kSramSizeExponent = 0.45;       ///< CACTI's points at 0.25, 1 and 2 KB in [ZZ]
inline constexpr double kSramWriteFactor = 1.5;         ///< over a read [ZZ]
inline constexpr double kReferenceSupply = 0.8;         ///< of kSramReadFj, V

inline constexpr double kLogicActivity = 0.5;     ///< switching activity of adders and registers [ZZ]
inline constexpr double kFullAdderNands = 6;      ///< 3 NAND and 2 XOR of 1.5 [ZZ]
inline constexpr double kFlipFlopNands = 3;       ///< [ZZ]
inline constexpr double kDigitalActivity = 0.25;  ///< half the inputs times half the weights
inline constexpr double kDigitalFullAdders = 2;   ///< per input of an adder tree [ZZ]

/// Share of a comparison that repeating it costs: 1.9 = 1 + 16 f / 10 of CR-CIM's quantiser [CR].
inline constexpr double kRepeatedComparison = 0.56;

inline constexpr double kAccessPerRowNs = 0.00653;  ///< delay of one comparison per row, 28 nm, 0.9 V [ZZ]
inline constexpr double kAccessFixedNs = 0.640;     ///< and without rows [ZZ]

inline constexpr double kAdcAreaExponent = 1.206;  ///< 10^(1.206 - 0.0369 B) 2^B um2 at 28 nm [ZZ]
inline constexpr double kAdcAreaPerBit = 0.0369;   ///< [ZZ]
inline constexpr double kCimCellOver6t = 1.6;      ///< area of a cell that computes over a 6T cell [assumed]
inline constexpr double kAreaOverhead = 1.2;       ///< [ZZ]

/// Capacitance of logic and wires over 28 nm's: linear down to 22 nm [ZZ], then (n/22)^0.3, chosen on digital
/// compute-in-memory chips at 4 to 12 nm.
double node_scale(double node_nm);
/// Area of a 6T cell in um2: a number of squared nodes that grows below 14 nm [NS].
double sram_cell_um2(double node_nm);

}  // namespace acim::cost
