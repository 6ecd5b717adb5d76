#pragma once

#include <cstdint>
#include <vector>

#include "array/conversion_settings.h"
#include "array/engine.h"
#include "array/layer_geometry.h"

namespace acim::cost {

/// How often the weight bits of one activation cycle are evaluated, for one output, position and chunk.
struct CycleWork {
  int width = 1;            ///< activation bits
  int analog = 0;           ///< conversions done once
  int voted = 0;            ///< conversions done voting_samples times
  int digital = 0;          ///< pairs computed digitally
  int rounded_digital = 0;  ///< of those, the ones read through a noise-free ADC (hybrid_readout=adc)
};

/// What one image makes a layer do, from the very mapping that the engine runs: chunks_of, cycles_of and
/// ConversionSettings::treatment.
struct LayerCounts {
  std::int64_t macs = 0;
  std::int64_t passes = 0;               ///< positions x outputs of a group, over groups and parts
  std::vector<std::int64_t> chunk_rows;  ///< R_c: rows used by each chunk of one group
  std::vector<CycleWork> cycles;
  int voting_samples = 1;
  std::int64_t analog_conversions = 0;
  std::int64_t voted_conversions = 0;     ///< each of them voting_samples times
  std::int64_t digital_sums = 0;          ///< digital pairs, exact
  std::int64_t rounded_digital_sums = 0;  ///< digital pairs through a noise-free ADC
  std::int64_t row_activations = 0;       ///< a pulse of one row of one tile
  std::int64_t cell_operations = 0;       ///< one cell in one cycle, digital and voted ones counted once
  std::int64_t shift_adds = 0;
  std::int64_t partial_sums = 0;
  std::int64_t digital_bit_products = 0;
  std::int64_t input_bits = 0;
  std::int64_t output_bits = 0;
  std::int64_t weight_bits = 0;
  std::int64_t column_tiles = 0;
  std::int64_t tiles = 0;  ///< macro images of weights

  /// Share of the array's rows that hold weights.
  double row_utilisation(int rows) const;
  /// What an engine counts doing the same.
  ConversionCounts engine_counts() const;
};

/// `parts`: products of this geometry per image. `conversions_per_weight` of the settings, where it is not what is
/// simulated, replaces the weight bits of a cycle. Error(usage) when the cells of a weight do not fit the columns.
LayerCounts layer_counts(const LayerGeometry& geometry, std::int64_t parts, const ConversionSettings& settings);

}  // namespace acim::cost
