#include "ui/model/study_controller.h"

#include <QPointer>
#include <algorithm>
#include <map>
#include <mutex>
#include <new>
#include <system_error>
#include <utility>

#include "macro/exact_point.h"
#include "study/held_noise.h"
#include "study/named_setting.h"
#include "study/study_store.h"
#include "study/subject_misfit.h"
#include "ui/model/autosave_store.h"
#include "ui/model/error_words.h"
#include "ui/model/study_writer.h"
#include "ui/model/subject_text.h"

namespace acim::ui {

/// Where a run's events wait for the window's thread: the newest totals of each point and the newest progress, so it
/// never holds more than the study has points.
struct StudyController::Mailbox {
  std::mutex mutex;
  std::map<int, PointResult> points;
  std::optional<StudyProgress> progress;
  std::optional<RunnerState> state;
  std::optional<Error> error;

  void put(const StudyEvent& event) {
    const std::lock_guard lock(mutex);
    if (event.kind == StudyEvent::Kind::point_advanced) points[event.point] = event.result;
    if (event.kind == StudyEvent::Kind::state_changed) state = event.state;
    if (event.error) error = event.error;
    if (event.images_total > 0) {
      progress = StudyProgress{event.images_done, event.images_total, event.images_per_second, event.seconds_left};
    }
  }
  /// Totals that are there before anything runs.
  void put(const std::vector<PointResult>& results) {
    const std::lock_guard lock(mutex);
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (results[i].images > 0) points[static_cast<int>(i)] = results[i];
    }
  }
  void put_failure(const Error& failure) {
    const std::lock_guard lock(mutex);
    state = RunnerState::failed;
    error = failure;
  }
};

namespace {

void add_known(StudyStore& file, const StudyStore& known, const Evaluator& evaluator) {
  const std::int64_t wanted = file.spec().subject.images;
  file.set_image_count(wanted > 0 ? std::min(wanted, evaluator.image_count()) : evaluator.image_count());
  for (StudyStore::Block& block : known.blocks()) file.add(std::move(block));
  file.commit();
}

/// What all points of a study are without their arrays; nothing when they differ in it.
std::optional<PointSettings> common_exact_point(const StudySpec& spec) {
  constexpr std::size_t kMostPoints = 2000;  // The window waits for it.
  if (spec.points.empty() || spec.points.size() > kMostPoints) return std::nullopt;
  PointSettings first = exact_point(spec.points.front().settings);
  const bool same = std::all_of(spec.points.begin() + 1, spec.points.end(),
                                [&](const StudyPoint& point) { return exact_point(point.settings) == first; });
  if (!same) return std::nullopt;
  return first;
}

/// By the place that the error names: a file of the network, or one of the images.
Culprit culprit_of(const StudySubject& subject, const std::string& where) {
  const auto begins = [&where](const std::string& path) { return !path.empty() && where.starts_with(path); };
  // "cifar10:/data/cifar-10,crop=224"
  const std::size_t colon = subject.dataset.find(':');
  std::string images = colon == std::string::npos ? subject.dataset : subject.dataset.substr(colon + 1);
  images.resize(std::min(images.size(), images.find(',')));
  const bool of_network = begins(subject.network);
  const bool of_images = begins(images) || begins(subject.dataset);
  if (of_network == of_images) return Culprit::unknown;
  return of_network ? Culprit::network : Culprit::images;
}

}  // namespace

ErrorText error_text(const Error& error, const QString& title) {
  return {title, error_sentences(error), title + '\n' + QString::fromUtf8(error.what()), error.kind()};
}

StudySpec sweep_of(const StudySubject& subject, const PointSettings& base, const SweepAxis& x, const SweepAxis& family,
                   const std::string& adc_range, NoiseUnit held_noise) {
  StudySpec spec = make_study_spec(subject, base, x, family);
  hold_noise(spec, held_noise, base.macro);
  if (x.key != kAdcRange && family.key != kAdcRange) spec.adc_range = adc_range;
  return spec;
}

StudyController::StudyController(EvaluationFactory factory, int threads, QObject* parent)
    : QObject(parent), factory_(std::move(factory)), threads_(threads) {
  timer_.setInterval(kEventInterval);
  connect(&timer_, &QTimer::timeout, this, &StudyController::take_events);
}

StudyController::~StudyController() {
  shut_down();
}

void StudyController::shut_down() {
  loading_stop_.request_stop();
  preparing_stop_.request_stop();
  costs_stop_.request_stop();
  timer_.stop();
  retire(sweep_);
  retire(float_reference_.run);
  retire(quantised_reference_.run);
}

void StudyController::set_state(StudyState state) {
  if (state_ == state) return;
  state_ = state;
  Q_EMIT state_changed();
}

// Loading.

void StudyController::open(const StudySubject& subject, double activation_percentile) {
  cancel_loading();
  loading_ = true;
  loading_stop_ = std::stop_source();
  if (!is_open()) set_state(StudyState::loading);
  Q_EMIT loading_started();
  const std::stop_token cancelled = loading_stop_.get_token();
  loading_queue_.add([this, subject, activation_percentile, cancelled, factory = factory_](const std::stop_token&) {
    // Everything that touches the window goes through its event loop and is dropped when a newer request came
    // meanwhile.
    const auto to_window = [this, cancelled](std::function<void()> action) {
      hand_over(this, cancelled, std::move(action));
    };
    if (cancelled.stop_requested()) return;
    const auto said = [&](const Error& error) {
      const Culprit culprit = culprit_of(subject, error.where());
      const QString both = tr("%1 on %2 could not be opened").arg(network_name(subject), images_name(subject));
      ErrorText text =
          error_text(error, culprit == Culprit::unknown
                                ? both
                                : tr("%1 could not be opened")
                                      .arg(culprit == Culprit::network ? network_name(subject) : images_name(subject)));
      text.culprit = culprit;
      return text;
    };
    const auto fail = [&](const ErrorText& text) {
      to_window([this, text] {
        loading_ = false;
        if (!is_open()) set_state(StudyState::empty);
        Q_EMIT open_failed(text);
      });
    };
    try {
      const auto progress = [&](double fraction, const std::string& what) {
        to_window([this, fraction, what] { Q_EMIT loading_advanced(fraction, QString::fromStdString(what)); });
      };
      OpenedSubject loaded = factory(subject, activation_percentile, progress, cancelled);
      to_window([this, subject, evaluator = std::move(loaded.evaluator), probe = std::move(loaded.probe),
                 pictures = std::move(loaded.pictures), preview = std::move(loaded.preview),
                 layers = std::make_shared<const std::vector<cost::LayerWork>>(std::move(loaded.layers)),
                 calibrate_ranges = std::move(loaded.calibrate_ranges)] {
        loading_ = false;
        drop_run();
        calibrate_ranges_ = calibrate_ranges;
        subject_ = subject;
        evaluator_ = evaluator;
        layers_ = layers;
        probe_ = probe;
        pictures_ = pictures;
        preview_ = preview;
        set_state(StudyState::ready);
        PointSettings in_float;
        in_float.mode = EvaluationMode::floating_point;
        start_reference(float_reference_, in_float);
        start_reference(quantised_reference_, std::nullopt);
        Q_EMIT opened();
      });
    } catch (const NormalisationWanted& error) {
      ErrorText text = said(error);
      text.wants_normalisation = true;
      fail(text);
    } catch (const SubjectMisfit& error) {
      ErrorText text = said(error);
      text.misfit = true;
      fail(text);
    } catch (...) {
      fail(said(current_error()));
    }
  });
}

void StudyController::cancel_loading() {
  loading_stop_.request_stop();
  if (!loading_) return;
  loading_ = false;
  if (!is_open()) set_state(StudyState::empty);
}

void StudyController::drop_run() {
  cancel_preparing();
  retire(sweep_);
  costs_stop_.request_stop();
  spec_ = {};
  results_.clear();
  costs_.clear();
  progress_ = {};
}

void StudyController::clear_run() {
  drop_run();
  ask_for_quantised();  // There is none of no run.
  set_state(is_open() ? StudyState::ready : StudyState::empty);
}

// Running.

/// Where a run saves itself as it goes: a new file, or a copy of the one that it goes on with.
std::unique_ptr<StudyStore> StudyController::autosave_store(const Run& run, const std::filesystem::path& place,
                                                            const std::filesystem::path& continued,
                                                            const StudyStore* known) {
  const auto tell = [this](const Error& error) {
    const ErrorText text = error_text(error, tr("The run goes on, but is not saved as it goes"));
    QMetaObject::invokeMethod(
        this, [this, text] { Q_EMIT autosave_failed(text); }, Qt::QueuedConnection);
  };
  std::unique_ptr<StudyStore> file;
  try {
    if (!continued.empty()) {
      const KeptRun before = kept_run(*StudyStore::open(continued));
      file = StudyStore::create(place, run.spec, before.provenance);
      add_blocks(*file, before);
    } else {
      file = StudyStore::create(place, run.spec, run.evaluator->provenance());
      if (const std::string calibration = run.evaluator->calibration(); !calibration.empty())
        file->set_calibration(calibration);
      if (known != nullptr) add_known(*file, *known, *run.evaluator);
    }
  } catch (const Error& error) {
    if (!continued.empty()) throw;  // Else it would begin anew in silence.
    tell(error);
    return nullptr;
  }
  return std::make_unique<AutosaveStore>(std::move(file), tell);
}

std::unique_ptr<StudyStore> StudyController::store_of(const Run& run, const std::filesystem::path& place,
                                                      const std::filesystem::path& continued,
                                                      const KnownPredictions* known) {
  std::unique_ptr<StudyStore> memory;
  if (known != nullptr && !known->points.empty()) memory = store_of_known(run.spec, *known, *run.evaluator);
  std::unique_ptr<StudyStore> file;
  if (!place.empty()) file = autosave_store(run, place, continued, memory.get());
  // Without a place of its own a run that goes on does so in its own file.
  if (place.empty() && !continued.empty()) file = StudyStore::open(continued);
  return file ? std::move(file) : std::move(memory);
}

std::shared_ptr<StudyController::Run> StudyController::launch(const StudySpec& spec, int threads, int generation,
                                                              const std::filesystem::path& continued,
                                                              std::shared_ptr<const KnownPredictions> known) {
  auto run = std::make_shared<Run>();
  run->generation = generation;
  run->spec = spec;
  run->evaluator = evaluator_;
  run->mailbox = std::make_shared<Mailbox>();
  const std::filesystem::path place = generation > 0 && autosave_place_ ? autosave_place_(generation) : "";
  runner_queue_.add([this, run, threads, place, continued, known = std::move(known)](const std::stop_token& stop) {
    if (stop.stop_requested()) return;
    RunnerOptions options;
    options.threads = threads;
    options.on_event = [mailbox = run->mailbox](const StudyEvent& event) { mailbox->put(event); };
    try {
      run->store = store_of(*run, place, continued, known.get());
      options.store = run->store.get();
      run->runner = std::make_shared<StudyRunner>(run->spec, run->evaluator, std::move(options));
      if (run->store) run->mailbox->put(run->runner->results());
      run->runner->start();
    } catch (...) {
      const Error error = current_error();
      run->runner.reset();  // Ends the threads that did start, before the last word.
      run->mailbox->put_failure(error);
    }
  });
  timer_.start();
  return run;
}

/// On the runners' queue, when the run is over or is to be.
void StudyController::collect(Run& run) {
  if (run.generation == 0 || run.collected || !run.runner) return;
  run.runner->stop();
  run.runner->wait();
  run.collected = true;
  const std::vector<PointResult> results = run.runner->results();
  if (std::ranges::all_of(results, [](const PointResult& result) { return result.images == 0; })) return;
  auto kept = std::make_shared<const KeptRun>(kept_run(run.spec, *run.runner, *run.evaluator));
  auto counts = std::make_shared<const RunCounts>(counts_of(*kept));
  QMetaObject::invokeMethod(
      this,
      [this, generation = run.generation, kept = std::move(kept), counts = std::move(counts)] {
        Q_EMIT run_collected(generation, kept, counts);
      },
      Qt::QueuedConnection);
}

void StudyController::with_runner(const std::shared_ptr<Run>& run, std::function<void(StudyRunner&)> action) {
  if (!run) return;
  runner_queue_.add([run, action = std::move(action)](const std::stop_token&) {
    if (!run->runner) return;
    try {
      action(*run->runner);
    } catch (...) {
      run->mailbox->put_failure(current_error());
    }
  });
}

void StudyController::read_answers(
    std::vector<std::size_t> points, QObject* receiver,
    std::function<void(const std::shared_ptr<const KeptRun>& answers, const std::shared_ptr<const RunCounts>& counts)>
        use) {
  runner_queue_.add([this, points = std::move(points), run = sweep_, receiver = QPointer<QObject>(receiver),
                     use = std::move(use)](const std::stop_token&) {
    std::shared_ptr<const KeptRun> answers;
    std::shared_ptr<const RunCounts> counts;
    try {
      if (run && run->runner) {
        answers = std::make_shared<const KeptRun>(answers_so_far(*run->runner, *run->evaluator, points));
        counts = std::make_shared<const RunCounts>(counts_of(*answers));
      }
    } catch (...) {
      answers.reset();  // Out of memory for a look at the run: no reason to end it.
    }
    QMetaObject::invokeMethod(
        this,
        [receiver, use, answers = std::move(answers), counts = std::move(counts)] {
          if (receiver) use(answers, counts);
        },
        Qt::QueuedConnection);
  });
}

void StudyController::retire(std::shared_ptr<Run>& run) {
  if (!run) return;
  runner_queue_.add([this, run = std::move(run)](const std::stop_token&) {
    try {
      collect(*run);
    } catch (...) {
      // Out of memory for what nobody may look at: the run's own file has it.
    }
    run->runner.reset();  // Stops and joins; nobody reads the mailbox any more.
    run->store.reset();
  });
  run.reset();
}

/// Contradictions of what layers have of their own with what a sweep sets for all.
void StudyController::check_layers(const StudySpec& spec) const {
  constexpr std::size_t kMostChecks = 20000;  // A moment; a larger sweep says the rest when it comes there.
  std::size_t checks = 0;
  for (const StudyPoint& point : spec.points) {
    if (point.settings.layers.empty() || (checks += layers().size()) > kMostChecks) return;
    for (const cost::LayerWork& layer : layers()) {
      settings_of_layer(point.settings, layer.name, layer.first_convolution);
    }
  }
}

bool StudyController::run(const PointSettings& base, const SweepAxis& x, const SweepAxis& family,
                          const std::string& adc_range, NoiseUnit held_noise) {
  if (!is_open()) return false;
  StudySpec spec;
  try {
    spec = sweep_of(subject_, base, x, family, adc_range, held_noise);
    check_layers(spec);
  } catch (const Error& error) {
    Q_EMIT refused(error_text(error, tr("This sweep cannot run")));
    return false;
  }
  cancel_preparing();
  const bool calibrates = std::any_of(spec.points.begin(), spec.points.end(), [&](const StudyPoint& point) {
    const std::string range = adc_range_of(spec, point);
    return !range.empty() && range != kFullAdcRange;
  });
  if (!calibrates) {
    start_run(std::move(spec), {});
    return true;
  }
  if (!calibrate_ranges_) {
    Q_EMIT refused(error_text(
        Error(ErrorKind::usage, Phrase("Error", "The ADC's range of this network cannot be calibrated here")),
        tr("This sweep cannot run")));
    return false;
  }
  prepare(std::move(spec));
  return true;
}

void StudyController::prepare(StudySpec spec) {
  preparing_ = true;
  preparing_stop_ = std::stop_source();
  // The cores are the calibration's now; what the run so far has computed stays.
  if (state_ == StudyState::running || state_ == StudyState::paused) stop_sweep();
  Q_EMIT state_changed();
  preparing_queue_.add([this, spec = std::move(spec), calibrate = calibrate_ranges_,
                        stop = preparing_stop_.get_token()](const std::stop_token& closing) mutable {
    const auto to_window = [this, stop](std::function<void()> action) { hand_over(this, stop, std::move(action)); };
    if (stop.stop_requested() || closing.stop_requested()) return;
    const auto points = static_cast<double>(spec.points.size());
    const auto advance = [&](std::size_t done) {
      const QString what = tr("Calibrating the ADC's range, %1 of %2 points").arg(done).arg(points);
      to_window(
          [this, fraction = static_cast<double>(done) / points, what] { Q_EMIT preparing_advanced(fraction, what); });
    };
    try {
      calibrate(spec, advance, stop);
      to_window([this, ready = std::make_shared<StudySpec>(std::move(spec))] {
        preparing_ = false;
        start_run(std::move(*ready), {});
      });
    } catch (...) {
      const ErrorText text = error_text(current_error(), tr("The ADC's range could not be calibrated"));
      to_window([this, text] {
        cancel_preparing();
        Q_EMIT refused(text);
      });
    }
  });
}

void StudyController::cancel_preparing() {
  preparing_stop_.request_stop();
  if (!preparing_) return;
  preparing_ = false;
  Q_EMIT state_changed();
}

std::shared_ptr<const KnownPredictions> StudyController::keep_predictions(const StudySpec& spec) {
  auto known = std::make_shared<KnownPredictions>();
  with_runner(sweep_, [known, before = spec_.points, now = spec.points](StudyRunner& runner) {
    // What is under way at this moment is to be known, too.
    runner.stop();
    runner.wait();
    constexpr std::size_t kMostPoints = 1000;  // Each with each of more would take longer than to compute them.
    const bool moved = before.size() <= kMostPoints && now.size() <= kMostPoints;
    for (std::size_t i = 0; i < before.size(); ++i) {
      const auto same = [&](const StudyPoint& point) { return point.settings == before[i].settings; };
      const bool wanted = (i < now.size() && same(now[i])) || (moved && std::ranges::any_of(now, same));
      if (!wanted) continue;
      known->points.push_back(before[i]);
      known->predictions.push_back(runner.predictions(static_cast<int>(i)));
    }
  });
  return known;
}

bool StudyController::continue_run(const StudySpec& spec, const std::filesystem::path& file) {
  if (!is_open() || spec.points.empty()) return false;
  cancel_preparing();
  start_run(spec, file);
  return true;
}

void StudyController::start_run(StudySpec spec, const std::filesystem::path& continued) {
  std::shared_ptr<const KnownPredictions> known = continued.empty() ? keep_predictions(spec) : nullptr;
  retire(sweep_);
  spec_ = std::move(spec);
  results_.assign(spec_.points.size(), {});
  progress_ = {};
  const std::int64_t wanted = spec_.subject.images;
  const std::int64_t images = wanted > 0 ? std::min(wanted, evaluator_->image_count()) : evaluator_->image_count();
  progress_.images_total = images * static_cast<std::int64_t>(spec_.points.size());
  ++generation_;
  sweep_ = launch(spec_, threads_, generation_, continued, std::move(known));
  start_costs();
  ask_for_quantised();
  state_ = StudyState::running;
  Q_EMIT run_started();
  Q_EMIT state_changed();
}

void StudyController::show_run(const KeptRun& run, const RunCounts& counts, StudyState state) {
  cancel_preparing();
  retire(sweep_);
  spec_ = run.spec;
  results_ = counts.results;
  progress_ = {};
  progress_.images_total = static_cast<std::int64_t>(run.labels.size() * run.predictions.size());
  for (const PointResult& result : results_) progress_.images_done += result.images;
  // Of another network than the one that is open the costs are not known.
  if (run.spec.subject == subject_) {
    start_costs();
  } else {
    costs_stop_.request_stop();
    costs_.clear();
    Q_EMIT costs_changed();
  }
  ask_for_quantised();
  state_ = state;
  Q_EMIT results_changed();
  Q_EMIT state_changed();
}

void StudyController::start_reference(Reference& reference, const std::optional<PointSettings>& settings) {
  retire(reference.run);
  reference = {};
  reference.settings = settings;
  Q_EMIT reference_changed();
  if (!settings) return;
  try {
    // One thread is enough: without an array the network is thousands of times faster than with one.
    reference.run = launch(make_study_spec(subject_, *settings, {}, {}), 1, 0);
  } catch (const Error&) {
    reference.run.reset();  // No reference line then; the sweep says what is wrong.
  }
}

void StudyController::ask_for_quantised() {
  // After the float one: they are not to share the cores with the curve's first points.
  if (float_reference_.run && !float_reference_.finished) return;
  const std::optional<PointSettings> wanted =
      is_open() && spec_.subject == subject_ ? common_exact_point(spec_) : std::optional<PointSettings>();
  if (wanted != quantised_reference_.settings) start_reference(quantised_reference_, wanted);
}

void StudyController::start_costs() {
  costs_stop_.request_stop();
  costs_stop_ = std::stop_source();
  costs_.clear();
  if (!layers_ || layers_->empty()) return;
  cost_queue_.add([this, spec = spec_, layers = layers_, stop = costs_stop_.get_token()](const std::stop_token&) {
    std::vector<PointCost> costs = point_costs(*layers, spec, stop);
    QMetaObject::invokeMethod(
        this,
        [this, stop, costs = std::move(costs)]() mutable {
          if (stop.stop_requested()) return;  // Of a run that was replaced meanwhile.
          costs_ = std::move(costs);
          Q_EMIT costs_changed();
        },
        Qt::QueuedConnection);
  });
}

PointCost StudyController::cost_by_layer(std::size_t point) const {
  if (!layers_ || point >= spec_.points.size()) return {};
  return point_cost_by_layer(*layers_, spec_.points[point].settings);
}

void StudyController::pause() {
  if (state_ != StudyState::running) return;
  with_runner(sweep_, [](StudyRunner& runner) { runner.pause(); });
  set_state(StudyState::paused);
}

void StudyController::resume() {
  if (state_ != StudyState::paused) return;
  with_runner(sweep_, [](StudyRunner& runner) { runner.resume(); });
  set_state(StudyState::running);
}

void StudyController::stop() {
  if (preparing_) return cancel_preparing();
  if (is_active()) stop_sweep();
}

void StudyController::stop_sweep() {
  with_runner(sweep_, [](StudyRunner& runner) { runner.stop(); });
  set_state(StudyState::stopped);
}

// Events.

void StudyController::take_events() {
  if (take_events_of(float_reference_)) ask_for_quantised();
  take_events_of(quantised_reference_);
  take_sweep_events();
  const auto waits = [](const Reference& reference) { return reference.run && !reference.finished; };
  if (!sweep_ && !waits(float_reference_) && !waits(quantised_reference_)) timer_.stop();
}

bool StudyController::take_events_of(Reference& reference) {
  if (!reference.run || reference.finished) return false;
  std::map<int, PointResult> points;
  std::optional<RunnerState> state;
  {
    const std::lock_guard lock(reference.run->mailbox->mutex);
    points.swap(reference.run->mailbox->points);
    state = reference.run->mailbox->state;
  }
  if (const auto found = points.find(0); found != points.end()) reference.result = found->second;
  reference.finished = state && *state != RunnerState::running && *state != RunnerState::paused;
  if (!points.empty() || reference.finished) Q_EMIT reference_changed();
  return reference.finished;
}

void StudyController::take_sweep_events() {
  if (!sweep_) return;
  std::map<int, PointResult> points;
  std::optional<StudyProgress> progress;
  std::optional<RunnerState> state;
  std::optional<Error> error;
  {
    const std::lock_guard lock(sweep_->mailbox->mutex);
    points.swap(sweep_->mailbox->points);
    progress.swap(sweep_->mailbox->progress);
    state.swap(sweep_->mailbox->state);
    error = sweep_->mailbox->error;
  }
  for (const auto& [point, result] : points) {
    if (point >= 0 && static_cast<std::size_t>(point) < results_.size())
      results_[static_cast<std::size_t>(point)] = result;
  }
  if (progress) progress_ = *progress;
  if (!points.empty() || progress) Q_EMIT results_changed();
  if (!state) return;
  switch (*state) {
    case RunnerState::finished:
      set_state(StudyState::finished);
      break;
    case RunnerState::stopped:
      set_state(StudyState::stopped);
      break;
    case RunnerState::failed:
      set_state(StudyState::failed);
      Q_EMIT run_failed(error_text(error ? *error : Error(ErrorKind::internal, Phrase("Error", "The run failed")),
                                   tr("The run stopped early")));
      break;
    case RunnerState::running:
    case RunnerState::paused:
      return;  // As asked for; state_ has it already.
  }
  runner_queue_.add([this, run = sweep_](const std::stop_token&) { collect(*run); });
}

// Files.

std::string StudyController::csv() const {
  // Data saved in the moment after Run has energies, too.
  const bool pending = costs_.empty() && layers_ != nullptr;
  const std::vector<CsvColumn> columns = cost_columns(pending ? point_costs(*layers_, spec_) : costs_);
  return results_csv(spec_, results_,
                     evaluator_ ? evaluator_->provenance() : std::vector<std::pair<std::string, std::string>>{},
                     columns);
}

void StudyController::save(const std::filesystem::path& path, std::shared_ptr<const KeptRun> shown,
                           StudyExtras extras) {
  const auto refuse = [this](const Error& error) {
    const ErrorText text = error_text(error, tr("The study could not be saved"));
    QMetaObject::invokeMethod(
        this, [this, text] { Q_EMIT save_failed(text); }, Qt::QueuedConnection);
  };
  if (!sweep_ && !shown) {
    refuse(Error(ErrorKind::usage, Phrase("Error", "Nothing has been computed yet"), {},
                 Phrase("Error", "Run a sweep first")));
    return;
  }
  runner_queue_.add(
      [this, path, refuse, run = sweep_, shown = std::move(shown), extras = std::move(extras)](const std::stop_token&) {
        try {
          if (!shown && !run->runner) {
            throw Error(ErrorKind::usage, Phrase("Error", "The sweep could not start, so there is nothing to save"), {},
                        Phrase("Error", "Run it again"));
          }
          // Closed before anyone hears of it, so that it can be opened at once.
          write_study(path, shown ? *shown : kept_run(run->spec, *run->runner, *run->evaluator), extras);
          QMetaObject::invokeMethod(
              this, [this, path] { Q_EMIT saved(QString::fromStdString(path.string())); }, Qt::QueuedConnection);
        } catch (...) {
          refuse(current_error());
        }
      });
}

}  // namespace acim::ui
