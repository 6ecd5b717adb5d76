#pragma once

#include <cstdint>

#include "macro/macro_parameters.h"

namespace acim {

/// One conversion of acim-model section 6, without its noise: what the column, the ADC and the read-back make of a
/// column sum. Unipolar (sum in 0..full_scale, codes 0..2^b-1) or bipolar (weight-parallel: -full_scale..full_scale,
/// codes -(2^(b-1)-1)..).
class Conversion {
 public:
  Conversion(const MacroParameters& macro, std::int64_t full_scale, bool bipolar);

  /// The noise-free code of an integer sum; ties are decided exactly when nothing but rounding happens to the sum.
  int code(std::int64_t sum) const;
  /// The noise-free code of a real sum (weight variation).
  int code(double sum) const;

  /// Step 2: s / (1 + alpha s) / F.
  double column_value(double sum) const;
  /// Standard deviation of the noise on the column value (step 3).
  double noise_deviation(double value) const;
  /// Steps 3 and 4 with a standard normal number.
  int noisy_code(double value, double gaussian) const;
  /// Step 4: the code of a column value, after noise and clamp.
  int code_of_value(double value) const;

  /// Codes that one unit of the sum is worth, when that is a whole number and nothing but the ADC happens to the sum:
  /// no sum lies between codes then. Otherwise 0. Unipolar conversions only.
  std::int64_t whole_codes_per_unit() const;
  /// Standard deviation of the noise in codes when it is the same for every sum; otherwise 0.
  double common_noise_in_codes() const;

  /// The largest standard deviation of the noise, in codes: that of an empty column.
  double most_noise_in_codes() const { return noise_deviation(0) * top_ / range_; }

  int lowest_code() const { return bipolar_ ? -top_ : 0; }
  int highest_code() const { return top_; }
  /// The column value where code and code + 1 meet.
  double edge_above(int code) const;

  /// r F / (2^b - 1): what one code is worth, in units of the sum (step 5 less the offset).
  double code_worth() const;
  /// a F: what code 0 reads back as.
  double offset_worth() const;

 private:
  double full_scale_;
  std::int64_t integer_full_scale_;
  double range_;
  double offset_;
  double alpha_;
  double random_deviation_;
  double nonlinearity_deviation_;
  double rows_;
  int top_;
  bool bipolar_;
};

}  // namespace acim
