#include "array/mapping.h"

#include <algorithm>

namespace acim {

bool falls_back_to_dense(std::int64_t elements_per_channel, int rows, Mapping mapping) {
  return mapping == Mapping::whole_channels && elements_per_channel > rows;
}

std::vector<Chunk> chunks_of(std::int64_t reduction, std::int64_t elements_per_channel, int rows, Mapping mapping) {
  const bool whole = mapping == Mapping::whole_channels && elements_per_channel <= rows;
  const std::int64_t step = whole ? rows / elements_per_channel * elements_per_channel : rows;
  std::vector<Chunk> chunks;
  for (std::int64_t begin = 0; begin < reduction; begin += step) {
    chunks.push_back({begin, std::min(begin + step, reduction)});
  }
  return chunks;
}

std::vector<Cycle> cycles_of(int activation_bits, int encoding_bits, bool signed_activations) {
  const int magnitude_bits = activation_bits - (signed_activations ? 1 : 0);
  std::vector<Cycle> cycles;
  for (int bit = 0; bit < magnitude_bits; bit += encoding_bits) {
    cycles.push_back({bit, std::min(encoding_bits, magnitude_bits - bit), false});
  }
  if (signed_activations) cycles.push_back({magnitude_bits, 1, true});
  return cycles;
}

}  // namespace acim
