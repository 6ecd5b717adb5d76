#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace acim::test {

/// A folder of its own for each test, removed afterwards.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// The source tree that the tests were built from.
std::filesystem::path source_folder();
/// ../shared beside the source tree: real networks, images and recordings. Absent for users.
std::filesystem::path shared_folder();

std::vector<std::byte> bytes_of(const std::filesystem::path& path);
void write_bytes(const std::filesystem::path& path, const std::vector<std::byte>& bytes);

}  // namespace acim::test

/// Skips, saying so, when the shared test data is not there.
#define ACIM_REQUIRE_SHARED(relative)                                     \
  if (!std::filesystem::exists(acim::test::shared_folder() / (relative))) \
  GTEST_SKIP() << "skipped: needs " << (acim::test::shared_folder() / (relative)).string()
