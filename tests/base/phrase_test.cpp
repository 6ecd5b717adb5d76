#include "base/phrase.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace acim {
namespace {

TEST(Phrase, NamesKnobsAndValuesAsFilesDo) {
  const Phrase phrase =
      Phrase("Test", "{} is more than {}. Lower {} to {} or set {} to {}.")
          .filled_with({Filling::setting("hybrid_levels", "20"), Filling::text("15"), Filling::knob("hybrid_levels"),
                        Filling::text("15"), Filling::knob("weight_parallel"),
                        Filling::value_of("weight_parallel", "false")});
  EXPECT_EQ(phrase.text(),
            "hybrid_levels = 20 is more than 15. Lower hybrid_levels to 15 or set weight_parallel to false.");
}

TEST(Phrase, IsFilledWithNamesNumbersAndPhrases) {
  const Phrase part = Phrase("Test", "{} bytes").filled_with(std::size_t{7});
  const Phrase phrase = Phrase("Test", "{} of {}: {}, {}").filled_with(part, std::string("a"), 0.05, "b");
  EXPECT_EQ(phrase.text(), "7 bytes of a: 0.05, b");
  EXPECT_EQ(phrase.fillings().front().form, Filling::Form::phrase);
  EXPECT_EQ(phrase, Phrase("Test", "{} of {}: {}, {}").filled_with(part, "a", 0.05, "b"));
  EXPECT_NE(phrase, Phrase("Test", "{} of {}: {}, {}").filled_with("7 bytes", "a", 0.05, "b"));
}

TEST(Phrase, ListsAlternatives) {
  EXPECT_EQ(one_of(std::vector<Filling>{"a"}).text(), "a");
  EXPECT_EQ(one_of(std::vector<Filling>{"a", "b"}).text(), "a or b");
  EXPECT_EQ(one_of(std::vector<Filling>{"a", "b", "c"}).text(), "a, b or c");
  EXPECT_TRUE(one_of({}).empty());
}

TEST(Phrase, VerbatimStaysAsItIsBracesToo) {
  const Phrase phrase = Phrase::verbatim("no {} here");
  EXPECT_EQ(phrase.text(), "no {} here");
  EXPECT_TRUE(phrase.context().empty());
  EXPECT_TRUE(Phrase().empty());
}

TEST(Phrase, AnotherLanguageMayTurnTheOrder) {
  const std::vector<std::string> fillings = {"a", "b"};
  EXPECT_EQ(filled("{1} vor {0}", fillings), "b vor a");
}

TEST(Phrase, APatternThatAsksForMoreIsAnError) {
  try {
    filled("{} {} {}", std::vector<std::string>{"a"});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::internal);
  }
}

}  // namespace
}  // namespace acim
