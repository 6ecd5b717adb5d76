#pragma once

// Shows LibTorch types: only for core/network, core/training and their tests.

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "array/engine.h"
#include "network/constant_table.h"
#include "network/layer_tracer.h"
#include "network/simulation_scope.h"
#include "network/weight_cache.h"

namespace acim {

/// What every layer of a run has in common.
struct SimulationInputs {
  const ConstantTable* constants = nullptr;
  const std::vector<TracedLayer>* layers = nullptr;
  const Engine* engine = nullptr;
  WeightCache* weights = nullptr;
  const Calibration* calibration = nullptr;  ///< may be null
  std::stop_token stop;
  const ArrayLayerObserver* observer = nullptr;  ///< may be null
};

/// Answers each layer on integers: quantise, the array or exact sums, dequantise, bias (acim-model sections 2 and 13).
/// One simulator per thread.
class LayerSimulator : public LayerHandler {
 public:
  /// Error(usage) when a layer's settings contradict, or need a calibration that is not there or of another percentile.
  LayerSimulator(const SimulationInputs& inputs, const PointSettings& settings);

  /// The next run is of these images of the data set.
  void begin_images(std::span<const std::int64_t> indices);
  /// Error(input) when the run made fewer calls than the layer list has.
  void end_images() const;

  at::Tensor layer(const LayerCall& call) override;
  bool is_constant(const at::Tensor& tensor) const override { return inputs_.constants->contains(tensor); }
  std::int64_t images() const override { return static_cast<std::int64_t>(indices_.size()); }

 private:
  struct Plan {
    LayerSettings settings;
    bool on_array = false;  ///< otherwise exact sums
    bool observed = false;  ///< on the array, or would be in mode simulated
    bool swapped = false;   ///< product with the first operand in the cells
    int weight_bits = 8;
    int activation_bits = 8;
    bool signed_activations = false;
    LayerGeometry geometry;
    std::optional<ConversionSettings> conversion;
    std::optional<float> streamed_maximum;         ///< calibrated
    std::optional<float> stationary_maximum;       ///< calibrated, of a product
    std::shared_ptr<const PreparedWeight> weight;  ///< of a constant, once used
  };

  Plan plan_of(const TracedLayer& layer, const PointSettings& settings) const;
  void take_calibration(Plan& plan, const TracedLayer& layer) const;
  std::shared_ptr<const PreparedWeight> prepare(const Plan& plan, std::span<const float> weights, float scale,
                                                std::uint64_t identity) const;
  const PreparedWeight& constant_weight(Plan& plan, const TracedLayer& layer, const LayerCall& call) const;
  /// Exact sums of integers_, dequantised.
  void answer_exactly(const LayerGeometry& geometry, const PreparedWeight& weight, double factor,
                      std::span<const float> bias, std::span<float> result);
  float scale_of(const std::optional<float>& calibrated_maximum, std::span<const float> image,
                 std::span<const float> whole, bool is_signed) const;

  SimulationInputs inputs_;
  ActivationScale activation_scale_;
  std::vector<Plan> plans_;
  std::span<const std::int64_t> indices_;
  std::size_t next_ = 0;
  std::vector<std::int16_t> integers_;
  std::vector<double> sums_;
  std::vector<std::int32_t> exact_sums_;
};

}  // namespace acim
