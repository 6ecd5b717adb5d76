#pragma once

#include <QString>
#include <vector>

#include "array/conversion_settings.h"
#include "array/layer_errors.h"
#include "cost/layer_cost.h"
#include "macro/settings.h"

namespace acim::ui {

/// What the pairs of weight bit and activation cycle of one layer take and weigh; all lists are [weight bit][cycle].
struct BitPairs {
  int weight_bits = 0;
  std::vector<Cycle> cycles;
  std::vector<CycleTreatment> treatments;
  std::vector<double> energy;  ///< share of the layer's energy in the macro
  /// Share of the output's squared error if every conversion were wrong by one code: (2^(i + l) F)^2. None of what is
  /// exact.
  std::vector<double> weight;
  /// Measured share of the array's squared error, below 0 where a pair undoes others, all 0 where there is no error;
  /// empty where nothing is measured.
  std::vector<double> error;
  std::int64_t image = 0;  ///< it was measured on
  int hybrid_levels = 0;
  int voting_levels = 0;
  bool weight_parallel = false;
  QString problem;  ///< why there are none

  /// One activation bit in each cycle.
  bool is_serial() const;
  /// Measured, and every output was exact.
  bool is_exact() const;
  int count() const { return weight_bits * static_cast<int>(cycles.size()); }
  std::size_t index(int weight_bit, int cycle) const {
    return static_cast<std::size_t>(weight_bit) * cycles.size() + static_cast<std::size_t>(cycle);
  }
  /// Diagonals there are, and the most significant one.
  int diagonals() const { return count() > 0 ? weight_bits + static_cast<int>(cycles.size()) - 1 : 0; }
  /// Levels that make a pair's diagonal, and those above it, hybrid (or voted).
  int levels_of(int weight_bit, int cycle) const { return diagonals() - (weight_bit + cycle); }
};

BitPairs bit_pairs(const cost::LayerWork& layer, const PointSettings& settings);
/// Takes the measured shares, unless they are of another number of pairs.
void set_error_shares(BitPairs& pairs, const LayerErrors& errors, std::int64_t image);

}  // namespace acim::ui
