#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <vector>

#include "cost/network_cost.h"
#include "network/network.h"
#include "study/study_spec.h"
#include "study/study_store.h"

namespace acim::cli {

/// What an inference costs at a point; nothing where there is no cost (mode float, weights wider than the columns),
/// which must not take the accuracies with it.
std::optional<cost::NetworkCost> cost_of(std::span<const cost::LayerWork> layers, const PointSettings& point);

/// What an inference costs at each point of a study: energy_uj_per_inference, tops_per_watt, latency_us and
/// energy_band. Empty where there is no cost.
std::vector<CsvColumn> cost_columns(const StudySpec& spec, std::span<const LayerInfo> layers);

/// The same of one point, under the same keys; null where there is no cost.
void add_costs(nlohmann::json& json, const PointSettings& point, std::span<const LayerInfo> layers);

}  // namespace acim::cli
