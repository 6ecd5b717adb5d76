#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
#include "network/architectures/layered_network.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/ops/batch_norm.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/randn.h>

#include <cmath>

namespace acim {
namespace {

constexpr double kBatchNormEpsilon = 1e-5;
constexpr double kBatchNormMomentum = 0.1;

/// He et al., arXiv 1502.01852.
double he_deviation(std::int64_t fan_in) {
  return std::sqrt(2.0 / static_cast<double>(fan_in));
}

}  // namespace

LayeredNetwork::LayeredNetwork(const ArchitectureRequest& request)
    : initialised_(request.seed.has_value()), generator_(at::detail::createCPUGenerator(request.seed.value_or(0))) {}

at::Tensor LayeredNetwork::make_weight(const std::string& name, at::IntArrayRef shape, double standard_deviation) {
  return add_parameter(name, initialised_ ? at::randn(shape, generator_).mul_(standard_deviation) : at::empty(shape));
}

at::Tensor LayeredNetwork::make_constant(const std::string& name, at::IntArrayRef shape, double value) {
  return add_parameter(name, at::full(shape, value));
}

LayeredNetwork::Convolution LayeredNetwork::make_convolution(const std::string& name, std::int64_t inputs,
                                                             std::int64_t outputs, const Window& window, bool bias) {
  Convolution layer;
  layer.index = next_layer();
  layer.name = name;
  layer.window = window;
  const std::int64_t fan_in = inputs / window.groups * window.kernel * window.kernel;
  layer.weight = make_weight(name + ".weight", {outputs, inputs / window.groups, window.kernel, window.kernel},
                             he_deviation(fan_in));
  if (bias) layer.bias = make_constant(name + ".bias", {outputs}, 0);
  return layer;
}

LayeredNetwork::BatchNorm LayeredNetwork::make_batch_norm(const std::string& name, std::int64_t channels) {
  BatchNorm norm;
  norm.weight = make_constant(name + ".weight", {channels}, 1);
  norm.bias = make_constant(name + ".bias", {channels}, 0);
  norm.mean = add_buffer(name + ".running_mean", at::full({channels}, 0.0));
  norm.variance = add_buffer(name + ".running_var", at::full({channels}, 1.0));
  return norm;
}

LayeredNetwork::Linear LayeredNetwork::make_linear(const std::string& name, std::int64_t inputs, std::int64_t outputs) {
  Linear layer;
  layer.index = next_layer();
  layer.name = name;
  layer.weight = make_weight(name + ".weight", {outputs, inputs}, he_deviation(inputs));
  layer.bias = make_constant(name + ".bias", {outputs}, 0);
  return layer;
}

at::Tensor LayeredNetwork::apply(const Convolution& layer, const at::Tensor& x) const {
  const Window& w = layer.window;
  const LayerOperands operands = hooked(layer.index, layer.name, {x, layer.weight});
  const c10::optional<at::Tensor> bias = layer.bias.defined() ? c10::make_optional(layer.bias) : c10::nullopt;
  return hooked_output(layer.index, at::conv2d(operands.input, operands.weight, bias, {w.stride, w.stride},
                                               {w.padding, w.padding}, {1, 1}, w.groups));
}

at::Tensor LayeredNetwork::apply(const BatchNorm& norm, const at::Tensor& x) const {
  return at::batch_norm(x, norm.weight, norm.bias, norm.mean, norm.variance, training(), kBatchNormMomentum,
                        kBatchNormEpsilon, false);
}

at::Tensor LayeredNetwork::apply(const Linear& layer, const at::Tensor& x) const {
  const LayerOperands operands = hooked(layer.index, layer.name, {x, layer.weight});
  return hooked_output(layer.index, at::linear(operands.input, operands.weight, layer.bias));
}

}  // namespace acim
