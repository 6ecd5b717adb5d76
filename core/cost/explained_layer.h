#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "array/layer_errors.h"
#include "cost/design_hints.h"
#include "macro/parameter_table.h"

namespace acim {

/// KnobTrial::change of a calibrated ADC range, which each layer sets differently.
inline constexpr std::string_view kRangeCalibrated = "ADC range calibrated";

/// One knob of a layer turned, everything else as it is, on the same integers.
struct KnobTrial {
  std::string change;       ///< "adc_bits = 8": the same in every layer that makes this change
  double csnr_db = 0;       ///< infinite without error
  double gained_db = 0;     ///< over the layer as it is
  double energy_ratio = 0;  ///< of the layer's energy in the macro over that of the layer as it is; 0: not known
  /// What makes the change, as settings of the layer. Empty where no knob does: typed-in noise of a physical source,
  /// and what layers of a network would set differently.
  std::vector<std::pair<std::string, ParameterValue>> values;
};

/// A trial that costs more than this many times the energy is no advice among others.
inline constexpr double kDearEnergyRatio = 10;
inline bool is_dear(const KnobTrial& trial) {
  return trial.energy_ratio > kDearEnergyRatio;
}
/// The most helpful first; dear ones behind all others.
void rank_trials(std::vector<KnobTrial>& trials);

/// Why a layer of the array is as good as it is.
struct LayerExplanation {
  std::size_t index = 0;  ///< in the network's layers
  std::string layer;
  LayerErrors errors;
  std::vector<double> pair_energy_fj;   ///< as errors.pairs, of one image; empty when weights do not fit the columns
  std::vector<KnobTrial> trials;        ///< as rank_trials() has them
  std::vector<cost::DesignHint> hints;  ///< what its data give away

  /// The array gives the exact integer products: what error there is, quantising made.
  bool is_lossless() const { return errors.array.is_lossless(); }
};

/// Trials over all layers: the mean gain of each change that every layer with error can make, as
/// rank_trials() has them; energy is that of all these layers together. Infinite gains count as 60 dB.
std::vector<KnobTrial> network_trials(std::span<const LayerExplanation> layers);

}  // namespace acim
