#pragma once

#include <cstdint>
#include <vector>

#include "study/kept_run.h"

namespace acim {

/// What is asked of a run again and again, counted once: looking through every prediction of every point takes longer
/// than a frame.
struct RunCounts {
  std::vector<PointResult> results;    ///< [point]
  std::vector<std::uint8_t> computed;  ///< [image]: 1 where some point has a prediction of it
  int classes = 0;  ///< as many as there are labels and predictions of: all that a file tells of them
};

RunCounts counts_of(const KeptRun& run);

}  // namespace acim
