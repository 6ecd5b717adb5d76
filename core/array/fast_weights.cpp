#include "array/fast_weights.h"

namespace acim {

FastWeights::FastWeights(const LayerGeometry& layer, std::span<const std::int16_t> weights,
                         const ConversionSettings& settings, const std::stop_token& stop)
    : geometry(layer),
      weight_bits(settings.macro.weight_bits),
      chunks(chunks_of(layer.reduction(), layer.elements_per_channel(), settings.macro.rows, settings.macro.mapping)),
      integers(weights.begin(), weights.end()) {
  if (settings.macro.weight_parallel || !PaddedImage::suits(layer)) return;
  for (const Bank& bank : banks_of(layer)) banks.emplace_back(layer, bank, weights, chunks, weight_bits, stop);
}

std::size_t FastWeights::size_in_bytes() const {
  std::size_t bytes =
      sizeof(FastWeights) + integers.size() * sizeof(integers[0]) + (plain ? plain->size_in_bytes() : 0);
  for (const BankCells& bank : banks) bytes += bank.size_in_bytes();
  return bytes;
}

}  // namespace acim
