#include "base/interval.h"

#include <gtest/gtest.h>

namespace acim {
namespace {

TEST(Wilson, GivesPublishedBounds) {
  // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  EXPECT_NEAR(wilson_interval(81, 263).low, 0.2553, 5e-5);
  EXPECT_NEAR(wilson_interval(81, 263).high, 0.3662, 5e-5);
  EXPECT_NEAR(wilson_interval(15, 148).low, 0.0624, 5e-5);
  EXPECT_NEAR(wilson_interval(15, 148).high, 0.1605, 5e-5);
  EXPECT_EQ(wilson_interval(0, 20).low, 0);
  EXPECT_NEAR(wilson_interval(0, 20).high, 0.1611, 5e-5);
  EXPECT_NEAR(wilson_interval(1, 29).low, 0.0061, 5e-5);
  EXPECT_NEAR(wilson_interval(1, 29).high, 0.1718, 5e-5);
}

TEST(Wilson, ContainsTheProportionAndShrinks) {
  for (const std::int64_t trials : {1, 7, 100, 10'000}) {
    for (std::int64_t successes = 0; successes <= trials; successes += (trials + 9) / 10) {
      const double proportion = static_cast<double>(successes) / static_cast<double>(trials);
      const Interval interval = wilson_interval(successes, trials);
      EXPECT_LE(interval.low, proportion);
      EXPECT_GE(interval.high, proportion);
      EXPECT_GE(interval.low, 0);
      EXPECT_LE(interval.high, 1);
      const Interval more = wilson_interval(4 * successes, 4 * trials);
      EXPECT_LT(more.high - more.low, interval.high - interval.low);
    }
  }
}

TEST(Wilson, OfNoTrialsIsEverything) {
  EXPECT_EQ(wilson_interval(0, 0).low, 0);
  EXPECT_EQ(wilson_interval(0, 0).high, 1);
}

}  // namespace
}  // namespace acim
