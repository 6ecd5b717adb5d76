#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "array/column_sum_histogram.h"
#include "array/conversion_settings.h"
#include "array/layer_geometry.h"

namespace acim {

/// Sums that are looked at per layer and image: enough for a histogram, and a large layer still takes a moment.
inline constexpr std::int64_t kMostRecordedSums = std::int64_t{1} << 20;

/// An empty histogram for a layer at these settings: its levels are the sums of the widest cycle.
ColumnSumHistogram empty_column_sums(const ConversionSettings& settings);

/// Adds what a layer's ADC sees for one image: the exact sums of all conversions, weighted by what their error counts;
/// sums that stay digital are left out. Cells are nominal (no weight variation), the column linear (no compression).
/// A layer of more than `most_sums` sums is looked at in fewer positions, at least 8, spread over the whole output, the
/// same in every run. Operands as Engine::pack and compute take them. Error(usage) for weight_parallel, whose sums have
/// signs; Error(cancelled) when `stop` is requested.
void add_column_sums(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                     std::span<const std::int16_t> streamed, const ConversionSettings& settings,
                     ColumnSumHistogram& histogram, std::int64_t most_sums = kMostRecordedSums,
                     const std::stop_token& stop = {});

/// How often each column sum comes up, pair of weight bit and cycle by pair.
struct PairSums {
  static constexpr std::int64_t kMostBins = 1024;

  int weight_bits = 0;
  int cycles = 0;
  std::int64_t conversions = 0;  ///< looked at, of each pair

  /// Of one pair: bin k holds the sums [k, k + 1) * sums_per_bin, from 0 to the full scale of the cycle.
  struct Bins {
    std::int64_t full_scale = 0;
    std::int64_t sums_per_bin = 1;
    std::int64_t largest = 0;  ///< sum that came up
    std::vector<std::int64_t> counts;
  };
  std::vector<Bins> pairs;  ///< [weight bit][cycle]
  std::size_t index_of(int weight_bit, int cycle) const {
    return static_cast<std::size_t>(weight_bit) * static_cast<std::size_t>(cycles) + static_cast<std::size_t>(cycle);
  }
  const Bins& of(int weight_bit, int cycle) const { return pairs.at(index_of(weight_bit, cycle)); }
};

/// The exact sums of a layer for one image, of digital pairs too, looked at as add_column_sums does and with its
/// errors.
PairSums pair_sums(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                   std::span<const std::int16_t> streamed, const ConversionSettings& settings,
                   std::int64_t most_sums = kMostRecordedSums, const std::stop_token& stop = {});

}  // namespace acim
