#include "cost/csnr_estimate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "array/conversion.h"

namespace acim::cost {
namespace {

using Moments = OperandStatistics::Moments;

/// Noise below this many steps of the ADC leaves rounding errors correlated.
constexpr double kDitherLsb = 0.3;
constexpr double kNoiseReach = 6;      ///< standard deviations
constexpr double kLeastShare = 1e-12;  ///< of a sum that is looked at
constexpr int kMostSums = 1024;

double normal_distribution(double z) {
  return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

struct WeighedSum {
  double sum = 0;
  double share = 0;
};
using SumDistribution = std::vector<WeighedSum>;

SumDistribution binomial(std::int64_t rows, double p) {
  SumDistribution sums;
  if (p <= 0 || p >= 1) return {{p <= 0 ? 0.0 : static_cast<double>(rows), 1}};
  const auto n = static_cast<double>(rows);
  for (std::int64_t k = 0; k <= rows; ++k) {
    const auto ones = static_cast<double>(k);
    const double logarithm = std::lgamma(n + 1) - std::lgamma(ones + 1) - std::lgamma(n - ones + 1) +
                             ones * std::log(p) + (n - ones) * std::log1p(-p);
    const double share = std::exp(logarithm);
    if (share > kLeastShare) sums.push_back({ones, share});
  }
  return sums;
}

/// A Gaussian on integers within [lowest, highest], every stride-th of them when there are many.
SumDistribution gaussian(double mean, double variance, double lowest, double highest) {
  if (variance <= 0) return {{std::round(mean), 1}};
  const double deviation = std::sqrt(variance);
  const auto from = static_cast<std::int64_t>(std::max(lowest, std::floor(mean - kNoiseReach * deviation)));
  const auto to = static_cast<std::int64_t>(std::min(highest, std::ceil(mean + kNoiseReach * deviation)));
  const std::int64_t stride = std::max<std::int64_t>(1, (to - from) / kMostSums);
  SumDistribution sums;
  double total = 0;
  for (std::int64_t integer = from; integer <= to; integer += stride) {
    const auto sum = static_cast<double>(integer);
    const double z = (sum - mean) / deviation;
    sums.push_back({sum, std::exp(-0.5 * z * z)});
    total += sums.back().share;
  }
  for (WeighedSum& sum : sums) sum.share /= total;
  return sums;
}

/// Error of one conversion, read-back less the sum.
struct ErrorMoments {
  double mean = 0;
  double square = 0;
};

/// Over the noise of one column value: codes between edges, the end codes with the tails.
ErrorMoments noisy_error(const Conversion& conversion, double sum, double value, double deviation) {
  const double step = conversion.edge_above(1) - conversion.edge_above(0);
  const double first_edge = conversion.edge_above(0);
  const auto code_at = [&](double v) {
    const double code = std::floor((v - first_edge) / step) + 1;
    return static_cast<int>(std::clamp<double>(code, conversion.lowest_code(), conversion.highest_code()));
  };
  const int first = code_at(value - kNoiseReach * deviation);
  const int last = code_at(value + kNoiseReach * deviation);
  // Codes far narrower than the noise are taken together.
  const int together = std::max(1, static_cast<int>(std::min(deviation / step / 16, 1e6)));
  ErrorMoments error;
  double below = 0;
  for (int code = first; code <= last; code += together) {
    const int final_code = std::min(code + together - 1, last);
    const double edge = first_edge + final_code * step;
    const double up_to = final_code == last ? 1 : normal_distribution((edge - value) / deviation);
    const double read = conversion.offset_worth() + 0.5 * (code + final_code) * conversion.code_worth();
    error.mean += (up_to - below) * (read - sum);
    error.square += (up_to - below) * (read - sum) * (read - sum);
    below = up_to;
  }
  return error;
}

/// Share of the noise that is left of the mode of so many codes, at 0.5, 0.8 and 1.2 steps of noise (simulated).
double mode_error(double noise_lsb, int samples) {
  static constexpr std::array<double, 3> kNoise = {0.5, 0.8, 1.2};
  static constexpr std::array<std::array<double, 3>, 3> kLeft = {
      {{0.92, 1.00, 1.05}, {0.76, 0.78, 0.83}, {0.70, 0.72, 0.75}}};
  const std::array<double, 3>& left = kLeft[static_cast<std::size_t>(std::clamp((samples - 3) / 2, 0, 2))];
  if (noise_lsb <= kNoise[0]) return left[0];
  for (std::size_t i = 1; i < kNoise.size(); ++i) {
    if (noise_lsb > kNoise[i]) continue;
    const double part = (noise_lsb - kNoise[i - 1]) / (kNoise[i] - kNoise[i - 1]);
    return left[i - 1] + part * (left[i] - left[i - 1]);
  }
  return left[2];
}

/// What votes divide the variance of a conversion by.
double vote_gain(const MacroParameters& macro, double noise_lsb) {
  if (macro.voting_samples < 3) return 1;
  if (macro.voting_rule == VotingRule::mean) return macro.voting_samples;
  if (macro.voting_rule == VotingRule::median) return std::max(1.0, macro.voting_samples * 2 / 3.14159265358979);
  const double left = mode_error(noise_lsb, macro.voting_samples);
  return 1 / (left * left);
}

class Estimator {
 public:
  Estimator(const LayerGeometry& geometry, const ConversionSettings& settings, const OperandStatistics& operands)
      : settings_(settings), macro_(settings.macro), operands_(operands) {
    for (const Chunk& chunk :
         chunks_of(geometry.reduction(), geometry.elements_per_channel(), macro_.rows, macro_.mapping)) {
      ++chunks_[chunk.length()];
    }
  }

  CsnrEstimate run() {
    const int bits = macro_.weight_parallel ? 1 : macro_.weight_bits;
    for (int i = 0; i < bits; ++i) {
      for (int j = 0; j < static_cast<int>(settings_.cycles.size()); ++j) add_pair(i, j);
    }
    CsnrEstimate estimate;
    estimate.mean_squared_error = variance_ + bias_ * bias_;
    estimate.least_noise_lsb = converted_ ? least_noise_lsb_ : 0;
    estimate.pessimistic = estimate.mean_squared_error > 0 && least_noise_lsb_ < kDitherLsb;
    return estimate;
  }

 private:
  void add_pair(int bit, int cycle) {
    const CycleTreatment treatment = settings_.treatment(bit, cycle);
    if (treatment == CycleTreatment::digital_exact) return;
    const Cycle& own = settings_.cycles[static_cast<std::size_t>(cycle)];
    const double significance = std::ldexp(1, bit + own.least_significant_bit);
    const Conversion conversion(macro_, settings_.full_scale(cycle), macro_.weight_parallel);
    for (const auto& [rows, count] : chunks_) {
      noise_lsb_ = 0;
      const ErrorMoments error = conversion_error(conversion, bit, cycle, rows);
      const double gain = treatment == CycleTreatment::voted ? vote_gain(macro_, noise_lsb_) : 1;
      const auto times = static_cast<double>(count);
      variance_ += times * significance * significance * (error.square - error.mean * error.mean) / gain;
      bias_ += times * settings_.sign(bit, cycle) * significance * error.mean;
    }
  }

  SumDistribution sums_of(int bit, int cycle, std::int64_t rows) const {
    const auto n = static_cast<double>(rows);
    const Moments& digit = operands_.digits[static_cast<std::size_t>(cycle)];
    const auto full_scale = static_cast<double>(settings_.full_scale(cycle));
    if (macro_.weight_parallel) {
      const double mean = operands_.weight.mean * digit.mean;
      return gaussian(n * mean, n * (operands_.weight.square * digit.square - mean * mean), -full_scale, full_scale);
    }
    const double ones = operands_.weight_ones[static_cast<std::size_t>(bit)];
    if (settings_.cycles[static_cast<std::size_t>(cycle)].width == 1) return binomial(rows, ones * digit.mean);
    const double mean = ones * digit.mean;
    return gaussian(n * mean, n * (ones * digit.square - mean * mean), 0, full_scale);
  }

  ErrorMoments conversion_error(const Conversion& conversion, int bit, int cycle, std::int64_t rows) {
    const bool quiet = settings_.treatment(bit, cycle) == CycleTreatment::digital_through_adc;
    const double step = conversion.edge_above(1) - conversion.edge_above(0);
    const auto full_scale = static_cast<double>(settings_.full_scale(cycle));
    const double digit_square = operands_.digits[static_cast<std::size_t>(cycle)].square;
    const double cells =
        macro_.weight_variation_percent / 100 * std::sqrt(static_cast<double>(rows) * digit_square) / full_scale;
    ErrorMoments error;
    for (const auto& [sum, share] : sums_of(bit, cycle, rows)) {
      const double value = conversion.column_value(sum);
      const double deviation = std::hypot(quiet ? 0 : conversion.noise_deviation(value), cells);
      ErrorMoments one;
      if (deviation / step < 1e-6) {
        const double read =
            conversion.offset_worth() + conversion.code(static_cast<std::int64_t>(sum)) * conversion.code_worth();
        one = {read - sum, (read - sum) * (read - sum)};
      } else {
        one = noisy_error(conversion, sum, value, deviation);
      }
      error.mean += share * one.mean;
      error.square += share * one.square;
      noise_lsb_ += share * deviation / step;
    }
    if (!quiet) {
      least_noise_lsb_ = std::min(least_noise_lsb_, noise_lsb_);
      converted_ = true;
    }
    return error;
  }

  const ConversionSettings& settings_;
  const MacroParameters& macro_;
  const OperandStatistics& operands_;
  std::map<std::int64_t, std::int64_t> chunks_;  ///< length to number
  double variance_ = 0;
  double bias_ = 0;
  double noise_lsb_ = 0;  ///< of the conversion at hand, on average
  double least_noise_lsb_ = std::numeric_limits<double>::infinity();
  bool converted_ = false;
};

int digit_of(std::int16_t value, const Cycle& cycle) {
  return static_cast<std::uint16_t>(value) >> static_cast<unsigned>(cycle.least_significant_bit) &
         ((1 << cycle.width) - 1);
}

void add(Moments& moments, double value, double share) {
  moments.mean += share * value;
  moments.square += share * value * value;
}

}  // namespace

OperandStatistics operand_statistics(std::span<const std::int16_t> weights, std::span<const std::int16_t> streamed,
                                     const ConversionSettings& settings) {
  OperandStatistics statistics;
  statistics.weight_ones.resize(static_cast<std::size_t>(settings.macro.weight_bits));
  statistics.digits.resize(settings.cycles.size());
  const double weight_share = 1 / static_cast<double>(weights.size());
  for (const std::int16_t weight : weights) {
    add(statistics.weight, weight, weight_share);
    for (std::size_t bit = 0; bit < statistics.weight_ones.size(); ++bit) {
      statistics.weight_ones[bit] += weight_share * (static_cast<std::uint16_t>(weight) >> bit & 1U);
    }
  }
  const double activation_share = 1 / static_cast<double>(streamed.size());
  for (const std::int16_t value : streamed) {
    add(statistics.activation, value, activation_share);
    for (std::size_t j = 0; j < settings.cycles.size(); ++j) {
      add(statistics.digits[j], digit_of(value, settings.cycles[j]), activation_share);
    }
  }
  return statistics;
}

OperandStatistics uniform_statistics(const ConversionSettings& settings) {
  OperandStatistics statistics;
  statistics.weight_ones.assign(static_cast<std::size_t>(settings.macro.weight_bits), 0.5);
  for (const Cycle& cycle : settings.cycles) {
    const double top = std::ldexp(1, cycle.width) - 1;
    statistics.digits.push_back({top / 2, top * (2 * top + 1) / 6});
  }
  // Levels from -2^(b-1) or 0, each as likely as another.
  const auto moments = [](int bits, bool is_signed) {
    const double levels = std::ldexp(1, bits);
    const double mean = is_signed ? -0.5 : (levels - 1) / 2;
    return Moments{mean, (levels * levels - 1) / 12 + mean * mean};
  };
  statistics.weight = moments(settings.macro.weight_bits, true);
  statistics.activation = moments(settings.macro.activation_bits, settings.signed_activations);
  return statistics;
}

CsnrEstimate estimate_csnr(const LayerGeometry& geometry, const ConversionSettings& settings,
                           const OperandStatistics& operands, std::optional<double> signal_variance) {
  CsnrEstimate estimate = Estimator(geometry, settings, operands).run();
  const double mean = operands.weight.mean * operands.activation.mean;
  const double independent =
      static_cast<double>(geometry.reduction()) * (operands.weight.square * operands.activation.square - mean * mean);
  estimate.signal_variance = signal_variance.value_or(independent);
  estimate.csnr_db = estimate.mean_squared_error > 0
                         ? 10 * std::log10(estimate.signal_variance / estimate.mean_squared_error)
                         : std::numeric_limits<double>::infinity();
  return estimate;
}

}  // namespace acim::cost
