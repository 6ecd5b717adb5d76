#include "cost/layer_counts.h"

#include <fmt/format.h>

#include <numeric>

#include "base/error.h"

namespace acim::cost {
namespace {

CycleWork work_of(const ConversionSettings& settings, int cycle) {
  const MacroParameters& macro = settings.macro;
  CycleWork work;
  work.width = settings.cycles[static_cast<std::size_t>(cycle)].width;
  if (macro.conversions_per_weight > 0 && !macro.weight_parallel && macro.conversions_per_weight != macro.weight_bits) {
    work.analog = macro.conversions_per_weight;
    return work;
  }
  const int conversions = macro.weight_parallel ? 1 : macro.weight_bits;
  for (int bit = 0; bit < conversions; ++bit) {
    switch (settings.treatment(bit, cycle)) {
      case CycleTreatment::analog:
        ++work.analog;
        break;
      case CycleTreatment::voted:
        ++work.voted;
        break;
      case CycleTreatment::digital_exact:
        ++work.digital;
        break;
      case CycleTreatment::digital_through_adc:
        ++work.digital;
        ++work.rounded_digital;
        break;
    }
  }
  return work;
}

std::int64_t outputs_per_tile(const MacroParameters& macro) {
  const int cells = macro.cells_per_weight > 0 ? macro.cells_per_weight : macro.weight_bits;
  if (macro.columns < cells) {
    throw Error(ErrorKind::usage,
                Phrase("Error", "{} cells of a weight do not fit {} columns").filled_with(cells, macro.columns),
                "columns", Phrase("Error", "Set {} to at least {}.").filled_with(Filling::knob("columns"), cells));
  }
  return macro.columns / cells;
}

}  // namespace

double LayerCounts::row_utilisation(int rows) const {
  const std::int64_t used = std::accumulate(chunk_rows.begin(), chunk_rows.end(), std::int64_t{0});
  return static_cast<double>(used) / (static_cast<double>(chunk_rows.size()) * rows);
}

ConversionCounts LayerCounts::engine_counts() const {
  ConversionCounts counts;
  counts.conversions = analog_conversions + voted_conversions * voting_samples + rounded_digital_sums;
  counts.digital_sums = digital_sums;
  return counts;
}

LayerCounts layer_counts(const LayerGeometry& geometry, std::int64_t parts, const ConversionSettings& settings) {
  const MacroParameters& macro = settings.macro;
  LayerCounts counts;
  counts.voting_samples = macro.voting_samples;
  std::int64_t rows_used = 0;
  for (const Chunk& chunk :
       chunks_of(geometry.reduction(), geometry.elements_per_channel(), macro.rows, macro.mapping)) {
    counts.chunk_rows.push_back(chunk.length());
    rows_used += chunk.length();
  }
  const auto chunks = static_cast<std::int64_t>(counts.chunk_rows.size());
  const std::int64_t images_of_weights = geometry.groups * parts;
  const std::int64_t positions = geometry.positions();
  const std::int64_t tile_outputs = outputs_per_tile(macro);
  const std::int64_t group_tiles = (geometry.outputs_per_group() + tile_outputs - 1) / tile_outputs;
  counts.column_tiles = group_tiles;
  counts.tiles = chunks * group_tiles * images_of_weights;
  counts.passes = geometry.output_elements() * parts;
  counts.macs = geometry.multiply_accumulates() * parts;
  const auto cells = static_cast<std::int64_t>(macro.cells_per_weight > 0 ? macro.cells_per_weight : macro.weight_bits);
  for (int j = 0; j < static_cast<int>(settings.cycles.size()); ++j) {
    const CycleWork work = work_of(settings, j);
    counts.cycles.push_back(work);
    counts.analog_conversions += counts.passes * chunks * work.analog;
    counts.voted_conversions += counts.passes * chunks * work.voted;
    counts.digital_sums += counts.passes * chunks * (work.digital - work.rounded_digital);
    counts.rounded_digital_sums += counts.passes * chunks * work.rounded_digital;
    counts.digital_bit_products += counts.passes * rows_used * work.digital * work.width;
    counts.row_activations += positions * images_of_weights * group_tiles * rows_used;
    counts.cell_operations += counts.passes * rows_used * cells;
    counts.shift_adds += counts.passes * chunks;
  }
  counts.partial_sums = counts.passes * (chunks - 1);
  counts.input_bits = positions * images_of_weights * group_tiles * rows_used * macro.activation_bits;
  counts.output_bits = counts.passes * macro.activation_bits;
  counts.weight_bits = geometry.outputs * geometry.reduction() * parts * macro.weight_bits;
  return counts;
}

}  // namespace acim::cost
