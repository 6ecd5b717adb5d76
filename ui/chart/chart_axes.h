#pragma once

#include <QString>
#include <vector>

#include "ui/chart/chart_plan.h"

namespace acim::ui {

/// A stretch of an axis, in axis numbers.
struct AxisRange {
  double low = 0;
  double high = 1;
  double span() const { return high - low; }
  bool operator==(const AxisRange&) const = default;
};

/// A part of the plane of a chart.
struct PlotRange {
  AxisRange x;
  AxisRange y;
  bool operator==(const PlotRange&) const = default;
};

/// An axis: its range and where it has ticks, in axis numbers (the logarithm of x on a logarithmic one).
struct AxisLayout {
  double minimum = 0;
  double maximum = 1;
  std::vector<double> ticks;
  std::vector<QString> labels;
  AxisRange range() const { return {minimum, maximum}; }
};

/// Five to eight ticks on round numbers; whole numbers only when `integers`.
double round_step(double span, bool integers);
/// The x axis of a plan, a little wider than its values.
AxisLayout x_axis_of(const ChartPlan& plan);
/// A round range around accuracies in per cent, within 0 .. 100.
AxisLayout accuracy_axis(double lowest, double highest);
/// Energies, all positive: axis numbers are logarithms, four labels at least.
AxisLayout energy_axis(double lowest, double highest);
/// Axes of exactly a range, with round ticks inside; whole numbers only when `integers`.
AxisLayout linear_axis(const AxisRange& range, bool integers);
AxisLayout logarithmic_axis(const AxisRange& range);
/// Logarithms of 1, 2 .. 9 in each decade within an axis.
std::vector<double> minor_ticks(const AxisLayout& axis);
/// From nothing to a round number over the highest one.
AxisLayout axis_from_zero(double highest);
/// The place of a value on the x axis.
double axis_number(const ChartPlan& plan, double x);

}  // namespace acim::ui
