#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "array/conversion_settings.h"
#include "array/engine.h"
#include "array/layer_geometry.h"
#include "array/mapping.h"

namespace acim {

/// One conversion as an engine makes it, or one exact digital sum.
struct TracedConversion {
  std::size_t chunk = 0;
  int weight_bit = 0;  ///< 0 of a weight-parallel conversion
  int cycle = 0;
  CycleTreatment treatment = CycleTreatment::analog;
  double sum = 0;              ///< of the column, s of acim-model section 6; whole unless cells vary
  double column_value = 0;     ///< v, of full scale, before noise
  double noise_deviation = 0;  ///< of v
  int true_code = 0;           ///< without noise
  std::vector<int> codes;      ///< drawn, one for each sample of a vote; none of an exact digital sum
  double code = 0;             ///< elected of them, or their mean
  double read_back = 0;        ///< in units of the sum
  double weight = 0;           ///< signed significance, 2^(i + l)
};

/// Every conversion behind one output at one position.
struct OutputTrace {
  std::vector<Chunk> chunks;
  std::vector<TracedConversion> conversions;  ///< by chunk, then cycle, then weight bit
  std::vector<std::int16_t> weights;          ///< [reduction], of this output
  std::vector<std::int16_t> streamed;         ///< [reduction], what the position sees
  double value = 0;                           ///< equal to Engine::compute to the bit
  double exact = 0;                           ///< the integer product without an array

  std::size_t index_of(std::size_t chunk, int cycle, int weight_bit, const ConversionSettings& settings) const;
};

/// Follows one output through the array with the functions of the reference engine. Operands and key as
/// Engine::compute takes them. Error(usage) when position or output is not of the layer; Error(cancelled) when `stop`
/// is requested.
OutputTrace trace_output(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                         std::span<const std::int16_t> streamed, const ConversionSettings& settings,
                         const LayerKey& key, std::int64_t position, std::int64_t output,
                         const std::stop_token& stop = {});

/// What each row of a conversion's chunk adds to the column sum: 0 where it stays off. Nominal cells.
std::vector<int> row_products(const OutputTrace& trace, const ConversionSettings& settings,
                              const TracedConversion& conversion);

}  // namespace acim
