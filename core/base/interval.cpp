#include "base/interval.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace acim {

namespace {

/// Of n!, as std::lgamma, which is not safe on threads: Stirling's series, good to twelve digits from kLargeEnough on;
/// below, that many steps down.
double log_factorial(std::int64_t n) {
  constexpr std::int64_t kLargeEnough = 16;
  double product = 1;
  for (; n < kLargeEnough; ++n) product *= static_cast<double>(n + 1);
  const auto x = static_cast<double>(n);
  const double series = 1 / (12 * x) - 1 / (360 * x * x * x) + 1 / (1260 * x * x * x * x * x);
  return x * std::log(x) - x + 0.5 * std::log(2 * std::numbers::pi * x) + series - std::log(product);
}

/// The proportion at which so many successes or more have the chance `error`.
double lower_bound(std::int64_t successes, std::int64_t trials, double error) {
  double low = 0;
  double high = static_cast<double>(successes) / static_cast<double>(trials);
  while (high - low > 1e-12) {
    const double middle = (low + high) / 2;
    (chance_of_at_least(successes, trials, middle) < error ? low : high) = middle;
  }
  return low;
}

}  // namespace

Interval wilson_interval(std::int64_t successes, std::int64_t trials, double z) {
  if (trials <= 0) return {};
  const auto n = static_cast<double>(trials);
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
  const auto difference = static_cast<double>(only_first - only_second);
  const double center = difference / n;
  const double half = z * std::sqrt(sum - difference * difference / n) / n;
  return {std::max(-1.0, center - half), std::min(1.0, center + half)};
}

double chance_of_at_least(std::int64_t successes, std::int64_t trials, double probability) {
  if (successes <= 0) return 1;
  if (successes > trials || probability <= 0) return 0;
  if (probability >= 1) return 1;
  const auto n = static_cast<double>(trials);
  auto k = static_cast<double>(successes);
  // Above the mean terms only fall: few count, and the first is no smaller than the rest.
  if (k <= n * probability) return 1 - chance_of_at_least(trials - successes + 1, trials, 1 - probability);
  double term = std::exp(log_factorial(trials) - log_factorial(successes) - log_factorial(trials - successes) +
                         k * std::log(probability) + (n - k) * std::log1p(-probability));
  double sum = 0;
  const double odds = probability / (1 - probability);
  for (; k <= n && term > 1e-17 * sum; ++k) {
    sum += term;
    term *= (n - k) / (k + 1) * odds;
  }
  return std::min(sum, 1.0);
}

Interval exact_interval(std::int64_t successes, std::int64_t trials, double error) {
  if (trials <= 0) return {};
  const std::int64_t failures = trials - successes;
  return {successes <= 0 ? 0 : lower_bound(successes, trials, error),
          failures <= 0 ? 1 : 1 - lower_bound(failures, trials, error)};
}

}  // namespace acim
