#pragma once

#include <string_view>

#include "macro/noise_units.h"
#include "study/study_spec.h"

namespace acim {

/// Whether the random noise is on an axis: what is swept is not held.
bool sweeps_noise(const StudySpec& spec);

/// Rewrites each point's random noise so that it has as much of `unit` as at `base`, whatever the axes change: with
/// lsb a sweep over adc_bits keeps its steps' worth of noise. Points whose noise is swept itself stay; so do layers'
/// own settings: what is held is of the macro's ADC, and a layer whose own ADC differs has the same percentage of its
/// full scale. Error(usage) names the points that would need more noise than the knob has, so that no curve shows less
/// than it says; the specification is as it was then.
void hold_noise(StudySpec& spec, NoiseUnit unit, const MacroParameters& base);

/// The same of the settings at one point, which gets no more than the knob has.
void hold_noise(MacroParameters& point, NoiseUnit unit, const MacroParameters& base);

/// "lsb" or "millivolt": what can be held; "percent" is the knob itself.
std::string_view held_noise_name(NoiseUnit unit);
/// Error(usage) names what is allowed.
NoiseUnit held_noise_from_name(std::string_view name);

}  // namespace acim
