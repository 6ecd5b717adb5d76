#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
#include "network/layer_tracer.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/random.h"

namespace acim {
namespace {

std::span<const float> floats_of(const at::Tensor& tensor) {
  return {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())};
}

Calibration::Operand seen(const ValueStatistics& statistics) {
  return {statistics.largest_magnitude(), statistics.largest_positive(), statistics.negative()};
}

}  // namespace

at::Tensor LayerTracer::layer(const LayerCall& call) {
  TracedLayer traced;
  LayerInfo& info = traced.info;
  info.index = static_cast<int>(layers_.size());
  info.kind = call.kind;
  info.geometry = call.geometry;
  info.parts = call.parts;
  info.multiply_accumulates = call.geometry.multiply_accumulates() * call.parts;
  const auto kind = static_cast<std::size_t>(call.kind);
  info.first_convolution = call.kind == LayerKind::convolution && calls_of_kind_[kind] == 0;
  info.name = layer_name_of(constants_.name_of(call.constant));
  if (info.name.empty()) info.name = fmt::format("{}_{}", layer_kind_name(call.kind), calls_of_kind_[kind]);
  ++calls_of_kind_[kind];
  traced.product = call.product;
  traced.constant = call.constant;
  if (call.constant.defined()) traced.stationary = call.stationary;
  traced.weight_identity = static_cast<std::uint64_t>(layers_.size());
  for (const TracedLayer& earlier : layers_) {
    if (call.constant.defined() && same_view(earlier.constant, call.constant)) {
      traced.weight_identity = earlier.weight_identity;
      break;
    }
  }
  layers_.push_back(std::move(traced));
  return call.in_float();
}

void check_same_layer(const std::vector<TracedLayer>& layers, std::size_t index, const LayerCall& call) {
  const bool same = index < layers.size() && layers[index].info.kind == call.kind &&
                    layers[index].info.geometry == call.geometry && layers[index].info.parts == call.parts &&
                    layers[index].product == call.product && same_view(layers[index].constant, call.constant);
  if (same) return;
  throw Error(
      ErrorKind::input,
      Phrase("Error", "layer call {} differs from that of the first image of this size").filled_with(index),
      index < layers.size() ? layers[index].info.name : "network",
      Phrase("Error", "A network whose layers depend on the image cannot be simulated; trace it for one fixed path."));
}

CalibrationRecorder::CalibrationRecorder(const ConstantTable& constants, const std::vector<TracedLayer>& layers,
                                         double percentile)
    : constants_(constants),
      layers_(layers),
      streamed_(layers.size(), ValueStatistics(percentile)),
      stationary_(layers.size(), ValueStatistics(percentile)) {}

void CalibrationRecorder::begin_images(std::int64_t images) {
  images_ = images;
  next_ = 0;
}

bool CalibrationRecorder::begin_second_pass() {
  bool needed = false;
  for (ValueStatistics& statistics : streamed_) needed = statistics.begin_second_pass() || needed;
  for (ValueStatistics& statistics : stationary_) needed = statistics.begin_second_pass() || needed;
  return needed;
}

at::Tensor CalibrationRecorder::layer(const LayerCall& call) {
  const std::size_t index = next_++;
  check_same_layer(layers_, index, call);
  try {
    streamed_[index].add(floats_of(call.streamed));
    if (call.product) stationary_[index].add(floats_of(call.stationary));
  } catch (const Error& error) {
    throw Error(error.kind(), error.problem_phrase(), layers_[index].info.name,
                Phrase("Error", "Check the normalisation and the weights."));
  }
  return call.in_float();
}

std::vector<Calibration::Layer> CalibrationRecorder::calibration() const {
  std::vector<Calibration::Layer> list;
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    Calibration::Layer layer;
    layer.streamed = seen(streamed_[i]);
    if (layers_[i].product) layer.second = seen(stationary_[i]);
    list.push_back(layer);
  }
  return list;
}

}  // namespace acim
