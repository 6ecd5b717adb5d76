#pragma once

#include <span>
#include <vector>

#include "cost/layer_cost.h"
#include "network/network.h"

namespace acim {

/// The layers of a network as the cost model sees them.
std::vector<cost::LayerWork> layer_work(std::span<const LayerInfo> layers);

}  // namespace acim
