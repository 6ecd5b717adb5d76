#include "array/quantiser.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <string>
#include <type_traits>

#include "array/kernels/quantiser_kernels.h"
#include "base/error.h"

namespace acim {
namespace {

constexpr float kScaleMargin = 1e-7F;  // ASiM's, keeps the scale of an all-zero tensor above zero
constexpr std::int32_t kInfinity = 0x7F800000;

[[noreturn]] void refuse_first_infinite(std::span<const float> values) {
  const auto found = std::find_if(values.begin(), values.end(), [](float value) { return !std::isfinite(value); });
  throw Error(ErrorKind::input, Phrase("Error", "a value to quantise is not finite"),
              "element " + std::to_string(found - values.begin()),
              Phrase("Error", "Activations and weights must be numbers; look for a network that overflows."));
}

template <typename Number>
void dequantise_layer(const LayerGeometry& geometry, std::span<const Number> sums, double factor,
                      std::span<const float> bias, std::span<float> output, InstructionSet set) {
  constexpr bool kIsDouble = std::is_same_v<Number, double>;
  const QuantiserKernels& kernels = quantiser_kernels(set);
  const auto dequantise_run = [&kernels](const Number* run, std::size_t count, double scale, double offset,
                                         float* target) {
    if constexpr (kIsDouble) {
      kernels.dequantise_double(run, count, scale, offset, target);
    } else {
      kernels.dequantise_int32(run, count, scale, offset, target);
    }
  };
  if (bias.empty()) return dequantise_run(sums.data(), sums.size(), factor, 0.0, output.data());
  const bool channels_first = geometry.layout == OperandLayout::channels_first;
  const auto outputs = static_cast<std::size_t>(geometry.outputs);
  const std::size_t positions = sums.size() / outputs;
  if (channels_first) {
    for (std::size_t o = 0; o < outputs; ++o) {
      dequantise_run(sums.data() + o * positions, positions, factor, static_cast<double>(bias[o]),
                     output.data() + o * positions);
    }
    return;
  }
  for (std::size_t row = 0; row < sums.size(); row += outputs) {
    if constexpr (kIsDouble) {
      kernels.dequantise_row_double(sums.data() + row, outputs, factor, bias.data(), output.data() + row);
    } else {
      kernels.dequantise_row_int32(sums.data() + row, outputs, factor, bias.data(), output.data() + row);
    }
  }
}

}  // namespace

float quantiser_scale_of_maximum(float maximum) {
  return maximum + kScaleMargin;
}

float quantiser_scale(std::span<const float> values, bool is_signed, InstructionSet set) {
  const LargestBits largest = quantiser_kernels(set).largest(values.data(), values.size());
  if (largest.magnitude >= kInfinity) refuse_first_infinite(values);
  return quantiser_scale_of_maximum(std::bit_cast<float>(is_signed ? largest.magnitude : largest.positive));
}

bool all_finite(std::span<const float> values, InstructionSet set) {
  return quantiser_kernels(set).largest(values.data(), values.size()).magnitude < kInfinity;
}

double quantiser_levels(int bits, bool is_signed) {
  return static_cast<double>((1 << (bits - (is_signed ? 1 : 0))) - 1);
}

void quantise(std::span<const float> values, float scale, int bits, bool is_signed, std::span<std::int16_t> quantised,
              InstructionSet set) {
  const auto levels = static_cast<float>(quantiser_levels(bits, is_signed));
  const QuantiserKernels& kernels = quantiser_kernels(set);
  (is_signed ? kernels.quantise_signed : kernels.quantise_unsigned)(values.data(), values.size(), scale, levels,
                                                                    quantised.data());
}

void dequantise(const LayerGeometry& geometry, std::span<const double> sums, double factor, std::span<const float> bias,
                std::span<float> output, InstructionSet set) {
  dequantise_layer(geometry, sums, factor, bias, output, set);
}

void dequantise(const LayerGeometry& geometry, std::span<const std::int32_t> sums, double factor,
                std::span<const float> bias, std::span<float> output, InstructionSet set) {
  dequantise_layer(geometry, sums, factor, bias, output, set);
}

}  // namespace acim
