#pragma once

#include <filesystem>

#include "study/evaluator.h"
#include "study/study_runner.h"
#include "study/study_spec.h"

namespace acim::ui {

/// Everything a runner has computed so far, as a study file. A file that is there already is replaced, whole or not at
/// all; Error(output) when it is a study open elsewhere.
void write_study(const std::filesystem::path& path, const StudySpec& spec, const StudyRunner& runner,
                 const Evaluator& evaluator);

}  // namespace acim::ui
