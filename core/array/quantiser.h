#pragma once

#include <cstdint>
#include <span>

namespace acim {

/// The quantisers of acim-model section 2: float32 arithmetic, ties to even.

/// max|x| + 1e-7 (signed) or max(x, 0) + 1e-7 (unsigned), float32. Error(input) when a value is not finite.
float quantiser_scale(std::span<const float> values, bool is_signed);
/// The scale of a largest value already known.
float quantiser_scale_of_maximum(float maximum);

/// q = round(min(|x|/scale, 1) * (2^(bits-1) - 1)) * sign(x), or unsigned round(clamp(x/scale, 0, 1) * (2^bits - 1)).
/// Sizes are equal; bits in 2..9.
void quantise(std::span<const float> values, float scale, int bits, bool is_signed, std::span<std::int16_t> quantised);

/// D of the dequantisation: 2^bits - 1 unsigned, 2^(bits-1) - 1 signed.
double quantiser_levels(int bits, bool is_signed);

}  // namespace acim
