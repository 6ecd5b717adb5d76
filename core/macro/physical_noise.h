#pragma once

#include "macro/macro_parameters.h"

namespace acim {

/// Boltzmann's constant at 300 K, in fJ (fF V^2).
inline constexpr double kThermalEnergyFj = 1.380649e-23 * 300 * 1e15;
/// sigma(C)/C = 0.664 % sqrt(fF) / sqrt(C_u) at 28 nm (UIUC behavioural charge model, tcas-mimo-imc-2025).
inline constexpr double kCapacitorMismatchPercent = 0.664;

/// The two noises of a conversion as circuits make them (docs/energy-model.md, Noise and energy), in per cent of the
/// column's full scale.
struct PhysicalNoise {
  double thermal_percent = 0;       ///< kT/C of the column's capacitors
  double comparator_percent = 0;    ///< comparator_noise_lsb of the ADC, its range taken into account
  double random_percent = 0;        ///< both with the reference's, as root of squares: random_noise_percent
  double nonlinearity_percent = 0;  ///< mismatch and INL, matched at the typical column sum: nonlinearity_percent
};
PhysicalNoise physical_noise(const MacroParameters& macro);

/// The parameters with random_noise_percent and nonlinearity_percent as the noise source says. Idempotent.
MacroParameters with_effective_noise(const MacroParameters& macro);

}  // namespace acim
