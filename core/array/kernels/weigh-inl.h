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
#if HWY_TARGET == HWY_AVX3_DL
#pragma GCC target("avx512vnni,gfni")  // every such processor has them; Highway 1.0.3 does not say so
#endif
namespace acim::HWY_NAMESPACE {
namespace {

#if HWY_TARGET == HWY_AVX3_DL || HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX2

#if HWY_TARGET == HWY_AVX2
struct Bytes {
  static constexpr std::size_t kSize = 32;
  __m256i value;
};
HWY_INLINE Bytes load_bytes(const std::uint8_t* from) {
  return {_mm256_load_si256(reinterpret_cast<const __m256i*>(from))};
}
HWY_INLINE Bytes no_bytes() {
  return {_mm256_setzero_si256()};
}
HWY_INLINE Bytes lower8(Bytes a, Bytes b) {
  return {_mm256_unpacklo_epi8(a.value, b.value)};
}
HWY_INLINE Bytes upper8(Bytes a, Bytes b) {
  return {_mm256_unpackhi_epi8(a.value, b.value)};
}
HWY_INLINE Bytes lower16(Bytes a, Bytes b) {
  return {_mm256_unpacklo_epi16(a.value, b.value)};
}
HWY_INLINE Bytes upper16(Bytes a, Bytes b) {
  return {_mm256_unpackhi_epi16(a.value, b.value)};
}
/// Sums of four bytes times four factors. Pairs stay within 16 bits: at most 255 * (16 + 32), at least 255 * (64 -
/// 128).
HWY_INLINE Bytes sums_of_four(Bytes bytes, std::int32_t factors) {
  const __m256i pairs = _mm256_maddubs_epi16(bytes.value, _mm256_set1_epi32(factors));
  return {_mm256_madd_epi16(pairs, _mm256_set1_epi16(1))};
}
HWY_INLINE Bytes add32(Bytes a, Bytes b) {
  return {_mm256_add_epi32(a.value, b.value)};
}
HWY_INLINE void add_to(std::int32_t* sums, Bytes addend, int shift, bool negative) {
  auto* at = reinterpret_cast<__m256i*>(sums);
  const __m256i shifted = _mm256_sll_epi32(addend.value, _mm_cvtsi32_si128(shift));
  const __m256i before = _mm256_load_si256(at);
  _mm256_store_si256(at, negative ? _mm256_sub_epi32(before, shifted) : _mm256_add_epi32(before, shifted));
}
#else
struct Bytes {
  static constexpr std::size_t kSize = 64;
  __m512i value;
};
HWY_INLINE Bytes load_bytes(const std::uint8_t* from) {
  return {_mm512_load_si512(from)};
}
HWY_INLINE Bytes no_bytes() {
  return {_mm512_setzero_si512()};
}
HWY_INLINE Bytes lower8(Bytes a, Bytes b) {
  return {_mm512_unpacklo_epi8(a.value, b.value)};
}
HWY_INLINE Bytes upper8(Bytes a, Bytes b) {
  return {_mm512_unpackhi_epi8(a.value, b.value)};
}
HWY_INLINE Bytes lower16(Bytes a, Bytes b) {
  return {_mm512_unpacklo_epi16(a.value, b.value)};
}
HWY_INLINE Bytes upper16(Bytes a, Bytes b) {
  return {_mm512_unpackhi_epi16(a.value, b.value)};
}
HWY_INLINE Bytes sums_of_four(Bytes bytes, std::int32_t factors) {
#if HWY_TARGET == HWY_AVX3_DL
  return {_mm512_dpbusd_epi32(_mm512_setzero_si512(), bytes.value, _mm512_set1_epi32(factors))};
#else
  const __m512i pairs = _mm512_maddubs_epi16(bytes.value, _mm512_set1_epi32(factors));
  return {_mm512_madd_epi16(pairs, _mm512_set1_epi16(1))};
#endif
}
HWY_INLINE Bytes add32(Bytes a, Bytes b) {
  return {_mm512_add_epi32(a.value, b.value)};
}
HWY_INLINE void add_to(std::int32_t* sums, Bytes addend, int shift, bool negative) {
  const __m512i shifted = _mm512_sll_epi32(addend.value, _mm_cvtsi32_si128(shift));
  const __m512i before = _mm512_load_si512(sums);
  _mm512_store_si512(sums, negative ? _mm512_sub_epi32(before, shifted) : _mm512_add_epi32(before, shifted));
}
#endif

/// The sums of four weight bits, as the accumulators lie: quarter by quarter of the blocks' outputs.
HWY_INLINE void sums_of_quad(const BitWeights& weights, std::size_t quad, int weight_bits, const std::uint8_t* records,
                             Bytes (&quarters)[4]) {
  Bytes bits[4];
  for (std::size_t k = 0; k < 4; ++k) {
    const std::size_t bit = 4 * quad + k;
    bits[k] = bit < static_cast<std::size_t>(weight_bits) ? load_bytes(records + bit * kRecordLanes) : no_bytes();
  }
  std::int32_t factors = 0;
  std::memcpy(&factors, weights.factors[quad].data(), sizeof(factors));
  const Bytes lower_a = lower8(bits[0], bits[1]);
  const Bytes upper_a = upper8(bits[0], bits[1]);
  const Bytes lower_b = lower8(bits[2], bits[3]);
  const Bytes upper_b = upper8(bits[2], bits[3]);
  quarters[0] = sums_of_four(lower16(lower_a, lower_b), factors);
  quarters[1] = sums_of_four(upper16(lower_a, lower_b), factors);
  quarters[2] = sums_of_four(lower16(upper_a, upper_b), factors);
  quarters[3] = sums_of_four(upper16(upper_a, upper_b), factors);
}

HWY_INLINE void weigh_records(const BitWeights& weights, int weight_bits, int shift, bool negative,
                              const std::uint8_t* records, std::int32_t* sums) {
  for (std::size_t part = 0; part < kRecordLanes; part += Bytes::kSize) {
    Bytes total[4];
    sums_of_quad(weights, 0, weight_bits, records + part, total);
    std::size_t quad = 1;
    for (; 4 * quad < static_cast<std::size_t>(weight_bits) && weights.shifts[quad] == weights.shifts[0]; ++quad) {
      Bytes more[4];
      sums_of_quad(weights, quad, weight_bits, records + part, more);
      for (std::size_t k = 0; k < 4; ++k) total[k] = add32(total[k], more[k]);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      add_to(sums + 16 * k + part / 4, total[k], shift + weights.shifts[0], negative);
    }
    for (; 4 * quad < static_cast<std::size_t>(weight_bits); ++quad) {
      sums_of_quad(weights, quad, weight_bits, records + part, total);
      for (std::size_t k = 0; k < 4; ++k) {
        add_to(sums + 16 * k + part / 4, total[k], shift + weights.shifts[quad], negative);
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
  __m512i total[4] = {_mm512_setzero_si512(), _mm512_setzero_si512(), _mm512_setzero_si512(), _mm512_setzero_si512()};
  std::int32_t factors[2];
  std::memcpy(factors, weights.factors.data(), sizeof(factors));
  for (std::size_t cycle = cycles; cycle-- > 0;) {
    const std::uint8_t* of_cycle = records + cycle * cycle_stride;
    for (__m512i& quarter : total) quarter = _mm512_add_epi32(quarter, quarter);
    for (int quad = 0; 4 * quad < weight_bits; ++quad) {
      Bytes bits[4];
      for (int k = 0; k < 4; ++k) {
        bits[k] = 4 * quad + k < weight_bits ? load_bytes(of_cycle + (4 * quad + k) * static_cast<int>(kRecordLanes))
                                             : no_bytes();
      }
      const __m512i factor = _mm512_set1_epi32(factors[quad]);
      const Bytes lower_a = lower8(bits[0], bits[1]);
      const Bytes upper_a = upper8(bits[0], bits[1]);
      const Bytes lower_b = lower8(bits[2], bits[3]);
      const Bytes upper_b = upper8(bits[2], bits[3]);
      total[0] = _mm512_dpbusd_epi32(total[0], lower16(lower_a, lower_b).value, factor);
      total[1] = _mm512_dpbusd_epi32(total[1], upper16(lower_a, lower_b).value, factor);
      total[2] = _mm512_dpbusd_epi32(total[2], lower16(upper_a, upper_b).value, factor);
      total[3] = _mm512_dpbusd_epi32(total[3], upper16(upper_a, upper_b).value, factor);
    }
    if (last_negative && cycle + 1 == cycles) {
      for (__m512i& quarter : total) quarter = _mm512_sub_epi32(_mm512_setzero_si512(), quarter);
    }
  }
  for (std::size_t quarter = 0; quarter < 4; ++quarter) {
    std::int32_t* at = sums + 16 * quarter;
    _mm512_store_si512(at, _mm512_add_epi32(_mm512_load_si512(at), total[quarter]));
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
