#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "study/sensitivity_run.h"
#include "ui/model/job_queue.h"
#include "ui/model/study_controller.h"

namespace acim::ui {

enum class SensitivityState {
  none,     ///< nothing was asked yet
  waiting,  ///< for the sweep, which has the cores first
  running,
  finished,  ///< ranks are decided, or no image is left
  stopped,
  failed
};

/// What a treatment of one layer does, as the table shows it.
struct LayerLoss {
  LayerSensitivity sensitivity;
  bool decided = false;                     ///< told apart from its neighbours in the ranking, or level with them
  std::optional<double> energy_saved = {};  ///< of an image, as a share of the base's; negative: it costs more
};

/// Which layers the network can spare: each in turn under a treatment, ranked by the accuracy lost (core's
/// run_sensitivity), on the network and images that are open. It takes turns with the sweep instead of sharing the
/// cores with it: it waits while a sweep runs and goes on behind it, from what it has. A result is a function of
/// network, image and settings, so interruptions change nothing.
class SensitivityStudy : public QObject {
  Q_OBJECT

 public:
  /// What the window shows of progress and ranks is at most so fresh.
  static constexpr int kEventInterval = 100;  ///< ms

  explicit SensitivityStudy(StudyController* controller, QObject* parent = nullptr);
  ~SensitivityStudy() override;

  /// Begins with the settings of all other layers and what calibrates the ADC's range ("": nothing, else once, at the
  /// base); goes on with the results shown when they are of the same study. Nothing without a network.
  void start(const PointSettings& base, const std::string& adc_range, const std::vector<LayerOverride>& treatments);
  /// What is computed stays.
  void stop();
  /// Results of before, as a study file has them; null: none.
  void show(const std::shared_ptr<const KeptRun>& run);
  /// Asks everything to end; for the window's close.
  void shut_down();

  SensitivityState state() const { return state_; }
  bool is_active() const { return state_ == SensitivityState::waiting || state_ == SensitivityState::running; }
  const StudyProgress& progress() const { return progress_; }
  /// Why it failed; empty otherwise.
  const QString& problem() const { return problem_; }

  const SensitivityRanking& ranking() const { return ranking_; }
  /// Of the ranking, as texts that parse_treatment reads, in order; none before the first round.
  std::vector<std::string> treatments() const;
  /// What a treatment does to each layer; none for one that it does not change.
  std::vector<std::optional<LayerLoss>> losses(const std::string& treatment,
                                               const std::vector<std::string>& layers) const;
  /// Whether the ranking is of these settings.
  bool is_of(const PointSettings& base, const std::string& adc_range) const;
  /// Everything computed, to be saved; null: nothing.
  const std::shared_ptr<const KeptRun>& run() const { return run_; }

 Q_SIGNALS:
  void changed();
  /// There is more to save.
  void run_changed();

 private:
  struct Work;

  void take_turn();
  void launch();
  void interrupt();
  void work(const std::shared_ptr<Work>& work, const std::stop_token& stop);
  void take_network();
  void take(const std::shared_ptr<const KeptRun>& run);
  void start_costs();
  void set_state(SensitivityState state);

  StudyController* controller_;
  SensitivityState state_ = SensitivityState::none;
  StudyProgress progress_;
  QString problem_;
  StudySpec spec_;  ///< of the ranking
  SensitivityRanking ranking_;
  std::vector<double> energies_;  ///< µJ an image, by point; NaN: not known; empty: none known
  std::shared_ptr<const KeptRun> run_;
  std::shared_ptr<Work> work_;
  std::stop_source stop_;          ///< of the job that runs
  std::stop_source costs_stop_;    ///< of what is worked out of a ranking
  std::stop_source ranking_stop_;  ///< of the ranking of a run that was opened

  // Last: their threads end before anything else of this object does.
  JobQueue side_queue_;
  JobQueue queue_;
};

/// "ADC bits 6", "Digital": what a treatment (parse_treatment) does, for the screen.
QString treatment_label(const std::string& treatment);

}  // namespace acim::ui
