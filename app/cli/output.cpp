#include "cli/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include "base/error.h"
#include "base/file.h"

namespace acim::cli {
namespace {

Error not_writable(const std::filesystem::path& path, const std::string& reason) {
  return {ErrorKind::output, "cannot write: " + reason, path.string(),
          "Name a file in a folder that exists and may be written"};
}

bool is_device_or_pipe(const std::filesystem::path& path) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status) &&
         !std::filesystem::is_directory(status);
}

}  // namespace

void write_standard_output(std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = write(STDOUT_FILENO, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      throw Error(ErrorKind::output, std::string("cannot write: ") + std::strerror(errno), "standard output",
                  "Free space, or name another place");
    }
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

void require_writable(const std::filesystem::path& path) {
  if (path == "-") return;
  std::error_code failure;
  if (std::filesystem::is_directory(path, failure)) throw not_writable(path, "it is a folder");
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  if (!std::filesystem::exists(folder, failure)) throw not_writable(path, "the folder does not exist");
  if (!std::filesystem::is_directory(folder, failure)) throw not_writable(path, folder.string() + " is no folder");
  if (is_device_or_pipe(path)) {
    if (access(path.c_str(), W_OK) != 0) throw not_writable(path, std::strerror(errno));
    return;
  }
  if (access(folder.c_str(), W_OK) != 0) throw not_writable(path, std::strerror(errno));
}

void write_output(const std::filesystem::path& path, std::string_view text) {
  if (path == "-") return write_standard_output(text);
  write_file_atomically(path, text);
}

}  // namespace acim::cli
