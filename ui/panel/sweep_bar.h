#pragma once

#include <QWidget>

#include "study/study_spec.h"
#include "ui/model/parameters.h"
#include "ui/theme/theme.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace acim::ui {

/// Below the chart: which knob runs along x (from, to, step) and which makes a family of curves (a list of values).
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

 Q_SIGNALS:
  /// Axes that can be run.
  void axes_changed();

 private:
  void choose_x();
  void choose_family();
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
  QComboBox* family_knob_;
  QLineEdit* family_values_;
  QLabel* problem_;
};

}  // namespace acim::ui
