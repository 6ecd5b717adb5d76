#include "cli/cost_columns.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/error.h"
#include "evaluation/layer_work.h"

namespace acim::cli {
namespace {

constexpr std::array<const char*, 4> kKeys = {"energy_uj_per_inference", "tops_per_watt", "latency_us", "energy_band"};

/// In the order of the keys.
std::array<double, kKeys.size()> values_of(const cost::NetworkCost& cost) {
  return {cost.uj_per_inference(), cost.tops_per_watt(), cost.latency_us, cost.energy_trust.factor};
}

}  // namespace

std::optional<cost::NetworkCost> cost_of(std::span<const cost::LayerWork> layers, const PointSettings& point) {
  try {
    return cost::network_cost(layers, point);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::usage) throw;
    return std::nullopt;
  }
}

std::vector<CsvColumn> cost_columns(const StudySpec& spec, std::span<const LayerInfo> layers) {
  const std::vector<cost::LayerWork> work = layer_work(layers);
  std::vector<CsvColumn> columns;
  columns.reserve(kKeys.size());
  for (const char* key : kKeys) columns.push_back({key, {}});
  for (const StudyPoint& point : spec.points) {
    const std::optional<cost::NetworkCost> cost = cost_of(work, point.settings);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      columns[i].values.push_back(cost ? fmt::format("{:.9g}", values_of(*cost)[i]) : std::string());
    }
  }
  return columns;
}

void add_costs(nlohmann::json& json, const PointSettings& point, std::span<const LayerInfo> layers) {
  const std::optional<cost::NetworkCost> cost = cost_of(layer_work(layers), point);
  for (std::size_t i = 0; i < kKeys.size(); ++i) {
    json[kKeys[i]] = cost ? nlohmann::json(values_of(*cost)[i]) : nlohmann::json();
  }
}

}  // namespace acim::cli
