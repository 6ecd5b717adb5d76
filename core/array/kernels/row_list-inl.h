// Windows gathered from the padded image, and for each activation bit the list of its rows that are on. Compiled once
// for each instruction set.

#if defined(ACIM_ROW_LIST_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef ACIM_ROW_LIST_INL_H_
#undef ACIM_ROW_LIST_INL_H_
#else
#define ACIM_ROW_LIST_INL_H_
#endif

#include <hwy/highway.h>

#include <bit>
#include <cstring>

#include "array/kernels/chunk_kernel.h"

HWY_BEFORE_NAMESPACE();
#include "array/kernels/extra_instructions.h"
namespace acim::HWY_NAMESPACE {
namespace {

/// Rows are added in blocks of this many; a list is filled up with the row of zeros.
constexpr std::size_t kListedBlock = 16;

HWY_INLINE std::size_t list_index(const ChunkTask& task, int position, std::size_t list, int bit) {
  return (static_cast<std::size_t>(position) * task.scratch->lists + list) *
             static_cast<std::size_t>(task.activation_bits) +
         static_cast<std::size_t>(bit);
}
HWY_INLINE std::uint16_t list_count(const ChunkTask& task, int position, std::size_t list, int bit) {
  return task.scratch->list_counts[list_index(task, position, list, bit)];
}
HWY_INLINE const std::uint8_t* list_entries(const ChunkTask& task, int position, std::size_t list, int bit) {
  return task.scratch->row_lists.data() + list_index(task, position, list, bit) * ChunkScratch::kListEntries;
}

/// Copies the runs of a window one after the other; bytes behind them are zeros, a vector's worth.
HWY_INLINE void gather(const BankChunk& chunk, const std::uint8_t* window, std::uint8_t* rows) {
  for (const GatherRun& run : chunk.runs) {
    const std::uint8_t* from = window + run.offset;
    // Whole vectors may write beyond the run: the next run, or the zeros, come after.
    for (std::size_t k = 0; k < run.length; k += 16) std::memcpy(rows + k, from + k, 16);
    rows += run.length;
  }
  std::memset(rows, 0, 2 * kVectorAlignment);
}

#if HWY_TARGET == HWY_AVX3_DL

/// All bits of one byte of the integers at once: bit tests and compressed row numbers, 64 rows at a time.
HWY_INLINE void list_bits(const std::uint8_t* rows, std::size_t count, int bits, std::uint8_t* entries,
                          std::uint16_t* counts) {
  std::size_t found[8] = {};
  alignas(64) static constexpr auto kNumbers = [] {
    std::array<std::uint8_t, 256> numbers{};
    for (std::size_t k = 0; k < numbers.size(); ++k) numbers[k] = static_cast<std::uint8_t>(k);
    return numbers;
  }();
  for (std::size_t first = 0; first < count; first += 64) {
    const __m512i values = _mm512_loadu_si512(rows + first);
    const __m512i numbers = _mm512_load_si512(kNumbers.data() + first);
    const std::size_t left = count - first;
    const __mmask64 valid = left >= 64 ? ~__mmask64{0} : (__mmask64{1} << left) - 1;
    for (int bit = 0; bit < bits; ++bit) {
      const __mmask64 on = _mm512_mask_test_epi8_mask(valid, values, _mm512_set1_epi8(static_cast<char>(1 << bit)));
      std::uint8_t* end = entries + static_cast<std::size_t>(bit) * ChunkScratch::kListEntries + found[bit];
      _mm512_storeu_si512(end, _mm512_maskz_compress_epi8(on, numbers));
      found[bit] += static_cast<std::size_t>(std::popcount(static_cast<std::uint64_t>(on)));
    }
  }
  for (int bit = 0; bit < bits; ++bit) {
    counts[bit] = static_cast<std::uint16_t>(found[bit]);
    std::uint8_t* end = entries + static_cast<std::size_t>(bit) * ChunkScratch::kListEntries + found[bit];
    _mm_storeu_si128(reinterpret_cast<__m128i*>(end), _mm_set1_epi8(static_cast<char>(count)));
  }
}

#else

HWY_INLINE void list_bits(const std::uint8_t* rows, std::size_t count, int bits, std::uint8_t* entries,
                          std::uint16_t* counts) {
  for (int bit = 0; bit < bits; ++bit) {
    std::uint8_t* list = entries + static_cast<std::size_t>(bit) * ChunkScratch::kListEntries;
    std::size_t found = 0;
    for (std::size_t row = 0; row < count; ++row) {
      list[found] = static_cast<std::uint8_t>(row);
      found += static_cast<std::size_t>(rows[row] >> bit & 1);
    }
    counts[bit] = static_cast<std::uint16_t>(found);
    std::memset(list + found, static_cast<int>(count), kListedBlock);
  }
}

#endif

/// Fills the task's lists of rows for every position of the tile.
HWY_INLINE void list_rows(const ChunkTask& task, const BankChunk& chunk) {
  ChunkScratch& scratch = *task.scratch;
  const int low_bits = task.activation_bits > 8 ? 8 : task.activation_bits;
  for (int position = 0; position < task.positions; ++position) {
    std::uint8_t* window = scratch.windows.data() + static_cast<std::size_t>(position) * scratch.window_bytes *
                                                        (task.activation_bits > 8 ? 2 : 1);
    std::uint8_t* high_window = window + scratch.window_bytes;
    gather(chunk, task.windows[static_cast<std::size_t>(position)], window);
    if (task.activation_bits > 8) gather(chunk, task.high_windows[static_cast<std::size_t>(position)], high_window);
    for (std::size_t list = 0; list < chunk.lists.size(); ++list) {
      const auto first = static_cast<std::size_t>(chunk.lists[list].first_row);
      const auto rows = static_cast<std::size_t>(chunk.lists[list].rows);
      const std::size_t index = list_index(task, position, list, 0);
      std::uint8_t* entries = scratch.row_lists.data() + index * ChunkScratch::kListEntries;
      std::uint16_t* counts = scratch.list_counts.data() + index;
      list_bits(window + first, rows, low_bits, entries, counts);
      if (task.activation_bits > 8) {
        list_bits(high_window + first, rows, 1, entries + 8 * ChunkScratch::kListEntries, counts + 8);
      }
    }
  }
}

}  // namespace
}  // namespace acim::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif  // per target
