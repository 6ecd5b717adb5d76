#pragma once

#include <QWidget>

#include "ui/theme/theme.h"

class QLabel;
class QToolButton;

namespace acim::ui {

class AdcRangeChoice;
class Segments;

/// Below the converter's knobs: calibrates the ADC's range on column sums, by which criterion, for each layer or once.
class AdcRangeRow : public QWidget {
  Q_OBJECT

 public:
  AdcRangeRow(AdcRangeChoice* choice, const Theme* theme, QWidget* parent = nullptr);

  Segments* criterion() const { return criterion_; }
  Segments* scope() const { return scope_; }
  /// What was found, in a sentence; empty: nothing yet.
  void show_found(const QString& text);
  QString found() const;
  /// The family of the sweep varies it, so this choice has no effect.
  void set_swept(bool swept);
  bool matches(const QString& search) const;

 Q_SIGNALS:
  /// The user chose: it is to be seen.
  void calibration_wanted();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void show_choice();
  void take_choice();

  AdcRangeChoice* choice_;
  const Theme* theme_;
  QLabel* label_;
  QLabel* badge_;
  QToolButton* reset_;
  Segments* criterion_;
  Segments* scope_;
  QLabel* found_;
  bool swept_ = false;
};

}  // namespace acim::ui
