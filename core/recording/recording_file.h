#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/safetensors.h"
#include "macro/macro_parameters.h"

namespace acim {

/// An acim-recording file, read but not yet interpreted. Errors of its functions are Error(input) without the file's
/// name.
struct RecordingFile {
  std::string kind;         ///< quantiser, exact, statistics, network
  nlohmann::json metadata;  ///< the object of `acim_recording`
  Safetensors content;

  bool contains(const std::string& name) const { return content.contains(name); }
  const StoredTensor& tensor(const std::string& name) const { return content.at(name); }
  /// The values, all finite.
  std::vector<double> numbers(const std::string& name) const;
  std::vector<float> floats(const std::string& name) const;
  std::vector<std::int64_t> integers(const std::string& name) const;
  /// The value of a tensor of one element.
  double number(const std::string& name) const;

  /// Parameters of the recording; missing ones keep the table's defaults, activation_scale is per_batch.
  MacroParameters parameters() const;
};

/// Error(input) when the file is no recording, or of a version or kind that is not known.
RecordingFile read_recording_file(const std::filesystem::path& path);

/// "[1, 8, 6, 6]"
std::string shape_text(const std::vector<std::int64_t>& shape);
/// Error(input) that names the tensor and both shapes when they differ.
void require_shape(const RecordingFile& file, const std::string& name, const std::vector<std::int64_t>& expected);

/// The integer of a key of an object, or `fallback` when it is missing; Error(input) when it is none or out of range.
std::int64_t integer_entry(const nlohmann::json& object, std::string_view key, std::int64_t minimum,
                           std::int64_t maximum, std::int64_t fallback);

}  // namespace acim
