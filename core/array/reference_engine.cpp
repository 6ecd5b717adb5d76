// The plain implementation of acim-model.md: position by position, chunk by chunk, conversion by conversion.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "array/accumulator.h"
#include "array/bit_planes.h"
#include "array/conversion.h"
#include "array/draws.h"
#include "array/engine.h"
#include "array/sampling_table.h"
#include "array/table_cache.h"
#include "array/varied_cells.h"
#include "array/window.h"
#include "base/error.h"

namespace acim {

namespace {

void throw_if_stopped(const std::stop_token& stop) {
  if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "the simulation was stopped");
}

class ReferenceWeights : public PackedWeights {
 public:
  ReferenceWeights(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                   const ConversionSettings& settings, std::uint64_t weight_identity, const std::stop_token& stop)
      : chunks(chunks_of(geometry.reduction(), geometry.elements_per_channel(), settings.macro.rows,
                         settings.macro.mapping)),
        integers(weights.begin(), weights.end()),
        planes(weights, static_cast<std::size_t>(geometry.outputs), static_cast<std::size_t>(geometry.reduction()),
               chunks, settings.macro.weight_bits),
        weight_bits(settings.macro.weight_bits),
        variation_percent(settings.macro.weight_variation_percent),
        seed(settings.macro.seed),
        step_bits(cell_step_bits(variation_percent)) {
    if (variation_percent == 0) return;
    // The chip: each cell's contribution in steps, [output][weight bit][k].
    const auto reduction = static_cast<std::size_t>(geometry.reduction());
    cells.reserve(integers.size() * static_cast<std::size_t>(weight_bits));
    for (std::size_t output = 0; output < static_cast<std::size_t>(geometry.outputs); ++output) {
      for (int i = 0; i < weight_bits; ++i) {
        throw_if_stopped(stop);
        for (std::size_t k = 0; k < reduction; ++k) {
          const auto pattern = static_cast<std::uint16_t>(integers[output * reduction + k]);
          const bool bit = (pattern >> static_cast<unsigned>(i) & 1U) != 0;
          const double deviation = cell_deviation(seed, weight_identity, k, output, static_cast<std::uint64_t>(i));
          cells.push_back(cell_steps(bit, deviation, variation_percent, step_bits));
        }
      }
    }
  }

  std::size_t size_in_bytes() const override {
    return integers.size() * sizeof(std::int16_t) + planes.size_in_bytes() + cells.size() * sizeof(cells[0]);
  }

  std::vector<Chunk> chunks;
  std::vector<std::int16_t> integers;
  WeightPlanes planes;
  std::vector<std::int16_t> cells;
  int weight_bits;
  double variation_percent;
  std::uint64_t seed;
  int step_bits;
};

/// One layer of one image.
class LayerComputation {
 public:
  LayerComputation(const LayerGeometry& geometry, const ReferenceWeights& weights, const ConversionSettings& settings,
                   const LayerKey& key, TableCache& tables)
      : geometry_(geometry),
        weights_(weights),
        settings_(settings),
        draws_(key),
        read_back_(settings, static_cast<std::int64_t>(weights.chunks.size())),
        reduction_(static_cast<std::size_t>(geometry.reduction())),
        group_outputs_(static_cast<std::size_t>(geometry.outputs_per_group())),
        window_(reduction_),
        accumulated_(group_outputs_) {
    for (int j = 0; j < static_cast<int>(settings.cycles.size()); ++j) {
      conversions_.emplace_back(settings.macro, settings.full_scale(j), settings.macro.weight_parallel);
      if (!settings.macro.weight_parallel && weights.variation_percent == 0) {
        tables_.push_back(tables.conversions(settings.macro, settings.full_scale(j)));
      }
    }
    const int largest_chunk_bits = settings.macro.activation_bits;
    std::size_t most_words = 0;
    for (std::size_t c = 0; c < weights.chunks.size(); ++c)
      most_words = std::max(most_words, weights.planes.words_of(c));
    activation_.resize(static_cast<std::size_t>(largest_chunk_bits) * most_words);
    const auto lanes = static_cast<std::size_t>(weights.planes.lane_groups()) * kPlaneLanes;
    counts_.resize(group_outputs_ * static_cast<std::size_t>(largest_chunk_bits) * lanes);
  }

  void run(std::span<const std::int16_t> streamed, std::span<double> output, const std::stop_token& stop) {
    const std::int64_t positions = geometry_.positions();
    for (std::int64_t group = 0; group < geometry_.groups; ++group) {
      first_output_ = static_cast<std::size_t>(group) * group_outputs_;
      for (std::int64_t position = 0; position < positions; ++position) {
        gather_window(geometry_, streamed, group, position, window_);
        std::fill(accumulated_.begin(), accumulated_.end(), AccumulatedCodes{});
        for (std::size_t chunk = 0; chunk < weights_.chunks.size(); ++chunk) {
          convert_chunk(static_cast<std::uint32_t>(position), chunk, stop);
        }
        for (std::size_t o = 0; o < group_outputs_; ++o) {
          const std::int64_t at =
              output_index(geometry_, positions, position, static_cast<std::int64_t>(first_output_ + o));
          if (weights_.variation_percent > 0) {
            accumulated_[o].exact_real = real_sum(accumulated_[o].exact);
            accumulated_[o].exact = 0;
          }
          output[static_cast<std::size_t>(at)] = read_back_.value(accumulated_[o]);
        }
      }
    }
  }

  const ConversionCounts& counts() const { return done_; }

 private:
  void convert_chunk(std::uint32_t position, std::size_t chunk, const std::stop_token& stop) {
    const bool integer_sums = tables_.size() == settings_.cycles.size();
    if (integer_sums) count_chunk(chunk);
    for (int j = 0; j < static_cast<int>(settings_.cycles.size()); ++j) {
      ConversionIndex index{position, static_cast<std::uint32_t>(chunk), 0, static_cast<std::uint8_t>(j), 0};
      throw_if_stopped(stop);
      if (settings_.macro.weight_parallel) {
        convert_weight_parallel(index, chunk);
        continue;
      }
      for (int i = 0; i < weights_.weight_bits; ++i) {
        index.weight_bit = static_cast<std::uint8_t>(i);
        if (integer_sums) {
          convert_integer_sums(index);
        } else {
          convert_real_sums(index, chunk);
        }
      }
    }
  }

  /// Bit-serial counts of all outputs: counts_[output][lane group][activation bit][lane].
  void count_chunk(std::size_t chunk) {
    const Chunk& range = weights_.chunks[chunk];
    const std::size_t words = weights_.planes.words_of(chunk);
    const int bits = settings_.macro.activation_bits;
    activation_planes(
        std::span(window_).subspan(static_cast<std::size_t>(range.begin), static_cast<std::size_t>(range.length())),
        bits, words, activation_);
    std::uint64_t* counts = counts_.data();
    for (std::size_t o = 0; o < group_outputs_; ++o) {
      for (int lane_group = 0; lane_group < weights_.planes.lane_groups(); ++lane_group) {
        count_rows(activation_, weights_.planes.planes(first_output_ + o, chunk, lane_group), bits, words, counts);
        counts += static_cast<std::size_t>(bits) * kPlaneLanes;
      }
    }
  }

  /// The column sum of a cycle from its bit-serial counts.
  std::int64_t column_sum(std::size_t output, int weight_bit, const Cycle& cycle) const {
    const auto lane_group = static_cast<std::size_t>(weight_bit / kPlaneLanes);
    const auto groups = static_cast<std::size_t>(weights_.planes.lane_groups());
    const auto bits = static_cast<std::size_t>(settings_.macro.activation_bits);
    const std::uint64_t* counts = counts_.data() + (output * groups + lane_group) * bits * kPlaneLanes;
    std::uint64_t sum = 0;
    for (int bit = 0; bit < cycle.width; ++bit) {
      const std::size_t row = static_cast<std::size_t>(cycle.least_significant_bit) + static_cast<std::size_t>(bit);
      sum += counts[row * kPlaneLanes + static_cast<std::size_t>(weight_bit % kPlaneLanes)]
             << static_cast<unsigned>(bit);
    }
    return static_cast<std::int64_t>(sum);
  }

  /// One weight bit and cycle of all outputs, sums being integers: codes come from the tables.
  void convert_integer_sums(const ConversionIndex& index) {
    const CycleTreatment treatment = settings_.treatment(index.weight_bit, index.cycle);
    if (treatment == CycleTreatment::digital_exact) {
      add_exact_sums(index);
    } else if (!settings_.noisy() || treatment == CycleTreatment::digital_through_adc) {
      // Votes without noise are unanimous: one conversion stands for all.
      add_noise_free_codes(index, samples_of(treatment));
    } else if (treatment == CycleTreatment::voted) {
      add_voted_codes(index);
    } else {
      add_drawn_codes(index);
    }
  }

  void add_exact_sums(const ConversionIndex& index) {
    const Cycle& cycle = settings_.cycles[index.cycle];
    const std::int64_t weight = weight_of(index);
    for (std::size_t o = 0; o < group_outputs_; ++o) {
      accumulated_[o].exact += weight * column_sum(o, index.weight_bit, cycle);
    }
    done_.digital_sums += static_cast<std::int64_t>(group_outputs_);
  }

  void add_noise_free_codes(const ConversionIndex& index, int samples) {
    const Cycle& cycle = settings_.cycles[index.cycle];
    const ConversionTable& table = *tables_[index.cycle];
    const std::int64_t weight = weight_of(index);
    const std::size_t width = width_of(index);
    for (std::size_t o = 0; o < group_outputs_; ++o) {
      accumulated_[o].codes[width] += weight * table.code(column_sum(o, index.weight_bit, cycle));
    }
    done_.conversions += samples * static_cast<std::int64_t>(group_outputs_);
  }

  void add_drawn_codes(const ConversionIndex& index) {
    const Cycle& cycle = settings_.cycles[index.cycle];
    const ConversionTable& table = *tables_[index.cycle];
    const std::int64_t weight = weight_of(index);
    const std::size_t width = width_of(index);
    CounterRandom::Block bytes = {};
    for (std::size_t o = 0; o < group_outputs_; ++o) {
      const auto output = static_cast<std::uint32_t>(first_output_ + o);
      const std::uint32_t lane = output % LayerDraws::kOutputsPerBlock;
      if (o == 0 || lane == 0) bytes = draws_.bytes(index, output / LayerDraws::kOutputsPerBlock);
      const int code = table.sample(column_sum(o, index.weight_bit, cycle), bytes[lane],
                                    [&] { return draws_.residual_bits(index, output); });
      accumulated_[o].codes[width] += weight * code;
    }
    done_.conversions += static_cast<std::int64_t>(group_outputs_);
  }

  void add_voted_codes(ConversionIndex index) {
    const Cycle& cycle = settings_.cycles[index.cycle];
    const ConversionTable& table = *tables_[index.cycle];
    const auto samples = static_cast<std::size_t>(settings_.macro.voting_samples);
    std::array<CounterRandom::Block, kMostSamples> bytes = {};
    for (std::size_t o = 0; o < group_outputs_; ++o) {
      const auto output = static_cast<std::uint32_t>(first_output_ + o);
      const std::uint32_t lane = output % LayerDraws::kOutputsPerBlock;
      const std::int64_t sum = column_sum(o, index.weight_bit, cycle);
      std::array<int, kMostSamples> codes;
      for (std::size_t sample = 0; sample < samples; ++sample) {
        index.sample = static_cast<std::uint8_t>(sample);
        if (o == 0 || lane == 0) bytes[sample] = draws_.bytes(index, output / LayerDraws::kOutputsPerBlock);
        codes[sample] = table.sample(sum, bytes[sample][lane], [&] { return draws_.residual_bits(index, output); });
      }
      add_votes(o, index, std::span(codes).first(samples));
    }
  }

  /// The same with a varied chip: sums are real, noise is a Gaussian on the column value.
  void convert_real_sums(ConversionIndex index, std::size_t chunk) {
    const CycleTreatment treatment = settings_.treatment(index.weight_bit, index.cycle);
    const bool noisy = settings_.noisy() && treatment != CycleTreatment::digital_through_adc;
    const auto samples = static_cast<std::size_t>(samples_of(treatment));
    const Conversion& conversion = conversions_[index.cycle];
    for (std::size_t o = 0; o < group_outputs_; ++o) {
      const std::int64_t steps = column_steps(first_output_ + o, index, weights_.chunks[chunk]);
      if (treatment == CycleTreatment::digital_exact) {
        accumulated_[o].exact += weight_of(index) * steps;
        ++done_.digital_sums;
        continue;
      }
      const double sum = real_sum(steps);
      std::array<int, kMostSamples> codes;
      for (std::size_t sample = 0; sample < samples; ++sample) {
        index.sample = static_cast<std::uint8_t>(sample);
        codes[sample] =
            noisy ? noisy_code(index, first_output_ + o, conversion.column_value(sum)) : conversion.code(sum);
      }
      add_votes(o, index, std::span(codes).first(samples));
    }
  }

  /// The column sum in steps of a cell, clamped.
  std::int64_t column_steps(std::size_t output, const ConversionIndex& index, const Chunk& chunk) const {
    const Cycle& cycle = settings_.cycles[index.cycle];
    const std::int16_t* cells =
        weights_.cells.data() +
        (output * static_cast<std::size_t>(weights_.weight_bits) + index.weight_bit) * reduction_;
    std::int64_t sum = 0;
    for (auto k = static_cast<std::size_t>(chunk.begin); k < static_cast<std::size_t>(chunk.end); ++k) {
      sum += std::int64_t{cycle_value(window_[k], cycle)} * cells[k];
    }
    const std::int64_t full_scale = settings_.full_scale(index.cycle);
    return std::clamp(sum, std::int64_t{0}, full_scale << static_cast<unsigned>(weights_.step_bits));
  }

  double real_sum(std::int64_t steps) const { return std::ldexp(static_cast<double>(steps), -weights_.step_bits); }

  /// Section 8: all weight bits in one bipolar conversion.
  void convert_weight_parallel(ConversionIndex index, std::size_t chunk) {
    const Cycle& cycle = settings_.cycles[index.cycle];
    const Chunk& range = weights_.chunks[chunk];
    const Conversion& conversion = conversions_[index.cycle];
    const std::int64_t weight =
        settings_.sign(0, index.cycle) * (std::int64_t{1} << static_cast<unsigned>(cycle.least_significant_bit));
    for (std::size_t o = 0; o < group_outputs_; ++o) {
      const std::int16_t* row = weights_.integers.data() + (first_output_ + o) * reduction_;
      std::int64_t sum = 0;
      for (auto k = static_cast<std::size_t>(range.begin); k < static_cast<std::size_t>(range.end); ++k) {
        sum += std::int64_t{row[k]} * cycle_value(window_[k], cycle);
      }
      const int code = settings_.noisy()
                           ? noisy_code(index, first_output_ + o, conversion.column_value(static_cast<double>(sum)))
                           : conversion.code(sum);
      accumulated_[o].codes[width_of(index)] += weight * code;
      ++done_.conversions;
    }
  }

  int noisy_code(const ConversionIndex& index, std::size_t output, double value) const {
    return conversions_[index.cycle].noisy_code(value, draws_.gaussian(index, static_cast<std::uint32_t>(output)));
  }

  void add_votes(std::size_t o, const ConversionIndex& index, std::span<int> codes) {
    const std::size_t width = width_of(index);
    const std::int64_t weight = weight_of(index);
    done_.conversions += static_cast<std::int64_t>(codes.size());
    if (codes.size() == 1 || settings_.macro.voting_rule != VotingRule::mean) {
      accumulated_[o].codes[width] += weight * elected_code(codes, settings_.macro.voting_rule);
      return;
    }
    for (const int code : codes) accumulated_[o].vote_totals[width] += weight * code;
  }

  static int cycle_value(std::int16_t value, const Cycle& cycle) {
    return static_cast<std::uint16_t>(value) >> static_cast<unsigned>(cycle.least_significant_bit) &
           ((1 << cycle.width) - 1);
  }

  std::int64_t weight_of(const ConversionIndex& index) const {
    const int power = index.weight_bit + settings_.cycles[index.cycle].least_significant_bit;
    return settings_.sign(index.weight_bit, index.cycle) * (std::int64_t{1} << static_cast<unsigned>(power));
  }

  std::size_t width_of(const ConversionIndex& index) const {
    return static_cast<std::size_t>(read_back_.width_index(index.cycle));
  }

  int samples_of(CycleTreatment treatment) const {
    return treatment == CycleTreatment::voted ? settings_.macro.voting_samples : 1;
  }

  static constexpr std::size_t kMostSamples = 31;

  const LayerGeometry& geometry_;
  const ReferenceWeights& weights_;
  const ConversionSettings& settings_;
  LayerDraws draws_;
  ReadBack read_back_;
  std::size_t reduction_;
  std::size_t group_outputs_;
  std::size_t first_output_ = 0;
  std::vector<Conversion> conversions_;                         ///< by cycle
  std::vector<std::shared_ptr<const ConversionTable>> tables_;  ///< by cycle, when sums are integers
  std::vector<std::int16_t> window_;
  std::vector<std::uint64_t> activation_;
  std::vector<std::uint64_t> counts_;
  std::vector<AccumulatedCodes> accumulated_;
  ConversionCounts done_;
};

class ReferenceEngine : public Engine {
 public:
  std::shared_ptr<const PackedWeights> pack(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                                            const ConversionSettings& settings, std::uint64_t weight_identity,
                                            std::stop_token stop) const override {
    validate(geometry);
    if (weights.size() != static_cast<std::size_t>(geometry.outputs * geometry.reduction())) {
      throw Error(ErrorKind::internal, "the stationary operand does not fit its layer", {},
                  "It holds outputs x reduction integers.");
    }
    return std::make_shared<const ReferenceWeights>(geometry, weights, settings, weight_identity, stop);
  }

  void compute(const LayerGeometry& geometry, const PackedWeights& weights, std::span<const std::int16_t> streamed,
               const ConversionSettings& settings, const LayerKey& key, std::span<double> output,
               ConversionCounts* counts, std::stop_token stop) const override {
    const auto* packed = dynamic_cast<const ReferenceWeights*>(&weights);
    const auto outputs = static_cast<std::size_t>(geometry.output_elements());
    if (packed == nullptr || packed->weight_bits != settings.macro.weight_bits ||
        packed->variation_percent != settings.macro.weight_variation_percent ||
        (packed->variation_percent > 0 && packed->seed != settings.macro.seed) ||
        packed->chunks != chunks_of(geometry.reduction(), geometry.elements_per_channel(), settings.macro.rows,
                                    settings.macro.mapping)) {
      throw Error(ErrorKind::internal, "weights were packed for other settings");
    }
    if (streamed.size() != static_cast<std::size_t>(geometry.input_elements()) || output.size() != outputs) {
      throw Error(ErrorKind::internal, "operands do not fit the layer");
    }
    LayerComputation computation(geometry, *packed, settings, key, tables_);
    computation.run(streamed, output, stop);
    if (counts != nullptr) *counts += computation.counts();
  }

 private:
  mutable TableCache tables_;
};

}  // namespace

std::unique_ptr<Engine> make_reference_engine() {
  return std::make_unique<ReferenceEngine>();
}

}  // namespace acim
