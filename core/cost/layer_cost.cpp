#include "cost/layer_cost.h"

#include <algorithm>
#include <cmath>

#include "cost/component_energy.h"
#include "cost/constants.h"
#include "cost/macro_cost.h"

namespace acim::cost {
namespace {

/// The cells hold the operand that the settings name; a layer's geometry has the second one there.
LayerGeometry mapped_geometry(const LayerWork& layer, const MacroParameters& macro) {
  const LayerGeometry& g = layer.geometry;
  const bool swapped = layer.product_of_activations && macro.matmul_stationary == MatmulStationary::first;
  return swapped ? LayerGeometry::linear(g.outputs, g.reduction(), g.positions()) : g;
}

double loads_per_image(const LayerWork& layer, const MacroParameters& macro) {
  if (layer.product_of_activations || !macro.weights_resident) return 1;
  return 1.0 / macro.images_per_load;
}

/// Evaluations of the array that a cycle takes, on average over the pairs of its weight bits.
double evaluations(const CycleWork& work, const MacroParameters& macro) {
  const int pairs = work.analog + work.voted + work.digital;
  const int samples = macro.voting_cost == VotingCost::full ? macro.voting_samples : 1;
  return static_cast<double>(work.analog + work.voted * samples) / pairs;
}

/// Times that a cycle is run: all columns convert at once, so one that votes repeats it for all.
double repetitions(const CycleWork& work, const MacroParameters& macro) {
  if (work.voted == 0) return 1;
  if (macro.voting_cost == VotingCost::full) return macro.voting_samples;
  const int comparisons = std::min(macro.voted_comparisons, macro.adc_bits);
  return 1 + static_cast<double>(comparisons) * (macro.voting_samples - 1) / macro.adc_bits;
}

void add_array_energy(LayerCost& cost, const ComponentEnergy& energy, const MacroParameters& macro) {
  const LayerCounts& counts = cost.counts;
  double columns = 0;
  for (const std::int64_t rows : counts.chunk_rows) columns += energy.column(static_cast<double>(rows));
  const auto cycles = static_cast<double>(counts.cycles.size());
  const double row_pulses = static_cast<double>(counts.row_activations) / cycles;
  for (const CycleWork& work : counts.cycles) {
    const double share = evaluations(work, macro);
    cost.fj.array += static_cast<double>(counts.passes) * energy.design().cells_per_weight * share * columns;
    cost.fj.wordline += row_pulses * share * energy.word_line(work.width);
    cost.fj.dac += row_pulses * share * energy.row_dac(work.width);
  }
}

void add_surroundings(LayerCost& cost, const LayerWork& layer, const ComponentEnergy& energy,
                      const MacroParameters& macro) {
  const LayerCounts& counts = cost.counts;
  const auto reduction = static_cast<double>(mapped_geometry(layer, macro).reduction());
  cost.fj.partial_sums = static_cast<double>(counts.partial_sums) * energy.partial_sum(reduction);
  cost.fj.buffers = static_cast<double>(counts.input_bits) * energy.buffer_read_bit() +
                    static_cast<double>(counts.output_bits) * energy.buffer_write_bit();
  cost.fj.weights = static_cast<double>(counts.weight_bits) * loads_per_image(layer, macro) * energy.weight_write_bit();
}

}  // namespace

LayerCost array_layer_cost(const LayerWork& layer, const ConversionSettings& settings) {
  const MacroParameters& macro = settings.macro;
  const ComponentEnergy energy(design_of(macro, settings.signed_activations));
  LayerCost cost;
  cost.name = layer.name;
  cost.counts = layer_counts(mapped_geometry(layer, macro), layer.parts, settings);
  const LayerCounts& counts = cost.counts;
  const double voted = macro.voting_cost == VotingCost::full
                           ? macro.voting_samples * energy.conversion()
                           : energy.voted_conversion(macro.voted_comparisons, macro.voting_samples);
  cost.fj.adc = static_cast<double>(counts.analog_conversions) * energy.conversion() +
                static_cast<double>(counts.voted_conversions) * voted;
  add_array_energy(cost, energy, macro);
  cost.fj.shift_add = static_cast<double>(counts.shift_adds) * energy.shift_add();
  cost.fj.digital = static_cast<double>(counts.digital_bit_products) * energy.digital_bit_product();
  add_surroundings(cost, layer, energy, macro);

  double runs = 0;
  for (const CycleWork& work : counts.cycles) runs += repetitions(work, macro);
  // Every cycle of every tile drives the rows that a position needs; row_activations counts rows, this counts tiles.
  const double tile_positions =
      static_cast<double>(mapped_geometry(layer, macro).positions()) * static_cast<double>(counts.tiles);
  cost.compute_us =
      tile_positions * runs * macro.columns_per_adc / macro.macros * conversion_ns(energy.design()) * 1e-3;
  const double write_ns = kAccessPerRowNs * macro.rows + kAccessFixedNs;
  cost.weight_write_us = std::ceil(static_cast<double>(counts.tiles) / macro.macros) * macro.rows * write_ns * 1e-3;
  return cost;
}

LayerCost digital_layer_cost(const LayerWork& layer, const MacroParameters& macro, int weight_bits,
                             int activation_bits) {
  MacroParameters digital = macro;
  digital.weight_bits = weight_bits;
  digital.activation_bits = activation_bits;
  digital.encoding_bits = 1;
  const ComponentEnergy energy(design_of(digital, false));
  const LayerGeometry geometry = mapped_geometry(layer, macro);
  LayerCost cost;
  cost.name = layer.name;
  cost.digital = true;
  LayerCounts& counts = cost.counts;
  counts.macs = geometry.multiply_accumulates() * layer.parts;
  counts.passes = geometry.output_elements() * layer.parts;
  const std::int64_t chunks = (geometry.reduction() + macro.rows - 1) / macro.rows;
  counts.partial_sums = counts.passes * (chunks - 1);
  counts.input_bits = geometry.positions() * geometry.groups * geometry.reduction() * layer.parts * activation_bits;
  counts.output_bits = counts.passes * activation_bits;
  counts.weight_bits = geometry.outputs * geometry.reduction() * layer.parts * weight_bits;
  cost.fj.digital = static_cast<double>(counts.macs) * energy.digital_multiply_accumulate(weight_bits, activation_bits);
  add_surroundings(cost, layer, energy, digital);
  return cost;
}

}  // namespace acim::cost
