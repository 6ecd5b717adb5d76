#pragma once

#include <cstdint>
#include <span>
#include <stop_token>

#include "array/conversion_settings.h"
#include "array/engine.h"
#include "array/instruction_set.h"
#include "array/varied_cells.h"

namespace acim {

/// One layer of one image on varied cells. Error(cancelled) when `stop` is requested.
void compute_varied(const VariedWeights& weights, std::span<const std::int16_t> streamed,
                    const ConversionSettings& settings, const LayerKey& key, InstructionSet set,
                    std::span<double> output, const std::stop_token& stop);

}  // namespace acim
