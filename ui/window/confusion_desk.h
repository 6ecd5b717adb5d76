#pragma once

#include <QObject>
#include <memory>

#include "ui/model/image_source.h"

namespace acim::ui {

class ChartPanel;
class RunsModel;
class StudyController;

/// Gives the confusion view the answers of the point that is selected, of a run that is over, and those of what it is
/// compared with: the baseline, or the most accurate point of the same run.
class ConfusionDesk : public QObject {
  Q_OBJECT

 public:
  ConfusionDesk(ChartPanel* charts, const RunsModel* runs, const StudyController* controller, QObject* parent);

  /// Gives the view its answers, seen or not.
  void fill();

 private:
  void show();

  ChartPanel* charts_;
  const RunsModel* runs_;
  const StudyController* controller_;
  std::shared_ptr<const ImageSource> pictures_;  ///< those that the panel shows
};

}  // namespace acim::ui
