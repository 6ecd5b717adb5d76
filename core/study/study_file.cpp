#include "study/study_file.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <span>
#include <vector>

#include "base/file.h"
#include "study/study_schema.h"

namespace acim {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeaderBytes = 100;
constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::size_t kWriteVersionOffset = 18;  // 2: write-ahead log
constexpr std::size_t kReadVersionOffset = 19;
constexpr std::size_t kUserVersionOffset = 60;
constexpr std::size_t kApplicationIdOffset = 68;
constexpr std::array<const char*, 2> kLogSuffixes = {"-wal", "-journal"};

Phrase left_as_it_was() {
  return Phrase("Error", "The file was left as it was; open a copy of it, or start a new study");
}

[[noreturn]] void refuse(const fs::path& path, const Phrase& what, const Phrase& remedy = left_as_it_was()) {
  throw Error(ErrorKind::input, what, path.string(), remedy);
}

[[noreturn]] void refuse_as_in_use(const fs::path& path) {
  throw Error(ErrorKind::output, Phrase("Error", "The study is open in another program or window"), path.string(),
              Phrase("Error", "Close it there, or open a copy of the file"));
}

[[noreturn]] void refuse_as_taken(const fs::path& path) {
  throw Error(ErrorKind::output, Phrase("Error", "The file exists already"), path.string(),
              Phrase("Error", "Choose another name, or remove the file"));
}

/// A URI of SQLite: every byte of the path but the plainest as %XX.
std::string uri_of(const fs::path& path, std::string_view query) {
  std::string uri = "file:";
  for (const char c : fs::absolute(path).string()) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("/._-").find(c) != std::string_view::npos;
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return fmt::format("{}?{}", uri, query);
}

/// The file as SQLite holds it open. All reading goes through SQLite: to open and close a file on our own would drop
/// the POSIX locks that another connection of this program has on it.
class HeldFile {
 public:
  explicit HeldFile(const fs::path& path)
      : path_(path), database_(uri_of(path, "mode=ro"), SQLite::OPEN_READONLY | SQLite::OPEN_URI) {
    if (sqlite3_file_control(database_.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file_) != SQLITE_OK ||
        file_ == nullptr || file_->pMethods == nullptr) {
      refuse(path_, Phrase("Error", "The file cannot be read"));
    }
    // A program that has the study open holds an exclusive lock.
    const int locked = file_->pMethods->xLock(file_, SQLITE_LOCK_SHARED);
    if (locked == SQLITE_BUSY) refuse_as_in_use(path_);
    if (locked != SQLITE_OK) refuse(path_, Phrase("Error", "The file cannot be locked for reading"));
  }
  ~HeldFile() { file_->pMethods->xUnlock(file_, SQLITE_LOCK_NONE); }
  HeldFile(const HeldFile&) = delete;
  HeldFile& operator=(const HeldFile&) = delete;

  std::int64_t size() const {
    sqlite3_int64 bytes = 0;
    if (file_->pMethods->xFileSize(file_, &bytes) != SQLITE_OK)
      refuse(path_, Phrase("Error", "The file cannot be read"));
    return bytes;
  }
  void read(std::span<unsigned char> bytes, std::int64_t offset) const {
    if (file_->pMethods->xRead(file_, bytes.data(), static_cast<int>(bytes.size()), offset) != SQLITE_OK) {
      refuse(path_, Phrase("Error", "The file cannot be read at byte {}").filled_with(offset));
    }
  }
  void copy_to(const fs::path& copy) const {
    std::ofstream stream(copy, std::ios::binary);
    std::vector<unsigned char> piece(std::size_t{1} << 20U);
    const std::int64_t bytes = size();
    for (std::int64_t offset = 0; offset < bytes;) {
      const auto count = static_cast<std::size_t>(std::min(bytes - offset, static_cast<std::int64_t>(piece.size())));
      read(std::span(piece).first(count), offset);
      stream.write(reinterpret_cast<const char*>(piece.data()), static_cast<std::streamsize>(count));
      offset += static_cast<std::int64_t>(count);
    }
    stream.close();
    if (!stream)
      throw Error(ErrorKind::output, Phrase("Error", "A copy for checking cannot be written"), copy.string(),
                  Phrase("Error", "Free disk space"));
  }

 private:
  fs::path path_;
  SQLite::Database database_;
  sqlite3_file* file_ = nullptr;
};

/// A private folder, gone with its contents when this goes.
class PrivateFolder {
 public:
  PrivateFolder() {
    std::error_code problem;
    const fs::path parent = fs::temp_directory_path(problem);
    std::string pattern = (parent / "acim-check-XXXXXX").string();
    if (problem || mkdtemp(pattern.data()) == nullptr) {
      throw Error(ErrorKind::output,
                  Phrase("Error", "No temporary folder can be made to check what a killed program left"),
                  problem ? "the folder for temporary files" : pattern,
                  Phrase("Error", "Set TMPDIR to a folder that is there and can be written, or free disk space"));
    }
    path_ = pattern;
  }
  ~PrivateFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::uint32_t big_endian(std::span<const unsigned char> bytes, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = (value << 8U) | bytes[offset + i];
  return value;
}

void check_header(const HeldFile& file, const fs::path& path) {
  std::array<unsigned char, kHeaderBytes> header{};
  if (file.size() < static_cast<std::int64_t>(header.size()))
    refuse(path, Phrase("Error", "This is no study file: it is too short"));
  file.read(header, 0);
  if (std::memcmp(header.data(), kMagic.data(), kMagic.size()) != 0) {
    refuse(path, Phrase("Error", "This is no study file"),
           Phrase("Error", "Open a file that ACiM Explorer wrote (.acim)"));
  }
  if (big_endian(header, kApplicationIdOffset) != kStudyApplicationId) {
    refuse(path, Phrase("Error", "This is an SQLite file of another program"),
           Phrase("Error", "Open a file that ACiM Explorer wrote (.acim)"));
  }
  const std::uint32_t version = big_endian(header, kUserVersionOffset);
  if (version > kStudyFileVersion) {
    refuse(path,
           Phrase("Error", "The study file is of version {}, this program knows version {}")
               .filled_with(version, kStudyFileVersion),
           Phrase("Error", "Open it with the version of ACiM Explorer that wrote it, or a newer one"));
  }
  if (version == 0 || header[kWriteVersionOffset] != 2 || header[kReadVersionOffset] != 2) {
    refuse(path, Phrase("Error", "The study file is damaged: wrong values in its header"));
  }
}

void check_structure(SQLite::Database& database, const fs::path& path) {
  database.exec("PRAGMA trusted_schema=OFF");
  database.exec("PRAGMA cell_size_check=ON");
  SQLite::Statement quick_check(database, "PRAGMA quick_check(1)");
  if (!quick_check.executeStep() || quick_check.getColumn(0).getString() != "ok") {
    refuse(path, Phrase("Error", "The study file is damaged: {}").filled_with(quick_check.getColumn(0).getString()));
  }
  const auto version = static_cast<std::uint32_t>(database.execAndGet("PRAGMA user_version").getInt());
  const auto tables = study_tables(version);
  std::size_t found = 0;
  SQLite::Statement schema(database, "SELECT type, name, sql FROM sqlite_master");
  while (schema.executeStep()) {
    const std::string name = schema.getColumn(1).getString();
    const std::string statement = schema.getColumn(2).getString();
    const bool known = schema.getColumn(0).getString() == "table" &&
                       std::any_of(tables.begin(), tables.end(), [&](const SchemaTable& table) {
                         return table.name == name && table.statement == statement;
                       });
    if (!known)
      refuse(
          path,
          Phrase("Error", "The study file is damaged: it holds \"{}\", which is no part of a study").filled_with(name));
    ++found;
  }
  if (found != tables.size()) refuse(path, Phrase("Error", "The study file is damaged: a table is missing"));
}

void check_size(SQLite::Database& database, const HeldFile& file, const fs::path& path) {
  const auto pages = database.execAndGet("PRAGMA page_count").getInt64();
  const auto page_bytes = database.execAndGet("PRAGMA page_size").getInt64();
  if (pages * page_bytes != file.size()) {
    refuse(path, Phrase("Error", "The study file is damaged: {} bytes long, {} expected")
                     .filled_with(file.size(), pages * page_bytes));
  }
}

void check_file(const fs::path& path, const std::function<void(SQLite::Database&)>& check_contents) {
  const HeldFile held(path);
  check_header(held, path);
  std::vector<const char*> logs;
  for (const char* suffix : kLogSuffixes) {
    std::error_code missing;
    const auto bytes = fs::file_size(path.string() + suffix, missing);
    if (!missing && bytes > 0) logs.push_back(suffix);
  }
  if (logs.empty()) {
    SQLite::Database database(uri_of(path, "mode=ro&immutable=1"), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
    check_structure(database, path);
    check_size(database, held, path);
    check_contents(database);
    return;
  }
  // SQLite replays a log as soon as it reads, so the copy takes the changes.
  const PrivateFolder folder;
  const fs::path copy = folder.path() / "study";
  held.copy_to(copy);
  for (const char* suffix : logs) {
    std::error_code problem;
    fs::copy_file(path.string() + suffix, copy.string() + suffix, problem);
    if (problem)
      throw Error(ErrorKind::output, Phrase("Error", "A copy for checking cannot be written"), copy.string(),
                  problem.message());
  }
  SQLite::Database database(copy.string(), SQLite::OPEN_READWRITE);
  check_structure(database, path);
  check_contents(database);
}

bool disk_at_fault(int code) {
  switch (code) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_NOMEM:
      return true;
    default:
      return false;
  }
}

}  // namespace

Error study_file_error(const SQLite::Exception& exception, const fs::path& path) {
  const int code = exception.getErrorCode() & 0xFF;
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
    return {ErrorKind::output, Phrase("Error", "The study is open in another program or window"), path.string(),
            Phrase("Error", "Close it there, or open a copy of the file")};
  }
  if (disk_at_fault(code)) {
    return {ErrorKind::output, Phrase("Error", "The study file cannot be written ({})").filled_with(exception.what()),
            path.string(),
            Phrase("Error", "Free disk space and check that the folder is writable; what was saved before is kept")};
  }
  return {ErrorKind::input, Phrase("Error", "The study file is damaged ({})").filled_with(exception.what()),
          path.string(), left_as_it_was()};
}

std::unique_ptr<SQLite::Database> open_study_file(const fs::path& given,
                                                  const std::function<void(SQLite::Database&)>& check_contents) {
  std::error_code problem;
  const auto status = fs::status(given, problem);
  if (!fs::exists(status))
    refuse(given, Phrase("Error", "The study file does not exist"), Phrase("Error", "Check the path"));
  if (!fs::is_regular_file(status))
    refuse(given, Phrase("Error", "This is no study file: it is no regular file"),
           Phrase("Error", "Name a study file"));
  // SQLite keeps its logs beside the file itself, not beside a link to it.
  const fs::path path = fs::canonical(given, problem);
  if (problem)
    refuse(given, Phrase("Error", "The study file cannot be reached ({})").filled_with(problem.message()),
           Phrase("Error", "Check the path"));
  try {
    check_file(path, check_contents);
  } catch (const SQLite::Exception& exception) {
    const int code = exception.getErrorCode() & 0xFF;
    // Nothing was to be written: whatever SQLite says of it, the file cannot be read.
    if (code == SQLITE_BUSY) refuse_as_in_use(path);
    refuse(path, Phrase("Error", "The study file is damaged or cannot be read ({})").filled_with(exception.what()));
  }
  try {
    auto database = std::make_unique<SQLite::Database>(path.string(), SQLite::OPEN_READWRITE);
    if (sqlite3_db_readonly(database->getHandle(), "main") != 0) {
      throw Error(ErrorKind::output, Phrase("Error", "The study file cannot be written"), path.string(),
                  Phrase("Error", "Change its permissions, or open a copy of it"));
    }
    // Exclusive: another program is told that the study is in use, and no file of shared memory is needed.
    database->execAndGet("PRAGMA locking_mode=EXCLUSIVE");
    database->exec("PRAGMA trusted_schema=OFF");
    // A log survives the end of the program without being synced; a power cut may cost the last rounds, never the file.
    database->exec("PRAGMA synchronous=NORMAL");
    database->execAndGet("SELECT count(*) FROM entry");
    return database;
  } catch (const SQLite::Exception& exception) {
    throw study_file_error(exception, path);
  }
}

void create_study_file(const fs::path& given, const std::function<void(SQLite::Database&)>& fill) {
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(given, ignored))) refuse_as_taken(given);
  std::error_code problem;
  fs::path path = fs::weakly_canonical(given, problem);
  if (problem) path = given;
  // SQLite would replay a log left beside it onto the new file.
  for (const char* suffix : kLogSuffixes) {
    const fs::path taken = path.string() + suffix;
    if (fs::exists(fs::symlink_status(taken, ignored))) refuse_as_taken(taken);
  }
  // Filled in memory and written whole: a study file is never seen half made.
  SQLite::Database memory(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  memory.exec(fmt::format("PRAGMA application_id={}", kStudyApplicationId));
  memory.exec(fmt::format("PRAGMA user_version={}", kStudyFileVersion));
  for (const SchemaTable& table : study_tables()) memory.exec(std::string(table.statement));
  fill(memory);
  sqlite3_int64 count = 0;
  const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> image(
      sqlite3_serialize(memory.getHandle(), "main", &count, 0), &sqlite3_free);
  if (image == nullptr) throw Error(ErrorKind::output, Phrase("Error", "Out of memory"), path.string());
  const std::span bytes(image.get(), static_cast<std::size_t>(count));
  bytes[kWriteVersionOffset] = 2;
  bytes[kReadVersionOffset] = 2;
  write_file_atomically(path, std::as_bytes(bytes));
}

}  // namespace acim
