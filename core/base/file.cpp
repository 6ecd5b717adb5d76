#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/error.h"

namespace acim {

namespace {

/// An open file, closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  bool open() const { return number_ >= 0; }
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

[[noreturn]] void fail_to_read(const std::filesystem::path& path, int reason) {
  throw Error(ErrorKind::input, Phrase("Error", "Cannot read the file ({})").filled_with(std::strerror(reason)),
              path.string(), reason == ENOENT ? Phrase("Error", "Check the path.") : Phrase());
}

[[noreturn]] void fail_to_write(const std::filesystem::path& path, int reason) {
  Phrase remedy;
  if (reason == ENOSPC || reason == EDQUOT) remedy = Phrase("Error", "Make room or name a place on another disk.");
  if (reason == EACCES || reason == EROFS || reason == EPERM)
    remedy = Phrase("Error", "Name a place that is writable.");
  if (reason == ENOENT || reason == ENOTDIR) remedy = Phrase("Error", "The folder must exist.");
  throw Error(ErrorKind::output, Phrase("Error", "Cannot write the file ({})").filled_with(std::strerror(reason)),
              path.string(), remedy);
}

bool write_all(int descriptor, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

/// Opens a new file beside `path`, under a name nobody has.
std::pair<std::filesystem::path, int> open_beside(const std::filesystem::path& path) {
  for (int attempt = 0;; ++attempt) {
    std::filesystem::path name = path;
    name += fmt::format(".{}-{}.part", ::getpid(), attempt);
    const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0) return {name, descriptor};
    if (errno != EEXIST || attempt > 1000) fail_to_write(path, errno);
  }
}

/// A device or a pipe has no old content to keep and must not be replaced by a file.
void write_in_place(const std::filesystem::path& path, std::span<const std::byte> bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.open() || !write_all(file.number(), bytes) || !file.close()) fail_to_write(path, errno);
}

/// Best effort: the rename itself survives a power cut only when the folder is synced too.
void sync_folder_of(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.open()) ::fsync(descriptor.number());
}

}  // namespace

std::vector<std::byte> read_file(const std::filesystem::path& path, std::uint64_t limit) {
  // O_NONBLOCK: a pipe without a writer must be refused, not waited for.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (!file.open() || ::fstat(file.number(), &status) != 0) fail_to_read(path, errno);
  if (!S_ISREG(status.st_mode)) {
    throw Error(
        ErrorKind::input,
        S_ISDIR(status.st_mode) ? Phrase("Error", "This is a folder") : Phrase("Error", "This is no regular file"),
        path.string(), Phrase("Error", "Name a file."));
  }
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > limit) {
    throw Error(ErrorKind::input, Phrase("Error", "The file is too large ({} bytes)").filled_with(size), path.string(),
                Phrase("Error", "At most {} bytes are read here.").filled_with(limit));
  }
  std::vector<std::byte> bytes(static_cast<std::size_t>(size));
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = ::read(file.number(), bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail_to_read(path, errno);
    if (count == 0)
      throw Error(ErrorKind::input, Phrase("Error", "The file ended early, at byte {}").filled_with(done),
                  path.string());
    done += static_cast<std::size_t>(count);
  }
  return bytes;
}

std::string read_text_file(const std::filesystem::path& path, std::uint64_t limit) {
  const std::vector<std::byte> bytes = read_file(path, limit);
  std::string text(bytes.size(), '\0');
  std::transform(bytes.begin(), bytes.end(), text.begin(), [](std::byte b) { return static_cast<char>(b); });
  return text;
}

void write_file_atomically(const std::filesystem::path& path, std::span<const std::byte> bytes) {
  struct stat old {};
  const bool exists = ::stat(path.c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) fail_to_write(path, EISDIR);
  if (exists && ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) fail_to_write(path, errno);
  if (exists && !S_ISREG(old.st_mode)) return write_in_place(path, bytes);

  // A link stays a link: the file it leads to is replaced.
  std::error_code error;
  const std::filesystem::path target = exists ? std::filesystem::canonical(path, error) : path;
  if (error) fail_to_write(path, error.value());
  const auto [temporary, descriptor] = open_beside(target);
  Descriptor file(descriptor);
  const bool written = (!exists || ::fchmod(descriptor, old.st_mode & 07777U) == 0) && write_all(descriptor, bytes) &&
                       ::fsync(descriptor) == 0 && file.close() && ::rename(temporary.c_str(), target.c_str()) == 0;
  if (!written) {
    const int reason = errno;
    ::unlink(temporary.c_str());
    fail_to_write(path, reason);
  }
  sync_folder_of(target);
}

void write_file_atomically(const std::filesystem::path& path, std::string_view text) {
  write_file_atomically(path, std::as_bytes(std::span(text.data(), text.size())));
}

}  // namespace acim
