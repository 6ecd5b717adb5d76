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
/// focus) the wheel at once.
class KnobSpinBox : public QDoubleSpinBox {
  Q_OBJECT

 public:
  explicit KnobSpinBox(const Parameter& parameter, QWidget* parent = nullptr);

  QString textFromValue(double value) const override;
  void stepBy(int steps) override;

 protected:
  void wheelEvent(QWheelEvent* event) override;

 private:
  const Parameter& parameter_;
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
