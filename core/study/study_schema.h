#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace acim {

/// Of SQLite's header: "ACiM". A file with another one belongs to another program.
inline constexpr std::uint32_t kStudyApplicationId = 0x4143694D;
/// SQLite's user_version. A reader refuses a newer one; a change of the schema raises it.
inline constexpr std::uint32_t kStudyFileVersion = 2;

/// One table, by the statement that makes it; a study file has these and nothing else (no trigger, no view).
struct SchemaTable {
  std::string_view name;
  std::string_view statement;
};
/// Of a version that is known: 1 had no table of runs.
std::span<const SchemaTable> study_tables(std::uint32_t version = kStudyFileVersion);

}  // namespace acim
