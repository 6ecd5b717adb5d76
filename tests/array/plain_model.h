#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "array/conversion_settings.h"
#include "array/layer_geometry.h"

namespace acim::test {

/// A noise-free layer straight from the equations, conversion by conversion, in doubles, sharing nothing with the
/// engine but the settings' plain values: the second opinion that the engine is held against.
std::vector<double> plain_layer(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                                std::span<const std::int16_t> streamed, const MacroParameters& macro,
                                bool signed_activations);

/// Small deterministic random numbers for settings and operands.
class TestRandom {
 public:
  explicit TestRandom(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// Uniform in [low, high].
  int integer(int low, int high);
  double uniform();

 private:
  std::uint64_t state_;
};

std::vector<std::int16_t> random_weights(TestRandom& random, std::size_t count, int bits);
std::vector<std::int16_t> random_activations(TestRandom& random, std::size_t count, int bits, bool is_signed);

}  // namespace acim::test
