#pragma once

#include <filesystem>

#include "study/kept_run.h"

namespace acim::ui {

/// A run, and what else a study holds, as a study file. A file that is there already is replaced, whole or not at all;
/// Error(output) when it is a study open elsewhere.
void write_study(const std::filesystem::path& path, const KeptRun& run, const StudyExtras& extras = {});

}  // namespace acim::ui
