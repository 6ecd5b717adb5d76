// Codes of records of column sums: looked up, drawn with noise, elected by votes. Compiled once for each instruction
// set; every copy gives the codes that SamplingRow and LayerDraws say.

#if defined(ACIM_SAMPLE_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef ACIM_SAMPLE_INL_H_
#undef ACIM_SAMPLE_INL_H_
#else
#define ACIM_SAMPLE_INL_H_
#endif

#include <hwy/highway.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "array/kernels/chunk_kernel.h"
#include "base/random.h"

HWY_BEFORE_NAMESPACE();
#include "array/kernels/extra_instructions.h"
namespace acim::HWY_NAMESPACE {
namespace {

/// The random numbers of one set of blocks in one chunk.
struct Draws {
  const CounterRandom& generator;
  const std::uint64_t* counters;    ///< of the four lanes
  const std::uint64_t* bits_mixed;  ///< of the four lanes
  std::uint64_t high_word;          ///< less the weight bit and the cycle
};

HWY_INLINE std::uint64_t high_word_of(const Draws& draws, std::size_t cycle, std::size_t weight_bit) {
  return draws.high_word | static_cast<std::uint64_t>(weight_bit) << 32U | static_cast<std::uint64_t>(cycle) << 40U;
}

/// Records of one set in one cycle. Byte b of what belongs to a weight bit and lane: pointer + b * byte_stride +
/// 64 weight_bit + lane.
struct CycleRecords {
  const SumTables* tables = nullptr;
  const SumTable* table = nullptr;  ///< of all sums, when they fit a byte and there is one
  const std::stop_token* stop = nullptr;
  int sum_bytes = 1;
  bool high_codes = false;        ///< codes have a second byte
  std::uint32_t largest_sum = 0;  ///< none is larger
  std::size_t cycle = 0;
  std::size_t byte_stride = 0;
  const std::uint8_t* sums = nullptr;
  std::uint8_t* codes = nullptr;

  bool of_bytes() const { return table != nullptr && !high_codes; }
  std::size_t sum_at(std::size_t at) const {
    std::size_t sum = sums[at];
    if (sum_bytes > 1) sum |= std::size_t{sums[at + byte_stride]} << 8U;
    if (sum_bytes > 2) sum |= std::size_t{sums[at + 2 * byte_stride]} << 16U;
    return sum;
  }
  const SumTable* table_of(std::size_t sum) const {
    return table != nullptr ? table : tables->window(sum / SumTable::kSums, *stop);
  }
  void set_code(std::size_t at, std::size_t code) const {
    codes[at] = static_cast<std::uint8_t>(code);
    if (high_codes) codes[at + byte_stride] = static_cast<std::uint8_t>(code >> 8U);
  }
};

/// Whether tables of 128 sums serve the records: more rows may be on than any column counts.
HWY_INLINE bool all_below_128(const std::uint8_t* sums, int weight_bits) {
#if HWY_TARGET == HWY_AVX3_DL || HWY_TARGET == HWY_AVX3
  __m512i any = _mm512_setzero_si512();
  for (int bit = 0; bit < weight_bits; ++bit) any = _mm512_or_si512(any, _mm512_load_si512(sums + bit * 64));
  return _mm512_movepi8_mask(any) == 0;
#else
  static_cast<void>(sums);
  static_cast<void>(weight_bits);
  return false;
#endif
}

/// Lanes whose byte did not decide, kept until all cycles of a set are drawn: one loop over all of them, and no branch
/// that depends on how many a record has.
struct UndecidedLanes {
  /// Of 9 weight bits in 9 cycles, and slack for whole stores.
  static constexpr std::size_t kMost = (81 + 1) * kRecordLanes;
  alignas(64) std::uint8_t lanes[kMost];
  alignas(64) std::uint8_t places[kMost];  ///< weight bit, and the cycle from bit 4 on
  std::size_t count = 0;

  void add(std::size_t lane, std::uint8_t place) {
    lanes[count] = static_cast<std::uint8_t>(lane);
    places[count++] = place;
  }
};

HWY_INLINE std::uint8_t place_of(std::size_t cycle, std::size_t weight_bit) {
  return static_cast<std::uint8_t>(cycle << 4U | weight_bit);
}

HWY_INLINE std::size_t sixteen_below(const std::uint32_t* last_bits, std::uint32_t bits) {
#if HWY_TARGET == HWY_AVX3_DL || HWY_TARGET == HWY_AVX3
  const __mmask16 less =
      _mm512_cmplt_epu32_mask(_mm512_load_si512(last_bits), _mm512_set1_epi32(static_cast<int>(bits)));
  return static_cast<std::size_t>(std::popcount(static_cast<unsigned>(less)));
#else
  std::size_t below = 0;
  for (std::size_t k = 0; k < 16; ++k) below += last_bits[k] < bits ? 1 : 0;
  return below;
#endif
}

/// How many of a sum's entries, a multiple of 16 and seldom more, are below the bits.
HWY_INLINE std::size_t entries_below(const std::uint32_t* last_bits, std::size_t entries, std::uint32_t bits) {
  std::size_t below = sixteen_below(last_bits, bits);
  for (std::size_t entry = 16; HWY_UNLIKELY(entry < entries); entry += 16) {
    below += sixteen_below(last_bits + entry, bits);
  }
  return below;
}

/// The code that 32 bits of the residual give.
HWY_INLINE std::size_t residual_code(const SumTable& table, std::size_t s, std::uint32_t bits) {
  const std::uint32_t* last_bits = table.residual_bits.data() + s * table.residual_entries;
  const int code = table.residual_codes[s] + static_cast<int>(entries_below(last_bits, table.residual_entries, bits));
  return static_cast<std::size_t>(std::clamp(code, 0, table.highest_code));
}

/// 32 bits for each undecided lane from `first` on, as LayerDraws::residual_bits; eight of them.
HWY_INLINE void residual_bits(const Draws& draws, const UndecidedLanes& undecided, std::size_t first,
                              std::uint64_t (&bits)[8]) {
#if HWY_TARGET == HWY_AVX3_DL || HWY_TARGET == HWY_AVX3
  const auto load8 = [first](const std::uint8_t* from) HWY_ATTR {
    return _mm512_cvtepu8_epi64(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(from + first)));
  };
  const __m512i lanes = load8(undecided.lanes);
  const __m512i places = load8(undecided.places);
  const __m256i four = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(draws.bits_mixed));
  const __m512i low_mixed = _mm512_permutexvar_epi64(_mm512_srli_epi64(lanes, 4), _mm512_castsi256_si512(four));
  const __m512i nibble = _mm512_set1_epi64(15);
  const __m512i output = _mm512_slli_epi64(_mm512_and_si512(lanes, nibble), 56);
  const __m512i weight_bit = _mm512_slli_epi64(_mm512_and_si512(places, nibble), 32);
  const __m512i cycle = _mm512_slli_epi64(_mm512_srli_epi64(places, 4), 40);
  __m512i x = _mm512_ternarylogic_epi64(output, weight_bit, cycle, 0xFE);  // or
  x = _mm512_or_si512(x, _mm512_set1_epi64(static_cast<long long>(draws.high_word)));
  x = _mm512_xor_si512(x, low_mixed);
  // mix64
  x = _mm512_add_epi64(x, _mm512_set1_epi64(static_cast<long long>(0x9E3779B97F4A7C15ULL)));
  x = _mm512_mullo_epi64(_mm512_xor_si512(x, _mm512_srli_epi64(x, 30)),
                         _mm512_set1_epi64(static_cast<long long>(0xBF58476D1CE4E5B9ULL)));
  x = _mm512_mullo_epi64(_mm512_xor_si512(x, _mm512_srli_epi64(x, 27)),
                         _mm512_set1_epi64(static_cast<long long>(0x94D049BB133111EBULL)));
  x = _mm512_xor_si512(x, _mm512_srli_epi64(x, 31));
  _mm512_storeu_si512(bits, _mm512_srli_epi64(x, 32));
#else
  for (std::size_t k = 0; k < 8 && first + k < undecided.count; ++k) {
    const std::size_t lane = undecided.lanes[first + k];
    const std::size_t place = undecided.places[first + k];
    const std::uint64_t output = lane % kBlockOutputs;
    const std::uint64_t high_word = high_word_of(draws, place >> 4U, place & 15U);
    bits[k] = mix64(draws.bits_mixed[lane / kBlockOutputs] ^ (high_word | output << 56U)) >> 32U;
  }
#endif
}

/// Calls visit(cycle, place among the cycle's records, 32 more bits) for each lane whose byte did not decide.
template <typename Visit>
HWY_INLINE void for_each_undecided(const Draws& draws, const UndecidedLanes& undecided, const Visit& visit) {
  for (std::size_t first = 0; first < undecided.count; first += 8) {
    std::uint64_t bits[8];
    residual_bits(draws, undecided, first, bits);
    const std::size_t count = undecided.count - first < 8 ? undecided.count - first : 8;
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t place = undecided.places[first + k];
      visit(place >> 4U, (place & 15U) * kRecordLanes + undecided.lanes[first + k],
            static_cast<std::uint32_t>(bits[k]));
    }
  }
}

/// The codes of the lanes whose byte did not decide; `records` by cycle.
HWY_INLINE void draw_residuals(const Draws& draws, const UndecidedLanes& undecided, const CycleRecords* records) {
  for_each_undecided(draws, undecided, [records](std::size_t cycle, std::size_t at, std::uint32_t bits) HWY_ATTR {
    const CycleRecords& of_cycle = records[cycle];
    if (HWY_LIKELY(of_cycle.of_bytes())) {
      of_cycle.codes[at] = static_cast<std::uint8_t>(residual_code(*of_cycle.table, of_cycle.sums[at], bits));
    } else {
      const std::size_t sum = of_cycle.sum_at(at);
      of_cycle.set_code(at, residual_code(*of_cycle.table_of(sum), sum % SumTable::kSums, bits));
    }
  });
}

/// The same when one table of common noise serves all cycles, whose records lie `cycle_stride` apart.
HWY_INLINE void draw_common_residuals(const Draws& draws, const UndecidedLanes& undecided, const SumTable& table,
                                      const std::uint8_t* sums, std::uint8_t* codes, std::size_t cycle_stride) {
  const std::uint32_t* last_bits = table.residual_bits.data();
  const int first_difference = table.residual_codes[0] - table.codes[0];
  const std::uint8_t* own_codes = table.codes.data();
  const int highest = table.highest_code;
  const std::size_t entries = table.residual_entries;
  for_each_undecided(draws, undecided, [=](std::size_t cycle, std::size_t in_cycle, std::uint32_t bits) HWY_ATTR {
    const std::size_t at = cycle * cycle_stride + in_cycle;
    const int code = own_codes[sums[at]] + first_difference + static_cast<int>(entries_below(last_bits, entries, bits));
    codes[at] = static_cast<std::uint8_t>(std::clamp(code, 0, highest));
  });
}

/// The codes of some lanes of a record, one by one, from a random byte each.
HWY_NOINLINE void draw_lanes_by_bytes(const Draws& draws, const CycleRecords& records, std::size_t weight_bit,
                                      std::uint64_t lanes, const std::uint8_t* bytes, UndecidedLanes& undecided) {
  const std::uint8_t place = place_of(records.cycle, weight_bit);
  for (; lanes != 0; lanes &= lanes - 1) {
    const auto lane = static_cast<std::size_t>(std::countr_zero(lanes));
    const std::size_t at = weight_bit * kRecordLanes + lane;
    const std::size_t sum = records.sum_at(at);
    const SumTable* table = records.table_of(sum);
    if (table == nullptr) {
      const std::uint64_t high_word = high_word_of(draws, records.cycle, weight_bit);
      const std::uint64_t output = lane % kBlockOutputs;
      const std::uint64_t low_mixed = draws.bits_mixed[lane / kBlockOutputs];
      records.set_code(
          at, static_cast<std::size_t>(records.tables->conversions().sample(
                  static_cast<std::int64_t>(sum), bytes[lane],
                  [&] { return static_cast<std::uint32_t>(mix64(low_mixed ^ (high_word | output << 56U)) >> 32U); })));
      continue;
    }
    const std::size_t s = sum % SumTable::kSums;
    if (bytes[lane] >= table->decided[s]) {
      undecided.add(lane, place);
      continue;
    }
    const std::size_t cell = 256 * s + bytes[lane];
    records.set_code(at, table->byte_codes.empty() ? table->wide_byte_codes[cell] : table->byte_codes[cell]);
  }
}

#if HWY_TARGET == HWY_AVX3_DL

alignas(64) constexpr std::array<std::uint8_t, kRecordLanes> kLaneNumbers = [] {
  std::array<std::uint8_t, kRecordLanes> numbers{};
  for (std::size_t k = 0; k < numbers.size(); ++k) numbers[k] = static_cast<std::uint8_t>(k);
  return numbers;
}();

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
HWY_INLINE void look_up_records(const CycleRecords& records, const WeightBits& bits) {
  const ByteTable table = load_table<kAll>(records.table->codes.data());
  for (int k = 0; k < bits.count; ++k) {
    const std::size_t at = bits.bits[static_cast<std::size_t>(k)] * kRecordLanes;
    const __m512i s = _mm512_load_si512(records.sums + at);
    _mm512_store_si512(records.codes + at, table_bytes<kAll>(table, s, kAll ? _mm512_movepi8_mask(s) : 0));
  }
}

/// Lanes of a record whose sums stand in one table.
struct TableLanes {
  const SumTable* table;
  __mmask64 lanes;
};
/// Those of the first lane that is left.
HWY_INLINE TableLanes next_table(const CycleRecords& records, std::size_t at, std::uint64_t left) {
  if (records.sum_bytes == 1) return {records.table, left};
  const std::size_t lane = at + static_cast<std::size_t>(std::countr_zero(left));
  const std::size_t middle = records.sums[lane + records.byte_stride];
  __mmask64 lanes = _mm512_mask_cmpeq_epu8_mask(left, _mm512_load_si512(records.sums + at + records.byte_stride),
                                                _mm512_set1_epi8(static_cast<char>(middle)));
  std::size_t window = middle;
  if (records.sum_bytes > 2) {
    const std::size_t high = records.sums[lane + 2 * records.byte_stride];
    lanes = _mm512_mask_cmpeq_epu8_mask(lanes, _mm512_load_si512(records.sums + at + 2 * records.byte_stride),
                                        _mm512_set1_epi8(static_cast<char>(high)));
    window |= high << 8U;
  }
  return {records.tables->window(window, *records.stop), lanes};
}

/// Sums or codes of more than a byte: table after table.
HWY_NOINLINE void look_up_wide(const CycleRecords& records, const WeightBits& bits) {
  for (int k = 0; k < bits.count; ++k) {
    const std::size_t at = bits.bits[static_cast<std::size_t>(k)] * kRecordLanes;
    const __m512i s = _mm512_load_si512(records.sums + at);
    const __mmask64 upper = _mm512_movepi8_mask(s);
    __m512i code = _mm512_setzero_si512();
    __m512i high_code = code;
    std::uint64_t without_table = 0;
    for (std::uint64_t left = ~std::uint64_t{0}; left != 0;) {
      const TableLanes now = next_table(records, at, left);
      left &= ~static_cast<std::uint64_t>(now.lanes);
      if (now.table == nullptr) {
        without_table |= now.lanes;
        continue;
      }
      code =
          _mm512_mask_mov_epi8(code, now.lanes, table_bytes<true>(load_table<true>(now.table->codes.data()), s, upper));
      if (!records.high_codes) continue;
      high_code = _mm512_mask_mov_epi8(high_code, now.lanes,
                                       table_bytes<true>(load_table<true>(now.table->high_codes.data()), s, upper));
    }
    _mm512_store_si512(records.codes + at, code);
    if (records.high_codes) _mm512_store_si512(records.codes + at + records.byte_stride, high_code);
    for (; without_table != 0; without_table &= without_table - 1) {
      const std::size_t lane = at + static_cast<std::size_t>(std::countr_zero(without_table));
      records.set_code(lane,
                       static_cast<std::size_t>(records.tables->code(static_cast<std::int64_t>(records.sum_at(lane)))));
    }
  }
}

/// Noise-free codes of the weight bits' records.
HWY_INLINE void look_up(const CycleRecords& records, const WeightBits& bits) {
  if (!records.of_bytes()) {
    look_up_wide(records, bits);
  } else if (records.largest_sum < 128) {
    look_up_records<false>(records, bits);
  } else {
    look_up_records<true>(records, bits);
  }
}

/// Round keys and counters of a set, as registers hold them.
class VectorDraws {
 public:
  explicit VectorDraws(const Draws& draws) {
    const auto& keys = draws.generator.round_keys();
    for (std::size_t round = 0; round < 6; ++round) {
      keys_[round] = _mm512_broadcast_i32x4(_mm_loadu_si128(reinterpret_cast<const __m128i*>(keys[round].data())));
    }
    // Low words of the four lanes; between them the high words.
    first_ = _mm512_xor_si512(_mm512_maskz_expandloadu_epi64(0x55, draws.counters), keys_[0]);
  }
  template <std::size_t kCount>
  HWY_INLINE void bytes(const std::uint64_t (&high_words)[kCount], __m512i (&bytes)[kCount]) const {
    for (std::size_t k = 0; k < kCount; ++k) {
      bytes[k] = _mm512_xor_si512(first_, _mm512_maskz_set1_epi64(0xAA, static_cast<long long>(high_words[k])));
    }
    for (std::size_t round = 1; round < 6; ++round) {
      for (std::size_t k = 0; k < kCount; ++k) bytes[k] = _mm512_aesenc_epi128(bytes[k], keys_[round]);
    }
  }

 private:
  __m512i keys_[6];
  __m512i first_;
};

HWY_INLINE void note_undecided(std::uint64_t not_decided, std::uint8_t place, UndecidedLanes& undecided) {
  const __m512i lanes = _mm512_maskz_compress_epi8(not_decided, _mm512_load_si512(kLaneNumbers.data()));
  const int count = std::popcount(not_decided);
  std::uint8_t* const to_lanes = undecided.lanes + undecided.count;
  std::uint8_t* const to_places = undecided.places + undecided.count;
  undecided.count += static_cast<std::size_t>(count);
  if (HWY_LIKELY(count <= 16)) {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to_lanes), _mm512_castsi512_si128(lanes));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to_places), _mm_set1_epi8(static_cast<char>(place)));
  } else {
    _mm512_storeu_si512(to_lanes, lanes);
    _mm512_storeu_si512(to_places, _mm512_set1_epi8(static_cast<char>(place)));
  }
}

template <std::size_t kCount, bool kAll, bool kHighCodes>
HWY_INLINE void draw_records(const Draws& draws, const VectorDraws& vector_draws, const SumTable& table,
                             const CycleRecords& records, const std::uint8_t* weight_bits, UndecidedLanes& undecided) {
  std::uint64_t high_words[kCount];
  for (std::size_t k = 0; k < kCount; ++k) high_words[k] = high_word_of(draws, records.cycle, weight_bits[k]);
  __m512i bytes[kCount];
  vector_draws.bytes(high_words, bytes);
  __m512i s[kCount];
  __mmask64 upper[kCount];
  __m512i code[kCount];
  for (std::size_t k = 0; k < kCount; ++k) {
    s[k] = _mm512_load_si512(records.sums + weight_bits[k] * kRecordLanes);
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
  if constexpr (kHighCodes) {
    const ByteTable high_first_codes = load_table<kAll>(table.high_first_codes.data());
    for (std::size_t k = 0; k < kCount; ++k) {
      const __mmask64 carry = _mm512_cmplt_epu8_mask(code[k], table_bytes<kAll>(first_codes, s[k], upper[k]));
      const __m512i high = table_bytes<kAll>(high_first_codes, s[k], upper[k]);
      _mm512_store_si512(records.codes + weight_bits[k] * kRecordLanes + records.byte_stride,
                         _mm512_mask_add_epi8(high, carry, high, one));
    }
  }
  const ByteTable last_deciding = load_table<kAll>(table.last_deciding.data());
  for (std::size_t k = 0; k < kCount; ++k) {
    _mm512_store_si512(records.codes + weight_bits[k] * kRecordLanes, code[k]);
    const __mmask64 not_decided = _mm512_cmpgt_epu8_mask(bytes[k], table_bytes<kAll>(last_deciding, s[k], upper[k]));
    note_undecided(not_decided, place_of(records.cycle, weight_bits[k]), undecided);
  }
}

template <bool kAll>
HWY_INLINE void draw_by_thresholds(const Draws& draws, const VectorDraws& vector_draws, const CycleRecords& records,
                                   const WeightBits& bits, UndecidedLanes& undecided) {
  const std::uint8_t* weight_bits = bits.bits.data();
  int left = bits.count;
  for (; left >= 4; left -= 4, weight_bits += 4) {
    draw_records<4, kAll, false>(draws, vector_draws, *records.table, records, weight_bits, undecided);
  }
  for (; left > 0; --left, ++weight_bits) {
    draw_records<1, kAll, false>(draws, vector_draws, *records.table, records, weight_bits, undecided);
  }
}

/// Where noise is the same for all sums: a difference for each random byte, added to the sum's own code. kBare: a sum
/// is its own code, and the highest is 255.
template <bool kBare>
class CommonNoise {
 public:
  CommonNoise(const Draws& draws, const VectorDraws& vector_draws, const SumTable& table, UndecidedLanes& undecided)
      : draws_(draws),
        vector_draws_(vector_draws),
        undecided_(undecided),
        differences_(load_table<true>(reinterpret_cast<const std::uint8_t*>(table.differences.data()))),
        own_codes_(load_table<true>(table.codes.data())),
        last_deciding_(_mm512_set1_epi8(static_cast<char>(table.common_decided - 1))),
        highest_(_mm512_set1_epi8(static_cast<char>(table.highest_code))) {}

  /// The records of the weight bits in one cycle.
  HWY_INLINE void draw(std::size_t cycle, const WeightBits& bits, const std::uint8_t* sums, std::uint8_t* codes) {
    const std::uint8_t* weight_bits = bits.bits.data();
    int left = bits.count;
    for (; left >= 4; left -= 4, weight_bits += 4) draw_some<4>(cycle, weight_bits, sums, codes);
    for (; left > 0; --left, ++weight_bits) draw_some<1>(cycle, weight_bits, sums, codes);
  }

 private:
  template <std::size_t kCount>
  HWY_INLINE void draw_some(std::size_t cycle, const std::uint8_t* weight_bits, const std::uint8_t* sums,
                            std::uint8_t* codes) {
    std::uint64_t high_words[kCount];
    for (std::size_t k = 0; k < kCount; ++k) high_words[k] = high_word_of(draws_, cycle, weight_bits[k]);
    __m512i bytes[kCount];
    vector_draws_.bytes(high_words, bytes);
    const __m512i zero = _mm512_setzero_si512();
    for (std::size_t k = 0; k < kCount; ++k) {
      __m512i own = _mm512_load_si512(sums + weight_bits[k] * kRecordLanes);
      if constexpr (!kBare) own = table_bytes<true>(own_codes_, own, _mm512_movepi8_mask(own));
      const __m512i difference = table_bytes<true>(differences_, bytes[k], _mm512_movepi8_mask(bytes[k]));
      const __m512i more = _mm512_max_epi8(difference, zero);
      const __m512i less = _mm512_max_epi8(_mm512_sub_epi8(zero, difference), zero);
      __m512i code = _mm512_subs_epu8(_mm512_adds_epu8(own, more), less);
      if constexpr (!kBare) code = _mm512_min_epu8(code, highest_);
      _mm512_store_si512(codes + weight_bits[k] * kRecordLanes, code);
      note_undecided(_mm512_cmpgt_epu8_mask(bytes[k], last_deciding_), place_of(cycle, weight_bits[k]), undecided_);
    }
  }

  const Draws& draws_;
  const VectorDraws& vector_draws_;
  UndecidedLanes& undecided_;
  ByteTable differences_;
  ByteTable own_codes_;
  __m512i last_deciding_;
  __m512i highest_;
};

/// One cycle's records.
HWY_INLINE void draw_common_noise(const Draws& draws, const VectorDraws& vector_draws, const CycleRecords& records,
                                  const WeightBits& bits, UndecidedLanes& undecided) {
  const SumTable& table = *records.table;
  if (table.sums_are_codes && table.highest_code == 255) {
    CommonNoise<true>(draws, vector_draws, table, undecided).draw(records.cycle, bits, records.sums, records.codes);
  } else {
    CommonNoise<false>(draws, vector_draws, table, undecided).draw(records.cycle, bits, records.sums, records.codes);
  }
}

/// All cycles' records, `cycle_stride` apart.
HWY_INLINE void draw_common_noise(const Draws& draws, const VectorDraws& vector_draws, const SumTable& table,
                                  std::span<const CycleTask> cycles, std::size_t cycle_stride, const std::uint8_t* sums,
                                  std::uint8_t* codes, UndecidedLanes& undecided) {
  const auto draw_all = [&](auto noise) HWY_ATTR {
    for (std::size_t c = 0; c < cycles.size(); ++c) {
      noise.draw(c, cycles[c].drawn, sums + c * cycle_stride, codes + c * cycle_stride);
    }
  };
  if (table.sums_are_codes && table.highest_code == 255) {
    draw_all(CommonNoise<true>(draws, vector_draws, table, undecided));
  } else {
    draw_all(CommonNoise<false>(draws, vector_draws, table, undecided));
  }
}

/// A code with its high byte.
struct WideCode {
  __m512i low;
  __m512i high;
};

/// One record with one of its tables; what the lanes' bytes do not decide is added to `not_decided`.
template <bool kAll>
HWY_INLINE void draw_wide_lanes(const SumTable& table, __mmask64 lanes, __m512i s, __m512i bytes, bool high_codes,
                                WideCode& code, __mmask64& not_decided) {
  const __mmask64 upper = _mm512_movepi8_mask(s);
  const auto look = [&](const AlignedVector<std::uint8_t>& values, std::size_t offset)
                        HWY_ATTR { return table_bytes<true>(load_table<true>(values.data() + offset), s, upper); };
  __m512i above = _mm512_setzero_si512();
  const __m512i one = _mm512_set1_epi8(1);
  for (std::size_t t = 0; t < table.threshold_count; ++t) {
    const __mmask64 more = _mm512_cmpgt_epu8_mask(bytes, look(table.thresholds, t * SumTable::kSums));
    above = _mm512_mask_add_epi8(above, more, above, one);
  }
  const __m512i first = look(table.first_codes, 0);
  const __m512i low = _mm512_add_epi8(first, above);
  code.low = _mm512_mask_mov_epi8(code.low, lanes, low);
  if (high_codes) {
    const __mmask64 carry = _mm512_cmplt_epu8_mask(low, first);
    const __m512i high = look(table.high_first_codes, 0);
    code.high = _mm512_mask_mov_epi8(code.high, lanes, _mm512_mask_add_epi8(high, carry, high, one));
  }
  not_decided |= _mm512_mask_cmpgt_epu8_mask(lanes, bytes, look(table.last_deciding, 0));
}

/// The table that all sums of four records stand in, and whether in its first half; null if there are several.
HWY_INLINE const SumTable* common_table(const CycleRecords& records, const std::uint8_t* weight_bits,
                                        bool& first_half) {
  __m512i low = _mm512_setzero_si512();
  for (std::size_t k = 0; k < 4; ++k) {
    low = _mm512_or_si512(low, _mm512_load_si512(records.sums + weight_bits[k] * kRecordLanes));
  }
  first_half = _mm512_movepi8_mask(low) == 0;
  if (records.sum_bytes == 1) return records.table;
  if (records.sum_bytes > 2) return nullptr;
  const std::uint8_t* middle = records.sums + records.byte_stride;
  const std::uint8_t window = middle[weight_bits[0] * kRecordLanes];
  const __m512i same = _mm512_set1_epi8(static_cast<char>(window));
  __mmask64 others = 0;
  for (std::size_t k = 0; k < 4; ++k) {
    others |= _mm512_cmpneq_epu8_mask(same, _mm512_load_si512(middle + weight_bits[k] * kRecordLanes));
  }
  return others == 0 ? records.tables->window(window, *records.stop) : nullptr;
}

/// Four records of sums or codes of more than a byte, when one table serves them.
HWY_NOINLINE bool draw_four_wide(const Draws& draws, const VectorDraws& vector_draws, const CycleRecords& records,
                                 const std::uint8_t* weight_bits, UndecidedLanes& undecided) {
  bool first_half = false;
  const SumTable* table = common_table(records, weight_bits, first_half);
  if (table == nullptr || !table->by_thresholds) return false;
  if (records.high_codes) {
    if (first_half) {
      draw_records<4, false, true>(draws, vector_draws, *table, records, weight_bits, undecided);
    } else {
      draw_records<4, true, true>(draws, vector_draws, *table, records, weight_bits, undecided);
    }
  } else if (first_half) {
    draw_records<4, false, false>(draws, vector_draws, *table, records, weight_bits, undecided);
  } else {
    draw_records<4, true, false>(draws, vector_draws, *table, records, weight_bits, undecided);
  }
  return true;
}

/// Sums or codes of more than a byte: table after table.
HWY_NOINLINE void draw_wide(const Draws& draws, const VectorDraws& vector_draws, const CycleRecords& records,
                            std::size_t weight_bit, UndecidedLanes& undecided) {
  const std::uint64_t high_words[1] = {high_word_of(draws, records.cycle, weight_bit)};
  __m512i bytes[1];
  vector_draws.bytes(high_words, bytes);
  const std::size_t at = weight_bit * kRecordLanes;
  const __m512i s = _mm512_load_si512(records.sums + at);
  WideCode code{_mm512_setzero_si512(), _mm512_setzero_si512()};
  __mmask64 not_decided = 0;
  std::uint64_t by_bytes = 0;
  for (std::uint64_t left = ~std::uint64_t{0}; left != 0;) {
    const TableLanes now = next_table(records, at, left);
    left &= ~static_cast<std::uint64_t>(now.lanes);
    if (now.table != nullptr && now.table->by_thresholds) {
      if ((_mm512_movepi8_mask(s) & now.lanes) == 0) {
        draw_wide_lanes<false>(*now.table, now.lanes, s, bytes[0], records.high_codes, code, not_decided);
      } else {
        draw_wide_lanes<true>(*now.table, now.lanes, s, bytes[0], records.high_codes, code, not_decided);
      }
    } else {
      by_bytes |= now.lanes;
    }
  }
  _mm512_store_si512(records.codes + at, code.low);
  if (records.high_codes) _mm512_store_si512(records.codes + at + records.byte_stride, code.high);
  const std::uint8_t place = place_of(records.cycle, weight_bit);
  note_undecided(not_decided, place, undecided);
  if (by_bytes == 0) return;
  alignas(64) std::uint8_t random[kRecordLanes];
  _mm512_store_si512(random, bytes[0]);
  draw_lanes_by_bytes(draws, records, weight_bit, by_bytes, random, undecided);
}

#else

/// Nothing is kept in registers.
struct VectorDraws {
  explicit VectorDraws(const Draws&) {}
};

HWY_INLINE void look_up(const CycleRecords& records, const WeightBits& bits) {
  for (int k = 0; k < bits.count; ++k) {
    const std::size_t at = bits.bits[static_cast<std::size_t>(k)] * kRecordLanes;
    if (records.of_bytes()) {
      const std::uint8_t* codes = records.table->codes.data();
      for (std::size_t lane = 0; lane < kRecordLanes; ++lane) records.codes[at + lane] = codes[records.sums[at + lane]];
      continue;
    }
    for (std::size_t lane = at; lane < at + kRecordLanes; ++lane) {
      records.set_code(lane,
                       static_cast<std::size_t>(records.tables->code(static_cast<std::int64_t>(records.sum_at(lane)))));
    }
  }
}

#endif

/// Random bytes of a record.
HWY_INLINE void random_bytes(const Draws& draws, std::uint64_t high_word, std::uint8_t* bytes) {
#if HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128
  for (std::size_t lane = 0; lane < kRecordBlocks; ++lane) {
    const CounterRandom::Block block = draws.generator.block(draws.counters[lane], high_word);
    std::memcpy(bytes + lane * kBlockOutputs, block.data(), block.size());
  }
#else
  const hn::FixedTag<std::uint8_t, 16> d8;
  const hn::FixedTag<std::uint64_t, 2> d64;
  const auto key = [&](std::size_t round)
                       HWY_ATTR { return hn::LoadU(d64, draws.generator.round_keys()[round].data()); };
  hn::Vec<decltype(d8)> states[kRecordBlocks];
  for (std::size_t lane = 0; lane < kRecordBlocks; ++lane) {
    const std::uint64_t words[2] = {draws.counters[lane], high_word};
    states[lane] = hn::BitCast(d8, hn::Xor(hn::LoadU(d64, words), key(0)));
  }
  for (std::size_t round = 1; round < 6; ++round) {
    const auto round_key = hn::BitCast(d8, key(round));
    for (auto& state : states) state = hn::AESRound(state, round_key);
  }
  for (std::size_t lane = 0; lane < kRecordBlocks; ++lane) hn::StoreU(states[lane], d8, bytes + lane * kBlockOutputs);
#endif
}

#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3

/// Where noise is the same for all sums: differences by comparing each random byte with few numbers.
HWY_INLINE void draw_common_noise(const Draws& draws, const CycleRecords& records, std::size_t weight_bit,
                                  UndecidedLanes& undecided) {
  const SumTable& table = *records.table;
  const hn::ScalableTag<std::uint8_t> d;
  alignas(64) std::uint8_t bytes[kRecordLanes];
  random_bytes(draws, high_word_of(draws, records.cycle, weight_bit), bytes);
  std::uint8_t* codes = records.codes + weight_bit * kRecordLanes;
  const std::uint8_t* sums = records.sums + weight_bit * kRecordLanes;
  if (!table.sums_are_codes) {
    for (std::size_t lane = 0; lane < kRecordLanes; ++lane) codes[lane] = table.codes[sums[lane]];
    sums = codes;
  }
  const auto lowest = hn::Set(d, static_cast<std::uint8_t>(-table.differences[0]));
  const auto last_deciding = hn::Set(d, static_cast<std::uint8_t>(table.common_decided - 1));
  const auto highest = hn::Set(d, static_cast<std::uint8_t>(table.highest_code));
  for (std::size_t part = 0; part < kRecordLanes; part += hn::Lanes(d)) {
    const auto u = hn::Load(d, bytes + part);
    // u > t: the saturated difference is not zero.
    auto steps = hn::Zero(d);
    for (const std::uint8_t threshold : table.common_thresholds) {
      const auto above = hn::SaturatedSub(u, hn::Set(d, threshold));
      steps = hn::Add(steps, hn::Min(above, hn::Set(d, 1)));
    }
    const auto more = hn::SaturatedSub(steps, lowest);
    const auto less = hn::SaturatedSub(lowest, steps);
    const auto own = hn::Load(d, sums + part);
    hn::Store(hn::Min(hn::SaturatedSub(hn::SaturatedAdd(own, more), less), highest), d, codes + part);
    std::uint64_t lanes = 0;
    const auto over = hn::SaturatedSub(u, last_deciding);
    hn::StoreMaskBits(d, hn::Ne(over, hn::Zero(d)), reinterpret_cast<std::uint8_t*>(&lanes));
    for (; lanes != 0; lanes &= lanes - 1) {
      undecided.add(part + static_cast<std::size_t>(std::countr_zero(lanes)), place_of(records.cycle, weight_bit));
    }
  }
}

#endif

/// Draws by looking each byte up: where registers hold no table, or noise spans many codes.
HWY_INLINE void draw_by_bytes(const Draws& draws, const CycleRecords& records, std::size_t weight_bit,
                              UndecidedLanes& undecided) {
  alignas(64) std::uint8_t bytes[kRecordLanes];
  random_bytes(draws, high_word_of(draws, records.cycle, weight_bit), bytes);
  if (!records.of_bytes()) {
    draw_lanes_by_bytes(draws, records, weight_bit, ~std::uint64_t{0}, bytes, undecided);
    return;
  }
  const std::uint8_t* by_byte = records.table->byte_codes.data();
  const std::uint16_t* decided = records.table->decided.data();
  const std::uint8_t* sums = records.sums + weight_bit * kRecordLanes;
  std::uint8_t* codes = records.codes + weight_bit * kRecordLanes;
  for (std::size_t lane = 0; lane < kRecordLanes; ++lane) {
    const std::size_t sum = sums[lane];
    codes[lane] = by_byte[256 * sum + bytes[lane]];
    if (HWY_UNLIKELY(bytes[lane] >= decided[sum])) undecided.add(lane, place_of(records.cycle, weight_bit));
  }
}

/// One draw for each of the weight bits' records; lanes that are not decided yet are noted.
HWY_INLINE void draw(const Draws& draws, [[maybe_unused]] const VectorDraws& vector_draws, const CycleRecords& records,
                     const WeightBits& bits, UndecidedLanes& undecided) {
#if HWY_TARGET == HWY_AVX3_DL
  if (!records.of_bytes()) {
    for (int k = 0; k < bits.count;) {
      const std::uint8_t* weight_bits = bits.bits.data() + k;
      if (k + 4 <= bits.count && draw_four_wide(draws, vector_draws, records, weight_bits, undecided)) {
        k += 4;
      } else {
        draw_wide(draws, vector_draws, records, *weight_bits, undecided);
        ++k;
      }
    }
    return;
  }
  if (records.table->common_noise) {
    draw_common_noise(draws, vector_draws, records, bits, undecided);
    return;
  }
  if (records.table->by_thresholds) {
    if (records.largest_sum < 128) {
      draw_by_thresholds<false>(draws, vector_draws, records, bits, undecided);
    } else {
      draw_by_thresholds<true>(draws, vector_draws, records, bits, undecided);
    }
    return;
  }
#endif
  for (int k = 0; k < bits.count; ++k) {
    const std::size_t weight_bit = bits.bits[static_cast<std::size_t>(k)];
#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3
    if (records.of_bytes() && records.table->common_noise) {
      draw_common_noise(draws, records, weight_bit, undecided);
      continue;
    }
#endif
    draw_by_bytes(draws, records, weight_bit, undecided);
  }
}

/// The median of each lane's samples, or the most frequent one and of those tied the smallest. [sample][lane].
template <typename Code>
HWY_NOINLINE void elect(const Code* samples, int count, bool median, Code* elected) {
  const hn::ScalableTag<Code> d;
  const auto none = hn::Zero(d);
  const auto half = hn::Set(d, static_cast<Code>(count / 2));
  const auto counted = [d](auto sum, auto mask) HWY_ATTR { return hn::Sub(sum, hn::VecFromMask(d, mask)); };
  const auto at_most = [](auto x, auto y) HWY_ATTR { return hn::Eq(hn::Min(x, y), x); };
  for (std::size_t part = 0; part < kRecordLanes; part += hn::Lanes(d)) {
    auto most = none;
    auto winner = none;
    for (int a = 0; a < count; ++a) {
      const auto candidate = hn::LoadU(d, samples + static_cast<std::size_t>(a) * kRecordLanes + part);
      auto equal = none;
      auto up_to = none;
      for (int b = 0; b < count; ++b) {
        const auto other = hn::LoadU(d, samples + static_cast<std::size_t>(b) * kRecordLanes + part);
        equal = counted(equal, hn::Eq(other, candidate));
        up_to = counted(up_to, at_most(other, candidate));
      }
      auto better = hn::Not(at_most(equal, most));
      const auto smaller_of_tied = hn::AndNot(at_most(winner, candidate), hn::Eq(equal, most));
      better = hn::Or(better, smaller_of_tied);
      if (median) better = hn::AndNot(at_most(up_to, half), at_most(hn::Sub(up_to, equal), half));
      most = hn::IfThenElse(better, equal, most);
      winner = hn::IfThenElse(better, candidate, winner);
    }
    hn::StoreU(winner, d, elected + part);
  }
}

}  // namespace
}  // namespace acim::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif  // per target
