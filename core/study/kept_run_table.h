#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>

#include "study/kept_run.h"

namespace acim {

/// Writes runs into the table "run" of a study file, in order.
void put_runs(SQLite::Database& database, std::span<const std::shared_ptr<const KeptRun>> runs);

/// Reads them in order, each checked against its digest and its own description; returns how many there are.
/// Error(input) for one that is damaged.
std::int64_t for_each_run(SQLite::Database& database, const std::filesystem::path& path,
                          const std::function<void(KeptRun)>& visit);

}  // namespace acim
