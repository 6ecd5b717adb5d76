#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "array/engine.h"

namespace acim::bench {

/// How many of the activation bits are set.
enum class Density {
  half,       ///< uniform values
  rectified,  ///< half of the values zero, the rest half-normal, as after a rectifier: about a fifth of the bits
};

struct BenchLayer {
  std::string name;
  LayerGeometry geometry;
  MacroParameters macro;
  Density density = Density::half;
};

/// A layer with its operands, packed.
struct PreparedLayer {
  PreparedLayer(const Engine& engine, const BenchLayer& layer);

  void compute(const Engine& engine, std::uint64_t image);

  LayerGeometry geometry;
  ConversionSettings settings;
  std::vector<std::int16_t> weights;
  std::vector<std::int16_t> streamed;
  std::vector<double> output;
  std::shared_ptr<const PackedWeights> packed;
  double set_bits = 0;      ///< share of the activation bits
  ConversionCounts counts;  ///< of one image
};

/// 3x3, stride 1, padding 1.
LayerGeometry convolution_3x3(std::int64_t channels, std::int64_t outputs, std::int64_t side);
/// `bits` of weights and activations, 255 rows, 8-bit ADC; noise of so many steps of it.
MacroParameters macro_of(int bits, double noise_steps);
/// The 128-channel 3x3 layer on 16x16 that the limits are stated for.
LayerGeometry layer_128();

/// CPU seconds of the calling thread: what a busy machine disturbs least.
double thread_seconds();

}  // namespace acim::bench
