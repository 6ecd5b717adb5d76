#pragma once

#include <QLocale>
#include <QString>
#include <optional>

#include "macro/parameter_table.h"

namespace acim::ui {

/// The number in a text that was typed: as the locale writes it (also grouped: "1,024"), with a decimal point, or with
/// a decimal comma where that is no group ("12,5"); with an exponent or without ("1e-3"); its unit may follow.
std::optional<double> typed_number(const QString& text, const QString& unit = {}, const QLocale& locale = QLocale());

/// The value that was typed for a parameter that is a number. Error(usage) says what is no number or not allowed.
ParameterValue typed_value(const Parameter& parameter, const QString& text);

}  // namespace acim::ui
