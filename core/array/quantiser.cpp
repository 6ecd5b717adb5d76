#include "array/quantiser.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "base/error.h"

namespace acim {
namespace {

constexpr float kScaleMargin = 1e-7F;  // ASiM's, keeps the scale of an all-zero tensor above zero

}  // namespace

float quantiser_scale_of_maximum(float maximum) {
  return maximum + kScaleMargin;
}

float quantiser_scale(std::span<const float> values, bool is_signed) {
  float maximum = 0;
  for (std::size_t index = 0; index < values.size(); ++index) {
    const float value = values[index];
    if (!std::isfinite(value)) {
      throw Error(ErrorKind::input, "a value to quantise is not finite", "element " + std::to_string(index),
                  "Activations and weights must be numbers; look for a network that overflows.");
    }
    maximum = std::max(maximum, is_signed ? std::abs(value) : value);
  }
  return quantiser_scale_of_maximum(maximum);
}

double quantiser_levels(int bits, bool is_signed) {
  return static_cast<double>((1 << (bits - (is_signed ? 1 : 0))) - 1);
}

void quantise(std::span<const float> values, float scale, int bits, bool is_signed, std::span<std::int16_t> quantised) {
  const auto levels = static_cast<float>(quantiser_levels(bits, is_signed));
  for (std::size_t index = 0; index < values.size(); ++index) {
    const float value = values[index];
    const float magnitude = is_signed ? std::abs(value) : value;
    const float level = std::nearbyint(std::clamp(magnitude / scale, 0.0F, 1.0F) * levels);
    quantised[index] = static_cast<std::int16_t>(is_signed && value < 0 ? -level : level);
  }
}

}  // namespace acim
