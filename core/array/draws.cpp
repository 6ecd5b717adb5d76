#include "array/draws.h"

namespace acim {
namespace {

// Streams that share indices must not share numbers.
constexpr std::uint64_t kBitsStream = 1;
constexpr std::uint64_t kCellStream = 2;

std::uint64_t layer_key(const LayerKey& key) {
  return mix64(mix64(mix64(mix64(key.seed), key.layer), key.image), key.part);
}

}  // namespace

LayerDraws::LayerDraws(const LayerKey& key)
    : key_(layer_key(key)), bits_key_(mix64(key_, kBitsStream)), generator_(key_) {}

std::uint64_t cell_key(std::uint64_t seed, std::uint64_t weight) {
  return mix64(mix64(mix64(seed), kCellStream), weight);
}

double cell_deviation(std::uint64_t seed, std::uint64_t weight, std::uint64_t element, std::uint64_t output,
                      std::uint64_t weight_bit) {
  const std::uint64_t bits = mix64(mix64(mix64(cell_key(seed, weight), element), output), weight_bit);
  return normal_quantile(open_unit_interval(bits));
}

}  // namespace acim
