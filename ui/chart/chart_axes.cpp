#include "ui/chart/chart_axes.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace acim::ui {

namespace {

QString tick_text(double value) {
  const double rounded = std::abs(value) < 1e-12 ? 0 : value;
  QString text = QLocale().toString(std::abs(rounded), 'g', 6);
  return rounded < 0 ? QChar(0x2212) + text : text;
}

AxisLayout even_ticks(double minimum, double maximum, double first, double last, double step) {
  AxisLayout axis;
  axis.minimum = minimum;
  axis.maximum = maximum;
  for (int i = 0;; ++i) {
    const double tick = first + i * step;
    if (tick > last + step * 1e-6) break;
    axis.ticks.push_back(tick);
    axis.labels.push_back(tick_text(tick));
  }
  return axis;
}

AxisLayout ticks_of_decades(double minimum, double maximum, const std::vector<double>& mantissas) {
  AxisLayout axis;
  axis.minimum = minimum;
  axis.maximum = maximum;
  for (int decade = static_cast<int>(std::floor(minimum)); decade <= static_cast<int>(std::ceil(maximum)); ++decade) {
    for (const double mantissa : mantissas) {
      const double value = mantissa * std::pow(10, decade);
      if (std::log10(value) < minimum || std::log10(value) > maximum) continue;
      axis.ticks.push_back(std::log10(value));
      axis.labels.push_back(tick_text(value));
    }
  }
  return axis;
}

AxisLayout logarithmic_axis(double low, double high) {
  const double minimum = std::log10(low) - 0.08;
  const double maximum = std::log10(high) + 0.08;
  const double decades = maximum - minimum;
  std::vector<double> mantissas = {1};
  if (decades < 1.6) {
    mantissas = {1, 2, 5};
  } else if (decades < 3.5) {
    mantissas = {1, 3};
  }
  return ticks_of_decades(minimum, maximum, mantissas);
}

}  // namespace

AxisLayout energy_axis(double lowest, double highest) {
  constexpr double kLeastDecades = 0.5;  // So that a sweep that hardly changes the energy looks like one.
  const double middle = (std::log10(lowest) + std::log10(highest)) / 2;
  const double half = std::max((std::log10(highest) - std::log10(lowest)) * 0.54, kLeastDecades / 2);
  AxisLayout axis;
  for (const std::vector<double>& mantissas :
       std::initializer_list<std::vector<double>>{{1}, {1, 3}, {1, 2, 5}, {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8}}) {
    axis = ticks_of_decades(middle - half, middle + half, mantissas);
    if (axis.ticks.size() >= 4) break;
  }
  return axis;
}

AxisLayout linear_axis(const AxisRange& range, bool integers) {
  const double step = round_step(range.span(), integers);
  const double first = std::ceil(range.low / step - 1e-9) * step;
  return even_ticks(range.low, range.high, first, range.high, step);
}

AxisLayout logarithmic_axis(const AxisRange& range) {
  constexpr std::size_t kLeastTicks = 4;
  for (const std::vector<double>& mantissas :
       std::initializer_list<std::vector<double>>{{1}, {1, 3}, {1, 2, 5}, {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8}}) {
    AxisLayout axis = ticks_of_decades(range.low, range.high, mantissas);
    if (axis.ticks.size() >= kLeastTicks) return axis;
  }
  // So close that it is as good as linear.
  AxisLayout axis = linear_axis({std::pow(10, range.low), std::pow(10, range.high)}, false);
  for (double& tick : axis.ticks) tick = std::log10(tick);
  axis.minimum = range.low;
  axis.maximum = range.high;
  return axis;
}

std::vector<double> minor_ticks(const AxisLayout& axis) {
  return ticks_of_decades(axis.minimum, axis.maximum, {1, 2, 3, 4, 5, 6, 7, 8, 9}).ticks;
}

AxisLayout axis_from_zero(double highest) {
  const double top = highest > 0 ? highest * 1.08 : 1;  // Room for the number over the bar.
  const double step = round_step(top, false);
  const double maximum = std::ceil(top / step - 1e-9) * step;
  return even_ticks(0, maximum, 0, maximum, step);
}

double round_step(double span, bool integers) {
  const double rough = span / 7;
  const double power = std::pow(10, std::floor(std::log10(std::max(rough, 1e-12))));
  double step = 10 * power;
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough * (1 - 1e-9)) {
      step = factor * power;
      break;
    }
  }
  return integers ? std::max(1.0, std::round(step)) : step;
}

double axis_number(const ChartPlan& plan, double x) {
  return plan.logarithmic ? std::log10(x) : x;
}

AxisLayout x_axis_of(const ChartPlan& plan) {
  if (plan.x.empty()) return even_ticks(0, 1, 0, 1, 1);
  if (!plan.x_names.empty()) {
    const double margin = 0.5;
    return {-margin, static_cast<double>(plan.x.size()) - 1 + margin, plan.x, plan.x_names};
  }
  const auto [low, high] = std::minmax_element(plan.x.begin(), plan.x.end());
  if (plan.logarithmic) return logarithmic_axis(*low, *high);
  const double span = *high - *low;
  if (span <= 0) return {*low - 1, *low + 1, {*low}, {plan.x_label.isEmpty() ? plan.x_texts.front() : tick_text(*low)}};
  const double margin = span * 0.04;
  const double step = round_step(span, plan.integers);
  // The first tick stands at the first round number within the values, so that 4 .. 10 starts at 4.
  const double first = plan.integers && span / step <= 8 ? *low : std::ceil(*low / step - 1e-9) * step;
  return even_ticks(*low - margin, *high + margin, first, *high, step);
}

AxisLayout accuracy_axis(double lowest, double highest) {
  const double span = std::max(highest - lowest, 1.0);
  const double low = std::max(0.0, lowest - span * 0.08);
  const double high = std::min(100.0, highest + span * 0.08);
  const double step = round_step(high - low, false);
  const double bottom = std::floor(low / step + 1e-9) * step;
  const double top = std::min(100.0, std::ceil(high / step - 1e-9) * step);
  return even_ticks(bottom, top, bottom, top, step);
}

}  // namespace acim::ui
