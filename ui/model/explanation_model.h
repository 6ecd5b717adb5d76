#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "cost/explained_layer.h"
#include "cost/layer_cost.h"
#include "ui/model/job_queue.h"
#include "ui/model/layer_probe.h"

namespace acim::ui {

/// no_array: the mode has none; all_digital: no layer is on it.
enum class ExplanationState { empty, no_array, all_digital, waiting, ready, problem };

/// What explains a network at one setting.
struct Explanation {
  std::vector<LayerExplanation> layers;  ///< those of the array, in their order
  std::vector<double> csnr_db;           ///< of each of them, infinite where nothing is lost
  bool measured = false;                 ///< csnr_db is of all images that ran at the settings, not of those explained
  std::vector<std::size_t> ranked;       ///< places in `layers`, the least signal to noise first
  std::vector<KnobTrial> trials;         ///< over all layers
  std::vector<cost::DesignHint> hints;   ///< of the settings
  bool tried = false;                    ///< the trials are there

  bool is_lossless() const;
};

/// Why the accuracy is what it is: core's explanation of each layer at the settings in view, computed in the background
/// while somebody looks. Causes come first, what knobs would gain a moment later; newer settings win.
class ExplanationModel : public QObject {
  Q_OBJECT

 public:
  explicit ExplanationModel(QObject* parent = nullptr);
  ~ExplanationModel() override;

  /// Another network; none: empty.
  void set_network(std::shared_ptr<const LayerProbe> probe, std::vector<cost::LayerWork> layers);
  void set_settings(const PointSettings& settings);
  /// Signal to noise at the settings by place in the network, dB, NaN where nothing ran: a run measures more of it.
  void set_measured(const std::vector<double>& csnr_db);
  /// Nothing is computed while nobody looks.
  void watch(bool looks);
  bool is_watched() const { return watched_; }
  /// By its place in the network; nothing happens where it is not explained (yet: then it is remembered).
  void set_layer(int layer);

  ExplanationState state() const { return state_; }
  const QString& problem() const { return problem_; }
  /// The last one, while waiting that of the settings before; null where there is none.
  const Explanation* explanation() const { return explanation_.get(); }
  /// The chosen layer's, else the worst; null without explanation.
  const LayerExplanation* layer() const;
  /// How much of what is awaited is done, 0 .. 1; 1: all of it, trials too.
  double progress() const { return progress_; }
  const PointSettings& settings() const { return settings_; }
  std::int64_t images() const { return probe_ ? probe_->explained_images() : 0; }

 Q_SIGNALS:
  void changed();
  /// The same layers have other csnr_db, and may stand in another order.
  void measured_changed();
  void advanced();

 private:
  void start();
  void compute();
  /// What can be said without looking at data; nothing: an explanation can be had.
  std::optional<ExplanationState> plain_state();

  std::shared_ptr<const LayerProbe> probe_;
  std::vector<cost::LayerWork> layers_;
  PointSettings settings_;
  int layer_ = -1;
  ExplanationState state_ = ExplanationState::empty;
  QString problem_;
  double progress_ = 0;
  std::shared_ptr<const Explanation> explanation_;
  bool watched_ = false;
  bool stale_ = true;
  QTimer delay_;
  std::stop_source stop_;
  JobQueue queue_;  ///< last: its thread ends before the rest
};

}  // namespace acim::ui
