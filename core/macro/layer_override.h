#pragma once

#include "macro/settings.h"

namespace acim {

/// Adds a value of an override; Error(usage) when the key is set already or cannot differ between layers.
void add_override(LayerOverride& layer, const Parameter& parameter, ParameterValue value);
/// Same for `digital`.
void set_digital(LayerOverride& layer, bool digital);
/// Error(usage) for an empty pattern or nothing to override; brings the values in the table's order.
void complete(LayerOverride& layer);

}  // namespace acim
