#pragma once

#include <QString>
#include <cstddef>
#include <optional>
#include <vector>

#include "study/study_spec.h"

namespace acim::ui {

/// How far apart chips of the same design are at a place on x, in a sweep whose family is the seed. Fractions.
struct ChipSpread {
  std::size_t place = 0;
  std::size_t chips = 0;
  double mean = 0;
  double deviation = 0;  ///< of the sample
  double least = 0;
  double most = 0;
};
/// At `place`, or where the chips differ most. None for other sweeps, and before each chip has images there. `deleted`:
/// chips that are left out; missing ones are not.
std::optional<ChipSpread> chip_spread(const StudySpec& spec, const std::vector<PointResult>& results,
                                      std::optional<std::size_t> place, const std::vector<bool>& deleted = {});
/// "5 chips at ADC bits 6: 88.20 … 90.10 %, mean 89.20 %, standard deviation 0.60 points."
QString chip_spread_text(const ChipSpread& spread, const StudySpec& spec);

}  // namespace acim::ui
