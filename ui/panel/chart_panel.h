#pragma once

#include <QFrame>

#include "ui/model/study_controller.h"
#include "ui/theme/theme.h"

class QAction;
class QLabel;
class QStackedWidget;

namespace acim::ui {

class AccuracyChart;
class Banner;
class ChartLegend;
class SweepBar;
class Parameters;

/// The middle of the window: what is wrong (if anything), the legend, the chart, and the sweep below it.
class ChartPanel : public QFrame {
  Q_OBJECT

 public:
  ChartPanel(const StudyController* controller, const Parameters* parameters, QAction* copy_picture, const Theme* theme,
             QWidget* parent = nullptr);

  AccuracyChart* chart() const { return chart_; }
  ChartLegend* legend() const { return legend_; }
  SweepBar* sweep_bar() const { return sweep_; }
  Banner* banner() const { return banner_; }

  /// A new run began: its axes; the old curves stay until the new run's first result.
  void begin_run();
  void show_results();
  void show_reference();
  /// In place of a chart while there is none.
  void show_empty(const QString& title, const QString& text);
  void clear();

 private:
  const StudyController* controller_;
  Banner* banner_;
  ChartLegend* legend_;
  AccuracyChart* chart_;
  SweepBar* sweep_;
  QStackedWidget* stack_;
  QLabel* empty_title_;
  QLabel* empty_text_;
  bool plan_pending_ = false;
};

}  // namespace acim::ui
