#pragma once

#include <QFrame>
#include <map>
#include <string>
#include <vector>

#include "study/study_spec.h"
#include "ui/model/parameters.h"
#include "ui/theme/theme.h"

class QLabel;
class QLineEdit;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace acim::ui {

class AdcRangeChoice;
class AdcRangeRow;
class KnobRow;

/// The knobs, made from the parameter table: search, groups that fold, a row for each.
class MacroForm : public QFrame {
  Q_OBJECT

 public:
  MacroForm(Parameters* parameters, AdcRangeChoice* adc_range, const Theme* theme, QWidget* parent = nullptr);

  AdcRangeRow* adc_range_row() const { return adc_range_row_; }
  KnobRow* row(std::string_view key) const;
  QLineEdit* search_field() const { return search_; }
  /// Marks the swept knobs and shows their values there.
  void show_sweep(const SweepAxis& x, const SweepAxis& family);
  /// Marks the knobs that the open lesson uses, folds the groups without one, and brings the first into view; empty: no
  /// lesson.
  void show_lesson(const std::vector<std::string>& keys);
  /// Brings a knob into view, whatever is searched or folded, and gives it the focus.
  void point_out(const std::string& key);
  /// What the form's head says of a contradiction whose knob is out of sight; empty: nothing.
  QString hidden_problem() const;
  QToolButton* hidden_problem_link() const { return problem_link_; }

 private:
  struct Group {
    QToolButton* header;
    QLabel* note;
    QWidget* body;
    std::vector<KnobRow*> rows;
  };
  void add_group(ParameterGroup group, QVBoxLayout* layout);
  void filter(const QString& text);
  void show_changes();
  void fold(Group& group, bool open);
  QWidget* make_problem_strip();
  /// Of the knobs of a problem that nobody sees the first; null: all is seen.
  const KnobRow* unseen_problem() const;
  void show_hidden_problem();
  void show_hints();

  Parameters* parameters_;
  const Theme* theme_;
  AdcRangeRow* adc_range_row_;  ///< the last of the converter's
  QLineEdit* search_;
  QLabel* changed_badge_;
  QLabel* lesson_badge_;
  QScrollArea* scroll_;
  QToolButton* reset_all_;
  QLabel* nothing_found_;
  QWidget* problem_strip_;  ///< below the search, while a knob that is wrong is out of sight
  QLabel* problem_text_;
  QToolButton* problem_link_;
  std::vector<Group> groups_;
  std::map<std::string, KnobRow*, std::less<>> rows_;
};

}  // namespace acim::ui
