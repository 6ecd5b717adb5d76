#include "phrase_sources.h"

#include <gmock/gmock.h>

#include <set>
#include <string>

namespace acim {
namespace {

/// Different places of a pattern: {} each, {0} once.
int places_of(const std::string& pattern) {
  int places = 0;
  std::set<std::string> numbered;
  for (std::size_t open = pattern.find('{'); open != std::string::npos; open = pattern.find('{', open + 1)) {
    const std::size_t close = pattern.find('}', open);
    if (close == std::string::npos) break;
    const std::string inside = pattern.substr(open + 1, close - open - 1);
    if (inside.find_first_not_of("0123456789") != std::string::npos) continue;
    if (!inside.empty() && !numbered.insert(inside).second) continue;
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
