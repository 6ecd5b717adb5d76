#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "macro/macro_parameters.h"
#include "macro/parameter_table.h"

namespace acim {

/// How a network is evaluated: as it is; with integers and exact sums but no array; on the simulated array.
enum class EvaluationMode { floating_point, quantised, simulated };
std::string_view mode_name(EvaluationMode mode);  ///< "float", "quantised", "simulated"
EvaluationMode mode_from_name(std::string_view name);

/// Settings of the layers whose name matches `pattern` ('*' any run of characters, '?' one; the whole name must match).
struct LayerOverride {
  std::string pattern;
  std::optional<bool> digital;                                 ///< true: exact integers; false: onto the array
  std::vector<std::pair<std::string, ParameterValue>> values;  ///< any knob with per_layer, each once, in table order
  bool operator==(const LayerOverride&) const = default;
};

/// A point: everything a simulated result depends on besides network and image.
struct PointSettings {
  EvaluationMode mode = EvaluationMode::simulated;
  MacroParameters macro;
  std::vector<LayerOverride> layers;  ///< applied in order, later ones win
  bool operator==(const PointSettings&) const = default;
};

/// What one layer runs with.
struct LayerSettings {
  MacroParameters macro;
  bool digital = false;
  bool has_override = false;
};

bool matches_pattern(std::string_view pattern, std::string_view name);

/// The settings of a layer; `digital_by_default` for the first convolution. The result is validated (Error(usage) names
/// the layer too).
LayerSettings settings_of_layer(const PointSettings& point, std::string_view layer_name, bool digital_by_default);

/// "layer3.*:adc_bits=7,random_noise_percent=0.1" or "conv1:digital=false". Error(usage) says what would be right.
LayerOverride parse_layer_override(std::string_view text);
/// What parse_layer_override reads back equal.
std::string override_text(const LayerOverride& layer);
/// "adc_bits=7" onto the parameters; Error(usage) for an unknown key (with the nearest), a value out of range, no '='.
void apply_assignment(MacroParameters& parameters, std::string_view assignment);

/// {"format": "acim-settings", "version": 1, "mode": ..., "parameters": {...}, "layers": [{"pattern", "digital",
/// "parameters"}]}
nlohmann::json to_json(const PointSettings& settings);
/// Missing keys keep their defaults; an unknown key is an Error(usage) that suggests the nearest known one; so is an
/// unknown version, with what to do.
PointSettings settings_from_json(const nlohmann::json& json);
nlohmann::json to_json(const MacroParameters& parameters);
MacroParameters parameters_from_json(const nlohmann::json& json, const MacroParameters& defaults = {});
/// `where` names the file in errors, with line and column of malformed JSON.
PointSettings parse_settings(std::string_view text, const std::string& where);
std::string settings_text(const PointSettings& settings);

/// Names what differs from `baseline`: "ADC bits 6, Encoding bits 4", in table order; "" when nothing does.
std::vector<std::pair<std::string, ParameterValue>> differing_values(const MacroParameters& parameters,
                                                                     const MacroParameters& baseline);

}  // namespace acim
