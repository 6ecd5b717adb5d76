#pragma once

#include <QDialog>
#include <optional>
#include <vector>

#include "base/interval.h"
#include "ui/model/runs_model.h"
#include "ui/theme/theme.h"

namespace acim::ui {

/// Two curves at one place of an axis both have: second minus first.
struct ComparedPoint {
  QString place;  ///< "ADC bits 6"
  QString value;  ///< "6"
  /// On the images that both were computed on; of runs on other images, or still running, of their own.
  PointResult first;
  PointResult second;
  double difference = 0;               ///< of the accuracies, on the images below
  std::optional<Interval> interval;    ///< paired, of the difference; none where the images are not the same
  std::int64_t images = 0;             ///< that both were computed on
  std::optional<double> energy_ratio;  ///< second over first
};

/// Same hash of the images, and same labels of those that both were computed on: predictions of one image can be told
/// against each other.
bool on_same_images(const RunRecord& first, const RunRecord& second);
/// Each place of the first curve's axis that the second has too; the shown places when their axes have none in common.
std::vector<ComparedPoint> compared_points(const RunsModel& model, CurveId first, CurveId second);

/// Settings that differ and curves of two runs, side by side; not modal.
class CompareDialog : public QDialog {
  Q_OBJECT

 public:
  CompareDialog(const RunsModel& model, CurveId first, CurveId second, const Theme* theme, QWidget* parent);
};

}  // namespace acim::ui
