#include "macro/noise_units.h"

#include <cmath>
#include <limits>
#include <numbers>

#include "base/error.h"

namespace acim {
namespace {

/// Half a step lies between a code and its edges.
double wrong_code_chance(double lsb) {
  return lsb > 0 ? std::erfc(0.5 / (lsb * std::numbers::sqrt2)) : 0;
}

/// The chance grows with the noise, so that its logarithm's middle finds it.
double lsb_of_chance(double chance) {
  double low = 1e-3;  // erfc underflows to 0 well above
  double high = 1e16;
  for (int i = 0; i < 200 && high / low > 1 + 1e-15; ++i) {
    const double middle = std::sqrt(low * high);
    (wrong_code_chance(middle) < chance ? low : high) = middle;
  }
  return std::sqrt(low * high);
}

}  // namespace

double percent_per_lsb(const MacroParameters& macro) {
  return macro.adc_range_percent / (std::exp2(macro.adc_bits - (macro.weight_parallel ? 1 : 0)) - 1);
}

double full_scale_volts(const MacroParameters& macro) {
  // A bipolar conversion has the same swing for both signs, so its full scale is half of it.
  return macro.attenuation * macro.supply_voltage / (macro.weight_parallel ? 2 : 1);
}

double noise_in(NoiseUnit unit, double percent, const MacroParameters& macro) {
  switch (unit) {
    case NoiseUnit::percent:
      break;
    case NoiseUnit::millivolt:
      return percent / 100 * full_scale_volts(macro) * 1000;
    case NoiseUnit::lsb:
      return percent / percent_per_lsb(macro);
    case NoiseUnit::decibel:
      return percent > 0 ? -20 * std::log10(percent / 100) : std::numeric_limits<double>::infinity();
    case NoiseUnit::wrong_code:
      return wrong_code_chance(percent / percent_per_lsb(macro));
  }
  return percent;
}

double noise_percent(NoiseUnit unit, double value, const MacroParameters& macro) {
  const bool chance = unit == NoiseUnit::wrong_code;
  if (std::isnan(value) || (unit != NoiseUnit::decibel && value < 0) || (chance && value >= 1)) {
    throw Error(
        ErrorKind::usage, Phrase("Error", "No noise is that large or small"), "random_noise_percent",
        chance ? Phrase("Error", "A chance is 0 or more, and less than 1") : Phrase("Error", "A noise is 0 or more"));
  }
  switch (unit) {
    case NoiseUnit::percent:
      break;
    case NoiseUnit::millivolt:
      return value / (full_scale_volts(macro) * 1000) * 100;
    case NoiseUnit::lsb:
      return value * percent_per_lsb(macro);
    case NoiseUnit::decibel:
      return 100 * std::pow(10.0, -value / 20);
    case NoiseUnit::wrong_code:
      return value > 0 ? lsb_of_chance(value) * percent_per_lsb(macro) : 0;
  }
  return value;
}

double held_noise_percent(NoiseUnit unit, const MacroParameters& before, const MacroParameters& after) {
  // These two are functions of the others.
  const NoiseUnit held = unit == NoiseUnit::decibel      ? NoiseUnit::percent
                         : unit == NoiseUnit::wrong_code ? NoiseUnit::lsb
                                                         : unit;
  const double percent = before.random_noise_percent;
  if (held == NoiseUnit::percent || percent == 0) return percent;
  return noise_percent(held, noise_in(held, percent, before), after);
}

}  // namespace acim
