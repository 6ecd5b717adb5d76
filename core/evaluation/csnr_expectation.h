#pragma once

#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

#include "array/layer_geometry.h"
#include "cost/csnr_estimate.h"
#include "evaluation/evaluation.h"
#include "evaluation/image_evaluator.h"

namespace acim {

/// What signal to noise to expect of each layer before anything runs at a point: cost::estimate_csnr on operands of the
/// first image. Quick enough to follow a knob: the operands of a point are looked at once, without the array's errors,
/// and kept for all points that have the same. Thread-safe, one call at a time goes on.
class CsnrExpectation {
 public:
  explicit CsnrExpectation(const Evaluation& evaluation);

  /// By layer index; none where a layer stays digital, and none at all in modes without an array. Error(usage) for
  /// settings that cannot run, Error(cancelled) on stop.
  std::vector<std::optional<cost::CsnrEstimate>> layers(const PointSettings& point, const std::stop_token& stop) const;

 private:
  /// Of one layer for the first image.
  struct LayerOperands {
    LayerGeometry geometry;
    bool signed_activations = false;
    std::vector<std::int16_t> weights;  ///< a sample
    std::vector<std::int16_t> streamed;
    double signal_variance = 0;
  };
  struct PointOperands {
    PointSettings point;                               ///< that has only what operands depend on
    std::vector<std::optional<LayerOperands>> layers;  ///< by layer index
  };
  /// With mutex_ held.
  const PointOperands& operands_of(const PointSettings& point, const std::stop_token& stop) const;

  ImageEvaluator images_;
  std::vector<LayerInfo> layers_;
  mutable std::mutex mutex_;
  mutable std::list<PointOperands> known_;  ///< latest last
};

}  // namespace acim
