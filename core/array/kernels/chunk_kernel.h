#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>

#include "array/conversion_settings.h"
#include "array/instruction_set.h"
#include "array/kernels/layer_layout.h"
#include "array/kernels/sum_table.h"
#include "base/random.h"

namespace acim {

/// Signed sums that a layer keeps apart, as AccumulatedCodes: codes by width of the cycle, votes by width, exact sums.
inline constexpr int kCodeKinds = 3;
inline constexpr int kFirstVoteKind = kCodeKinds;
inline constexpr int kExactKind = 2 * kCodeKinds;
inline constexpr int kAccumulatorKinds = kExactKind + 1;

/// Factors of the weight bits of a cycle, less its power: sums over four bits at a time, each shifted.
struct BitWeights {
  static constexpr int kQuads = 3;  ///< weight_bits <= 9 < 12
  std::array<std::array<std::int8_t, 4>, kQuads> factors = {};
  std::array<int, kQuads> shifts = {};
  bool any = false;
};

/// Some of a cycle's weight bits.
struct WeightBits {
  std::array<std::uint8_t, 9> bits = {};
  int count = 0;
  void add(int bit) { bits[static_cast<std::size_t>(count++)] = static_cast<std::uint8_t>(bit); }
};

/// At most one cycle for each of 9 activation bits.
inline constexpr std::size_t kMostCycles = 9;

/// One activation cycle of a layer, as the kernels need it.
struct CycleTask {
  int index = 0;
  int least_significant_bit = 0;
  int width = 1;
  bool negative = false;
  bool empty_gives_nothing = false;  ///< no row on: no weight bit contributes
  const SumTables* tables = nullptr;
  int sum_bytes = 1;        ///< of the full scale
  bool high_codes = false;  ///< codes have a high byte
  WeightBits looked_up;     ///< noise-free codes
  WeightBits drawn;         ///< one draw
  WeightBits voted;         ///< voting_samples draws
  BitWeights code_weights;
  BitWeights vote_weights;   ///< voting_rule mean: every sample's code is added
  BitWeights exact_weights;  ///< of the column sums themselves
  int code_kind = 0;
  int vote_kind = kFirstVoteKind;
};

/// Memory that a kernel works in; sizes for one bank.
struct ChunkScratch {
  ChunkScratch(const BankCells& cells, int activation_bits, std::size_t cycles, int voting_samples);

  std::size_t window_bytes;                  ///< apart
  std::size_t lists;                         ///< of a chunk, at most
  AlignedVector<std::uint8_t> windows;       ///< [position][byte of the integer][row]
  AlignedVector<std::uint8_t> row_lists;     ///< [position][list][bit][entry]
  AlignedVector<std::uint16_t> list_counts;  ///< [position][list][bit]
  // [cycle][slot][lane], the bytes of sums and codes one after the other.
  AlignedVector<std::uint8_t> sums;
  AlignedVector<std::uint8_t> codes;
  AlignedVector<std::uint8_t> samples;  ///< [weight bit][byte][sample][lane]

  static constexpr std::size_t kSumBytes = 3;
  static constexpr std::size_t kCodeBytes = 2;
  static constexpr std::size_t kListEntries = 320;  ///< 255, filled up to blocks of 16, and slack for whole stores
  std::size_t slots;                                ///< of a group of words
};

/// One chunk of one bank at up to four positions.
struct ChunkTask {
  const BankCells* cells = nullptr;
  std::uint32_t chunk = 0;
  int activation_bits = 8;
  int positions = 1;  ///< of the tile, at most layout.positions()
  /// First byte of each position's window in the padded image: bits 0..7, and bit 8 when there are 9.
  std::array<const std::uint8_t*, kRecordBlocks> windows = {};
  std::array<const std::uint8_t*, kRecordBlocks> high_windows = {};
  std::span<const CycleTask> cycles;
  int voting_samples = 1;
  bool vote_by_median = false;

  /// Random numbers, see LayerDraws: per set of blocks and lane of 16 outputs.
  const CounterRandom* generator = nullptr;
  const std::uint64_t* counters = nullptr;    ///< [set][lane]: low words
  const std::uint64_t* bits_mixed = nullptr;  ///< [set][lane]: the residual's hash of the low word

  /// [kind][set][quarter][lane][4]: outputs 4 quarter ... of a block. Null: kind not used.
  std::array<std::int32_t*, kAccumulatorKinds> accumulators = {};
  /// Not null: averaged votes do not fit 32 bits, every sample is added to this, [set][quarter][lane][4].
  std::array<std::int64_t*, kAccumulatorKinds> totals = {};
  ChunkScratch* scratch = nullptr;
  std::stop_token stop;  ///< looked at before tables are made
};

/// Where (lane of 16 outputs, output of the block) stands in a set's 64 accumulators.
inline constexpr std::size_t accumulator_index(std::size_t lane, std::size_t output) {
  return output / 4 * 16 + lane * 4 + output % 4;
}

struct ChunkKernels {
  SumTableForm form;
  void (*convert_chunk)(const ChunkTask& task);
};
const ChunkKernels& chunk_kernels(InstructionSet set);

}  // namespace acim
