#include "array/column_sums.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "array/bit_planes.h"
#include "array/mapping.h"
#include "array/sampled_positions.h"
#include "array/window.h"
#include "base/error.h"

namespace acim {
namespace {

constexpr std::int64_t kFewestPositions = 8;

void check_operands(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                    std::span<const std::int16_t> streamed, const ConversionSettings& settings) {
  if (settings.macro.weight_parallel) {
    throw Error(ErrorKind::usage, Phrase("Error", "sums of all weight bits at once have signs and are not recorded"),
                "weight_parallel",
                Phrase("Error", "Set {} to {}.")
                    .filled_with(Filling::knob("weight_parallel"), Filling::value_of("weight_parallel", "false")));
  }
  if (weights.size() != static_cast<std::size_t>(geometry.outputs * geometry.reduction()) ||
      streamed.size() != static_cast<std::size_t>(geometry.input_elements())) {
    throw Error(ErrorKind::internal, "operands do not fit the layer");
  }
}

/// Hands each sum to `take(weight_bit, cycle, sum)`.
template <typename Take>
class SumRecorder {
 public:
  SumRecorder(const LayerGeometry& geometry, std::span<const std::int16_t> weights, const ConversionSettings& settings,
              const Take& take)
      : geometry_(geometry),
        settings_(settings),
        take_(take),
        chunks_(chunks_of(geometry.reduction(), geometry.elements_per_channel(), settings.macro.rows,
                          settings.macro.mapping)),
        planes_(weights, static_cast<std::size_t>(geometry.outputs), static_cast<std::size_t>(geometry.reduction()),
                chunks_, settings.macro.weight_bits),
        window_(static_cast<std::size_t>(geometry.reduction())) {
    const auto bits = static_cast<std::size_t>(settings.macro.activation_bits);
    std::size_t most_words = 0;
    for (std::size_t c = 0; c < chunks_.size(); ++c) most_words = std::max(most_words, planes_.words_of(c));
    activation_.resize(bits * most_words);
    counts_.resize(bits * kPlaneLanes);
  }

  /// Of positions spread over the output, enough of them for a histogram of about `most_sums`.
  void record(std::span<const std::int16_t> streamed, std::int64_t most_sums, const std::stop_token& stop) {
    const std::int64_t positions = geometry_.positions();
    const std::int64_t affordable = std::max(kFewestPositions, most_sums / sums_per_position());
    const std::int64_t parts = std::min(positions, affordable);
    for (std::int64_t part = 0; part < parts; ++part) {
      if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "the recording of column sums was stopped");
      record_position(streamed, sampled_index(positions, part, parts));
    }
  }

 private:
  /// Conversions of all outputs at one position, digital sums among them.
  std::int64_t sums_per_position() const {
    return geometry_.outputs * static_cast<std::int64_t>(chunks_.size() * settings_.cycles.size()) *
           settings_.macro.weight_bits;
  }

  void record_position(std::span<const std::int16_t> streamed, std::int64_t position) {
    for (std::int64_t group = 0; group < geometry_.groups; ++group) {
      gather_window(geometry_, streamed, group, position, window_);
      for (std::size_t chunk = 0; chunk < chunks_.size(); ++chunk) record_chunk(group, chunk);
    }
  }

  void record_chunk(std::int64_t group, std::size_t chunk) {
    const std::size_t words = planes_.words_of(chunk);
    const int bits = settings_.macro.activation_bits;
    const Chunk& range = chunks_[chunk];
    activation_planes(
        std::span(window_).subspan(static_cast<std::size_t>(range.begin), static_cast<std::size_t>(range.length())),
        bits, words, activation_);
    const std::int64_t first_output = group * geometry_.outputs_per_group();
    for (std::int64_t o = 0; o < geometry_.outputs_per_group(); ++o) {
      for (int lane_group = 0; lane_group < planes_.lane_groups(); ++lane_group) {
        count_rows(activation_, planes_.planes(static_cast<std::size_t>(first_output + o), chunk, lane_group), bits,
                   words, counts_.data());
        record_counts(lane_group);
      }
    }
  }

  void record_counts(int lane_group) {
    const int first_bit = lane_group * kPlaneLanes;
    const int weight_bits = std::min(settings_.macro.weight_bits - first_bit, kPlaneLanes);
    for (int j = 0; j < static_cast<int>(settings_.cycles.size()); ++j) {
      const Cycle& cycle = settings_.cycles[static_cast<std::size_t>(j)];
      for (int lane = 0; lane < weight_bits; ++lane) take_(first_bit + lane, j, column_sum(cycle, lane));
    }
  }

  std::int64_t column_sum(const Cycle& cycle, int lane) const {
    std::uint64_t sum = 0;
    for (int bit = 0; bit < cycle.width; ++bit) {
      const int activation_bit = cycle.least_significant_bit + bit;
      const auto row = static_cast<std::size_t>(activation_bit);
      sum += counts_[row * kPlaneLanes + static_cast<std::size_t>(lane)] << static_cast<unsigned>(bit);
    }
    return static_cast<std::int64_t>(sum);
  }

  const LayerGeometry& geometry_;
  const ConversionSettings& settings_;
  const Take& take_;
  std::vector<Chunk> chunks_;
  WeightPlanes planes_;
  std::vector<std::int16_t> window_;
  std::vector<std::uint64_t> activation_;
  std::vector<std::uint64_t> counts_;  ///< [activation bit][lane] of one output
};

}  // namespace

ColumnSumHistogram empty_column_sums(const ConversionSettings& settings) {
  std::int64_t full_scale = 0;
  for (int j = 0; j < static_cast<int>(settings.cycles.size()); ++j) {
    full_scale = std::max(full_scale, settings.full_scale(j));
  }
  return ColumnSumHistogram(full_scale);
}

void add_column_sums(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                     std::span<const std::int16_t> streamed, const ConversionSettings& settings,
                     ColumnSumHistogram& histogram, std::int64_t most_sums, const std::stop_token& stop) {
  validate(geometry);
  check_operands(geometry, weights, streamed, settings);
  const auto take = [&](int weight_bit, int cycle, std::int64_t sum) {
    if (settings.treatment(weight_bit, cycle) == CycleTreatment::digital_exact) return;
    const int least_bit = settings.cycles[static_cast<std::size_t>(cycle)].least_significant_bit;
    histogram.add(sum, settings.full_scale(cycle), weight_bit + least_bit);
  };
  SumRecorder(geometry, weights, settings, take).record(streamed, most_sums, stop);
}

PairSums pair_sums(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                   std::span<const std::int16_t> streamed, const ConversionSettings& settings, std::int64_t most_sums,
                   const std::stop_token& stop) {
  validate(geometry);
  check_operands(geometry, weights, streamed, settings);
  PairSums sums;
  sums.weight_bits = settings.macro.weight_bits;
  sums.cycles = static_cast<int>(settings.cycles.size());
  for (int weight_bit = 0; weight_bit < sums.weight_bits; ++weight_bit) {
    for (int cycle = 0; cycle < sums.cycles; ++cycle) {
      PairSums::Bins& bins = sums.pairs.emplace_back();
      bins.full_scale = settings.full_scale(cycle);
      bins.sums_per_bin = bins.full_scale / PairSums::kMostBins + 1;
      bins.counts.resize(static_cast<std::size_t>(bins.full_scale / bins.sums_per_bin + 1));
    }
  }
  const auto take = [&](int weight_bit, int cycle, std::int64_t sum) {
    PairSums::Bins& bins = sums.pairs[sums.index_of(weight_bit, cycle)];
    ++bins.counts[static_cast<std::size_t>(sum / bins.sums_per_bin)];
    bins.largest = std::max(bins.largest, sum);
  };
  SumRecorder(geometry, weights, settings, take).record(streamed, most_sums, stop);
  for (const std::int64_t count : sums.pairs.front().counts) sums.conversions += count;
  return sums;
}

}  // namespace acim
