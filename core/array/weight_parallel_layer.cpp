#include "array/weight_parallel_layer.h"

#include <algorithm>
#include <vector>

#include "array/accumulator.h"
#include "array/conversion.h"
#include "array/draws.h"
#include "array/exact_products.h"
#include "array/window.h"
#include "base/error.h"

namespace acim {
namespace {

/// Windows whose sums are made at a time.
constexpr std::int64_t kTile = 16;

class WeightParallelLayer {
 public:
  WeightParallelLayer(const FastWeights& weights, const ConversionSettings& settings, const LayerKey& key,
                      InstructionSet set, const std::stop_token& stop)
      : geometry_(weights.geometry),
        weights_(weights),
        settings_(settings),
        draws_(key),
        read_back_(settings, static_cast<std::int64_t>(weights.chunks.size())),
        set_(set),
        stop_(stop),
        reduction_(static_cast<std::size_t>(geometry_.reduction())),
        outputs_(static_cast<std::size_t>(geometry_.outputs_per_group())),
        windows_(kTile * reduction_),
        streamed_bits_(windows_.size()),
        sums_(kTile * outputs_),
        accumulated_(sums_.size()) {
    for (int j = 0; j < static_cast<int>(settings.cycles.size()); ++j) {
      conversions_.emplace_back(settings.macro, settings.full_scale(j), true);
    }
  }

  ConversionCounts run(std::span<const std::int16_t> streamed, std::span<double> output) {
    const std::int64_t positions = geometry_.positions();
    for (std::int64_t group = 0; group < geometry_.groups; ++group) {
      for (std::int64_t first = 0; first < positions; first += kTile) {
        const std::int64_t count = std::min(kTile, positions - first);
        for (std::int64_t k = 0; k < count; ++k) {
          gather_window(geometry_, streamed, group, first + k,
                        std::span(windows_).subspan(static_cast<std::size_t>(k) * reduction_, reduction_));
        }
        std::fill(accumulated_.begin(), accumulated_.end(), AccumulatedCodes{});
        convert_tile(group, first, static_cast<std::size_t>(count));
        for (std::int64_t k = 0; k < count; ++k) {
          for (std::size_t o = 0; o < outputs_; ++o) {
            const std::int64_t at =
                output_index(geometry_, positions, first + k, static_cast<std::int64_t>(first_output(group) + o));
            output[static_cast<std::size_t>(at)] =
                read_back_.value(accumulated_[static_cast<std::size_t>(k) * outputs_ + o]);
          }
        }
      }
    }
    return done_;
  }

 private:
  std::size_t first_output(std::int64_t group) const { return static_cast<std::size_t>(group) * outputs_; }

  void convert_tile(std::int64_t group, std::int64_t first_position, std::size_t count) {
    const IntegerRows weights{std::span(weights_.integers).subspan(first_output(group) * reduction_), outputs_,
                              reduction_};
    for (int j = 0; j < static_cast<int>(settings_.cycles.size()); ++j) {
      const Cycle& cycle = settings_.cycles[static_cast<std::size_t>(j)];
      const auto shift = static_cast<unsigned>(cycle.least_significant_bit);
      const unsigned mask = (1U << static_cast<unsigned>(cycle.width)) - 1;
      std::transform(windows_.begin(), windows_.end(), streamed_bits_.begin(), [shift, mask](std::int16_t value) {
        const unsigned pattern = static_cast<std::uint16_t>(value);
        return static_cast<std::int16_t>(pattern >> shift & mask);
      });
      for (std::size_t c = 0; c < weights_.chunks.size(); ++c) {
        if (stop_.stop_requested()) throw Error(ErrorKind::cancelled, "the simulation was stopped");
        const Chunk& chunk = weights_.chunks[c];
        row_sums({streamed_bits_, count, reduction_}, weights, static_cast<std::size_t>(chunk.begin),
                 static_cast<std::size_t>(chunk.end), sums_, outputs_, set_);
        for (std::size_t k = 0; k < count; ++k) {
          const ConversionIndex index{static_cast<std::uint32_t>(first_position + static_cast<std::int64_t>(k)),
                                      static_cast<std::uint32_t>(c), 0, static_cast<std::uint8_t>(j), 0};
          convert(index, first_output(group), k * outputs_);
        }
      }
    }
  }

  /// The sums of all outputs of a group at one position.
  void convert(const ConversionIndex& index, std::size_t first_output, std::size_t first_sum) {
    const Conversion& conversion = conversions_[index.cycle];
    const Cycle& cycle = settings_.cycles[index.cycle];
    const std::int64_t weight = settings_.sign(0, index.cycle) * (std::int64_t{1} << cycle.least_significant_bit);
    const auto width = static_cast<std::size_t>(read_back_.width_index(index.cycle));
    for (std::size_t o = 0; o < outputs_; ++o) {
      const std::int32_t sum = sums_[first_sum + o];
      int code = 0;
      if (settings_.noisy()) {
        const double gaussian = draws_.gaussian(index, static_cast<std::uint32_t>(first_output + o));
        code = conversion.noisy_code(conversion.column_value(static_cast<double>(sum)), gaussian);
      } else {
        code = conversion.code(std::int64_t{sum});
      }
      accumulated_[first_sum + o].codes[width] += weight * code;
    }
    done_.conversions += static_cast<std::int64_t>(outputs_);
  }

  const LayerGeometry& geometry_;
  const FastWeights& weights_;
  const ConversionSettings& settings_;
  LayerDraws draws_;
  ReadBack read_back_;
  InstructionSet set_;
  const std::stop_token& stop_;
  std::size_t reduction_;
  std::size_t outputs_;                      ///< of a group
  std::vector<Conversion> conversions_;      ///< by cycle
  std::vector<std::int16_t> windows_;        ///< [position][element]
  std::vector<std::int16_t> streamed_bits_;  ///< of the cycle
  std::vector<std::int32_t> sums_;           ///< [position][output]
  std::vector<AccumulatedCodes> accumulated_;
  ConversionCounts done_;
};

}  // namespace

ConversionCounts compute_weight_parallel(const FastWeights& weights, std::span<const std::int16_t> streamed,
                                         const ConversionSettings& settings, const LayerKey& key, InstructionSet set,
                                         std::span<double> output, const std::stop_token& stop) {
  return WeightParallelLayer(weights, settings, key, set, stop).run(streamed, output);
}

}  // namespace acim
