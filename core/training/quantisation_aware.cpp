#include "training/quantisation_aware.h"

#include <ATen/ops/abs.h>
#include <ATen/ops/fake_quantize_per_tensor_affine.h>
#include <ATen/ops/max.h>
#include <ATen/ops/min.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <cstddef>

namespace acim {
namespace {

// Weight of a new batch's maximum: the range follows the last ten or so batches.
constexpr double kNewShare = 0.1;
// The quantisers' (core/array/quantiser.h).
constexpr double kScaleOffset = 1e-7;

at::Tensor rounded(const at::Tensor& values, double maximum, int bits, bool is_signed) {
  const std::int64_t levels = is_signed ? (1LL << (bits - 1)) - 1 : (1LL << bits) - 1;
  const double step = (maximum + kScaleOffset) / static_cast<double>(levels);
  return at::fake_quantize_per_tensor_affine(values, step, 0, is_signed ? -levels : 0, levels);
}

double largest(const at::Tensor& values, bool is_signed) {
  const c10::AutoGradMode no_gradients(false);
  return at::max(is_signed ? at::abs(values) : values).item<double>();
}

bool has_negative(const at::Tensor& values) {
  const c10::AutoGradMode no_gradients(false);
  return at::min(values).item<double>() < 0;
}

}  // namespace

LayerOperands FakeQuantisation::quantised(std::int64_t layer, LayerOperands operands, bool observe) {
  if (weight_bits_ > 0) {
    operands.weight = rounded(operands.weight, largest(operands.weight, true), weight_bits_, true);
  }
  if (activation_bits_ > 0) {
    const auto index = static_cast<std::size_t>(layer);
    if (index >= ranges_.size()) ranges_.resize(index + 1);
    LayerRange& range = ranges_[index];
    if (range.maximum == 0) {
      range.is_signed = has_negative(operands.input);
      range.maximum = largest(operands.input, range.is_signed);
    } else if (observe) {
      range.maximum += kNewShare * (largest(operands.input, range.is_signed) - range.maximum);
    }
    operands.input = rounded(operands.input, range.maximum, activation_bits_, range.is_signed);
  }
  return operands;
}

}  // namespace acim
