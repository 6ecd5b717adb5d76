#include "ui/panel/knob_scale.h"

#include <algorithm>
#include <cmath>

#include "ui/model/parameter_text.h"

namespace acim::ui {

KnobScale::KnobScale(const Parameter& parameter)
    : parameter_(parameter),
      low_(lowest(parameter)),
      high_(highest(parameter)),
      logarithmic_(parameter.scale == ParameterScale::logarithmic) {
  if (logarithmic_) {
    zero_first_ = low_ <= 0;
    if (zero_first_) low_ = std::min(parameter.slider_step, high_);
    last_ = kLogPlaces;
  } else {
    last_ = std::max(1, static_cast<int>(std::lround((high_ - low_) / parameter.slider_step)));
  }
}

double KnobScale::value_at(int place) const {
  if (!logarithmic_) {
    if (place >= last_) return high_;
    return low_ + place * parameter_.slider_step;
  }
  if (zero_first_ && place <= 0) return lowest(parameter_);
  if (place >= last_) return high_;
  const double exact = low_ * std::pow(high_ / low_, static_cast<double>(place) / last_);
  if (parameter_.type == ParameterType::integer) return std::round(exact);
  // Two significant digits: 0.025 rather than 0.0249731.
  const double unit = std::pow(10, std::floor(std::log10(exact)) - 1);
  const double rounded = std::round(exact / unit) * unit;
  const double decimal = std::pow(10, 9);
  return std::clamp(std::round(rounded * decimal) / decimal, low_, high_);
}

int KnobScale::place_of(double value) const {
  if (!logarithmic_) {
    return std::clamp(static_cast<int>(std::lround((value - low_) / parameter_.slider_step)), 0, last_);
  }
  if (zero_first_ && value < low_ / 2) return 0;
  const double fraction = std::log(std::max(value, low_) / low_) / std::log(high_ / low_);
  return std::clamp(static_cast<int>(std::lround(fraction * last_)), zero_first_ ? 1 : 0, last_);
}

}  // namespace acim::ui
