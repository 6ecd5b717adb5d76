#pragma once

#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "study/study_spec.h"
#include "ui/model/point_costs.h"

namespace acim::ui {

/// What a calibrated ADC range saves against the full one at equal accuracy, of a sweep over ADC bits whose family is
/// the ADC's range.
struct RangeSaving {
  std::string calibrated;  ///< the value on the axis adc_range that needs the fewest bits
  double percent = 0;      ///< the accuracy both reach: a whole one, a point or so below the best of the full range
  int full_bits = 0;       ///< least ADC bits that reach it
  int calibrated_bits = 0;
  std::optional<double> adc_energy;  ///< of the full range over that of the calibrated one, at those bits
};
/// None for other sweeps, before every point has images, and when no calibrated curve gets there.
std::optional<RangeSaving> range_saving(const StudySpec& spec, const std::vector<PointResult>& results,
                                        const std::vector<PointCost>& costs);
/// "Calibrated (MSE): 2 bits fewer at 90 %, 3.1 times less ADC energy."
QString range_saving_text(const RangeSaving& saving);

}  // namespace acim::ui
