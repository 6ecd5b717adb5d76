#include "array/varied_layer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "array/accumulator.h"
#include "array/conversion.h"
#include "array/draws.h"
#include "array/kernels/variation_kernel.h"
#include "array/window.h"
#include "base/error.h"

namespace acim {
namespace {

constexpr std::size_t kWidths = AccumulatedCodes::kWidths;
constexpr std::size_t kMostSamples = 31;

/// Whole numbers that the kernels add up as doubles, by what they are: codes and votes by cycle width, exact sums.
constexpr std::size_t kFirstVote = kWidths;
constexpr std::size_t kExact = 2 * kWidths;
constexpr std::size_t kKinds = kExact + 1;

/// What a cycle does with its column sums.
struct CycleColumn {
  Cycle cycle;
  Conversion conversion;
  VariedColumn column;
  std::size_t width = 0;          ///< index into AccumulatedCodes
  std::size_t segment_pairs = 0;  ///< whose sums fit 32 bits
};

/// One layer of one image.
class VariedLayer {
 public:
  VariedLayer(const VariedWeights& weights, const ConversionSettings& settings, const LayerKey& key, InstructionSet set,
              const std::stop_token& stop)
      : geometry_(weights.geometry),
        weights_(weights),
        settings_(settings),
        macro_(settings.macro),
        draws_(key),
        read_back_(settings, static_cast<std::int64_t>(weights.chunks.size())),
        kernels_(variation_kernels(set)),
        stop_(stop),
        reduction_(static_cast<std::size_t>(geometry_.reduction())),
        outputs_(static_cast<std::size_t>(geometry_.outputs_per_group())),
        lanes_(weights.blocks * kVariedOutputs) {
    add_cycles();
    for (const Chunk& chunk : weights.chunks) most_pairs_ = std::max(most_pairs_, VariedWeights::pairs_of(chunk));
    for (const CycleColumn& cycle : cycles_) {
      most_segments_ = std::max(most_segments_, (most_pairs_ + cycle.segment_pairs - 1) / cycle.segment_pairs);
    }
    const std::size_t lists = cycles_.size() * (kVariedPositions / kernels_.streams);
    windows_.resize(kVariedPositions * reduction_);
    rows_.resize(most_pairs_ * kVariedPositions);
    streamed_.resize(lists * most_pairs_ * kernels_.streams);
    pairs_.resize(lists * most_pairs_);
    list_ends_.resize(lists * most_segments_);
    sums_.resize(kernels_.bits * kernels_.streams * kVariedOutputs);
    if (settings.noisy()) tile_draws_.resize(kVariedPositions * lanes_);
    accumulated_.resize(kVariedPositions * lanes_);
    find_kinds();
    if (macro_.voting_levels > 0) votes_.resize(kMostSamples * kernels_.streams * kVariedOutputs);
  }

  void run(std::span<const std::int16_t> streamed, std::span<double> output) {
    const std::int64_t positions = geometry_.positions();
    constexpr auto kTile = static_cast<std::int64_t>(kVariedPositions);
    for (std::int64_t group = 0; group < geometry_.groups; ++group) {
      group_ = static_cast<std::size_t>(group);
      for (first_position_ = 0; first_position_ < positions; first_position_ += kTile) {
        positions_ = static_cast<std::size_t>(std::min(kTile, positions - first_position_));
        begin_tile(streamed);
        for (std::size_t chunk = 0; chunk < weights_.chunks.size(); ++chunk) {
          list_rows(weights_.chunks[chunk]);
          convert_chunk(chunk);
          flush();
        }
        read_back(output);
      }
    }
  }

 private:
  void add_cycles() {
    const double steps = std::ldexp(1.0, weights_.step_bits);
    cycles_.reserve(settings_.cycles.size());  // columns point at their conversions
    for (int j = 0; j < static_cast<int>(settings_.cycles.size()); ++j) {
      const std::int64_t full_scale = settings_.full_scale(j);
      CycleColumn& cycle = cycles_.emplace_back(
          CycleColumn{settings_.cycles[static_cast<std::size_t>(j)], Conversion(macro_, full_scale, false), {}});
      cycle.width = static_cast<std::size_t>(read_back_.width_index(j));
      const int largest = (1 << cycle.cycle.width) - 1;
      cycle.segment_pairs = static_cast<std::size_t>(65535 / largest / 2);  // times 32767 at most
      VariedColumn& column = cycle.column;
      column.conversion = &cycle.conversion;
      column.full_scale = static_cast<double>(full_scale);
      column.largest_sum = column.full_scale * steps;
      column.step = 1 / steps;
      column.alpha = macro_.compression_alpha;
      column.offset = macro_.adc_offset_percent / 100;
      column.range = macro_.adc_range_percent / 100;
      column.top = cycle.conversion.highest_code();
      const double random = macro_.random_noise_percent / 100;
      const double nonlinearity = macro_.nonlinearity_percent / 100;
      column.random_variance = random * random;
      column.nonlinearity_variance = nonlinearity * nonlinearity;
      column.common_deviation = cycle.conversion.noise_deviation(0);
      column.rows = macro_.rows;
    }
  }

  /// Which kinds there are accumulators for.
  void find_kinds() {
    for (int j = 0; j < static_cast<int>(cycles_.size()); ++j) {
      for (int i = 0; i < weights_.weight_bits; ++i) {
        std::vector<double>& totals = totals_[kind_of(i, j)];
        totals.assign(kVariedPositions * lanes_, 0);
      }
    }
  }

  std::size_t kind_of(int weight_bit, int j) const {
    const CycleTreatment treatment = settings_.treatment(weight_bit, j);
    if (treatment == CycleTreatment::digital_exact) return kExact;
    return (averaged(treatment) ? kFirstVote : 0) + cycles_[static_cast<std::size_t>(j)].width;
  }

  /// One sample is its own mean, and is added as a code.
  bool averaged(CycleTreatment treatment) const {
    return treatment == CycleTreatment::voted && macro_.voting_rule == VotingRule::mean && macro_.voting_samples > 1;
  }

  void begin_tile(std::span<const std::int16_t> streamed) {
    for (std::size_t p = 0; p < positions_; ++p) {
      gather_window(geometry_, streamed, static_cast<std::int64_t>(group_),
                    first_position_ + static_cast<std::int64_t>(p),
                    std::span(windows_).subspan(p * reduction_, reduction_));
    }
    const std::size_t used = positions_ * reduction_;
    std::fill(windows_.begin() + static_cast<std::ptrdiff_t>(used), windows_.end(), std::int16_t{0});
    std::fill(accumulated_.begin(), accumulated_.end(), AccumulatedCodes{});
    if (tile_draws_.empty()) return;
    for (std::size_t p = 0; p < positions_; ++p) {
      const auto position = static_cast<std::uint32_t>(first_position_ + static_cast<std::int64_t>(p));
      std::uint64_t mixed = 0;
      for (std::size_t o = 0; o < lanes_; ++o) {
        const auto output = static_cast<std::uint32_t>(group_ * outputs_ + o);
        const std::uint64_t lane = output % LayerDraws::kOutputsPerBlock;
        if (o == 0 || lane == 0) {
          mixed = draws_.mixed_low_word(LayerDraws::low_word(position, output / LayerDraws::kOutputsPerBlock));
        }
        tile_draws_[p * lanes_ + o] = mixed ^ lane << 56U;
      }
    }
  }

  /// What is on the rows of a chunk, cycle by cycle; pairs of rows that are 0 for all streams are left out, for their
  /// products add nothing.
  void list_rows(const Chunk& chunk) {
    const std::size_t pairs = VariedWeights::pairs_of(chunk);
    const auto begin = static_cast<std::size_t>(chunk.begin);
    const auto length = static_cast<std::size_t>(chunk.length());
    for (std::size_t p = 0; p < kVariedPositions; ++p) {
      const std::int16_t* const window = windows_.data() + p * reduction_ + begin;
      for (std::size_t pair = 0; pair < pairs; ++pair) {
        const auto first = static_cast<std::uint16_t>(window[2 * pair]);
        const auto second = static_cast<std::uint16_t>(2 * pair + 1 < length ? window[2 * pair + 1] : 0);
        rows_[pair * kVariedPositions + p] = first | std::uint32_t{second} << 16U;
      }
    }
    for (std::size_t j = 0; j < cycles_.size(); ++j) {
      for (std::size_t first = 0; first < positions_; first += kernels_.streams) list_streams(j, first, pairs);
    }
  }

  void list_streams(std::size_t j, std::size_t first, std::size_t pairs) {
    const CycleColumn& cycle = cycles_[j];
    const auto shift = static_cast<unsigned>(cycle.cycle.least_significant_bit);
    const std::uint32_t one = (1U << static_cast<unsigned>(cycle.cycle.width)) - 1;
    const std::uint32_t mask = one | one << 16U;
    const std::size_t streams = kernels_.streams;
    const std::size_t list = list_of(j, first);
    std::uint32_t* const listed_pairs = pairs_.data() + list * most_pairs_;
    std::uint32_t* const listed_rows = streamed_.data() + list * most_pairs_ * streams;
    std::size_t listed = 0;
    std::size_t segment = 0;
    for (std::size_t pair = 0; pair < pairs;) {
      const std::size_t end = std::min(pair + cycle.segment_pairs, pairs);
      for (; pair < end; ++pair) {
        const std::uint32_t* const rows = rows_.data() + pair * kVariedPositions + first;
        std::uint32_t* const to = listed_rows + listed * streams;
        std::uint32_t any = 0;
        for (std::size_t s = 0; s < streams; ++s) {
          to[s] = rows[s] >> shift & mask;
          any |= to[s];
        }
        listed_pairs[listed] = static_cast<std::uint32_t>(pair * 2 * kVariedOutputs);
        listed += any != 0 ? 1 : 0;
      }
      list_ends_[list * most_segments_ + segment++] = listed;
    }
  }

  std::size_t list_of(std::size_t j, std::size_t first) const {
    return (j * kVariedPositions + first) / kernels_.streams;
  }

  void convert_chunk(std::size_t chunk) {
    const auto all_bits = static_cast<std::size_t>(weights_.weight_bits);
    for (std::size_t block = 0; block < weights_.blocks; ++block) {
      for (std::size_t bit = 0; bit < all_bits; bit += kernels_.bits) {
        if (stop_.stop_requested()) throw Error(ErrorKind::cancelled, "the simulation was stopped");
        VariedProduct product;
        product.cells = weights_.cells_of(group_, chunk, block, static_cast<int>(bit));
        product.bit_stride = VariedWeights::bit_stride(weights_.chunks[chunk]);
        product.bits = std::min(kernels_.bits, all_bits - bit);
        product.sums = sums_.data();
        for (std::size_t j = 0; j < cycles_.size(); ++j) {
          for (std::size_t first = 0; first < positions_; first += kernels_.streams) {
            multiply(product, chunk, j, first);
            for (std::size_t i = 0; i < product.bits; ++i) {
              ConversionIndex index;
              index.chunk = static_cast<std::uint32_t>(chunk);
              index.weight_bit = static_cast<std::uint8_t>(bit + i);
              index.cycle = static_cast<std::uint8_t>(j);
              convert(index, block, first, sums_.data() + i * kernels_.streams * kVariedOutputs);
            }
          }
        }
      }
    }
  }

  /// The column sums of one cycle of a few positions.
  void multiply(VariedProduct& product, std::size_t chunk, std::size_t j, std::size_t first) {
    const std::size_t pairs = VariedWeights::pairs_of(weights_.chunks[chunk]);
    const std::size_t list = list_of(j, first);
    std::size_t begin = 0;
    product.add = false;
    for (std::size_t segment = 0; segment * cycles_[j].segment_pairs < pairs; ++segment) {
      const std::size_t end = list_ends_[list * most_segments_ + segment];
      product.pairs = pairs_.data() + list * most_pairs_ + begin;
      product.streamed = streamed_.data() + (list * most_pairs_ + begin) * kernels_.streams;
      product.listed = end - begin;
      kernels_.multiply(product);
      product.add = true;
      begin = end;
    }
  }

  /// The sums of one weight bit and cycle.
  void convert(ConversionIndex index, std::size_t block, std::size_t first, const double* sums) {
    const CycleTreatment treatment = settings_.treatment(index.weight_bit, index.cycle);
    const CycleColumn& cycle = cycles_[index.cycle];
    VariedCodes codes;
    codes.column = &cycle.column;
    codes.sums = sums;
    codes.streams = std::min(kernels_.streams, positions_ - first);
    codes.weight = settings_.sign(index.weight_bit, index.cycle) *
                   std::ldexp(1.0, index.weight_bit + cycle.cycle.least_significant_bit);
    const std::size_t at = first * lanes_ + block * kVariedOutputs;
    codes.totals = totals_[kind_of(index.weight_bit, index.cycle)].data() + at;
    codes.total_stride = lanes_;
    if (treatment == CycleTreatment::digital_exact) {
      kernels_.add_exact(codes);
      return;
    }
    const bool voted = treatment == CycleTreatment::voted && macro_.voting_samples > 1;
    if (!settings_.noisy() || treatment == CycleTreatment::digital_through_adc) {
      // Votes without noise are unanimous: one conversion stands for all.
      if (averaged(treatment)) codes.weight *= macro_.voting_samples;
      kernels_.convert(codes);
      return;
    }
    codes.draws = tile_draws_.data() + at;
    codes.draw_stride = lanes_;
    if (voted && !averaged(treatment)) {
      vote(codes, index);
      return;
    }
    for (int sample = 0; sample < (voted ? macro_.voting_samples : 1); ++sample) {
      index.sample = static_cast<std::uint8_t>(sample);
      codes.high_word = LayerDraws::high_word(index);
      kernels_.convert(codes);
    }
  }

  void vote(VariedCodes codes, ConversionIndex index) {
    const auto samples = static_cast<std::size_t>(macro_.voting_samples);
    const std::size_t sample_stride = kernels_.streams * kVariedOutputs;
    double* const totals = codes.totals;
    const double weight = codes.weight;
    std::fill(votes_.begin(), votes_.end(), 0.0);
    codes.weight = 1;
    codes.total_stride = kVariedOutputs;
    for (std::size_t sample = 0; sample < samples; ++sample) {
      index.sample = static_cast<std::uint8_t>(sample);
      codes.high_word = LayerDraws::high_word(index);
      codes.totals = votes_.data() + sample * sample_stride;
      kernels_.convert(codes);
    }
    std::array<int, kMostSamples> ballot;
    for (std::size_t s = 0; s < codes.streams; ++s) {
      for (std::size_t o = 0; o < kVariedOutputs; ++o) {
        for (std::size_t sample = 0; sample < samples; ++sample) {
          ballot[sample] = static_cast<int>(votes_[sample * sample_stride + s * kVariedOutputs + o]);
        }
        totals[s * lanes_ + o] += weight * elected_code(std::span(ballot).first(samples), macro_.voting_rule);
      }
    }
  }

  /// Totals of one chunk are whole numbers below 2^53; those of all chunks may not be.
  void flush() {
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      std::vector<double>& totals = totals_[kind];
      for (std::size_t at = 0; at < totals.size(); ++at) {
        AccumulatedCodes& accumulated = accumulated_[at];
        std::int64_t& sum = kind == kExact       ? accumulated.exact
                            : kind >= kFirstVote ? accumulated.vote_totals[kind - kFirstVote]
                                                 : accumulated.codes[kind];
        sum += static_cast<std::int64_t>(totals[at]);
      }
      std::fill(totals.begin(), totals.end(), 0.0);
    }
  }

  void read_back(std::span<double> output) {
    const std::int64_t positions = geometry_.positions();
    for (std::size_t p = 0; p < positions_; ++p) {
      for (std::size_t o = 0; o < outputs_; ++o) {
        AccumulatedCodes accumulated = accumulated_[p * lanes_ + o];
        accumulated.exact_real = std::ldexp(static_cast<double>(accumulated.exact), -weights_.step_bits);
        accumulated.exact = 0;
        const std::int64_t at = output_index(geometry_, positions, first_position_ + static_cast<std::int64_t>(p),
                                             static_cast<std::int64_t>(group_ * outputs_ + o));
        output[static_cast<std::size_t>(at)] = read_back_.value(accumulated);
      }
    }
  }

  const LayerGeometry& geometry_;
  const VariedWeights& weights_;
  const ConversionSettings& settings_;
  const MacroParameters& macro_;
  LayerDraws draws_;
  ReadBack read_back_;
  const VariationKernels& kernels_;
  const std::stop_token& stop_;
  std::size_t reduction_;
  std::size_t outputs_;  ///< of a group
  std::size_t lanes_;    ///< outputs of a group in whole blocks
  std::vector<CycleColumn> cycles_;
  std::size_t most_pairs_ = 0;
  std::size_t most_segments_ = 0;

  // Of the tile and chunk that is computed.
  std::size_t group_ = 0;
  std::int64_t first_position_ = 0;
  std::size_t positions_ = 0;
  std::vector<std::int16_t> windows_;               ///< [position][element]
  std::vector<std::uint32_t> rows_;                 ///< [pair][position]: what is on two rows
  std::vector<std::uint32_t> streamed_;             ///< [cycle][positions / streams][listed][streams]
  std::vector<std::uint32_t> pairs_;                ///< [cycle][positions / streams][listed]
  std::vector<std::size_t> list_ends_;              ///< [cycle][positions / streams][segment]
  std::vector<std::uint64_t> tile_draws_;           ///< [position][lane]
  std::vector<double> sums_;                        ///< [bit][stream][16], in steps
  std::vector<double> votes_;                       ///< [sample][stream][16]
  std::array<std::vector<double>, kKinds> totals_;  ///< [position][lane]
  std::vector<AccumulatedCodes> accumulated_;       ///< [position][lane]; exact sums in steps
};

}  // namespace

void compute_varied(const VariedWeights& weights, std::span<const std::int16_t> streamed,
                    const ConversionSettings& settings, const LayerKey& key, InstructionSet set,
                    std::span<double> output, const std::stop_token& stop) {
  VariedLayer(weights, settings, key, set, stop).run(streamed, output);
}

}  // namespace acim
