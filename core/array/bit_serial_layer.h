#pragma once

#include <cstdint>
#include <span>
#include <stop_token>

#include "array/conversion_settings.h"
#include "array/engine.h"
#include "array/fast_weights.h"
#include "array/kernels/chunk_kernel.h"
#include "array/table_cache.h"

namespace acim {

/// A layer of one image whose weight bits have columns of their own: bank by bank, tile of positions by tile, chunk by
/// chunk through the kernel. Arguments as Engine::compute, checked.
ConversionCounts compute_bit_serial(const FastWeights& weights, std::span<const std::int16_t> streamed,
                                    const ConversionSettings& settings, const LayerKey& key, TableCache& tables,
                                    const ChunkKernels& kernels, std::span<double> output, const std::stop_token& stop);

}  // namespace acim
