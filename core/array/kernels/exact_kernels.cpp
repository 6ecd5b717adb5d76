#include "array/kernels/exact_kernels.h"

#include <algorithm>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "array/kernels/exact_kernels.cpp"
#include <hwy/foreach_target.h>
// The copies come before this file's own.
#include <hwy/highway.h>

#include "array/kernels/dispatch.h"
#include "array/kernels/word_pairs-inl.h"

HWY_BEFORE_NAMESPACE();
#include "array/kernels/extra_instructions.h"
namespace acim::HWY_NAMESPACE {
namespace {

#if ACIM_WORD_PAIRS

using Eight = hn::Full128<std::int16_t>;

constexpr std::size_t kWordLanes = hn::MaxLanes(kWords);
/// 16 sums (AVX2: 8) are in registers at a time.
constexpr std::size_t kOutputs = 4;
constexpr std::size_t kVectors = HWY_TARGET == HWY_AVX2 ? 2 : 4;

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

/// Two planes as pairs: pairs[i] = {first[i], second[i]} for at least i < count.
class Interleaver {
 public:
  // Written out: one the compiler makes would be of another instruction set.
  HWY_INLINE Interleaver() {
#if HWY_TARGET != HWY_AVX2
    lower_ = indices(0);
    upper_ = indices(16);
#endif
  }

  template <bool Paired>
  HWY_INLINE void write(const std::int16_t* first, const std::int16_t* second, std::size_t count,
                        std::int16_t* pairs) const {
    std::size_t i = 0;
#if HWY_TARGET != HWY_AVX2
    for (; i + 16 < count; i += 32) {
      const __m512i a = _mm512_loadu_si512(first + i);
      const __m512i b = Paired ? _mm512_loadu_si512(second + i) : _mm512_setzero_si512();
      _mm512_storeu_si512(pairs + 2 * i, _mm512_permutex2var_epi16(a, lower_.raw, b));
      _mm512_storeu_si512(pairs + 2 * i + 32, _mm512_permutex2var_epi16(a, upper_.raw, b));
    }
#endif
    constexpr Eight kEight;
    for (; i < count; i += 8) {
      const auto a = hn::LoadU(kEight, first + i);
      const auto b = Paired ? hn::LoadU(kEight, second + i) : hn::Zero(kEight);
      hn::StoreU(hn::InterleaveLower(kEight, a, b), kEight, pairs + 2 * i);
      hn::StoreU(hn::InterleaveUpper(kEight, a, b), kEight, pairs + 2 * i + 8);
    }
  }

 private:
#if HWY_TARGET != HWY_AVX2
  using Indices = hn::ScalableTag<std::uint16_t>;
  static HWY_INLINE hn::Vec<Indices> indices(std::uint16_t begin) {
    const Indices d;
    const auto lane = hn::Iota(d, 0);
    // Odd lanes come from the second operand, whose lanes are counted from 32.
    return hn::Add(hn::Add(hn::ShiftRight<1>(lane), hn::ShiftLeft<5>(hn::And(lane, hn::Set(d, 1)))), hn::Set(d, begin));
  }
  hn::Vec<Indices> lower_;
  hn::Vec<Indices> upper_;
#endif
};

template <bool Paired>
HWY_INLINE void interleave_every_second(const std::int16_t* first, const std::int16_t* second, std::size_t count,
                                        std::int16_t* pairs) {
  const auto low_word = hn::Set(kSums, 0xFFFF);
  for (std::size_t i = 0; i < count; i += kSumLanes) {
    auto both = hn::And(hn::BitCast(kSums, hn::LoadU(kWords, first + 2 * i)), low_word);
    if constexpr (Paired) {
      both = hn::Or(both, hn::ShiftLeft<16>(hn::BitCast(kSums, hn::LoadU(kWords, second + 2 * i))));
    }
    hn::StoreU(hn::BitCast(kWords, both), kWords, pairs + 2 * i);
  }
}

template <bool Paired>
HWY_INLINE void gather_pair(const TileGather& gather, const Interleaver& interleave, const std::int16_t* first,
                            const std::int16_t* second, std::int16_t* pairs) {
  for (std::size_t piece = 0; piece < gather.piece_count; ++piece) {
    const auto [position, count, offset] = gather.pieces[piece];
    const std::int16_t* const a = first + offset;
    const std::int16_t* const b = second + offset;
    std::int16_t* const target = pairs + 2 * position;
    if (gather.stride == 1) {
      interleave.write<Paired>(a, b, count, target);
    } else if (gather.stride == 2) {
      interleave_every_second<Paired>(a, b, count, target);
    } else {
      for (std::size_t i = 0; i < count; ++i) {
        target[2 * i] = a[i * gather.stride];
        target[2 * i + 1] = Paired ? b[i * gather.stride] : std::int16_t{0};
      }
    }
  }
}

void gather_tile(const TileGather& gather) {
  const Interleaver interleave;
  std::int16_t* pairs = gather.windows;
  std::size_t k = 0;
  for (; k + 2 <= gather.elements; k += 2, pairs += 2 * kTilePositions) {
    gather_pair<true>(gather, interleave, gather.planes + gather.offsets[k], gather.planes + gather.offsets[k + 1],
                      pairs);
  }
  if (k < gather.elements) {
    const std::int16_t* const last = gather.planes + gather.offsets[k];
    gather_pair<false>(gather, interleave, last, last, pairs);
  }
}

/// The sums of one vector of windows that begin at every second word.
HWY_INLINE SumVector multiply_plane_vector(const PlaneProduct& product, const std::int16_t* first) {
  SumVector sum = hn::Zero(kSums);
  const std::int16_t* weights = product.weights;
  for (std::size_t ky = 0; ky < product.kernel_height; ++ky, first += product.width) {
    for (std::size_t pair = 0; pair < product.pairs; ++pair, weights += 2) {
      sum = multiply_add(sum, hn::LoadU(kWords, first + 2 * pair), broadcast_pair(weights));
    }
  }
  return sum;
}

void multiply_plane(const PlaneProduct& product) {
  for (std::size_t row = 0; row < product.rows; ++row) {
    const std::int16_t* const first = product.plane + row * product.stride_height * product.width;
    std::int32_t* const sums = product.sums + row * product.columns;
    if (product.stride_width == 2) {
      for (std::size_t x = 0; x < product.columns; x += kSumLanes) {
        hn::StoreU(multiply_plane_vector(product, first + 2 * x), kSums, sums + x);
      }
      continue;
    }
    for (std::size_t x = 0; x < product.columns; x += 2 * kSumLanes) {
      const SumVector even = multiply_plane_vector(product, first + x);
      const SumVector odd = multiply_plane_vector(product, first + x + 1);
      hn::StoreInterleaved2(even, odd, kSums, sums + x);
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

void gather_tile(const TileGather& gather) {
  for (std::size_t k = 0; k < gather.elements; k += 2) {
    const std::int16_t* const first = gather.planes + gather.offsets[k];
    const bool paired = k + 1 < gather.elements;
    const std::int16_t* const second = gather.planes + gather.offsets[paired ? k + 1 : k];
    for (std::size_t p = 0; p < gather.piece_count; ++p) {
      const WindowPiece& piece = gather.pieces[p];
      std::int16_t* const pairs = gather.windows + k * kTilePositions + 2 * piece.position;
      for (std::size_t i = 0; i < piece.count; ++i) {
        const std::size_t at = piece.offset + i * gather.stride;
        pairs[2 * i] = first[at];
        pairs[2 * i + 1] = paired ? second[at] : std::int16_t{0};
      }
    }
  }
}

void multiply_plane(const PlaneProduct& product) {
  for (std::size_t row = 0; row < product.rows; ++row) {
    for (std::size_t column = 0; column < product.columns; ++column) {
      const std::int16_t* first =
          product.plane + row * product.stride_height * product.width + column * product.stride_width;
      const std::int16_t* weights = product.weights;
      std::int32_t sum = 0;
      for (std::size_t ky = 0; ky < product.kernel_height; ++ky) {
        for (std::size_t kx = 0; kx < 2 * product.pairs; ++kx)
          sum += std::int32_t{first[kx]} * std::int32_t{weights[kx]};
        first += product.width;
        weights += 2 * product.pairs;
      }
      product.sums[row * product.columns + column] = sum;
    }
  }
}

#endif

template <typename Number>
void store(const SumRows& rows, bool add, Number* output, std::size_t output_stride) {
  for (std::size_t row = 0; row < rows.rows; ++row) {
    const std::int32_t* HWY_RESTRICT const sums = rows.sums + row * rows.stride;
    Number* HWY_RESTRICT const target = output + row * output_stride;
    if (add) {
      for (std::size_t i = 0; i < rows.columns; ++i) target[i] += static_cast<Number>(sums[i]);
    } else {
      for (std::size_t i = 0; i < rows.columns; ++i) target[i] = static_cast<Number>(sums[i]);
    }
  }
}

}  // namespace

constexpr ExactKernels kKernels = {multiply_tile,       multiply_rows,       gather_tile,  multiply_plane,
                                   store<std::int32_t>, store<std::int64_t>, store<double>};

}  // namespace acim::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace acim {

const ExactKernels& exact_kernels(InstructionSet set) {
  return ACIM_KERNELS_OF(set);
}

}  // namespace acim
#endif
