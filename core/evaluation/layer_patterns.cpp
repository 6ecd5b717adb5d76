#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/error.h"
#include "evaluation/evaluation.h"

namespace acim {

namespace {

/// Levenshtein's distance.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

std::string nearest_names(std::string_view pattern, std::span<const LayerInfo> layers) {
  constexpr std::size_t kShown = 3;
  std::vector<std::pair<std::size_t, std::string_view>> names;
  for (const LayerInfo& layer : layers)
    names.emplace_back(edit_distance(pattern.substr(0, 200), layer.name), layer.name);
  std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string text;
  for (std::size_t i = 0; i < std::min(kShown, names.size()); ++i) {
    text += fmt::format("{}{}", i > 0 ? ", " : "", names[i].second);
  }
  return text;
}

}  // namespace

void check_layer_patterns(const PointSettings& settings, std::span<const LayerInfo> layers) {
  for (const LayerOverride& layer_override : settings.layers) {
    const auto matches = [&](const LayerInfo& layer) { return matches_pattern(layer_override.pattern, layer.name); };
    if (std::any_of(layers.begin(), layers.end(), matches)) continue;
    throw Error(ErrorKind::usage, fmt::format("No layer of the network is named \"{}\"", layer_override.pattern),
                "layer settings",
                fmt::format("The nearest names are {}; '*' stands for any text",
                            nearest_names(layer_override.pattern, layers)));
  }
}

}  // namespace acim
