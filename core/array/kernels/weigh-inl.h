// Codes of a set's weight bits times their powers, added to the set's sums. Compiled once for each instruction set.

#if defined(ACIM_WEIGH_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef ACIM_WEIGH_INL_H_
#undef ACIM_WEIGH_INL_H_
#else
#define ACIM_WEIGH_INL_H_
#endif

#include <hwy/highway.h>

#include "array/kernels/chunk_kernel.h"

HWY_BEFORE_NAMESPACE();
#include "array/kernels/extra_instructions.h"
namespace acim::HWY_NAMESPACE {
namespace {

#if HWY_TARGET == HWY_AVX3_DL || HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX2

namespace hn = hwy::HWY_NAMESPACE;
using CodeTag = hn::ScalableTag<std::uint8_t>;
using CodePairTag = hn::Repartition<std::uint16_t, CodeTag>;
using WeighedTag = hn::Repartition<std::int32_t, CodeTag>;
using CodeVector = hn::Vec<CodeTag>;
using WeighedVector = hn::Vec<WeighedTag>;

/// sum + four bytes times four factors, in each 32-bit lane.
HWY_INLINE WeighedVector add_four(WeighedVector sum, CodeVector bytes, std::int32_t factors) {
#if HWY_TARGET == HWY_AVX3_DL
  return WeighedVector{_mm512_dpbusd_epi32(sum.raw, bytes.raw, _mm512_set1_epi32(factors))};
#elif HWY_TARGET == HWY_AVX3
  // Pairs stay within 16 bits: at most 255 * (16 + 32), at least 255 * (64 - 128).
  const __m512i pairs = _mm512_maddubs_epi16(bytes.raw, _mm512_set1_epi32(factors));
  return hn::Add(sum, WeighedVector{_mm512_madd_epi16(pairs, _mm512_set1_epi16(1))});
#else
  const __m256i pairs = _mm256_maddubs_epi16(bytes.raw, _mm256_set1_epi32(factors));
  return hn::Add(sum, WeighedVector{_mm256_madd_epi16(pairs, _mm256_set1_epi16(1))});
#endif
}

HWY_INLINE void add_to(std::int32_t* sums, WeighedVector addend, int shift, bool negative) {
  constexpr WeighedTag d;
  const WeighedVector shifted = hn::ShiftLeftSame(addend, shift);
  const WeighedVector before = hn::Load(d, sums);
  hn::Store(negative ? hn::Sub(before, shifted) : hn::Add(before, shifted), d, sums);
}

/// Adds the sums of four weight bits, as the accumulators lie: quarter by quarter of the blocks' outputs.
HWY_INLINE void add_quad(const BitWeights& weights, std::size_t quad, int weight_bits, const std::uint8_t* records,
                         WeighedVector (&quarters)[4]) {
  constexpr CodeTag d8;
  constexpr CodePairTag d16;
  CodeVector bits[4];
  for (std::size_t k = 0; k < 4; ++k) {
    const std::size_t bit = 4 * quad + k;
    bits[k] = bit < static_cast<std::size_t>(weight_bits) ? hn::Load(d8, records + bit * kRecordLanes) : hn::Zero(d8);
  }
  std::int32_t factors = 0;
  std::memcpy(&factors, weights.factors[quad].data(), sizeof(factors));
  const auto lower_a = hn::BitCast(d16, hn::InterleaveLower(d8, bits[0], bits[1]));
  const auto upper_a = hn::BitCast(d16, hn::InterleaveUpper(d8, bits[0], bits[1]));
  const auto lower_b = hn::BitCast(d16, hn::InterleaveLower(d8, bits[2], bits[3]));
  const auto upper_b = hn::BitCast(d16, hn::InterleaveUpper(d8, bits[2], bits[3]));
  quarters[0] = add_four(quarters[0], hn::BitCast(d8, hn::InterleaveLower(d16, lower_a, lower_b)), factors);
  quarters[1] = add_four(quarters[1], hn::BitCast(d8, hn::InterleaveUpper(d16, lower_a, lower_b)), factors);
  quarters[2] = add_four(quarters[2], hn::BitCast(d8, hn::InterleaveLower(d16, upper_a, upper_b)), factors);
  quarters[3] = add_four(quarters[3], hn::BitCast(d8, hn::InterleaveUpper(d16, upper_a, upper_b)), factors);
}

HWY_INLINE void clear(WeighedVector (&quarters)[4]) {
  for (WeighedVector& quarter : quarters) quarter = hn::Zero(WeighedTag());
}

HWY_INLINE void weigh_records(const BitWeights& weights, int weight_bits, int shift, bool negative,
                              const std::uint8_t* records, std::int32_t* sums) {
  const std::size_t quads = (static_cast<std::size_t>(weight_bits) + 3) / 4;
  for (std::size_t part = 0; part < kRecordLanes; part += hn::MaxLanes(CodeTag())) {
    for (std::size_t quad = 0; quad < quads;) {
      const int own_shift = weights.shifts[quad];
      WeighedVector total[4];
      clear(total);
      for (; quad < quads && weights.shifts[quad] == own_shift; ++quad) {
        add_quad(weights, quad, weight_bits, records + part, total);
      }
      for (std::size_t k = 0; k < 4; ++k) {
        add_to(sums + 16 * k + part / 4, total[k], shift + own_shift, negative);
      }
    }
  }
}

#if HWY_TARGET == HWY_AVX3_DL

/// Bit-serial cycles of up to 8 weight bits, all with the same weights: from the highest bit down, sums doubled in
/// between and kept in registers (Horner's rule). Records of cycle j at records + j * cycle_stride; the highest cycle
/// may be the negative one.
HWY_INLINE void weigh_serial_cycles(const BitWeights& weights, int weight_bits, std::size_t cycles, bool last_negative,
                                    const std::uint8_t* records, std::size_t cycle_stride, std::int32_t* sums) {
  constexpr WeighedTag d;
  const std::size_t quads = (static_cast<std::size_t>(weight_bits) + 3) / 4;
  WeighedVector total[4];
  clear(total);
  for (std::size_t cycle = cycles; cycle-- > 0;) {
    for (WeighedVector& quarter : total) quarter = hn::Add(quarter, quarter);
    for (std::size_t quad = 0; quad < quads; ++quad) {
      add_quad(weights, quad, weight_bits, records + cycle * cycle_stride, total);
    }
    if (last_negative && cycle + 1 == cycles) {
      for (WeighedVector& quarter : total) quarter = hn::Neg(quarter);
    }
  }
  for (std::size_t quarter = 0; quarter < 4; ++quarter) {
    std::int32_t* at = sums + 16 * quarter;
    hn::Store(hn::Add(hn::Load(d, at), total[quarter]), d, at);
  }
}

#endif

#else

HWY_INLINE void weigh_records(const BitWeights& weights, int weight_bits, int shift, bool negative,
                              const std::uint8_t* records, std::int32_t* sums) {
  for (int bit = 0; bit < weight_bits; ++bit) {
    const auto quad = static_cast<std::size_t>(bit / 4);
    const int factor = weights.factors[quad][static_cast<std::size_t>(bit % 4)];
    if (factor == 0) continue;
    // Modulo 2^32, as vectors do: what a chunk adds up to fits.
    const std::uint32_t scaled = static_cast<std::uint32_t>(negative ? -factor : factor)
                                 << (weights.shifts[quad] + shift);
    const std::uint8_t* record = records + static_cast<std::size_t>(bit) * kRecordLanes;
    for (std::size_t lane = 0; lane < kRecordLanes; ++lane) {
      std::int32_t& sum = sums[accumulator_index(lane / kBlockOutputs, lane % kBlockOutputs)];
      sum = static_cast<std::int32_t>(static_cast<std::uint32_t>(sum) + scaled * record[lane]);
    }
  }
}

#endif

}  // namespace
}  // namespace acim::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif  // per target
