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

/// "adc_bits = 1 (511 %), adc_bits = 2 (171 %) and 4 more".
Phrase named(const std::vector<std::pair<const StudyPoint*, double>>& points) {
  Phrase named;
  for (std::size_t i = 0; i < std::min(points.size(), kMostNamed); ++i) {
    const auto& [point, percent] = points[i];
    Phrase one = Phrase({}, "({} %)").filled_with(fmt::format("{:.3g}", percent));
    for (std::size_t k = point->coordinates.size(); k-- > 0;) {
      const auto& [key, value] = point->coordinates[k];
      one = Phrase({}, "{} {}").filled_with(Filling::setting(key, value), one);
    }
    named = named.empty() ? one : Phrase("Phrase", "{}, {}").filled_with(named, one);
  }
  if (points.size() <= kMostNamed) return named;
  return Phrase("Error", "{} and {} more").filled_with(named, points.size() - kMostNamed);
}

}  // namespace

bool sweeps_noise(const StudySpec& spec) {
  return spec.x.key == kNoise || spec.family.key == kNoise;
}

void hold_noise(MacroParameters& point, NoiseUnit unit, const MacroParameters& base) {
  // What is held is the noise that was set at the base.
  point.random_noise_percent =
      std::clamp(held_noise_percent(unit, base, point), parameter_of(kNoise).minimum, parameter_of(kNoise).maximum);
}

void hold_noise(StudySpec& spec, NoiseUnit unit, const MacroParameters& base) {
  if (unit == NoiseUnit::percent || sweeps_noise(spec)) return;
  std::vector<std::pair<const StudyPoint*, double>> beyond;
  const double most = parameter_of(kNoise).maximum;
  for (const StudyPoint& point : spec.points) {
    if (point.settings.macro.noise_source == NoiseSource::physical) continue;  // Its noise is not the knob's.
    const double percent = held_noise_percent(unit, base, point.settings.macro);
    if (percent > most) beyond.emplace_back(&point, percent);
  }
  if (!beyond.empty()) {
    throw Error(ErrorKind::usage,
                Phrase("Error", "The random noise that stays fixed would be more than {} % of full scale at {}")
                    .filled_with(most, named(beyond)),
                {}, Phrase("Error", "Leave these points out, set less noise, or let the percentage stay fixed"));
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
  throw Error(ErrorKind::usage, Phrase("Error", "noise cannot be held in \"{}\"").filled_with(name), {},
              Phrase("Error", "{} are possible").filled_with("percent, lsb, millivolt"));
}

}  // namespace acim
