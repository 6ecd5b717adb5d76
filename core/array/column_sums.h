#pragma once

#include <cstdint>
#include <span>
#include <stop_token>

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

}  // namespace acim
