#include "network/network_description.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "base/error.h"
#include "base/file.h"
#include "base/safetensors.h"

namespace acim {
namespace {

constexpr const char* kFormat = "acim-network";
constexpr int kVersion = 1;

std::array<float, 3> three_numbers(const nlohmann::json& json, const char* key, const std::string& where) {
  std::array<float, 3> numbers{};
  if (!json.is_array() || json.size() != 3) {
    throw Error(ErrorKind::input, Phrase("Error", "\"{}\" is no list of three numbers").filled_with(key), where,
                Phrase("Error", "One per colour."));
  }
  for (std::size_t i = 0; i < 3; ++i) {
    if (!json[i].is_number())
      throw Error(ErrorKind::input, Phrase("Error", "\"{}\" has something that is no number").filled_with(key), where);
    numbers[i] = json[i].get<float>();
  }
  return numbers;
}

}  // namespace

void check_normalisation(const Normalisation& normalisation, const std::string& where) {
  for (std::size_t i = 0; i < 3; ++i) {
    const float deviation = normalisation.standard_deviation[i];
    if (std::isfinite(normalisation.mean[i]) && std::isfinite(deviation) && deviation > 0) continue;
    throw Error(ErrorKind::usage,
                Phrase("Error", "a normalisation that is not finite, or with a standard deviation of zero or less"),
                where, Phrase("Error", "Give three means and three positive standard deviations of x / 255."));
  }
}

NetworkDescription parse_network_description(const std::string& text, const std::string& where) {
  try {
    const nlohmann::json json = nlohmann::json::parse(text);
    if (!json.is_object() || json.value("format", "") != kFormat) {
      throw Error(ErrorKind::input, Phrase("Error", "no description of a network"), where,
                  Phrase("Error", "{} is needed.").filled_with(R"("format": "acim-network")"));
    }
    if (json.value("version", 0) != kVersion) {
      throw Error(ErrorKind::input, Phrase("Error", "a description of another version than 1"), where,
                  Phrase("Error", "Use a newer version of this program."));
    }
    NetworkDescription description;
    description.architecture = json.value("architecture", "");
    if (json.contains("mean") != json.contains("std")) {
      throw Error(ErrorKind::input, Phrase("Error", "\"mean\" without \"std\", or the other way round"), where);
    }
    if (json.contains("mean")) {
      description.normalisation = {three_numbers(json["mean"], "mean", where),
                                   three_numbers(json["std"], "std", where)};
      check_normalisation(*description.normalisation, where);
    }
    if (json.contains("classes")) description.classes = json["classes"].get<std::vector<std::string>>();
    if (json.contains("input")) description.input = json["input"].get<std::vector<std::int64_t>>();
    if (json.contains("resize")) description.resize = json["resize"].get<std::int64_t>();
    const bool negative = std::any_of(description.input.begin(), description.input.end(), [](auto n) { return n < 1; });
    if (negative || description.resize < 0) {
      throw Error(ErrorKind::input, Phrase("Error", "sizes below 1 in \"input\" or \"resize\""), where);
    }
    return description;
  } catch (const nlohmann::json::exception& exception) {
    throw Error(ErrorKind::input,
                Phrase("Error", "a description that cannot be read ({})").filled_with(exception.what()), where,
                Phrase("Error", "See the file formats in the documentation."));
  }
}

NetworkDescription read_network_description(const std::string& path) {
  const std::filesystem::path beside = path + ".json";
  std::error_code ignored;
  if (std::filesystem::exists(beside, ignored))
    return parse_network_description(read_text_file(beside), beside.string());
  if (!path.ends_with(".safetensors") || !std::filesystem::exists(path, ignored)) return {};
  const Safetensors file = read_safetensors(path);
  const auto inside = file.metadata.find(kDescriptionKey);
  return inside == file.metadata.end() ? NetworkDescription{} : parse_network_description(inside->second, path);
}

std::string network_description_text(const NetworkDescription& description) {
  nlohmann::json json = {{"format", kFormat}, {"version", kVersion}};
  if (!description.architecture.empty()) json["architecture"] = description.architecture;
  if (description.normalisation) {
    json["mean"] = description.normalisation->mean;
    json["std"] = description.normalisation->standard_deviation;
  }
  if (!description.classes.empty()) json["classes"] = description.classes;
  if (!description.input.empty()) json["input"] = description.input;
  if (description.resize > 0) json["resize"] = description.resize;
  return json.dump();
}

}  // namespace acim
