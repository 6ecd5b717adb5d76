#pragma once

// Shows LibTorch types: only for core/network, core/training and their tests.

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "network/constant_table.h"
#include "network/layer_tracer.h"
#include "network/network.h"
#include "network/weight_cache.h"

namespace acim {

/// What loading yields, whatever the file was.
struct LoadedParts {
  std::string name;
  Normalisation normalisation;
  std::string hash;
  std::int64_t parameter_count = 0;
  std::function<at::Tensor(const at::Tensor&)> forward;  ///< [N, C, H, W] -> logits; safe on several threads
  ConstantTable constants;
};

/// The one implementation of Network.
class LoadedNetwork : public Network {
 public:
  LoadedNetwork(LoadedParts parts, std::shared_ptr<const Engine> engine);

  const std::string& name() const override { return parts_.name; }
  const Normalisation& normalisation() const override { return parts_.normalisation; }
  const std::string& hash() const override { return parts_.hash; }
  std::int64_t parameter_count() const override { return parts_.parameter_count; }
  std::vector<LayerInfo> layers(std::int64_t channels, std::int64_t height, std::int64_t width) const override;
  std::vector<OutsideOperation> outside_operations(std::int64_t channels, std::int64_t height,
                                                   std::int64_t width) const override;
  Calibration calibrate(const ImageBlock& images, double percentile, std::stop_token stop) const override;
  std::vector<float> logits(const ImageBlock& images, const PointSettings& settings, const Calibration* calibration,
                            std::stop_token stop) const override;
  std::vector<float> observe(const ImageBlock& images, const PointSettings& settings, const Calibration* calibration,
                             const ArrayLayerObserver& observer, std::stop_token stop) const override;
  std::int64_t class_count(std::int64_t channels, std::int64_t height, std::int64_t width) const override;

 private:
  using ImageSize = std::array<std::int64_t, 3>;
  struct Trace {
    std::vector<TracedLayer> layers;
    std::vector<OutsideOperation> outside;
    std::int64_t classes = 0;
  };

  /// logits(), with an observer that may be null.
  std::vector<float> evaluate(const ImageBlock& images, const PointSettings& settings, const Calibration* calibration,
                              const ArrayLayerObserver* observer, const std::stop_token& stop) const;
  /// The layers for images of this size, from one run; kept.
  std::shared_ptr<const Trace> trace(const ImageSize& size) const;
  /// Images begin .. begin + count as the network's input.
  at::Tensor input_of(const ImageBlock& images, std::int64_t begin, std::int64_t count) const;
  /// Runs, in a SimulationScope if there is a handler, and checks the logits.
  at::Tensor run(const at::Tensor& input, LayerHandler* handler) const;

  LoadedParts parts_;
  std::shared_ptr<const Engine> engine_;
  mutable WeightCache weights_;
  mutable std::mutex traces_mutex_;
  mutable std::map<ImageSize, std::shared_ptr<const Trace>> traces_;
};

}  // namespace acim
