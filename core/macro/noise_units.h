#pragma once

#include "macro/macro_parameters.h"

namespace acim {

/// One random noise of a conversion, in measures that people use of it (docs/user-guide/concepts.md, 5).
enum class NoiseUnit {
  percent,     ///< standard deviation in per cent of the column's full scale: random_noise_percent
  millivolt,   ///< the same on the line: full scale is attenuation times supply voltage, half of it when bipolar
  lsb,         ///< root mean square in steps of the ADC
  decibel,     ///< full scale over noise
  wrong_code,  ///< chance that a sum that lies on a code is read as another one, 0..1
};

/// What one step of the ADC is, in per cent of the column's full scale.
double percent_per_lsb(const MacroParameters& macro);
/// Voltage of a full column on the line.
double full_scale_volts(const MacroParameters& macro);

/// `percent` of full scale in another unit. Without noise infinitely many dB.
double noise_in(NoiseUnit unit, double percent, const MacroParameters& macro);
/// The inverse: per cent of full scale. Error(usage) for what no noise can be: below 0, not a number, a chance of 1 or
/// more.
double noise_percent(NoiseUnit unit, double value, const MacroParameters& macro);

/// Random noise in per cent after a macro changed from `before` to `after`, with as much of `unit` as before.
double held_noise_percent(NoiseUnit unit, const MacroParameters& before, const MacroParameters& after);

}  // namespace acim
