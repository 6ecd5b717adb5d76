#include "study/run_counts.h"

#include <algorithm>

namespace acim {

RunCounts counts_of(const KeptRun& run) {
  RunCounts counts;
  counts.results = results_of(run);
  counts.computed.assign(run.labels.size(), 0);
  std::int16_t most = -1;
  for (const std::vector<std::int16_t>& point : run.predictions) {
    for (std::size_t image = 0; image < std::min(point.size(), counts.computed.size()); ++image) {
      if (point[image] >= 0) counts.computed[image] = 1;
      most = std::max(most, point[image]);
    }
  }
  for (const std::int16_t label : run.labels) most = std::max(most, label);
  counts.classes = most + 1;
  return counts;
}

}  // namespace acim
