#pragma once

#include <QWidget>

#include "cost/explained_layer.h"
#include "ui/theme/theme.h"

class QLabel;
class QToolButton;

namespace acim::ui {

/// One knob turned: what it gains, what it costs, and a button that turns it.
class TrialRow : public QWidget {
  Q_OBJECT

 public:
  TrialRow(const KnobTrial& trial, bool can_try, const Theme* theme, QWidget* parent = nullptr);

  QToolButton* button() const { return button_; }
  QString words() const;

 Q_SIGNALS:
  void wanted();

 private:
  QLabel* name_;
  QLabel* gain_;
  QToolButton* button_;
};

}  // namespace acim::ui
