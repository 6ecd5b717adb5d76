#pragma once

#include "macro/settings.h"

namespace acim {

/// The point without its array: mode quantised, with only the knobs that a layer's integers depend on, for all layers
/// and of single ones; everything else as by default. Equal points have equal integers as long as the array makes no
/// error.
PointSettings exact_point(const PointSettings& point);

}  // namespace acim
