#pragma once

#include <string>
#include <string_view>

#include "macro/noise_units.h"
#include "study/study_spec.h"

namespace acim {

/// A point as it was set, without the overrides that calibrated its ADC range.
PointSettings settings_before_calibration(const StudySpec& spec, const StudyPoint& point);

/// What make_study_spec() and hold_noise() make the points of a study from. Knobs on an axis have their defaults, but
/// where they matter: for noise that is held.
struct StudyBase {
  PointSettings settings;
  NoiseUnit held_noise = NoiseUnit::percent;
};
StudyBase base_of(const StudySpec& spec);

/// A word as a POSIX shell reads it: in quotes where it needs them.
std::string shell_word(std::string_view word);
/// "adc_bits=4:10" or "adc_bits=4,7,8": what parse_sweep_axis() reads back equal.
std::string axis_text(const SweepAxis& axis);
/// The command that computes a study again, quoted for a shell: `acim sweep`, or `acim run` of a single point, with
/// what differs from the defaults. Files are named as they were. Empty for a study that the command line cannot sweep:
/// along the settings of layers. Held noise comes back to the last bits of its decimals.
std::string study_command(const StudySpec& spec);

}  // namespace acim
