#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "base/error.h"
#include "macro/layer_override.h"
#include "macro/settings.h"
#include "macro/spelling.h"

namespace acim {

namespace {

constexpr std::string_view kFormat = "acim-settings";
constexpr int kVersion = 1;

/// Short enough for a message whatever the file holds.
std::string excerpt(const nlohmann::json& value) {
  std::string text = value.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
  if (text.size() > 60) text = text.substr(0, 57) + "...";
  return text;
}

[[noreturn]] void refuse(std::string_view key, const nlohmann::json& value, const Phrase& allowed) {
  throw Error(ErrorKind::usage, Phrase("Error", "{} is not allowed").filled_with(Filling::setting(key, excerpt(value))),
              "", Phrase("Error", "Allowed: {}.").filled_with(allowed));
}

[[noreturn]] void refuse(const Parameter& parameter, const nlohmann::json& value) {
  refuse(parameter.key, value, range_phrase(parameter));
}

void require_object(const nlohmann::json& json, const Phrase& what) {
  if (!json.is_object()) {
    throw Error(ErrorKind::usage, Phrase("Error", "{} is no JSON object: {}").filled_with(what, excerpt(json)), "",
                Phrase("Error", "It reads {}.").filled_with(R"({"key": value, ...})"));
  }
}

/// Refuses keys that are not among `known`, suggesting the nearest.
void require_known_keys(const nlohmann::json& json, std::span<const std::string_view> known, const Phrase& what) {
  for (const auto& [key, value] : json.items()) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    if (find_parameter(key) != nullptr) {
      throw Error(ErrorKind::usage,
                  Phrase("Error", "The parameter '{}' stands beside \"parameters\", not in it").filled_with(key), "",
                  Phrase("Error", "Write {}.")
                      .filled_with(fmt::format(R"({{"parameters": {{"{}": {}}}}})", key, excerpt(value))));
    }
    throw Error(ErrorKind::usage, Phrase("Error", "{} with the unknown key '{}'").filled_with(what, key), "",
                Phrase("Error", "Did you mean '{}'?").filled_with(nearest_of(known, key)));
  }
}

nlohmann::json to_json(const ParameterValue& value) {
  return std::visit([](const auto& held) { return nlohmann::json(held); }, value);
}

/// A number without a fraction, also written as 7.0.
ParameterValue integer_of(const Parameter& parameter, const nlohmann::json& json) {
  if (json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t{1} << 62U) refuse(parameter, json);
  if (json.is_number_integer()) return json.get<std::int64_t>();
  const double number = json.get<double>();
  if (number != std::floor(number)) {
    const Phrase range = range_phrase(parameter);
    refuse(parameter.key, json,
           parameter.odd ? range : Phrase("ParameterRange", "a whole number, {}").filled_with(range));
  }
  if (!(std::abs(number) <= 0x1.0p53)) refuse(parameter, json);
  return static_cast<std::int64_t>(number);
}

ParameterValue seed_of(const Parameter& parameter, const nlohmann::json& json) {
  if (json.is_number_unsigned()) return json.get<std::uint64_t>();
  if (json.is_number_integer()) {
    // A program that builds the object from signed integers gives a positive one of this type.
    if (json.get<std::int64_t>() < 0) refuse(parameter, json);
    return json.get<std::uint64_t>();
  }
  const double number = json.get<double>();
  if (!(number >= 0 && number <= 0x1.0p53) || number != std::floor(number)) refuse(parameter, json);
  return static_cast<std::uint64_t>(number);
}

ParameterValue value_from_json(const Parameter& parameter, const nlohmann::json& json) {
  ParameterValue value;
  switch (parameter.type) {
    case ParameterType::boolean:
      if (!json.is_boolean()) refuse(parameter, json);
      value = json.get<bool>();
      break;
    case ParameterType::choice:
      if (!json.is_string()) refuse(parameter, json);
      value = json.get<std::string>();
      break;
    case ParameterType::integer:
    case ParameterType::unsigned64:
    case ParameterType::real:
      if (!json.is_number()) refuse(parameter, json);
      if (parameter.type == ParameterType::integer) value = integer_of(parameter, json);
      if (parameter.type == ParameterType::unsigned64) value = seed_of(parameter, json);
      if (parameter.type == ParameterType::real) value = json.get<double>();
      break;
  }
  check_value(parameter, value);
  return value;
}

nlohmann::json to_json(const LayerOverride& layer) {
  nlohmann::json json = {{"pattern", layer.pattern}};
  if (layer.digital) json["digital"] = *layer.digital;
  if (!layer.values.empty()) {
    nlohmann::json& values = json["parameters"] = nlohmann::json::object();
    for (const auto& [key, value] : layer.values) values[key] = to_json(value);
  }
  return json;
}

LayerOverride override_from_json(const nlohmann::json& json) {
  static constexpr std::array<std::string_view, 3> kKeys = {"pattern", "digital", "parameters"};
  require_object(json, Phrase("Error", "A layer override"));
  require_known_keys(json, kKeys, Phrase("Error", "A layer override"));
  LayerOverride layer;
  if (json.contains("pattern")) {
    if (!json["pattern"].is_string())
      refuse("pattern", json["pattern"], Phrase("Error", "a text such as {}").filled_with("\"layer3.*\""));
    layer.pattern = json["pattern"].get<std::string>();
  }
  if (json.contains("digital")) {
    if (!json["digital"].is_boolean())
      refuse("digital", json["digital"], one_of(std::vector<Filling>{"true", "false"}));
    layer.digital = json["digital"].get<bool>();
  }
  if (json.contains("parameters")) {
    require_object(json["parameters"], Phrase("Error", "\"parameters\" of a layer override"));
    for (const auto& [key, value] : json["parameters"].items()) {
      const Parameter& parameter = parameter_of(key);
      add_override(layer, parameter, value_from_json(parameter, value));
    }
  }
  complete(layer);
  return layer;
}

void check_format(const nlohmann::json& json) {
  if (json.contains("format") && json["format"] != kFormat) {
    throw Error(ErrorKind::usage, Phrase("Error", "The format is {}").filled_with(excerpt(json["format"])), "",
                Phrase("Error", "Settings have the format \"{}\".").filled_with(kFormat));
  }
  if (json.contains("version") && json["version"] != kVersion) {
    throw Error(
        ErrorKind::usage,
        Phrase("Error", "Version {} of settings is unknown to this program").filled_with(excerpt(json["version"])), "",
        Phrase("Error", "It reads version {}. A newer release of ACiM Explorer may read the file.")
            .filled_with(kVersion));
  }
}

/// "line 3, column 7" of a byte of the text, both from 1.
std::string position_text(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte > 0 ? byte - 1 : 0);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t newline = before.rfind('\n');
  const std::size_t column = newline == std::string_view::npos ? before.size() : before.size() - newline - 1;
  return fmt::format("line {}, column {}", lines + 1, column + 1);
}

nlohmann::json parse_json(std::string_view text, const std::string& where) {
  std::vector<std::set<std::string>> keys;  // of each object that is open
  const auto examine = [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& value) {
    using Event = nlohmann::json::parse_event_t;
    if (depth > 16) throw Error(ErrorKind::input, Phrase("Error", "The JSON is nested too deeply"), where);
    if (event == Event::object_start) keys.emplace_back();
    if (event == Event::object_end) keys.pop_back();
    if (event == Event::key && !keys.back().insert(value.get<std::string>()).second) {
      throw Error(ErrorKind::input,
                  Phrase("Error", "The key '{}' stands twice in one object").filled_with(value.get<std::string>()),
                  where);
    }
    return true;
  };
  try {
    return nlohmann::json::parse(text, examine);
  } catch (const nlohmann::json::exception& error) {
    const auto* syntax = dynamic_cast<const nlohmann::json::parse_error*>(&error);
    const std::string place = syntax != nullptr ? ", " + position_text(text, syntax->byte) : std::string();
    throw Error(ErrorKind::input, Phrase("Error", "Malformed JSON"), where + place,
                Phrase("Error", "Look for a missing comma, quote or bracket there."));
  }
}

}  // namespace

nlohmann::json to_json(const MacroParameters& parameters) {
  nlohmann::json json = nlohmann::json::object();
  for (const Parameter& parameter : parameter_table())
    json[std::string(parameter.key)] = to_json(parameter.get(parameters));
  return json;
}

MacroParameters parameters_from_json(const nlohmann::json& json, const MacroParameters& defaults) {
  require_object(json, "\"parameters\"");
  MacroParameters parameters = defaults;
  for (const auto& [key, value] : json.items()) {
    const Parameter& parameter = parameter_of(key);
    parameter.set(parameters, value_from_json(parameter, value));
  }
  return parameters;
}

nlohmann::json to_json(const PointSettings& settings) {
  nlohmann::json layers = nlohmann::json::array();
  for (const LayerOverride& layer : settings.layers) layers.push_back(to_json(layer));
  return {{"format", kFormat},
          {"version", kVersion},
          {"mode", mode_name(settings.mode)},
          {"parameters", to_json(settings.macro)},
          {"layers", std::move(layers)}};
}

PointSettings settings_from_json(const nlohmann::json& json) {
  static constexpr std::array<std::string_view, 5> kKeys = {"format", "version", "mode", "parameters", "layers"};
  require_object(json, Phrase("Error", "Settings"));
  check_format(json);
  require_known_keys(json, kKeys, Phrase("Error", "Settings"));
  PointSettings settings;
  if (json.contains("mode")) {
    if (!json["mode"].is_string())
      refuse("mode", json["mode"], one_of(std::vector<Filling>{"float", "quantised", "simulated"}));
    settings.mode = mode_from_name(json["mode"].get<std::string>());
  }
  if (json.contains("parameters")) settings.macro = parameters_from_json(json["parameters"]);
  if (json.contains("layers")) {
    if (!json["layers"].is_array()) refuse("layers", json["layers"], Phrase("Error", "a list of objects"));
    for (const nlohmann::json& layer : json["layers"]) settings.layers.push_back(override_from_json(layer));
  }
  return settings;
}

PointSettings parse_settings(std::string_view text, const std::string& where) {
  const nlohmann::json json = parse_json(text, where);
  try {
    PointSettings settings = settings_from_json(json);
    validate(settings.macro);
    return settings;
  } catch (const Error& error) {
    throw error.at(where);
  }
}

std::string settings_text(const PointSettings& settings) {
  return to_json(settings).dump(2) + "\n";
}

}  // namespace acim
