#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "array/conversion_settings.h"
#include "array/layer_geometry.h"

namespace acim::test {

/// A noise-free layer straight from the equations, conversion by conversion, in doubles, sharing nothing with the
/// engine but the settings' plain values: the second opinion that the engine is held against.
std::vector<double> plain_layer(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                                std::span<const std::int16_t> streamed, const MacroParameters& macro,
                                bool signed_activations);

}  // namespace acim::test
