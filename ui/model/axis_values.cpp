#include "ui/model/axis_values.h"

#include <algorithm>
#include <cmath>

#include "study/named_setting.h"
#include "ui/model/axis_text.h"
#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

std::vector<double> numbers_of(const SweepAxis& axis) {
  const Parameter& parameter = parameter_of(axis.key);
  std::vector<double> numbers;
  for (const std::string& value : axis.values) numbers.push_back(number_of(parameter, parse_value(parameter, value)));
  return numbers;
}

SweepAxis sorted_axis(const std::string& key, std::vector<double> numbers) {
  const Parameter& parameter = parameter_of(key);
  std::sort(numbers.begin(), numbers.end());
  SweepAxis axis;
  axis.key = key;
  for (const double number : numbers) {
    if (number < lowest(parameter) || number > highest(parameter)) continue;
    // Half of 0.1 in decimals, not in bits.
    const double rounded = std::stod(QString::number(number, 'g', 12).toStdString());
    std::string text = value_text(value_of(parameter, rounded));
    if (std::find(axis.values.begin(), axis.values.end(), text) == axis.values.end()) axis.values.push_back(text);
  }
  return axis;
}

}  // namespace

std::vector<std::string> listed_values(const std::string& key) {
  std::vector<std::string> values;
  if (const NamedSetting* setting = find_named_setting(key)) {
    for (const NamedValue& value : setting->values) values.emplace_back(value.value);
  } else if (const Parameter* parameter = find_parameter(key)) {
    if (parameter->type == ParameterType::boolean) values = {"false", "true"};
    for (const auto& choice : parameter->choices) values.emplace_back(choice);
  }
  return values;
}

bool is_even_range(const SweepAxis& axis) {
  if (!axis_is_numeric(axis.key)) return false;
  const std::vector<double> numbers = numbers_of(axis);
  if (numbers.size() < 2) return true;
  const double step = numbers[1] - numbers[0];
  for (std::size_t i = 2; i < numbers.size(); ++i) {
    if (std::abs(numbers[i] - numbers[i - 1] - step) > 1e-9 * std::max(1.0, std::abs(numbers[i]))) return false;
  }
  return true;
}

SweepAxis with_more_points(const SweepAxis& axis) {
  if (!axis_is_numeric(axis.key)) {
    const std::vector<std::string> all = listed_values(axis.key);
    return all.empty() ? axis : SweepAxis{axis.key, all};
  }
  const Parameter& parameter = parameter_of(axis.key);
  std::vector<double> numbers = numbers_of(axis);
  std::sort(numbers.begin(), numbers.end());
  std::vector<double> more = numbers;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    const double between = (numbers[i - 1] + numbers[i]) / 2;
    more.push_back(parameter.type == ParameterType::integer ? std::floor(between) : between);
  }
  SweepAxis denser = sorted_axis(axis.key, more);
  if (denser.values.size() > axis.values.size()) return denser;
  const double step = numbers.size() > 1 ? numbers[1] - numbers[0] : std::max(1.0, parameter.slider_step);
  more.push_back(numbers.front() - step);
  more.push_back(numbers.back() + step);
  const SweepAxis wider = sorted_axis(axis.key, more);
  return wider.values.size() > axis.values.size() ? wider : axis;
}

SweepAxis joined_axes(const SweepAxis& one, const SweepAxis& other) {
  if (axis_is_numeric(one.key)) {
    std::vector<double> numbers = numbers_of(one);
    const std::vector<double> more = numbers_of(other);
    numbers.insert(numbers.end(), more.begin(), more.end());
    return sorted_axis(one.key, numbers);
  }
  SweepAxis joined = one;
  for (const std::string& value : other.values) {
    if (std::find(joined.values.begin(), joined.values.end(), value) == joined.values.end()) {
      joined.values.push_back(value);
    }
  }
  return joined;
}

}  // namespace acim::ui
