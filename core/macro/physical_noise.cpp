#include "macro/physical_noise.h"

#include <cmath>

#include "macro/noise_units.h"

namespace acim {

PhysicalNoise physical_noise(const MacroParameters& macro) {
  const double rows = macro.rows;
  const double full_scale = full_scale_volts(macro);
  const double column_ff = rows * macro.unit_capacitor_ff / macro.attenuation;
  const double lsb = percent_per_lsb(macro);

  PhysicalNoise noise;
  noise.thermal_percent = 100 * std::sqrt(kThermalEnergyFj / column_ff) / full_scale;
  noise.comparator_percent = lsb * macro.comparator_noise_lsb;
  noise.random_percent = std::hypot(noise.thermal_percent, noise.comparator_percent, macro.reference_noise_percent);
  // The column's exact deviation at n ones is su sqrt(n (N - n) / N^3); the model's is s / sqrt(n + 1).
  const double typical = macro.input_density * macro.weight_density * rows;
  const double unit_percent = kCapacitorMismatchPercent / std::sqrt(macro.unit_capacitor_ff);
  const double mismatch = unit_percent * std::sqrt(typical * (typical + 1) * (rows - typical) / (rows * rows * rows));
  const double inl = lsb * macro.adc_inl_lsb * std::sqrt(typical + 1);
  noise.nonlinearity_percent = std::hypot(mismatch, inl);
  return noise;
}

MacroParameters with_effective_noise(const MacroParameters& macro) {
  if (macro.noise_source == NoiseSource::typed) return macro;
  const PhysicalNoise noise = physical_noise(macro);
  MacroParameters effective = macro;
  effective.random_noise_percent = noise.random_percent;
  effective.nonlinearity_percent = noise.nonlinearity_percent;
  return effective;
}

}  // namespace acim
