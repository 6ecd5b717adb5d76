#pragma once

#include <QString>
#include <vector>

#include "ui/chart/chart_plan.h"

namespace acim::ui {

/// An axis: its range and where it has ticks, in axis numbers (the logarithm of x on a logarithmic one).
struct AxisLayout {
  double minimum = 0;
  double maximum = 1;
  std::vector<double> ticks;
  std::vector<QString> labels;
};

/// Five to eight ticks on round numbers; whole numbers only when `integers`.
double round_step(double span, bool integers);
/// The x axis of a plan, a little wider than its values.
AxisLayout x_axis_of(const ChartPlan& plan);
/// A round range around accuracies in per cent, within 0 .. 100.
AxisLayout accuracy_axis(double lowest, double highest);
/// Energies, all positive: axis numbers are logarithms, four labels at least.
AxisLayout energy_axis(double lowest, double highest);
/// Logarithms of 1, 2 .. 9 in each decade within an axis.
std::vector<double> minor_ticks(const AxisLayout& axis);
/// From nothing to a round number over the highest one.
AxisLayout axis_from_zero(double highest);
/// The place of a value on the x axis.
double axis_number(const ChartPlan& plan, double x);

}  // namespace acim::ui
