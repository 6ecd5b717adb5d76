#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <functional>
#include <memory>

#include "base/error.h"

namespace acim {

/// SQLite's error as ours: Error(output) when the disk, not the contents, is at fault, else Error(input).
Error study_file_error(const SQLite::Exception& exception, const std::filesystem::path& path);

/// Opens a study file for writing, exclusively, after everything was checked without touching it:
/// that it is a regular file no other program writes to, its header (SQLite, our application id, a known version), its
/// structure and, by `check_contents`, its contents. A log left by a killed program is checked in a copy of both.
/// Throws Error; then file and folder are as they were.
std::unique_ptr<SQLite::Database> open_study_file(const std::filesystem::path& path,
                                                  const std::function<void(SQLite::Database&)>& check_contents);

/// Writes a new study file whose tables `fill` has filled. Error(output) when it exists or cannot be written.
void create_study_file(const std::filesystem::path& path, const std::function<void(SQLite::Database&)>& fill);

}  // namespace acim
