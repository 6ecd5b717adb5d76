#include "base/error.h"

#include <gtest/gtest.h>

namespace acim {
namespace {

TEST(Error, ReadsAsOneSentenceAndARemedy) {
  const Error error(ErrorKind::input, "The header is malformed", "a.safetensors, byte 8", "Use another file.");
  EXPECT_STREQ(error.what(), "The header is malformed: a.safetensors, byte 8. Use another file.");
  EXPECT_EQ(error.where(), "a.safetensors, byte 8");
  EXPECT_EQ(error.remedy(), "Use another file.");
  EXPECT_STREQ(Error(ErrorKind::usage, "Nothing to do").what(), "Nothing to do");
  EXPECT_STREQ(Error(ErrorKind::usage, "Is it done?", "", "Look.").what(), "Is it done? Look.");
}

TEST(Error, KindGivesTheExitCode) {
  EXPECT_EQ(exit_code(ErrorKind::usage), 2);
  EXPECT_EQ(exit_code(ErrorKind::input), 3);
  EXPECT_EQ(exit_code(ErrorKind::output), 4);
  EXPECT_EQ(exit_code(ErrorKind::cancelled), 130);
  EXPECT_EQ(exit_code(ErrorKind::internal), 70);
}

}  // namespace
}  // namespace acim
