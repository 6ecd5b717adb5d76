#include "array/kernels/variation_kernel.h"

#include <algorithm>
#include <cmath>

#include "array/normal_bounds.h"
#include "base/random.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "array/kernels/variation_kernel.cpp"
#include <hwy/foreach_target.h>
// The copies come before this file's own.
#include <hwy/highway.h>

#include "array/kernels/dispatch.h"
#include "array/kernels/word_pairs-inl.h"

#ifndef ACIM_VARIATION_ONCE
#define ACIM_VARIATION_ONCE
namespace acim {
namespace {

/// What the bounds of a draw leave undecided.
double exact_code(const VariedColumn& column, double value, std::uint64_t bits) {
  return column.conversion->noisy_code(value, normal_quantile(open_unit_interval(bits)));
}

}  // namespace
}  // namespace acim
#endif

HWY_BEFORE_NAMESPACE();
#include "array/kernels/extra_instructions.h"
namespace acim::HWY_NAMESPACE {
namespace {

#if ACIM_WORD_PAIRS

using Reals = hn::ScalableTag<double>;
using Integers = hn::ScalableTag<std::int64_t>;
using Bits = hn::ScalableTag<std::uint64_t>;
using RealVector = hn::Vec<Reals>;
using BitVector = hn::Vec<Bits>;

constexpr Reals kReals;
constexpr Integers kIntegers;
constexpr Bits kBits;
constexpr std::size_t kRealLanes = hn::MaxLanes(kReals);
/// 24 sums (AVX2: 8) are in registers at a time.
constexpr std::size_t kWeightBits = HWY_TARGET == HWY_AVX2 ? 2 : 4;
constexpr std::size_t kStreams = HWY_TARGET == HWY_AVX2 ? 4 : 6;

HWY_INLINE void store_sums(SumVector sums, bool add, double* to) {
  const hn::Half<Sums> half;
  RealVector lower = hn::PromoteTo(kReals, hn::LowerHalf(half, sums));
  RealVector upper = hn::PromoteTo(kReals, hn::UpperHalf(half, sums));
  if (add) {
    lower = hn::Add(lower, hn::LoadU(kReals, to));
    upper = hn::Add(upper, hn::LoadU(kReals, to + kRealLanes));
  }
  hn::StoreU(lower, kReals, to);
  hn::StoreU(upper, kReals, to + kRealLanes);
}

template <std::size_t WeightBits>
HWY_INLINE void multiply_bits(const VariedProduct& product, std::size_t first_output) {
  SumVector total[WeightBits][kStreams];
  for (std::size_t i = 0; i < WeightBits; ++i) {
    for (std::size_t s = 0; s < kStreams; ++s) total[i][s] = hn::Zero(kSums);
  }
  const std::int16_t* const cells = product.cells + 2 * first_output;
  const std::uint32_t* streamed = product.streamed;
  for (std::size_t listed = 0; listed < product.listed; ++listed, streamed += kStreams) {
    const std::int16_t* const pair = cells + product.pairs[listed];
    WordVector cell[WeightBits];
    for (std::size_t i = 0; i < WeightBits; ++i) cell[i] = hn::LoadU(kWords, pair + i * product.bit_stride);
    for (std::size_t s = 0; s < kStreams; ++s) {
      const WordVector on = hn::BitCast(kWords, hn::Set(kSums, static_cast<std::int32_t>(streamed[s])));
      for (std::size_t i = 0; i < WeightBits; ++i) total[i][s] = multiply_add(total[i][s], cell[i], on);
    }
  }
  for (std::size_t i = 0; i < WeightBits; ++i) {
    for (std::size_t s = 0; s < kStreams; ++s) {
      store_sums(total[i][s], product.add, product.sums + (i * kStreams + s) * kVariedOutputs + first_output);
    }
  }
}

void multiply(const VariedProduct& product) {
  for (std::size_t output = 0; output < kVariedOutputs; output += kSumLanes) {
    switch (product.bits) {
#if HWY_TARGET != HWY_AVX2
      case 4:
        multiply_bits<4>(product, output);
        break;
      case 3:
        multiply_bits<3>(product, output);
        break;
#endif
      case 2:
        multiply_bits<2>(product, output);
        break;
      default:
        multiply_bits<1>(product, output);
        break;
    }
  }
}

HWY_INLINE BitVector mixed(BitVector x) {
  x = hn::Add(x, hn::Set(kBits, 0x9E3779B97F4A7C15ULL));
  x = hn::Xor(x, hn::ShiftRight<30>(x)) * hn::Set(kBits, 0xBF58476D1CE4E5B9ULL);
  x = hn::Xor(x, hn::ShiftRight<27>(x)) * hn::Set(kBits, 0x94D049BB133111EBULL);
  return hn::Xor(x, hn::ShiftRight<31>(x));
}

/// The arithmetic of Conversion on vectors, operation by operation, but for those that change nothing: dividing by 1,
/// adding or taking off 0.
class ColumnVectors {
 public:
  HWY_INLINE explicit ColumnVectors(const VariedColumn& column)
      : column_(column),
        compressed_(column.alpha != 0),
        narrowed_(column.range != 1 || column.offset != 0),
        common_deviation_(hn::Set(kReals, column.common_deviation)),
        zero_(hn::Zero(kReals)),
        one_(hn::Set(kReals, 1)),
        top_(hn::Set(kReals, column.top)),
        largest_sum_(hn::Set(kReals, column.largest_sum)),
        step_(hn::Set(kReals, column.step)),
        full_scale_(hn::Set(kReals, column.full_scale)) {}

  HWY_INLINE RealVector clamped(RealVector x, RealVector highest) const { return hn::Min(hn::Max(x, zero_), highest); }
  HWY_INLINE RealVector clamped_sum(const double* sums) const { return clamped(hn::LoadU(kReals, sums), largest_sum_); }

  HWY_INLINE RealVector value(const double* sums) const {
    RealVector sum = hn::Mul(clamped_sum(sums), step_);
    if (compressed_) {
      sum = hn::Div(sum, hn::Add(one_, hn::Mul(hn::Set(kReals, column_.alpha), sum)));
    }
    return hn::Div(sum, full_scale_);
  }

  HWY_INLINE RealVector code(RealVector value) const {
    if (narrowed_) {
      value = hn::Div(hn::Sub(value, hn::Set(kReals, column_.offset)), hn::Set(kReals, column_.range));
    }
    return hn::Round(hn::Mul(clamped(value, one_), top_));
  }

  HWY_INLINE RealVector deviation(RealVector value) const {
    if (column_.nonlinearity_variance == 0) return common_deviation_;
    const RealVector rows = hn::Add(hn::Mul(hn::Abs(value), hn::Set(kReals, column_.rows)), one_);
    return hn::Sqrt(hn::Add(hn::Set(kReals, column_.random_variance),
                            hn::Div(hn::Set(kReals, column_.nonlinearity_variance), rows)));
  }

  HWY_INLINE RealVector noisy_code(RealVector value, RealVector deviation, RealVector gaussian) const {
    return code(clamped(hn::Add(value, hn::Mul(deviation, gaussian)), one_));
  }

 private:
  const VariedColumn& column_;
  bool compressed_;
  bool narrowed_;
  RealVector common_deviation_;
  RealVector zero_;
  RealVector one_;
  RealVector top_;
  RealVector largest_sum_;
  RealVector step_;
  RealVector full_scale_;
};

/// Lanes whose bounds are on two sides of an edge get their code from the number itself.
HWY_NOINLINE RealVector decided(const VariedColumn& column, RealVector low, RealVector high, RealVector value,
                                BitVector bits) {
  HWY_ALIGN double lows[kRealLanes];
  HWY_ALIGN double highs[kRealLanes];
  HWY_ALIGN double values[kRealLanes];
  HWY_ALIGN std::uint64_t draws[kRealLanes];
  hn::Store(low, kReals, lows);
  hn::Store(high, kReals, highs);
  hn::Store(value, kReals, values);
  hn::Store(bits, kBits, draws);
  for (std::size_t lane = 0; lane < kRealLanes; ++lane) {
    if (lows[lane] != highs[lane]) lows[lane] = exact_code(column, values[lane], draws[lane]);
  }
  return hn::Load(kReals, lows);
}

HWY_INLINE void add_to(double* totals, RealVector weight, RealVector codes) {
  hn::StoreU(hn::Add(hn::LoadU(kReals, totals), hn::Mul(weight, codes)), kReals, totals);
}

void convert_noise_free(const VariedCodes& codes) {
  const ColumnVectors column(*codes.column);
  const RealVector weight = hn::Set(kReals, codes.weight);
  for (std::size_t s = 0; s < codes.streams; ++s) {
    for (std::size_t o = 0; o < kVariedOutputs; o += kRealLanes) {
      add_to(codes.totals + s * codes.total_stride + o, weight,
             column.code(column.value(codes.sums + s * kVariedOutputs + o)));
    }
  }
}

void convert_noisy(const VariedCodes& codes) {
  const ColumnVectors column(*codes.column);
  const NormalBounds& bounds = NormalBounds::instance();
  const std::uint64_t* const packed = bounds.packed().data();
  const BitVector upper_bound = hn::Set(kBits, NormalBounds::kUpperBound);
  const RealVector weight = hn::Set(kReals, codes.weight);
  const BitVector high_word = hn::Set(kBits, codes.high_word);
  for (std::size_t s = 0; s < codes.streams; ++s) {
    for (std::size_t o = 0; o < kVariedOutputs; o += kRealLanes) {
      const BitVector bits = mixed(hn::Xor(hn::LoadU(kBits, codes.draws + s * codes.draw_stride + o), high_word));
      const auto interval = hn::BitCast(kIntegers, hn::ShiftRight<NormalBounds::kIntervalShift>(bits));
      const RealVector value = column.value(codes.sums + s * kVariedOutputs + o);
      const RealVector deviation = column.deviation(value);
      const BitVector both = hn::GatherIndex(kBits, packed, interval);
      const RealVector lowest = hn::BitCast(kReals, hn::AndNot(upper_bound, both));
      const RealVector highest = hn::BitCast(kReals, hn::ShiftLeft<32>(both));
      RealVector low = column.noisy_code(value, deviation, lowest);
      const RealVector high = column.noisy_code(value, deviation, highest);
      if (HWY_UNLIKELY(!hn::AllTrue(kReals, hn::Eq(low, high)))) low = decided(*codes.column, low, high, value, bits);
      add_to(codes.totals + s * codes.total_stride + o, weight, low);
    }
  }
}

void convert(const VariedCodes& codes) {
  codes.draws == nullptr ? convert_noise_free(codes) : convert_noisy(codes);
}

void add_exact(const VariedCodes& codes) {
  const ColumnVectors column(*codes.column);
  const RealVector weight = hn::Set(kReals, codes.weight);
  for (std::size_t s = 0; s < codes.streams; ++s) {
    for (std::size_t o = 0; o < kVariedOutputs; o += kRealLanes) {
      add_to(codes.totals + s * codes.total_stride + o, weight,
             column.clamped_sum(codes.sums + s * kVariedOutputs + o));
    }
  }
}

#else  // plain C++

constexpr std::size_t kWeightBits = 1;
constexpr std::size_t kStreams = 4;

void multiply(const VariedProduct& product) {
  for (std::size_t s = 0; s < kStreams; ++s) {
    std::int32_t total[kVariedOutputs] = {};
    for (std::size_t listed = 0; listed < product.listed; ++listed) {
      const std::uint32_t on = product.streamed[listed * kStreams + s];
      const std::int16_t* const pair = product.cells + product.pairs[listed];
      const auto first = static_cast<std::int32_t>(on & 0xFFFFU);
      const auto second = static_cast<std::int32_t>(on >> 16U);
      for (std::size_t o = 0; o < kVariedOutputs; ++o) total[o] += first * pair[2 * o] + second * pair[2 * o + 1];
    }
    double* const sums = product.sums + s * kVariedOutputs;
    for (std::size_t o = 0; o < kVariedOutputs; ++o) sums[o] = (product.add ? sums[o] : 0) + total[o];
  }
}

double code_of(const VariedColumn& column, double value, std::uint64_t bits) {
  const NormalBounds& bounds = NormalBounds::instance();
  const int low = column.conversion->noisy_code(value, bounds.lowest(bits));
  const int high = column.conversion->noisy_code(value, bounds.highest(bits));
  return low == high ? low : exact_code(column, value, bits);
}

void convert(const VariedCodes& codes) {
  const VariedColumn& column = *codes.column;
  for (std::size_t s = 0; s < codes.streams; ++s) {
    for (std::size_t o = 0; o < kVariedOutputs; ++o) {
      const double sum = std::clamp(codes.sums[s * kVariedOutputs + o], 0.0, column.largest_sum) * column.step;
      const double code = codes.draws == nullptr
                              ? column.conversion->code(sum)
                              : code_of(column, column.conversion->column_value(sum),
                                        mix64(codes.draws[s * codes.draw_stride + o] ^ codes.high_word));
      codes.totals[s * codes.total_stride + o] += codes.weight * code;
    }
  }
}

void add_exact(const VariedCodes& codes) {
  for (std::size_t s = 0; s < codes.streams; ++s) {
    for (std::size_t o = 0; o < kVariedOutputs; ++o) {
      codes.totals[s * codes.total_stride + o] +=
          codes.weight * std::clamp(codes.sums[s * kVariedOutputs + o], 0.0, codes.column->largest_sum);
    }
  }
}

#endif

}  // namespace

constexpr VariationKernels kKernels = {kWeightBits, kStreams, multiply, convert, add_exact};

}  // namespace acim::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace acim {

const VariationKernels& variation_kernels(InstructionSet set) {
  return ACIM_KERNELS_OF(set);
}

}  // namespace acim
#endif
