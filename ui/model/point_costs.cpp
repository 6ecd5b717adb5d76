#include "ui/model/point_costs.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

#include "base/error.h"

namespace acim::ui {

PointCost point_cost_by_layer(std::span<const cost::LayerWork> layers, const PointSettings& settings) {
  if (layers.empty()) return {{}, Phrase("Error", "The layers of this network are not known")};
  try {
    cost::NetworkCost cost = cost::network_cost(layers, settings);
    if (!std::isfinite(cost.fj.total()) || cost.fj.total() <= 0)
      return {{}, Phrase("Error", "The energy is no positive number")};
    return {std::move(cost), {}};
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::usage) throw;
    return {{}, error.problem_phrase()};
  }
}

std::vector<PointCost> point_costs(std::span<const cost::LayerWork> layers, const StudySpec& spec,
                                   const std::stop_token& stop) {
  std::vector<PointCost> costs;
  if (layers.empty()) return costs;
  costs.reserve(spec.points.size());
  for (const StudyPoint& point : spec.points) {
    if (stop.stop_requested()) return {};
    PointCost one = point_cost_by_layer(layers, point.settings);
    // Thousands of points of a deep network would fill the memory with layers that nobody looks at.
    if (one.cost) one.cost->layers = {};
    costs.push_back(std::move(one));
  }
  return costs;
}

std::vector<CsvColumn> cost_columns(std::span<const PointCost> costs) {
  if (costs.empty()) return {};
  std::vector<CsvColumn> columns = {
      {"energy_uj_per_inference", {}}, {"tops_per_watt", {}}, {"latency_us", {}}, {"energy_band", {}}};
  for (const PointCost& one : costs) {
    std::array<std::string, 4> values;
    if (one.cost) {
      values = {fmt::format("{:.9g}", one.cost->uj_per_inference()), fmt::format("{:.9g}", one.cost->tops_per_watt()),
                fmt::format("{:.9g}", one.cost->latency_us), fmt::format("{:g}", one.cost->energy_trust.factor)};
    }
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].values.push_back(values[i]);
  }
  return columns;
}

}  // namespace acim::ui
