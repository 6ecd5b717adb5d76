#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "array/kernels/chunk_kernel.cpp"
#include <hwy/foreach_target.h>  // compiles this file once for each instruction set
// foreach_target.h stands first.
#include <hwy/highway.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "array/kernels/chunk_kernel.h"
#include "array/kernels/count-inl.h"
#include "array/kernels/row_list-inl.h"
#include "array/kernels/sample-inl.h"
#include "array/kernels/weigh-inl.h"

HWY_BEFORE_NAMESPACE();
#include "array/kernels/extra_instructions.h"
namespace acim::HWY_NAMESPACE {
namespace {

constexpr std::size_t kMostSamples = 31;  ///< voting_samples

/// The chunk of a task, cycle by cycle, as many sets of blocks at a time as fill whole words.
class ChunkConversion {
 public:
  explicit ChunkConversion(const ChunkTask& task)
      : task_(task), layout_(task.cells->layout()), chunk_(task.cells->chunks()[task.chunk]), scratch_(*task.scratch) {}

  void run() {
    list_rows(task_, chunk_);
    for (std::size_t c = 0; c < task_.cycles.size(); ++c) largest_sums_[c] = largest_possible_sum(task_.cycles[c]);
    find_common_noise();
    const int sets_per_group = layout_.sets_per_group();
    const int words_per_group = layout_.words_per_group();
    for (int group = 0; group * sets_per_group < layout_.block_sets(); ++group) {
      first_set_ = group * sets_per_group;
      sets_ = std::min(sets_per_group, layout_.block_sets() - first_set_);
      const int first_word = group * words_per_group;
      const CountedWords words{first_word, std::min(words_per_group, layout_.words() - first_word)};
      for (std::size_t c = 0; c < task_.cycles.size(); ++c) {
        if (!gives_something(c)) continue;
        count(task_, chunk_, task_.cycles[c], words, {sums_of(c), byte_stride_, task_.cycles[c].sum_bytes});
      }
      for (int set = 0; set < sets_; ++set) convert_set(set);
    }
  }

 private:
  void find_common_noise() {
    const CycleTask& first = task_.cycles[0];
    if (first.sum_bytes > 1 || first.high_codes) return;
    const SumTable* table = first.tables->window(0, task_.stop);
    if (table == nullptr || !table->common_noise) return;
    only_drawn_ = true;
    bit_serial_ = true;
    for (std::size_t c = 0; c < task_.cycles.size(); ++c) {
      const CycleTask& cycle = task_.cycles[c];
      if (cycle.tables != first.tables) return;
      only_drawn_ = only_drawn_ && cycle.drawn.count == layout_.weight_bits;
      bit_serial_ = bit_serial_ && cycle.width == 1 && cycle.least_significant_bit == static_cast<int>(c) &&
                    cycle.code_kind == first.code_kind && (!cycle.negative || c + 1 == task_.cycles.size());
    }
    common_noise_ = table;
  }

  bool gives_something(std::size_t cycle) const {
    return largest_sums_[cycle] > 0 || !task_.cycles[cycle].empty_gives_nothing;
  }

  /// No column sum of the cycle is larger at any position of the tile.
  std::uint32_t largest_possible_sum(const CycleTask& cycle) const {
    std::uint32_t largest = 0;
    for (int position = 0; position < task_.positions; ++position) {
      std::uint32_t sum = 0;
      for (std::size_t list = 0; list < chunk_.lists.size(); ++list) {
        for (int bit = 0; bit < cycle.width; ++bit) {
          sum += std::uint32_t{list_count(task_, position, list, cycle.least_significant_bit + bit)} << bit;
        }
      }
      largest = std::max(largest, sum);
    }
    return largest;
  }

  /// The records of a cycle in the group of words at hand.
  std::uint8_t* sums_of(std::size_t cycle) const {
    return scratch_.sums.data() + cycle * scratch_.slots * kRecordLanes;
  }

  void convert_set(int set) {
    const std::size_t block_set = static_cast<std::size_t>(first_set_) + static_cast<std::size_t>(set);
    const Draws draws{*task_.generator, task_.counters + block_set * kRecordBlocks,
                      task_.bits_mixed + block_set * kRecordBlocks, task_.chunk};
    const std::size_t first = static_cast<std::size_t>(set * layout_.weight_bits) * kRecordLanes;
    const VectorDraws vector_draws(draws);
#if HWY_TARGET == HWY_AVX3_DL
    if (common_noise_ != nullptr && only_drawn_) {
      draw_set_of_common_noise(draws, vector_draws, first, block_set);
      return;
    }
#endif
    std::array<CycleRecords, kMostCycles> records_of;
    UndecidedLanes undecided;
    for (std::size_t c = 0; c < task_.cycles.size(); ++c) {
      const CycleTask& cycle = task_.cycles[c];
      if (!gives_something(c)) continue;
      CycleRecords& records = records_of[c];
      records = {cycle.tables,
                 cycle.sum_bytes == 1 ? cycle.tables->window(0, task_.stop) : nullptr,
                 &task_.stop,
                 cycle.sum_bytes,
                 cycle.high_codes,
                 largest_sums_[c],
                 c,
                 byte_stride_,
                 sums_of(c) + first,
                 scratch_.codes.data() + c * scratch_.slots * kRecordLanes + first};
      if (records.of_bytes() && records.largest_sum > 127 && all_below_128(records.sums, layout_.weight_bits)) {
        records.largest_sum = 127;
      }
      if (cycle.looked_up.count > 0) look_up(records, cycle.looked_up);
      if (cycle.drawn.count > 0) draw(draws, vector_draws, records, cycle.drawn, undecided);
    }
    if (common_noise_ != nullptr) {
      draw_common_residuals(draws, undecided, *common_noise_, sums_of(0) + first, scratch_.codes.data() + first,
                            scratch_.slots * kRecordLanes);
    } else {
      draw_residuals(draws, undecided, records_of.data());
    }
    for (std::size_t c = 0; c < task_.cycles.size(); ++c) {
      const CycleTask& cycle = task_.cycles[c];
      if (!gives_something(c)) continue;
      const CycleRecords& records = records_of[c];
      if (cycle.voted.count > 0) vote(cycle, draws, records_of.data(), c, block_set);
      weigh(cycle, cycle.code_weights, cycle.code_kind, block_set, records.codes, cycle.high_codes ? 2 : 1);
      weigh(cycle, cycle.exact_weights, kExactKind, block_set, records.sums, cycle.sum_bytes);
    }
  }

#if HWY_TARGET == HWY_AVX3_DL
  /// All cycles have one table, whose noise is common, and nothing but draws: the usual case, without its detours.
  void draw_set_of_common_noise(const Draws& draws, const VectorDraws& vector_draws, std::size_t first,
                                std::size_t block_set) {
    UndecidedLanes undecided;
    const std::size_t cycle_stride = scratch_.slots * kRecordLanes;
    const std::uint8_t* sums = scratch_.sums.data() + first;
    std::uint8_t* codes = scratch_.codes.data() + first;
    draw_common_noise(draws, vector_draws, *common_noise_, task_.cycles, cycle_stride, sums, codes, undecided);
    draw_common_residuals(draws, undecided, *common_noise_, sums, codes, cycle_stride);
    const CycleTask& last = task_.cycles.back();
    if (bit_serial_ && layout_.weight_bits <= 8) {
      std::int32_t* totals = task_.accumulators[static_cast<std::size_t>(last.code_kind)] + block_set * kRecordLanes;
      weigh_serial_cycles(last.code_weights, layout_.weight_bits, task_.cycles.size(), last.negative, codes,
                          cycle_stride, totals);
      return;
    }
    for (std::size_t c = 0; c < task_.cycles.size(); ++c) {
      const CycleTask& cycle = task_.cycles[c];
      weigh(cycle, cycle.code_weights, cycle.code_kind, block_set, codes + c * cycle_stride, 1);
    }
  }
#endif

  void vote(const CycleTask& cycle, Draws draws, const CycleRecords* records_of, std::size_t index,
            std::size_t block_set) {
    const CycleRecords& records = records_of[index];
    UndecidedLanes undecided;
    const int bytes = cycle.high_codes ? 2 : 1;
    for (int sample = 0; sample < task_.voting_samples; ++sample) {
      draws.high_word = task_.chunk | static_cast<std::uint64_t>(sample) << 48U;
      undecided.count = 0;
      draw(draws, VectorDraws(draws), records, cycle.voted, undecided);
      draw_residuals(draws, undecided, records_of);
      if (cycle.vote_weights.any) {
        weigh(cycle, cycle.vote_weights, cycle.vote_kind, block_set, records.codes, bytes);
        flush(cycle.vote_kind, block_set);
        continue;
      }
      for (int k = 0; k < cycle.voted.count; ++k) {
        const int bit = cycle.voted.bits[static_cast<std::size_t>(k)];
        const std::uint8_t* codes = records.codes + static_cast<std::size_t>(bit) * kRecordLanes;
        for (int byte = 0; byte < bytes; ++byte) {
          std::memcpy(samples_of(bit, byte) + static_cast<std::size_t>(sample) * kRecordLanes,
                      codes + static_cast<std::size_t>(byte) * byte_stride_, kRecordLanes);
        }
      }
    }
    if (cycle.vote_weights.any) return;
    for (int k = 0; k < cycle.voted.count; ++k) {
      const int bit = cycle.voted.bits[static_cast<std::size_t>(k)];
      const std::size_t at = static_cast<std::size_t>(bit) * kRecordLanes;
      if (cycle.high_codes) {
        elect_wide(bit, records, at);
      } else {
        std::uint8_t elected[kRecordLanes] = {};
        elect(samples_of(bit, 0), task_.voting_samples, task_.vote_by_median, elected);
        std::memcpy(records.codes + at, elected, kRecordLanes);
      }
    }
  }

  void elect_wide(int weight_bit, const CycleRecords& records, std::size_t at) const {
    std::uint16_t samples[kMostSamples * kRecordLanes];
    const std::uint8_t* low = samples_of(weight_bit, 0);
    const std::uint8_t* high = samples_of(weight_bit, 1);
    for (std::size_t k = 0; k < static_cast<std::size_t>(task_.voting_samples) * kRecordLanes; ++k) {
      samples[k] = static_cast<std::uint16_t>(low[k] | high[k] << 8U);
    }
    std::uint16_t elected[kRecordLanes] = {};
    elect(samples, task_.voting_samples, task_.vote_by_median, elected);
    for (std::size_t lane = 0; lane < kRecordLanes; ++lane) records.set_code(at + lane, elected[lane]);
  }

  /// [sample][lane] of a weight bit and byte of its codes.
  std::uint8_t* samples_of(int weight_bit, int byte) const {
    const std::size_t record =
        static_cast<std::size_t>(2 * weight_bit + byte) * static_cast<std::size_t>(task_.voting_samples);
    return scratch_.samples.data() + record * kRecordLanes;
  }

  /// Adds a set's sums to its totals, where 32 bits do not hold what all samples add up to.
  void flush(int kind, std::size_t block_set) const {
    std::int64_t* totals = task_.totals[static_cast<std::size_t>(kind)];
    if (totals == nullptr) return;
    std::int32_t* sums = task_.accumulators[static_cast<std::size_t>(kind)] + block_set * kRecordLanes;
    for (std::size_t k = 0; k < kRecordLanes; ++k) {
      totals[block_set * kRecordLanes + k] += sums[k];
      sums[k] = 0;
    }
  }

  /// Adds weighted records of one or more bytes.
  void weigh(const CycleTask& cycle, const BitWeights& weights, int kind, std::size_t block_set,
             const std::uint8_t* records, int bytes) const {
    if (!weights.any) return;
    std::int32_t* sums = task_.accumulators[static_cast<std::size_t>(kind)] + block_set * kRecordLanes;
    for (int byte = 0; byte < bytes; ++byte) {
      weigh_records(weights, layout_.weight_bits, cycle.least_significant_bit + 8 * byte, cycle.negative,
                    records + static_cast<std::size_t>(byte) * byte_stride_, sums);
    }
  }

  const ChunkTask& task_;
  const SlotLayout& layout_;
  const BankChunk& chunk_;
  ChunkScratch& scratch_;
  const std::size_t byte_stride_ = task_.cycles.size() * scratch_.slots * kRecordLanes;
  std::array<std::uint32_t, kMostCycles> largest_sums_ = {};  ///< by cycle
  // Of the group of words at hand.
  int first_set_ = 0;
  int sets_ = 0;
  const SumTable* common_noise_ = nullptr;  ///< the table of all cycles, if its noise is common
  bool bit_serial_ = false;                 ///< then: cycle j is activation bit j
  bool only_drawn_ = false;                 ///< then: every weight bit of every cycle is drawn once
};

void convert_chunk(const ChunkTask& task) {
  ChunkConversion(task).run();
}

}  // namespace

extern const ChunkKernels kKernels;
const ChunkKernels kKernels = {
    .form = HWY_TARGET == HWY_AVX3_DL ? SumTableForm::thresholds : SumTableForm::bytes,
    .convert_chunk = &convert_chunk,
};

}  // namespace acim::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "array/kernels/dispatch.h"

namespace acim {

ChunkScratch::ChunkScratch(const BankCells& cells, int activation_bits, std::size_t cycles, int voting_samples) {
  std::size_t rows = 0;
  lists = 0;
  for (const BankChunk& chunk : cells.chunks()) {
    rows = std::max(rows, static_cast<std::size_t>(chunk.rows));
    lists = std::max(lists, chunk.lists.size());
  }
  const SlotLayout& layout = cells.layout();
  const auto positions = static_cast<std::size_t>(layout.positions());
  const std::size_t bytes = activation_bits > 8 ? 2 : 1;
  window_bytes = (rows + 3 * kVectorAlignment) / kVectorAlignment * kVectorAlignment;
  windows.resize(positions * bytes * window_bytes);
  row_lists.resize(positions * lists * static_cast<std::size_t>(activation_bits) * kListEntries);
  list_counts.resize(positions * lists * static_cast<std::size_t>(activation_bits));
  slots = static_cast<std::size_t>(layout.words_per_group()) * SlotLayout::kSlotsPerWord;
  sums.resize(kSumBytes * cycles * slots * kRecordLanes);
  codes.resize(kCodeBytes * cycles * slots * kRecordLanes);
  samples.resize(static_cast<std::size_t>(layout.weight_bits * voting_samples) * kCodeBytes * kRecordLanes);
}

const ChunkKernels& chunk_kernels(InstructionSet set) {
  return ACIM_KERNELS_OF(set);
}

}  // namespace acim
#endif  // HWY_ONCE
