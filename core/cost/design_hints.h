#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/phrase.h"
#include "cost/layer_cost.h"
#include "macro/macro_parameters.h"
#include "macro/settings.h"

namespace acim::cost {

/// A trap that settings give away: what is wasted or lost, why, and what would be better.
struct DesignHint {
  std::string code;               ///< "sums_between_codes": the same in every version and language
  std::vector<std::string> keys;  ///< knobs it is about
  Phrase reason;                  ///< a sentence, with figures
  Phrase remedy;                  ///< a sentence, with values of knobs
  /// What the remedy sets first, where it is one knob of this macro; empty for digital pairs, whose exact readout a
  /// trial sets as well.
  std::vector<std::pair<std::string, std::int64_t>> values = {};

  bool operator==(const DesignHint&) const = default;
};

/// Samples of the smallest vote: their number is odd.
inline constexpr int kFewestVotes = 3;
/// Levels are voted, and by one sample: the trap "vote_of_one".
bool is_vote_of_one(const MacroParameters& macro);

/// Of valid parameters; in a fixed order. Nothing is simulated.
std::vector<DesignHint> design_hints(const MacroParameters& macro);
/// Of settings, and of what they are to layers of a network. Error(usage) as settings_of_layer().
std::vector<DesignHint> design_hints(const PointSettings& point, std::span<const LayerWork> layers);

}  // namespace acim::cost
