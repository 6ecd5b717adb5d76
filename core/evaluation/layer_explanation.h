#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "array/layer_errors.h"
#include "cost/explained_layer.h"
#include "evaluation/evaluation.h"

namespace acim {

struct ExplanationOptions {
  std::int64_t images = 2;                                    ///< the first of the data set
  std::string layers = "*";                                   ///< pattern of names
  bool trials = true;                                         ///< turn knobs
  std::int64_t most_conversions = kMostExplainedConversions;  ///< looked at, of each layer and image
  std::function<void(double)> progress = {};                  ///< 0..1; may be empty
};

/// Explains layers of the array at a point, in their order, on the activations that the simulated array passes on. A
/// pure function of network, images and settings. Error(usage) for mode other than simulated and when no layer of the
/// array has such a name; Error(cancelled) on stop.
std::vector<LayerExplanation> explain_layers(const Evaluation& evaluation, const PointSettings& point,
                                             const ExplanationOptions& options, const std::stop_token& stop = {});

}  // namespace acim
