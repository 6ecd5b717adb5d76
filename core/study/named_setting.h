#pragma once

#include <span>
#include <string_view>

namespace acim {

/// One way that a named setting chooses.
struct NamedValue {
  std::string_view value;  ///< in files and on the command line
  std::string_view label;  ///< in English
};

/// What a sweep can vary besides a knob: a choice of several knobs together, made before the study runs.
struct NamedSetting {
  std::string_view key;
  std::string_view label;
  std::string_view meaning;
  std::span<const NamedValue> values;
};

/// The range of the ADC: the whole column, or calibrated on column sums (core/evaluation/adc_range_calibration.h).
inline constexpr std::string_view kAdcRange = "adc_range";
inline constexpr std::string_view kFullAdcRange = "full";

std::span<const NamedSetting> named_settings();
/// Null when no setting has this key.
const NamedSetting* find_named_setting(std::string_view key);
/// Error(usage) names what is allowed.
const NamedValue& named_value_of(const NamedSetting& setting, std::string_view value);

}  // namespace acim
