#pragma once

#include <QString>

#include "array/layer_errors.h"
#include "cost/explained_layer.h"

namespace acim::ui {

/// "ADC rounding"
QString cause_name(ErrorCause cause);
/// What happens there, in a sentence.
QString cause_meaning(ErrorCause cause);
/// "ADC bits 8" of what a trial changes.
QString trial_name(const KnobTrial& trial);
/// "+6.1 dB, energy × 1.30"
QString trial_gain(const KnobTrial& trial);
/// No error is left: what is gained has no number.
bool ends_all_error(const KnobTrial& trial);

}  // namespace acim::ui
