#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "evaluation/evaluation.h"
#include "study/study_runner.h"
#include "study/study_spec.h"

namespace acim {
class StudyStore;
}

namespace acim::cli {

struct StudyOutcome {
  RunnerState state = RunnerState::finished;
  std::vector<PointResult> results;
  double seconds = 0;           ///< on the clock
  std::int64_t new_images = 0;  ///< computed now, over all points
  std::optional<Error> error;   ///< of a study that failed
  double images_per_second() const { return seconds > 0 ? static_cast<double>(new_images) / seconds : 0; }
};

/// Runs a study until it is finished, stopped or failed; what was done is in the outcome in every case. Throws what
/// keeps it from beginning. `on_ready` hears, before anything is computed, what a store holds already.
StudyOutcome run_study(const StudySpec& spec, const Evaluation& evaluation, RunnerOptions options,
                       const std::stop_token& stop,
                       const std::function<void(const std::vector<PointResult>&)>& on_ready = {});

/// "4,200 of 10,000 images, 850 images/s, 1 min 12 s left"
std::string progress_text(const StudyEvent& event);

/// images, correct, accuracy, ci95, seconds of a point.
nlohmann::json to_json(const PointResult& result);
nlohmann::json provenance_json(const Evaluation& evaluation);
/// Error(cancelled) of a study that was stopped, with how `command` goes on with it; `store`: null when nothing is
/// saved.
Error stopped_study(const StudyStore* store, std::string_view command);

}  // namespace acim::cli
