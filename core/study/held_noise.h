#pragma once

#include "macro/noise_units.h"
#include "study/study_spec.h"

namespace acim {

/// Rewrites each point's random noise so that it has as much of `unit` as at `base`, whatever the axes change: with
/// lsb a sweep over adc_bits keeps its steps' worth of noise. Points whose noise is swept itself stay; so do layers'
/// own settings.
void hold_noise(StudySpec& spec, NoiseUnit unit, const MacroParameters& base);

/// The same of the settings at one point.
void hold_noise(MacroParameters& point, NoiseUnit unit, const MacroParameters& base);

}  // namespace acim
