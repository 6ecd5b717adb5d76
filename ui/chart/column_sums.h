#pragma once

#include "array/column_sums.h"
#include "array/conversion.h"

namespace acim::ui {

/// What the ADC makes of the column sums of a pair of bits, noise aside.
struct SumsAtAdc {
  double clipped_below = 0;  ///< share of the sums under its range, 0..1
  double clipped_above = 0;
  int most_code = 0;   ///< that comes up
  int empty_bits = 0;  ///< upper bits that no sum ever sets
};
SumsAtAdc sums_at_adc(const PairSums::Bins& sums, const Conversion& ideal);

}  // namespace acim::ui
