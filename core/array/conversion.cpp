#include "array/conversion.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace acim {
namespace {

/// round(numerator / denominator) to nearest, ties to even, on integers that are not negative.
std::int64_t rounded_ratio(std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t quotient = numerator / denominator;
  const std::int64_t twice_remainder = 2 * (numerator % denominator);
  const bool up = twice_remainder > denominator || (twice_remainder == denominator && quotient % 2 == 1);
  return quotient + (up ? 1 : 0);
}

}  // namespace

Conversion::Conversion(const MacroParameters& macro, std::int64_t full_scale, bool bipolar)
    : full_scale_(static_cast<double>(full_scale)),
      integer_full_scale_(full_scale),
      range_(macro.adc_range_percent / 100),
      offset_(macro.adc_offset_percent / 100),
      alpha_(macro.compression_alpha),
      random_deviation_(macro.random_noise_percent / 100),
      nonlinearity_deviation_(macro.nonlinearity_percent / 100),
      rows_(macro.rows),
      top_((1 << (macro.adc_bits - (bipolar ? 1 : 0))) - 1),
      bipolar_(bipolar) {}

int Conversion::code(std::int64_t sum) const {
  const bool only_rounding = alpha_ == 0 && range_ == 1 && offset_ == 0;
  if (!only_rounding) return code(static_cast<double>(sum));
  const std::int64_t magnitude = rounded_ratio(std::abs(sum) * top_, integer_full_scale_);
  return static_cast<int>(sum < 0 ? -magnitude : magnitude);
}

int Conversion::code(double sum) const {
  return code_of_value(column_value(sum));
}

double Conversion::column_value(double sum) const {
  return sum / (1 + alpha_ * sum) / full_scale_;
}

double Conversion::noise_deviation(double value) const {
  return std::sqrt(random_deviation_ * random_deviation_ +
                   nonlinearity_deviation_ * nonlinearity_deviation_ / (std::abs(value) * rows_ + 1));
}

std::int64_t Conversion::whole_codes_per_unit() const {
  const bool only_adc = alpha_ == 0 && range_ == 1 && offset_ == 0 && !bipolar_;
  return only_adc && top_ % integer_full_scale_ == 0 ? top_ / integer_full_scale_ : 0;
}

double Conversion::common_noise_in_codes() const {
  return nonlinearity_deviation_ == 0 ? random_deviation_ * top_ / range_ : 0;
}

int Conversion::noisy_code(double value, double gaussian) const {
  const double noise = noise_deviation(value) * gaussian;
  return code_of_value(std::clamp(value + noise, bipolar_ ? -1.0 : 0.0, 1.0));
}

int Conversion::code_of_value(double value) const {
  const double lowest = bipolar_ ? -1 : 0;
  return static_cast<int>(std::nearbyint(std::clamp((value - offset_) / range_, lowest, 1.0) * top_));
}

double Conversion::edge_above(int code) const {
  return offset_ + (code + 0.5) / top_ * range_;
}

double Conversion::code_worth() const {
  return range_ * full_scale_ / top_;
}

double Conversion::offset_worth() const {
  return offset_ * full_scale_;
}

}  // namespace acim
