#include "ui/chart/chart_plan.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/model/parameter_text.h"

namespace acim::ui {

QString ChartPlan::title(std::size_t curve, std::size_t place) const {
  if (family_label.isEmpty()) return x_texts[place];
  return QStringLiteral("%1, %2").arg(curves_in_full[curve], x_texts[place]);
}

ChartPlan chart_plan(const StudySpec& spec, int classes) {
  ChartPlan plan;
  plan.classes = classes;
  if (spec.points.empty()) return plan;
  const Parameter* x = find_parameter(spec.x.key);
  if (x != nullptr) {
    plan.x_label = label_of(*x);
    plan.x_unit = QString::fromUtf8(x->unit.data(), static_cast<qsizetype>(x->unit.size()));
    plan.integers = x->type != ParameterType::real;
    for (const std::string& value : spec.x.values) {
      plan.x.push_back(number_of(*x, parse_value(*x, value)));
      plan.x_texts.push_back(named_value(*x, value));
    }
    const bool positive = std::all_of(plan.x.begin(), plan.x.end(), [](double v) { return v > 0; });
    const auto [low, high] = std::minmax_element(plan.x.begin(), plan.x.end());
    // A logarithmic axis pays from a decade on, and has no place for zero.
    plan.logarithmic = x->scale == ParameterScale::logarithmic && positive && *high >= 10 * *low;
  } else if (!spec.x.values.empty()) {
    // Layers' settings: side by side, in their order.
    plan.x_label = QString::fromStdString(spec.x.key);
    plan.integers = true;
    for (const std::string& value : spec.x.values) {
      plan.x.push_back(static_cast<double>(plan.x.size() + 1));
      plan.x_texts.push_back(QString::fromStdString(value));
    }
  } else {
    plan.x = {0};
    plan.x_texts = {QCoreApplication::translate("ChartPlan", "these settings")};
    plan.integers = true;
  }
  const Parameter* family = find_parameter(spec.family.key);
  if (family == nullptr) {
    plan.curves = {QCoreApplication::translate("ChartPlan", "Accuracy")};
    plan.curves_in_full = plan.curves;
  } else {
    plan.family_label = label_of(*family);
    for (const std::string& value : spec.family.values) {
      plan.curves.push_back(screen_text(*family, value));
      plan.curves_in_full.push_back(named_value(*family, value));
    }
  }
  return plan;
}

}  // namespace acim::ui
