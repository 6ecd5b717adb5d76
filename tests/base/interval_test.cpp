#include "base/interval.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

#include "base/random.h"

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

TEST(PairedDifference, IsNarrowerThanTwoProportionsOnTheSameImages) {
  // 30 images only the first network gets right, 10 only the second, of 1000: by hand 20/1002 +- 1.96 *
  // sqrt(40.6)/1002.
  const Interval interval = paired_difference_interval(30, 10, 1000);
  EXPECT_NEAR((interval.low + interval.high) / 2, 20.0 / 1002, 1e-12);
  EXPECT_NEAR((interval.high - interval.low) / 2, 1.959963984540054 * std::sqrt(41 - 400.0 / 1002) / 1002, 1e-12);
  EXPECT_GT(interval.low, 0);
}

TEST(PairedDifference, TurnsWithItsSidesAndStaysPossible) {
  const Interval one = paired_difference_interval(7, 3, 50);
  const Interval other = paired_difference_interval(3, 7, 50);
  EXPECT_DOUBLE_EQ(one.low, -other.high);
  EXPECT_DOUBLE_EQ(one.high, -other.low);
  EXPECT_LE(paired_difference_interval(2, 0, 2).high, 1);
  EXPECT_EQ(paired_difference_interval(0, 0, 0).low, -1);
  EXPECT_GT(paired_difference_interval(0, 0, 100).high, 0);
}

TEST(PairedDifference, ContainsTheDifferenceAsOftenAsItSays) {
  // 400 samples of 80 pairs, 10 % of them right in the first alone, 4 % in the second alone.
  std::uint64_t state = 1;
  int contains = 0;
  for (int sample = 0; sample < 400; ++sample) {
    int only_first = 0;
    int only_second = 0;
    for (int pair = 0; pair < 80; ++pair) {
      state = mix64(state);
      const double u = open_unit_interval(state);
      if (u < 0.1) ++only_first;
      if (u > 0.96) ++only_second;
    }
    const Interval interval = paired_difference_interval(only_first, only_second, 80);
    if (interval.low <= 0.06 && interval.high >= 0.06) ++contains;
  }
  EXPECT_GE(contains, 370);
  EXPECT_LE(contains, 395);
}

TEST(ChanceOfAtLeast, IsTheTailOfTheBinomialDistribution) {
  EXPECT_EQ(chance_of_at_least(0, 10, 0.3), 1);
  EXPECT_EQ(chance_of_at_least(11, 10, 0.3), 0);
  EXPECT_EQ(chance_of_at_least(3, 10, 0), 0);
  EXPECT_EQ(chance_of_at_least(3, 10, 1), 1);
  EXPECT_NEAR(chance_of_at_least(5, 5, 0.5), 1.0 / 32, 1e-12);
  EXPECT_NEAR(chance_of_at_least(1, 5, 0.5), 31.0 / 32, 1e-12);
  EXPECT_NEAR(chance_of_at_least(8, 10, 0.5), 56.0 / 1024, 1e-12);
  for (const int successes : {1, 12, 20, 40, 77}) {
    double sum = 0;
    for (int k = successes; k <= 80; ++k) {
      sum += std::exp(std::lgamma(81) - std::lgamma(k + 1) - std::lgamma(81 - k) + k * std::log(0.26) +
                      (80 - k) * std::log(0.74));
    }
    EXPECT_NEAR(chance_of_at_least(successes, 80, 0.26), sum, 1e-11 + 1e-9 * sum) << successes;
  }
  // Large ones neither overflow nor vanish.
  EXPECT_NEAR(chance_of_at_least(500000, 1000000, 0.5), 0.5, 1e-3);
}

TEST(ExactInterval, IsThatOfClopperAndPearson) {
  // Of R's binom.test(7, 20) and binom.test(0, 10).
  EXPECT_NEAR(exact_interval(7, 20, 0.025).low, 0.1539092, 1e-6);
  EXPECT_NEAR(exact_interval(7, 20, 0.025).high, 0.5921885, 1e-6);
  EXPECT_EQ(exact_interval(0, 10, 0.025).low, 0);
  EXPECT_NEAR(exact_interval(0, 10, 0.025).high, 0.3084971, 1e-6);
  EXPECT_NEAR(exact_interval(10, 10, 0.025).low, 1 - 0.3084971, 1e-6);
  EXPECT_EQ(exact_interval(0, 0, 0.025).high, 1);
  // Of no success in n: 1 - error^(1/n), however small the error.
  EXPECT_NEAR(exact_interval(0, 1000, 1e-9).high, 1 - std::pow(1e-9, 1e-3), 1e-9);
  EXPECT_NEAR(exact_interval(1000, 1000, 1e-9).low, std::pow(1e-9, 1e-3), 1e-9);
}

}  // namespace
}  // namespace acim
