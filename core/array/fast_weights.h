#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "array/conversion_settings.h"
#include "array/engine.h"
#include "array/kernels/layer_layout.h"
#include "array/mapping.h"

namespace acim {

/// The stationary operand for every way that the fast engine has: as cells, and as the integers themselves.
struct FastWeights : PackedWeights {
  FastWeights(const LayerGeometry& layer, std::span<const std::int16_t> weights, const ConversionSettings& settings,
              const std::stop_token& stop);

  std::size_t size_in_bytes() const override;

  LayerGeometry geometry;
  int weight_bits;
  std::vector<Chunk> chunks;
  std::vector<std::int16_t> integers;          ///< [outputs][reduction]
  std::vector<BankCells> banks;                ///< none when the weight bits are summed in the analog domain
  std::shared_ptr<const PackedWeights> plain;  ///< instead of banks, where windows cannot be gathered from an image
};

}  // namespace acim
