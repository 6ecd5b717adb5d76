#pragma once

#include <QWidget>
#include <vector>

#include "study/study_spec.h"
#include "ui/model/parameters.h"
#include "ui/theme/theme.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace acim::ui {

class ValuesButton;

/// Below the chart: which knob runs along x (from, to, step, or a list of values) and which makes a family of curves (a
/// list). Values of choices are checked in a list by name.
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

 Q_SIGNALS:
  /// Axes that can be run.
  void axes_changed();
  void more_points_wanted();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* make_x_fields(const Theme* theme);
  void fill_knobs();
  void choose_x();
  void choose_family();
  void show_x();
  void show_family();
  void switch_form();
  SweepAxis read_x() const;
  SweepAxis read_family() const;
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
  std::vector<QLabel*> words_;  ///< left out where there is little room
  QLabel* dots_ = nullptr;      ///< in their place between from and to
  QLabel* problem_;
};

}  // namespace acim::ui
