#pragma once

#include <cstdint>
#include <span>
#include <stop_token>

#include "array/conversion_settings.h"
#include "array/engine.h"
#include "array/fast_weights.h"
#include "array/instruction_set.h"

namespace acim {

/// A layer of one image whose weight bits are summed in the analog domain (acim-model section 8): sums by exact
/// products, chunk by chunk, each converted once. Arguments as Engine::compute, checked.
ConversionCounts compute_weight_parallel(const FastWeights& weights, std::span<const std::int16_t> streamed,
                                         const ConversionSettings& settings, const LayerKey& key, InstructionSet set,
                                         std::span<double> output, const std::stop_token& stop);

}  // namespace acim
