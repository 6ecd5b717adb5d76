#include "base/interval.h"

#include <algorithm>
#include <cmath>

namespace acim {

Interval wilson_interval(std::int64_t successes, std::int64_t trials, double z) {
  if (trials <= 0) return {};
  const double n = static_cast<double>(trials);
  const double p = static_cast<double>(std::clamp<std::int64_t>(successes, 0, trials)) / n;
  const double z2 = z * z;
  const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = z / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  // At 0 and n successes the bound is exact; rounding must not move it past the proportion.
  return {successes <= 0 ? 0 : std::max(0.0, centre - half), successes >= trials ? 1 : std::min(1.0, centre + half)};
}

Interval paired_difference_interval(std::int64_t only_first, std::int64_t only_second, std::int64_t trials, double z) {
  if (trials <= 0) return {-1, 1};
  const double n = static_cast<double>(trials) + 2;
  const double sum = static_cast<double>(only_first + only_second) + 1;
  const double difference = static_cast<double>(only_first - only_second);
  const double center = difference / n;
  const double half = z * std::sqrt(sum - difference * difference / n) / n;
  return {std::max(-1.0, center - half), std::min(1.0, center + half)};
}

}  // namespace acim
