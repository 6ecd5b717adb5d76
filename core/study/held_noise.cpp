#include "study/held_noise.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/error.h"
#include "macro/parameter_table.h"

namespace acim {

namespace {

constexpr std::string_view kNoise = "random_noise_percent";
constexpr std::size_t kMostNamed = 3;  ///< points in a refusal; more would hide what it says

/// "adc_bits=1 (511 %), adc_bits=2 (171 %) and 4 more".
std::string named(const std::vector<std::pair<const StudyPoint*, double>>& points) {
  std::string text;
  for (std::size_t i = 0; i < std::min(points.size(), kMostNamed); ++i) {
    const auto& [point, percent] = points[i];
    if (i > 0) text += ", ";
    for (const auto& [key, value] : point->coordinates) text += fmt::format("{}={} ", key, value);
    text += fmt::format("({:.3g} %)", percent);
  }
  if (points.size() > kMostNamed) text += fmt::format(" and {} more", points.size() - kMostNamed);
  return text;
}

}  // namespace

void hold_noise(MacroParameters& point, NoiseUnit unit, const MacroParameters& base) {
  // What is held is the noise that was set at the base.
  point.random_noise_percent =
      std::clamp(held_noise_percent(unit, base, point), parameter_of(kNoise).minimum, parameter_of(kNoise).maximum);
}

void hold_noise(StudySpec& spec, NoiseUnit unit, const MacroParameters& base) {
  if (unit == NoiseUnit::percent || spec.x.key == kNoise || spec.family.key == kNoise) return;
  std::vector<std::pair<const StudyPoint*, double>> beyond;
  const double most = parameter_of(kNoise).maximum;
  for (const StudyPoint& point : spec.points) {
    if (point.settings.macro.noise_source == NoiseSource::physical) continue;  // Its noise is not the knob's.
    const double percent = held_noise_percent(unit, base, point.settings.macro);
    if (percent > most) beyond.emplace_back(&point, percent);
  }
  if (!beyond.empty()) {
    throw Error(ErrorKind::usage,
                fmt::format("The random noise that stays fixed would be more than {:g} % of full scale at {}", most,
                            named(beyond)),
                {}, "Leave these points out, set less noise, or let the percentage stay fixed");
  }
  for (StudyPoint& point : spec.points) hold_noise(point.settings.macro, unit, base);
}

std::string_view held_noise_name(NoiseUnit unit) {
  if (unit == NoiseUnit::lsb) return "lsb";
  return unit == NoiseUnit::millivolt ? "millivolt" : "percent";
}

NoiseUnit held_noise_from_name(std::string_view name) {
  for (const NoiseUnit unit : {NoiseUnit::percent, NoiseUnit::lsb, NoiseUnit::millivolt}) {
    if (held_noise_name(unit) == name) return unit;
  }
  throw Error(ErrorKind::usage, fmt::format("noise cannot be held in \"{}\"", name), {},
              "percent, lsb and millivolt are possible");
}

}  // namespace acim
