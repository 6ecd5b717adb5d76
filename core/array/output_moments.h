#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

namespace acim {

/// Streaming moments of a layer's outputs against the ideal integer result: mean, variance and mean squared error
/// without keeping a value (Welford; merged as Chan, Golub and LeVeque do). Sums of doubles depend on their order in
/// the last bits, so merge in one order (of images, say) where results must be equal.
class OutputMoments {
 public:
  /// `ideal`: the exact integer dot product; `simulated`: the array's output before dequantisation and bias.
  void add(double ideal, double simulated) {
    ++count_;
    const double before = ideal - mean_;
    mean_ += before / static_cast<double>(count_);
    squares_ += before * (ideal - mean_);
    const double error = simulated - ideal;
    error_ += error;
    squared_error_ += error * error;
  }
  /// Equally long spans; without a division for each value.
  void add(std::span<const double> ideal, std::span<const double> simulated) {
    if (ideal.empty()) return;
    OutputMoments block;
    block.count_ = static_cast<std::int64_t>(ideal.size());
    double sum = 0;
    for (std::size_t i = 0; i < ideal.size(); ++i) {
      sum += ideal[i];
      const double error = simulated[i] - ideal[i];
      block.error_ += error;
      block.squared_error_ += error * error;
    }
    block.mean_ = sum / static_cast<double>(ideal.size());
    for (const double value : ideal) block.squares_ += (value - block.mean_) * (value - block.mean_);
    *this += block;
  }
  OutputMoments& operator+=(const OutputMoments& other) {
    if (other.count_ == 0) return *this;
    const auto mine = static_cast<double>(count_);
    const auto more = static_cast<double>(other.count_);
    const double difference = other.mean_ - mean_;
    squares_ += other.squares_ + difference * difference * mine * more / (mine + more);
    mean_ += difference * more / (mine + more);
    error_ += other.error_;
    squared_error_ += other.squared_error_;
    count_ += other.count_;
    return *this;
  }

  std::int64_t count() const { return count_; }
  /// Of the ideal outputs; 0 while there are none.
  double mean() const { return mean_; }
  double variance() const { return count_ > 0 ? squares_ / static_cast<double>(count_) : 0; }
  double mean_error() const { return count_ > 0 ? error_ / static_cast<double>(count_) : 0; }
  double mean_squared_error() const { return count_ > 0 ? squared_error_ / static_cast<double>(count_) : 0; }
  /// No error but what doubles leave of steps that are no binary fractions: a code times 49.8 % of full scale over 127
  /// is an integer up to its last bit. Outputs of 8 by 8 bits and 4096 products are below 2^28, where a rounding
  /// is 2^-26 at most, so that dozens of them are less than a millionth.
  bool is_lossless() const {
    constexpr double kRounding = 1e-6;  ///< of one step of the integer product
    return count_ > 0 && mean_squared_error() < kRounding * kRounding;
  }
  /// 10 log10(Var(y) / mean((y_sim - y)^2)); infinite where it is lossless, NaN without outputs.
  double csnr_db() const {
    if (count_ == 0) return std::numeric_limits<double>::quiet_NaN();
    if (is_lossless()) return std::numeric_limits<double>::infinity();
    return 10 * std::log10(variance() / mean_squared_error());
  }

 private:
  std::int64_t count_ = 0;
  double mean_ = 0;
  double squares_ = 0;
  double error_ = 0;
  double squared_error_ = 0;
};

}  // namespace acim
