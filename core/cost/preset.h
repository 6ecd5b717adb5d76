#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cost/macro_design.h"
#include "macro/macro_parameters.h"
#include "macro/parameter_table.h"

namespace acim::cost {

/// A published macro (resources/presets/chips.json, schema acim-macro-preset/1).
struct Preset {
  std::string id;
  std::string name;
  std::string citation;
  std::string doi;     ///< "" when there is none
  std::string source;  ///< where each figure was read
  std::string trust;   ///< "read-abstract", "model-repo", "read-notes", joined by '+'
  std::vector<std::string> assumed;
  std::string notes;

  double node_nm = 28;
  AnalogDomain domain = AnalogDomain::charge;
  std::optional<MacroDesign> design;  ///< none when supply or rows were not published
  bool with_shift_add = false;        ///< the reported energy includes it
  std::string precision;              ///< at which the figures are reported: "8b/8b"
  std::optional<double> reported_tops_per_watt;
  std::optional<double> reported_tops_per_watt_1b;
  std::optional<double> reported_tops_per_mm2;
  std::optional<double> reported_core_ns;  ///< one evaluation of the array
  double random_noise_percent = 0;         ///< 0 when not reported
  double energy_scale = 1;                 ///< reported over modelled energy
  bool in_statistics = false;
  bool used_for_constants = false;

  /// Knobs of what the array model can simulate; none for a preset that is cost only.
  std::optional<MacroParameters> knobs;
  std::string why_cost_only;  ///< "" when `knobs` is there
};

/// A digital compute-in-memory macro.
struct DigitalReference {
  std::string id;
  double node_nm = 28;
  double supply_voltage = 0.8;
  double tops_per_watt_1b = 0;
  std::string source;
};

struct PresetCollection {
  std::vector<Preset> presets;
  std::vector<DigitalReference> digital;
};

/// Error(input) names `where`, the preset and the key; every number is checked.
PresetCollection parse_presets(std::string_view json, const std::string& where);
/// The ones that are part of the program.
const PresetCollection& built_in_presets();
/// Error(usage) with the nearest id when there is none of this one.
const Preset& built_in_preset(std::string_view id);

/// Every knob that the preset determines, the calibration factor among them. Error(usage) for a preset that is cost
/// only, with the reason.
std::vector<std::pair<std::string, ParameterValue>> preset_values(const Preset& preset);
/// Sets those and leaves the others.
void apply_preset(const Preset& preset, MacroParameters& macro);

}  // namespace acim::cost
