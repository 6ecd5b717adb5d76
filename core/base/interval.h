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

}  // namespace acim
