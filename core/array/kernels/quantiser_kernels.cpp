#include "array/kernels/quantiser_kernels.h"

#include <bit>
#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "array/kernels/quantiser_kernels.cpp"
#include <hwy/foreach_target.h>
// The copies come before this file's own.
#include <hwy/highway.h>

#include "array/kernels/dispatch.h"

HWY_BEFORE_NAMESPACE();
namespace acim::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

// Plain loops where the compiler makes the vectors itself. Nothing here may contract a product and a sum.

LargestBits largest(const float* values, std::size_t count) {
  std::int32_t magnitude = 0;
  std::int32_t positive = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto bits = std::bit_cast<std::int32_t>(values[i]);
    const std::int32_t without_sign = bits & 0x7FFFFFFF;
    magnitude = without_sign > magnitude ? without_sign : magnitude;
    positive = bits > positive ? bits : positive;
  }
  return {magnitude, positive};
}

/// One value as the vectors below do it: a value that is no number becomes 0.
template <bool Signed>
HWY_INLINE std::int16_t quantise_one(float value, float scale, float levels) {
  const float ratio = (Signed ? std::abs(value) : value) / scale;
  const float above = ratio > 0.0F ? ratio : 0.0F;
  const float level = std::nearbyint((above < 1.0F ? above : 1.0F) * levels);
  return static_cast<std::int16_t>(Signed && value < 0 ? -level : level);
}

template <bool Signed>
void quantise(const float* values, std::size_t count, float scale, float levels, std::int16_t* quantised) {
  std::size_t i = 0;
#if HWY_TARGET != HWY_SCALAR
  const hn::ScalableTag<float> floats;
  const hn::RebindToSigned<decltype(floats)> integers;
  const hn::Rebind<std::int16_t, decltype(floats)> words;
  const auto zero = hn::Zero(floats);
  const auto one = hn::Set(floats, 1.0F);
  const auto divisor = hn::Set(floats, scale);
  const auto highest = hn::Set(floats, levels);
  for (; i + hn::Lanes(floats) <= count; i += hn::Lanes(floats)) {
    const auto value = hn::LoadU(floats, values + i);
    const auto ratio = hn::Div(Signed ? hn::Abs(value) : value, divisor);
    const auto above = hn::IfThenElseZero(hn::Gt(ratio, zero), ratio);
    auto level = hn::NearestInt(hn::Mul(hn::Min(above, one), highest));
    if constexpr (Signed) {
      level = hn::IfThenElse(hn::Lt(hn::BitCast(integers, value), hn::Zero(integers)), hn::Neg(level), level);
    }
    hn::StoreU(hn::DemoteTo(words, level), words, quantised + i);
  }
#endif
  for (; i < count; ++i) quantised[i] = quantise_one<Signed>(values[i], scale, levels);
}

template <typename Number>
void dequantise(const Number* sums, std::size_t count, double factor, double offset, float* output) {
  for (std::size_t i = 0; i < count; ++i) {
    output[i] = static_cast<float>(static_cast<double>(sums[i]) * factor + offset);
  }
}

template <typename Number>
void dequantise_row(const Number* sums, std::size_t count, double factor, const float* offsets, float* output) {
  for (std::size_t i = 0; i < count; ++i) {
    output[i] = static_cast<float>(static_cast<double>(sums[i]) * factor + static_cast<double>(offsets[i]));
  }
}

}  // namespace

constexpr QuantiserKernels kKernels = {largest,
                                       quantise<true>,
                                       quantise<false>,
                                       dequantise<double>,
                                       dequantise<std::int32_t>,
                                       dequantise_row<double>,
                                       dequantise_row<std::int32_t>};

}  // namespace acim::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace acim {

const QuantiserKernels& quantiser_kernels(InstructionSet set) {
  return ACIM_KERNELS_OF(set);
}

}  // namespace acim
#endif
