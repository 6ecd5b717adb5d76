#pragma once

#include <QFrame>

#include "ui/model/runs_model.h"
#include "ui/theme/theme.h"

class QLabel;
class QTableView;

namespace acim::ui {

/// The table of runs below the chart.
class RunsPanel : public QFrame {
  Q_OBJECT

 public:
  RunsPanel(RunsModel* model, const Theme* theme, QWidget* parent = nullptr);
  QTableView* table() const { return table_; }
  /// Marks the row of a curve of the run shown, telling nobody.
  void mark_curve(std::optional<std::size_t> curve);
  void set_compact(bool compact);

 Q_SIGNALS:
  /// A row of the run shown was picked.
  void curve_picked(std::size_t curve);
  /// Enter or a double click: take this run's settings.
  void run_chosen(const acim::StudySpec& spec, int curve);

 private:
  void show_count();

  RunsModel* model_;
  const Theme* theme_;
  QTableView* table_;
  QLabel* count_;
};

}  // namespace acim::ui
