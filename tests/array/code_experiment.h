#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "array/engine.h"
#include "array/sampling_table.h"

namespace acim::test {

/// How often each code was seen at one column sum.
struct CodeHistogram {
  std::int64_t sum = 0;
  std::vector<std::int64_t> seen;  ///< by code, 0..2^b-1
};

/// A layer whose outputs are single codes: weights are 0 or 1, the conversions of their sign bit are digital and add
/// nothing, and so are those of the upper activation bit where activations are bit-serial. Each output has one of a few
/// known column sums.
class CodeExperiment {
 public:
  static constexpr std::int64_t kPositions = 512;
  static constexpr std::int64_t kOutputsPerSum = 16;  ///< spread over the lanes of a block of draws

  /// `macro`: the conversion; widths of operands and hybrid levels are set here, so that cycles of
  /// macro.encoding_bits (1..9) bits are looked at. `rows_on`: of each sum, how many rows are on (at most macro.rows);
  /// row 0 adds 1, every other one the most that a cycle can.
  CodeExperiment(const MacroParameters& macro, std::span<const int> rows_on);

  std::int64_t draws_per_image() const { return kPositions * kOutputsPerSum; }
  /// One histogram per entry of `rows_on`; images first, first + 1, ... Throws std::runtime_error for an output that is
  /// no code.
  std::vector<CodeHistogram> histograms(const Engine& engine, std::uint64_t first_image, std::uint64_t images) const;
  CodeDistribution distribution(std::int64_t sum) const;
  const Conversion& conversion() const { return conversion_; }

 private:
  ConversionSettings settings_;
  LayerGeometry geometry_;
  std::vector<std::int64_t> sums_;
  std::vector<std::int16_t> weights_;
  std::vector<std::int16_t> streamed_;
  Conversion conversion_;
};

/// Pearson's test of counts against probabilities; neighbouring cells that expect fewer than 10 are pooled.
struct ChiSquare {
  double statistic = 0;
  int degrees_of_freedom = 0;
  double p_value = 1;  ///< of a statistic at least as large
};
/// `seen[k]` belongs to `probabilities[k]`; what is in neither is one more cell.
ChiSquare chi_square(std::span<const std::int64_t> seen, std::span<const double> probabilities);
/// Counts and probabilities side by side by code.
ChiSquare chi_square(const CodeHistogram& histogram, const CodeDistribution& distribution);

}  // namespace acim::test
