#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "array/layer_errors.h"
#include "cost/design_hints.h"
#include "evaluation/evaluation.h"

namespace acim {

/// One knob of a layer turned, everything else as it is, on the same integers.
struct KnobTrial {
  std::string change;       ///< "adc_bits = 8"
  double csnr_db = 0;       ///< infinite without error
  double gained_db = 0;     ///< over the layer as it is
  double energy_ratio = 0;  ///< of the layer's energy in the macro over that of the layer as it is; 0: not known
};

/// Why a layer of the array is as good as it is.
struct LayerExplanation {
  std::size_t index = 0;  ///< in Evaluation::layers
  std::string layer;
  LayerErrors errors;
  std::vector<double> pair_energy_fj;   ///< as errors.pairs, of one image; empty when weights do not fit the columns
  std::vector<KnobTrial> trials;        ///< the most helpful first
  std::vector<cost::DesignHint> hints;  ///< what its data give away
};

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

/// Trials over all layers: the mean gain of each change that every layer can make, the most helpful first; energy is
/// that of all these layers together. Infinite gains count as 60 dB.
std::vector<KnobTrial> network_trials(std::span<const LayerExplanation> layers);

}  // namespace acim
