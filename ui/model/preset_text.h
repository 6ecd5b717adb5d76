#pragma once

#include <QString>

#include "cost/preset.h"
#include "macro/macro_parameters.h"

namespace acim::ui {

/// "charge domain": how a macro adds.
QString domain_words(AnalogDomain domain);
/// Citation, what was read of it, and what is assumed, as sentences.
QString preset_words(const cost::Preset& preset);
/// The published macro whose every knob stands so; null: none.
const cost::Preset* matching_preset(const cost::PresetCollection& collection, const MacroParameters& macro);

}  // namespace acim::ui
