#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "evaluation/evaluation.h"
#include "macro/spelling.h"

namespace acim {

namespace {

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
    throw Error(ErrorKind::usage,
                Phrase("Error", "No layer of the network is named \"{}\"").filled_with(layer_override.pattern),
                "layer settings",
                Phrase("Error", "The nearest names are {}; '*' stands for any text")
                    .filled_with(nearest_names(layer_override.pattern, layers)));
  }
}

}  // namespace acim
