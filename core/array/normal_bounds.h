#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace acim {

/// What the normal quantile of open_unit_interval(bits) lies between, from the top 12 bits or, closer, from a line over
/// them. What only needs to know on which side of an edge the number lies is mostly decided by that, with the very
/// result of the number itself: rounding to floating point never changes the order of two numbers.
class NormalBounds {
 public:
  static constexpr std::size_t kIntervals = 4096;
  static constexpr unsigned kIntervalShift = 52;

  static const NormalBounds& instance();

  /// By bits >> 52: the upper halves of two doubles, in the upper half the one below, in the lower half the one above.
  const std::array<std::uint64_t, kIntervals>& packed() const { return packed_; }
  double lowest(std::uint64_t bits) const {
    return std::bit_cast<double>(packed_[bits >> kIntervalShift] & ~kUpperBound);
  }
  double highest(std::uint64_t bits) const { return std::bit_cast<double>(packed_[bits >> kIntervalShift] << 32U); }
  static constexpr std::uint64_t kUpperBound = 0xFFFFFFFF;

  struct Estimate {
    double value;
    double error;  ///< at most; huge in the outermost intervals
  };
  Estimate estimate(std::uint64_t bits) const {
    const Line& line = lines_[bits >> kIntervalShift];
    const double along = static_cast<double>(static_cast<std::int64_t>(bits & kBelowInterval));
    return {line.first + line.slope * along, line.error};
  }

 private:
  static constexpr std::uint64_t kBelowInterval = (std::uint64_t{1} << kIntervalShift) - 1;
  struct Line {
    double first;
    double slope;
    double error;
    double unused;  // four numbers to a line of the table: one cache line holds two
  };
  NormalBounds();

  std::array<std::uint64_t, kIntervals> packed_;
  std::array<Line, kIntervals> lines_;
};

}  // namespace acim
