#include "array/kernels/exact_kernels.h"

#include <algorithm>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "array/kernels/exact_kernels.cpp"
#include <hwy/foreach_target.h>
// The copies come before this file's own.
#include <hwy/highway.h>

#include "array/kernels/dispatch.h"

#undef ACIM_EXACT_VECTORS
#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX3_DL
#define ACIM_EXACT_VECTORS 1
#else
#define ACIM_EXACT_VECTORS 0
#endif

HWY_BEFORE_NAMESPACE();
#if HWY_TARGET == HWY_AVX3_DL
// Highway names AVX's VNNI there, which few of these processors have, and not AVX-512's, which all of them have.
#pragma GCC target("avx512vnni")
#endif
namespace acim {
namespace HWY_NAMESPACE {
namespace {

#if ACIM_EXACT_VECTORS

namespace hn = hwy::HWY_NAMESPACE;
using Words = hn::ScalableTag<std::int16_t>;
using Sums = hn::ScalableTag<std::int32_t>;
using WordVector = hn::Vec<Words>;
using SumVector = hn::Vec<Sums>;
using Eight = hn::Full128<std::int16_t>;

constexpr Words kWords;
constexpr Sums kSums;
constexpr std::size_t kWordLanes = hn::MaxLanes(kWords);
constexpr std::size_t kSumLanes = hn::MaxLanes(kSums);
/// 16 sums (AVX2: 8) are in registers at a time.
constexpr std::size_t kOutputs = 4;
constexpr std::size_t kVectors = HWY_TARGET == HWY_AVX2 ? 2 : 4;

/// sum + a0 b0 + a1 b1 of each pair of words.
HWY_INLINE SumVector multiply_add(SumVector sum, WordVector a, WordVector b) {
#if HWY_TARGET == HWY_AVX3_DL
  return SumVector{_mm512_dpwssd_epi32(sum.raw, a.raw, b.raw)};
#elif HWY_TARGET == HWY_AVX3
  return hn::Add(sum, SumVector{_mm512_madd_epi16(a.raw, b.raw)});
#else
  return hn::Add(sum, SumVector{_mm256_madd_epi16(a.raw, b.raw)});
#endif
}

HWY_INLINE WordVector broadcast_pair(const std::int16_t* pair) {
  std::int32_t both = 0;
  std::memcpy(&both, pair, sizeof both);
  return hn::BitCast(kWords, hn::Set(kSums, both));
}

template <std::size_t Outputs, std::size_t Vectors>
HWY_INLINE void multiply_block(const TileProduct& tile, std::size_t output, std::size_t vector) {
  std::int32_t* const sums = tile.sums + output * kTilePositions + vector * kSumLanes;
  SumVector total[Outputs][Vectors];
  for (std::size_t o = 0; o < Outputs; ++o) {
    for (std::size_t v = 0; v < Vectors; ++v) {
      total[o][v] = tile.add ? hn::LoadU(kSums, sums + o * kTilePositions + v * kSumLanes) : hn::Zero(kSums);
    }
  }
  const std::int16_t* const weights = tile.weights + output * tile.weight_stride;
  const std::int16_t* windows = tile.windows + vector * kWordLanes;
  for (std::size_t pair = 0; pair < tile.pairs; ++pair, windows += 2 * kTilePositions) {
    WordVector window[Vectors];
    for (std::size_t v = 0; v < Vectors; ++v) window[v] = hn::LoadU(kWords, windows + v * kWordLanes);
    for (std::size_t o = 0; o < Outputs; ++o) {
      const WordVector weight = broadcast_pair(weights + o * tile.weight_stride + 2 * pair);
      for (std::size_t v = 0; v < Vectors; ++v) total[o][v] = multiply_add(total[o][v], window[v], weight);
    }
  }
  for (std::size_t o = 0; o < Outputs; ++o) {
    for (std::size_t v = 0; v < Vectors; ++v) {
      hn::StoreU(total[o][v], kSums, sums + o * kTilePositions + v * kSumLanes);
    }
  }
}

template <std::size_t Outputs>
void multiply_outputs(const TileProduct& tile, std::size_t output) {
  const std::size_t vectors = (tile.positions + kSumLanes - 1) / kSumLanes;
  std::size_t vector = 0;
  for (; vector + kVectors <= vectors; vector += kVectors) multiply_block<Outputs, kVectors>(tile, output, vector);
  switch (vectors - vector) {
    case 3:
      return multiply_block<Outputs, 3>(tile, output, vector);
    case 2:
      return multiply_block<Outputs, 2>(tile, output, vector);
    case 1:
      return multiply_block<Outputs, 1>(tile, output, vector);
    default:
      return;
  }
}

void multiply_tile(const TileProduct& tile) {
  std::size_t output = 0;
  for (; output + kOutputs <= tile.outputs; output += kOutputs) multiply_outputs<kOutputs>(tile, output);
  for (; output < tile.outputs; ++output) multiply_outputs<1>(tile, output);
}

/// The first `count` words, then zeros; nothing behind them is read.
HWY_INLINE WordVector load_first(const std::int16_t* words, std::size_t count) {
#if HWY_TARGET == HWY_AVX2
  HWY_ALIGN std::int16_t padded[kWordLanes] = {};
  std::memcpy(padded, words, count * sizeof *words);
  return hn::Load(kWords, padded);
#else
  return hn::MaskedLoad(hn::FirstN(kWords, count), kWords, words);
#endif
}

/// Of each 128-bit block of four vectors, one block of their four sums.
HWY_INLINE SumVector add_across(SumVector a, SumVector b, SumVector c, SumVector d) {
  const hn::Repartition<std::int64_t, Sums> wide;
  const SumVector ab = hn::Add(hn::InterleaveLower(kSums, a, b), hn::InterleaveUpper(kSums, a, b));
  const SumVector cd = hn::Add(hn::InterleaveLower(kSums, c, d), hn::InterleaveUpper(kSums, c, d));
  const auto ab_wide = hn::BitCast(wide, ab);
  const auto cd_wide = hn::BitCast(wide, cd);
  return hn::Add(hn::BitCast(kSums, hn::InterleaveLower(wide, ab_wide, cd_wide)),
                 hn::BitCast(kSums, hn::InterleaveUpper(wide, ab_wide, cd_wide)));
}

/// The sums of the lanes of four vectors.
HWY_INLINE hn::Vec<hn::Full128<std::int32_t>> four_sums(const SumVector* totals) {
  const SumVector blocks = add_across(totals[0], totals[1], totals[2], totals[3]);
  const hn::Half<Sums> half;
  const auto halves = hn::Add(hn::LowerHalf(half, blocks), hn::UpperHalf(half, blocks));
#if HWY_TARGET == HWY_AVX2
  return halves;
#else
  const hn::Half<hn::Half<Sums>> quarter;
  return hn::Add(hn::LowerHalf(quarter, halves), hn::UpperHalf(quarter, halves));
#endif
}

template <std::size_t Positions, std::size_t Outputs>
HWY_INLINE void multiply_row_block(const RowProduct& rows, std::size_t position, std::size_t output) {
  const std::int16_t* const weights = rows.weights + output * rows.weight_stride;
  const std::int16_t* const windows = rows.windows + position * rows.window_stride;
  SumVector total[Positions][kOutputs];
  for (std::size_t p = 0; p < Positions; ++p) {
    for (std::size_t o = 0; o < kOutputs; ++o) total[p][o] = hn::Zero(kSums);
  }
  const auto add = [&](const auto& load) HWY_ATTR {
    WordVector weight[Outputs];
    for (std::size_t o = 0; o < Outputs; ++o) weight[o] = load(weights + o * rows.weight_stride);
    for (std::size_t p = 0; p < Positions; ++p) {
      const WordVector window = load(windows + p * rows.window_stride);
      for (std::size_t o = 0; o < Outputs; ++o) total[p][o] = multiply_add(total[p][o], window, weight[o]);
    }
  };
  std::size_t k = 0;
  for (; k + kWordLanes <= rows.length; k += kWordLanes) {
    add([k](const std::int16_t* row) HWY_ATTR { return hn::LoadU(kWords, row + k); });
  }
  if (k < rows.length) {
    add([k, &rows](const std::int16_t* row) HWY_ATTR { return load_first(row + k, rows.length - k); });
  }
  for (std::size_t p = 0; p < Positions; ++p) {
    std::int32_t* const sums = rows.sums + (position + p) * rows.sum_stride + output;
    const auto four = four_sums(total[p]);
    if constexpr (Outputs == kOutputs) {
      hn::StoreU(four, hn::Full128<std::int32_t>(), sums);
    } else {
      *sums = hn::GetLane(four);
    }
  }
}

template <std::size_t Positions>
void multiply_row_positions(const RowProduct& rows, std::size_t position) {
  std::size_t output = 0;
  for (; output + kOutputs <= rows.outputs; output += kOutputs) {
    multiply_row_block<Positions, kOutputs>(rows, position, output);
  }
  for (; output < rows.outputs; ++output) multiply_row_block<Positions, 1>(rows, position, output);
}

void multiply_rows(const RowProduct& rows) {
  constexpr std::size_t kPositions = HWY_TARGET == HWY_AVX2 ? 2 : 4;
  std::size_t position = 0;
  for (; position + kPositions <= rows.positions; position += kPositions) {
    multiply_row_positions<kPositions>(rows, position);
  }
  for (; position < rows.positions; ++position) multiply_row_positions<1>(rows, position);
}

void interleave(const std::int16_t* first, const std::int16_t* second, std::size_t stride, std::size_t count,
                std::int16_t* pairs) {
  constexpr Eight kEight;
  if (stride == 1) {
    for (std::size_t i = 0; i < count; i += 8) {
      const auto a = hn::LoadU(kEight, first + i);
      const auto b = hn::LoadU(kEight, second + i);
      hn::StoreU(hn::InterleaveLower(kEight, a, b), kEight, pairs + 2 * i);
      hn::StoreU(hn::InterleaveUpper(kEight, a, b), kEight, pairs + 2 * i + 8);
    }
  } else if (stride == 2) {
    constexpr hn::Full128<std::int32_t> kFour;
    for (std::size_t i = 0; i < count; i += 4) {
      const auto a = hn::BitCast(kFour, hn::LoadU(kEight, first + 2 * i));
      const auto b = hn::BitCast(kFour, hn::LoadU(kEight, second + 2 * i));
      const auto both = hn::Or(hn::And(a, hn::Set(kFour, 0xFFFF)), hn::ShiftLeft<16>(b));
      hn::StoreU(hn::BitCast(kEight, both), kEight, pairs + 2 * i);
    }
  } else {
    for (std::size_t i = 0; i < count; ++i) {
      pairs[2 * i] = first[i * stride];
      pairs[2 * i + 1] = second[i * stride];
    }
  }
}

#else  // plain C++

/// The compiler makes vectors of dot products, not of interleaved pairs: each position's window is laid out as a row.
void multiply_tile(const TileProduct& tile) {
  constexpr std::size_t kPairs = 96;
  std::int16_t window[2 * kPairs];
  for (std::size_t begin = 0; begin < tile.pairs; begin += kPairs) {
    const std::size_t pairs = std::min(kPairs, tile.pairs - begin);
    for (std::size_t p = 0; p < tile.positions; ++p) {
      for (std::size_t pair = 0; pair < pairs; ++pair) {
        std::memcpy(window + 2 * pair, tile.windows + 2 * ((begin + pair) * kTilePositions + p), 2 * sizeof *window);
      }
      for (std::size_t o = 0; o < tile.outputs; ++o) {
        const std::int16_t* const weights = tile.weights + o * tile.weight_stride + 2 * begin;
        std::int32_t sum = 0;
        for (std::size_t k = 0; k < 2 * pairs; ++k) sum += std::int32_t{window[k]} * std::int32_t{weights[k]};
        std::int32_t& total = tile.sums[o * kTilePositions + p];
        total = (tile.add || begin > 0 ? total : 0) + sum;
      }
    }
  }
}

void multiply_rows(const RowProduct& rows) {
  for (std::size_t p = 0; p < rows.positions; ++p) {
    const std::int16_t* const window = rows.windows + p * rows.window_stride;
    for (std::size_t o = 0; o < rows.outputs; ++o) {
      const std::int16_t* const weights = rows.weights + o * rows.weight_stride;
      std::int32_t sum = 0;
      for (std::size_t k = 0; k < rows.length; ++k) sum += std::int32_t{window[k]} * std::int32_t{weights[k]};
      rows.sums[p * rows.sum_stride + o] = sum;
    }
  }
}

void interleave(const std::int16_t* first, const std::int16_t* second, std::size_t stride, std::size_t count,
                std::int16_t* pairs) {
  for (std::size_t i = 0; i < count; ++i) {
    pairs[2 * i] = first[i * stride];
    pairs[2 * i + 1] = second[i * stride];
  }
}

#endif

template <typename Number>
void store(const std::int32_t* sums, std::size_t count, bool add, Number* output) {
  if (add) {
    for (std::size_t i = 0; i < count; ++i) output[i] += static_cast<Number>(sums[i]);
  } else {
    for (std::size_t i = 0; i < count; ++i) output[i] = static_cast<Number>(sums[i]);
  }
}

}  // namespace

constexpr ExactKernels kKernels = {multiply_tile,       multiply_rows,       interleave,
                                   store<std::int32_t>, store<std::int64_t>, store<double>};

}  // namespace HWY_NAMESPACE
}  // namespace acim
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace acim {

const ExactKernels& exact_kernels(InstructionSet set) {
  return ACIM_KERNELS_OF(set);
}

}  // namespace acim
#endif
