#include "ui/model/sensitivity_study.h"

#include <fmt/format.h>

#include <QElapsedTimer>
#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <utility>

#include "study/named_setting.h"
#include "study/study_base.h"
#include "ui/model/adc_range_choice.h"
#include "ui/model/error_words.h"
#include "ui/model/memory_store.h"
#include "ui/model/parameter_text.h"

namespace acim::ui {

/// What was asked for, and what is computed of it so far.
struct SensitivityStudy::Work {
  PointSettings base;
  std::string adc_range;
  std::vector<LayerOverride> treatments;
  StudySubject subject;
  std::shared_ptr<const Evaluator> evaluator;
  std::vector<StudiedLayer> layers;
  RangeCalibration calibrate;
  int threads = 0;
  std::shared_ptr<const KeptRun> before;  ///< taken over when it is of the same study
  // Of the queue's thread alone, made by the first job.
  StudySpec spec;
  std::unique_ptr<MemoryStore> store;
};

namespace {

constexpr int kSnapshotInterval = 2000;  ///< ms between results that are handed over to be saved

/// The base with the range that a sweep at this point would have; the same for all treatments, so that a treatment
/// changes its layer and nothing else.
PointSettings calibrated_base(PointSettings base, const StudySubject& subject, const std::string& adc_range,
                              const RangeCalibration& calibrate, const std::stop_token& stop) {
  if (adc_range.empty() || adc_range == kFullAdcRange) return base;
  if (!calibrate) {
    throw Error(ErrorKind::usage, Phrase("Error", "The ADC's range of this network cannot be calibrated here"), {},
                Phrase("Error", "Switch the calibration of the ADC's range off"));
  }
  StudySpec spec = make_study_spec(subject, base, {}, {});
  spec.adc_range = adc_range;
  calibrate(
      spec, [](std::size_t) {}, stop);
  return spec.points.front().settings;
}

bool same_origin(const std::vector<std::pair<std::string, std::string>>& one,
                 const std::vector<std::pair<std::string, std::string>>& other) {
  constexpr std::array<const char*, 3> kKeys = {"network_hash", "images_hash", "calibration_hash"};
  return std::all_of(kKeys.begin(), kKeys.end(),
                     [&](const char* key) { return provenance_value(one, key) == provenance_value(other, key); });
}

}  // namespace

SensitivityStudy::SensitivityStudy(StudyController* controller, QObject* parent)
    : QObject(parent), controller_(controller) {
  connect(controller, &StudyController::state_changed, this, &SensitivityStudy::take_turn);
  connect(controller, &StudyController::run_started, this, &SensitivityStudy::take_turn);
  connect(controller, &StudyController::opened, this, &SensitivityStudy::take_network);
}

SensitivityStudy::~SensitivityStudy() {
  shut_down();
}

void SensitivityStudy::shut_down() {
  interrupt();
  costs_stop_.request_stop();
  ranking_stop_.request_stop();
  work_.reset();
}

void SensitivityStudy::set_state(SensitivityState state) {
  state_ = state;
  Q_EMIT changed();
}

// Running.

void SensitivityStudy::start(const PointSettings& base, const std::string& adc_range,
                             const std::vector<LayerOverride>& treatments) {
  if (!controller_->is_open()) return;
  interrupt();
  ranking_stop_.request_stop();
  auto work = std::make_shared<Work>();
  work->base = base;
  work->adc_range = adc_range == kFullAdcRange ? std::string() : adc_range;
  work->treatments = treatments;
  work->subject = controller_->subject();
  // Not the one that collects CSNR: that belongs to the sweep.
  work->evaluator = controller_->preview_evaluator();
  work->calibrate = controller_->range_calibration();
  work->threads = controller_->threads();
  work->before = run_;
  for (const cost::LayerWork& layer : controller_->layers())
    work->layers.push_back({layer.name, layer.first_convolution});
  work_ = std::move(work);
  problem_.clear();
  progress_ = {};
  state_ = SensitivityState::waiting;
  take_turn();
  Q_EMIT changed();
}

void SensitivityStudy::take_turn() {
  const bool sweep = controller_->is_preparing() || controller_->state() == StudyState::running;
  if (state_ == SensitivityState::waiting && !sweep) {
    launch();
    set_state(SensitivityState::running);
  } else if (state_ == SensitivityState::running && sweep) {
    interrupt();
    set_state(SensitivityState::waiting);
  }
}

void SensitivityStudy::interrupt() {
  stop_.request_stop();
}

void SensitivityStudy::stop() {
  if (!is_active()) return;
  interrupt();
  set_state(ranking_.base.images > 0 ? SensitivityState::stopped : SensitivityState::none);
  // Behind the job that ends now: what it computed last.
  queue_.add([this, work = work_](const std::stop_token& closing) {
    if (closing.stop_requested() || !work->store) return;
    auto run = std::make_shared<const KeptRun>(kept_run(*work->store));
    QMetaObject::invokeMethod(
        this,
        [this, work, run = std::move(run)] {
          if (work != work_) return;
          take(run);
          Q_EMIT run_changed();
        },
        Qt::QueuedConnection);
  });
}

void SensitivityStudy::launch() {
  stop_ = std::stop_source();
  queue_.add([this, work = work_, source = stop_](const std::stop_token& closing) mutable {
    const std::stop_callback on_closing(closing, [&source] { source.request_stop(); });
    const std::stop_token stop = source.get_token();
    if (stop.stop_requested()) return;
    try {
      this->work(work, stop);
    } catch (const std::exception&) {
      const QString problem = error_text(current_error(), {}).text;
      hand_over(this, stop, [this, problem] {
        problem_ = problem;
        set_state(SensitivityState::failed);
      });
    }
  });
}

/// On the queue's thread.
void SensitivityStudy::work(const std::shared_ptr<Work>& work, const std::stop_token& stop) {
  if (!work->store) {
    const PointSettings base = calibrated_base(work->base, work->subject, work->adc_range, work->calibrate, stop);
    StudySpec spec = make_sensitivity_spec(work->subject, base, work->layers, work->treatments);
    spec.adc_range = work->adc_range;
    auto provenance = work->evaluator->provenance();
    provenance.emplace_back(kSensitivityToleranceKey, fmt::format("{}", 100 * RankCriterion{}.tolerance));
    auto store = std::make_unique<MemoryStore>(spec, provenance, work->evaluator->calibration());
    if (work->before && work->before->spec == spec && same_origin(work->before->provenance, provenance)) {
      add_blocks(*store, *work->before);
    }
    work->before.reset();
    work->spec = std::move(spec);
    work->store = std::move(store);
  }
  QElapsedTimer shown;
  QElapsedTimer kept;
  kept.start();
  const auto due = [](QElapsedTimer& timer, int interval) {
    if (timer.isValid() && timer.elapsed() < interval) return false;
    timer.start();
    return true;
  };
  SensitivityOptions options;
  options.threads = work->threads;
  options.store = work->store.get();
  options.on_event = [&](const StudyEvent& event) {
    if (event.images_total == 0 || !due(shown, kEventInterval)) return;
    const StudyProgress progress{event.images_done, event.images_total, event.images_per_second, event.seconds_left};
    hand_over(this, stop, [this, progress] {
      progress_ = progress;
      Q_EMIT changed();
    });
  };
  QElapsedTimer ranked;
  options.on_ranking = [&](const SensitivityRanking& ranking) {
    if (!due(ranked, kEventInterval)) return;
    const auto run = due(kept, kSnapshotInterval) ? std::make_shared<const KeptRun>(kept_run(*work->store)) : nullptr;
    hand_over(this, stop, [this, work, ranking, run] {
      const bool same = spec_ == work->spec;
      spec_ = work->spec;
      ranking_ = ranking;
      if (!same) start_costs();
      if (run) {
        run_ = run;
        Q_EMIT run_changed();
      }
      Q_EMIT changed();
    });
  };
  const SensitivityOutcome outcome = run_sensitivity(work->spec, work->evaluator, options, stop);
  auto run = std::make_shared<const KeptRun>(kept_run(*work->store));
  hand_over(this, stop, [this, work, outcome, run = std::move(run)] {
    const bool same = spec_ == work->spec;
    spec_ = work->spec;
    ranking_ = outcome.ranking;
    if (!same) start_costs();
    run_ = run;
    if (outcome.error) problem_ = error_text(*outcome.error, {}).text;
    set_state(outcome.error ? SensitivityState::failed : SensitivityState::finished);
    Q_EMIT run_changed();
  });
}

// Results.

void SensitivityStudy::take_network() {
  const auto same_network = [this](const StudySubject& subject) {
    return subject.network == controller_->subject().network &&
           subject.architecture == controller_->subject().architecture;
  };
  // A run is of the evaluator that was open, its results are of the network.
  if (is_active()) {
    interrupt();
    state_ = ranking_.base.images > 0 ? SensitivityState::stopped : SensitivityState::none;
  }
  work_.reset();
  if (run_ && !same_network(run_->spec.subject)) {
    show(nullptr);
    Q_EMIT run_changed();
    return;
  }
  start_costs();
  Q_EMIT changed();
}

void SensitivityStudy::show(const std::shared_ptr<const KeptRun>& run) {
  interrupt();
  ranking_stop_.request_stop();
  work_.reset();
  problem_.clear();
  state_ = SensitivityState::none;
  spec_ = {};
  ranking_ = {};
  energies_.clear();
  run_ = nullptr;
  if (run) take(run);
  Q_EMIT changed();
}

/// Ranks it in the background; a few hundred rounds of as many points take longer than a frame.
void SensitivityStudy::take(const std::shared_ptr<const KeptRun>& run) {
  run_ = run;
  ranking_stop_.request_stop();
  ranking_stop_ = std::stop_source();
  side_queue_.add([this, run, stop = ranking_stop_.get_token()](const std::stop_token& closing) {
    if (stop.stop_requested() || closing.stop_requested()) return;
    try {
      const double tolerance = sensitivity_tolerance(run->provenance);
      hand_over(this, stop, [this, run, ranking = ranking_of(*run, tolerance)] {
        spec_ = run->spec;
        ranking_ = ranking;
        const bool over = ranking.decided() || is_complete(*run);
        if (!is_active()) state_ = over ? SensitivityState::finished : SensitivityState::stopped;
        start_costs();
        Q_EMIT changed();
      });
    } catch (const std::exception&) {
      hand_over(this, stop, [this, problem = error_text(current_error(), {}).text] {
        problem_ = problem;
        set_state(SensitivityState::failed);
      });
    }
  });
}

void SensitivityStudy::start_costs() {
  costs_stop_.request_stop();
  costs_stop_ = std::stop_source();
  energies_.clear();
  const std::span<const cost::LayerWork> layers = controller_->layers();
  if (layers.empty() || spec_.points.empty()) return;
  side_queue_.add([this, spec = spec_, layers = std::vector<cost::LayerWork>(layers.begin(), layers.end()),
                   stop = costs_stop_.get_token()](const std::stop_token& closing) {
    if (stop.stop_requested() || closing.stop_requested()) return;
    std::vector<double> energies;
    for (const PointCost& one : point_costs(layers, spec, stop)) {
      energies.push_back(one.cost ? one.cost->uj_per_inference() : std::nan(""));
    }
    hand_over(this, stop, [this, energies = std::move(energies)] {
      energies_ = energies;
      Q_EMIT changed();
    });
  });
}

std::vector<std::string> SensitivityStudy::treatments() const {
  std::vector<std::string> found;
  for (const LayerSensitivity& layer : ranking_.layers) {
    if (found.empty() || found.back() != layer.treatment) found.push_back(layer.treatment);
  }
  return found;
}

std::vector<std::optional<LayerLoss>> SensitivityStudy::losses(const std::string& treatment,
                                                               const std::vector<std::string>& layers) const {
  std::vector<std::optional<LayerLoss>> losses(layers.size());
  const LayerSensitivity* above = nullptr;
  for (const LayerSensitivity& layer : ranking_.layers) {
    if (layer.treatment != treatment || layer.images == 0) continue;
    LayerLoss loss{layer, layer.gap != RankGap::open && (above == nullptr || above->gap != RankGap::open)};
    above = &layer;
    if (layer.point < energies_.size() && energies_.front() > 0 && !std::isnan(energies_[layer.point])) {
      loss.energy_saved = 1 - energies_[layer.point] / energies_.front();
    }
    for (std::size_t i = 0; i < layers.size(); ++i) {
      if (layers[i] == layer.layer) losses[i] = loss;
    }
  }
  return losses;
}

bool SensitivityStudy::is_of(const PointSettings& base, const std::string& adc_range) const {
  if (spec_.points.empty()) return false;
  return spec_.adc_range == (adc_range == kFullAdcRange ? std::string() : adc_range) &&
         settings_before_calibration(spec_, spec_.points.front()) == base && spec_.subject == controller_->subject();
}

QString treatment_label(const std::string& treatment) {
  const LayerOverride parsed = parse_treatment(treatment);
  QStringList parts;
  if (parsed.digital)
    parts << (*parsed.digital ? SensitivityStudy::tr("Digital") : SensitivityStudy::tr("On the array"));
  for (const auto& [key, value] : parsed.values) parts << named_value(parameter_of(key), value_text(value));
  return parts.join(QStringLiteral(", "));
}

}  // namespace acim::ui
