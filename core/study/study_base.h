#pragma once

#include <string>

#include "macro/noise_units.h"
#include "study/study_spec.h"

namespace acim {

/// A range that was found for a layer, as an override after those that are there. A calibration names each layer once.
void add_calibrated_range(PointSettings& settings, const std::string& layer, double range_percent,
                          double offset_percent);

/// A point as it was set, without the overrides that calibrated its ADC range.
PointSettings settings_before_calibration(const StudySpec& spec, const StudyPoint& point);

/// What make_study_spec() and hold_noise() make the points of a study from. Knobs on an axis have their defaults, but
/// where they matter: for noise that is held.
struct StudyBase {
  PointSettings settings;
  NoiseUnit held_noise = NoiseUnit::percent;
};
StudyBase base_of(const StudySpec& spec);

/// Whether they make the points of `spec`, as they are before calibration: held noise to 1e-12 of it, and the batch
/// where there is one. Not so for points that no base makes, as of a file made by hand.
bool makes_points(const StudyBase& base, const StudySpec& spec);

}  // namespace acim
