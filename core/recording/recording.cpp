#include "recording/recording.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "recording/kinds.h"
#include "recording/recording_file.h"

namespace acim {

namespace {

std::string_view status_name(VerificationStatus status) {
  switch (status) {
    case VerificationStatus::pass:
      return "pass";
    case VerificationStatus::fail:
      return "fail";
    case VerificationStatus::skipped:
      return "skipped";
  }
  return "";
}

void verify(const RecordingFile& file, const VerificationOptions& options, VerificationResult& result) {
  if (file.kind == "quantiser") return verify_quantiser(file, result);
  if (file.kind == "network") return verify_network(file, options, result);
  if (options.engine == nullptr) throw Error(ErrorKind::internal, "Verifying needs an engine");
  if (file.kind == "exact") return verify_exact(file, options, result);
  verify_statistics(file, options, result);
}

}  // namespace

nlohmann::json to_json(const VerificationResult& result) {
  nlohmann::json json = {
      {"file", result.file}, {"status", status_name(result.status)}, {"kind", result.kind}, {"detail", result.detail}};
  if (result.status == VerificationStatus::skipped) return json;
  json["outputs"] = result.outputs;
  if (result.kind == "exact") json["largest_error"] = result.largest_error;
  if (result.kind == "statistics") {
    json["largest_z_mean"] = result.largest_z_mean;
    json["largest_z_variance"] = result.largest_z_variance;
  }
  return json;
}

VerificationResult verify_recording(const std::filesystem::path& path, const VerificationOptions& options) {
  VerificationResult result;
  result.file = path.string();
  try {
    const RecordingFile file = read_recording_file(path);
    result.kind = file.kind;
    verify(file, options, result);
  } catch (const Error& error) {
    // Whatever is wrong with the recording, parameters out of range too, is bad input and names its file.
    const bool of_file = error.kind() == ErrorKind::usage || error.kind() == ErrorKind::input;
    if (!of_file) throw;
    const bool named = error.where().find(path.string()) != std::string::npos;
    const std::string where = named                   ? error.where()
                              : error.where().empty() ? path.string()
                                                      : path.string() + ", " + error.where();
    throw Error(ErrorKind::input, error.problem(), where, error.remedy());
  }
  return result;
}

}  // namespace acim
