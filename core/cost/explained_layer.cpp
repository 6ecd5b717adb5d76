#include "cost/explained_layer.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace acim {

namespace {

constexpr double kMostDecibels = 60;  ///< what no error at all counts as in means

}  // namespace

void rank_trials(std::vector<KnobTrial>& trials) {
  std::ranges::stable_sort(trials, std::ranges::greater(), &KnobTrial::gained_db);
  std::stable_partition(trials.begin(), trials.end(), std::not_fn(is_dear));
}

std::vector<KnobTrial> network_trials(std::span<const LayerExplanation> layers) {
  struct Sum {
    double gained_db = 0;
    double energy = 0;
    std::size_t layers = 0;
    std::vector<std::pair<std::string, ParameterValue>> values;
  };
  std::map<std::string, Sum> sums;
  double energy = 0;
  std::size_t with_error = 0;
  for (const LayerExplanation& layer : layers) {
    if (layer.trials.empty()) continue;
    ++with_error;
    const double own = std::accumulate(layer.pair_energy_fj.begin(), layer.pair_energy_fj.end(), 0.0);
    energy += own;
    for (const KnobTrial& trial : layer.trials) {
      Sum& sum = sums[trial.change];
      if (sum.layers == 0) sum.values = trial.values;
      if (sum.values != trial.values) sum.values.clear();
      sum.gained_db += std::min(trial.gained_db, kMostDecibels);
      sum.energy += trial.energy_ratio * own;
      ++sum.layers;
    }
  }
  std::vector<KnobTrial> trials;
  for (const auto& [change, sum] : sums) {
    if (sum.layers < with_error) continue;
    trials.push_back(
        {change, 0, sum.gained_db / static_cast<double>(sum.layers), energy > 0 ? sum.energy / energy : 0, sum.values});
  }
  rank_trials(trials);
  return trials;
}

}  // namespace acim
