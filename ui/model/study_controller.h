#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

#include "base/error.h"
#include "macro/noise_units.h"
#include "study/evaluator.h"
#include "study/run_counts.h"
#include "study/study_runner.h"
#include "study/study_spec.h"
#include "study/study_store.h"
#include "ui/model/image_source.h"
#include "ui/model/job_queue.h"
#include "ui/model/known_results.h"
#include "ui/model/layer_probe.h"
#include "ui/model/point_costs.h"

namespace acim::ui {

/// Gives the points of a study that ask for it (adc_range_of) calibrated ADC ranges, as overrides. Called on a worker
/// thread, also on two at a time; throws acim::Error.
using RangeCalibration = std::function<void(
    StudySpec& spec, const std::function<void(std::size_t points_done)>& progress, const std::stop_token& stop)>;

/// What a study runs on, and the layers of its network as the cost model sees them (none: no energies are shown).
struct OpenedSubject {
  // Not explicit: a factory that knows no layers returns its evaluator.
  OpenedSubject(std::shared_ptr<const Evaluator> evaluator_of_images,  // NOLINT(google-explicit-constructor)
                std::vector<cost::LayerWork> layers_of_network = {}, RangeCalibration range_calibration = {},
                std::shared_ptr<const LayerProbe> probe_of_layers = nullptr,
                std::shared_ptr<const ImageSource> pictures_of_images = nullptr,
                std::shared_ptr<const Evaluator> evaluator_of_previews = nullptr)
      : evaluator(std::move(evaluator_of_images)),
        layers(std::move(layers_of_network)),
        calibrate_ranges(std::move(range_calibration)),
        probe(std::move(probe_of_layers)),
        pictures(std::move(pictures_of_images)),
        preview(evaluator_of_previews ? std::move(evaluator_of_previews) : evaluator) {}

  std::shared_ptr<const Evaluator> evaluator;
  std::vector<cost::LayerWork> layers;
  RangeCalibration calibrate_ranges;            ///< empty: not possible
  std::shared_ptr<const LayerProbe> probe;      ///< none: nobody looks into layers
  std::shared_ptr<const ImageSource> pictures;  ///< none: images are numbers
  /// Gives what `evaluator` gives, and keeps nothing of a point that is looked at in passing.
  std::shared_ptr<const Evaluator> preview;
};

/// Thrown by an EvaluationFactory: the network is sound, but how its images were normalised is not known.
class NormalisationWanted : public Error {
 public:
  explicit NormalisationWanted(const Error& error) : Error(error) {}
};

/// Builds what a study runs on; called on a worker thread. Throws acim::Error. The window knows no more of networks
/// than this, so its tests need none.
using EvaluationFactory = std::function<OpenedSubject(
    const StudySubject& subject, double activation_percentile,
    const std::function<void(double fraction, const std::string& what)>& progress, std::stop_token stop)>;

/// Which half of a study's subject an error is about.
enum class Culprit { unknown, network, images };

/// What went wrong, laid out for a banner.
struct ErrorText {
  QString title;
  QString text;
  QString details;
  ErrorKind kind = ErrorKind::internal;
  bool wants_normalisation = false;  ///< mean and standard deviation of the images would mend it
  bool misfit = false;               ///< network and images are sound, and do not belong together
  Culprit culprit = Culprit::unknown;
};
ErrorText error_text(const Error& error, const QString& title);

/// What a window has set: knobs, axes, what calibrates the ADC's range ("": nothing, and where an axis does), and what
/// of the random noise is the same at every point. Error(usage) as make_study_spec() and hold_noise().
StudySpec sweep_of(const StudySubject& subject, const PointSettings& base, const SweepAxis& x, const SweepAxis& family,
                   const std::string& adc_range, NoiseUnit held_noise);

enum class StudyState { empty, loading, ready, running, paused, stopped, finished, failed };

struct StudyProgress {
  std::int64_t images_done = 0;  ///< over all points
  std::int64_t images_total = 0;
  double images_per_second = 0;
  std::optional<double> seconds_left;
};

/// The one place where engine events enter Qt. Loads, runs, stops and destroys on threads of its own; what they report
/// is gathered and handed on at most every 40 ms. A run that was replaced has a mailbox nobody reads: its late events
/// are lost by construction.
class StudyController : public QObject {
  Q_OBJECT

 public:
  static constexpr int kEventInterval = 40;  ///< ms

  StudyController(EvaluationFactory factory, int threads, QObject* parent = nullptr);
  ~StudyController() override;

  /// Loads another network and images; what is open stays until that succeeded.
  void open(const StudySubject& subject, double activation_percentile);
  void cancel_loading();
  bool is_loading() const { return loading_; }
  bool is_open() const { return evaluator_ != nullptr; }
  const StudySubject& subject() const { return subject_; }
  const Evaluator* evaluator() const { return evaluator_.get(); }
  std::shared_ptr<const Evaluator> shared_evaluator() const { return evaluator_; }
  /// Of the network that is open; empty where they are not known.
  std::span<const cost::LayerWork> layers() const {
    return layers_ ? std::span<const cost::LayerWork>(*layers_) : std::span<const cost::LayerWork>();
  }

  /// Looks into the layers of the network that is open; may be null.
  std::shared_ptr<const LayerProbe> probe() const { return probe_; }
  std::shared_ptr<const ImageSource> pictures() const { return pictures_; }
  /// For points that are looked at in passing; null before a network is open.
  std::shared_ptr<const Evaluator> preview_evaluator() const { return preview_; }
  std::shared_ptr<const std::vector<cost::LayerWork>> shared_layers() const { return layers_; }
  const RangeCalibration& range_calibration() const { return calibrate_ranges_; }
  /// That a study runs on; 0: as many as the machine has.
  int threads() const { return threads_; }

  /// Starts a sweep and drops the one before. False, after refused(), when a point of it is invalid: then nothing
  /// changes. `adc_range`: what calibrates the range of all points, or "". Points that need it are calibrated first, in
  /// the background; what was computed before of the same points is kept.
  /// `held_noise`: what of the random noise is the same at every point.
  bool run(const PointSettings& base, const SweepAxis& x, const SweepAxis& family, const std::string& adc_range = {},
           NoiseUnit held_noise = NoiseUnit::percent);
  /// Goes on with a run that a study file holds (its results so far are kept), on the network and images that are open.
  /// False when none is open. A file that cannot be continued is told by run_failed().
  bool continue_run(const StudySpec& spec, const std::filesystem::path& file);
  /// Shows a run that is over, as if it had been computed here; its number is the new generation().
  void show_run(const KeptRun& run, const RunCounts& counts, StudyState state);
  /// Nothing is run and shown any more: as after opened().
  void clear_run();
  /// Where the run of each generation saves its rounds as they are done; none: nowhere. Trouble there stops no run, and
  /// is told by autosave_failed().
  void set_autosave(std::function<std::filesystem::path(int generation)> place) { autosave_place_ = std::move(place); }
  /// No run gets a number up to this one.
  void reserve_generations(int last) { generation_ = std::max(generation_, last); }
  void pause();
  void resume();
  void stop();
  /// Asks everything to end; for the window's close. The destructor waits for it.
  void shut_down();

  StudyState state() const { return state_; }
  bool is_active() const { return preparing_ || state_ == StudyState::running || state_ == StudyState::paused; }
  /// The ADC's ranges of the next run are being calibrated.
  bool is_preparing() const { return preparing_; }
  /// Number of the run shown, from 1; 0 before the first.
  int generation() const { return generation_; }
  const StudySpec& spec() const { return spec_; }
  const std::vector<PointResult>& results() const { return results_; }
  /// What an image costs at each point; empty until it is computed, and where the layers are not known.
  const std::vector<PointCost>& costs() const { return costs_; }
  /// The same of one point, layer by layer.
  PointCost cost_by_layer(std::size_t point) const;
  const StudyProgress& progress() const { return progress_; }
  /// Accuracy of the network as it is (mode float) on the same images, so far.
  const PointResult& reference() const { return float_reference_.result; }
  bool reference_finished() const { return float_reference_.finished; }
  /// The same of the run shown without its array: integers and exact sums. No images: not known (yet), or the points
  /// differ in it (along bits of weights, say). Computed once the float one is.
  const PointResult& quantised_reference() const { return quantised_reference_.result; }
  /// The exact_point() that it is of; nothing: there is none.
  const std::optional<PointSettings>& quantised_point() const { return quantised_reference_.settings; }

  /// The results as CSV (core's results_csv) with the columns of energy.
  std::string csv() const;
  /// Writes a study file with everything computed so far, on a worker thread; then saved() or save_failed().
  /// With `extras` beside the run shown, which is `shown` when it was not computed here.
  void save(const std::filesystem::path& path, std::shared_ptr<const KeptRun> shown = {}, StudyExtras extras = {});
  /// Hands on what the run shown has answered at these points so far (answers_so_far), a moment later on this thread,
  /// unless `receiver` is gone by then. Null where that could not be read.
  void read_answers(
      std::vector<std::size_t> points, QObject* receiver,
      std::function<void(const std::shared_ptr<const KeptRun>& answers, const std::shared_ptr<const RunCounts>& counts)>
          use);
  /// The run shown was computed here, and its predictions with it.
  bool has_runner() const { return sweep_ != nullptr; }

 Q_SIGNALS:
  void loading_started();
  void loading_advanced(double fraction, const QString& what);
  void opened();
  void open_failed(const acim::ui::ErrorText& error);
  void preparing_advanced(double fraction, const QString& what);
  void run_started();
  /// A run is over, replaced or ended: every prediction of it. Not sent for one that computed nothing.
  void run_collected(int generation, const std::shared_ptr<const acim::KeptRun>& run,
                     const std::shared_ptr<const acim::RunCounts>& counts);
  void autosave_failed(const acim::ui::ErrorText& error);
  void refused(const acim::ui::ErrorText& error);
  void results_changed();
  void costs_changed();
  void state_changed();
  void run_failed(const acim::ui::ErrorText& error);
  void reference_changed();
  void saved(const QString& path);
  void save_failed(const acim::ui::ErrorText& error);

 private:
  struct Mailbox;
  struct Run {
    int generation = 0;  ///< 0: a reference, which is not collected
    StudySpec spec;
    std::shared_ptr<const Evaluator> evaluator;
    std::unique_ptr<StudyStore> store;  ///< outlives the runner
    bool collected = false;
    std::shared_ptr<StudyRunner> runner;  ///< touched on the runners' queue only
    std::shared_ptr<Mailbox> mailbox;
  };

  /// What curves are measured against, computed beside them.
  struct Reference {
    std::optional<PointSettings> settings;  ///< of the one that there is, or that runs
    std::shared_ptr<Run> run;
    PointResult result;
    bool finished = false;
  };

  std::shared_ptr<Run> launch(const StudySpec& spec, int threads, int generation,
                              const std::filesystem::path& continued = {},
                              std::shared_ptr<const KnownPredictions> known = nullptr);
  /// What the run so far knows of points of `spec`, from when the runners' thread has done it.
  std::shared_ptr<const KnownPredictions> keep_predictions(const StudySpec& spec);
  void stop_sweep();
  void drop_run();
  void prepare(StudySpec spec);
  void cancel_preparing();
  /// `continued`: the file of the run that goes on, empty for a new one.
  void start_run(StudySpec spec, const std::filesystem::path& continued);
  /// Where a run reads what is known already and saves itself; null: nothing is known, and it is saved nowhere.
  std::unique_ptr<StudyStore> store_of(const Run& run, const std::filesystem::path& place,
                                       const std::filesystem::path& continued, const KnownPredictions* known);
  std::unique_ptr<StudyStore> autosave_store(const Run& run, const std::filesystem::path& place,
                                             const std::filesystem::path& continued, const StudyStore* known);
  void collect(Run& run);
  void retire(std::shared_ptr<Run>& run);
  void with_runner(const std::shared_ptr<Run>& run, std::function<void(StudyRunner&)> action);
  void start_reference(Reference& reference, const std::optional<PointSettings>& settings);
  /// When the run's points ask for another quantised reference than there is.
  void ask_for_quantised();
  void start_costs();
  void check_layers(const StudySpec& spec) const;
  void take_events();
  void take_sweep_events();
  /// True when it has come to its end with them.
  bool take_events_of(Reference& reference);
  void set_state(StudyState state);

  EvaluationFactory factory_;
  std::function<std::filesystem::path(int)> autosave_place_;
  int threads_;
  StudySubject subject_;
  std::shared_ptr<const Evaluator> evaluator_;
  std::shared_ptr<const std::vector<cost::LayerWork>> layers_;
  RangeCalibration calibrate_ranges_;
  std::shared_ptr<const LayerProbe> probe_;
  std::shared_ptr<const ImageSource> pictures_;
  std::shared_ptr<const Evaluator> preview_;
  bool loading_ = false;
  std::stop_source loading_stop_;
  bool preparing_ = false;
  std::stop_source preparing_stop_;

  StudyState state_ = StudyState::empty;
  int generation_ = 0;
  StudySpec spec_;
  std::vector<PointResult> results_;
  std::vector<PointCost> costs_;
  std::stop_source costs_stop_;
  StudyProgress progress_;
  std::shared_ptr<Run> sweep_;
  Reference float_reference_;
  Reference quantised_reference_;
  QTimer timer_;

  // Last: their threads end before anything else of this object does.
  JobQueue loading_queue_;
  JobQueue preparing_queue_;
  JobQueue cost_queue_;
  JobQueue runner_queue_;
};

}  // namespace acim::ui
