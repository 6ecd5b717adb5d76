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
#if HWY_TARGET == HWY_AVX3_DL
#pragma GCC target("avx512vnni,gfni")  // every such processor has them; Highway 1.0.3 does not say so
#endif
namespace acim {
namespace HWY_NAMESPACE {
namespace {

/// The chunk of a task, cycle by cycle, as many sets of blocks at a time as fill whole words.
class ChunkConversion {
 public:
  explicit ChunkConversion(const ChunkTask& task)
      : task_(task), layout_(task.cells->layout()), chunk_(task.cells->chunks()[task.chunk]), scratch_(*task.scratch) {}

  void run() {
    list_rows(task_, chunk_);
    const int sets_per_group = layout_.sets_per_group();
    const int words_per_group = layout_.words_per_group();
    for (int group = 0; group * sets_per_group < layout_.block_sets(); ++group) {
      first_set_ = group * sets_per_group;
      sets_ = std::min(sets_per_group, layout_.block_sets() - first_set_);
      first_word_ = group * words_per_group;
      words_ = std::min(words_per_group, layout_.words() - first_word_);
      for (const CycleTask& cycle : task_.cycles) convert(cycle);
    }
  }

 private:
  void convert(const CycleTask& cycle) {
    const std::uint32_t largest_sum = largest_possible_sum(cycle);
    if (largest_sum == 0 && cycle.empty_gives_nothing) return;
    const CountedWords words{first_word_, words_};
    if (cycle.table == nullptr) {
      count_wide(task_, chunk_, cycle, words);
      const std::size_t bytes = scratch_.slots * kRecordLanes;
      task_.wide->convert({&cycle, first_set_, sets_, scratch_.sums.data(), scratch_.sums.data() + bytes,
                           scratch_.sums.data() + 2 * bytes});
      return;
    }
    count_narrow(task_, chunk_, cycle, words);
    convert_narrow(cycle, largest_sum);
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

  void convert_narrow(const CycleTask& cycle, std::uint32_t largest_sum) {
    const auto weight_bits = static_cast<std::size_t>(layout_.weight_bits);
    for (int set = 0; set < sets_; ++set) {
      const std::size_t first_slot = static_cast<std::size_t>(set) * weight_bits;
      const std::uint8_t* sums = scratch_.sums.data() + first_slot * kRecordLanes;
      std::uint8_t* codes = scratch_.codes.data() + first_slot * kRecordLanes;
      const std::size_t block_set = static_cast<std::size_t>(first_set_ + set);
      for (int k = 0; k < cycle.looked_up.count; ++k) {
        const std::size_t at = cycle.looked_up.bits[static_cast<std::size_t>(k)] * kRecordLanes;
        look_up(*cycle.table, largest_sum, sums + at, codes + at);
      }
      const Draws draws{*task_.generator, task_.counters + block_set * kRecordBlocks,
                        task_.bits_mixed + block_set * kRecordBlocks, high_word(cycle)};
      draw(*cycle.table, largest_sum, draws, cycle.drawn, sums, codes);
      for (int k = 0; k < cycle.voted.count; ++k) {
        vote(cycle, largest_sum, draws, cycle.voted.bits[static_cast<std::size_t>(k)], block_set, sums, codes);
      }
      weigh(cycle, cycle.code_weights, cycle.code_kind, block_set, codes);
      weigh(cycle, cycle.exact_weights, kExactKind, block_set, sums);
    }
  }

  void vote(const CycleTask& cycle, std::uint32_t largest_sum, Draws draws, int weight_bit, std::size_t block_set,
            const std::uint8_t* sums, std::uint8_t* codes) {
    WeightBits one;
    one.add(weight_bit);
    const std::size_t at = static_cast<std::size_t>(weight_bit) * kRecordLanes;
    const std::uint64_t first_high_word = draws.high_word;
    for (int sample = 0; sample < task_.voting_samples; ++sample) {
      draws.high_word = first_high_word | static_cast<std::uint64_t>(sample) << 48U;
      draw(*cycle.table, largest_sum, draws, one, sums, codes);
      if (cycle.vote_weights.any) {
        weigh_one(cycle, cycle.vote_weights, weight_bit, cycle.vote_kind, block_set, codes + at);
      } else {
        std::memcpy(scratch_.samples.data() + static_cast<std::size_t>(sample) * kRecordLanes, codes + at,
                    kRecordLanes);
      }
    }
    if (cycle.vote_weights.any) return;
    elect(scratch_.samples.data(), task_.voting_samples, task_.vote_by_median, codes + at);
  }

  void weigh(const CycleTask& cycle, const BitWeights& weights, int kind, std::size_t block_set,
             const std::uint8_t* records) {
    if (!weights.any) return;
    std::int32_t* sums = task_.accumulators[static_cast<std::size_t>(kind)] + block_set * kRecordLanes;
    weigh_records(weights, layout_.weight_bits, cycle.least_significant_bit, cycle.negative, records, sums);
  }

  void weigh_one(const CycleTask& cycle, const BitWeights& weights, int weight_bit, int kind, std::size_t block_set,
                 const std::uint8_t* record) {
    std::int32_t* sums = task_.accumulators[static_cast<std::size_t>(kind)] + block_set * kRecordLanes;
    const auto quad = static_cast<std::size_t>(weight_bit / 4);
    const int factor = weights.factors[quad][static_cast<std::size_t>(weight_bit % 4)] << weights.shifts[quad]
                                                                                       << cycle.least_significant_bit;
    for (std::size_t lane = 0; lane < kRecordLanes; ++lane) {
      sums[accumulator_index(lane / kBlockOutputs, lane % kBlockOutputs)] +=
          (cycle.negative ? -factor : factor) * record[lane];
    }
  }

  std::uint64_t high_word(const CycleTask& cycle) const {
    return task_.chunk | static_cast<std::uint64_t>(cycle.index) << 40U;
  }

  const ChunkTask& task_;
  const SlotLayout& layout_;
  const BankChunk& chunk_;
  ChunkScratch& scratch_;
  int first_set_ = 0;
  int sets_ = 0;
  int first_word_ = 0;
  int words_ = 0;
};

void convert_chunk(const ChunkTask& task) {
  ChunkConversion(task).run();
}

}  // namespace

extern const ChunkKernels kKernels;
const ChunkKernels kKernels = {.convert_chunk = &convert_chunk};

}  // namespace HWY_NAMESPACE
}  // namespace acim
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "array/kernels/dispatch.h"

namespace acim {

ChunkScratch::ChunkScratch(const BankCells& cells, int activation_bits, int voting_samples) {
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
  sums.resize(3 * slots * kRecordLanes);
  codes.resize((slots + 4) * kRecordLanes);  // weights come by fours
  samples.resize(static_cast<std::size_t>(voting_samples) * kRecordLanes);
}

const ChunkKernels& chunk_kernels(InstructionSet set) {
  return ACIM_KERNELS_OF(set);
}

}  // namespace acim
#endif  // HWY_ONCE
