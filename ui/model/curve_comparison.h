#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <stop_token>
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

enum class SharedImages {
  unknown,  ///< no image that both answered, or no answers are known
  same,     ///< predictions of one image can be told against each other
  other     ///< another hash of the images, or other labels of those that both answered
};
SharedImages shared_images(const ComparedCurve& first, const ComparedCurve& second);
bool on_same_images(const RunRecord& first, const RunRecord& second);

/// Each place of the first curve's axis that the second has too; the shown places when their axes have none in common.
/// Nothing where one of the runs is gone.
CurvePair pair_of(const RunsModel& model, CurveId first, CurveId second);
/// Image by image where these are the same; what is left when `stop` is requested stays uncompared.
std::vector<ComparedPoint> compared_points(const CurvePair& pair, SharedImages images,
                                           const std::stop_token& stop = {});

/// Follows two curves, of which one or both may be under way, on a thread of its own, and stops the sweep when every
/// difference is decided. The places that are compared are those of the beginning; what was known of a run that is gone
/// stays.
class CurveComparison : public QObject {
  Q_OBJECT

 public:
  static constexpr int kInterval = 500;  ///< ms between two looks

  CurveComparison(StudyController* controller, const RunsModel* model, CurveId first, CurveId second,
                  QObject* parent = nullptr);

  const std::vector<ComparedPoint>& points() const { return points_; }
  /// Whether its images are those of both; `unknown` before the first look.
  SharedImages images() const { return images_; }
  /// The most that a point of either curve has.
  std::int64_t images_of_first() const;
  std::int64_t images_of_second() const;
  /// One of them is of the sweep that runs, or is paused.
  bool is_under_way() const;
  std::size_t decided() const;  ///< of points()
  bool is_decided() const { return !points_.empty() && decided() == points_.size(); }
  /// That every decision rests on.
  std::int64_t images_of_decision() const;
  /// Whether the whole sweep stops when all is decided. At first it does where it computes nothing but these two
  /// curves, and nobody comes to find them decided already.
  void set_stops(bool stops);
  bool stops() const { return stops_; }
  /// The sweep stands as this left it.
  bool has_stopped() const;

 Q_SIGNALS:
  void changed();
  /// The sweep, because every difference is decided.
  void stopped();

 private:
  bool compares_whole_sweep() const;
  void look();
  void compare(CurvePair pair);
  void looked();
  void take(std::vector<ComparedPoint> points, SharedImages images);
  void stop_if_decided();

  StudyController* controller_;
  const RunsModel* model_;
  CurvePair pair_;
  std::vector<ComparedPoint> points_;
  SharedImages images_ = SharedImages::unknown;
  QTimer next_look_;
  bool looking_ = false;     ///< one look at a time: answers take their time
  bool look_again_ = false;  ///< something came while it looked
  bool stops_ = false;
  bool asked_ = false;          ///< whether the sweep is to stop has been settled
  int stopped_generation_ = 0;  ///< 0: none

  // Last: its thread ends before anything else of this object does.
  JobQueue queue_;
};

}  // namespace acim::ui
