#pragma once

#include <cstdint>
#include <span>

#include "array/layer_geometry.h"

namespace acim {

/// The streamed integers that one position of one group sees, in the order of K (channel, ky, kx); padding is zero.
/// `window` has geometry.reduction() elements.
void gather_window(const LayerGeometry& geometry, std::span<const std::int16_t> streamed, std::int64_t group,
                   std::int64_t position, std::span<std::int16_t> window);
/// The same of values before their quantiser.
void gather_window(const LayerGeometry& geometry, std::span<const float> streamed, std::int64_t group,
                   std::int64_t position, std::span<float> window);

/// Where output `output` (of all groups) at `position` stands in the result.
inline std::int64_t output_index(const LayerGeometry& geometry, std::int64_t positions, std::int64_t position,
                                 std::int64_t output) {
  return geometry.layout == OperandLayout::rows ? position * geometry.outputs + output : output * positions + position;
}

}  // namespace acim
