#include "cli/output.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <nlohmann/json.hpp>
#include <string>

#include "base/error.h"
#include "base/file.h"

namespace acim::cli {
namespace {

Error not_writable(const std::filesystem::path& path, const std::string& reason) {
  return {ErrorKind::output, "cannot write: " + reason, path.string(),
          "Name a file in a folder that exists and may be written"};
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
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

void require_one_on_standard_output(bool json, std::initializer_list<std::string_view> paths) {
  if (std::count(paths.begin(), paths.end(), "-") + (json ? 1 : 0) <= 1) return;
  throw Error(ErrorKind::usage, "two results would be mixed on standard output", {},
              "Give all but one of --json and the '-' outputs a file");
}

void require_writable(const std::filesystem::path& path) {
  if (path == "-") return;
  std::error_code failure;
  if (std::filesystem::is_directory(path, failure)) throw not_writable(path, "it is a folder");
  std::filesystem::path folder = folder_of(path);
  if (!std::filesystem::exists(folder, failure)) throw not_writable(path, "the folder does not exist");
  if (!std::filesystem::is_directory(folder, failure)) throw not_writable(path, folder.string() + " is no folder");
  if (std::filesystem::exists(path, failure)) {
    if (access(path.c_str(), W_OK) != 0) throw not_writable(path, std::strerror(errno));
    // A device or pipe is written to as it is.
    if (!std::filesystem::is_regular_file(path, failure)) return;
    // The file is replaced by one made beside it: beside the target, when this is a link.
    const std::filesystem::path target = std::filesystem::canonical(path, failure);
    if (failure) throw not_writable(path, failure.message());
    folder = folder_of(target);
  }
  if (access(folder.c_str(), W_OK) != 0) throw not_writable(path, std::strerror(errno));
}

void require_svg(const std::filesystem::path& path) {
  if (path.extension() != ".svg") {
    throw Error(ErrorKind::usage, "the picture is an SVG", path.string(), "Name a file that ends in .svg");
  }
  require_writable(path);
}

void write_output(const std::filesystem::path& path, std::string_view text) {
  if (path == "-") return write_standard_output(text);
  write_file_atomically(path, text);
}

void write_each(const std::vector<std::function<void()>>& writers) {
  std::exception_ptr first;
  for (const auto& write_one : writers) {
    try {
      write_one();
    } catch (...) {
      if (!first) first = std::current_exception();
    }
  }
  if (first) std::rethrow_exception(first);
}

std::string json_text(const nlohmann::json& json) {
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace acim::cli
