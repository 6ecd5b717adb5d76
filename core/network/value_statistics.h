#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace acim {

/// Largest values of a stream of floats, and exact percentiles of it in bounded memory: a first pass counts the upper
/// 16 bits of the magnitudes, a second pass over the same values the lower 16 bits of those that matter. Counts do not
/// depend on order. The percentile p is the smallest value that at least p % of all values do not exceed (nearest
/// rank).
class ValueStatistics {
 public:
  explicit ValueStatistics(double percentile) : percentile_(percentile) {}

  /// Error(input) for a value that is no finite number.
  void add(std::span<const float> values);
  /// Whether the values must be added once more (a percentile below 100); starts that second pass.
  bool begin_second_pass();

  bool negative() const { return negative_; }
  float largest_magnitude() const;  ///< of |x|, at the percentile
  float largest_positive() const;   ///< of max(x, 0), at the percentile

 private:
  struct Selection {
    std::uint32_t upper_bits = 0;
    std::int64_t rank_within = 0;
    std::vector<std::int64_t> lower_counts;
  };
  Selection select(bool magnitude) const;
  float selected(const Selection& selection) const;
  void count_upper(std::span<const float> values);
  void count_lower(std::span<const float> values);

  double percentile_;
  bool second_pass_ = false;
  bool negative_ = false;
  float magnitude_ = 0;
  float positive_ = 0;
  std::int64_t count_ = 0;
  std::vector<std::int64_t> upper_positive_;
  std::vector<std::int64_t> upper_negative_;
  Selection magnitude_selection_;
  Selection positive_selection_;
};

}  // namespace acim
