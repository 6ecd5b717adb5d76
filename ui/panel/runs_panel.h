#pragma once

#include <QFrame>
#include <vector>

#include "ui/model/runs_model.h"
#include "ui/theme/theme.h"

class QAction;
class QLabel;
class QMenu;
class QTableView;
class QToolButton;

namespace acim::ui {

class RunDelegate;

/// The table of runs below the chart: every curve, pins, names and notes in place, a menu for each row, and a strip
/// that takes a deletion back.
class RunsPanel : public QFrame {
  Q_OBJECT

 public:
  RunsPanel(RunsModel* model, const Theme* theme, QWidget* parent = nullptr);
  QTableView* table() const { return table_; }
  /// What can be done with the picked rows: in the order of the menu.
  const QList<QAction*>& actions_of_rows() const { return actions_; }
  QAction* action(const QString& name) const;
  QMenu* color_menu() const { return colors_; }
  QWidget* undo_strip() const { return strip_; }
  /// Marks the row of a curve of the run shown, telling nobody.
  void mark_curve(std::optional<std::size_t> curve);
  /// The same of one that is pointed at in a chart.
  void show_hovered(std::optional<std::size_t> curve);
  int hovered_row() const;
  void set_compact(bool compact);
  std::vector<CurveId> picked() const;
  /// What is picked is a mark of mark_curve(), and no choice of a user in the table.
  bool is_marked_only() const { return marked_; }

 Q_SIGNALS:
  /// A row of the run shown was picked.
  void curve_picked(std::size_t curve);
  /// Other rows are picked; of runs that the chart does not show, too.
  void picks_changed();
  /// The mouse is at another row, or at none.
  void row_hovered(std::optional<acim::ui::CurveId> curve);
  /// Enter or a double click: take this run's settings.
  void run_chosen(const acim::StudySpec& spec, int curve);
  void comparison_wanted(acim::ui::CurveId first, acim::ui::CurveId second);
  void undo_wanted();

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void make_actions();
  void make_strip();
  void make_columns();
  void show_count();
  void show_actions();
  void show_deletion(int curves, const QString& name);
  void pick(const std::vector<CurveId>& curves);
  void edit_cell(int column);
  bool mark_hovered(int row);
  QAction* add(const char* name, const QString& text, const QString& icon, const QKeySequence& key, const QString& tip,
               const std::function<void()>& act);

  RunsModel* model_;
  const Theme* theme_;
  QTableView* table_;
  RunDelegate* delegate_;
  QLabel* count_;
  QLabel* place_;
  QLabel* empty_;
  QToolButton* compare_;
  QMenu* colors_;
  QWidget* strip_;
  QLabel* strip_text_;
  QList<QAction*> actions_;
  bool picking_ = false;  ///< a pick of the user is being told
  bool marked_ = false;
};

}  // namespace acim::ui
