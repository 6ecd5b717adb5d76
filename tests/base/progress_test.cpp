#include "base/progress.h"

#include <gtest/gtest.h>

namespace acim {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const ProgressRate::Clock::time_point kStart = ProgressRate::Clock::time_point(seconds(1000));

TEST(ProgressRate, IsUnknownAtFirst) {
  ProgressRate rate;
  EXPECT_EQ(rate.per_second(), 0);
  EXPECT_FALSE(rate.seconds_left(100).has_value());
  rate.update(0, kStart);
  EXPECT_FALSE(rate.seconds_left(100).has_value());
}

TEST(ProgressRate, MeasuresEvenWork) {
  ProgressRate rate;
  for (int i = 0; i <= 5000; ++i) rate.update(0.01 * i, kStart + milliseconds(i));
  EXPECT_NEAR(rate.per_second(), 10, 0.3);
  EXPECT_NEAR(*rate.seconds_left(100), 5, 0.2);
  EXPECT_EQ(*rate.seconds_left(10), 0);
}

TEST(ProgressRate, ForgetsASlowStart) {
  ProgressRate rate(seconds(2));
  rate.update(0, kStart);
  rate.update(1, kStart + seconds(10));
  for (int i = 1; i <= 5000; ++i) rate.update(1 + 0.1 * i, kStart + seconds(10) + milliseconds(i));
  EXPECT_NEAR(rate.per_second(), 100, 3);
  rate.restart();
  EXPECT_EQ(rate.per_second(), 0);
}

TEST(ProgressRate, KnowsUpdatesRarerThanItsWindow) {
  ProgressRate rate(seconds(1));
  for (int i = 0; i < 5; ++i) rate.update(i, kStart + seconds(10 * i));
  EXPECT_DOUBLE_EQ(rate.per_second(), 0.1);
}

TEST(DurationText, NamesTheTwoLargestUnits) {
  EXPECT_EQ(duration_text(3725), "1 h 2 min");
  EXPECT_EQ(duration_text(66.4), "1 min 6 s");
  EXPECT_EQ(duration_text(59.6), "1 min 0 s");
  EXPECT_EQ(duration_text(12), "12 s");
  EXPECT_EQ(duration_text(-1), "0 s");
}

}  // namespace
}  // namespace acim
