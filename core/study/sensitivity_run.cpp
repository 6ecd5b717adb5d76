#include "study/sensitivity_run.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "study/block_schedule.h"

namespace acim {

namespace {

/// What is known of a study's images.
struct KnownImages {
  std::vector<std::vector<int>> predictions;  ///< [point][image]; -1: not known
  std::function<std::optional<double>(std::size_t point, std::int64_t images)> average_margin;
};

/// Looks at the ranking after each round, in order, until it is decided.
class RoundWatch {
 public:
  RoundWatch(const StudySpec& spec, std::vector<int> labels, double tolerance)
      : spec_(spec),
        labels_(std::move(labels)),
        rounds_(round_schedule(spec, static_cast<std::int64_t>(labels_.size()))),
        criterion_{tolerance, rounds_.block_count()} {
    ranking_ = ranking_of_first(0, {std::vector<std::vector<int>>(spec.points.size()), {}});
  }

  /// Takes the rounds that are complete by now; whether there were any.
  bool advance(const KnownImages& known) {
    bool advanced = false;
    const std::int64_t complete = complete_images(known);
    while (!decided_ && round_ < rounds_.block_count()) {
      const ImageRange range = rounds_.block(round_);
      if (range.first + range.count > complete) break;
      ranking_ = ranking_of_first(range.first + range.count, known);
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
  static std::int64_t complete_images(const KnownImages& known) {
    std::int64_t complete = std::numeric_limits<std::int64_t>::max();
    for (const std::vector<int>& point : known.predictions) {
      complete = std::min(complete, std::find(point.begin(), point.end(), -1) - point.begin());
    }
    return complete;
  }

  SensitivityRanking ranking_of_first(std::int64_t images, const KnownImages& known) const {
    SensitivityCounts counts;
    for (std::size_t point = 0; point < spec_.points.size(); ++point) {
      auto& right = counts.right.emplace_back(static_cast<std::size_t>(images));
      for (std::size_t i = 0; i < right.size(); ++i) right[i] = known.predictions[point][i] == labels_[i];
      counts.average_margin.push_back(known.average_margin ? known.average_margin(point, images) : std::nullopt);
    }
    return rank_layers(spec_, counts, criterion_);
  }

  const StudySpec& spec_;
  const std::vector<int> labels_;
  const BlockSchedule rounds_;
  const RankCriterion criterion_;
  std::int64_t round_ = 0;
  bool decided_ = false;
  SensitivityRanking ranking_;
};

KnownImages known_images(const StudySpec& spec, const StudyRunner& runner) {
  KnownImages known;
  for (std::size_t point = 0; point < spec.points.size(); ++point) {
    known.predictions.push_back(runner.predictions(static_cast<int>(point)));
  }
  known.average_margin = [&runner](std::size_t point, std::int64_t images) {
    return runner.average_margin(static_cast<int>(point), images);
  };
  return known;
}

std::vector<int> labels_of(const Evaluator& evaluator, std::int64_t images) {
  std::vector<int> labels;
  for (std::int64_t image = 0; image < images; ++image) labels.push_back(evaluator.label(image));
  return labels;
}

}  // namespace

SensitivityOutcome run_sensitivity(const StudySpec& spec, std::shared_ptr<const Evaluator> evaluator,
                                   const SensitivityOptions& options, const std::stop_token& stop) {
  const std::int64_t images =
      spec.subject.images > 0 ? std::min(spec.subject.images, evaluator->image_count()) : evaluator->image_count();
  RoundWatch watch(spec, labels_of(*evaluator, images), options.tolerance);
  StudyRunner* running = nullptr;
  const auto look = [&] {
    if (watch.advance(known_images(spec, *running)) && options.on_ranking) options.on_ranking(watch.ranking());
    if (watch.decided()) running->stop();
  };
  RunnerOptions runner_options;
  runner_options.threads = options.threads;
  runner_options.store = options.store;
  runner_options.on_event = [&](const StudyEvent& event) {
    if (options.on_event) options.on_event(event);
    if (event.kind == StudyEvent::Kind::round_committed && !watch.decided()) look();
  };
  StudyRunner runner(spec, std::move(evaluator), std::move(runner_options));
  running = &runner;
  look();

  SensitivityOutcome outcome;
  if (!watch.decided()) {
    runner.start();
    const std::stop_callback on_stop(stop, [&runner] { runner.stop(); });
    outcome.state = runner.wait();
    watch.advance(known_images(spec, runner));
  }
  if (outcome.state == RunnerState::failed) outcome.error = runner.error();
  if (outcome.state == RunnerState::stopped && watch.decided()) outcome.state = RunnerState::finished;
  outcome.ranking = watch.ranking();
  return outcome;
}

SensitivityRanking ranking_of(const KeptRun& run, double tolerance) {
  RoundWatch watch(run.spec, {run.labels.begin(), run.labels.end()}, tolerance);
  KnownImages known;
  for (const std::vector<std::int16_t>& point : run.predictions) {
    known.predictions.emplace_back(point.begin(), point.end());
  }
  known.average_margin = [&run](std::size_t point, std::int64_t images) { return average_margin(run, point, images); };
  watch.advance(known);
  return watch.ranking();
}

double sensitivity_tolerance(std::span<const std::pair<std::string, std::string>> provenance) {
  const std::string text = provenance_value(provenance, kSensitivityToleranceKey);
  double percent = 0;
  const bool known = std::from_chars(text.data(), text.data() + text.size(), percent).ec == std::errc();
  return known && percent > 0 && percent <= 100 ? percent / 100 : RankCriterion{}.tolerance;
}

}  // namespace acim
