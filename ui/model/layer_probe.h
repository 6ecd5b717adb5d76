#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "array/conversion_settings.h"
#include "array/engine.h"
#include "array/layer_geometry.h"
#include "cost/explained_layer.h"
#include "macro/settings.h"

namespace acim::ui {

/// The integers that a layer of the array works on for one image (of a product of activations: for one of its parts),
/// and what draws its noise.
struct ProbedLayer {
  LayerGeometry geometry;
  ConversionSettings settings;
  LayerKey key;
  std::vector<std::int16_t> weights;   ///< [outputs][reduction]
  std::vector<std::int16_t> streamed;  ///< laid out as the geometry says
};

/// Looks into the layers of the network that is open; made by whoever knows networks. Thread-safe, and slow: never
/// asked on the window's thread.
class LayerProbe {
 public:
  virtual ~LayerProbe() = default;

  virtual std::int64_t image_count() const = 0;
  /// Error(usage) where the layer stays digital; Error(cancelled) on stop.
  virtual ProbedLayer operands(const PointSettings& settings, std::int64_t image, std::size_t layer, std::int64_t part,
                               std::stop_token stop) const = 0;
  /// Signal to noise of each layer's outputs, dB, over the images of a point that ran so far; NaN where there is none.
  virtual std::vector<double> csnr_db(const PointSettings& point) const = 0;
  /// What is to be expected of them before anything runs, dB, infinite where nothing is lost; NaN where there is none.
  /// Quick. Errors as of operands().
  virtual std::vector<double> expected_csnr_db(const PointSettings& point, std::stop_token stop) const = 0;
  /// Why each layer of the array is as good as it is, on the first explained_images(); `trials`: what turning knobs
  /// would gain, too. Error(usage) where nothing is on the array; Error(cancelled) on stop.
  virtual std::vector<LayerExplanation> explain(const PointSettings& point, bool trials,
                                                const std::function<void(double)>& progress,
                                                const std::stop_token& stop) const = 0;
  virtual std::int64_t explained_images() const = 0;
};

}  // namespace acim::ui
