#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>

#include "study/kept_run.h"
#include "study/layer_sensitivity.h"
#include "study/study_runner.h"

namespace acim {

struct SensitivityOptions {
  int threads = 0;
  StudyStore* store = nullptr;  ///< as of RunnerOptions
  double tolerance = RankCriterion{}.tolerance;
  std::function<void(const StudyEvent&)> on_event = {};  ///< as of RunnerOptions
  std::function<void(const SensitivityRanking&)> on_ranking =
      {};  ///< after each round; on runner threads, one at a time
};

struct SensitivityOutcome {
  RunnerState state = RunnerState::finished;  ///< finished: ranks are decided or no image is left
  SensitivityRanking ranking;                 ///< of the rounds that are complete
  std::optional<Error> error;                 ///< of a study that failed
};

/// Runs a study of make_sensitivity_spec on a StudyRunner until the ranks are decided after a round, no image is left,
/// or stop is requested. The ranking holds the same images of every layer, and depends on neither threads nor
/// interruptions: what ran ahead of the deciding round is kept in the store, but not counted.
SensitivityOutcome run_sensitivity(const StudySpec& spec, std::shared_ptr<const Evaluator> evaluator,
                                   const SensitivityOptions& options, const std::stop_token& stop = {});

/// The ranking that run_sensitivity reached, or would have reached, with the results that a run of it holds.
SensitivityRanking ranking_of(const KeptRun& run, double tolerance);

/// Where the provenance of such a study says its tolerance.
inline constexpr std::string_view kSensitivityToleranceKey = "sensitivity_tolerance_percent";
/// The default's when it does not say.
double sensitivity_tolerance(std::span<const std::pair<std::string, std::string>> provenance);

}  // namespace acim
