#include "recording/recording_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.h"
#include "macro/settings.h"

namespace acim {

namespace {

constexpr std::string_view kFormat = "acim-recording";
constexpr int kVersion = 1;
constexpr std::array<std::string_view, 4> kKinds = {"quantiser", "exact", "statistics", "network"};

[[noreturn]] void refuse(const std::string& what, const std::string& remedy = {}) {
  throw Error(ErrorKind::input, what, "", remedy);
}

nlohmann::json parse_metadata(const std::string& text) {
  const auto examine = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    if (depth > 8) refuse("The metadata acim_recording is nested too deeply");
    return true;
  };
  try {
    nlohmann::json json = nlohmann::json::parse(text, examine);
    if (!json.is_object()) refuse("The metadata acim_recording is no JSON object");
    return json;
  } catch (const nlohmann::json::exception&) {
    refuse("The metadata acim_recording is malformed JSON");
  }
}

std::string text_entry(const nlohmann::json& object, const char* key) {
  if (!object.contains(key) || !object[key].is_string()) {
    refuse(fmt::format("The metadata has no text '{}'", key), "See docs/recordings.md for the format.");
  }
  return object[key].get<std::string>();
}

void check_format(const nlohmann::json& metadata) {
  const std::string format = text_entry(metadata, "format");
  if (format != kFormat)
    refuse(fmt::format("The format is '{}'", format), fmt::format("Recordings have the format '{}'.", kFormat));
  if (!metadata.contains("version") || metadata["version"] != kVersion) {
    refuse("The version of the recording is missing or unknown to this program",
           fmt::format("It reads version {}. A newer release of ACiM Explorer may read the file.", kVersion));
  }
}

template <typename T>
void require_finite(const std::vector<T>& values, const std::string& name) {
  const auto bad = std::find_if_not(values.begin(), values.end(), [](T value) { return std::isfinite(value); });
  if (bad != values.end()) refuse(fmt::format("Tensor '{}' is not finite at element {}", name, bad - values.begin()));
}

}  // namespace

std::vector<double> RecordingFile::numbers(const std::string& name) const {
  std::vector<double> values = tensor(name).as_double();
  require_finite(values, name);
  return values;
}

std::vector<float> RecordingFile::floats(const std::string& name) const {
  std::vector<float> values = tensor(name).as_float();
  require_finite(values, name);
  return values;
}

std::vector<std::int64_t> RecordingFile::integers(const std::string& name) const {
  try {
    return tensor(name).as_integer();
  } catch (const Error& error) {
    throw Error(ErrorKind::input, error.problem(), fmt::format("tensor '{}'", name), error.remedy());
  }
}

double RecordingFile::number(const std::string& name) const {
  if (tensor(name).element_count() != 1) {
    refuse(fmt::format("Tensor '{}' has the shape {}", name, shape_text(tensor(name).shape)), "It is one number.");
  }
  return numbers(name).front();
}

MacroParameters RecordingFile::parameters() const {
  MacroParameters defaults;
  defaults.activation_scale = ActivationScale::per_batch;
  if (!metadata.contains("parameters")) return defaults;
  return parameters_from_json(metadata["parameters"], defaults);
}

RecordingFile read_recording_file(const std::filesystem::path& path) {
  RecordingFile file;
  file.content = read_safetensors(path);
  const auto text = file.content.metadata.find("acim_recording");
  if (text == file.content.metadata.end()) {
    refuse("This safetensors file is no recording: its __metadata__ has no 'acim_recording'",
           "See docs/recordings.md for the format.");
  }
  file.metadata = parse_metadata(text->second);
  check_format(file.metadata);
  file.kind = text_entry(file.metadata, "kind");
  if (std::find(kKinds.begin(), kKinds.end(), file.kind) == kKinds.end()) {
    refuse(fmt::format("The kind of recording '{}' is unknown", file.kind),
           "Kinds are quantiser, exact, statistics and network.");
  }
  return file;
}

std::string shape_text(const std::vector<std::int64_t>& shape) {
  return fmt::format("[{}]", fmt::join(shape, ", "));
}

void require_shape(const RecordingFile& file, const std::string& name, const std::vector<std::int64_t>& expected) {
  const std::vector<std::int64_t>& shape = file.tensor(name).shape;
  if (shape != expected) {
    refuse(fmt::format("Tensor '{}' has the shape {}", name, shape_text(shape)),
           fmt::format("The other tensors and parameters ask for {}.", shape_text(expected)));
  }
}

std::int64_t integer_entry(const nlohmann::json& object, std::string_view key, std::int64_t minimum,
                           std::int64_t maximum, std::int64_t fallback) {
  const auto entry = object.find(key);
  if (entry == object.end()) return fallback;
  // Not larger than int64: an unsigned one beyond it would wrap.
  const bool integer = entry->is_number_integer() &&
                       !(entry->is_number_unsigned() && entry->get<std::uint64_t>() > std::uint64_t{1} << 62U);
  if (!integer || entry->get<std::int64_t>() < minimum || entry->get<std::int64_t>() > maximum) {
    refuse(fmt::format("The metadata '{}' is not allowed", key),
           fmt::format("Allowed: integers {} to {}.", minimum, maximum));
  }
  return entry->get<std::int64_t>();
}

}  // namespace acim
