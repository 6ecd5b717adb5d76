#include "study/held_noise.h"

#include <algorithm>

#include "macro/parameter_table.h"

namespace acim {

namespace {

constexpr std::string_view kNoise = "random_noise_percent";

}  // namespace

void hold_noise(MacroParameters& point, NoiseUnit unit, const MacroParameters& base) {
  // What is held is the noise that was set at the base.
  point.random_noise_percent =
      std::clamp(held_noise_percent(unit, base, point), parameter_of(kNoise).minimum, parameter_of(kNoise).maximum);
}

void hold_noise(StudySpec& spec, NoiseUnit unit, const MacroParameters& base) {
  if (unit == NoiseUnit::percent || spec.x.key == kNoise || spec.family.key == kNoise) return;
  for (StudyPoint& point : spec.points) hold_noise(point.settings.macro, unit, base);
}

}  // namespace acim
