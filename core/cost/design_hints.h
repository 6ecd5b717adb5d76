#pragma once

#include <string>
#include <vector>

#include "base/phrase.h"
#include "macro/macro_parameters.h"

namespace acim::cost {

/// A trap that settings give away: what is wasted or lost, why, and what would be better.
struct DesignHint {
  std::string code;               ///< "sums_between_codes": the same in every version and language
  std::vector<std::string> keys;  ///< knobs it is about
  Phrase reason;                  ///< a sentence, with figures
  Phrase remedy;                  ///< a sentence, with values of knobs

  bool operator==(const DesignHint&) const = default;
};

/// Of valid parameters; in a fixed order. Nothing is simulated.
std::vector<DesignHint> design_hints(const MacroParameters& macro);

}  // namespace acim::cost
