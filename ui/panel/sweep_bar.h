#pragma once

#include <QWidget>
#include <utility>
#include <vector>

#include "study/study_spec.h"
#include "ui/model/parameters.h"
#include "ui/theme/theme.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace acim::ui {

class ValuesButton;

/// Below the chart: which knob runs along x (from, to, step, or a list of values) and which makes a family of curves (a
/// list). Values of choices are checked in a list by name. Where the width does not hold all of it, the family stands
/// in a second row; no number is cut.
class SweepBar : public QWidget {
  Q_OBJECT

 public:
  SweepBar(const Parameters* parameters, const Theme* theme, QWidget* parent = nullptr);

  /// The axes as typed; nothing changes and problem() says why when they cannot be read.
  const SweepAxis& x() const { return x_; }
  const SweepAxis& family() const { return family_; }
  bool valid() const { return problem_text_.isEmpty(); }
  QString problem() const { return problem_text_; }
  void set_axes(const SweepAxis& x, const SweepAxis& family);
  /// Whether there is a curve that points can be added to.
  void set_can_add_points(bool can);
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  /// Axes that can be run.
  void axes_changed();
  void more_points_wanted();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* make_x_fields(const Theme* theme);
  QWidget* make_family_fields(const Theme* theme);
  void make_room();
  std::pair<int, int> part_widths() const;
  void fit_fields();
  void fill_knobs();
  void choose_x();
  void choose_family();
  void show_x();
  void show_family();
  void switch_form();
  SweepAxis read_x() const;
  QWidget* wrong_x_field() const;
  SweepAxis read_family() const;
  void show_as_read(const SweepAxis& x, const SweepAxis& family);
  QString typed_text() const;
  void read();
  void show_problem(const QString& problem, QWidget* field);

  const Parameters* parameters_;
  SweepAxis x_;
  SweepAxis family_;
  QString problem_text_;
  QString shown_text_;  ///< the fields as set_axes left them
  QComboBox* x_knob_;
  QLineEdit* from_;
  QLineEdit* to_;
  QLineEdit* step_;
  QWidget* x_range_ = nullptr;  ///< from, to, step with their words
  QLineEdit* x_values_;         ///< numbers, as a list
  ValuesButton* x_listed_;      ///< named values
  QToolButton* as_list_;
  QComboBox* family_knob_;
  QLineEdit* family_values_;
  ValuesButton* family_listed_;
  QToolButton* more_points_;
  QBoxLayout* rows_ = nullptr;  ///< x and family, in one row or in two
  QLabel* title_ = nullptr;
  QWidget* rule_ = nullptr;    ///< between both in one row
  QWidget* indent_ = nullptr;  ///< before the family in two
  QWidget* x_part_ = nullptr;
  QWidget* family_part_ = nullptr;
  std::vector<QLabel*> words_;  ///< left out where there is little room
  QLabel* dots_ = nullptr;      ///< in their place between from and to
  QLabel* problem_;
  bool making_room_ = false;
};

}  // namespace acim::ui
