#include "ui/model/layer_overrides.h"

#include <algorithm>

#include "macro/layer_override.h"

namespace acim::ui {

namespace {

bool sets(const LayerOverride& layer, std::string_view key) {
  if (key == kDigitalKey) return layer.digital.has_value();
  return std::any_of(layer.values.begin(), layer.values.end(), [&](const auto& entry) { return entry.first == key; });
}

void drop(LayerOverride& layer, std::string_view key) {
  if (key.empty() || key == kDigitalKey) layer.digital.reset();
  std::erase_if(layer.values, [&](const auto& entry) { return key.empty() || entry.first == key; });
}

bool is_empty(const LayerOverride& layer) {
  return !layer.digital && layer.values.empty();
}

/// The part of an override that `key` names.
LayerOverride part_of(const LayerOverride& layer, std::string_view key) {
  LayerOverride part;
  if (key.empty() || key == kDigitalKey) part.digital = layer.digital;
  for (const auto& entry : layer.values) {
    if (key.empty() || entry.first == key) part.values.push_back(entry);
  }
  return part;
}

void put(LayerOverride& layer, std::string_view key, const ParameterValue& value) {
  drop(layer, key);
  if (key == kDigitalKey) {
    set_digital(layer, std::get<bool>(value));
  } else {
    add_override(layer, parameter_of(key), value);
  }
  complete(layer);
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

OwnSettings own_settings(std::span<const LayerOverride> overrides, std::string_view layer) {
  LayerOverride own;
  for (const LayerOverride& one : overrides) {
    if (!matches_pattern(one.pattern, layer)) continue;
    if (one.digital) own.digital = one.digital;
    for (const auto& [key, value] : one.values) {
      drop(own, key);
      own.values.emplace_back(key, value);
    }
  }
  const auto place = [](const auto& entry) { return &parameter_of(entry.first); };
  std::sort(own.values.begin(), own.values.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
  return {own.digital, std::move(own.values)};
}

std::vector<LayerOverride> without_own_value(const std::vector<LayerOverride>& overrides,
                                             std::span<const std::string> layers, const LayerTarget& target,
                                             std::string_view key) {
  std::vector<LayerOverride> kept;
  for (const LayerOverride& one : overrides) {
    std::vector<std::string> others;
    bool touched = false;
    for (const std::string& name : layers) {
      if (!matches_pattern(one.pattern, name)) continue;
      if (contains(target.names, name)) {
        touched = true;
      } else if (!contains(others, name)) {
        others.push_back(name);
      }
    }
    const LayerOverride part = part_of(one, key);
    if (!touched || is_empty(part)) {
      kept.push_back(one);
      continue;
    }
    LayerOverride rest = one;
    drop(rest, key);
    if (!is_empty(rest)) kept.push_back(rest);
    // In the place of the pattern, so that later overrides still win over it.
    for (const std::string& name : others) {
      LayerOverride own = part;
      own.pattern = name;
      kept.push_back(std::move(own));
    }
  }
  return kept;
}

std::vector<LayerOverride> with_own_value(const std::vector<LayerOverride>& overrides,
                                          std::span<const std::string> layers, const LayerTarget& target,
                                          std::string_view key, const ParameterValue& value) {
  std::vector<LayerOverride> edited = without_own_value(overrides, layers, target, key);
  const std::vector<std::string> patterns =
      target.pattern.empty() ? target.names : std::vector<std::string>{target.pattern};
  for (const std::string& pattern : patterns) {
    const auto same = std::find_if(edited.begin(), edited.end(),
                                   [&](const LayerOverride& one) { return one.pattern == pattern && !sets(one, key); });
    if (same != edited.end()) {
      put(*same, key, value);
    } else {
      LayerOverride made;
      made.pattern = pattern;
      put(made, key, value);
      edited.push_back(std::move(made));
    }
  }
  return edited;
}

}  // namespace acim::ui
