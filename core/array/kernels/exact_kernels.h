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

/// Positions of a tile whose windows lie side by side in the image.
struct WindowPiece {
  std::size_t position = 0;  ///< in the tile
  std::size_t count = 0;
  std::size_t offset = 0;  ///< of the first window in a plane
};

/// Lays out the windows of a tile as TileProduct wants them, from planes with their padding around them.
struct TileGather {
  const std::int16_t* planes = nullptr;
  const std::size_t* offsets = nullptr;  ///< [elements]: where an element of K stands in the window at 0
  std::size_t elements = 0;              ///< the last of an odd number is paired with zero
  const WindowPiece* pieces = nullptr;
  std::size_t piece_count = 0;
  std::size_t stride = 1;           ///< from one window to the next
  std::int16_t* windows = nullptr;  ///< [pairs][kTilePositions][2]
};

/// The product of one plane with a kernel that only this plane sees (depthwise convolution, no dilation), straight from
/// the plane with its padding around it: neighbours in a row are the pairs.
struct PlaneProduct {
  const std::int16_t* plane = nullptr;
  std::size_t width = 0;                  ///< of the plane
  const std::int16_t* weights = nullptr;  ///< [kernel_height][pairs][2]; zero behind an odd row
  std::size_t kernel_height = 0;
  std::size_t pairs = 0;
  std::size_t stride_height = 1;
  std::size_t stride_width = 1;  ///< 1 or 2
  std::size_t rows = 0;          ///< of the result
  std::size_t columns = 0;
  std::int32_t* sums = nullptr;  ///< [rows][columns], and kWindowSlack more that may be written
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

/// Sums to be kept, or added to what a run before them gave.
struct SumRows {
  const std::int32_t* sums = nullptr;  ///< [rows], `stride` apart
  std::size_t stride = 0;
  std::size_t rows = 0;
  std::size_t columns = 0;
};

/// The inner loops of exact integer products. Sums are 32 bits wide: the caller keeps runs short enough.
struct ExactKernels {
  void (*multiply_tile)(const TileProduct&);
  void (*multiply_rows)(const RowProduct&);
  void (*gather_tile)(const TileGather&);
  void (*multiply_plane)(const PlaneProduct&);
  void (*store_int32)(const SumRows&, bool add, std::int32_t* output, std::size_t output_stride);
  void (*store_int64)(const SumRows&, bool add, std::int64_t* output, std::size_t output_stride);
  void (*store_double)(const SumRows&, bool add, double* output, std::size_t output_stride);
};

const ExactKernels& exact_kernels(InstructionSet set);

}  // namespace acim
