#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cost/layer_cost.h"
#include "cost/macro_cost.h"
#include "macro/settings.h"

namespace acim::cost {

/// What one image costs in a network.
struct NetworkCost {
  std::vector<LayerCost> layers;
  EnergyBreakdown fj;
  std::int64_t macs = 0;
  std::int64_t conversions = 0;  ///< samples of voted cycles counted
  std::int64_t tiles = 0;        ///< macro images of weights of all layers on the array
  bool weights_fit = true;       ///< into the macros of the chip, all at once
  double latency_us = 0;         ///< best case; digital layers and buffers take no time here
  double digital_fj = 0;         ///< the same network on the all-digital macro, everything included
  Trust energy_trust;

  double tops_per_watt() const { return 2000 * static_cast<double>(macs) / fj.total(); }
  /// Of the compute-in-memory macro alone, without partial sums, buffers and weight loads.
  double macro_tops_per_watt() const { return 2000 * static_cast<double>(macs) / fj.macro(); }
  double uj_per_inference() const { return fj.total() * 1e-9; }
};

/// Mode simulated: layers on the array or digital as the overrides say; quantised: all of them digital. Error(usage)
/// for mode float, which no macro computes, and for settings that contradict each other.
NetworkCost network_cost(std::span<const LayerWork> layers, const PointSettings& point);

}  // namespace acim::cost
