#pragma once

#include <QDoubleSpinBox>
#include <QFrame>
#include <QString>
#include <vector>

#include "macro/parameter_table.h"
#include "ui/theme/theme.h"

class QButtonGroup;
class QToolButton;

namespace acim::ui {

/// A number with its unit. Typing takes effect with Enter or when the field is left; arrows, PgUp, PgDn and (with
/// focus) the wheel at once. What is typed stays as it is: refused, it stands there until it is changed or given up.
class KnobSpinBox : public QDoubleSpinBox {
  Q_OBJECT

 public:
  explicit KnobSpinBox(const Parameter& parameter, QWidget* parent = nullptr);

  /// The value in force; a draft and its problem are gone.
  void show_number(double value);
  /// What is wrong with the text that stands there; empty: nothing.
  const QString& problem() const { return problem_; }

  /// As many digits as have room beside the unit.
  QString textFromValue(double value) const override;
  double valueFromText(const QString& text) const override;
  QValidator::State validate(QString& text, int& position) const override;
  void stepBy(int steps) override;

 Q_SIGNALS:
  /// Typed by the user, also where it is the number that is shown.
  void number_typed(const ParameterValue& value);
  void problem_changed();

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  /// Typed, and neither taken nor given up.
  bool is_draft() const { return drafted_ || !refused_.isNull(); }
  void take_draft();
  /// `problem` of the text as it stands; empty: the text is no refused one any more.
  void refuse(const QString& problem);
  bool fits(const QString& number) const;

  const Parameter& parameter_;
  bool drafted_ = false;  ///< typed, and not judged yet
  QString refused_;       ///< without its unit
  QString problem_;
  int room_ = 0;  ///< for number and unit, in pixels; 0: not known yet
};

/// Up to three choices side by side.
class SegmentedChoice : public QFrame {
  Q_OBJECT

 public:
  SegmentedChoice(const Parameter& parameter, const Theme* theme, QWidget* parent = nullptr);
  void show_choice(int index);
  int choice() const;

 Q_SIGNALS:
  void choice_picked(int index);

 private:
  QButtonGroup* group_;
};

}  // namespace acim::ui
