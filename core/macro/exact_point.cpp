#include "macro/exact_point.h"

#include <algorithm>
#include <array>

namespace acim {

namespace {

constexpr std::array<std::string_view, 9> kOfOperands = {
    "weight_bits",        "activation_bits",   "activation_scale",    "activation_percentile",  "batch",
    "signed_activations", "matmul_stationary", "digital_weight_bits", "digital_activation_bits"};

bool is_of_operands(std::string_view key) {
  return std::ranges::find(kOfOperands, key) != kOfOperands.end();
}

}  // namespace

PointSettings exact_point(const PointSettings& point) {
  PointSettings plain;
  plain.mode = EvaluationMode::quantised;
  for (const Parameter& parameter : parameter_table()) {
    if (is_of_operands(parameter.key)) parameter.set(plain.macro, parameter.get(point.macro));
  }
  // The size of a block is part of the result only where it sets the scale.
  if (plain.macro.activation_scale != ActivationScale::per_batch) plain.macro.batch = MacroParameters{}.batch;
  for (LayerOverride layer : point.layers) {
    std::erase_if(layer.values, [](const auto& value) { return !is_of_operands(value.first); });
    if (layer.digital || !layer.values.empty()) plain.layers.push_back(std::move(layer));
  }
  return plain;
}

}  // namespace acim
