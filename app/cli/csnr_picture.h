#pragma once

#include <string>

#include "evaluation/layer_csnr.h"
#include "study/study_spec.h"

namespace acim::cli {

/// Measured against estimated compute SNR of every layer at every point, as an SVG: a colour for each value of x, a
/// shape for each member of the family, hollow where the estimate calls itself pessimistic, and the diagonal. Layers
/// without any error are left out and counted below.
std::string csnr_picture(const StudySpec& spec, const CsnrEvaluator& evaluator);

}  // namespace acim::cli
