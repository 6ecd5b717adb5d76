#include "array/conversion_trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "array/accumulator.h"
#include "array/conversion.h"
#include "array/draws.h"
#include "array/table_cache.h"
#include "array/varied_cells.h"
#include "array/window.h"
#include "base/error.h"

namespace acim {

namespace {

int digit_of(std::int16_t value, const Cycle& cycle) {
  return static_cast<std::uint16_t>(value) >> static_cast<unsigned>(cycle.least_significant_bit) &
         ((1 << cycle.width) - 1);
}

bool bit_of(std::int16_t weight, int bit) {
  return (static_cast<unsigned>(static_cast<std::uint16_t>(weight)) >> bit & 1U) != 0;
}

/// The conversions of one output, as the reference engine makes them for all of them at once.
class Tracer {
 public:
  Tracer(OutputTrace& trace, const ConversionSettings& settings, const LayerKey& key, std::int64_t position,
         std::int64_t output)
      : trace_(trace),
        settings_(settings),
        key_(key),
        draws_(key),
        read_back_(settings, static_cast<std::int64_t>(trace.chunks.size())),
        position_(static_cast<std::uint32_t>(position)),
        output_(static_cast<std::uint32_t>(output)),
        step_bits_(cell_step_bits(settings.macro.weight_variation_percent)) {
    for (int j = 0; j < static_cast<int>(settings.cycles.size()); ++j) {
      conversions_.emplace_back(settings.macro, settings.full_scale(j), settings.macro.weight_parallel);
    }
  }

  void run(const std::stop_token& stop) {
    const int weight_bits = settings_.macro.weight_parallel ? 1 : settings_.macro.weight_bits;
    for (std::size_t chunk = 0; chunk < trace_.chunks.size(); ++chunk) {
      for (int cycle = 0; cycle < static_cast<int>(settings_.cycles.size()); ++cycle) {
        if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "the trace was stopped");
        for (int bit = 0; bit < weight_bits; ++bit) convert(chunk, cycle, bit);
      }
    }
    if (varied()) {
      accumulated_.exact_real = std::ldexp(static_cast<double>(accumulated_.exact), -step_bits_);
      accumulated_.exact = 0;
    }
    trace_.value = read_back_.value(accumulated_);
  }

 private:
  bool varied() const { return settings_.macro.weight_variation_percent > 0; }

  void convert(std::size_t chunk, int cycle, int bit) {
    TracedConversion made;
    made.chunk = chunk;
    made.cycle = cycle;
    made.weight_bit = bit;
    made.treatment = settings_.treatment(bit, cycle);
    const Cycle& width = settings_.cycles[static_cast<std::size_t>(cycle)];
    const std::int64_t weight =
        settings_.sign(bit, cycle) * (std::int64_t{1} << static_cast<unsigned>(bit + width.least_significant_bit));
    made.weight = static_cast<double>(weight);
    const Conversion& conversion = conversions_[static_cast<std::size_t>(cycle)];
    const std::int64_t steps = varied() ? column_steps(made) : column_sum(made);
    made.sum = varied() ? std::ldexp(static_cast<double>(steps), -step_bits_) : static_cast<double>(steps);
    made.column_value = conversion.column_value(made.sum);
    if (made.treatment == CycleTreatment::digital_exact) {
      made.read_back = made.sum;
      accumulated_.exact += weight * steps;
    } else {
      made.true_code = varied() ? conversion.code(made.sum) : conversion.code(steps);
      if (settings_.noisy() && made.treatment != CycleTreatment::digital_through_adc) {
        made.noise_deviation = conversion.noise_deviation(made.column_value);
      }
      draw(made, steps);
      elect(made, weight);
      made.read_back = conversion.offset_worth() + conversion.code_worth() * made.code;
    }
    trace_.conversions.push_back(std::move(made));
  }

  std::int64_t column_sum(const TracedConversion& made) const {
    std::int64_t sum = 0;
    for (const int product : row_products(trace_, settings_, made)) sum += product;
    return sum;
  }

  /// With varied cells: in steps of a cell, clamped.
  std::int64_t column_steps(const TracedConversion& made) const {
    const Chunk& chunk = trace_.chunks[made.chunk];
    const Cycle& cycle = settings_.cycles[static_cast<std::size_t>(made.cycle)];
    const MacroParameters& macro = settings_.macro;
    std::int64_t sum = 0;
    for (auto k = static_cast<std::size_t>(chunk.begin); k < static_cast<std::size_t>(chunk.end); ++k) {
      const double deviation =
          cell_deviation(macro.seed, key_.weight, k, output_, static_cast<std::uint64_t>(made.weight_bit));
      const bool bit = bit_of(trace_.weights[k], made.weight_bit);
      sum += std::int64_t{digit_of(trace_.streamed[k], cycle)} *
             cell_steps(bit, deviation, macro.weight_variation_percent, step_bits_);
    }
    const std::int64_t full_scale = settings_.full_scale(made.cycle);
    return std::clamp(sum, std::int64_t{0}, full_scale << static_cast<unsigned>(step_bits_));
  }

  /// One code for each sample; without noise all are alike.
  void draw(TracedConversion& made, std::int64_t steps) {
    const bool votes = made.treatment == CycleTreatment::voted;
    const int samples = votes ? settings_.macro.voting_samples : 1;
    ConversionIndex index{position_, static_cast<std::uint32_t>(made.chunk), static_cast<std::uint8_t>(made.weight_bit),
                          static_cast<std::uint8_t>(made.cycle), 0};
    for (int sample = 0; sample < samples; ++sample) {
      index.sample = static_cast<std::uint8_t>(sample);
      made.codes.push_back(made.noise_deviation > 0 ? noisy_code(made, index, steps) : made.true_code);
    }
  }

  int noisy_code(const TracedConversion& made, const ConversionIndex& index, std::int64_t steps) {
    const auto cycle = static_cast<std::size_t>(made.cycle);
    if (varied() || settings_.macro.weight_parallel) {
      return conversions_[cycle].noisy_code(made.column_value, draws_.gaussian(index, output_));
    }
    const auto table = tables_.conversions(settings_.macro, settings_.full_scale(made.cycle));
    const CounterRandom::Block bytes = draws_.bytes(index, output_ / LayerDraws::kOutputsPerBlock);
    return table->sample(steps, bytes[output_ % LayerDraws::kOutputsPerBlock],
                         [&] { return draws_.residual_bits(index, output_); });
  }

  void elect(TracedConversion& made, std::int64_t weight) {
    const auto width = static_cast<std::size_t>(read_back_.width_index(made.cycle));
    const bool mean = settings_.macro.voting_rule == VotingRule::mean && made.treatment == CycleTreatment::voted &&
                      made.codes.size() > 1 && settings_.noisy();
    if (!mean) {
      std::vector<int> votes = made.codes;
      const int elected = elected_code(votes, settings_.macro.voting_rule);
      made.code = elected;
      accumulated_.codes[width] += weight * elected;
      return;
    }
    double total = 0;
    for (const int code : made.codes) {
      accumulated_.vote_totals[width] += weight * code;
      total += code;
    }
    made.code = total / static_cast<double>(made.codes.size());
  }

  OutputTrace& trace_;
  const ConversionSettings& settings_;
  const LayerKey& key_;
  LayerDraws draws_;
  ReadBack read_back_;
  TableCache tables_;
  std::vector<Conversion> conversions_;  ///< by cycle
  AccumulatedCodes accumulated_;
  std::uint32_t position_;
  std::uint32_t output_;
  int step_bits_;
};

}  // namespace

std::size_t OutputTrace::index_of(std::size_t chunk, int cycle, int weight_bit,
                                  const ConversionSettings& settings) const {
  const auto bits = static_cast<std::size_t>(settings.macro.weight_parallel ? 1 : settings.macro.weight_bits);
  return (chunk * settings.cycles.size() + static_cast<std::size_t>(cycle)) * bits +
         static_cast<std::size_t>(weight_bit);
}

std::vector<int> row_products(const OutputTrace& trace, const ConversionSettings& settings,
                              const TracedConversion& conversion) {
  const Chunk& chunk = trace.chunks[conversion.chunk];
  const Cycle& cycle = settings.cycles[static_cast<std::size_t>(conversion.cycle)];
  std::vector<int> products;
  products.reserve(static_cast<std::size_t>(chunk.length()));
  for (auto k = static_cast<std::size_t>(chunk.begin); k < static_cast<std::size_t>(chunk.end); ++k) {
    const int weight = settings.macro.weight_parallel                    ? trace.weights[k]
                       : bit_of(trace.weights[k], conversion.weight_bit) ? 1
                                                                         : 0;
    products.push_back(weight * digit_of(trace.streamed[k], cycle));
  }
  return products;
}

OutputTrace trace_output(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                         std::span<const std::int16_t> streamed, const ConversionSettings& settings,
                         const LayerKey& key, std::int64_t position, std::int64_t output, const std::stop_token& stop) {
  validate(geometry);
  if (position < 0 || position >= geometry.positions() || output < 0 || output >= geometry.outputs) {
    throw Error(ErrorKind::usage,
                Phrase("Error", "There is no output {0} at position {1}").filled_with(output, position), "layer",
                Phrase("Error", "The layer has {0} outputs at {1} positions, counted from 0")
                    .filled_with(geometry.outputs, geometry.positions()));
  }
  const std::int64_t reduction = geometry.reduction();
  if (weights.size() != static_cast<std::size_t>(geometry.outputs * reduction) ||
      streamed.size() != static_cast<std::size_t>(geometry.input_elements())) {
    throw Error(ErrorKind::internal, "operands do not fit the layer");
  }
  OutputTrace trace;
  trace.chunks = chunks_of(reduction, geometry.elements_per_channel(), settings.macro.rows, settings.macro.mapping);
  const auto own = weights.subspan(static_cast<std::size_t>(output * reduction), static_cast<std::size_t>(reduction));
  trace.weights.assign(own.begin(), own.end());
  trace.streamed.resize(static_cast<std::size_t>(reduction));
  gather_window(geometry, streamed, output / geometry.outputs_per_group(), position, trace.streamed);
  for (std::size_t k = 0; k < trace.weights.size(); ++k) {
    trace.exact += static_cast<double>(trace.weights[k]) * static_cast<double>(trace.streamed[k]);
  }
  Tracer(trace, settings, key, position, output).run(stop);
  return trace;
}

}  // namespace acim
