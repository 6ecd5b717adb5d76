#include "network/value_statistics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "base/error.h"
#include "base/random.h"

namespace acim {
namespace {

std::vector<float> values_of(std::uint64_t seed, bool negative) {
  std::vector<float> values(3001);
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = static_cast<float>(open_unit_interval(mix64(seed, i))) * 5.0F - (negative ? 2.0F : 0.0F);
  }
  return values;
}

TEST(ValueStatistics, PercentilesAreThoseOfTheSortedValues) {
  for (const bool negative : {false, true}) {
    for (const double percentile : {50.0, 90.0, 99.0, 99.99}) {
      const std::vector<float> values = values_of(7, negative);
      ValueStatistics statistics(percentile);
      const std::span<const float> all(values);
      statistics.add(all.first(1000));
      statistics.add(all.subspan(1000));
      ASSERT_TRUE(statistics.begin_second_pass());
      statistics.add(all);
      EXPECT_FALSE(statistics.begin_second_pass());
      std::vector<float> magnitudes;
      std::vector<float> positive;
      for (const float value : values) {
        magnitudes.push_back(std::abs(value));
        positive.push_back(std::max(value, 0.0F));
      }
      std::sort(magnitudes.begin(), magnitudes.end());
      std::sort(positive.begin(), positive.end());
      const auto rank = static_cast<std::size_t>(std::ceil(percentile / 100 * 3001)) - 1;
      EXPECT_EQ(statistics.largest_magnitude(), magnitudes[rank]);
      EXPECT_EQ(statistics.largest_positive(), positive[rank]);
      EXPECT_EQ(statistics.negative(), negative);
    }
  }
}

TEST(ValueStatistics, TheHundredthPercentileNeedsOnePass) {
  const std::vector<float> values = {-3, 2, 0};
  ValueStatistics statistics(100);
  statistics.add(values);
  EXPECT_FALSE(statistics.begin_second_pass());
  EXPECT_EQ(statistics.largest_magnitude(), 3.0F);
  EXPECT_EQ(statistics.largest_positive(), 2.0F);
}

TEST(ValueStatistics, RefusesWhatIsNoNumber) {
  ValueStatistics statistics(100);
  const std::vector<float> values = {1, std::numeric_limits<float>::quiet_NaN()};
  EXPECT_THROW(statistics.add(values), Error);
}

}  // namespace
}  // namespace acim
