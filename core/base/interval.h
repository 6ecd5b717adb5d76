#pragma once

#include <cstdint>

namespace acim {

struct Interval {
  double low = 0;
  double high = 1;
};

/// Wilson's score interval of a proportion (Wilson, J. Am. Stat. Assoc. 22, 1927); z = 1.96 for 95 %. [0, 1] for no
/// trials.
Interval wilson_interval(std::int64_t successes, std::int64_t trials, double z = 1.959963984540054);

/// Interval of the difference of two proportions measured on the same trials, first minus second: in `only_first` of
/// them only the first succeeded, in `only_second` only the second. Wald's with half a trial added to each of the four
/// cells (Agresti and Min, Statistics in Medicine 24, 2005), within [-1, 1]; [-1, 1] for no trials.
Interval paired_difference_interval(std::int64_t only_first, std::int64_t only_second, std::int64_t trials,
                                    double z = 1.959963984540054);

/// Chance of so many successes or more in independent trials.
double chance_of_at_least(std::int64_t successes, std::int64_t trials, double probability);

/// Interval of a proportion that holds at any number of trials, however few succeed: beyond either end a result like
/// this one has at most the chance `error` (Clopper and Pearson, Biometrika 26, 1934). [0, 1] for no trials.
Interval exact_interval(std::int64_t successes, std::int64_t trials, double error);

}  // namespace acim
