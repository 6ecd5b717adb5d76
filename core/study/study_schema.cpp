#include "study/study_schema.h"

#include <array>

namespace acim {

namespace {

// Each row carries the SHA-256 of its other columns: SQLite itself would not notice a changed value.
constexpr std::array<SchemaTable, 4> kTables = {{
    // spec (JSON), window (JSON), image_count, run_count, calibration (JSON), block_count, provenance_count
    {"entry",
     "CREATE TABLE entry (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID"},
    {"provenance",
     "CREATE TABLE provenance (position INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, "
     "digest TEXT NOT NULL)"},
    // predictions and labels: 16-bit little-endian integers, one an image
    {"block",
     "CREATE TABLE block (point INTEGER NOT NULL, first_image INTEGER NOT NULL, seconds REAL NOT NULL, "
     "predictions BLOB NOT NULL, labels BLOB NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (point, first_image)) WITHOUT "
     "ROWID"},
    // runs before the one that the study goes on with: description (JSON), and 16-bit little-endian integers, labels
    // one
    // an image, predictions for each point one an image, -1 where there is none
    {"run",
     "CREATE TABLE run (position INTEGER PRIMARY KEY NOT NULL, description TEXT NOT NULL, labels BLOB NOT NULL, "
     "predictions BLOB NOT NULL, digest TEXT NOT NULL)"},
}};
constexpr std::size_t kTablesOfVersion1 = 3;

}  // namespace

std::span<const SchemaTable> study_tables(std::uint32_t version) {
  return std::span(kTables).first(version == 1 ? kTablesOfVersion1 : kTables.size());
}

}  // namespace acim
