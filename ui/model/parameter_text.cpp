#include "ui/model/parameter_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "macro/macro_parameters.h"
#include "ui/model/phrase_text.h"
#include "ui/model/rich_text.h"

namespace acim::ui {

namespace {

QString translated(std::string_view text) {
  return QCoreApplication::translate("ParameterTable", std::string(text).c_str());
}

QString number_text(double number, int decimals) {
  const QLocale locale;
  QString text = locale.toString(std::abs(number), 'f', decimals);
  const bool is_zero = text == locale.toString(0.0, 'f', decimals);
  return number < 0 && !is_zero ? QChar(0x2212) + text : text;
}

}  // namespace

QString label_of(const Parameter& parameter) {
  return translated(parameter.label);
}
QString meaning_of(const Parameter& parameter) {
  return translated(parameter.meaning);
}
QString unit_of(const Parameter& parameter) {
  return parameter.unit.empty() ? QString() : translated(parameter.unit);
}
QString label_of(ParameterGroup group) {
  return translated(group_label(group));
}

QString choice_label(std::string_view choice) {
  return translated(choice).replace('_', ' ');
}

QString screen_text(const Parameter& parameter, const ParameterValue& value, bool with_unit) {
  QString text;
  if (const auto* flag = std::get_if<bool>(&value)) {
    return *flag ? QCoreApplication::translate("ParameterText", "on")
                 : QCoreApplication::translate("ParameterText", "off");
  }
  if (const auto* choice = std::get_if<std::string>(&value)) return choice_label(*choice);
  if (const auto* integer = std::get_if<std::int64_t>(&value)) text = count_text(*integer);
  if (const auto* seed = std::get_if<std::uint64_t>(&value)) text = QString::number(*seed);
  if (const auto* real = std::get_if<double>(&value)) {
    // As many decimals as the value needs beyond those of the table.
    constexpr int kMost = 9;
    text = number_text(*real, decimals_of(*real, parameter.decimals, kMost));
  }
  if (with_unit && !parameter.unit.empty()) text += kUnitSpace + unit_of(parameter);
  return text;
}

QString screen_text(const Parameter& parameter, const std::string& file_text, bool with_unit) {
  try {
    return screen_text(parameter, parse_value(parameter, file_text), with_unit);
  } catch (const Error&) {
    return QString::fromStdString(file_text);
  }
}

QString named_value(const Parameter& parameter, const std::string& file_text) {
  return QStringLiteral("%1 %2").arg(label_of(parameter), screen_text(parameter, file_text, parameter.unit != "bit"));
}

QString tooltip_of(const Parameter& parameter, const ParameterValue& baseline) {
  const QString text =
      QCoreApplication::translate("ParameterText",
                                  "<p><b>%1</b><br/>%2</p><p style='font-size:8pt'>%3, default %4. Set with "
                                  "<code>%5</code></p>");
  return with_strong(text).arg(label_of(parameter).toHtmlEscaped(), meaning_of(parameter).toHtmlEscaped(),
                               phrase_text(range_phrase(parameter)).toHtmlEscaped(),
                               screen_text(parameter, baseline).toHtmlEscaped(),
                               QString::fromUtf8(parameter.key.data(), static_cast<qsizetype>(parameter.key.size())));
}

double number_of(const Parameter& parameter, const ParameterValue& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? 1 : 0;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
  if (const auto* seed = std::get_if<std::uint64_t>(&value)) return static_cast<double>(*seed);
  if (const auto* real = std::get_if<double>(&value)) return *real;
  const auto& name = std::get<std::string>(value);
  const auto place = std::find(parameter.choices.begin(), parameter.choices.end(), name);
  return static_cast<double>(place - parameter.choices.begin());
}

ParameterValue value_of(const Parameter& parameter, double number) {
  switch (parameter.type) {
    case ParameterType::boolean:
      return number != 0;
    case ParameterType::integer:
      return static_cast<std::int64_t>(std::llround(std::clamp(number, parameter.minimum, parameter.maximum)));
    case ParameterType::unsigned64:
      return static_cast<std::uint64_t>(std::max(0.0, number));
    case ParameterType::real:
      return std::clamp(number, lowest(parameter), highest(parameter));
    case ParameterType::choice:
      break;
  }
  const auto last = static_cast<double>(parameter.choices.size()) - 1;
  return std::string(parameter.choices[static_cast<std::size_t>(std::clamp(number, 0.0, last))]);
}

bool is_number(const Parameter& parameter) {
  return parameter.type == ParameterType::integer || parameter.type == ParameterType::real;
}

double lowest(const Parameter& parameter) {
  return parameter.minimum_excluded ? parameter.minimum + std::pow(10, -parameter.decimals) : parameter.minimum;
}

double highest(const Parameter& parameter) {
  return parameter.maximum_excluded ? parameter.maximum - std::pow(10, -parameter.decimals) : parameter.maximum;
}

int decimals_of(double number, int least, int most) {
  const auto exact = [number](int places) {
    const double scaled = number * std::pow(10, places);
    return std::abs(scaled - std::round(scaled)) <= 1e-9 * std::abs(scaled);
  };
  int decimals = least;
  while (decimals < most && !exact(decimals)) ++decimals;
  return decimals;
}

QString count_text(qint64 count) {
  return QLocale().toString(count);
}

QString short_count_text(qint64 count) {
  const auto magnitude = static_cast<double>(count);
  const auto scaled = [&](double unit, QLatin1Char letter) {
    const double digits = std::floor(std::log10(magnitude / unit));
    const int decimals = static_cast<int>(std::clamp(2 - digits, 0.0, 2.0));
    return QLocale().toString(magnitude / unit, 'f', decimals) + kUnitSpace + letter;
  };
  if (count >= 999'500'000) return scaled(1e9, QLatin1Char('G'));
  if (count >= 999'500) return scaled(1e6, QLatin1Char('M'));
  if (count >= 10'000) return scaled(1e3, QLatin1Char('k'));
  return count_text(count);
}

QString percent_text(double fraction, int decimals) {
  return number_text(fraction * 100, decimals) + kUnitSpace + '%';
}

QString accuracy_text(double fraction, const Interval& interval) {
  return QStringLiteral("%1 (%2 … %3)")
      .arg(number_text(fraction * 100, 2), number_text(interval.low * 100, 2), number_text(interval.high * 100, 2));
}

QString decibel_text(double decibel) {
  return with_minus(QLocale().toString(decibel, 'f', 1));
}

QString with_minus(QString number) {
  return number.replace(QLatin1Char('-'), QChar(0x2212));
}

QString energy_number(double microjoules) {
  const double digits = microjoules > 0 ? std::floor(std::log10(microjoules)) : 0;
  return QLocale().toString(microjoules, 'f', static_cast<int>(std::clamp(2 - digits, 0.0, 9.0)));
}

QString energy_text(double microjoules) {
  return energy_number(microjoules) + kUnitSpace + QStringLiteral("µJ");
}

QString time_text(double seconds) {
  const auto total = static_cast<qint64>(std::llround(std::max(0.0, seconds)));
  if (total >= 3600)
    return QCoreApplication::translate("ParameterText", "%1 h %2 min").arg(total / 3600).arg(total % 3600 / 60);
  if (total >= 60) return QCoreApplication::translate("ParameterText", "%1 min %2 s").arg(total / 60).arg(total % 60);
  return QCoreApplication::translate("ParameterText", "%1 s").arg(total);
}

}  // namespace acim::ui
