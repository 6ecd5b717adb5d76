// Column sums, bit-sliced: every 128-bit lane of a row's word holds 8 slots of 16 outputs, and the words of the rows
// that are on are added by full adders, without carries between lanes. Only rows that are on cost anything. Compiled
// once for each instruction set.

#if defined(ACIM_COUNT_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef ACIM_COUNT_INL_H_
#undef ACIM_COUNT_INL_H_
#else
#define ACIM_COUNT_INL_H_
#endif

#include <hwy/highway.h>

#include <bit>
#include <cstring>

#include "array/kernels/chunk_kernel.h"
#include "array/kernels/row_list-inl.h"
#include "array/kernels/transposed_bits.h"

HWY_BEFORE_NAMESPACE();
#include "array/kernels/extra_instructions.h"
namespace acim::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128

struct Word16 {
  static constexpr std::size_t kBytes = 16;
  std::uint64_t half[2];
};
template <typename W>
HWY_INLINE W load_word(const std::uint8_t* from) {
  W word;
  std::memcpy(word.half, from, 16);
  return word;
}
template <typename W>
HWY_INLINE W no_bits() {
  return {{0, 0}};
}
HWY_INLINE Word16 operator^(const Word16& a, const Word16& b) {
  return {{a.half[0] ^ b.half[0], a.half[1] ^ b.half[1]}};
}
HWY_INLINE Word16 operator&(const Word16& a, const Word16& b) {
  return {{a.half[0] & b.half[0], a.half[1] & b.half[1]}};
}
HWY_INLINE Word16 operator|(const Word16& a, const Word16& b) {
  return {{a.half[0] | b.half[0], a.half[1] | b.half[1]}};
}
HWY_INLINE Word16 sum_of(const Word16& a, const Word16& b, const Word16& c) {
  return a ^ b ^ c;
}
HWY_INLINE Word16 carry_of(const Word16& a, const Word16& b, const Word16& c) {
  return (a & b) | (c & (a ^ b));
}

/// Bit o of the element v of plane p becomes bit p of byte o of output v.
HWY_INLINE void transpose_planes(const Word16 (&planes)[8], std::uint8_t* records) {
  for (std::size_t v = 0; v < 8; ++v) {
    for (std::size_t half = 0; half < 2; ++half) {
      const std::size_t byte = 2 * v + half;
      std::uint64_t square = 0;  // byte p: outputs of plane p
      for (std::size_t p = 0; p < 8; ++p) {
        square |= (planes[p].half[byte / 8] >> (byte % 8 * 8) & 0xFF) << (8 * p);
      }
      square = transposed_bits(square);
      std::memcpy(records + v * kRecordLanes + 8 * half, &square, 8);
    }
  }
}

using Widest = Word16;

#else

template <std::size_t kSize>
struct Word {
  static constexpr std::size_t kBytes = kSize;
  using Tag = hn::FixedTag<std::uint64_t, kSize / 8>;
  hn::Vec<Tag> value;
};
template <typename W>
HWY_INLINE W load_word(const std::uint8_t* from) {
  const hn::FixedTag<std::uint8_t, W::kBytes> bytes;
  return {hn::BitCast(typename W::Tag(), hn::LoadU(bytes, from))};
}
template <typename W>
HWY_INLINE W no_bits() {
  return {hn::Zero(typename W::Tag())};
}
template <std::size_t kSize>
HWY_INLINE Word<kSize> operator^(Word<kSize> a, Word<kSize> b) {
  return {hn::Xor(a.value, b.value)};
}
template <std::size_t kSize>
HWY_INLINE Word<kSize> operator&(Word<kSize> a, Word<kSize> b) {
  return {hn::And(a.value, b.value)};
}

#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX3_DL
template <int kTable>
HWY_INLINE Word<16> ternary(Word<16> a, Word<16> b, Word<16> c) {
  return {hn::Vec<Word<16>::Tag>{_mm_ternarylogic_epi64(a.value.raw, b.value.raw, c.value.raw, kTable)}};
}
template <int kTable>
HWY_INLINE Word<32> ternary(Word<32> a, Word<32> b, Word<32> c) {
  return {hn::Vec<Word<32>::Tag>{_mm256_ternarylogic_epi64(a.value.raw, b.value.raw, c.value.raw, kTable)}};
}
template <int kTable>
HWY_INLINE Word<64> ternary(Word<64> a, Word<64> b, Word<64> c) {
  return {hn::Vec<Word<64>::Tag>{_mm512_ternarylogic_epi64(a.value.raw, b.value.raw, c.value.raw, kTable)}};
}
template <std::size_t kSize>
HWY_INLINE Word<kSize> sum_of(Word<kSize> a, Word<kSize> b, Word<kSize> c) {
  return ternary<0x96>(a, b, c);
}
template <std::size_t kSize>
HWY_INLINE Word<kSize> carry_of(Word<kSize> a, Word<kSize> b, Word<kSize> c) {
  return ternary<0xE8>(a, b, c);
}
using Widest = Word<64>;
#else
template <std::size_t kSize>
HWY_INLINE Word<kSize> sum_of(Word<kSize> a, Word<kSize> b, Word<kSize> c) {
  return a ^ b ^ c;
}
template <std::size_t kSize>
HWY_INLINE Word<kSize> carry_of(Word<kSize> a, Word<kSize> b, Word<kSize> c) {
  return {hn::Or(hn::And(a.value, b.value), hn::And(c.value, hn::Xor(a.value, b.value)))};
}
using Widest = Word<32>;
#endif

/// Transposes the 8 x 8 bits of every 64-bit lane: bit o of byte 7 - p becomes bit p of byte o.
template <std::size_t kSize>
HWY_INLINE hn::Vec<hn::FixedTag<std::uint64_t, kSize / 8>> transpose_squares(
    hn::Vec<hn::FixedTag<std::uint64_t, kSize / 8>> squares) {
#if HWY_TARGET == HWY_AVX3_DL
  // The affine map by the square's matrix of the unit vectors.
  constexpr long long kUnits = static_cast<long long>(0x8040201008040201ULL);
  if constexpr (kSize == 64) return {_mm512_gf2p8affine_epi64_epi8(_mm512_set1_epi64(kUnits), squares.raw, 0)};
  if constexpr (kSize == 32) return {_mm256_gf2p8affine_epi64_epi8(_mm256_set1_epi64x(kUnits), squares.raw, 0)};
  if constexpr (kSize == 16) return {_mm_gf2p8affine_epi64_epi8(_mm_set1_epi64x(kUnits), squares.raw, 0)};
#else
  const hn::FixedTag<std::uint64_t, kSize / 8> d;
  const auto swap = [d](auto x, auto mask, auto shift) HWY_ATTR {
    const auto t = hn::And(hn::Xor(x, hn::ShiftRight<shift()>(x)), hn::Set(d, mask));
    return hn::Xor(x, hn::Xor(t, hn::ShiftLeft<shift()>(t)));
  };
  using std::integral_constant;
  squares = swap(squares, 0x00AA00AA00AA00AAULL, integral_constant<int, 7>());
  squares = swap(squares, 0x0000CCCC0000CCCCULL, integral_constant<int, 14>());
  return swap(squares, 0x00000000F0F0F0F0ULL, integral_constant<int, 28>());
#endif
}

/// Bit o of the element v of plane p becomes bit p of byte o of output v, in each 128-bit lane; output v goes to
/// records + 64 v.
template <std::size_t kSize>
HWY_INLINE void transpose_planes(const Word<kSize> (&planes)[8], std::uint8_t* records) {
  const hn::FixedTag<std::uint8_t, kSize> d8;
  const hn::FixedTag<std::uint16_t, kSize / 2> d16;
  const hn::FixedTag<std::uint32_t, kSize / 4> d32;
  const hn::FixedTag<std::uint64_t, kSize / 8> d64;
#if HWY_TARGET == HWY_AVX3_DL
  constexpr std::size_t kFlip = 7;  // the affine map counts a matrix's rows from the top
#else
  constexpr std::size_t kFlip = 0;
#endif
  hn::Vec<decltype(d16)> pairs[4][2];
  for (std::size_t k = 0; k < 4; ++k) {
    const auto a = hn::BitCast(d8, planes[(2 * k) ^ kFlip].value);
    const auto b = hn::BitCast(d8, planes[(2 * k + 1) ^ kFlip].value);
    pairs[k][0] = hn::BitCast(d16, hn::InterleaveLower(d8, a, b));
    pairs[k][1] = hn::BitCast(d16, hn::InterleaveUpper(d8, a, b));
  }
  hn::Vec<decltype(d32)> quads[2][4];
  for (std::size_t k = 0; k < 2; ++k) {
    for (std::size_t part = 0; part < 2; ++part) {
      quads[k][2 * part] = hn::BitCast(d32, hn::InterleaveLower(d16, pairs[2 * k][part], pairs[2 * k + 1][part]));
      quads[k][2 * part + 1] = hn::BitCast(d32, hn::InterleaveUpper(d16, pairs[2 * k][part], pairs[2 * k + 1][part]));
    }
  }
  for (std::size_t part = 0; part < 4; ++part) {
    const auto lower = hn::BitCast(d64, hn::InterleaveLower(d32, quads[0][part], quads[1][part]));
    const auto upper = hn::BitCast(d64, hn::InterleaveUpper(d32, quads[0][part], quads[1][part]));
    hn::StoreU(hn::BitCast(d8, transpose_squares<kSize>(lower)), d8, records + 2 * part * kRecordLanes);
    hn::StoreU(hn::BitCast(d8, transpose_squares<kSize>(upper)), d8, records + (2 * part + 1) * kRecordLanes);
  }
}

#endif

/// (sum, carry) of a + b + sum.
template <typename W>
HWY_INLINE void add_two(W& sum, W a, W b, W& carry) {
  const W before = sum;
  sum = sum_of(before, a, b);
  carry = carry_of(before, a, b);
}

/// Adds the listed rows to a number of kPlanes bits per column: blocks of 16 rows through a tree of full adders, whose
/// carry of weight 16 ripples into the planes above (Harley and Seal's count of bits).
template <std::size_t kStride, std::size_t kPlanes, typename W>
HWY_INLINE void add_rows(const std::uint8_t* cells, const std::uint8_t* entries, std::size_t blocks,
                         W (&planes)[kPlanes]) {
  W ones = planes[0];
  W twos = planes[1];
  W fours = planes[2];
  W eights = planes[3];
  for (std::size_t block = 0; block < blocks; ++block, entries += kListedBlock) {
    const auto row = [cells, entries](std::size_t k) HWY_ATTR { return load_word<W>(cells + entries[k] * kStride); };
    W twos_a;
    W twos_b;
    W fours_a;
    W fours_b;
    W eights_a;
    W eights_b;
    W sixteens;
    add_two(ones, row(0), row(1), twos_a);
    add_two(ones, row(2), row(3), twos_b);
    add_two(twos, twos_a, twos_b, fours_a);
    add_two(ones, row(4), row(5), twos_a);
    add_two(ones, row(6), row(7), twos_b);
    add_two(twos, twos_a, twos_b, fours_b);
    add_two(fours, fours_a, fours_b, eights_a);
    add_two(ones, row(8), row(9), twos_a);
    add_two(ones, row(10), row(11), twos_b);
    add_two(twos, twos_a, twos_b, fours_a);
    add_two(ones, row(12), row(13), twos_a);
    add_two(ones, row(14), row(15), twos_b);
    add_two(twos, twos_a, twos_b, fours_b);
    add_two(fours, fours_a, fours_b, eights_b);
    add_two(eights, eights_a, eights_b, sixteens);
    for (std::size_t plane = 4; plane < kPlanes; ++plane) {
      const W carry = planes[plane] & sixteens;
      planes[plane] = planes[plane] ^ sixteens;
      sixteens = carry;
    }
  }
  planes[0] = ones;
  planes[1] = twos;
  planes[2] = fours;
  planes[3] = eights;
}

/// A bit-serial count over all lists of a chunk; `piece`: offset of the part of the row's word that W holds.
template <std::size_t kStride, std::size_t kPlanes, typename W>
HWY_INLINE void count_rows_on(const ChunkTask& task, const BankChunk& chunk, int position, int bit, int word,
                              std::size_t piece, W (&planes)[kPlanes]) {
  for (std::size_t list = 0; list < chunk.lists.size(); ++list) {
    const RowList& rows = chunk.lists[list];
    const std::size_t blocks = (list_count(task, position, list, bit) + kListedBlock - 1) / kListedBlock;
    const std::size_t word_bytes = static_cast<std::size_t>(rows.rows + 1) * kStride;
    const std::uint8_t* cells = task.cells->cells(rows) + static_cast<std::size_t>(word) * word_bytes + piece;
    add_rows<kStride>(cells, list_entries(task, position, list, bit), blocks, planes);
  }
}

/// Words [first, first + count) of a row.
struct CountedWords {
  int first = 0;
  int count = 0;
};

/// Calls visit(piece offset) for each part of a row's word that one vector holds.
template <std::size_t kStride, typename Visit>
HWY_INLINE void for_each_piece(const Visit& visit) {
#if HWY_TARGET == HWY_SCALAR || HWY_TARGET == HWY_EMU128
  for (std::size_t piece = 0; piece < kStride; piece += 16) visit.template operator()<Word16>(piece);
#else
  constexpr std::size_t kBytes = kStride < Widest::kBytes ? kStride : Widest::kBytes;
  for (std::size_t piece = 0; piece < kStride; piece += kBytes) visit.template operator()<Word<kBytes>>(piece);
#endif
}

constexpr std::size_t kBytePlanes = 8;
constexpr std::size_t kTallPlanes = 13;  // counts up to 4096 rows

template <typename W, std::size_t kPlanes>
HWY_INLINE void clear(W (&planes)[kPlanes]) {
  for (W& plane : planes) plane = no_bits<W>();
}

/// planes += serial << shift.
template <typename W, std::size_t kPlanes, std::size_t kSums>
HWY_INLINE void add_shifted(const W (&serial)[kPlanes], std::size_t shift, W (&planes)[kSums]) {
  W carry = no_bits<W>();
  for (std::size_t plane = 0; plane + shift < kSums; ++plane) {
    const W addend = plane < kPlanes ? serial[plane] : no_bits<W>();
    add_two(planes[plane + shift], addend, carry, carry);
  }
}

/// Where a count goes: byte b of the sums of slot v at records + b * byte_stride + 64 v.
struct SumBytes {
  std::uint8_t* records;
  std::size_t byte_stride;
  int bytes;
};

/// Bit-serial sums of one byte.
template <std::size_t kStride, typename W>
HWY_NOINLINE void count_serial_byte(const ChunkTask& task, const BankChunk& chunk, const CycleTask& cycle, int position,
                                    int word, std::size_t piece, std::uint8_t* records) {
  const W none = no_bits<W>();
  W planes[kBytePlanes] = {none, none, none, none, none, none, none, none};  // in registers, unlike a loop's array
  count_rows_on<kStride>(task, chunk, position, cycle.least_significant_bit, word, piece, planes);
  transpose_planes(planes, records);
}

/// Sums of several activation bits in one byte: nothing is carried out of the eighth plane.
template <std::size_t kStride, typename W>
HWY_NOINLINE void count_byte(const ChunkTask& task, const BankChunk& chunk, const CycleTask& cycle, int position,
                             int word, std::size_t piece, std::uint8_t* records) {
  W planes[kBytePlanes];
  clear(planes);
  for (int bit = cycle.width - 1; bit >= 0; --bit) {
    for (std::size_t plane = kBytePlanes - 1; plane > 0; --plane) planes[plane] = planes[plane - 1];
    planes[0] = no_bits<W>();
    count_rows_on<kStride>(task, chunk, position, cycle.least_significant_bit + bit, word, piece, planes);
  }
  transpose_planes(planes, records);
}

/// Sums of two or three bytes, kSerial planes of rows.
template <std::size_t kStride, std::size_t kSerial, std::size_t kBytes, typename W>
HWY_NOINLINE void count_bytes(const ChunkTask& task, const BankChunk& chunk, const CycleTask& cycle, int position,
                              int word, std::size_t piece, std::uint8_t* records, std::size_t byte_stride) {
  W planes[8 * kBytes];
  clear(planes);
  for (int bit = 0; bit < cycle.width; ++bit) {
    W serial[kSerial];
    clear(serial);
    count_rows_on<kStride>(task, chunk, position, cycle.least_significant_bit + bit, word, piece, serial);
    if (cycle.width == 1) {
      for (std::size_t plane = 0; plane < kSerial; ++plane) planes[plane] = serial[plane];
    } else {
      add_shifted(serial, static_cast<std::size_t>(bit), planes);
    }
  }
  for (std::size_t byte = 0; byte < kBytes; ++byte) {
    W part[8];
    for (std::size_t plane = 0; plane < 8; ++plane) part[plane] = planes[8 * byte + plane];
    transpose_planes(part, records + byte * byte_stride);
  }
}

template <std::size_t kStride>
HWY_INLINE void count_words(const ChunkTask& task, const BankChunk& chunk, const CycleTask& cycle, CountedWords words,
                            const SumBytes& sums) {
  for (int position = 0; position < task.positions; ++position) {
    for (int word = 0; word < words.count; ++word) {
      for_each_piece<kStride>([&]<typename W>(std::size_t piece) HWY_ATTR {
        std::uint8_t* records = sums.records + static_cast<std::size_t>(position) * kStride + piece +
                                static_cast<std::size_t>(word) * SlotLayout::kSlotsPerWord * kRecordLanes;
        const int row_word = words.first + word;
        if (sums.bytes == 1 && cycle.width == 1) {
          count_serial_byte<kStride, W>(task, chunk, cycle, position, row_word, piece, records);
        } else if (sums.bytes == 1) {
          count_byte<kStride, W>(task, chunk, cycle, position, row_word, piece, records);
        } else if (sums.bytes == 2 && chunk.rows <= kMostListedRows) {
          count_bytes<kStride, kBytePlanes, 2, W>(task, chunk, cycle, position, row_word, piece, records,
                                                  sums.byte_stride);
        } else if (sums.bytes == 2) {
          count_bytes<kStride, kTallPlanes, 2, W>(task, chunk, cycle, position, row_word, piece, records,
                                                  sums.byte_stride);
        } else {
          count_bytes<kStride, kTallPlanes, 3, W>(task, chunk, cycle, position, row_word, piece, records,
                                                  sums.byte_stride);
        }
      });
    }
  }
}

/// Counts all slots of the words at every position.
HWY_INLINE void count(const ChunkTask& task, const BankChunk& chunk, const CycleTask& cycle, CountedWords words,
                      const SumBytes& sums) {
  switch (task.cells->layout().block_lanes) {
    case 1:
      return count_words<16>(task, chunk, cycle, words, sums);
    case 2:
      return count_words<32>(task, chunk, cycle, words, sums);
    default:
      return count_words<64>(task, chunk, cycle, words, sums);
  }
}

}  // namespace
}  // namespace acim::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif  // per target
