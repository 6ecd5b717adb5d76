#include "dataset/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace acim {
namespace {

constexpr int kMostEntries = 10000;
constexpr std::size_t kBlockBytes = 1U << 16U;
Phrase fetch_again() {
  return Phrase("Error", "Fetch or copy the file again; its size and checksum should be those its source states.");
}

struct ArchiveCloser {
  void operator()(archive* reader) const { archive_read_free(reader); }
};

bool is_named_compressed(const std::filesystem::path& path) {
  constexpr std::array<std::string_view, 9> kSuffixes = {".gz",  ".tgz", ".xz",  ".txz", ".bz2",
                                                         ".zst", ".lz4", ".zip", ".tar"};
  const std::string suffix = path.extension().string();
  return std::find(kSuffixes.begin(), kSuffixes.end(), suffix) != kSuffixes.end();
}

/// "test_batch.bin", "test_batch.bin.xz": records, never an archive, though records of zeros look like the end of a
/// tar.
bool is_named_records(std::filesystem::path path) {
  if (is_named_compressed(path)) path.replace_extension();
  return path.extension() == ".bin";
}

}  // namespace

struct Archive::State {
  std::filesystem::path path;
  std::unique_ptr<archive, ArchiveCloser> reader;
  std::uint64_t limit = 0;
  std::uint64_t file_bytes = 0;
  std::uint64_t bytes_out = 0;
  int entries = 0;
  bool raw = false;
  bool open = false;
  std::string entry_name;

  std::string where() const {
    return entry_name.empty() || raw ? path.string() : fmt::format("{}, entry {}", path.string(), entry_name);
  }
  std::string reason() const {
    const char* text = archive_error_string(reader.get());
    return text == nullptr ? "unreadable" : text;
  }
  [[noreturn]] void fail(const Phrase& what, const Phrase& remedy = fetch_again()) const {
    throw Error(ErrorKind::input, what, where(), remedy);
  }
};

Archive::Archive(const std::filesystem::path& path, std::uint64_t limit) : state_(std::make_unique<State>()) {
  state_->path = path;
  state_->limit = limit;
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status))
    state_->fail(Phrase("Error", "The file does not exist"), Phrase("Error", "Name an existing file."));
  if (!std::filesystem::is_regular_file(status))
    state_->fail(Phrase("Error", "This is no regular file"), Phrase("Error", "Name a file."));
  state_->file_bytes = std::filesystem::file_size(path, error);
  if (error)
    state_->fail(Phrase("Error", "The file cannot be read: {}").filled_with(error.message()),
                 Phrase("Error", "Check its permissions."));
  if (state_->file_bytes == 0) state_->fail(Phrase("Error", "The file is empty"));

  state_->reader.reset(archive_read_new());
  archive* reader = state_->reader.get();
  if (reader == nullptr)
    throw Error(ErrorKind::output, Phrase("Error", "There is not enough memory to open an archive"), path.string());
  // Not "all": some filters of libarchive start other programs.
  for (const auto enable :
       {archive_read_support_filter_gzip, archive_read_support_filter_xz, archive_read_support_filter_lzma,
        archive_read_support_filter_bzip2, archive_read_support_filter_zstd, archive_read_support_filter_lz4}) {
    enable(reader);
  }
  if (!is_named_records(path)) {
    archive_read_support_format_tar(reader);
    archive_read_support_format_zip_streamable(reader);
  }
  archive_read_support_format_raw(reader);
  if (archive_read_open_filename(reader, path.c_str(), kBlockBytes) != ARCHIVE_OK) {
    state_->fail(Phrase("Error", "The file cannot be read: {}").filled_with(state_->reason()));
  }
}

Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

bool Archive::next() {
  if (state_->open && !state_->raw) {
    // Not libarchive's skip: what it decompresses on the way would not be counted against the limit.
    std::vector<std::uint8_t> dropped(kBlockBytes);
    while (read(dropped) == dropped.size()) {
    }
  }
  archive* reader = state_->reader.get();
  archive_entry* entry = nullptr;
  while (true) {
    state_->open = false;
    const int status = archive_read_next_header(reader, &entry);
    if (status == ARCHIVE_EOF) return false;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
      state_->fail(Phrase("Error", "The archive is damaged or ends early: {}").filled_with(state_->reason()));
    }
    if (++state_->entries > kMostEntries) {
      state_->fail(Phrase("Error", "The archive holds more than {} entries").filled_with(kMostEntries),
                   Phrase("Error", "Name a smaller archive."));
    }
    state_->raw = archive_format(reader) == ARCHIVE_FORMAT_RAW;
    if (state_->raw && archive_filter_count(reader) == 1 && is_named_compressed(state_->path)) {
      state_->fail(Phrase("Error", "The file is named {} but is no such archive")
                       .filled_with(state_->path.extension().string()));
    }
    if (!state_->raw && archive_entry_filetype(entry) != AE_IFREG) continue;
    const char* name = state_->raw ? nullptr : archive_entry_pathname(entry);
    state_->entry_name =
        name == nullptr ? state_->path.filename().string() : std::filesystem::path(name).filename().string();
    state_->open = true;
    return true;
  }
}

const std::string& Archive::entry_name() const {
  return state_->entry_name;
}

bool Archive::has_entries() const {
  return !state_->raw;
}

std::size_t Archive::read(std::span<std::uint8_t> bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const la_ssize_t count = archive_read_data(state_->reader.get(), bytes.data() + done, bytes.size() - done);
    if (count < 0) {
      state_->fail(Phrase("Error", "The data are damaged or end early, after {} bytes: {}")
                       .filled_with(state_->bytes_out, state_->reason()));
    }
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
    state_->bytes_out += static_cast<std::uint64_t>(count);
    if (state_->bytes_out > state_->limit) {
      state_->fail(Phrase("Error", "More than {} bytes come out of this file").filled_with(state_->limit),
                   Phrase("Error", "Name the archive or batch file of the data set itself."));
    }
  }
  return done;
}

double Archive::fraction() const {
  const auto consumed = archive_filter_bytes(state_->reader.get(), -1);
  return std::clamp(static_cast<double>(consumed) / static_cast<double>(state_->file_bytes), 0.0, 1.0);
}

}  // namespace acim
