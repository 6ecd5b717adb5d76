#pragma once

#include <cstdint>

#include "array/engine.h"
#include "base/random.h"

namespace acim {

/// Which conversion a draw is for; see LayerKey for the rest of the indices.
struct ConversionIndex {
  std::uint32_t position = 0;
  std::uint32_t chunk = 0;
  std::uint8_t weight_bit = 0;
  std::uint8_t cycle = 0;
  std::uint8_t sample = 0;
};

/// The random numbers of one layer and image (acim-model section 12). A change here is a change of the program's
/// results: a new version of the streams.
class LayerDraws {
 public:
  static constexpr std::uint32_t kOutputsPerBlock = 16;

  explicit LayerDraws(const LayerKey& key);

  /// The bytes of outputs 16 block .. 16 block + 15 of one conversion: output o has byte o mod 16.
  CounterRandom::Block bytes(const ConversionIndex& index, std::uint32_t output_block) const {
    return generator_.block(low_word(index.position, output_block), high_word(index));
  }
  /// 64 bits of one conversion, independent of its byte: residual draws take the upper 32, Gaussian ones all.
  std::uint64_t bits(const ConversionIndex& index, std::uint32_t output) const {
    const std::uint64_t lane = output % kOutputsPerBlock;
    return mix64(mixed_low_word(low_word(index.position, output / kOutputsPerBlock)) ^
                 (high_word(index) | lane << 56U));
  }
  std::uint32_t residual_bits(const ConversionIndex& index, std::uint32_t output) const {
    return static_cast<std::uint32_t>(bits(index, output) >> 32U);
  }
  /// A standard normal number.
  double gaussian(const ConversionIndex& index, std::uint32_t output) const {
    return normal_quantile(open_unit_interval(bits(index, output)));
  }

  // The parts, for kernels that draw many at once.
  const CounterRandom& generator() const { return generator_; }
  static std::uint64_t low_word(std::uint32_t position, std::uint32_t output_block) {
    return position | std::uint64_t{output_block} << 32U;
  }
  /// What bits() mixes with the high word and lane.
  std::uint64_t mixed_low_word(std::uint64_t low_word) const { return mix64(bits_key_ ^ low_word); }
  static std::uint64_t high_word(const ConversionIndex& index) {
    return index.chunk | std::uint64_t{index.weight_bit} << 32U | std::uint64_t{index.cycle} << 40U |
           std::uint64_t{index.sample} << 48U;
  }

 private:
  std::uint64_t key_;
  std::uint64_t bits_key_;
  CounterRandom generator_;
};

/// What the cells of a stationary operand mix their indices with: element, output and weight bit, in this order. The
/// normal quantile of what comes out is the cell's deviation.
std::uint64_t cell_key(std::uint64_t seed, std::uint64_t weight);
/// The standard normal deviation of one cell: weight bit i of element k of output o of the stationary operand (section
/// 9).
double cell_deviation(std::uint64_t seed, std::uint64_t weight, std::uint64_t element, std::uint64_t output,
                      std::uint64_t weight_bit);

}  // namespace acim
