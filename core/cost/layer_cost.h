#pragma once

#include <string>

#include "cost/energy_breakdown.h"
#include "cost/layer_counts.h"
#include "macro/settings.h"

namespace acim::cost {

/// A convolution, linear layer or product of activations of a network, as far as cost goes.
struct LayerWork {
  std::string name;
  LayerGeometry geometry;               ///< of one image; of a product: one batch entry and head
  std::int64_t parts = 1;               ///< products per image
  bool first_convolution = false;       ///< digital unless an override says otherwise
  bool negative_inputs = false;         ///< decides `auto` signs
  bool product_of_activations = false;  ///< the cells are written anew for every image
};

/// What one image costs in a layer.
struct LayerCost {
  std::string name;
  bool digital = false;
  LayerCounts counts;  ///< digital layers: only macs, partial_sums, bits of operands
  EnergyBreakdown fj;
  double compute_us = 0;       ///< best case; digital layers and partial sums take none here
  double weight_write_us = 0;  ///< of all tiles, once
};

/// On the array. Error(usage) as layer_counts().
LayerCost array_layer_cost(const LayerWork& layer, const ConversionSettings& settings);
/// In digital logic of the same rows, exact integers of these bits.
LayerCost digital_layer_cost(const LayerWork& layer, const MacroParameters& macro, int weight_bits,
                             int activation_bits);

}  // namespace acim::cost
