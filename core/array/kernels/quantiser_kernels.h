#pragma once

#include <cstddef>
#include <cstdint>

#include "array/instruction_set.h"

namespace acim {

/// The largest of each, as the bits of floats: these order as integers where the sign is clear.
struct LargestBits {
  std::int32_t magnitude = 0;  ///< of all values; 0x7F800000 and more are not finite
  std::int32_t positive = 0;   ///< of the values above zero, 0 when there are none
};

/// The loops of the quantisers. What they compute is the same to the bit for every instruction set.
struct QuantiserKernels {
  LargestBits (*largest)(const float* values, std::size_t count);
  void (*quantise_signed)(const float* values, std::size_t count, float scale, float levels, std::int16_t* quantised);
  void (*quantise_unsigned)(const float* values, std::size_t count, float scale, float levels, std::int16_t* quantised);
  /// output[i] = sums[i] * factor + offset in double, rounded to float.
  void (*dequantise_double)(const double* sums, std::size_t count, double factor, double offset, float* output);
  void (*dequantise_int32)(const std::int32_t* sums, std::size_t count, double factor, double offset, float* output);
  /// The same with an offset of its own for each.
  void (*dequantise_row_double)(const double* sums, std::size_t count, double factor, const float* offsets,
                                float* output);
  void (*dequantise_row_int32)(const std::int32_t* sums, std::size_t count, double factor, const float* offsets,
                               float* output);
};

const QuantiserKernels& quantiser_kernels(InstructionSet set);

}  // namespace acim
