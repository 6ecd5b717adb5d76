#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

#include "ui/model/study_controller.h"

namespace acim::ui {

/// Signal to noise of a network at a point, over its layers on the array.
struct NetworkCsnr {
  double typical_db = 0;  ///< of the mean share of noise in a layer's outputs, each layer counting alike
  double least_db = 0;    ///< of the worst layer
  std::size_t worst_layer = 0;
};
/// Of the layers' CSNR in dB, NaN where there is none; nothing when no layer has one.
std::optional<NetworkCsnr> network_csnr(std::span<const double> layers_db);

/// Follows the knobs: of the point where they stand, energy and expected CSNR at once, and an accuracy that is measured
/// on the first images, in the order of a sweep, on more the longer the knobs rest. The newest settings win; work on
/// others is dropped. A sweep has the cores: while it runs nothing is measured here but for a moment after a knob
/// moved, and a point that it holds is taken from it.
class LivePreview : public QObject {
  Q_OBJECT

 public:
  static constexpr std::int64_t kMostImages = 3000;
  static constexpr int kMoveTime = 1000;  ///< ms after a change in which it may measure beside a sweep
  static constexpr int kInterval = 40;    ///< ms, at least, between changes of the measured accuracy

  struct Figures {
    std::optional<PointCost> cost;
    bool csnr_known = false;  ///< `csnr` is of these settings, and may be none
    std::optional<NetworkCsnr> csnr;
    bool csnr_measured = false;  ///< of all images of a sweep that ran there; else it is an estimate
    bool noisy = false;          ///< random noise is set; without it the estimate is a lower bound
    PointResult result;          ///< no images: nothing measured yet
    bool in_sweep = false;       ///< the sweep that is shown holds the point
    bool measuring = false;      ///< more images are on their way
    bool waiting = false;        ///< for a sweep to end
    QString problem;             ///< why nothing can be measured
  };

  explicit LivePreview(const StudyController* controller, QObject* parent = nullptr);
  ~LivePreview() override;

  bool is_enabled() const { return enabled_; }
  /// Off: nothing is computed, and what was is forgotten.
  void set_enabled(bool enabled);
  /// Where the knobs stand. `adc_range`: what calibrates the ADC's range, or "". `moved`: by a user, so it is measured.
  void show(const PointSettings& settings, const std::string& adc_range, bool moved);
  /// Another network is open, or none.
  void forget();

  bool is_known() const { return settings_.has_value(); }
  /// Knobs as they were shown; of calibrated ranges only the wish.
  const std::optional<PointSettings>& settings() const { return settings_; }
  const Figures& figures() const { return figures_; }
  /// How many are measured when nothing comes in between.
  std::int64_t images_wanted() const;

 Q_SIGNALS:
  void changed();

 private:
  struct Mailbox;
  struct Measurement {
    std::shared_ptr<Mailbox> mailbox;
    int threads = 1;
    std::unique_ptr<StudyStore> known;    ///< what one on other threads had computed; before its reader
    std::shared_ptr<StudyRunner> runner;  ///< touched on the measuring queue only
    std::stop_source stop;
    bool paused = false;
  };

  void estimate();
  void read_measured_csnr();
  void take_calibrated(const PointSettings& settings);
  /// Measures, pauses or drops the measurement, as the sweep and the knobs ask for.
  void balance();
  /// `before`: one of the same point, on other threads, which it takes the place of.
  void start_measurement(std::shared_ptr<Measurement> before = {});
  /// Half of the cores, so that window and desktop stay quick; one beside a sweep.
  int threads_now() const;
  void drop_measurement();
  void pause_measurement(bool paused);
  void take_result();
  void take_sweep_result();
  bool sweep_is_active() const;
  void find_in_sweep();

  const StudyController* controller_;
  bool enabled_ = true;
  std::optional<PointSettings> settings_;
  std::string adc_range_;
  std::optional<PointSettings> point_;  ///< the settings with calibrated ranges; none until they are
  bool moved_ = false;
  QElapsedTimer since_change_;
  QTimer move_timer_;
  QTimer result_timer_;
  Figures figures_;
  PointResult measured_;
  std::optional<std::size_t> sweep_point_;
  std::int64_t sweep_images_ = 0;  ///< that the sweep has there; 0 where it holds no such point
  bool reading_csnr_ = false;
  std::stop_source estimate_stop_;
  std::shared_ptr<Measurement> measurement_;

  // Last: their threads end before anything else of this object does.
  JobQueue estimate_queue_;
  JobQueue measure_queue_;
};

}  // namespace acim::ui
