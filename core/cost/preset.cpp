#include "cost/preset.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.h"
#include "cost/preset_file.h"
#include "macro/parameter_table.h"
#include "macro/spelling.h"

namespace acim::cost {

const PresetCollection& built_in_presets() {
  static const PresetCollection collection = parse_presets(preset_file_text(), "presets of this program");
  return collection;
}

const Preset& built_in_preset(std::string_view id) {
  const std::vector<Preset>& presets = built_in_presets().presets;
  const auto found = std::ranges::find(presets, id, &Preset::id);
  if (found != presets.end()) return *found;
  std::vector<std::string_view> ids;
  ids.reserve(presets.size());
  for (const Preset& preset : presets) ids.emplace_back(preset.id);
  throw Error(
      ErrorKind::usage, Phrase("Error", "there is no preset '{}'").filled_with(id), {},
      Phrase("Error", "Did you mean '{}'? `acim list presets` names them all.").filled_with(nearest_of(ids, id)));
}

std::vector<std::pair<std::string, ParameterValue>> preset_values(const Preset& preset) {
  if (!preset.knobs) {
    throw Error(ErrorKind::usage, Phrase("Error", "the preset '{}' cannot be simulated").filled_with(preset.id),
                preset.why_cost_only,
                Phrase("Error", "It is there for its cost: {}").filled_with("acim energy --preset " + preset.id));
  }
  static constexpr auto kKeys = std::to_array<std::string_view>(
      {"weight_bits", "activation_bits", "rows", "columns", "adc_bits", "encoding_bits", "node_nm", "supply_voltage",
       "domain", "adc_type", "adc_comparators", "cells_per_weight", "conversions_per_weight", "unit_capacitor_ff",
       "attenuation", "row_driver", "energy_scale", "random_noise_percent"});
  std::vector<std::pair<std::string, ParameterValue>> values;
  values.reserve(kKeys.size());
  for (const std::string_view key : kKeys) values.emplace_back(key, parameter_of(key).get(*preset.knobs));
  return values;
}

void apply_preset(const Preset& preset, MacroParameters& macro) {
  for (const auto& [key, value] : preset_values(preset)) parameter_of(key).set(macro, value);
}

}  // namespace acim::cost
