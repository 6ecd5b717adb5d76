#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/phrase.h"
#include "macro/macro_parameters.h"

namespace acim {

/// A knob's value in its own type; a choice is its name ("calibrated"), a seed the unsigned one.
using ParameterValue = std::variant<bool, std::int64_t, std::uint64_t, double, std::string>;

enum class ParameterType { boolean, integer, unsigned64, real, choice };
enum class ParameterGroup {
  array,
  converter,
  activations,
  noise,
  current_domain,
  hybrid_and_voting,
  digital,
  technology,
  chip,
  calibration,
  randomness
};
enum class ParameterScale { linear, logarithmic };

/// One row of the one table: form, command line, JSON, CSV, documentation and validation are made from it.
struct Parameter {
  std::string_view key;    ///< of --set, JSON, CSV: "adc_bits"
  std::string_view label;  ///< English, sentence case: "ADC bits"; the window translates it
  ParameterGroup group;
  std::string_view unit;  ///< "bit", "%", "" ...
  ParameterType type;
  double minimum = 0;  ///< of a number
  double maximum = 0;
  bool minimum_excluded = false;  ///< the range is (minimum, ...
  bool maximum_excluded = false;  ///< ... maximum)
  bool odd = false;               ///< only odd integers
  ParameterScale scale = ParameterScale::linear;
  double slider_step = 1;  ///< a sensible step of a slider or an arrow key
  int decimals = 0;        ///< shown of a real
  std::vector<std::string_view> choices;
  bool per_layer = true;     ///< may be overridden for one layer
  std::string_view meaning;  ///< one or two sentences, physical
  std::function<ParameterValue(const MacroParameters&)> get;
  /// Stores a value of the right type; checks nothing but the type.
  std::function<void(MacroParameters&, const ParameterValue&)> set;
};

std::span<const Parameter> parameter_table();
std::string_view group_label(ParameterGroup group);

/// Error(usage) with the nearest known key when there is none.
const Parameter& parameter_of(std::string_view key);
/// nullptr when there is none.
const Parameter* find_parameter(std::string_view key);
/// The known key with the least edit distance ("adc_bit" -> "adc_bits").
std::string_view nearest_key(std::string_view key);

/// The text of a value in the C locale, shortest that reads back equal ("0.05", "true", "calibrated").
std::string value_text(const ParameterValue& value);
/// Reads a value of the parameter from text and checks its range. Error(usage) names key, text and what is allowed.
ParameterValue parse_value(const Parameter& parameter, std::string_view text);
/// The range in words ("1 to 14 bit", "more than 0, at most 100 %", "mode, median or mean").
Phrase range_phrase(const Parameter& parameter);
/// The same in English.
std::string range_text(const Parameter& parameter);
/// Error(usage) when the value is of another type or out of range (NaN is out of every range).
void check_value(const Parameter& parameter, const ParameterValue& value);

/// One thing wrong with a set of parameters.
struct ParameterProblem {
  std::vector<std::string> keys;  ///< one, or both that contradict
  Phrase message;                 ///< names key, value, what is allowed
};

/// All problems: each value in its range, and contradictions (adc_offset_percent + adc_range_percent > 100,
/// encoding_bits over activation_bits, hybrid_levels or voting_levels over weight_bits + cycles - 1, weight_parallel
/// with what it excludes, even voting_samples ...). Empty when valid.
std::vector<ParameterProblem> problems_of(const MacroParameters& parameters);
/// Throws Error(usage) with the first problem.
void validate(const MacroParameters& parameters);

}  // namespace acim
