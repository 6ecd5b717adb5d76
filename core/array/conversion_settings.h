#pragma once

#include <cstdint>
#include <vector>

#include "array/mapping.h"
#include "macro/macro_parameters.h"

namespace acim {

enum class CycleTreatment { analog, voted, digital_exact, digital_through_adc };

/// What the array needs of MacroParameters for one layer, validated; signedness is decided.
struct ConversionSettings {
  MacroParameters macro;
  bool signed_activations = false;
  std::vector<Cycle> cycles;

  /// Treatment of weight bit i with cycle index j (section 7).
  CycleTreatment treatment(int weight_bit, int cycle) const;
  /// +1 or -1 of weight bit i with cycle j.
  int sign(int weight_bit, int cycle) const;
  /// F_j = (2^e - 1) * rows; weight-parallel: times (2^(weight_bits-1) - 1).
  std::int64_t full_scale(int cycle) const;
  bool noisy() const { return macro.random_noise_percent > 0 || macro.nonlinearity_percent > 0; }
};

/// Error(usage) as validate(MacroParameters).
ConversionSettings make_conversion_settings(const MacroParameters& macro, bool signed_activations);

}  // namespace acim
