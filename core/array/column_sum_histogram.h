#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace acim {

/// How much weight a layer's column sums have at each level of the column: what a calibration of the ADC's range looks
/// at. Level k of n stands for k / (n - 1) of full scale. Sums of cycles of every width share it.
class ColumnSumHistogram {
 public:
  /// `full_scale` of the widest cycle; each of its sums has a level of its own up to `most_levels`, then several share
  /// one.
  explicit ColumnSumHistogram(std::int64_t full_scale, std::int64_t most_levels = 4097)
      : weights_(static_cast<std::size_t>(std::min(full_scale + 1, most_levels))) {}

  /// One conversion's sum, 0..full_scale of its cycle. Its error counts with 4^(weight bit + least significant bit of
  /// the cycle) times the square of its full scale.
  void add(std::int64_t sum, std::int64_t full_scale, int power) {
    const auto steps = static_cast<double>(weights_.size() - 1);
    const double value = static_cast<double>(sum) / static_cast<double>(full_scale);
    const double scale = std::ldexp(static_cast<double>(full_scale), power);
    weights_[static_cast<std::size_t>(std::lround(value * steps))] += scale * scale;
  }
  void add_weight(std::size_t level, double weight) { weights_.at(level) += weight; }
  /// Of the same number of levels.
  ColumnSumHistogram& operator+=(const ColumnSumHistogram& other) {
    for (std::size_t level = 0; level < weights_.size(); ++level) weights_[level] += other.weights_.at(level);
    return *this;
  }

  std::size_t levels() const { return weights_.size(); }
  double weight(std::size_t level) const { return weights_[level]; }
  double value(std::size_t level) const {
    return weights_.size() > 1 ? static_cast<double>(level) / static_cast<double>(weights_.size() - 1) : 0;
  }

 private:
  std::vector<double> weights_;
};

}  // namespace acim
