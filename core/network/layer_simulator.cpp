#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
#include "network/layer_simulator.h"

#include <ATen/ops/empty.h>
#include <fmt/format.h>

#include <utility>

#include "array/exact_products.h"
#include "array/quantiser.h"
#include "base/error.h"
#include "base/random.h"

namespace acim {
namespace {

std::span<const float> floats_of(const at::Tensor& tensor) {
  return {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())};
}

std::span<const float> piece(std::span<const float> values, std::int64_t index, std::int64_t length) {
  return values.subspan(static_cast<std::size_t>(index * length), static_cast<std::size_t>(length));
}

Phrase calibrate_or_set(std::string_view knob, const char* one, const char* other) {
  return Phrase("Error", "Calibrate on images, or set {} to {} or {}.")
      .filled_with(Filling::knob(knob), Filling::value_of(knob, one), Filling::value_of(knob, other));
}

/// A network whose values overflow on the simulated array is stopped with a name, not with undefined integers.
void check_finite(std::span<const float> values, const std::string& layer) {
  if (all_finite(values)) return;
  throw Error(ErrorKind::input, Phrase("Error", "an activation that is no finite number"), layer,
              Phrase("Error", "Check the normalisation and the weights."));
}

}  // namespace

LayerSimulator::LayerSimulator(const SimulationInputs& inputs, const PointSettings& settings)
    : inputs_(inputs), activation_scale_(settings.macro.activation_scale) {
  if (inputs_.calibration != nullptr && inputs_.calibration->layers.size() != inputs_.layers->size()) {
    throw Error(ErrorKind::usage,
                Phrase("Error", "a calibration of {} layers for a network of {}")
                    .filled_with(inputs_.calibration->layers.size(), inputs_.layers->size()),
                "calibration", Phrase("Error", "Calibrate this network again."));
  }
  for (const TracedLayer& layer : *inputs_.layers) plans_.push_back(plan_of(layer, settings));
}

LayerSimulator::Plan LayerSimulator::plan_of(const TracedLayer& layer, const PointSettings& settings) const {
  Plan plan;
  plan.settings = settings_of_layer(settings, layer.info.name, layer.info.first_convolution);
  const MacroParameters& macro = plan.settings.macro;
  plan.on_array = settings.mode == EvaluationMode::simulated && !plan.settings.digital;
  plan.observed = inputs_.observer != nullptr && !plan.settings.digital;
  plan.weight_bits = plan.settings.digital ? macro.digital_weight_bits : macro.weight_bits;
  plan.activation_bits = plan.settings.digital ? macro.digital_activation_bits : macro.activation_bits;
  plan.geometry = layer.info.geometry;
  plan.swapped = layer.product && macro.matmul_stationary == MatmulStationary::first;
  if (plan.swapped) {
    const LayerGeometry& g = layer.info.geometry;
    plan.geometry = LayerGeometry::linear(g.outputs, g.reduction(), g.positions());
  }
  take_calibration(plan, layer);
  if (plan.on_array || plan.observed) plan.conversion = make_conversion_settings(macro, plan.signed_activations);
  return plan;
}

void LayerSimulator::take_calibration(Plan& plan, const TracedLayer& layer) const {
  const MacroParameters& macro = plan.settings.macro;
  const bool scale_needed = activation_scale_ == ActivationScale::calibrated;
  const bool sign_needed = macro.signed_activations == SignedActivations::automatic;
  plan.signed_activations = macro.signed_activations == SignedActivations::always;
  if (!scale_needed && !sign_needed) return;
  if (inputs_.calibration == nullptr) {
    throw Error(ErrorKind::usage, Phrase("Error", "these settings need a calibration of the network"), layer.info.name,
                scale_needed ? calibrate_or_set("activation_scale", "per_image", "per_batch")
                             : calibrate_or_set("signed_activations", "always", "never"));
  }
  const Calibration::Layer& seen = inputs_.calibration->layers[static_cast<std::size_t>(layer.info.index)];
  const Calibration::Operand& streamed = plan.swapped ? seen.second : seen.streamed;
  const Calibration::Operand& stationary = plan.swapped ? seen.streamed : seen.second;
  if (sign_needed) plan.signed_activations = streamed.negative;
  if (!scale_needed) return;
  if (macro.activation_percentile != seen.percentile) {
    throw Error(
        ErrorKind::usage,
        Phrase("Error", "{} with a calibration at percentile {}")
            .filled_with(Filling::setting("activation_percentile", fmt::format("{}", macro.activation_percentile)),
                         seen.percentile),
        layer.info.name, Phrase("Error", "Calibrate again at this percentile."));
  }
  plan.streamed_maximum = plan.signed_activations ? streamed.maximum : streamed.positive_maximum;
  plan.stationary_maximum = stationary.maximum;
}

void LayerSimulator::begin_images(std::span<const std::int64_t> indices) {
  indices_ = indices;
  next_ = 0;
}

void LayerSimulator::end_images() const {
  if (next_ == plans_.size()) return;
  throw Error(ErrorKind::input,
              Phrase("Error", "the network made {} layer calls instead of {}").filled_with(next_, plans_.size()),
              "network", Phrase("Error", "A network whose layers depend on the image cannot be simulated."));
}

float LayerSimulator::scale_of(const std::optional<float>& calibrated_maximum, std::span<const float> image,
                               std::span<const float> whole, bool is_signed) const {
  switch (activation_scale_) {
    case ActivationScale::calibrated:
      return quantiser_scale_of_maximum(calibrated_maximum.value_or(0.0F));
    case ActivationScale::per_image:
      return quantiser_scale(image, is_signed);
    case ActivationScale::per_batch:
      return quantiser_scale(whole, is_signed);
  }
  throw Error(ErrorKind::internal, "an unknown activation scale");
}

std::shared_ptr<const PreparedWeight> LayerSimulator::prepare(const Plan& plan, std::span<const float> weights,
                                                              float scale, std::uint64_t identity) const {
  auto prepared = std::make_shared<PreparedWeight>();
  prepared->scale = scale;
  prepared->integers.resize(weights.size());
  quantise(weights, scale, plan.weight_bits, true, prepared->integers);
  if (plan.on_array) {
    prepared->packed =
        inputs_.engine->pack(plan.geometry, prepared->integers, *plan.conversion, identity, inputs_.stop);
  }
  return prepared;
}

const PreparedWeight& LayerSimulator::constant_weight(Plan& plan, const TracedLayer& layer,
                                                      const LayerCall& call) const {
  if (plan.weight) return *plan.weight;
  const MacroParameters& macro = plan.settings.macro;
  WeightKey key{
      .layer = layer.info.index, .geometry = plan.geometry, .on_array = plan.on_array, .weight_bits = plan.weight_bits};
  if (plan.on_array) {
    key.rows = macro.rows;
    key.mapping = macro.mapping;
    key.weight_parallel = macro.weight_parallel;
    key.variation_percent = macro.weight_variation_percent;
    if (macro.weight_variation_percent > 0) key.seed = macro.seed;
  }
  plan.weight = inputs_.weights->find(key);
  if (!plan.weight) {
    const std::span<const float> weights = floats_of(call.stationary);
    plan.weight = prepare(plan, weights, quantiser_scale(weights, true), layer.weight_identity);
    inputs_.weights->keep(key, plan.weight);
  }
  return *plan.weight;
}

void LayerSimulator::answer_exactly(const LayerGeometry& geometry, const PreparedWeight& weight, double factor,
                                    std::span<const float> bias, std::span<float> result) {
  if (geometry.reduction() <= static_cast<std::int64_t>(kLongestRun)) {
    exact_sums_.resize(result.size());
    exact_sums(geometry, weight.integers, integers_, exact_sums_, inputs_.stop);
    dequantise(geometry, exact_sums_, factor, bias, result);
  } else {
    sums_.resize(result.size());
    exact_products(geometry, weight.integers, integers_, sums_, inputs_.stop);
    dequantise(geometry, sums_, factor, bias, result);
  }
}

at::Tensor LayerSimulator::layer(const LayerCall& call) {
  if (inputs_.stop.stop_requested()) throw Error(ErrorKind::cancelled, "stopped");
  const std::size_t index = next_++;
  check_same_layer(*inputs_.layers, index, call);
  const TracedLayer& traced = (*inputs_.layers)[index];
  Plan& plan = plans_[index];
  const LayerGeometry& geometry = plan.geometry;

  const std::span<const float> streamed = floats_of(plan.swapped ? call.stationary : call.streamed);
  const std::span<const float> stationary = floats_of(plan.swapped ? call.streamed : call.stationary);
  check_finite(streamed, traced.info.name);
  if (!call.constant.defined()) check_finite(stationary, traced.info.name);
  const std::int64_t parts = call.parts;
  const std::int64_t input_length = geometry.input_elements();
  const std::int64_t weight_length = geometry.outputs * geometry.reduction();
  const auto output_length = static_cast<std::size_t>(geometry.output_elements());
  const std::int64_t batch = images() * parts;
  const at::Tensor output = at::empty({batch, geometry.output_elements()}, at::kFloat);
  const double denominator = static_cast<double>((1 << (plan.weight_bits - 1)) - 1) *
                             quantiser_levels(plan.activation_bits, plan.signed_activations);
  integers_.resize(static_cast<std::size_t>(input_length));
  const std::span<const float> bias = call.bias.defined() ? floats_of(call.bias) : std::span<const float>();

  std::shared_ptr<const PreparedWeight> own;  // of a weight computed on the way
  if (!call.product && !call.constant.defined()) {
    own = prepare(plan, stationary, quantiser_scale(stationary, true), traced.weight_identity);
  }
  for (std::int64_t item = 0; item < batch; ++item) {
    const std::int64_t image = item / parts;
    const std::int64_t part = item % parts;
    std::uint64_t identity = traced.weight_identity;
    if (call.product) {
      const float scale =
          scale_of(plan.stationary_maximum, piece(stationary, image, parts * weight_length), stationary, true);
      // Cells of its own for each batch entry and head; far from the identities of constant weights.
      identity = mix64(mix64(~std::uint64_t{0}, identity), static_cast<std::uint64_t>(part));
      own = prepare(plan, piece(stationary, item, weight_length), scale, identity);
    }
    const PreparedWeight& weight = own ? *own : constant_weight(plan, traced, call);
    const float scale = scale_of(plan.streamed_maximum, piece(streamed, image, parts * input_length), streamed,
                                 plan.signed_activations);
    quantise(piece(streamed, item, input_length), scale, plan.activation_bits, plan.signed_activations, integers_);
    const double factor = static_cast<double>(weight.scale) * static_cast<double>(scale) / denominator;
    const std::span<float> result(output.data_ptr<float>() + static_cast<std::size_t>(item) * output_length,
                                  output_length);
    const LayerKey key{plan.settings.macro.seed, index,
                       static_cast<std::uint64_t>(indices_[static_cast<std::size_t>(image)]),
                       static_cast<std::uint64_t>(part), identity};
    if (plan.on_array) {
      sums_.resize(output_length);
      inputs_.engine->compute(geometry, *weight.packed, integers_, *plan.conversion, key, sums_, nullptr, inputs_.stop);
      dequantise(geometry, sums_, factor, bias, result);
    } else {
      answer_exactly(geometry, weight, factor, bias, result);
    }
    if (plan.observed) {
      const std::span<const double> made = plan.on_array ? std::span<const double>(sums_) : std::span<const double>();
      const auto own_values = call.product ? piece(stationary, item, weight_length) : stationary;
      (*inputs_.observer)({index,
                           geometry,
                           *plan.conversion,
                           weight.integers,
                           integers_,
                           made,
                           key,
                           {own_values, weight.scale},
                           {piece(streamed, item, input_length), scale}});
    }
  }
  if (!plan.swapped) return call.shaped(output);
  // The product was computed transposed.
  return call.shaped(output.reshape({batch, geometry.positions(), geometry.outputs}).transpose(1, 2).contiguous());
}

}  // namespace acim
