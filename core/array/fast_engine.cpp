#include "array/fast_engine.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "array/accumulator.h"
#include "array/bit_serial_layer.h"
#include "array/conversion.h"
#include "array/exact_products.h"
#include "array/fast_weights.h"
#include "array/kernels/chunk_kernel.h"
#include "array/table_cache.h"
#include "array/varied_cells.h"
#include "array/varied_layer.h"
#include "array/weight_parallel_layer.h"
#include "base/error.h"

namespace acim {
namespace {

/// How many codes one row on is worth in every cycle, when conversions lose nothing and one factor reads all of them
/// back: then the codes of a layer add up to this times its exact products. Otherwise 0.
std::int64_t lossless_codes_per_row(const ConversionSettings& settings) {
  const MacroParameters& macro = settings.macro;
  if (settings.noisy() || macro.weight_parallel) return 0;
  for (int j = 0; j < static_cast<int>(settings.cycles.size()); ++j) {
    if (settings.full_scale(j) != settings.full_scale(0)) return 0;
  }
  const std::int64_t codes = Conversion(macro, settings.full_scale(0), false).whole_codes_per_unit();
  const bool sums_kept_apart = macro.hybrid_levels > 0 && macro.hybrid_readout == HybridReadout::exact;
  return sums_kept_apart && codes != 1 ? 0 : codes;
}

/// Column sums of a layer: (output, position, chunk).
std::int64_t all_sums(const LayerGeometry& geometry, std::size_t chunks) {
  return geometry.output_elements() * static_cast<std::int64_t>(chunks);
}

class FastEngine : public Engine {
 public:
  explicit FastEngine(InstructionSet set)
      : set_(set), kernels_(chunk_kernels(set)), plain_(make_reference_engine()), tables_(kernels_.form) {}

  std::shared_ptr<const PackedWeights> pack(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                                            const ConversionSettings& settings, std::uint64_t weight_identity,
                                            std::stop_token stop) const override {
    validate(geometry);
    if (weights.size() != static_cast<std::size_t>(geometry.outputs * geometry.reduction())) {
      throw Error(ErrorKind::internal, "the stationary operand does not fit its layer", {},
                  "It holds outputs x reduction integers.");
    }
    if (varied(settings)) {
      return std::make_shared<const VariedWeights>(geometry, weights, settings, weight_identity, stop);
    }
    auto packed = std::make_shared<FastWeights>(geometry, weights, settings, stop);
    if (!PaddedImage::suits(geometry)) packed->plain = plain_->pack(geometry, weights, settings, weight_identity, stop);
    return packed;
  }

  void compute(const LayerGeometry& geometry, const PackedWeights& weights, std::span<const std::int16_t> streamed,
               const ConversionSettings& settings, const LayerKey& key, std::span<double> output,
               ConversionCounts* counts, std::stop_token stop) const override {
    const auto* packed = dynamic_cast<const FastWeights*>(&weights);
    const auto* varied_cells = dynamic_cast<const VariedWeights*>(&weights);
    if (varied(settings) ? varied_cells == nullptr || !fits(*varied_cells, geometry, settings)
                         : packed == nullptr || !fits(*packed, geometry, settings)) {
      throw Error(ErrorKind::internal, "weights were packed for other settings");
    }
    if (streamed.size() != static_cast<std::size_t>(geometry.input_elements()) ||
        output.size() != static_cast<std::size_t>(geometry.output_elements())) {
      throw Error(ErrorKind::internal, "operands do not fit the layer");
    }
    const ConversionCounts done = varied_cells != nullptr
                                      ? compute_on_varied(*varied_cells, streamed, settings, key, output, stop)
                                      : compute_packed(*packed, streamed, settings, key, output, stop);
    if (counts != nullptr) *counts += done;
  }

 private:
  /// Cells that are not 0 or 1 cannot be counted.
  static bool varied(const ConversionSettings& settings) { return settings.macro.weight_variation_percent > 0; }

  template <typename Weights>
  static bool fits_layer(const Weights& weights, const LayerGeometry& geometry, const ConversionSettings& settings) {
    return weights.geometry == geometry && weights.weight_bits == settings.macro.weight_bits &&
           weights.chunks == chunks_of(geometry.reduction(), geometry.elements_per_channel(), settings.macro.rows,
                                       settings.macro.mapping);
  }
  static bool fits(const FastWeights& weights, const LayerGeometry& geometry, const ConversionSettings& settings) {
    return fits_layer(weights, geometry, settings) &&
           (!weights.banks.empty() || weights.plain || settings.macro.weight_parallel);
  }
  static bool fits(const VariedWeights& weights, const LayerGeometry& geometry, const ConversionSettings& settings) {
    return fits_layer(weights, geometry, settings) && weights.seed == settings.macro.seed &&
           weights.variation_percent == settings.macro.weight_variation_percent;
  }

  ConversionCounts compute_on_varied(const VariedWeights& weights, std::span<const std::int16_t> streamed,
                                     const ConversionSettings& settings, const LayerKey& key, std::span<double> output,
                                     const std::stop_token& stop) const {
    compute_varied(weights, streamed, settings, key, set_, output, stop);
    return counts_of(settings, all_sums(weights.geometry, weights.chunks.size()));
  }

  ConversionCounts compute_packed(const FastWeights& weights, std::span<const std::int16_t> streamed,
                                  const ConversionSettings& settings, const LayerKey& key, std::span<double> output,
                                  const std::stop_token& stop) const {
    if (settings.macro.weight_parallel) {
      return compute_weight_parallel(weights, streamed, settings, key, set_, output, stop);
    }
    if (const std::int64_t codes_per_row = lossless_codes_per_row(settings); codes_per_row > 0) {
      std::vector<std::int64_t> sums(output.size());
      exact_sums(weights.geometry, weights.integers, streamed, sums, stop, set_);
      const ReadBack read_back(settings, static_cast<std::int64_t>(weights.chunks.size()));
      std::transform(sums.begin(), sums.end(), output.begin(), [&](std::int64_t sum) {
        AccumulatedCodes accumulated;
        accumulated.codes[0] = codes_per_row * sum;
        return read_back.value(accumulated);
      });
      return counts_of(settings, all_sums(weights.geometry, weights.chunks.size()));
    }
    if (weights.plain) {
      ConversionCounts counts;
      plain_->compute(weights.geometry, *weights.plain, streamed, settings, key, output, &counts, stop);
      return counts;
    }
    return compute_bit_serial(weights, streamed, settings, key, tables_, kernels_, output, stop);
  }

  InstructionSet set_;
  const ChunkKernels& kernels_;
  std::unique_ptr<const Engine> plain_;  ///< for layers of little input and vast padding
  mutable TableCache tables_;
};

}  // namespace

std::unique_ptr<Engine> make_fast_engine(InstructionSet set) {
  const std::vector<InstructionSet> sets = available_instruction_sets();
  if (std::find(sets.begin(), sets.end(), set) == sets.end()) {
    throw Error(ErrorKind::usage,
                Phrase("Error", "this processor does not have {}").filled_with(instruction_set_name(set)));
  }
  return std::make_unique<FastEngine>(set);
}

}  // namespace acim
