#include "macro/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "macro/spelling.h"

namespace acim {

namespace {

constexpr std::array<std::string_view, 3> kModes = {"float", "quantised", "simulated"};

}  // namespace

std::string_view mode_name(EvaluationMode mode) {
  return kModes[static_cast<std::size_t>(mode)];
}

EvaluationMode mode_from_name(std::string_view name) {
  for (std::size_t i = 0; i < kModes.size(); ++i) {
    if (kModes[i] == name) return static_cast<EvaluationMode>(i);
  }
  throw Error(ErrorKind::usage, Phrase("Error", "There is no mode '{}'").filled_with(name), "",
              Phrase("Error", "Modes are float, quantised and simulated."));
}

LayerSettings settings_of_layer(const PointSettings& point, std::string_view layer_name, bool digital_by_default) {
  LayerSettings settings{point.macro, digital_by_default, false};
  try {
    for (const LayerOverride& layer : point.layers) {
      if (!matches_pattern(layer.pattern, layer_name)) continue;
      settings.has_override = true;
      if (layer.digital) settings.digital = *layer.digital;
      for (const auto& [key, value] : layer.values) {
        const Parameter& parameter = parameter_of(key);
        check_value(parameter, value);
        parameter.set(settings.macro, value);
      }
    }
    validate(settings.macro);
  } catch (const Error& error) {
    throw Error(error.kind(), Phrase("Error", "Layer {}: {}").filled_with(layer_name, error.sentence()));
  }
  return settings;
}

void apply_assignment(MacroParameters& parameters, std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  if (equals == std::string_view::npos) {
    throw Error(ErrorKind::usage, Phrase("Error", "'{}' sets nothing").filled_with(assignment), "",
                Phrase("Error", "Write key=value, such as {}.").filled_with("adc_bits=7"));
  }
  const Parameter& parameter = parameter_of(assignment.substr(0, equals));
  parameter.set(parameters, parse_value(parameter, assignment.substr(equals + 1)));
}

std::vector<std::pair<std::string, ParameterValue>> differing_values(const MacroParameters& parameters,
                                                                     const MacroParameters& baseline) {
  std::vector<std::pair<std::string, ParameterValue>> values;
  for (const Parameter& parameter : parameter_table()) {
    ParameterValue value = parameter.get(parameters);
    if (value != parameter.get(baseline)) values.emplace_back(parameter.key, std::move(value));
  }
  return values;
}

}  // namespace acim
