#pragma once

#include <cstdint>
#include <vector>

#include "macro/macro_parameters.h"

namespace acim {

/// A run of the reduction summed by one conversion: elements [begin, end).
struct Chunk {
  std::int64_t begin = 0;
  std::int64_t end = 0;
  std::int64_t length() const { return end - begin; }
  bool operator==(const Chunk&) const = default;
};

/// Chunks of a reduction of `reduction` elements (acim-model section 4): every element belongs to exactly one chunk.
/// whole_channels: as many whole channels as fit in `rows`; dense when not one fits.
std::vector<Chunk> chunks_of(std::int64_t reduction, std::int64_t elements_per_channel, int rows, Mapping mapping);
/// Whether whole_channels had to cut through channels because one does not fit.
bool falls_back_to_dense(std::int64_t elements_per_channel, int rows, Mapping mapping);

/// One activation cycle (section 5).
struct Cycle {
  int least_significant_bit = 0;
  int width = 1;
  bool negative = false;  ///< the sign bit of signed activations
  bool operator==(const Cycle&) const = default;
};
std::vector<Cycle> cycles_of(int activation_bits, int encoding_bits, bool signed_activations);

}  // namespace acim
