#pragma once

#include <cstddef>
#include <cstdint>

#include "array/instruction_set.h"

namespace acim {

/// Positions of one tile of windows.
inline constexpr std::size_t kTilePositions = 64;
/// The kernels handle windows in steps of this many int16, and may read and write that far beyond a piece.
inline constexpr std::size_t kWindowSlack = 64;

/// A block of the product of a convolution: lanes are positions, pairs of elements of K are multiplied and added at
/// once.
struct TileProduct {
  const std::int16_t* weights = nullptr;  ///< [outputs], rows weight_stride apart, 2 * pairs elements each
  std::size_t weight_stride = 0;
  std::size_t outputs = 0;
  const std::int16_t* windows = nullptr;  ///< [pairs][kTilePositions][2]
  std::size_t pairs = 0;
  std::size_t positions = 0;     ///< at most kTilePositions; sums of further positions may be written too
  std::int32_t* sums = nullptr;  ///< [outputs][kTilePositions]
  bool add = false;              ///< to the sums that are there
};

/// Dot products of every row of one operand with every row of the other: lanes are elements of K.
struct RowProduct {
  const std::int16_t* weights = nullptr;
  std::size_t weight_stride = 0;
  std::size_t outputs = 0;
  const std::int16_t* windows = nullptr;
  std::size_t window_stride = 0;
  std::size_t positions = 0;
  std::size_t length = 0;
  std::int32_t* sums = nullptr;  ///< [positions], rows sum_stride apart, [outputs]
  std::size_t sum_stride = 0;
};

/// The inner loops of exact integer products. Sums are 32 bits wide: the caller keeps runs short enough.
struct ExactKernels {
  void (*multiply_tile)(const TileProduct&);
  void (*multiply_rows)(const RowProduct&);
  /// pairs[i] = {first[i * stride], second[i * stride]}, i < count.
  void (*interleave)(const std::int16_t* first, const std::int16_t* second, std::size_t stride, std::size_t count,
                     std::int16_t* pairs);
  void (*store_int32)(const std::int32_t* sums, std::size_t count, bool add, std::int32_t* output);
  void (*store_int64)(const std::int32_t* sums, std::size_t count, bool add, std::int64_t* output);
  void (*store_double)(const std::int32_t* sums, std::size_t count, bool add, double* output);
};

const ExactKernels& exact_kernels(InstructionSet set);

}  // namespace acim
