#pragma once

#include <QWidget>
#include <vector>

#include "ui/model/parameters.h"
#include "ui/theme/theme.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace acim::ui {

class KnobSlider;
class KnobSpinBox;
class SegmentedChoice;
class TypedField;

enum class SweepRole { none, x, family };

/// One knob: label, badge, reset, editor, slider, and below them what is wrong with it.
class KnobRow : public QWidget {
  Q_OBJECT

 public:
  KnobRow(const Parameter& parameter, Parameters* parameters, const Theme* theme, QWidget* parent = nullptr);

  const Parameter& parameter() const { return parameter_; }
  /// A swept knob shows its values in place of an editor.
  void set_sweep(SweepRole role, const std::vector<std::string>& values);
  SweepRole sweep_role() const { return role_; }
  /// Says in place what is wrong with the value; empty: nothing is. What is wrong with a text that was typed comes
  /// first.
  void set_problem(const QString& problem);
  QString problem() const;
  /// A quiet line below the knob; empty: none.
  void set_note(const QString& note);
  /// Marks a knob that the open lesson uses.
  void set_in_lesson(bool in_lesson);
  bool in_lesson() const { return in_lesson_; }
  bool matches(const QString& search) const;
  QWidget* editor() const;

 Q_SIGNALS:
  /// What is wrong in place, which may need more or less room.
  void problem_shown();

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void make_editor();
  void show_value();
  void set_number(double number);
  void set_value(const ParameterValue& value);
  void show_problem();
  void elide_label();

  const Parameter& parameter_;
  Parameters* parameters_;
  const Theme* theme_;
  SweepRole role_ = SweepRole::none;
  bool in_lesson_ = false;
  QString contradiction_;
  QLabel* label_;
  QLabel* badge_;
  QToolButton* reset_;
  QLabel* note_;
  QLabel* problem_;
  QLineEdit* range_;
  KnobSpinBox* spin_ = nullptr;
  KnobSlider* slider_ = nullptr;
  QCheckBox* check_ = nullptr;
  SegmentedChoice* segments_ = nullptr;
  QComboBox* combo_ = nullptr;
  TypedField* seed_ = nullptr;
};

}  // namespace acim::ui
