#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "base/interval.h"
#include "study/paired_decision.h"
#include "ui/model/job_queue.h"
#include "ui/model/runs_model.h"

namespace acim::ui {

/// Two curves at one place of an axis both have: second minus first.
struct ComparedPoint {
  QString place;  ///< "ADC bits 6"
  QString value;  ///< "6"
  /// On the images that both were computed on; of runs on other images of their own.
  PointResult first;
  PointResult second;
  double difference = 0;               ///< of the accuracies, on the images below
  std::optional<Interval> interval;    ///< paired, of the difference; none where the images are not the same
  std::optional<Decision> decision;    ///< with those of the other places
  std::int64_t images = 0;             ///< that both were computed on
  std::optional<double> energy_ratio;  ///< second over first
};

/// What a comparison asks of one of its curves, place by place.
struct ComparedCurve {
  int run = 0;
  std::vector<std::size_t> points;  ///< of the run
  std::vector<PointResult> results;
  std::vector<double> energies;             ///< µJ an image; 0: not known
  std::shared_ptr<const KeptRun> kept;      ///< none: what each image gave is not known
  std::shared_ptr<const RunCounts> counts;  ///< of `kept`
};

struct CurvePair {
  std::vector<ComparedPoint> places;  ///< not compared yet
  ComparedCurve first;
  ComparedCurve second;
};

/// Same hash of the images, and same labels of those that both were computed on: predictions of one image can be told
/// against each other.
bool on_same_images(const ComparedCurve& first, const ComparedCurve& second);
bool on_same_images(const RunRecord& first, const RunRecord& second);

/// Each place of the first curve's axis that the second has too; the shown places when their axes have none in common.
/// Nothing where one of the runs is gone.
CurvePair pair_of(const RunsModel& model, CurveId first, CurveId second);
/// Looks through every answer of both.
std::vector<ComparedPoint> compared_points(const CurvePair& pair);
std::vector<ComparedPoint> compared_points(const RunsModel& model, CurveId first, CurveId second);

/// Follows two curves of which one or both may be under way, and stops the sweep when every difference is decided.
class CurveComparison : public QObject {
  Q_OBJECT

 public:
  static constexpr int kInterval = 500;  ///< ms between two looks

  CurveComparison(StudyController* controller, const RunsModel* model, CurveId first, CurveId second,
                  QObject* parent = nullptr);

  const std::vector<ComparedPoint>& points() const { return points_; }
  /// One of them is of the sweep that runs, or is paused.
  bool is_under_way() const;
  std::size_t decided() const;  ///< of points()
  bool is_decided() const { return !points_.empty() && decided() == points_.size(); }
  /// That every decision rests on.
  std::int64_t images_of_decision() const;
  /// Whether the sweep stops when it becomes decided; at first it does. Asked of one that is decided already, it stops
  /// at once; one that was decided before anybody looked does not stop by itself.
  void set_stops(bool stops);
  bool stops() const { return stops_; }
  /// It did so.
  bool has_stopped() const { return has_stopped_; }

 Q_SIGNALS:
  void changed();
  /// The sweep, because every difference is decided.
  void stopped();

 private:
  void look();
  void take(std::vector<ComparedPoint> points);
  void stop_if_decided();

  StudyController* controller_;
  const RunsModel* model_;
  CurveId first_;
  CurveId second_;
  std::vector<ComparedPoint> points_;
  QTimer next_look_;
  bool stops_ = true;
  bool looked_ = false;  ///< at what the sweep has answered
  bool has_stopped_ = false;

  // Last: its thread ends before anything else of this object does.
  JobQueue queue_;
};

}  // namespace acim::ui
