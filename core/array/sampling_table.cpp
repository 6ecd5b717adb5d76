#include "array/sampling_table.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace acim {
namespace {

constexpr double kNegligible = 0x1.0p-60;
constexpr double kTwoTo32 = 4294967296.0;
constexpr double kMostCommonNoise = 16;  // codes; differences stay small numbers

/// P(lower < N < upper) of a standard normal N, without cancellation in the tails.
double normal_probability(double lower, double upper) {
  if (lower > 0) return 0.5 * (std::erfc(lower / std::numbers::sqrt2) - std::erfc(upper / std::numbers::sqrt2));
  if (upper < 0) return 0.5 * (std::erfc(-upper / std::numbers::sqrt2) - std::erfc(-lower / std::numbers::sqrt2));
  return 1 - 0.5 * (std::erfc(-lower / std::numbers::sqrt2) + std::erfc(upper / std::numbers::sqrt2));
}

}  // namespace

CodeDistribution code_distribution(const Conversion& conversion, double sum) {
  const double value = conversion.column_value(sum);
  const double deviation = conversion.noise_deviation(value);
  const int lowest = conversion.lowest_code();
  const int highest = conversion.highest_code();
  if (deviation == 0) return {conversion.code_of_value(value), {1.0}};

  const auto probability = [&](int code) {
    const double infinity = HUGE_VAL;
    const double lower = code == lowest ? -infinity : (conversion.edge_above(code - 1) - value) / deviation;
    const double upper = code == highest ? infinity : (conversion.edge_above(code) - value) / deviation;
    return normal_probability(lower, upper);
  };
  // From the likeliest code outwards, as far as probabilities count.
  const int centre = conversion.code_of_value(std::clamp(value, lowest < 0 ? -1.0 : 0.0, 1.0));
  std::vector<double> below;
  for (int code = centre - 1; code >= lowest; --code) {
    const double p = probability(code);
    if (p < kNegligible && code != lowest) break;
    below.push_back(p);
  }
  CodeDistribution distribution;
  distribution.first_code = centre - static_cast<int>(below.size());
  distribution.probabilities.assign(below.rbegin(), below.rend());
  distribution.probabilities.push_back(probability(centre));
  for (int code = centre + 1; code <= highest; ++code) {
    const double p = probability(code);
    if (p < kNegligible && code != highest) break;
    distribution.probabilities.push_back(p);
  }
  return distribution;
}

CodeDistribution common_noise_distribution(double deviation) {
  std::vector<double> upper;  // from difference 0 on
  for (int difference = 0; difference == 0 || upper.back() >= kNegligible; ++difference) {
    upper.push_back(normal_probability((difference - 0.5) / deviation, (difference + 0.5) / deviation));
  }
  CodeDistribution distribution;
  distribution.first_code = 1 - static_cast<int>(upper.size());
  distribution.probabilities.assign(upper.rbegin(), upper.rend());
  distribution.probabilities.insert(distribution.probabilities.end(), upper.begin() + 1, upper.end());
  return distribution;
}

SamplingRow::SamplingRow(const CodeDistribution& distribution) {
  code_of_byte_.fill(kResidual);
  std::vector<double> rest(distribution.probabilities.size());
  double rest_total = 0;
  for (std::size_t k = 0; k < rest.size(); ++k) {
    const double cells = std::floor(256 * distribution.probabilities[k]);
    const auto code = static_cast<std::int16_t>(distribution.first_code + static_cast<int>(k));
    for (auto cell = static_cast<int>(cells); cell > 0 && decided_bytes_ < 256; --cell) {
      code_of_byte_[static_cast<std::size_t>(decided_bytes_++)] = code;
    }
    rest[k] = distribution.probabilities[k] - cells / 256;
    rest_total += rest[k];
  }
  if (decided_bytes_ == 256) return;

  double cumulative = 0;
  for (std::size_t k = 0; k < rest.size(); ++k) {
    cumulative += rest[k];
    const double end = std::nearbyint(std::min(cumulative / rest_total, 1.0) * kTwoTo32);
    if (end == 0) continue;  // codes too unlikely for 32 bits, below the first that is not
    if (last_bits_.empty()) first_residual_code_ = distribution.first_code + static_cast<int>(k);
    last_bits_.push_back(static_cast<std::uint32_t>(end - 1));
    if (end == kTwoTo32) break;
  }
  last_bits_.back() = 0xFFFFFFFFU;  // the sum of the rests rounds: the last code takes what is missing
}

std::int16_t SamplingRow::residual_code(std::uint32_t bits) const {
  const auto found = std::lower_bound(last_bits_.begin(), last_bits_.end(), bits);
  return static_cast<std::int16_t>(first_residual_code_ + (found - last_bits_.begin()));
}

double SamplingRow::probability(int code) const {
  const auto cells =
      static_cast<double>(std::count(code_of_byte_.begin(), code_of_byte_.end(), static_cast<std::int16_t>(code)));
  double share = 0;
  if (code >= first_residual_code_ && code - first_residual_code_ < static_cast<int>(last_bits_.size())) {
    const auto k = static_cast<std::size_t>(code - first_residual_code_);
    const double before = k == 0 ? -1 : static_cast<double>(last_bits_[k - 1]);
    share = (static_cast<double>(last_bits_[k]) - before) / kTwoTo32;
  }
  return (cells + (256 - decided_bytes_) * share) / 256;
}

std::size_t SamplingRow::size_in_bytes() const {
  return sizeof(SamplingRow) + last_bits_.size() * sizeof(std::uint32_t);
}

ConversionTable::ConversionTable(const MacroParameters& macro, std::int64_t full_scale, std::size_t row_budget_bytes)
    : conversion_(macro, full_scale, false),
      codes_(static_cast<std::size_t>(full_scale) + 1),
      rows_(static_cast<std::size_t>(full_scale) + 1),
      row_budget_bytes_(row_budget_bytes) {
  const double noise = conversion_.common_noise_in_codes();
  if (conversion_.whole_codes_per_unit() > 0 && noise > 0 && noise <= kMostCommonNoise) {
    common_noise_ = std::make_unique<const SamplingRow>(common_noise_distribution(noise));
  }
  for (std::int64_t sum = 0; sum <= full_scale; ++sum) {
    codes_[static_cast<std::size_t>(sum)] = static_cast<std::int16_t>(conversion_.code(sum));
  }
}

ConversionTable::~ConversionTable() {
  for (std::atomic<const SamplingRow*>& row : rows_) std::unique_ptr<const SamplingRow>(row.load());
}

const SamplingRow* ConversionTable::make_row(std::int64_t sum, std::unique_ptr<const SamplingRow>& unkept) const {
  auto made = std::make_unique<const SamplingRow>(code_distribution(conversion_, static_cast<double>(sum)));
  const std::size_t bytes = made->size_in_bytes();
  if (row_bytes_.fetch_add(bytes) + bytes > row_budget_bytes_) {
    row_bytes_.fetch_sub(bytes);
    unkept = std::move(made);
    return unkept.get();
  }
  std::atomic<const SamplingRow*>& place = rows_[static_cast<std::size_t>(sum)];
  const SamplingRow* kept = nullptr;
  if (place.compare_exchange_strong(kept, made.get(), std::memory_order_acq_rel)) return made.release();
  row_bytes_.fetch_sub(bytes);  // another thread was first; its row is the same
  return kept;
}

std::size_t ConversionTable::size_in_bytes() const {
  return sizeof(ConversionTable) + codes_.size() * sizeof(std::int16_t) + rows_.size() * sizeof(rows_[0]) +
         row_bytes_.load();
}

}  // namespace acim
