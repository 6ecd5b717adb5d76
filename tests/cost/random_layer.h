#pragma once

#include <cstdint>
#include <vector>

#include "array/conversion_settings.h"
#include "array/engine.h"
#include "array/layer_geometry.h"
#include "base/random.h"

namespace acim::test {

/// Small deterministic random numbers.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : state_(seed) {}
  /// Uniform in [low, high].
  int integer(int low, int high) {
    state_ = mix64(state_);
    return low + static_cast<int>(state_ % static_cast<std::uint64_t>(high - low + 1));
  }
  bool chance(int one_in) { return integer(1, one_in) == 1; }
  double uniform() {
    state_ = mix64(state_);
    return open_unit_interval(state_);
  }
  double normal() { return normal_quantile(uniform()); }

 private:
  std::uint64_t state_;
};

struct RandomLayer {
  LayerGeometry geometry;
  std::vector<std::int16_t> weights;
  std::vector<std::int16_t> streamed;
};

inline LayerGeometry random_geometry(Draws& draws) {
  if (draws.chance(3)) {
    return LayerGeometry::linear(draws.integer(1, 4), draws.integer(1, 150), draws.integer(1, 12));
  }
  LayerGeometry geometry;
  geometry.groups = draws.integer(1, 3);
  geometry.channels = geometry.groups * draws.integer(1, 9);
  geometry.outputs = geometry.groups * draws.integer(1, 5);
  geometry.height = draws.integer(3, 5);
  geometry.width = draws.integer(3, 5);
  geometry.kernel_height = draws.integer(1, 3);
  geometry.kernel_width = draws.integer(1, 3);
  geometry.stride_height = draws.integer(1, 2);
  geometry.padding_width = draws.integer(0, 1);
  return geometry;
}

/// Operands uniform over the bits of the settings.
inline RandomLayer random_layer(Draws& draws, const LayerGeometry& geometry, const ConversionSettings& settings) {
  RandomLayer layer{geometry, {}, {}};
  const int weight_limit = (1 << (settings.macro.weight_bits - 1)) - 1;
  const int bits = settings.macro.activation_bits;
  const int low = settings.signed_activations ? -((1 << (bits - 1)) - 1) : 0;
  const int high = settings.signed_activations ? -low : (1 << bits) - 1;
  layer.weights.resize(static_cast<std::size_t>(geometry.outputs * geometry.reduction()));
  layer.streamed.resize(static_cast<std::size_t>(geometry.input_elements()));
  for (auto& weight : layer.weights) weight = static_cast<std::int16_t>(draws.integer(-weight_limit, weight_limit));
  for (auto& value : layer.streamed) value = static_cast<std::int16_t>(draws.integer(low, high));
  return layer;
}

}  // namespace acim::test
