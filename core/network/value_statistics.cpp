#include "network/value_statistics.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/error.h"

namespace acim {
namespace {

constexpr std::size_t kBins = 65536;

// The bits of floats that are not negative are ordered as the floats are.
std::uint32_t magnitude_bits(float value) {
  return std::bit_cast<std::uint32_t>(std::fabs(value));
}

}  // namespace

void ValueStatistics::add(std::span<const float> values) {
  if (second_pass_) {
    count_lower(values);
    return;
  }
  float lowest = 0;
  float highest = 0;
  bool finite = true;
  for (const float value : values) {
    finite = finite && std::isfinite(value);
    lowest = std::min(lowest, value);
    highest = std::max(highest, value);
  }
  if (!finite) throw Error(ErrorKind::input, Phrase("Error", "an activation that is no finite number"));
  negative_ = negative_ || lowest < 0;
  positive_ = std::max(positive_, highest);
  magnitude_ = std::max({magnitude_, highest, -lowest});
  count_ += static_cast<std::int64_t>(values.size());
  if (percentile_ < 100) count_upper(values);
}

void ValueStatistics::count_upper(std::span<const float> values) {
  if (upper_positive_.empty()) upper_positive_.resize(kBins);
  if (negative_ && upper_negative_.empty()) upper_negative_.resize(kBins);
  for (const float value : values) ++(value < 0 ? upper_negative_ : upper_positive_)[magnitude_bits(value) >> 16U];
}

void ValueStatistics::count_lower(std::span<const float> values) {
  for (const float value : values) {
    const std::uint32_t bits = magnitude_bits(value);
    if (bits >> 16U == magnitude_selection_.upper_bits) ++magnitude_selection_.lower_counts[bits & 0xFFFFU];
    const std::uint32_t clamped = value < 0 ? 0 : bits;
    if (clamped >> 16U == positive_selection_.upper_bits) ++positive_selection_.lower_counts[clamped & 0xFFFFU];
  }
}

ValueStatistics::Selection ValueStatistics::select(bool magnitude) const {
  const auto rank = std::clamp<std::int64_t>(
      static_cast<std::int64_t>(std::ceil(percentile_ / 100 * static_cast<double>(count_))), 1, count_);
  std::int64_t below = 0;
  if (!magnitude) {  // negative values count as zeros
    for (const std::int64_t count : upper_negative_) below += count;
  }
  Selection selection;
  selection.lower_counts.resize(kBins);
  if (!magnitude && below >= rank) return selection;  // zero
  // The zeros of negative values are seen again by count_lower when bin 0 is selected.
  const std::int64_t zeros = below;
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    std::int64_t here = upper_positive_[bin];
    if (magnitude && !upper_negative_.empty()) here += upper_negative_[bin];
    if (below + here >= rank) {
      selection.upper_bits = static_cast<std::uint32_t>(bin);
      selection.rank_within = rank - below + (bin == 0 ? zeros : 0);
      return selection;
    }
    below += here;
  }
  return selection;
}

bool ValueStatistics::begin_second_pass() {
  if (second_pass_ || percentile_ >= 100 || count_ == 0) return false;
  magnitude_selection_ = select(true);
  positive_selection_ = select(false);
  second_pass_ = true;
  return true;
}

float ValueStatistics::selected(const Selection& selection) const {
  std::int64_t seen = 0;
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    seen += selection.lower_counts[bin];
    if (seen >= selection.rank_within) {
      return std::bit_cast<float>(selection.upper_bits << 16U | static_cast<std::uint32_t>(bin));
    }
  }
  throw Error(ErrorKind::internal, "the second pass of a percentile saw other values than the first");
}

float ValueStatistics::largest_magnitude() const {
  return second_pass_ ? selected(magnitude_selection_) : magnitude_;
}
float ValueStatistics::largest_positive() const {
  return second_pass_ ? selected(positive_selection_) : positive_;
}

}  // namespace acim
