#include "cost/network_cost.h"

#include "base/error.h"

namespace acim::cost {
namespace {

LayerCost cost_of(const LayerWork& layer, const LayerSettings& settings, EvaluationMode mode) {
  const MacroParameters& macro = settings.macro;
  if (settings.digital)
    return digital_layer_cost(layer, macro, macro.digital_weight_bits, macro.digital_activation_bits);
  if (mode == EvaluationMode::quantised) {
    return digital_layer_cost(layer, macro, macro.weight_bits, macro.activation_bits);
  }
  const bool is_signed = macro.signed_activations == SignedActivations::always ||
                         (macro.signed_activations == SignedActivations::automatic && layer.negative_inputs);
  return array_layer_cost(layer, make_conversion_settings(macro, is_signed));
}

}  // namespace

NetworkCost network_cost(std::span<const LayerWork> layers, const PointSettings& point) {
  if (point.mode == EvaluationMode::floating_point) {
    throw Error(ErrorKind::usage, Phrase("Error", "mode float has no energy: no macro computes it"), "mode",
                Phrase("Error", "Choose quantised or simulated."));
  }
  NetworkCost cost;
  double write_us = 0;
  for (const LayerWork& layer : layers) {
    const LayerSettings settings = settings_of_layer(point, layer.name, layer.first_convolution);
    const MacroParameters& macro = settings.macro;
    LayerCost one = cost_of(layer, settings, point.mode);
    cost.fj += one.fj;
    cost.macs += one.counts.macs;
    cost.conversions += one.counts.analog_conversions + one.counts.voted_conversions * one.counts.voting_samples;
    cost.tiles += one.counts.tiles;
    cost.latency_us += one.compute_us;
    write_us += one.weight_write_us;
    const int weight_bits = settings.digital ? macro.digital_weight_bits : macro.weight_bits;
    const int activation_bits = settings.digital ? macro.digital_activation_bits : macro.activation_bits;
    cost.digital_fj += digital_layer_cost(layer, macro, weight_bits, activation_bits).fj.total();
    cost.layers.push_back(std::move(one));
  }
  const MacroParameters& macro = point.macro;
  cost.weights_fit = cost.tiles <= macro.macros;
  if (!cost.weights_fit || !macro.weights_resident) {
    cost.latency_us += write_us / (macro.weights_resident ? macro.images_per_load : 1);
  }
  cost.energy_trust = energy_trust(macro.domain);
  return cost;
}

}  // namespace acim::cost
