#include "ui/chart/chart_plan.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/model/axis_text.h"
#include "ui/model/parameter_text.h"

namespace acim::ui {

QString ChartPlan::title(std::size_t curve, std::size_t place) const {
  if (family_label.isEmpty()) return x_texts[place];
  return QStringLiteral("%1, %2").arg(curves_in_full[curve], x_texts[place]);
}

namespace {

void add_x(const SweepAxis& axis, ChartPlan& plan) {
  plan.x_label = axis_label(axis.key);
  for (const std::string& value : axis.values) plan.x_texts.push_back(axis_named_value(axis.key, value));
  const Parameter* x = find_parameter(axis.key);
  if (x == nullptr || !is_number(*x)) {
    plan.integers = true;
    for (const std::string& value : axis.values) {
      plan.x.push_back(static_cast<double>(plan.x.size()));
      plan.x_names.push_back(axis_value(axis.key, value));
    }
    return;
  }
  plan.x_unit = QString::fromUtf8(x->unit.data(), static_cast<qsizetype>(x->unit.size()));
  plan.integers = x->type != ParameterType::real;
  for (const std::string& value : axis.values) plan.x.push_back(number_of(*x, parse_value(*x, value)));
  const bool positive = std::all_of(plan.x.begin(), plan.x.end(), [](double v) { return v > 0; });
  const auto [low, high] = std::minmax_element(plan.x.begin(), plan.x.end());
  // A logarithmic axis pays from a decade on, and has no place for zero.
  plan.logarithmic = x->scale == ParameterScale::logarithmic && positive && *high >= 10 * *low;
}

}  // namespace

ChartPlan chart_plan(const StudySpec& spec, int classes) {
  ChartPlan plan;
  plan.classes = classes;
  if (spec.points.empty()) return plan;
  if (spec.x.key.empty()) {
    plan.x = {0};
    plan.x_texts = {QCoreApplication::translate("ChartPlan", "these settings")};
    plan.integers = true;
  } else {
    add_x(spec.x, plan);
  }
  if (spec.family.key.empty()) {
    plan.curves = {QCoreApplication::translate("ChartPlan", "Accuracy")};
    plan.curves_in_full = plan.curves;
    return plan;
  }
  plan.family_label = axis_label(spec.family.key);
  for (const std::string& value : spec.family.values) {
    plan.curves.push_back(axis_value(spec.family.key, value));
    plan.curves_in_full.push_back(axis_named_value(spec.family.key, value));
  }
  return plan;
}

}  // namespace acim::ui
