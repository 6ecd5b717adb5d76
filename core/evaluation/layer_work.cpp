#include "evaluation/layer_work.h"

namespace acim {

std::vector<cost::LayerWork> layer_work(std::span<const LayerInfo> layers) {
  std::vector<cost::LayerWork> work;
  work.reserve(layers.size());
  for (const LayerInfo& layer : layers) {
    cost::LayerWork& one = work.emplace_back();
    one.name = layer.name;
    one.geometry = layer.geometry;
    one.parts = layer.parts;
    one.first_convolution = layer.first_convolution;
    one.negative_inputs = layer.negative_inputs;
    one.product_of_activations = layer.kind == LayerKind::matmul;
  }
  return work;
}

}  // namespace acim
