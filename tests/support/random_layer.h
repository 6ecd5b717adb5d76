#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "array/conversion_settings.h"
#include "array/layer_geometry.h"
#include "base/random.h"

namespace acim::test {

/// Small deterministic random numbers for settings and operands.
class TestRandom {
 public:
  explicit TestRandom(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() { return mix64(state_++); }
  /// Uniform in [low, high].
  int integer(int low, int high) { return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1)); }
  bool chance(int one_in) { return integer(1, one_in) == 1; }
  /// In [0, 1).
  double uniform() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
  double normal() { return normal_quantile(open_unit_interval(next())); }

 private:
  std::uint64_t state_;
};

inline std::vector<std::int16_t> random_weights(TestRandom& random, std::size_t count, int bits) {
  const int largest = (1 << (bits - 1)) - 1;
  std::vector<std::int16_t> values(count);
  for (std::int16_t& value : values) value = static_cast<std::int16_t>(random.integer(-largest, largest));
  return values;
}

inline std::vector<std::int16_t> random_activations(TestRandom& random, std::size_t count, int bits, bool is_signed) {
  const int largest = (1 << (bits - (is_signed ? 1 : 0))) - 1;
  std::vector<std::int16_t> values(count);
  for (std::int16_t& value : values) {
    // Half are zero, as after a rectifier.
    value = random.integer(0, 1) == 0 ? std::int16_t{0}
                                      : static_cast<std::int16_t>(random.integer(is_signed ? -largest : 0, largest));
  }
  return values;
}

/// A linear layer or a convolution with groups, strides, padding and dilation, of a few hundred outputs.
inline LayerGeometry random_geometry(TestRandom& random) {
  if (random.integer(0, 3) == 0) {
    return LayerGeometry::linear(random.integer(1, 5), random.integer(1, 200), random.integer(1, 20));
  }
  LayerGeometry geometry;
  geometry.groups = random.integer(1, 3);
  geometry.channels = geometry.groups * random.integer(1, 8);
  geometry.outputs = geometry.groups * random.integer(1, 6);
  geometry.kernel_height = random.integer(1, 3);
  geometry.kernel_width = random.integer(1, 3);
  geometry.stride_height = random.integer(1, 2);
  geometry.stride_width = random.integer(1, 2);
  geometry.padding_height = random.integer(0, 2);
  geometry.padding_width = random.integer(0, 1);
  geometry.dilation_height = random.integer(1, 2);
  geometry.dilation_width = random.integer(1, 2);
  geometry.height = 5 + random.integer(0, 2);
  geometry.width = 5 + random.integer(0, 1);
  return geometry;
}

/// A layer with its operands.
struct RandomLayer {
  LayerGeometry geometry;
  std::vector<std::int16_t> weights;
  std::vector<std::int16_t> streamed;
};

inline RandomLayer random_layer(TestRandom& random, const LayerGeometry& geometry, const MacroParameters& macro,
                                bool is_signed) {
  return {geometry,
          random_weights(random, static_cast<std::size_t>(geometry.outputs * geometry.reduction()), macro.weight_bits),
          random_activations(random, static_cast<std::size_t>(geometry.input_elements()), macro.activation_bits,
                             is_signed)};
}

}  // namespace acim::test
