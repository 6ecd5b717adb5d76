#pragma once

#include <QLocale>
#include <QString>

#include "base/interval.h"
#include "macro/parameter_table.h"

namespace acim::ui {

/// The parameter table's words, translated; numbers in the user's locale. For the screen only: files are written by
/// core.
QString label_of(const Parameter& parameter);
QString meaning_of(const Parameter& parameter);
QString unit_of(const Parameter& parameter);
QString label_of(ParameterGroup group);
/// "whole channels" of "whole_channels".
QString choice_label(std::string_view choice);
/// "8 bit", "0.025 %", "median", "on"; without its unit on demand.
QString screen_text(const Parameter& parameter, const ParameterValue& value, bool with_unit = true);
/// The same of a value as a file has it ("0.05"); the text itself when it is none.
QString screen_text(const Parameter& parameter, const std::string& file_text, bool with_unit = true);
/// "ADC bits 6", "Random noise 0.05 %": a unit that the label says already is left out.
QString named_value(const Parameter& parameter, const std::string& file_text);
/// Name, meaning, range, default and key, as rich text.
QString tooltip_of(const Parameter& parameter, const ParameterValue& baseline);
/// The number behind a value; a bool counts as 0 or 1, a choice as its place.
double number_of(const Parameter& parameter, const ParameterValue& value);
/// The value nearest to a number, in the parameter's own type and within its range.
ParameterValue value_of(const Parameter& parameter, double number);
bool is_number(const Parameter& parameter);
/// Smallest and largest number that is allowed (an excluded bound moved in by the last decimal).
double lowest(const Parameter& parameter);
double highest(const Parameter& parameter);

/// Decimals that tell a number exactly, from `least` to `most`.
int decimals_of(double number, int least, int most);

/// "1,850" in the user's locale.
QString count_text(qint64 count);
/// "37.7 M", "1.81 G": three digits.
QString short_count_text(qint64 count);
/// "72.40 %" of 0.724, decimals given.
QString percent_text(double fraction, int decimals = 2);
/// "5.00 (1.71 … 13.70)", in per cent: an interval near 0 or 100 % is not symmetrical.
QString accuracy_text(double fraction, const Interval& interval);
/// "−2.5" with a true minus.
QString decibel_text(double decibel);
/// A number on the screen, its hyphen a true minus.
QString with_minus(QString number);
/// "64.3" with three digits, never an exponent.
QString energy_number(double microjoules);
/// "64.3 µJ".
QString energy_text(double microjoules);
/// "1 min 6 s", translated.
QString time_text(double seconds);
/// No-break space: stands before units and %.
inline const QChar kUnitSpace{0x00A0};

}  // namespace acim::ui
