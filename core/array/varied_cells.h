#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "array/conversion_settings.h"
#include "array/engine.h"
#include "array/kernels/aligned.h"
#include "array/layer_geometry.h"
#include "array/mapping.h"

namespace acim {

// Static weight variation (acim-model section 9). What a cell contributes is a whole number of steps of
// 2^-cell_step_bits of a cell, so that it fits 16 bits and column sums are integers: exact, in whatever order they are
// added.

/// 14 up to a variation of 12 %; 11 at 100 %.
int cell_step_bits(double variation_percent);

/// (bit + percent / 100 deviation) in steps, to the nearest.
std::int16_t cell_steps(bool bit, double deviation, double variation_percent, int step_bits);

/// The stationary operand as varied cells: for each group, chunk, block of 16 outputs of the group and weight bit,
/// [pair of rows][16 outputs][2]; what has no output or row is 0.
struct VariedWeights : PackedWeights {
  VariedWeights(const LayerGeometry& layer, std::span<const std::int16_t> weights, const ConversionSettings& settings,
                std::uint64_t weight_identity, const std::stop_token& stop);

  std::size_t size_in_bytes() const override;

  static std::size_t pairs_of(const Chunk& chunk) { return static_cast<std::size_t>(chunk.length() + 1) / 2; }
  /// int16s from one weight bit of a chunk to the next.
  static std::size_t bit_stride(const Chunk& chunk);
  const std::int16_t* cells_of(std::size_t group, std::size_t chunk, std::size_t block, int weight_bit) const;

  LayerGeometry geometry;
  int weight_bits;
  double variation_percent;
  std::uint64_t seed;
  int step_bits;
  std::vector<Chunk> chunks;
  std::size_t blocks;  ///< of a group

 private:
  /// The cells of a chunk and block: outputs first_output ... of a group.
  void fill_block(std::span<const std::int16_t> weights, std::size_t group, std::size_t chunk, std::size_t first_output,
                  std::uint64_t key);
  std::size_t block_offset(std::size_t group, std::size_t chunk, std::size_t block) const {
    return group * group_cells_ + first_cells_[chunk] +
           block * static_cast<std::size_t>(weight_bits) * bit_stride(chunks[chunk]);
  }

  std::vector<std::size_t> first_cells_;  ///< by chunk, in a group
  std::size_t group_cells_ = 0;
  AlignedVector<std::int16_t> cells_;
};

}  // namespace acim
