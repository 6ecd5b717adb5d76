#include "base/error.h"

#include <gtest/gtest.h>

#include <type_traits>

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

TEST(Error, KeepsItsWordsAsPhrases) {
  const Phrase problem = Phrase("Error", "There is no label for {}").filled_with("a.png");
  const Phrase remedy = Phrase("Error", "Write {} lines").filled_with(3);
  const Error error(ErrorKind::input, problem, "labels.csv", remedy);
  EXPECT_STREQ(error.what(), "There is no label for a.png: labels.csv. Write 3 lines");
  EXPECT_EQ(error.problem_phrase(), problem);
  EXPECT_EQ(error.remedy_phrase(), remedy);
  EXPECT_EQ(error.problem(), "There is no label for a.png");
  EXPECT_EQ(error.sentence().text(), error.what());

  const Error elsewhere = error.at("b.csv");
  EXPECT_STREQ(elsewhere.what(), "There is no label for a.png: b.csv. Write 3 lines");
  EXPECT_EQ(elsewhere.problem_phrase(), problem);
}

TEST(Error, CopiesWithoutThrowing) {
  EXPECT_TRUE(std::is_nothrow_copy_constructible_v<Error>);
  EXPECT_TRUE(std::is_nothrow_copy_assignable_v<Error>);
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
