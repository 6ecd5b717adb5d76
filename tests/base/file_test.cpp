#include "base/file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "base/error.h"
#include "test_files.h"

namespace acim {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

template <typename Action>
Error error_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "no error";
  return {ErrorKind::internal, "no error"};
}

TEST(File, ReadsWhatWasWritten) {
  const test::TemporaryFolder folder;
  const std::string text("a\0b\n", 4);
  write_file_atomically(folder / "f", std::string_view(text));
  EXPECT_EQ(read_text_file(folder / "f"), text);
  write_file_atomically(folder / "f", std::string_view(""));
  EXPECT_EQ(read_text_file(folder / "f"), "");
  EXPECT_EQ(files_in(folder.path()), 1U);
}

TEST(File, RefusesWhatIsNoFileOrTooLarge) {
  const test::TemporaryFolder folder;
  write_file_atomically(folder / "f", std::string_view("12345"));
  EXPECT_EQ(read_file(folder / "f", 5).size(), 5U);
  const Error large = error_of([&] { read_file(folder / "f", 4); });
  EXPECT_EQ(large.kind(), ErrorKind::input);
  EXPECT_THAT(large.what(), HasSubstr("5 bytes"));
  const Error missing = error_of([&] { read_file(folder / "none", 4); });
  EXPECT_EQ(missing.kind(), ErrorKind::input);
  EXPECT_THAT(missing.what(), HasSubstr((folder / "none").string()));
  EXPECT_EQ(error_of([&] { read_file(folder.path(), 4); }).kind(), ErrorKind::input);
  ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(error_of([&] { read_file(folder / "pipe", 4); }).kind(), ErrorKind::input);
}

TEST(File, KeepsModeAndLinkOfTheOldFile) {
  const test::TemporaryFolder folder;
  write_file_atomically(folder / "f", std::string_view("old"));
  fs::permissions(folder / "f", fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  fs::create_symlink("f", folder / "link");
  write_file_atomically(folder / "link", std::string_view("new"));
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(read_text_file(folder / "f"), "new");
  EXPECT_EQ(fs::status(folder / "f").permissions(),
            fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
}

TEST(File, SaysWhyItCannotWrite) {
  const test::TemporaryFolder folder;
  const Error no_folder = error_of([&] { write_file_atomically(folder / "none/f", std::string_view("x")); });
  EXPECT_EQ(no_folder.kind(), ErrorKind::output);
  EXPECT_THAT(no_folder.what(), HasSubstr("none/f"));
  EXPECT_EQ(error_of([&] { write_file_atomically(folder.path(), std::string_view("x")); }).kind(), ErrorKind::output);
  EXPECT_EQ(files_in(folder.path()), 0U);
}

/// Root may write anywhere: as root, be nobody for a while.
class Unprivileged {
 public:
  Unprivileged() : dropped_(geteuid() == 0 && seteuid(65534) == 0) {}
  ~Unprivileged() {
    if (dropped_ && seteuid(0) != 0) std::abort();
  }
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;

 private:
  bool dropped_;
};

TEST(File, UnwritableFolderLeavesTheOldFile) {
  const test::TemporaryFolder folder;
  write_file_atomically(folder / "f", std::string_view("old"));
  fs::permissions(folder / "f", fs::perms::all);
  fs::permissions(folder.path(),
                  fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
  const Error error = [&] {
    const Unprivileged unprivileged;
    return error_of([&] { write_file_atomically(folder / "f", std::string_view("new")); });
  }();
  fs::permissions(folder.path(), fs::perms::owner_all);
  EXPECT_EQ(error.kind(), ErrorKind::output);
  EXPECT_THAT(error.what(), HasSubstr("Permission denied"));
  EXPECT_EQ(read_text_file(folder / "f"), "old");
  EXPECT_EQ(files_in(folder.path()), 1U);
}

TEST(File, WriteProtectedFileIsNotReplaced) {
  const test::TemporaryFolder folder;
  write_file_atomically(folder / "f", std::string_view("old"));
  fs::permissions(folder / "f", fs::perms::owner_read | fs::perms::others_read);
  fs::permissions(folder.path(), fs::perms::all);
  {
    const Unprivileged unprivileged;
    EXPECT_EQ(error_of([&] { write_file_atomically(folder / "f", std::string_view("new")); }).kind(),
              ErrorKind::output);
  }
  EXPECT_EQ(read_text_file(folder / "f"), "old");
}

TEST(File, FullDiskIsAnError) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "skipped: needs /dev/full";
  const Error error = error_of([] { write_file_atomically("/dev/full", std::string_view("x")); });
  EXPECT_EQ(error.kind(), ErrorKind::output);
  EXPECT_THAT(error.what(), HasSubstr("No space left on device"));
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

}  // namespace
}  // namespace acim
