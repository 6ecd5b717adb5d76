#include "study/named_setting.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/error.h"

namespace acim {

namespace {

constexpr std::array<NamedValue, 7> kAdcRanges = {{
    {kFullAdcRange, "full"},
    {"mse", "calibrated (MSE)"},
    {"csnr", "calibrated (CSNR)"},
    {"minmax", "calibrated (min-max)"},
    {"mse-global", "one range (MSE)"},
    {"csnr-global", "one range (CSNR)"},
    {"minmax-global", "one range (min-max)"},
}};

constexpr std::array<NamedSetting, 1> kSettings = {{
    {kAdcRange, "ADC range",
     "Full: the ADC spans the whole column. Calibrated: range and offset are chosen from the column sums of the first "
     "images, for each layer or one range for all, by least mean square error, by compute SNR with the noise, or from "
     "the least to the greatest sum",
     kAdcRanges},
}};

}  // namespace

std::span<const NamedSetting> named_settings() {
  return kSettings;
}

const NamedSetting* find_named_setting(std::string_view key) {
  const auto* const found =
      std::find_if(kSettings.begin(), kSettings.end(), [&](const NamedSetting& one) { return one.key == key; });
  return found == kSettings.end() ? nullptr : found;
}

const NamedValue& named_value_of(const NamedSetting& setting, std::string_view value) {
  std::string allowed;
  for (const NamedValue& one : setting.values) {
    if (one.value == value) return one;
    allowed += fmt::format("{}{}", allowed.empty() ? "" : ", ", one.value);
  }
  throw Error(ErrorKind::usage, Phrase("Error", "{} cannot be \"{}\"").filled_with(Filling::knob(setting.key), value),
              std::string(setting.key), Phrase("Error", "{} are possible").filled_with(allowed));
}

}  // namespace acim
