#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "array/conversion_settings.h"
#include "array/engine.h"
#include "array/layer_geometry.h"
#include "array/output_moments.h"

namespace acim {

/// What makes the output of a layer differ from the product of real numbers, in the order in which a signal meets it.
enum class ErrorCause {
  activation_clipping,  ///< above the scale of the streamed operand
  activation_rounding,
  weight_rounding,
  weight_variation,
  compression,
  random_noise,
  nonlinearity,
  clipping_below,  ///< at zero or at the low end of the ADC's range
  clipping_above,  ///< at full scale or at the high end of the ADC's range
  adc_rounding,
};
inline constexpr std::size_t kErrorCauses = 10;
/// "ADC rounding"; and as a key of files, "adc_rounding".
std::string_view error_cause_name(ErrorCause cause);
std::string_view error_cause_key(ErrorCause cause);

/// Where the error of a layer's outputs comes from (docs/array-model.md, Causes of error). Sums over outputs, in units
/// of the integer product squared; sums of layers, images and parts of one shape are added.
///
/// The share of a part e_k of an error e = sum e_k is the mean of e_k e over that of e^2: shares add up to 1, and one
/// is negative where a part undoes others.
struct LayerErrors {
  OutputMoments array;       ///< the array's outputs against the exact integer products
  double squared_error = 0;  ///< of the array's outputs against the real product
  std::array<double, kErrorCauses> causes = {};
  int weight_bits = 0;                  ///< 1 when weight_parallel
  int cycles = 0;                       ///< activation cycles
  std::vector<double> pairs;            ///< [weight bit][cycle]: parts of the array's squared error
  std::vector<double> pair_fill;        ///< [weight bit][cycle]: column sums in units of full scale, summed
  double columns = 0;                   ///< column sums of each pair
  std::vector<double> activation_ones;  ///< ones of each activation bit among `activations`
  double activations = 0;

  double share(ErrorCause cause) const;                ///< of the whole error; 0 without error
  double pair_share(int weight_bit, int cycle) const;  ///< of the array's error
  double mean_fill(int weight_bit, int cycle) const;   ///< of full scale, 0..1
  double ones(std::size_t activation_bit) const;       ///< share of ones of an activation bit
  double csnr_db() const { return array.csnr_db(); }
  LayerErrors& operator+=(const LayerErrors& other);
};

/// One layer and image as an engine takes it. The real operands are those before the quantisers, or empty: then the
/// first three causes are 0.
struct LayerOperands {
  const LayerGeometry& geometry;
  const ConversionSettings& settings;
  std::span<const std::int16_t> weights;
  std::span<const std::int16_t> streamed;
  LayerKey key = {};
  std::span<const float> real_weights = {};
  float weight_scale = 1;
  std::span<const float> real_streamed = {};
  float streamed_scale = 1;
};

inline constexpr std::int64_t kMostExplainedConversions = std::int64_t{1} << 17;

/// Follows the conversions of about `most_conversions` spread over positions and outputs, the same in every run. Draws
/// are Gaussians of the conversions' own indices: where cells vary or weights are parallel those of the engines,
/// elsewhere others of the same distribution. Error(cancelled) when `stop` is requested.
LayerErrors explain_errors(const LayerOperands& layer, std::int64_t most_conversions = kMostExplainedConversions,
                           const std::stop_token& stop = {});

}  // namespace acim
