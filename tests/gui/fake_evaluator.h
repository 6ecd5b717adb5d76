#pragma once

#include <atomic>
#include <chrono>
#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "base/error.h"
#include "cost/layer_cost.h"
#include "random_layer.h"
#include "study/evaluator.h"
#include "ui/model/study_controller.h"

namespace acim::test {

inline PointResult result_of(std::int64_t correct, std::int64_t images) {
  PointResult result;
  result.images = images;
  result.correct = correct;
  return result;
}

/// A network that needs none: right with a chance that grows with ADC bits and falls with encoding bits, the same for
/// the same image and settings. `delay` per image makes a run last.
class FakeEvaluator : public Evaluator {
 public:
  explicit FakeEvaluator(std::int64_t images = 200, std::chrono::microseconds delay = {})
      : images_(images), delay_(delay) {}

  std::int64_t image_count() const override { return images_; }
  int class_count() const override { return 10; }
  int label(std::int64_t image) const override { return static_cast<int>(image % 10); }
  std::vector<float> evaluate(const PointSettings& settings, std::int64_t first, std::int64_t count,
                              std::stop_token stop) const override {
    std::vector<float> logits(static_cast<std::size_t>(count * 10), 0.0F);
    for (std::int64_t i = 0; i < count; ++i) {
      if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "stopped");
      if (delay_.count() > 0) std::this_thread::sleep_for(delay_);
      const std::int64_t image = first + i;
      const bool right = draw(image) < chance(settings);
      const std::int64_t answer = right ? image % 10 : (image + 1) % 10;
      logits[static_cast<std::size_t>(i * 10 + answer)] = 1;
    }
    return logits;
  }
  std::vector<std::pair<std::string, std::string>> provenance() const override {
    return {{"network", "fake"},
            {"network_hash", "00"},
            {"images", "fake"},
            {"images_hash", "11"},
            {"calibration_hash", "22"}};
  }
  std::string calibration() const override { return R"({"fake": 1})"; }

  static double chance(const PointSettings& settings) {
    if (settings.mode == EvaluationMode::floating_point) return 0.923;
    // A calibrated range is worth two bits.
    const double bits =
        settings.macro.adc_bits - 0.9 * std::log2(settings.macro.encoding_bits) + (settings.layers.empty() ? 0 : 2);
    const double noise = settings.macro.random_noise_percent;
    return 0.1 + 0.82 / (1 + std::exp(-1.35 * (bits - 4.1))) / (1 + noise);
  }

 private:
  static double draw(std::int64_t image) {
    auto x = static_cast<std::uint64_t>(image) * 0x9E3779B97F4A7C15U + 0x1234567U;
    x ^= x >> 31U;
    x *= 0xBF58476D1CE4E5B9U;
    x ^= x >> 29U;
    return static_cast<double>(x >> 11U) * 0x1p-53;
  }

  std::int64_t images_;
  std::chrono::microseconds delay_;
};

/// Layers of a small network: the first stays digital, the others are on the array.
inline std::vector<cost::LayerWork> fake_layers() {
  const auto convolution = [](const char* name, std::int64_t channels, std::int64_t outputs, bool first) {
    cost::LayerWork layer;
    layer.name = name;
    layer.geometry.channels = channels;
    layer.geometry.height = layer.geometry.width = 16;
    layer.geometry.outputs = outputs;
    layer.geometry.kernel_height = layer.geometry.kernel_width = 3;
    layer.geometry.padding_height = layer.geometry.padding_width = 1;
    layer.first_convolution = first;
    return layer;
  };
  cost::LayerWork linear;
  linear.name = "fc";
  linear.geometry = LayerGeometry::linear(1, 64, 10);
  return {convolution("conv1", 3, 16, true), convolution("layer1.0.conv1", 16, 32, false),
          convolution("layer1.0.conv2", 32, 64, false), linear};
}

/// A quarter of full scale for every layer of points that ask for a calibrated range; `delay` for each.
inline ui::RangeCalibration fake_calibration(std::chrono::microseconds delay = {}) {
  return [delay](StudySpec& spec, const std::function<void(std::size_t)>& progress, const std::stop_token& stop) {
    for (std::size_t i = 0; i < spec.points.size(); ++i) {
      if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "stopped");
      progress(i);
      std::this_thread::sleep_for(delay);
      const std::string range = adc_range_of(spec, spec.points[i]);
      if (range.empty() || range == "full") continue;
      spec.points[i].settings.layers.push_back(parse_layer_override("*:adc_range_percent=25"));
    }
  };
}

/// Operands of the fake layers: the same for the same image, layer and part.
class FakeProbe : public ui::LayerProbe {
 public:
  explicit FakeProbe(std::int64_t images) : images_(images) {}

  std::int64_t image_count() const override { return images_; }
  ui::ProbedLayer operands(const PointSettings& settings, std::int64_t image, std::size_t layer, std::int64_t part,
                           std::stop_token) const override {
    const cost::LayerWork work = fake_layers().at(layer);
    const LayerSettings own = settings_of_layer(settings, work.name, work.first_convolution);
    if (own.digital) throw Error(ErrorKind::usage, "This layer stays digital", work.name, "Put it on the array");
    TestRandom random(static_cast<std::uint64_t>(image) * 1000 + layer);
    const auto weights = static_cast<std::size_t>(work.geometry.outputs * work.geometry.reduction());
    const auto inputs = static_cast<std::size_t>(work.geometry.input_elements());
    return {work.geometry, make_conversion_settings(own.macro, false),
            LayerKey{own.macro.seed, layer, static_cast<std::uint64_t>(image), static_cast<std::uint64_t>(part), layer},
            random_weights(random, weights, own.macro.weight_bits),
            random_activations(random, inputs, own.macro.activation_bits, false)};
  }
  std::vector<double> csnr_db(const PointSettings& point) const override {
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    return {nothing, 3.0 * point.macro.adc_bits, 20, nothing};
  }
  std::vector<double> expected_csnr_db(const PointSettings& point, std::stop_token) const override {
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    return {nothing, 2.0 * point.macro.adc_bits, 2.0 * point.macro.adc_bits, nothing};
  }
  /// Of the fake operands; ADC bits help every layer, calibrating its range too, fewer rows only the first.
  std::vector<LayerExplanation> explain(const PointSettings& point, bool trials,
                                        const std::function<void(double)>& progress,
                                        const std::stop_token& stop) const override {
    std::vector<LayerExplanation> layers;
    const std::vector<cost::LayerWork> works = fake_layers();
    for (std::size_t i = 0; i < works.size(); ++i) {
      if (settings_of_layer(point, works[i].name, works[i].first_convolution).digital) continue;
      const ProbedLayerOperands operands(operands_of(point, i, stop));
      LayerExplanation& layer = layers.emplace_back();
      layer.index = i;
      layer.layer = works[i].name;
      layer.errors = explain_errors(operands.layer, 1 << 12, stop);
      layer.pair_energy_fj = {1};
      layer.hints = {
          {"fake", {}, Phrase::verbatim("A hint of " + works[i].name + "."), Phrase::verbatim("Do nothing.")}};
      progress(static_cast<double>(i) / static_cast<double>(works.size()));
      if (!trials || layer.is_lossless()) continue;
      const std::int64_t finer = operands.probed.settings.macro.adc_bits + 1;
      const double range = 20.0 + static_cast<double>(i);
      layer.trials = {{"adc_bits = " + std::to_string(finer), 20, 6.1, 1.3, {{"adc_bits", finer}}},
                      {std::string(kRangeCalibrated), 17, 3, 1, {{"adc_range_percent", range}}},
                      {"encoding_bits = 1", 10, -1, 2, {{"encoding_bits", std::int64_t{1}}}}};
      if (i == 1) {
        layer.trials.insert(layer.trials.begin(), KnobTrial{"rows = 63", 40, 20, 2, {{"rows", std::int64_t{63}}}});
      }
    }
    return layers;
  }
  std::int64_t explained_images() const override { return 2; }

 private:
  struct ProbedLayerOperands {
    explicit ProbedLayerOperands(ui::ProbedLayer one)
        : probed(std::move(one)),
          layer{probed.geometry, probed.settings, probed.weights, probed.streamed, probed.key} {}
    ui::ProbedLayer probed;
    LayerOperands layer;
  };
  ui::ProbedLayer operands_of(const PointSettings& point, std::size_t layer, const std::stop_token& stop) const {
    return operands(point, 0, layer, 0, stop);
  }

  std::int64_t images_;
};

/// Opens one network, whatever is asked for.
inline ui::EvaluationFactory factory_of(std::shared_ptr<const Evaluator> evaluator,
                                        ui::RangeCalibration calibration = fake_calibration()) {
  return [evaluator = std::move(evaluator), calibration = std::move(calibration)](
             const StudySubject&, double, const std::function<void(double, const std::string&)>&, std::stop_token) {
    return ui::OpenedSubject{evaluator, fake_layers(), calibration,
                             std::make_shared<const FakeProbe>(evaluator->image_count())};
  };
}

/// Opens anything but "broken".
inline ui::EvaluationFactory fake_factory(std::int64_t images = 200, std::chrono::microseconds delay = {}) {
  return [images, delay](const StudySubject& subject, double,
                         const std::function<void(double, const std::string&)>& progress,
                         std::stop_token) -> ui::OpenedSubject {
    if (progress) progress(0.5, "Calibrating");
    if (subject.network == "broken" || subject.dataset == "broken") {
      throw Error(ErrorKind::input, "The file ends after 11.2 of 44.8 MB", "broken.pt", "Copy it again");
    }
    return {std::make_shared<FakeEvaluator>(images, delay), fake_layers(), fake_calibration(delay),
            std::make_shared<const FakeProbe>(images)};
  };
}

}  // namespace acim::test
