#include "study/study_schema.h"

#include <array>

namespace acim {

namespace {

// Each row carries the SHA-256 of its other columns: SQLite itself would not notice a changed value.
constexpr std::array<SchemaTable, 3> kTables = {{
    // spec (JSON), image_count, calibration (JSON), block_count, provenance_count
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
}};

}  // namespace

std::span<const SchemaTable> study_tables() {
  return kTables;
}

}  // namespace acim
