#pragma once

#include <span>
#include <string>

#include "study/study_spec.h"

namespace acim::cli {

/// The accuracy curves of a study as an SVG: a line with its 95 % band per member of the family, axes, legend.
std::string curve_picture(const StudySpec& spec, std::span<const PointResult> results);

}  // namespace acim::cli
