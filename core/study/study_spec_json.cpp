#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "study/named_setting.h"
#include "study/study_spec.h"

namespace acim {

namespace {

using nlohmann::json;

constexpr int kVersion = 2;
constexpr int kVersionOfKnobsAlone = 1;  // still written where it does
constexpr std::size_t kLongestText = 1U << 16U;

[[noreturn]] void refuse(const Phrase& what, std::string_view key) {
  throw Error(ErrorKind::input, what, fmt::format("study description, key \"{}\"", key),
              Phrase("Error", "The file was damaged or not written by this program"));
}

const json& member(const json& object, const char* key) {
  if (!object.is_object() || !object.contains(key)) refuse(Phrase("Error", "A value is missing"), key);
  return object.at(key);
}

std::string text(const json& value, std::string_view key) {
  if (!value.is_string()) refuse(Phrase("Error", "A text is expected"), key);
  auto result = value.get<std::string>();
  if (result.size() > kLongestText) refuse(Phrase("Error", "The text is too long"), key);
  return result;
}

std::int64_t integer(const json& value, std::int64_t minimum, std::int64_t maximum, std::string_view key) {
  constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  const bool whole =
      value.is_number_integer() && !(value.is_number_unsigned() && value.get<std::uint64_t>() > kLargest);
  if (!whole || value.get<std::int64_t>() < minimum || value.get<std::int64_t>() > maximum) {
    refuse(Phrase("Error", "A whole number from {} to {} is expected").filled_with(minimum, maximum), key);
  }
  return value.get<std::int64_t>();
}

const json& array(const json& value, std::size_t most, std::string_view key) {
  if (!value.is_array() || value.size() > most)
    refuse(Phrase("Error", "A list of at most {} is expected").filled_with(most), key);
  return value;
}

std::vector<float> channels(const json& value, std::string_view key) {
  std::vector<float> result;
  for (const json& element : array(value, 3, key)) {
    if (!element.is_number() || !std::isfinite(element.get<float>()))
      refuse(Phrase("Error", "A number is expected"), key);
    result.push_back(element.get<float>());
  }
  return result;
}

json axis_to_json(const SweepAxis& axis) {
  return {{"key", axis.key}, {"values", axis.values}};
}

SweepAxis axis_from_json(const json& value, std::string_view key) {
  SweepAxis axis;
  axis.key = text(member(value, "key"), key);
  for (const json& element : array(member(value, "values"), kMostStudyPoints, key))
    axis.values.push_back(text(element, key));
  return axis;
}

json subject_to_json(const StudySubject& subject) {
  return {{"network", subject.network},
          {"architecture", subject.architecture},
          {"mean", subject.mean},
          {"standard_deviation", subject.standard_deviation},
          {"dataset", subject.dataset},
          {"images", subject.images},
          {"calibration_images", subject.calibration_images}};
}

StudySubject subject_from_json(const json& value) {
  constexpr std::int64_t kMostImages = std::numeric_limits<std::int32_t>::max();
  StudySubject subject;
  subject.network = text(member(value, "network"), "network");
  subject.architecture = text(member(value, "architecture"), "architecture");
  subject.mean = channels(member(value, "mean"), "mean");
  subject.standard_deviation = channels(member(value, "standard_deviation"), "standard_deviation");
  subject.dataset = text(member(value, "dataset"), "dataset");
  subject.images = integer(member(value, "images"), 0, kMostImages, "images");
  subject.calibration_images = integer(member(value, "calibration_images"), 0, kMostImages, "calibration_images");
  return subject;
}

StudyPoint point_from_json(const json& value) {
  StudyPoint point;
  try {
    point.settings = settings_from_json(member(value, "settings"));
  } catch (const Error& error) {
    throw Error(ErrorKind::input, error.problem_phrase(), "study description, key \"points\"", error.remedy_phrase());
  }
  for (const json& coordinate : array(member(value, "coordinates"), 2, "coordinates")) {
    if (!coordinate.is_array() || coordinate.size() != 2)
      refuse(Phrase("Error", "A pair of knob and value is expected"), "coordinates");
    point.coordinates.emplace_back(text(coordinate.at(0), "coordinates"), text(coordinate.at(1), "coordinates"));
  }
  return point;
}

}  // namespace

json to_json(const StudySpec& spec) {
  json points = json::array();
  for (const StudyPoint& point : spec.points) {
    json coordinates = json::array();
    for (const auto& [key, value] : point.coordinates) coordinates.push_back(json::array({key, value}));
    points.push_back({{"settings", to_json(point.settings)}, {"coordinates", std::move(coordinates)}});
  }
  const auto newer = [](const SweepAxis& axis) {
    return axis.key == kLayerAxis || find_named_setting(axis.key) != nullptr;
  };
  const bool second = newer(spec.x) || newer(spec.family) || !spec.adc_range.empty();
  json result = {{"format", "acim-study-spec"},
                 {"version", second ? kVersion : kVersionOfKnobsAlone},
                 {"subject", subject_to_json(spec.subject)},
                 {"x", axis_to_json(spec.x)},
                 {"family", axis_to_json(spec.family)},
                 {"images_per_block", spec.images_per_block},
                 {"points", std::move(points)}};
  if (!spec.adc_range.empty()) result["adc_range"] = spec.adc_range;
  if (spec.adc_range_images != StudySpec{}.adc_range_images) result["adc_range_images"] = spec.adc_range_images;
  return result;
}

StudySpec study_spec_from_json(const json& value) {
  if (text(member(value, "format"), "format") != "acim-study-spec")
    refuse(Phrase("Error", "This is no study description"), "format");
  if (integer(member(value, "version"), 1, std::numeric_limits<int>::max(), "version") > kVersion) {
    throw Error(ErrorKind::input, Phrase("Error", "The study description is of a newer version"), "key \"version\"",
                Phrase("Error", "Open it with the version of ACiM Explorer that wrote it, or a newer one"));
  }
  StudySpec spec;
  spec.subject = subject_from_json(member(value, "subject"));
  spec.x = axis_from_json(member(value, "x"), "x");
  spec.family = axis_from_json(member(value, "family"), "family");
  if (value.contains("adc_range")) spec.adc_range = text(value.at("adc_range"), "adc_range");
  if (value.contains("adc_range_images")) {
    spec.adc_range_images = integer(value.at("adc_range_images"), 1, kMostAdcRangeImages, "adc_range_images");
  }
  spec.images_per_block =
      static_cast<int>(integer(member(value, "images_per_block"), 1, kMostImagesPerBlock, "images_per_block"));
  const auto& points = array(member(value, "points"), kMostStudyPoints, "points");
  if (points.empty()) refuse(Phrase("Error", "The study has no points"), "points");
  for (const auto& point : points) spec.points.push_back(point_from_json(point));
  try {
    validate(spec);
  } catch (const Error& error) {
    throw Error(ErrorKind::input, error.problem_phrase(), fmt::format("study description, {}", error.where()),
                error.remedy_phrase());
  }
  return spec;
}

}  // namespace acim
