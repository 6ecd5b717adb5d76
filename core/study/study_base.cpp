#include "study/study_base.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "base/error.h"
#include "macro/layer_override.h"
#include "macro/parameter_table.h"
#include "study/held_noise.h"
#include "study/named_setting.h"

namespace acim {

namespace {

constexpr std::string_view kRange = "adc_range_percent";
constexpr std::string_view kOffset = "adc_offset_percent";

bool is_calibrated_range(const LayerOverride& layer) {
  return !layer.digital && layer.values.size() == 2 && layer.values[0].first == kRange &&
         layer.values[1].first == kOffset && layer.pattern.find_first_of("*?") == std::string::npos;
}

/// The points that have the base's ADC range, which a full one is set over; all if none has.
std::vector<const StudyPoint*> points_of_own_range(const StudySpec& spec) {
  const auto is_full = [](const auto& coordinate) {
    return coordinate.first == kAdcRange && coordinate.second == kFullAdcRange;
  };
  std::vector<const StudyPoint*> all;
  std::vector<const StudyPoint*> own;
  for (const StudyPoint& point : spec.points) {
    all.push_back(&point);
    if (std::ranges::none_of(point.coordinates, is_full)) own.push_back(&point);
  }
  return own.empty() ? all : own;
}

double relative_difference(double one, double other) {
  return std::abs(one - other) / std::max(std::abs(other), std::numeric_limits<double>::min());
}

/// The largest relative difference of the points' noise from what is held of `base`.
double distance(const StudySpec& spec, NoiseUnit unit, const MacroParameters& base) {
  double largest = 0;
  for (const StudyPoint& point : spec.points) {
    MacroParameters held = point.settings.macro;
    hold_noise(held, unit, base);
    largest =
        std::max(largest, relative_difference(held.random_noise_percent, point.settings.macro.random_noise_percent));
  }
  return largest;
}

struct HeldNoise {
  NoiseUnit unit = NoiseUnit::percent;
  const StudyPoint* point = nullptr;
};

/// Which noise is held, and the one of `points` that all others' noise follows from best.
HeldNoise held_noise_of(const StudySpec& spec, const std::vector<const StudyPoint*>& points) {
  constexpr std::size_t kMostBases = 64;
  const auto noise = [](const StudyPoint& point) { return point.settings.macro.random_noise_percent; };
  const auto differs = [&](const StudyPoint& point) { return noise(point) != noise(spec.points.front()); };
  if (sweeps_noise(spec) || std::ranges::none_of(spec.points, differs)) return {NoiseUnit::percent, points.front()};
  HeldNoise best = {NoiseUnit::lsb, points.front()};
  double least = std::numeric_limits<double>::infinity();
  for (const NoiseUnit unit : {NoiseUnit::lsb, NoiseUnit::millivolt}) {
    for (std::size_t i = 0; i < std::min(points.size(), kMostBases); ++i) {
      const double apart = distance(spec, unit, points[i]->settings.macro);
      if (apart >= least) continue;
      least = apart;
      best = {unit, points[i]};
    }
  }
  return best;
}

/// Takes away what says nothing of a result, or that only its last bits.
void level(PointSettings& made, const PointSettings& wanted) {
  constexpr double kLastBits = 1e-12;
  if (relative_difference(made.macro.random_noise_percent, wanted.macro.random_noise_percent) <= kLastBits)
    made.macro.random_noise_percent = wanted.macro.random_noise_percent;
  if (wanted.macro.activation_scale != ActivationScale::per_batch) made.macro.batch = wanted.macro.batch;
}

}  // namespace

void add_calibrated_range(PointSettings& settings, const std::string& layer, double range_percent,
                          double offset_percent) {
  LayerOverride range;
  range.pattern = layer;
  add_override(range, parameter_of(kRange), range_percent);
  add_override(range, parameter_of(kOffset), offset_percent);
  complete(range);
  settings.layers.push_back(std::move(range));
}

PointSettings settings_before_calibration(const StudySpec& spec, const StudyPoint& point) {
  PointSettings settings = point.settings;
  const std::string range = adc_range_of(spec, point);
  if (range.empty() || range == kFullAdcRange) return settings;
  // What was set by hand looks the same, but comes before and may name a layer again.
  std::vector<std::string> seen;
  while (!settings.layers.empty() && is_calibrated_range(settings.layers.back())) {
    std::string& layer = settings.layers.back().pattern;
    if (std::ranges::find(seen, layer) != seen.end()) break;
    seen.push_back(std::move(layer));
    settings.layers.pop_back();
  }
  return settings;
}

StudyBase base_of(const StudySpec& spec) {
  StudyBase base;
  if (spec.points.empty()) return base;
  const HeldNoise held = held_noise_of(spec, points_of_own_range(spec));
  base.settings = settings_before_calibration(spec, *held.point);
  base.held_noise = held.unit;
  // Only points with batches tell how large they are.
  const auto batches = [](const StudyPoint& point) {
    return point.settings.macro.activation_scale == ActivationScale::per_batch;
  };
  const auto batched = std::ranges::find_if(spec.points, batches);
  if (batched != spec.points.end()) base.settings.macro.batch = batched->settings.macro.batch;
  if (held.unit != NoiseUnit::percent) return base;  // As much as at this point, with its knobs.
  for (const SweepAxis* axis : {&spec.x, &spec.family}) {
    if (is_knob(*axis)) parameter_of(axis->key).set(base.settings.macro, parameter_of(axis->key).get({}));
  }
  return base;
}

bool makes_points(const StudyBase& base, const StudySpec& spec) {
  StudySpec made;
  try {
    made = make_study_spec(spec.subject, base.settings, spec.x, spec.family);
    hold_noise(made, base.held_noise, base.settings.macro);
  } catch (const Error&) {
    return false;
  }
  if (made.points.size() != spec.points.size()) return false;
  for (std::size_t i = 0; i < made.points.size(); ++i) {
    const PointSettings wanted = settings_before_calibration(spec, spec.points[i]);
    level(made.points[i].settings, wanted);
    if (made.points[i].settings != wanted) return false;
  }
  return true;
}

}  // namespace acim
