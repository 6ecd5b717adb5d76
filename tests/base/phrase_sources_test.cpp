#include "phrase_sources.h"

#include <gmock/gmock.h>

#include <regex>
#include <set>

namespace acim {
namespace {

/// Different places of a pattern: {} each, {0} once.
int places_of(const std::string& pattern) {
  static const std::regex place(R"(\{(\d*)\})");
  int places = 0;
  std::set<std::string> numbered;
  for (std::sregex_iterator one(pattern.begin(), pattern.end(), place), end; one != end; ++one) {
    if (!one->str(1).empty() && !numbered.insert(one->str(1)).second) continue;
    ++places;
  }
  return places;
}

TEST(PhraseSources, EveryPlaceOfAPatternIsFilled) {
  const std::vector<test::SourcePhrase> phrases = test::phrases_below("core");
  EXPECT_GT(phrases.size(), 500U);
  for (const test::SourcePhrase& phrase : phrases) {
    if (!phrase.fillings) continue;
    EXPECT_EQ(*phrase.fillings, places_of(phrase.pattern)) << phrase.place << ' ' << phrase.pattern;
  }
}

TEST(PhraseSources, ErrorsThatAWindowShowsAreTranslatable) {
  for (const char* folder : {"core/array", "core/base", "core/cost", "core/dataset", "core/evaluation", "core/macro",
                             "core/network", "core/study"}) {
    EXPECT_THAT(test::bare_errors_below(folder), testing::IsEmpty());
  }
  EXPECT_FALSE(test::bare_errors_below("core/recording").empty()) << "of the command line alone: the search finds them";
}

}  // namespace
}  // namespace acim
