#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "evaluation/evaluation.h"

namespace acim {

namespace {

using nlohmann::json;

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMostLayers = 100000;

[[noreturn]] void refuse(const Phrase& what, std::string_view key) {
  throw Error(ErrorKind::input, what, fmt::format("calibration, key \"{}\"", key), Phrase("Error", "Calibrate again"));
}

const json& member(const json& object, const char* key) {
  if (!object.is_object() || !object.contains(key)) refuse(Phrase("Error", "A value is missing"), key);
  return object.at(key);
}

double number(const json& object, const char* key) {
  const json& value = member(object, key);
  if (!value.is_number() || !std::isfinite(value.get<double>())) refuse(Phrase("Error", "A number is expected"), key);
  return value.get<double>();
}

/// A largest absolute value.
float maximum(const json& object, const char* key) {
  const auto value = static_cast<float>(number(object, key));
  if (!std::isfinite(value) || value < 0) refuse(Phrase("Error", "A number of at least 0 is expected"), key);
  return value;
}

bool flag(const json& object, const char* key) {
  const json& value = member(object, key);
  if (!value.is_boolean()) refuse(Phrase("Error", "true or false is expected"), key);
  return value.get<bool>();
}

std::string text(const json& object, const char* key) {
  const json& value = member(object, key);
  if (!value.is_string()) refuse(Phrase("Error", "A text is expected"), key);
  return value.get<std::string>();
}

json operand_to_json(const Calibration::Operand& operand) {
  return {{"maximum", static_cast<double>(operand.maximum)},
          {"positive_maximum", static_cast<double>(operand.positive_maximum)},
          {"negative", operand.negative}};
}

Calibration::Operand operand_from_json(const json& value) {
  return {maximum(value, "maximum"), maximum(value, "positive_maximum"), flag(value, "negative")};
}

json layer_to_json(const Calibration::Layer& layer) {
  return {{"streamed", operand_to_json(layer.streamed)}, {"second", operand_to_json(layer.second)}};
}

Calibration::Layer layer_from_json(const json& value) {
  Calibration::Layer layer;
  layer.streamed = operand_from_json(member(value, "streamed"));
  layer.second = operand_from_json(member(value, "second"));
  return layer;
}

Calibration calibration_of(const json& value) {
  if (text(value, "format") != "acim-calibration") refuse(Phrase("Error", "This is no calibration"), "format");
  if (number(value, "version") != static_cast<double>(kVersion))
    refuse(Phrase("Error", "The calibration is of another version"), "version");
  Calibration calibration;
  calibration.network_hash = text(value, "network_hash");
  calibration.images_hash = text(value, "images_hash");
  const json& images = member(value, "images");
  if (!images.is_number_integer() || images.get<std::int64_t>() < 1)
    refuse(Phrase("Error", "A count is expected"), "images");
  calibration.images = images.get<std::int64_t>();
  calibration.percentile = number(value, "percentile");
  if (calibration.percentile < 50 || calibration.percentile > 100)
    refuse(Phrase("Error", "50 to 100 is expected"), "percentile");
  const json& layers = member(value, "layers");
  if (!layers.is_array() || layers.size() > kMostLayers)
    refuse(Phrase("Error", "A list of layers is expected"), "layers");
  for (const json& layer : layers) {
    calibration.layers.push_back(layer_from_json(layer));
    calibration.layers.back().percentile = calibration.percentile;
  }
  return calibration;
}

}  // namespace

std::string calibration_json(const Calibration& calibration) {
  json layers = json::array();
  for (const Calibration::Layer& layer : calibration.layers) layers.push_back(layer_to_json(layer));
  const json value = {{"format", "acim-calibration"},
                      {"version", kVersion},
                      {"network_hash", calibration.network_hash},
                      {"images_hash", calibration.images_hash},
                      {"images", calibration.images},
                      {"percentile", calibration.percentile},
                      {"layers", std::move(layers)}};
  return value.dump();
}

Calibration calibration_from_json(const std::string& text) {
  try {
    return calibration_of(json::parse(text));
  } catch (const json::exception& exception) {
    throw Error(ErrorKind::input, Phrase("Error", "The calibration is no JSON ({})").filled_with(exception.what()),
                "calibration", Phrase("Error", "Calibrate again"));
  }
}

}  // namespace acim
