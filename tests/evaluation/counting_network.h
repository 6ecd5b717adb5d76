#pragma once

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "dataset/image_set.h"
#include "network/network.h"

namespace acim::test {

/// Images whose bytes are their index.
class IndexImages : public ImageSet {
 public:
  IndexImages(std::int64_t size, int classes) : size_(size) {
    for (int i = 0; i < classes; ++i) classes_.push_back("class " + std::to_string(i));
  }
  std::string name() const override { return "index images"; }
  std::int64_t size() const override { return size_; }
  ImageShape shape() const override { return {3, 2, 2}; }
  std::span<const std::string> class_names() const override { return classes_; }
  int label(std::int64_t index) const override { return static_cast<int>(index) % static_cast<int>(classes_.size()); }
  void read(std::int64_t index, std::span<std::uint8_t> pixels) const override {
    for (std::uint8_t& pixel : pixels) pixel = static_cast<std::uint8_t>(index);
  }
  std::string hash() const override { return "images of " + std::to_string(size_); }

 private:
  std::int64_t size_;
  std::vector<std::string> classes_;
};

/// A network of two layers whose first logit is the image's byte and whose second one the second layer's calibration.
class CountingNetwork : public Network {
 public:
  const std::string& name() const override { return name_; }
  const Normalisation& normalisation() const override { return normalisation_; }
  const std::string& hash() const override { return hash_; }
  std::int64_t parameter_count() const override { return 0; }
  std::vector<LayerInfo> layers(std::int64_t channels, std::int64_t, std::int64_t) const override {
    if (channels != 3) throw Error(ErrorKind::input, "The network takes 3 channels", name_);
    std::vector<LayerInfo> layers(2);
    layers[0].name = "conv1";
    layers[0].first_convolution = true;
    layers[1].name = "layer1.0.conv1";
    layers[1].index = 1;
    return layers;
  }
  std::vector<OutsideOperation> outside_operations(std::int64_t, std::int64_t, std::int64_t) const override {
    return {{"softmax", 1, 0}};
  }
  Calibration calibrate(const ImageBlock& images, double percentile, std::stop_token) const override {
    ++calibrations;
    Calibration calibration;
    calibration.images = images.count;
    calibration.percentile = percentile;
    calibration.layers.resize(2);
    for (auto& layer : calibration.layers) layer.streamed.maximum = static_cast<float>(percentile);
    calibration.layers[1].streamed.negative = true;
    return calibration;
  }
  std::vector<float> logits(const ImageBlock& images, const PointSettings&, const Calibration* calibration,
                            std::stop_token) const override {
    std::vector<float> logits;
    for (std::int64_t i = 0; i < images.count; ++i) {
      logits.push_back(images.pixels[static_cast<std::size_t>(i * 12)]);
      logits.push_back(calibration == nullptr ? -1.0F : calibration->layers[1].streamed.maximum);
      logits.push_back(static_cast<float>(images.first_index + i));
    }
    return logits;
  }
  /// The second layer: 40 weights of 1 for each of two outputs, as many ones streamed as the image's byte says; the
  /// array makes 1 too much of them.
  std::vector<float> observe(const ImageBlock& images, const PointSettings& settings, const Calibration* calibration,
                             const ArrayLayerObserver& observer, std::stop_token stop) const override {
    ++observations;
    const LayerSettings layer = settings_of_layer(settings, "layer1.0.conv1", false);
    const ConversionSettings conversion = make_conversion_settings(layer.macro, false);
    const LayerGeometry geometry = LayerGeometry::linear(1, 40, 2);
    const std::vector<std::int16_t> weights(80, 1);
    for (std::int64_t i = 0; i < images.count; ++i) {
      const auto ones = static_cast<std::size_t>(images.pixels[static_cast<std::size_t>(i * 12)]) % 41;
      std::vector<std::int16_t> streamed(40);
      std::fill_n(streamed.begin(), ones, std::int16_t{1});
      const std::vector<double> output(2, static_cast<double>(ones) + 1);
      const bool simulated = settings.mode == EvaluationMode::simulated;
      observer({1, geometry, conversion, weights, streamed,
                simulated ? std::span<const double>(output) : std::span<const double>(),
                LayerKey{.seed = 1, .layer = 1, .image = static_cast<std::uint64_t>(images.first_index + i)}});
    }
    return logits(images, settings, calibration, std::move(stop));
  }
  std::int64_t class_count(std::int64_t, std::int64_t, std::int64_t) const override { return 3; }

  mutable std::atomic<int> calibrations = 0;
  mutable std::atomic<int> observations = 0;
  std::string hash_ = "counting";

 private:
  std::string name_ = "counting network";
  Normalisation normalisation_;
};

}  // namespace acim::test
