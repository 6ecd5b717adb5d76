#include "network/zip_archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <memory>

#include "base/error.h"

namespace acim {
namespace {

constexpr std::size_t kMostEntries = 100000;
constexpr const char* kRemedy = "Copy or save the file again; PyTorch's torch.save writes what is expected.";

class ZipReader {
 public:
  ZipReader(std::span<const std::byte> bytes, std::string where)
      : archive_(archive_read_new(), &archive_read_free), bytes_(bytes), where_(std::move(where)) {
    archive_read_support_format_zip_seekable(archive_.get());
    if (archive_read_open_memory(archive_.get(), bytes_.data(), bytes_.size()) != ARCHIVE_OK)
      fail("no zip archive can be read");
  }

  /// The next entry's name; false at the end.
  bool next(std::string& name) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(archive_.get(), &entry);
    if (status == ARCHIVE_EOF) return false;
    if (status != ARCHIVE_OK) fail("the zip archive is damaged");
    if (++entries_ > kMostEntries) fail("the zip archive has too many entries");
    const char* path = archive_entry_pathname(entry);
    if (path == nullptr) fail("the zip archive has an entry without a name");
    name = path;
    size_ = archive_entry_size_is_set(entry) != 0 ? archive_entry_size(entry) : -1;
    return true;
  }

  std::vector<std::byte> data() {
    // Entries are stored, not compressed, so none is larger than the archive.
    if (size_ < 0 || static_cast<std::uint64_t>(size_) > bytes_.size())
      fail("a zip entry claims more than the archive holds");
    std::vector<std::byte> content(static_cast<std::size_t>(size_));
    std::size_t done = 0;
    while (done < content.size()) {
      const la_ssize_t got = archive_read_data(archive_.get(), content.data() + done, content.size() - done);
      if (got <= 0) fail("a zip entry is damaged or cut off");
      done += static_cast<std::size_t>(got);
    }
    std::byte beyond{};  // reading to the end is what checks the sum
    if (archive_read_data(archive_.get(), &beyond, 1) != 0) fail("a zip entry is damaged");
    return content;
  }

 private:
  [[noreturn]] void fail(const std::string& what) {
    const char* reason = archive_error_string(archive_.get());
    throw Error(ErrorKind::input, what + (reason != nullptr ? std::string(" (") + reason + ")" : ""), where_, kRemedy);
  }

  std::unique_ptr<archive, int (*)(archive*)> archive_;
  std::span<const std::byte> bytes_;
  std::string where_;
  std::size_t entries_ = 0;
  std::int64_t size_ = -1;
};

}  // namespace

std::map<std::string, std::vector<std::byte>> read_zip_archive(std::span<const std::byte> bytes,
                                                               const std::string& where) {
  ZipReader reader(bytes, where);
  std::map<std::string, std::vector<std::byte>> entries;
  std::size_t total = 0;
  for (std::string name; reader.next(name);) {
    std::vector<std::byte> content = reader.data();
    total += content.size();
    if (total > bytes.size()) throw Error(ErrorKind::input, "zip entries overlap", where, kRemedy);
    if (!entries.emplace(name, std::move(content)).second) {
      throw Error(ErrorKind::input, "the zip entry \"" + name + "\" stands twice", where, kRemedy);
    }
  }
  return entries;
}

std::vector<std::string> zip_entry_names(std::span<const std::byte> bytes, const std::string& where) {
  ZipReader reader(bytes, where);
  std::vector<std::string> names;
  for (std::string name; reader.next(name);) names.push_back(name);
  return names;
}

}  // namespace acim
