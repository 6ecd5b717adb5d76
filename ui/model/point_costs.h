#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "cost/network_cost.h"
#include "study/study_spec.h"
#include "study/study_store.h"

namespace acim::ui {

/// What an image costs at a point, of core/cost.
struct PointCost {
  std::optional<cost::NetworkCost> cost;  ///< totals: `layers` is empty unless asked for
  Phrase problem;                         ///< why there is none: mode float, weights wider than the columns
};

/// With each layer's share in `cost->layers`.
PointCost point_cost_by_layer(std::span<const cost::LayerWork> layers, const PointSettings& settings);
/// Totals of every point of a study, in its order; empty without layers, or when stop is requested.
std::vector<PointCost> point_costs(std::span<const cost::LayerWork> layers, const StudySpec& spec,
                                   const std::stop_token& stop = {});
/// As `acim sweep --csv` has them: µJ, TOPS/W, latency in µs, factor of one standard deviation; empty fields where
/// there is no cost. No columns without costs.
std::vector<CsvColumn> cost_columns(std::span<const PointCost> costs);

}  // namespace acim::ui
