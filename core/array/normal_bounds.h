#pragma once

#include <array>
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

  /// By bits >> 52.
  const std::array<double, kIntervals>& lowest() const { return lowest_; }
  const std::array<double, kIntervals>& highest() const { return highest_; }

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

  std::array<double, kIntervals> lowest_;
  std::array<double, kIntervals> highest_;
  std::array<Line, kIntervals> lines_;
};

}  // namespace acim
