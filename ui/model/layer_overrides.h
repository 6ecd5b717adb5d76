#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "macro/settings.h"

namespace acim::ui {

/// Layers that an edit is for. Written as one override when a pattern names just these, else as one for each.
struct LayerTarget {
  std::vector<std::string> names;
  std::string pattern;  ///< matches `names` and no other layer, or is empty
  bool operator==(const LayerTarget&) const = default;
};

/// What a layer has of its own.
struct OwnSettings {
  std::optional<bool> digital;
  std::vector<std::pair<std::string, ParameterValue>> values;  ///< in table order
  std::size_t count() const { return values.size() + (digital ? 1 : 0); }
};
OwnSettings own_settings(std::span<const LayerOverride> overrides, std::string_view layer);

/// Stands for LayerOverride::digital where a knob's key is asked for.
inline constexpr std::string_view kDigitalKey = "digital";

// Edits keep what every other layer of `layers` (all names of the network) runs with, and leave no override that does
// nothing. `key` is a knob that may differ between layers, or kDigitalKey with a bool.

std::vector<LayerOverride> with_own_value(const std::vector<LayerOverride>& overrides,
                                          std::span<const std::string> layers, const LayerTarget& target,
                                          std::string_view key, const ParameterValue& value);
/// An empty key takes everything that the layers have of their own.
std::vector<LayerOverride> without_own_value(const std::vector<LayerOverride>& overrides,
                                             std::span<const std::string> layers, const LayerTarget& target,
                                             std::string_view key);

}  // namespace acim::ui
