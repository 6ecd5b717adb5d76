#pragma once

#include <span>
#include <string>

#include "study/study_spec.h"

namespace acim::cli {

/// Accuracy and 95 % interval of every point for a terminal: a row per value of x, a column per member of the family.
std::string result_table(const StudySpec& spec, std::span<const PointResult> results);

/// "87.30 % [85.1, 89.2]", or "-" while there is nothing.
std::string accuracy_text(const PointResult& result);

}  // namespace acim::cli
