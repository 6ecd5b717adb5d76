#include "cli/study_run.h"

#include <fmt/format.h>

#include <chrono>
#include <mutex>
#include <nlohmann/json.hpp>
#include <numeric>
#include <utility>

#include "base/progress.h"
#include "study/command_line.h"
#include "study/study_store.h"

namespace acim::cli {
namespace {

std::int64_t images_of(const std::vector<PointResult>& results) {
  return std::accumulate(results.begin(), results.end(), std::int64_t{0},
                         [](std::int64_t sum, const PointResult& result) { return sum + result.images; });
}

}  // namespace

StudyOutcome run_study(const StudySpec& spec, const Evaluation& evaluation, RunnerOptions options,
                       const std::stop_token& stop,
                       const std::function<void(const std::vector<PointResult>&)>& on_ready) {
  using Clock = std::chrono::steady_clock;
  StudyRunner runner(spec, evaluation.evaluator, std::move(options));
  const std::vector<PointResult> known = runner.results();
  const std::int64_t images_before = images_of(known);
  if (on_ready) on_ready(known);
  const Clock::time_point begin = Clock::now();
  StudyOutcome outcome;
  {
    runner.start();
    const std::stop_callback on_stop(stop, [&runner] { runner.stop(); });
    outcome.state = runner.wait();
  }
  outcome.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  outcome.results = runner.results();
  outcome.new_images = images_of(outcome.results) - images_before;
  if (outcome.state == RunnerState::failed) {
    outcome.error = runner.error().value_or(Error(ErrorKind::internal, "the study failed without a reason"));
  }
  return outcome;
}

std::string progress_text(const StudyEvent& event) {
  std::string text = fmt::format("{} of {} images", event.images_done, event.images_total);
  if (event.images_per_second > 0) text += fmt::format(", {:.3g} images/s", event.images_per_second);
  if (event.seconds_left) text += ", " + duration_text(*event.seconds_left) + " left";
  return text;
}

nlohmann::json to_json(const PointResult& result) {
  const Interval interval = result.interval();
  return {{"images", result.images},
          {"correct", result.correct},
          {"accuracy", result.accuracy()},
          {"ci95", {interval.low, interval.high}},
          {"seconds", result.seconds}};
}

nlohmann::json provenance_json(const Evaluation& evaluation) {
  nlohmann::json json = {{"version", ACIM_VERSION}};
  for (const auto& [key, value] : evaluation.evaluator->provenance()) json[key] = value;
  return json;
}

Error stopped_study(const StudyStore* store, std::string_view command) {
  if (store == nullptr) {
    return {ErrorKind::cancelled, "stopped", {}, "With --out FILE.acim a stopped study can be continued"};
  }
  return {ErrorKind::cancelled,
          "stopped; what is done is saved",
          {},
          fmt::format("Continue with: acim {} --resume {}", command, shell_word(store->path().string()))};
}

}  // namespace acim::cli
