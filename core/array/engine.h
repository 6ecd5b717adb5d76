#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>

#include "array/conversion_settings.h"
#include "array/layer_geometry.h"

namespace acim {

/// Which draws a layer's conversions make (section 12). Positions, outputs, chunks, bits, cycles and samples come from
/// the engine.
struct LayerKey {
  std::uint64_t seed = 1;
  std::uint64_t layer = 0;  ///< index over every convolution, linear and matmul call of the network, digital ones too
  std::uint64_t image = 0;  ///< index in the data set
  std::uint64_t part = 0;   ///< batch entry and head of a product of activations
  std::uint64_t weight =
      0;  ///< identity of the stationary operand (its cells): static variation is a function of seed and this
};

/// The stationary operand as an engine likes it: immutable, shared by points and threads.
class PackedWeights {
 public:
  virtual ~PackedWeights() = default;
  /// For a bounded cache.
  virtual std::size_t size_in_bytes() const = 0;
};

/// The conversions that an output is made of; each is made, or proven to be what an exact product gives.
struct ConversionCounts {
  std::int64_t conversions = 0;   ///< every sample of a voted cycle counts
  std::int64_t digital_sums = 0;  ///< exact hybrid cycles
  ConversionCounts& operator+=(const ConversionCounts& other);
};

/// What it takes to make `sums` column sums, (output, position, chunk), of every weight bit in every cycle.
ConversionCounts counts_of(const ConversionSettings& settings, std::int64_t sums);

/// Computes layers on integers. The reference and the fast engine implement it; results are equal to the bit.
/// Thread-safe: what functions remember (tables of settings) shows in no result.
class Engine {
 public:
  virtual ~Engine() = default;

  /// `weights`: [outputs][reduction] of the geometry, two's complement values within weight_bits. What is packed serves
  /// all settings of the same weight_bits, rows, mapping, weight_parallel and weight variation (and seed, if that is
  /// not 0).
  virtual std::shared_ptr<const PackedWeights> pack(const LayerGeometry& geometry,
                                                    std::span<const std::int16_t> weights,
                                                    const ConversionSettings& settings, std::uint64_t weight_identity,
                                                    std::stop_token stop = {}) const = 0;

  /// The array's output in units of the integer product, for one image: `streamed` has geometry.input_elements()
  /// integers within activation_bits, `output` geometry.output_elements() (layout as the geometry says). Throws
  /// Error(cancelled) when `stop` is requested. `counts` may be null.
  virtual void compute(const LayerGeometry& geometry, const PackedWeights& weights,
                       std::span<const std::int16_t> streamed, const ConversionSettings& settings, const LayerKey& key,
                       std::span<double> output, ConversionCounts* counts = nullptr,
                       std::stop_token stop = {}) const = 0;
};

/// The plain implementation of acim-model.md, the oracle of every faster one.
std::unique_ptr<Engine> make_reference_engine();

/// The exact integer products (mode "quantised", digital layers): no array, no conversion. Same layouts as
/// Engine::compute; Error(cancelled) when `stop` is requested.
void exact_products(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                    std::span<const std::int16_t> streamed, std::span<double> output, const std::stop_token& stop = {});

}  // namespace acim
