#include "bench_layers.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <ctime>

#include "base/random.h"

namespace acim::bench {
namespace {

std::vector<std::int16_t> some_weights(std::size_t count, int bits) {
  const int largest = (1 << (bits - 1)) - 1;
  std::vector<std::int16_t> values(count);
  for (std::size_t at = 0; at < count; ++at) {
    values[at] =
        static_cast<std::int16_t>(static_cast<int>(mix64(at) % static_cast<std::uint64_t>(2 * largest + 1)) - largest);
  }
  return values;
}

std::vector<std::int16_t> some_activations(std::size_t count, int bits, Density density) {
  const int largest = (1 << bits) - 1;
  std::vector<std::int16_t> values(count);
  for (std::size_t at = 0; at < count; ++at) {
    const double uniform = open_unit_interval(mix64(7, at));
    if (density == Density::half) {
      values[at] = static_cast<std::int16_t>(uniform * (largest + 1));
    } else {
      // The scale is the largest of many values: about four deviations.
      const double rectified = std::max(0.0, normal_quantile(uniform)) / 4;
      values[at] = static_cast<std::int16_t>(std::lround(std::min(rectified, 1.0) * largest));
    }
  }
  return values;
}

}  // namespace

PreparedLayer::PreparedLayer(const Engine& engine, const BenchLayer& layer)
    : geometry(layer.geometry),
      settings(make_conversion_settings(layer.macro, false)),
      weights(some_weights(static_cast<std::size_t>(geometry.outputs * geometry.reduction()), layer.macro.weight_bits)),
      streamed(some_activations(static_cast<std::size_t>(geometry.input_elements()), layer.macro.activation_bits,
                                layer.density)),
      output(static_cast<std::size_t>(geometry.output_elements())),
      packed(engine.pack(geometry, weights, settings, 0)) {
  std::int64_t set = 0;
  for (const std::int16_t value : streamed) set += std::popcount(static_cast<std::uint16_t>(value));
  set_bits = static_cast<double>(set) / static_cast<double>(streamed.size()) / layer.macro.activation_bits;
  // The first image also fills tables and caches.
  engine.compute(geometry, *packed, streamed, settings, {}, output, &counts);
}

void PreparedLayer::compute(const Engine& engine, std::uint64_t image) {
  LayerKey key;
  key.image = image;
  engine.compute(geometry, *packed, streamed, settings, key, output);
}

LayerGeometry convolution_3x3(std::int64_t channels, std::int64_t outputs, std::int64_t side) {
  LayerGeometry geometry;
  geometry.channels = channels;
  geometry.outputs = outputs;
  geometry.height = side;
  geometry.width = side;
  geometry.kernel_height = 3;
  geometry.kernel_width = 3;
  geometry.padding_height = 1;
  geometry.padding_width = 1;
  return geometry;
}

MacroParameters macro_of(int bits, double noise_steps) {
  MacroParameters macro;
  macro.weight_bits = bits;
  macro.activation_bits = bits;
  macro.random_noise_percent = noise_steps * 100 / 255;
  return macro;
}

LayerGeometry layer_128() {
  return convolution_3x3(128, 128, 16);
}

double thread_seconds() {
  timespec now = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

}  // namespace acim::bench
