#include "study/sensitivity_run.h"

#include <algorithm>
#include <limits>

#include "study/block_schedule.h"

namespace acim {

namespace {

/// Looks at the ranking after each round, in order, until it is decided.
class RoundWatch {
 public:
  RoundWatch(const StudySpec& spec, const Evaluator& evaluator, std::int64_t images, double tolerance)
      : spec_(spec),
        evaluator_(evaluator),
        rounds_(round_schedule(spec, images)),
        criterion_{tolerance, rounds_.block_count()} {
    ranking_ = ranking_of_first(0, nullptr);
  }

  /// Takes the rounds that are complete by now; whether there were any.
  bool advance(const StudyRunner& runner) {
    bool advanced = false;
    const std::int64_t complete = complete_images(runner);
    while (!decided_ && round_ < rounds_.block_count()) {
      const ImageRange range = rounds_.block(round_);
      if (range.first + range.count > complete) break;
      ranking_ = ranking_of_first(range.first + range.count, &runner);
      decided_ = ranking_.decided();
      ++round_;
      advanced = true;
    }
    return advanced;
  }

  bool decided() const { return decided_; }
  const SensitivityRanking& ranking() const { return ranking_; }

 private:
  /// How many images, from the first, every point has.
  std::int64_t complete_images(const StudyRunner& runner) {
    predictions_.clear();
    std::int64_t complete = std::numeric_limits<std::int64_t>::max();
    for (std::size_t point = 0; point < spec_.points.size(); ++point) {
      const auto& known = predictions_.emplace_back(runner.predictions(static_cast<int>(point)));
      complete = std::min(complete, std::find(known.begin(), known.end(), -1) - known.begin());
    }
    return complete;
  }

  SensitivityRanking ranking_of_first(std::int64_t images, const StudyRunner* runner) const {
    SensitivityCounts counts;
    for (std::size_t point = 0; point < spec_.points.size(); ++point) {
      auto& right = counts.right.emplace_back(static_cast<std::size_t>(images));
      for (std::size_t i = 0; i < right.size(); ++i) {
        right[i] = predictions_[point][i] == evaluator_.label(static_cast<std::int64_t>(i));
      }
      counts.average_margin.push_back(runner == nullptr ? std::nullopt
                                                        : runner->average_margin(static_cast<int>(point), images));
    }
    return rank_layers(spec_, counts, criterion_);
  }

  const StudySpec& spec_;
  const Evaluator& evaluator_;
  const BlockSchedule rounds_;
  const RankCriterion criterion_;
  std::vector<std::vector<int>> predictions_;
  std::int64_t round_ = 0;
  bool decided_ = false;
  SensitivityRanking ranking_;
};

}  // namespace

SensitivityOutcome run_sensitivity(const StudySpec& spec, std::shared_ptr<const Evaluator> evaluator,
                                   const SensitivityOptions& options, const std::stop_token& stop) {
  const std::int64_t images =
      spec.subject.images > 0 ? std::min(spec.subject.images, evaluator->image_count()) : evaluator->image_count();
  RoundWatch watch(spec, *evaluator, images, options.tolerance);
  StudyRunner* running = nullptr;
  const auto look = [&] {
    if (watch.advance(*running) && options.on_ranking) options.on_ranking(watch.ranking());
    if (watch.decided()) running->stop();
  };
  RunnerOptions runner_options;
  runner_options.threads = options.threads;
  runner_options.store = options.store;
  runner_options.on_event = [&](const StudyEvent& event) {
    if (options.on_event) options.on_event(event);
    if (event.kind == StudyEvent::Kind::round_committed && !watch.decided()) look();
  };
  StudyRunner runner(spec, evaluator, std::move(runner_options));
  running = &runner;
  look();

  SensitivityOutcome outcome;
  if (!watch.decided()) {
    runner.start();
    const std::stop_callback on_stop(stop, [&runner] { runner.stop(); });
    outcome.state = runner.wait();
    watch.advance(runner);
  }
  if (outcome.state == RunnerState::failed) outcome.error = runner.error();
  if (outcome.state == RunnerState::stopped && watch.decided()) outcome.state = RunnerState::finished;
  outcome.ranking = watch.ranking();
  return outcome;
}

}  // namespace acim
