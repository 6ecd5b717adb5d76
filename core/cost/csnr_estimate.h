#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "array/conversion_settings.h"
#include "array/layer_geometry.h"

namespace acim::cost {

/// What the estimate needs to know of a layer's integers, as if each element were drawn on its own.
struct OperandStatistics {
  struct Moments {
    double mean = 0;
    double square = 0;  ///< mean of squares
  };
  std::vector<double> weight_ones;  ///< share of ones of each weight bit
  std::vector<Moments> digits;      ///< of what each activation cycle applies
  Moments weight;
  Moments activation;
};
/// Of operands, one weight and one activation counting as another; neither is empty.
OperandStatistics operand_statistics(std::span<const std::int16_t> weights, std::span<const std::int16_t> streamed,
                                     const ConversionSettings& settings);
/// Uniform random bits, as macros are characterised.
OperandStatistics uniform_statistics(const ConversionSettings& settings);

/// Signal to noise of a layer's outputs before anything runs.
struct CsnrEstimate {
  double csnr_db = 0;  ///< infinite when every sum is read without error
  double signal_variance = 0;
  double mean_squared_error = 0;
  double least_noise_lsb = 0;  ///< the smallest noise of a conversion, in steps of the ADC
  /// With little noise over coarse steps rounding errors of neighbouring columns cancel: the estimate is then too low,
  /// by up to 8 dB on random operands and 12 dB on those of ResNet-20. Simulating is the better answer.
  bool pessimistic = false;
};

/// docs/energy-model.md, Compute SNR. `signal_variance`: measured, instead of the one that independence gives.
CsnrEstimate estimate_csnr(const LayerGeometry& geometry, const ConversionSettings& settings,
                           const OperandStatistics& operands, std::optional<double> signal_variance = {});

}  // namespace acim::cost
