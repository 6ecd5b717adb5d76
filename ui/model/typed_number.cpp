#include "ui/model/typed_number.h"

#include <QRegularExpression>
#include <cmath>
#include <cstdint>
#include <string>

#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

/// Digits, minus and exponent of any script as C writes them; separators stay.
QString in_ascii(QString text, const QLocale& locale) {
  if (locale.exponential() != QStringLiteral("E")) text.replace(locale.exponential(), QStringLiteral("e"));
  text.replace(locale.negativeSign(), QStringLiteral("-"));
  for (QChar& character : text) {
    if (character.isDigit()) {
      character = QChar('0' + character.digitValue());
    } else if (character == QChar(0x2212)) {  // the true minus of the screen
      character = '-';
    } else if (character.isSpace()) {
      character = ' ';
    }
  }
  return text;
}

QString without_unit(QString text, const QString& unit) {
  text = text.trimmed();
  while (!unit.isEmpty() && text.endsWith(unit, Qt::CaseInsensitive)) text = text.chopped(unit.size()).trimmed();
  return text;
}

QString escaped(QString separator) {
  if (separator.size() == 1 && separator.front().isSpace()) separator = ' ';
  return QRegularExpression::escape(separator);
}

/// "1024.5" of "1,024.5", where the locale groups so. "0.025" is no group anywhere: none begins with 0.
std::optional<QString> ungrouped(const QString& text, const QLocale& locale) {
  const QString group = escaped(locale.groupSeparator());
  if (group.isEmpty()) return std::nullopt;
  const QRegularExpression grouped(
      QStringLiteral("^([+-]?[1-9][0-9]{0,2}(?:%1[0-9]{3})+)(?:%2([0-9]*))?([eE][+-]?[0-9]+)?$")
          .arg(group, escaped(locale.decimalPoint())));
  const QRegularExpressionMatch match = grouped.match(text);
  if (!match.hasMatch()) return std::nullopt;
  static const QRegularExpression kNoDigit(QStringLiteral("[^0-9+-]"));
  return match.captured(1).remove(kNoDigit) + '.' + match.captured(2) + match.captured(3);
}

/// "12.5" of "12,5", "12.5", or with the locale's own decimal point.
std::optional<QString> pointed(QString text, const QLocale& locale) {
  text.replace(locale.decimalPoint(), QStringLiteral("."));
  static const QRegularExpression kPlain(QStringLiteral("^[+-]?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?$"));
  if (!kPlain.match(text).hasMatch()) return std::nullopt;
  return text.replace(',', '.');
}

}  // namespace

std::optional<double> typed_number(const QString& text, const QString& unit, const QLocale& locale) {
  const QString bare = in_ascii(without_unit(text, unit), locale);
  std::optional<QString> plain = ungrouped(bare, locale);
  if (!plain) plain = pointed(bare, locale);
  if (!plain) return std::nullopt;
  bool is_number = false;
  const double number = QLocale::c().toDouble(*plain, &is_number);
  return is_number && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

ParameterValue typed_value(const Parameter& parameter, const QString& text) {
  const std::optional<double> number = typed_number(text, unit_of(parameter));
  constexpr double kLargestExact = 0x1p53;
  // A seed has more digits than a double; what is no number is refused as it was typed.
  if (!number || parameter.type == ParameterType::unsigned64) {
    return parse_value(parameter, text.trimmed().toStdString());
  }
  if (parameter.type == ParameterType::integer && std::trunc(*number) == *number && std::abs(*number) < kLargestExact) {
    return parse_value(parameter, std::to_string(static_cast<std::int64_t>(*number)));
  }
  return parse_value(parameter, value_text(ParameterValue(*number)));
}

}  // namespace acim::ui
