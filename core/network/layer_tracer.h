#pragma once

// Shows LibTorch types: only for core/network, core/training and their tests.

#include <cstdint>
#include <vector>

#include "network/constant_table.h"
#include "network/simulation_scope.h"
#include "network/value_statistics.h"

namespace acim {

/// A layer as one float run showed it.
struct TracedLayer {
  LayerInfo info;
  bool product = false;
  at::Tensor constant;                ///< the network's tensor, see LayerCall
  at::Tensor stationary;              ///< float32 [outputs][reduction] of a constant weight
  std::uint64_t weight_identity = 0;  ///< equal for layers that share a weight
};

/// Answers in float and writes the list of layers.
class LayerTracer : public LayerHandler {
 public:
  LayerTracer(const ConstantTable& constants, std::int64_t images) : constants_(constants), images_(images) {}

  at::Tensor layer(const LayerCall& call) override;
  bool is_constant(const at::Tensor& tensor) const override { return constants_.contains(tensor); }
  std::int64_t images() const override { return images_; }

  const std::vector<TracedLayer>& layers() const { return layers_; }

 private:
  const ConstantTable& constants_;
  std::int64_t images_;
  std::vector<TracedLayer> layers_;
  std::int64_t calls_of_kind_[3] = {0, 0, 0};
};

/// Answers in float and collects the statistics of the operands of every layer.
class CalibrationRecorder : public LayerHandler {
 public:
  CalibrationRecorder(const ConstantTable& constants, const std::vector<TracedLayer>& layers, double percentile);

  void begin_images(std::int64_t images);
  /// Whether all images must run once more.
  bool begin_second_pass();
  std::vector<Calibration::Layer> calibration() const;

  at::Tensor layer(const LayerCall& call) override;
  bool is_constant(const at::Tensor& tensor) const override { return constants_.contains(tensor); }
  std::int64_t images() const override { return images_; }

 private:
  const ConstantTable& constants_;
  const std::vector<TracedLayer>& layers_;
  std::int64_t images_ = 0;
  std::size_t next_ = 0;
  std::vector<ValueStatistics> streamed_;
  std::vector<ValueStatistics> stationary_;  ///< used for products of activations
};

/// Error(input) when call number `index` is not the layer the first run showed: a network whose layers depend on its
/// input.
void check_same_layer(const std::vector<TracedLayer>& layers, std::size_t index, const LayerCall& call);

}  // namespace acim
