#pragma once

#include <QSlider>
#include <vector>

#include "ui/panel/knob_scale.h"
#include "ui/theme/theme.h"

namespace acim::ui {

/// A slider of 16 px height: track, filled part, a handle, a tick at the baseline's place; or, for a swept knob, its
/// values.
class KnobSlider : public QSlider {
  Q_OBJECT

 public:
  KnobSlider(const Parameter& parameter, const Theme* theme, QWidget* parent = nullptr);

  /// Moves the handle without telling anyone.
  void show_value(double value);
  void set_baseline(double value, bool differs);
  /// Shows the swept values in place of one handle; empty: the handle again.
  void set_sweep(const std::vector<double>& values);

  QSize sizeHint() const override { return {120, 16}; }
  QSize minimumSizeHint() const override { return {60, 16}; }

 Q_SIGNALS:
  /// The user moved it.
  void value_picked(double value);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  double x_of(int place) const;
  void pick(double x);

  KnobScale scale_;
  const Theme* theme_;
  int baseline_place_ = 0;
  bool differs_ = false;
  std::vector<int> sweep_;
};

}  // namespace acim::ui
