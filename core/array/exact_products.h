#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>

#include "array/instruction_set.h"
#include "array/layer_geometry.h"

namespace acim {

/// Sums of at most this many products of two 9-bit integers fit 32 bits.
inline constexpr std::size_t kLongestRun = 16384;

/// What exact_products (array/engine.h) computes, as integers: for each output and position the sum over K of weight
/// times streamed integer, all within 9 bits. Layouts as Engine::compute. The 32-bit form takes at most kLongestRun
/// elements of K, otherwise Error(usage). Error(cancelled) when `stop` is requested.
void exact_sums(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                std::span<const std::int16_t> streamed, std::span<std::int32_t> sums, const std::stop_token& stop = {},
                InstructionSet set = best_instruction_set());
void exact_sums(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                std::span<const std::int16_t> streamed, std::span<std::int64_t> sums, const std::stop_token& stop = {},
                InstructionSet set = best_instruction_set());
void exact_sums(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                std::span<const std::int16_t> streamed, std::span<double> sums, const std::stop_token& stop = {},
                InstructionSet set = best_instruction_set());

/// Rows of integers one behind the other; elements begin .. end - 1 of each take part.
struct IntegerRows {
  std::span<const std::int16_t> elements;
  std::size_t rows = 0;
  std::size_t stride = 0;  ///< from one row to the next, at least `end`
};

/// sums[window][weight] = sum over k in [begin, end) of windows[window][k] * weights[weight][k], for one chunk of K at
/// a time. Rows of sums are `sum_stride` apart. At most kLongestRun elements within 9 bits.
void row_sums(const IntegerRows& windows, const IntegerRows& weights, std::size_t begin, std::size_t end,
              std::span<std::int32_t> sums, std::size_t sum_stride, InstructionSet set = best_instruction_set());

}  // namespace acim
