#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
#include "network/loaded_network.h"

#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>
#include <c10/core/InferenceMode.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "array/fast_engine.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/random.h"
#include "macro/parameter_table.h"
#include "network/layer_simulator.h"
#include "network/operation_recorder.h"
#include "network/simulation_scope.h"

namespace acim {
namespace {

constexpr std::int64_t kFloatBatch = 64;
constexpr std::int64_t kCalibrationBatch = 1;  // some networks are traced for a batch of one
constexpr std::int64_t kLargestSide = 8192;
constexpr std::size_t kLongestMessage = 600;

/// LibTorch on this thread alone, without autograd.
class InferenceOnThisThread {
 public:
  InferenceOnThisThread() : threads_(at::get_num_threads()) {
    if (threads_ != 1) at::set_num_threads(1);
  }
  ~InferenceOnThisThread() {
    if (threads_ != 1) at::set_num_threads(threads_);
  }
  InferenceOnThisThread(const InferenceOnThisThread&) = delete;
  InferenceOnThisThread& operator=(const InferenceOnThisThread&) = delete;

 private:
  int threads_;
  c10::InferenceMode inference_;
};

/// LibTorch's messages end in stack traces of its own; the interpreter's begin with one and end with the reason.
std::string reason_of(const std::exception& exception) {
  std::string text = exception.what();
  const auto interpreter = text.rfind("RuntimeError: ");
  if (interpreter != std::string::npos) text = text.substr(interpreter + 14);
  text = text.substr(0, std::min(text.find("\nException raised from"), text.size()));
  text = text.substr(0, std::min(text.find('\n'), kLongestMessage));
  return text;
}

void check_block(const ImageBlock& images) {
  const std::int64_t size = images.channels * images.height * images.width;
  if (images.count < 0 || static_cast<std::int64_t>(images.pixels.size()) != images.count * size) {
    throw Error(ErrorKind::internal, "an image block whose bytes do not fit its size");
  }
  if (!images.indices.empty() && static_cast<std::int64_t>(images.indices.size()) != images.count) {
    throw Error(ErrorKind::internal, "an image block with another number of indices than images");
  }
}

std::vector<std::int64_t> indices_of(const ImageBlock& images) {
  std::vector<std::int64_t> indices(images.indices.begin(), images.indices.end());
  for (std::int64_t i = 0; indices.size() < static_cast<std::size_t>(images.count); ++i) {
    indices.push_back(images.first_index + i);
  }
  return indices;
}

}  // namespace

LoadedNetwork::LoadedNetwork(LoadedParts parts, std::shared_ptr<const Engine> engine)
    : parts_(std::move(parts)), engine_(std::move(engine)) {
  if (!engine_) engine_ = make_fast_engine();
}

at::Tensor LoadedNetwork::input_of(const ImageBlock& images, std::int64_t begin, std::int64_t count) const {
  at::Tensor input = at::empty({count, images.channels, images.height, images.width}, at::kFloat);
  float* values = input.data_ptr<float>();
  const std::int64_t plane = images.height * images.width;
  const std::uint8_t* pixels = images.pixels.data() + begin * images.channels * plane;
  for (std::int64_t i = 0; i < count * images.channels; ++i) {
    const auto channel = static_cast<std::size_t>(i % images.channels) % 3;
    const float mean = parts_.normalisation.mean[channel];
    const float deviation = parts_.normalisation.standard_deviation[channel];
    for (std::int64_t p = 0; p < plane; ++p) {
      values[i * plane + p] = (static_cast<float>(pixels[i * plane + p]) / 255.0F - mean) / deviation;
    }
  }
  return input;
}

at::Tensor LoadedNetwork::run(const at::Tensor& input, LayerHandler* handler) const {
  at::Tensor logits;
  std::optional<SimulationScope> scope;
  if (handler != nullptr) scope.emplace(*handler);
  const auto size = input.sizes();
  try {
    logits = parts_.forward(input);
  } catch (const std::exception& exception) {
    if (scope && scope->failure()) std::rethrow_exception(scope->failure());
    throw Error(ErrorKind::input,
                Phrase("Error", "the network does not run on images of {} x {} x {} ({})")
                    .filled_with(size[1], size[2], size[3], reason_of(exception)),
                parts_.name, Phrase("Error", "Choose images of the size the network was made for."));
  }
  scope.reset();
  if (!logits.defined() || logits.dim() != 2 || logits.size(0) != size[0] || logits.size(1) < 1) {
    throw Error(ErrorKind::input,
                Phrase("Error", "the network's output for {} images of {} x {} x {} is not [{}, classes]")
                    .filled_with(size[0], size[1], size[2], size[3], size[0]),
                parts_.name, Phrase("Error", "A network that gives one row of logits per image is needed."));
  }
  logits = logits.to(at::kFloat).contiguous();
  const float* values = logits.data_ptr<float>();
  if (!std::all_of(values, values + logits.numel(), [](float v) { return std::isfinite(v); })) {
    throw Error(ErrorKind::input, Phrase("Error", "the network's logits are not finite numbers"), parts_.name,
                Phrase("Error", "Check the normalisation and the weights."));
  }
  return logits;
}

std::shared_ptr<const LoadedNetwork::Trace> LoadedNetwork::trace(const ImageSize& size) const {
  // Under the lock: threads that start together wait for one run. A JIT graph is also compiled here, once.
  const std::lock_guard lock(traces_mutex_);
  if (const auto found = traces_.find(size); found != traces_.end()) return found->second;
  for (const std::int64_t side : size) {
    if (side < 1 || side > kLargestSide) {
      throw Error(ErrorKind::usage, Phrase("Error", "images of {} x {} x {}").filled_with(size[0], size[1], size[2]),
                  parts_.name, Phrase("Error", "Sizes lie between 1 and {}.").filled_with(kLargestSide));
    }
  }
  // Any picture does; this one is no constant, so that nothing in the network degenerates.
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(size[0] * size[1] * size[2]));
  for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<std::uint8_t>(mix64(i) >> 56U);
  const ImageBlock picture{.pixels = pixels,
                           .count = 1,
                           .channels = size[0],
                           .height = size[1],
                           .width = size[2],
                           .first_index = 0,
                           .indices = {}};
  const at::Tensor input = input_of(picture, 0, 1);
  LayerTracer tracer(parts_.constants, 1);
  const OperationRecorder recorder(1);
  const at::Tensor logits = run(input, &tracer);
  auto traced = std::make_shared<Trace>();
  traced->outside = recorder.operations();
  traced->layers = tracer.layers();
  traced->classes = logits.size(1);
  traces_.emplace(size, traced);
  return traced;
}

std::vector<LayerInfo> LoadedNetwork::layers(std::int64_t channels, std::int64_t height, std::int64_t width) const {
  const InferenceOnThisThread inference;
  std::vector<LayerInfo> list;
  for (const TracedLayer& layer : trace({channels, height, width})->layers) list.push_back(layer.info);
  return list;
}

std::vector<OutsideOperation> LoadedNetwork::outside_operations(std::int64_t channels, std::int64_t height,
                                                                std::int64_t width) const {
  const InferenceOnThisThread inference;
  return trace({channels, height, width})->outside;
}

std::int64_t LoadedNetwork::class_count(std::int64_t channels, std::int64_t height, std::int64_t width) const {
  const InferenceOnThisThread inference;
  return trace({channels, height, width})->classes;
}

Calibration LoadedNetwork::calibrate(const ImageBlock& images, double percentile, std::stop_token stop) const {
  check_block(images);
  if (images.count < 1) throw Error(ErrorKind::input, Phrase("Error", "no images to calibrate on"), "calibration");
  if (!(percentile >= 50 && percentile <= 100)) {
    throw Error(ErrorKind::usage,
                Phrase("Error", "{} is not allowed")
                    .filled_with(Filling::setting("activation_percentile", fmt::format("{}", percentile))),
                "calibration",
                Phrase("Error", "Allowed: {}.").filled_with(range_phrase(parameter_of("activation_percentile"))));
  }
  const InferenceOnThisThread inference;
  const auto traced = trace({images.channels, images.height, images.width});
  CalibrationRecorder recorder(parts_.constants, traced->layers, percentile);
  do {
    for (std::int64_t begin = 0; begin < images.count; begin += kCalibrationBatch) {
      if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "stopped");
      const std::int64_t count = std::min(kCalibrationBatch, images.count - begin);
      recorder.begin_images(count);
      run(input_of(images, begin, count), &recorder);
    }
  } while (recorder.begin_second_pass());
  Calibration calibration;
  calibration.images = images.count;
  calibration.percentile = percentile;
  calibration.images_hash = sha256_hex(std::as_bytes(images.pixels));
  calibration.layers = recorder.calibration();
  for (Calibration::Layer& layer : calibration.layers) layer.percentile = percentile;
  return calibration;
}

std::vector<float> LoadedNetwork::logits(const ImageBlock& images, const PointSettings& settings,
                                         const Calibration* calibration, std::stop_token stop) const {
  return evaluate(images, settings, calibration, nullptr, stop);
}

std::vector<float> LoadedNetwork::observe(const ImageBlock& images, const PointSettings& settings,
                                          const Calibration* calibration, const ArrayLayerObserver& observer,
                                          std::stop_token stop) const {
  if (settings.mode == EvaluationMode::floating_point) {
    throw Error(ErrorKind::usage, Phrase("Error", "mode float has no layers on the array to observe"), "mode",
                Phrase("Error", "Choose quantised or simulated."));
  }
  return evaluate(images, settings, calibration, &observer, stop);
}

std::vector<float> LoadedNetwork::evaluate(const ImageBlock& images, const PointSettings& settings,
                                           const Calibration* calibration, const ArrayLayerObserver* observer,
                                           const std::stop_token& stop) const {
  check_block(images);
  if (images.count == 0) return {};
  const InferenceOnThisThread inference;
  const auto traced = trace({images.channels, images.height, images.width});
  std::vector<float> all;
  all.reserve(static_cast<std::size_t>(images.count * traced->classes));
  const bool in_float = settings.mode == EvaluationMode::floating_point;
  std::optional<LayerSimulator> simulator;
  if (!in_float) {
    simulator.emplace(
        SimulationInputs{&parts_.constants, &traced->layers, engine_.get(), &weights_, calibration, stop, observer},
        settings);
  }
  const std::vector<std::int64_t> indices = indices_of(images);
  // One image at a time, unless the batch is part of the settings: then no result can depend on a batch.
  const bool whole_batch = settings.macro.activation_scale == ActivationScale::per_batch;
  const std::int64_t step = in_float ? kFloatBatch : whole_batch ? images.count : 1;
  for (std::int64_t begin = 0; begin < images.count; begin += step) {
    if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "stopped");
    const std::int64_t count = std::min(step, images.count - begin);
    if (simulator) {
      simulator->begin_images({indices.data() + begin, static_cast<std::size_t>(count)});
    }
    const at::Tensor rows = run(input_of(images, begin, count), simulator ? &*simulator : nullptr);
    if (simulator) simulator->end_images();
    if (rows.size(1) != traced->classes) {
      throw Error(ErrorKind::input, Phrase("Error", "the number of logits changes from image to image"), parts_.name);
    }
    all.insert(all.end(), rows.data_ptr<float>(), rows.data_ptr<float>() + rows.numel());
  }
  return all;
}

}  // namespace acim
