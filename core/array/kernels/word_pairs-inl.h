// Products of pairs of 16-bit words, added to 32-bit sums: what exact products and varied cells are made of. Compiled
// once for each instruction set.

#if defined(ACIM_WORD_PAIRS_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef ACIM_WORD_PAIRS_INL_H_
#undef ACIM_WORD_PAIRS_INL_H_
#else
#define ACIM_WORD_PAIRS_INL_H_
#endif

#include <hwy/highway.h>

#include <cstddef>
#include <cstdint>

/// Whether this copy has them; the portable one has plain loops.
#undef ACIM_WORD_PAIRS
#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX3_DL
#define ACIM_WORD_PAIRS 1
#else
#define ACIM_WORD_PAIRS 0
#endif

#if ACIM_WORD_PAIRS

HWY_BEFORE_NAMESPACE();
#include "array/kernels/extra_instructions.h"
namespace acim::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;
using Words = hn::ScalableTag<std::int16_t>;
using Sums = hn::ScalableTag<std::int32_t>;
using WordVector = hn::Vec<Words>;
using SumVector = hn::Vec<Sums>;

constexpr Words kWords;
constexpr Sums kSums;
constexpr std::size_t kSumLanes = hn::MaxLanes(kSums);

/// sum + a0 b0 + a1 b1 of each pair of words.
HWY_INLINE SumVector multiply_add(SumVector sum, WordVector a, WordVector b) {
#if HWY_TARGET == HWY_AVX3_DL
  // GCC copies the sums of its own intrinsic twice for every use.
  asm("vpdpwssd %2, %1, %0" : "+v"(sum.raw) : "v"(a.raw), "v"(b.raw));
  return sum;
#elif HWY_TARGET == HWY_AVX3
  return hn::Add(sum, SumVector{_mm512_madd_epi16(a.raw, b.raw)});
#else
  return hn::Add(sum, SumVector{_mm256_madd_epi16(a.raw, b.raw)});
#endif
}

}  // namespace
}  // namespace acim::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif

#endif  // per target
