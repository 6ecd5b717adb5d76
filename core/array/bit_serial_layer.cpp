#include "array/bit_serial_layer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <memory>
#include <vector>

#include "array/accumulator.h"
#include "array/draws.h"
#include "array/window.h"
#include "base/error.h"

namespace acim {
namespace {

/// Factors of the weight bits in a cycle's sums; 9 bits do not fit the kernels' signed bytes, so they are cut in fours.
void add_weight(BitWeights& weights, const ConversionSettings& settings, int weight_bit) {
  const bool in_one = settings.macro.weight_bits <= 8;
  const auto quad = static_cast<std::size_t>(weight_bit / 4);
  const int power = in_one ? weight_bit : weight_bit % 4;
  const int sign = weight_bit == settings.macro.weight_bits - 1 ? -1 : 1;
  weights.factors[quad][static_cast<std::size_t>(weight_bit % 4)] = static_cast<std::int8_t>(sign * (1 << power));
  for (std::size_t k = 0; k < weights.shifts.size(); ++k) weights.shifts[k] = in_one ? 0 : 4 * static_cast<int>(k);
  weights.any = true;
}

int bytes_of(std::int64_t largest) {
  return largest < 1 << 8 ? 1 : largest < 1 << 16 ? 2 : 3;
}

CycleTask cycle_task(const ConversionSettings& settings, const ReadBack& read_back, int j, const SumTables& tables) {
  const Cycle& cycle = settings.cycles[static_cast<std::size_t>(j)];
  CycleTask task;
  task.index = j;
  task.least_significant_bit = cycle.least_significant_bit;
  task.width = cycle.width;
  task.negative = cycle.negative;
  task.tables = &tables;
  task.sum_bytes = bytes_of(tables.full_scale());
  task.high_codes = bytes_of(tables.highest_code()) > 1;
  task.code_kind = read_back.width_index(j);
  task.vote_kind = kFirstVoteKind + task.code_kind;
  for (int i = 0; i < settings.macro.weight_bits; ++i) {
    const CycleTreatment treatment = settings.treatment(i, j);
    if (treatment == CycleTreatment::digital_exact) {
      add_weight(task.exact_weights, settings, i);
      continue;
    }
    const bool noisy = settings.noisy() && treatment != CycleTreatment::digital_through_adc;
    const bool averaged = noisy && treatment == CycleTreatment::voted && settings.macro.voting_rule == VotingRule::mean;
    // One sample is its own mean, and is added as a code.
    add_weight(averaged && settings.macro.voting_samples > 1 ? task.vote_weights : task.code_weights, settings, i);
    if (!noisy) {
      task.looked_up.add(i);
    } else if (treatment == CycleTreatment::voted) {
      task.voted.add(i);
    } else {
      task.drawn.add(i);
    }
  }
  task.empty_gives_nothing =
      task.drawn.count == 0 && task.voted.count == 0 && (task.looked_up.count == 0 || tables.code(0) == 0);
  return task;
}

/// One layer of one image.
class BitSerialLayer {
 public:
  BitSerialLayer(const FastWeights& weights, const ConversionSettings& settings, const LayerKey& key,
                 TableCache& tables, const ChunkKernels& kernels, const std::stop_token& stop)
      : geometry_(weights.geometry),
        weights_(weights),
        settings_(settings),
        draws_(key),
        read_back_(settings, static_cast<std::int64_t>(weights.chunks.size())),
        kernels_(kernels),
        stop_(stop),
        image_(geometry_) {
    for (int j = 0; j < static_cast<int>(settings.cycles.size()); ++j) {
      const std::int64_t full_scale = settings.full_scale(j);
      tables_.push_back(tables.sums(settings.macro, full_scale));
      cycles_.push_back(cycle_task(settings, read_back_, j, *tables_.back()));
    }
    find_flush_interval();
  }

  void run(std::span<const std::int16_t> streamed, std::span<double> output) {
    pixels_.resize(image_.bytes() + PaddedImage::kSlack);
    image_.fill(geometry_, streamed, 0, pixels_);
    if (settings_.macro.activation_bits > 8) {
      high_pixels_.resize(pixels_.size());
      image_.fill(geometry_, streamed, 8, high_pixels_);
    }
    for (const BankCells& bank : weights_.banks) run_bank(bank, output);
  }

  ConversionCounts counts() const { return counts_of(settings_, converted_); }

 private:
  /// Positions that go through the kernel together, and their accumulators' place.
  struct Tile {
    std::int64_t first_position = 0;
    int positions = 0;
    std::array<const std::uint8_t*, kRecordBlocks> windows = {};
    std::array<const std::uint8_t*, kRecordBlocks> high_windows = {};
  };
  /// Tiles that go through a chunk one after the other, while its cells are in the cache.
  static constexpr std::size_t kTiles = 8;

  void run_bank(const BankCells& bank, std::span<double> output) {
    const SlotLayout& layout = bank.layout();
    bank_ = &bank;
    const auto sets = static_cast<std::size_t>(layout.block_sets());
    ChunkScratch scratch(bank, settings_.macro.activation_bits, cycles_.size(), settings_.macro.voting_samples);
    tile_lanes_ = sets * kRecordLanes;
    tile_blocks_ = sets * kRecordBlocks;
    counters_.resize(kTiles * tile_blocks_);
    bits_mixed_.resize(counters_.size());
    for (std::size_t kind = 0; kind < kAccumulatorKinds; ++kind) {
      const bool used = std::any_of(cycles_.begin(), cycles_.end(),
                                    [kind](const CycleTask& cycle) { return uses(cycle, static_cast<int>(kind)); });
      sums_[kind].assign(used ? kTiles * tile_lanes_ : 0, 0);
      totals_[kind].assign(used ? kTiles * tile_lanes_ : 0, 0);
    }
    prepare_read_back();
    lane_bits_ = std::countr_zero(static_cast<unsigned>(layout.block_lanes));
    ChunkTask task;
    task.cells = &bank;
    task.activation_bits = settings_.macro.activation_bits;
    task.cycles = cycles_;
    task.voting_samples = settings_.macro.voting_samples;
    task.vote_by_median = settings_.macro.voting_rule == VotingRule::median;
    task.generator = &draws_.generator();
    task.scratch = &scratch;
    task.stop = stop_;
    const std::int64_t positions = geometry_.positions();
    for (std::int64_t first = 0; first < positions;) {
      tiles_.clear();
      for (; first < positions && tiles_.size() < kTiles; first += layout.positions()) {
        add_tile(first, static_cast<int>(std::min<std::int64_t>(layout.positions(), positions - first)));
      }
      run_tiles(task, output);
    }
  }

  void add_tile(std::int64_t first_position, int positions) {
    number_tile(tiles_.size(), first_position);
    Tile& tile = tiles_.emplace_back();
    tile.first_position = first_position;
    tile.positions = positions;
    for (int position = 0; position < positions; ++position) {
      const std::size_t first = image_.window(geometry_, first_position + position);
      tile.windows[static_cast<std::size_t>(position)] = pixels_.data() + first;
      if (!high_pixels_.empty()) tile.high_windows[static_cast<std::size_t>(position)] = high_pixels_.data() + first;
    }
  }

  void run_tiles(ChunkTask& task, std::span<double> output) {
    for (auto& sums : sums_) std::fill(sums.begin(), sums.end(), 0);
    if (!in_32_bits_) {
      for (auto& totals : totals_) std::fill(totals.begin(), totals.end(), 0);
    }
    const std::size_t chunks = bank_->chunks().size();
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
      task.chunk = static_cast<std::uint32_t>(chunk);
      for (std::size_t tile = 0; tile < tiles_.size(); ++tile) {
        if (stop_.stop_requested()) throw Error(ErrorKind::cancelled, "the simulation was stopped");
        give_tile(tile, task);
        kernels_.convert_chunk(task);
        converted_ += bank_->bank().outputs * task.positions;
      }
      if (!in_32_bits_ && ((chunk + 1) % flush_interval_ == 0 || chunk + 1 == chunks)) flush();
    }
    read_back(output);
  }

  void give_tile(std::size_t tile, ChunkTask& task) {
    task.positions = tiles_[tile].positions;
    task.windows = tiles_[tile].windows;
    task.high_windows = tiles_[tile].high_windows;
    task.counters = counters_.data() + tile * tile_blocks_;
    task.bits_mixed = bits_mixed_.data() + tile * tile_blocks_;
    for (std::size_t kind = 0; kind < kAccumulatorKinds; ++kind) {
      if (sums_[kind].empty()) continue;
      task.accumulators[kind] = sums_[kind].data() + tile * tile_lanes_;
      const bool votes = kind >= kFirstVoteKind && kind < kExactKind;
      if (votes && flush_samples_) task.totals[kind] = totals_[kind].data() + tile * tile_lanes_;
    }
  }

  /// The random numbers' low words of a tile.
  void number_tile(std::size_t tile, std::int64_t first_position) {
    const int block_lanes = bank_->layout().block_lanes;
    for (std::size_t set = 0; set < tile_blocks_; set += kRecordBlocks) {
      const std::int64_t block =
          bank_->bank().first_output / kBlockOutputs + static_cast<std::int64_t>(set) / kRecordBlocks * block_lanes;
      for (int lane = 0; lane < kRecordBlocks; ++lane) {
        const std::int64_t position = first_position + (lane >> lane_bits_);
        const std::size_t at = tile * tile_blocks_ + set + static_cast<std::size_t>(lane);
        counters_[at] = LayerDraws::low_word(static_cast<std::uint32_t>(position),
                                             static_cast<std::uint32_t>(block + (lane & (block_lanes - 1))));
        bits_mixed_[at] = draws_.mixed_low_word(counters_[at]);
      }
    }
  }

  static bool uses(const CycleTask& cycle, int kind) {
    return (cycle.code_weights.any && cycle.code_kind == kind) || (cycle.vote_weights.any && cycle.vote_kind == kind) ||
           (cycle.exact_weights.any && kind == kExactKind);
  }

  /// How many chunks' sums fit 32 bits. Powers of the weight bits with their signs add up to 2^(weight_bits - 1) at
  /// most, on either side; those of the activation bits to less than 2^activation_bits. One chunk's always fit, but for
  /// the samples of a vote.
  void find_flush_interval() {
    const MacroParameters& macro = settings_.macro;
    const std::int64_t powers = std::int64_t{1} << (macro.weight_bits - 1 + macro.activation_bits);
    std::int64_t largest = powers * ((std::int64_t{1} << macro.adc_bits) - 1);
    const bool averaged = std::any_of(cycles_.begin(), cycles_.end(), [](const auto& c) { return c.vote_weights.any; });
    constexpr std::int64_t kLargest = std::numeric_limits<std::int32_t>::max();
    flush_samples_ = averaged && largest * macro.voting_samples > kLargest;
    if (averaged && !flush_samples_) largest *= macro.voting_samples;
    const bool exact = std::any_of(cycles_.begin(), cycles_.end(), [](const auto& c) { return c.exact_weights.any; });
    if (exact) largest = std::max(largest, powers * macro.rows);
    flush_interval_ = static_cast<std::size_t>(std::max<std::int64_t>(kLargest / largest, 1));
  }

  void flush() {
    for (std::size_t kind = 0; kind < kAccumulatorKinds; ++kind) {
      std::vector<std::int64_t>& totals = totals_[kind];
      AlignedVector<std::int32_t>& sums = sums_[kind];
      for (std::size_t k = 0; k < totals.size(); ++k) totals[k] += sums[k];
      std::fill(sums.begin(), sums.end(), 0);
    }
  }

  /// Output by output: positions of all tiles stand side by side in the result of a convolution.
  void read_back(std::span<double> output) const {
    if (only_code_kind_ < 0) {
      read_back(output, [this](std::size_t at) { return value_at(at); });
      return;
    }
    const auto kind = static_cast<std::size_t>(only_code_kind_);
    const ReadBack::Line line = read_back_.line_of_codes(kind);
    if (in_32_bits_) {
      read_back(output, [line, sums = sums_[kind].data()](std::size_t at) { return line.value(sums[at]); });
    } else {
      read_back(output, [line, totals = totals_[kind].data()](std::size_t at) { return line.value(totals[at]); });
    }
  }

  template <typename ValueAt>
  void read_back(std::span<double> output, const ValueAt& value_at) const {
    const std::int64_t positions = geometry_.positions();
    const std::int64_t apart = output_index(geometry_, positions, 1, 0);
    const std::int64_t outputs = bank_->bank().outputs;
    const std::size_t position_apart = position_accumulators_;
    for (std::int64_t o = 0; o < outputs; ++o) {
      double* to =
          output.data() + output_index(geometry_, positions, tiles_[0].first_position, bank_->bank().first_output + o);
      std::size_t first = first_accumulators_[static_cast<std::size_t>(o)];
      for (const Tile& tile : tiles_) {
        const auto tile_positions = static_cast<std::size_t>(tile.positions);
        for (std::size_t position = 0; position < tile_positions; ++position, to += apart) {
          *to = value_at(first + position * position_apart);
        }
        first += tile_lanes_;
      }
    }
  }

  double value_at(std::size_t at) const {
    AccumulatedCodes accumulated;
    for (std::size_t width = 0; width < AccumulatedCodes::kWidths; ++width) {
      if (!totals_[width].empty()) accumulated.codes[width] = totals_[width][at];
      const std::size_t votes = kFirstVoteKind + width;
      if (!totals_[votes].empty()) accumulated.vote_totals[width] = totals_[votes][at];
    }
    if (!totals_[kExactKind].empty()) accumulated.exact = totals_[kExactKind][at];
    return read_back_.value(accumulated);
  }

  /// Where the accumulators of a bank's outputs stand, and which of them are used.
  void prepare_read_back() {
    const SlotLayout& layout = bank_->layout();
    first_accumulators_.clear();
    for (std::int64_t o = 0; o < bank_->bank().outputs; ++o) {
      const std::int64_t block = o / kBlockOutputs;
      const auto set = static_cast<std::size_t>(block / layout.block_lanes);
      const auto lane = static_cast<std::size_t>(block % layout.block_lanes);
      first_accumulators_.push_back(set * kRecordLanes +
                                    accumulator_index(lane, static_cast<std::size_t>(o % kBlockOutputs)));
    }
    position_accumulators_ = accumulator_index(static_cast<std::size_t>(layout.block_lanes), 0);
    only_code_kind_ = -1;
    int kinds = 0;
    for (int kind = 0; kind < kAccumulatorKinds; ++kind) {
      if (totals_[static_cast<std::size_t>(kind)].empty()) continue;
      ++kinds;
      if (kind < kCodeKinds) only_code_kind_ = kind;
    }
    if (kinds != 1) only_code_kind_ = -1;
    in_32_bits_ = only_code_kind_ >= 0 && bank_->chunks().size() <= flush_interval_;
  }

  const LayerGeometry& geometry_;
  const FastWeights& weights_;
  const ConversionSettings& settings_;
  LayerDraws draws_;
  ReadBack read_back_;
  const ChunkKernels& kernels_;
  const std::stop_token& stop_;
  PaddedImage image_;
  std::vector<std::shared_ptr<const SumTables>> tables_;  ///< by cycle
  std::vector<CycleTask> cycles_;
  std::size_t flush_interval_ = 1;
  bool flush_samples_ = false;
  AlignedVector<std::uint8_t> pixels_;
  AlignedVector<std::uint8_t> high_pixels_;

  // Of the bank that is computed.
  const BankCells* bank_ = nullptr;
  std::vector<Tile> tiles_;
  std::size_t tile_lanes_ = 0;                   ///< accumulators of a tile
  std::size_t tile_blocks_ = 0;                  ///< lanes of 16 outputs of a tile
  std::vector<std::size_t> first_accumulators_;  ///< by output, of the tile's first position
  std::size_t position_accumulators_ = 0;        ///< from one position to the next
  int only_code_kind_ = -1;                      ///< when nothing else is accumulated
  bool in_32_bits_ = false;                      ///< sums_ never have to be added to totals_
  int lane_bits_ = 0;                            ///< log2 of the layout's block lanes
  std::vector<std::uint64_t> counters_;
  std::vector<std::uint64_t> bits_mixed_;
  std::array<AlignedVector<std::int32_t>, kAccumulatorKinds> sums_;
  std::array<std::vector<std::int64_t>, kAccumulatorKinds> totals_;
  std::int64_t converted_ = 0;  ///< (output, position, chunk)
};

}  // namespace

ConversionCounts compute_bit_serial(const FastWeights& weights, std::span<const std::int16_t> streamed,
                                    const ConversionSettings& settings, const LayerKey& key, TableCache& tables,
                                    const ChunkKernels& kernels, std::span<double> output,
                                    const std::stop_token& stop) {
  BitSerialLayer layer(weights, settings, key, tables, kernels, stop);
  layer.run(streamed, output);
  return layer.counts();
}

}  // namespace acim
