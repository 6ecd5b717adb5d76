#pragma once

#include <QAbstractButton>
#include <QWidget>
#include <vector>

#include "ui/chart/chart_plan.h"
#include "ui/theme/theme.h"

class QHBoxLayout;
class QLabel;

namespace acim::ui {

/// A curve's line sample and name; checked while the curve is shown, struck through while it is not.
class LegendEntry : public QAbstractButton {
  Q_OBJECT

 public:
  LegendEntry(const QString& name, int style, const Theme* theme, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int style_;
  const Theme* theme_;
};

/// Above the chart: the family's knob, its curves, and at the right what the bands are.
class ChartLegend : public QWidget {
  Q_OBJECT

 public:
  ChartLegend(const Theme* theme, QWidget* parent = nullptr);
  void set_plan(const ChartPlan& plan);
  void set_note(const QString& note);
  LegendEntry* entry(std::size_t curve) const { return curve < entries_.size() ? entries_[curve] : nullptr; }

 Q_SIGNALS:
  void curve_toggled(std::size_t curve, bool shown);

 private:
  const Theme* theme_;
  QLabel* family_;
  QHBoxLayout* entries_layout_;
  QLabel* note_;
  std::vector<LegendEntry*> entries_;
};

}  // namespace acim::ui
