#pragma once

#include "array/column_sum_histogram.h"
#include "macro/macro_parameters.h"

namespace acim::cost {

/// What a range of the ADC is chosen by.
enum class RangeCriterion {
  mean_square_error,   ///< of rounding and clipping, as if there were no noise
  least_and_greatest,  ///< from the least to the greatest sum seen, however seldom it comes (as NeuroSim does:
                       ///< ASiM, Table I)
  compute_snr,  ///< of everything between the exact sum and the read-back: rounding, clipping and the noise; steps
                ///< are whole sums (CACTUS: Kavishwar and Shanbhag, arXiv 2507.09776)
};

struct AdcRange {
  double range_percent = 100;
  double offset_percent = 0;
  double mean_squared_error = 0;  ///< in units of full scale squared, noise included
  double csnr_db = 0;             ///< variance of the column sums over that error; infinite without error
};

/// Error(usage) for weight_parallel, whose range has no offset to choose.
void require_calibratable_range(const MacroParameters& macro);

/// What a range does to a layer's column sums at the macro's ADC bits and noise. Error(usage) for an empty histogram
/// and as require_calibratable_range().
AdcRange measured_range(const ColumnSumHistogram& sums, const MacroParameters& macro, double range_percent,
                        double offset_percent);

/// The range and offset that are best by a criterion: by mean_square_error and compute_snr never worse than the full
/// range. A pure function; fractions of a second.
AdcRange best_range(const ColumnSumHistogram& sums, const MacroParameters& macro, RangeCriterion criterion);

}  // namespace acim::cost
