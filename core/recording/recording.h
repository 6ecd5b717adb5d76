#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <stop_token>
#include <string>

#include "array/engine.h"
#include "study/evaluator.h"

namespace acim {

enum class VerificationStatus { pass, fail, skipped };

/// What became of one recording.
struct VerificationResult {
  std::string file;
  VerificationStatus status = VerificationStatus::fail;
  std::string kind;           ///< quantiser, exact, statistics, network
  std::string detail;         ///< one line: largest error or z statistics, or why
  double largest_error = 0;   ///< exact: relative to the largest output
  double largest_z_mean = 0;  ///< statistics
  double largest_z_variance = 0;
  std::int64_t outputs = 0;
};
nlohmann::json to_json(const VerificationResult& result);

struct VerificationOptions {
  const Engine* engine = nullptr;  ///< required
  int repeats = 1000;              ///< of statistics
  int threads = 2;
  /// Makes the evaluator of a network recording; empty: such files are skipped.
  std::shared_ptr<const Evaluator> network;
  std::function<void(double)> progress;  ///< 0..1, from the calling thread; may be empty
  std::stop_token stop;                  ///< Error(cancelled) when requested
};

/// Checks a file of the acim-recording format with the criteria of docs/recordings.md. Error(input) for a malformed
/// file.
VerificationResult verify_recording(const std::filesystem::path& path, const VerificationOptions& options);

}  // namespace acim
