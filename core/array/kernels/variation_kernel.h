#pragma once

#include <cstddef>
#include <cstdint>

#include "array/conversion.h"
#include "array/instruction_set.h"

namespace acim {

/// Outputs that are computed side by side.
inline constexpr std::size_t kVariedOutputs = 16;
/// Positions of a tile: whole streams of every kernel.
inline constexpr std::size_t kVariedPositions = 24;

/// Column sums of varied cells, in steps: of 16 outputs and `bits` weight bits, for one cycle of a few positions
/// (streams).
struct VariedProduct {
  const std::int16_t* cells = nullptr;  ///< of the first weight bit: [pair of rows][16 outputs][2]
  std::size_t bit_stride = 0;           ///< int16s to the next weight bit
  std::size_t bits = 0;                 ///< 1 .. VariationKernels::bits
  /// [listed][streams]: what is on the two rows of a pair, the first in the lower 16 bits. Sums fit 32 bits.
  const std::uint32_t* streamed = nullptr;
  const std::uint32_t* pairs = nullptr;  ///< [listed]: where the pair's cells begin; pairs of zeros need not be listed
  std::size_t listed = 0;
  bool add = false;        ///< to the sums that are there
  double* sums = nullptr;  ///< [bits][streams][16]
};

/// What happens to a column sum in steps, as Conversion has it.
struct VariedColumn {
  const Conversion* conversion = nullptr;
  double largest_sum = 0;  ///< the full scale in steps
  double step = 0;         ///< of a sum
  double full_scale = 0;
  double alpha = 0;
  double offset = 0;
  double range = 1;
  double top = 0;                    ///< the highest code
  double random_variance = 0;        ///< of the column value
  double nonlinearity_variance = 0;  ///< the same, to be divided
  double common_deviation = 0;       ///< of the noise, where nonlinearity is 0
  double rows = 0;
};

/// Converts the sums of one weight bit and cycle: totals += weight * code, all of them whole numbers.
struct VariedCodes {
  const VariedColumn* column = nullptr;
  const double* sums = nullptr;  ///< [streams][16]
  std::size_t streams = 0;
  double weight = 1;
  double* totals = nullptr;  ///< [streams][16], total_stride apart
  std::size_t total_stride = 0;
  /// Noise: LayerDraws::bits is mix64(draws ^ high_word); null without. [streams][16], draw_stride apart.
  const std::uint64_t* draws = nullptr;
  std::size_t draw_stride = 0;
  std::uint64_t high_word = 0;
};

/// One instruction set's inner loops, equal to the bit.
struct VariationKernels {
  std::size_t bits;     ///< weight bits at a time
  std::size_t streams;  ///< at a time; divides kVariedPositions
  void (*multiply)(const VariedProduct& product);
  void (*convert)(const VariedCodes& codes);
  void (*add_exact)(const VariedCodes& codes);  ///< digital cycles: totals += weight * the clamped sum in steps
};
const VariationKernels& variation_kernels(InstructionSet set);

}  // namespace acim
