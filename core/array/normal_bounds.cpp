#include "array/normal_bounds.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

#include "base/random.h"

namespace acim {
namespace {

/// No quantile of 52 bits lies farther out: that of 2^-53 is -8.21.
constexpr double kFarthest = 8.25;
/// Far above the rounding of normal_quantile and of a line, far below what would leave much undecided.
constexpr double kMargin = 1e-12;

double edge(std::size_t interval) {
  if (interval == 0) return -kFarthest;
  if (interval == NormalBounds::kIntervals) return kFarthest;
  return normal_quantile(static_cast<double>(interval) / static_cast<double>(NormalBounds::kIntervals));
}

/// The upper half of a double, rounded down or up.
std::uint64_t upper_half(double x, bool up) {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const bool away = up == (x > 0);  // from 0: the larger magnitude
  return (bits >> 32U) + (away ? 1 : 0);
}

/// The largest second derivative of the quantile towards |x|: x / density(x)^2.
double curvature(double x) {
  const double density = std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
  return std::abs(x) / (density * density);
}

}  // namespace

NormalBounds::NormalBounds() : packed_{}, lines_{} {
  constexpr double kWidth = 1.0 / static_cast<double>(kIntervals);
  double first = edge(0);
  for (std::size_t k = 0; k < kIntervals; ++k) {
    const double last = edge(k + 1);
    packed_[k] = upper_half(first - kMargin, false) << 32U | upper_half(last + kMargin, true);
    const bool outermost = k == 0 || k + 1 == kIntervals;
    // A line through two points of a curve is off by at most its second derivative times the distance squared / 8; the
    // curve bends one way in each half.
    const double error =
        outermost ? 4 * kFarthest : 1.001 * curvature(std::max(std::abs(first), std::abs(last))) * kWidth * kWidth / 8;
    lines_[k] = {first, std::ldexp(last - first, -static_cast<int>(kIntervalShift)), error + kMargin, 0};
    first = last;
  }
}

const NormalBounds& NormalBounds::instance() {
  // A constant: 0.3 ms to work out, the same for all.
  static const NormalBounds kBounds;
  return kBounds;
}

}  // namespace acim
