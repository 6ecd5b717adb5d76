#pragma once

#include <QString>
#include <string>

namespace acim::ui {

/// Words for the axes of a sweep, whose key is a knob's or a named setting's (study/named_setting.h).

/// "ADC bits"; empty for a key that is neither.
QString axis_label(const std::string& key);
/// "8 bit", "calibrated (MSE)": a value as a file has it.
QString axis_value(const std::string& key, const std::string& value, bool with_unit = true);
/// "ADC bits 8", "ADC range calibrated (MSE)".
QString axis_named_value(const std::string& key, const std::string& value);
/// Whether values are numbers with a place of their own on an axis.
bool axis_is_numeric(const std::string& key);

}  // namespace acim::ui
