// Codes of records of column sums: looked up, drawn with noise, elected by votes. Compiled once for each instruction
// set; every copy gives the codes that SamplingRow and LayerDraws say.

#if defined(ACIM_SAMPLE_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef ACIM_SAMPLE_INL_H_
#undef ACIM_SAMPLE_INL_H_
#else
#define ACIM_SAMPLE_INL_H_
#endif

#include <hwy/highway.h>

#include <bit>
#include <cstring>

#include "array/kernels/chunk_kernel.h"
#include "base/random.h"

HWY_BEFORE_NAMESPACE();
#if HWY_TARGET == HWY_AVX3_DL
#pragma GCC target("avx512vnni,gfni")  // every such processor has them; Highway 1.0.3 does not say so
#endif
namespace acim {
namespace HWY_NAMESPACE {
namespace {

/// The random numbers of the records of one set of blocks in one chunk and cycle.
struct Draws {
  const CounterRandom& generator;
  const std::uint64_t* counters;    ///< of the four lanes
  const std::uint64_t* bits_mixed;  ///< of the four lanes
  std::uint64_t high_word;          ///< less the weight bit
};

HWY_INLINE std::uint64_t high_word_of(const Draws& draws, std::size_t weight_bit) {
  return draws.high_word | static_cast<std::uint64_t>(weight_bit) << 32U;
}

/// The codes of lanes whose byte did not decide.
HWY_INLINE void draw_residuals(const SumTable& table, const Draws& draws, std::size_t weight_bit, std::uint64_t lanes,
                               const std::uint8_t* sums, std::uint8_t* codes) {
  const std::uint64_t high_word = high_word_of(draws, weight_bit);
  for (; lanes != 0; lanes &= lanes - 1) {
    const auto lane = static_cast<std::size_t>(std::countr_zero(lanes));
    const std::uint64_t output = lane % kBlockOutputs;
    const std::uint64_t mixed = mix64(draws.bits_mixed[lane / kBlockOutputs] ^ (high_word | output << 56U));
    const auto bits = static_cast<std::uint32_t>(mixed >> 32U);
    const std::uint32_t* last_bits = table.residual_bits.data() + sums[lane] * table.residual_entries;
    std::size_t below = 0;
    for (std::size_t entry = 0; entry < table.residual_entries; entry += 16) {
#if HWY_TARGET == HWY_AVX3_DL || HWY_TARGET == HWY_AVX3
      const __mmask16 less =
          _mm512_cmplt_epu32_mask(_mm512_loadu_si512(last_bits + entry), _mm512_set1_epi32(static_cast<int>(bits)));
      below += static_cast<std::size_t>(std::popcount(static_cast<unsigned>(less)));
#else
      for (std::size_t k = 0; k < 16; ++k) below += last_bits[entry + k] < bits ? 1 : 0;
#endif
    }
    codes[lane] = static_cast<std::uint8_t>(table.residual_codes[sums[lane]] + below);
  }
}

#if HWY_TARGET == HWY_AVX3_DL

/// A table of 256 bytes in four registers, or its first half in two.
struct ByteTable {
  __m512i parts[4];
};
template <bool kAll>
HWY_INLINE ByteTable load_table(const std::uint8_t* table) {
  ByteTable loaded;
  loaded.parts[0] = _mm512_load_si512(table);
  loaded.parts[1] = _mm512_load_si512(table + 64);
  if constexpr (kAll) {
    loaded.parts[2] = _mm512_load_si512(table + 128);
    loaded.parts[3] = _mm512_load_si512(table + 192);
  }
  return loaded;
}
/// `upper`: lanes whose index is above 127.
template <bool kAll>
HWY_INLINE __m512i table_bytes(const ByteTable& table, __m512i index, __mmask64 upper) {
  const __m512i low = _mm512_permutex2var_epi8(table.parts[0], index, table.parts[1]);
  if constexpr (!kAll) return low;
  return _mm512_mask_blend_epi8(upper, low, _mm512_permutex2var_epi8(table.parts[2], index, table.parts[3]));
}

template <bool kAll>
HWY_INLINE void look_up(const SumTable& table, const std::uint8_t* sums, std::uint8_t* codes) {
  const __m512i s = _mm512_load_si512(sums);
  _mm512_store_si512(codes,
                     table_bytes<kAll>(load_table<kAll>(table.codes.data()), s, kAll ? _mm512_movepi8_mask(s) : 0));
}

HWY_INLINE void look_up(const SumTable& table, std::uint32_t largest_sum, const std::uint8_t* sums,
                        std::uint8_t* codes) {
  if (largest_sum < 128) {
    look_up<false>(table, sums, codes);
  } else {
    look_up<true>(table, sums, codes);
  }
}

/// kCount records at once: a table is loaded once for all, and their chains of dependent operations overlap.
template <std::size_t kCount, bool kAll>
HWY_INLINE void draw_records(const SumTable& table, const Draws& draws, const std::uint8_t* weight_bits,
                             const std::uint8_t* sums, std::uint8_t* codes) {
  __m512i bytes[kCount];
  const __m512i counters =
      _mm512_maskz_expandloadu_epi64(0x55, draws.counters);  // low words of four lanes, high words zero
  const auto round_key = [&draws](std::size_t round) HWY_ATTR {
    return _mm512_broadcast_i32x4(
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(draws.generator.round_keys()[round].data())));
  };
  const __m512i first = _mm512_xor_si512(counters, round_key(0));
  for (std::size_t k = 0; k < kCount; ++k) {
    const auto high = static_cast<long long>(high_word_of(draws, weight_bits[k]));
    bytes[k] = _mm512_xor_si512(first, _mm512_maskz_set1_epi64(0xAA, high));
  }
  for (std::size_t round = 1; round < 6; ++round) {
    const __m512i key = round_key(round);
    for (std::size_t k = 0; k < kCount; ++k) bytes[k] = _mm512_aesenc_epi128(bytes[k], key);
  }
  __m512i s[kCount];
  __mmask64 upper[kCount];
  __m512i code[kCount];
  for (std::size_t k = 0; k < kCount; ++k) {
    s[k] = _mm512_load_si512(sums + weight_bits[k] * kRecordLanes);
    upper[k] = kAll ? _mm512_movepi8_mask(s[k]) : 0;
  }
  const ByteTable first_codes = load_table<kAll>(table.first_codes.data());
  for (std::size_t k = 0; k < kCount; ++k) code[k] = table_bytes<kAll>(first_codes, s[k], upper[k]);
  const __m512i one = _mm512_set1_epi8(1);
  for (std::size_t t = 0; t < table.threshold_count; ++t) {
    const ByteTable thresholds = load_table<kAll>(table.thresholds.data() + t * SumTable::kSums);
    for (std::size_t k = 0; k < kCount; ++k) {
      const __mmask64 above = _mm512_cmpgt_epu8_mask(bytes[k], table_bytes<kAll>(thresholds, s[k], upper[k]));
      code[k] = _mm512_mask_add_epi8(code[k], above, code[k], one);
    }
  }
  const ByteTable last_deciding = load_table<kAll>(table.last_deciding.data());
  for (std::size_t k = 0; k < kCount; ++k) {
    std::uint8_t* to = codes + weight_bits[k] * kRecordLanes;
    _mm512_store_si512(to, code[k]);
    const std::uint64_t undecided = _mm512_cmpgt_epu8_mask(bytes[k], table_bytes<kAll>(last_deciding, s[k], upper[k]));
    draw_residuals(table, draws, weight_bits[k], undecided, sums + weight_bits[k] * kRecordLanes, to);
  }
}

template <bool kAll>
HWY_INLINE void draw_by_thresholds(const SumTable& table, const Draws& draws, const WeightBits& bits,
                                   const std::uint8_t* sums, std::uint8_t* codes) {
  int k = 0;
  for (; k + 4 <= bits.count; k += 4) draw_records<4, kAll>(table, draws, bits.bits.data() + k, sums, codes);
  if (k + 2 <= bits.count) {
    draw_records<2, kAll>(table, draws, bits.bits.data() + k, sums, codes);
    k += 2;
  }
  if (k < bits.count) draw_records<1, kAll>(table, draws, bits.bits.data() + k, sums, codes);
}

#else

HWY_INLINE void look_up(const SumTable& table, std::uint32_t, const std::uint8_t* sums, std::uint8_t* codes) {
  for (std::size_t lane = 0; lane < kRecordLanes; ++lane) codes[lane] = table.codes[sums[lane]];
}

#endif

/// Random bytes of a record.
HWY_INLINE void random_bytes(const Draws& draws, std::size_t weight_bit, std::uint8_t* bytes) {
#if HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128
  for (std::size_t lane = 0; lane < kRecordBlocks; ++lane) {
    const CounterRandom::Block block = draws.generator.block(draws.counters[lane], high_word_of(draws, weight_bit));
    std::memcpy(bytes + lane * kBlockOutputs, block.data(), block.size());
  }
#else
  const hn::FixedTag<std::uint8_t, 16> d8;
  const hn::FixedTag<std::uint64_t, 2> d64;
  const auto key = [&](std::size_t round)
                       HWY_ATTR { return hn::LoadU(d64, draws.generator.round_keys()[round].data()); };
  hn::Vec<decltype(d8)> states[kRecordBlocks];
  for (std::size_t lane = 0; lane < kRecordBlocks; ++lane) {
    const std::uint64_t words[2] = {draws.counters[lane], high_word_of(draws, weight_bit)};
    states[lane] = hn::BitCast(d8, hn::Xor(hn::LoadU(d64, words), key(0)));
  }
  for (std::size_t round = 1; round < 6; ++round) {
    const auto round_key = hn::BitCast(d8, key(round));
    for (auto& state : states) state = hn::AESRound(state, round_key);
  }
  for (std::size_t lane = 0; lane < kRecordBlocks; ++lane) hn::StoreU(states[lane], d8, bytes + lane * kBlockOutputs);
#endif
}

/// Draws by looking each byte up: where registers hold no table, or noise spans many codes.
HWY_INLINE void draw_by_bytes(const SumTable& table, const Draws& draws, std::size_t weight_bit,
                              const std::uint8_t* sums, std::uint8_t* codes) {
  alignas(64) std::uint8_t bytes[kRecordLanes];
  random_bytes(draws, weight_bit, bytes);
  std::uint64_t undecided = 0;
  const std::uint8_t* by_byte = table.byte_codes.data();
  const std::uint16_t* decided = table.decided.data();
  for (std::size_t lane = 0; lane < kRecordLanes; ++lane) {
    const std::size_t sum = sums[lane];
    codes[lane] = by_byte[256 * sum + bytes[lane]];
    if (HWY_UNLIKELY(bytes[lane] >= decided[sum])) undecided |= std::uint64_t{1} << lane;
  }
  draw_residuals(table, draws, weight_bit, undecided, sums, codes);
}

/// One draw for each of the weight bits' records.
HWY_INLINE void draw(const SumTable& table, std::uint32_t largest_sum, const Draws& draws, const WeightBits& bits,
                     const std::uint8_t* sums, std::uint8_t* codes) {
#if HWY_TARGET == HWY_AVX3_DL
  if (table.by_thresholds) {
    if (largest_sum < 128) {
      draw_by_thresholds<false>(table, draws, bits, sums, codes);
    } else {
      draw_by_thresholds<true>(table, draws, bits, sums, codes);
    }
    return;
  }
#else
  static_cast<void>(largest_sum);
#endif
  for (int k = 0; k < bits.count; ++k) {
    const std::size_t bit = bits.bits[static_cast<std::size_t>(k)];
    draw_by_bytes(table, draws, bit, sums + bit * kRecordLanes, codes + bit * kRecordLanes);
  }
}

/// The median of each lane's samples, or the most frequent one and of those tied the smallest.
HWY_INLINE void elect(const std::uint8_t* samples, int count, bool median, std::uint8_t* codes) {
  for (std::size_t lane = 0; lane < kRecordLanes; ++lane) {
    int most = 0;
    std::uint8_t winner = 0;
    for (int a = 0; a < count; ++a) {
      const std::uint8_t candidate = samples[static_cast<std::size_t>(a) * kRecordLanes + lane];
      int equal = 0;
      int below = 0;
      for (int b = 0; b < count; ++b) {
        const std::uint8_t other = samples[static_cast<std::size_t>(b) * kRecordLanes + lane];
        equal += other == candidate ? 1 : 0;
        below += other < candidate ? 1 : 0;
      }
      if (median ? below <= count / 2 && below + equal > count / 2
                 : equal > most || (equal == most && candidate < winner)) {
        most = equal;
        winner = candidate;
      }
    }
    codes[lane] = winner;
  }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace acim
HWY_AFTER_NAMESPACE();

#endif  // per target
