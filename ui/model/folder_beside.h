#pragma once

#include <filesystem>

namespace acim::ui {

/// A folder of its own beside a file, so that nothing in it can be anyone else's; gone with this object.
class FolderBeside {
 public:
  /// Error(output) when the place cannot be written.
  explicit FolderBeside(const std::filesystem::path& file);
  ~FolderBeside();
  FolderBeside(const FolderBeside&) = delete;
  FolderBeside& operator=(const FolderBeside&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace acim::ui
