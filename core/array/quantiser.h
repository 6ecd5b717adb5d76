#pragma once

#include <cstdint>
#include <span>

#include "array/instruction_set.h"
#include "array/layer_geometry.h"

namespace acim {

/// The quantisers of acim-model section 2: float32 arithmetic, ties to even. Every instruction set gives the same bits.

/// max|x| + 1e-7 (signed) or max(x, 0) + 1e-7 (unsigned), float32. Error(input) when a value is not finite.
float quantiser_scale(std::span<const float> values, bool is_signed, InstructionSet set = best_instruction_set());
/// The scale of a largest value already known.
float quantiser_scale_of_maximum(float maximum);
/// Whether no value is infinite or not a number.
bool all_finite(std::span<const float> values, InstructionSet set = best_instruction_set());

/// q = round(min(|x|/scale, 1) * (2^(bits-1) - 1)) * sign(x), or unsigned round(clamp(x/scale, 0, 1) * (2^bits - 1)).
/// Sizes are equal; bits in 2..9. A ratio that is not a number gives 0.
void quantise(std::span<const float> values, float scale, int bits, bool is_signed, std::span<std::int16_t> quantised,
              InstructionSet set = best_instruction_set());

/// D of the dequantisation: 2^bits - 1 unsigned, 2^(bits-1) - 1 signed.
double quantiser_levels(int bits, bool is_signed);

/// y = sum * factor + bias of the output, in double, rounded once to float. `sums` and `output` have
/// geometry.output_elements() in the layout of the geometry; `bias` has geometry.outputs or is empty.
void dequantise(const LayerGeometry& geometry, std::span<const double> sums, double factor, std::span<const float> bias,
                std::span<float> output, InstructionSet set = best_instruction_set());
void dequantise(const LayerGeometry& geometry, std::span<const std::int32_t> sums, double factor,
                std::span<const float> bias, std::span<float> output, InstructionSet set = best_instruction_set());

}  // namespace acim
