#pragma once

#include <vector>

#include "cost/layer_cost.h"

namespace acim::cost {

/// What one image costs a layer of the array in the macro, fJ, by pair: [weight bit][activation cycle], one weight bit
/// when weight_parallel. Rows and cells of a cycle are shared by the pairs that evaluate them, shift-and-add by all
/// pairs of the cycle. Adds up to LayerCost::fj.macro(). Error(usage) as layer_counts().
std::vector<double> pair_energies(const LayerWork& layer, const ConversionSettings& settings);

}  // namespace acim::cost
