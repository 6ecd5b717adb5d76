#include "cost/adc_range.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/error.h"

namespace acim::cost {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Column sums of a binary dot product: binomial of `rows` and p.
ColumnSumHistogram binomial(int rows, double p) {
  ColumnSumHistogram sums(rows);
  for (int k = 0; k <= rows; ++k) {
    const double share = std::exp(std::lgamma(rows + 1.0) - std::lgamma(k + 1.0) - std::lgamma(rows - k + 1.0) +
                                  k * std::log(p) + (rows - k) * std::log1p(-p));
    sums.add_weight(static_cast<std::size_t>(k), share);
  }
  return sums;
}

MacroParameters converter(int bits, double noise_percent = 0) {
  MacroParameters macro;
  macro.adc_bits = bits;
  macro.random_noise_percent = noise_percent;
  return macro;
}

TEST(ColumnSumHistogram, WeighsSumsByWhatTheirErrorCounts) {
  ColumnSumHistogram sums(15);
  sums.add(7, 15, 0);
  sums.add(1, 3, 2);  // a narrower cycle: a third of full scale
  EXPECT_EQ(sums.levels(), 16U);
  EXPECT_EQ(sums.weight(7), 15.0 * 15);
  EXPECT_EQ(sums.weight(5), 16 * 3.0 * 3);
  ColumnSumHistogram more(15);
  more.add(7, 15, 1);
  sums += more;
  EXPECT_EQ(sums.weight(7), 5 * 15.0 * 15);
  EXPECT_EQ(ColumnSumHistogram(1 << 20).levels(), 4097U);
}

TEST(BestRange, CoversExactlyTheSumsThatOccur) {
  // 31 sums from 20 to 50 of 255: five bits read each without error.
  ColumnSumHistogram sums(255);
  for (std::size_t k = 20; k <= 50; ++k) sums.add_weight(k, 1);
  const AdcRange best = best_range(sums, converter(5), RangeCriterion::compute_snr);
  EXPECT_NEAR(best.mean_squared_error, 0, 1e-24);
  EXPECT_NEAR(best.range_percent, 100 * 31.0 / 255, 1e-9);
  EXPECT_LE(best.offset_percent, 100 * 20.0 / 255 + 1e-9);
  EXPECT_GE(best.offset_percent, 100 * 19.0 / 255 - 1e-9);
  const AdcRange by_square = best_range(sums, converter(5), RangeCriterion::mean_square_error);
  EXPECT_GT(by_square.csnr_db, measured_range(sums, converter(5), 100, 0).csnr_db + 15);
  EXPECT_NEAR(by_square.range_percent, 100 * 31.0 / 255, 3);
}

TEST(BestRange, ClipsRareSums) {
  // A thousandth of the weight at full scale is worth clipping.
  ColumnSumHistogram sums(255);
  for (std::size_t k = 0; k <= 30; ++k) sums.add_weight(k, 1);
  sums.add_weight(255, 1e-4);
  for (const auto criterion : {RangeCriterion::mean_square_error, RangeCriterion::compute_snr}) {
    EXPECT_LT(best_range(sums, converter(4), criterion).range_percent, 50);
  }
}

TEST(BestRange, IsNeverWorseThanTheFullOne) {
  for (const double p : {0.02, 0.1, 0.25, 0.5}) {
    const ColumnSumHistogram sums = binomial(255, p);
    for (const int bits : {3, 4, 6, 8, 10}) {
      const double full = measured_range(sums, converter(bits), 100, 0).mean_squared_error;
      const AdcRange square = best_range(sums, converter(bits), RangeCriterion::mean_square_error);
      EXPECT_LE(square.mean_squared_error, full * (1 + 1e-9)) << p << ' ' << bits;
      const MacroParameters noisy = converter(bits, 0.3);
      const AdcRange snr = best_range(sums, noisy, RangeCriterion::compute_snr);
      EXPECT_LE(snr.mean_squared_error, measured_range(sums, noisy, 100, 0).mean_squared_error * (1 + 1e-9));
      for (const AdcRange& range : {square, snr}) {
        EXPECT_GT(range.range_percent, 0);
        EXPECT_GE(range.offset_percent, 0);
        EXPECT_LE(range.range_percent + range.offset_percent, 100 + 1e-9);
      }
    }
  }
}

/// The setting of arXiv 2507.09776: 256-long binary dot products, a fourth of them ones, 0.5 mV of noise at 0.9 V and
/// an attenuation of 1/1.3.
TEST(BestRange, SavesThreeBitsOfBinaryDotProducts) {
  const ColumnSumHistogram sums = binomial(256, 0.25);
  const double noise_percent = 100 * 0.0005 / (0.9 / 1.3);
  const AdcRange full = measured_range(sums, converter(8, noise_percent), 100, 0);
  const AdcRange five = best_range(sums, converter(5, noise_percent), RangeCriterion::compute_snr);
  const AdcRange six = best_range(sums, converter(6, noise_percent), RangeCriterion::compute_snr);
  EXPECT_GT(six.csnr_db, full.csnr_db + 3);
  EXPECT_GT(five.csnr_db, measured_range(sums, converter(7, noise_percent), 100, 0).csnr_db);
  // One step is one sum.
  EXPECT_NEAR(six.range_percent * 2.56 / 63, 1, 1e-9);
}

TEST(BestRange, OfComputeSnrIsBetterUnderNoiseThanThatOfSquareError) {
  const ColumnSumHistogram sums = binomial(255, 0.12);
  for (const int bits : {4, 5, 6}) {
    const MacroParameters macro = converter(bits, 0.08);
    const AdcRange snr = best_range(sums, macro, RangeCriterion::compute_snr);
    const AdcRange square = best_range(sums, macro, RangeCriterion::mean_square_error);
    EXPECT_GT(snr.csnr_db, square.csnr_db - 0.3) << bits;
  }
}

TEST(BestRange, OfOneSumIsFree) {
  ColumnSumHistogram sums(255);
  sums.add_weight(0, 1);
  const AdcRange best = best_range(sums, converter(4), RangeCriterion::mean_square_error);
  EXPECT_EQ(best.mean_squared_error, 0);
  EXPECT_EQ(best.csnr_db, kInfinity);
}

TEST(BestRange, FromTheLeastToTheGreatestSumClipsNoneHoweverSeldomItComes) {
  ColumnSumHistogram sums(255);
  sums.add_weight(10, 1e6);
  sums.add_weight(11, 1e6);
  sums.add_weight(112, 1e-3);
  const AdcRange seen = best_range(sums, converter(4), RangeCriterion::least_and_greatest);
  EXPECT_NEAR(seen.offset_percent, 100 * 10.0 / 255, 1e-12);
  EXPECT_NEAR(seen.range_percent, 100 * 102.0 / 255, 1e-12);
  // What is seldom costs the others their steps, which the mean square error does not let it.
  const AdcRange by_square = best_range(sums, converter(4), RangeCriterion::mean_square_error);
  EXPECT_LT(by_square.range_percent, 3);
  EXPECT_GT(by_square.csnr_db, seen.csnr_db + 10);
}

TEST(BestRange, OfAColumnThatNeverChangesIsOneSumWide) {
  for (const std::size_t sum : {0U, 100U, 255U}) {
    ColumnSumHistogram sums(255);
    sums.add_weight(sum, 5);
    const AdcRange best = best_range(sums, converter(4), RangeCriterion::least_and_greatest);
    EXPECT_NEAR(best.range_percent, 100.0 / 255, 1e-12);
    EXPECT_LE(best.offset_percent + best.range_percent, 100);
    EXPECT_NEAR(best.mean_squared_error, 0, 1e-24) << sum;
  }
}

TEST(BestRange, OfPhysicalNoiseFollowsTheStep) {
  const ColumnSumHistogram sums = binomial(255, 0.1);
  MacroParameters macro = converter(6);
  macro.noise_source = NoiseSource::physical;
  const AdcRange full = measured_range(sums, macro, 100, 0);
  const AdcRange quarter = measured_range(sums, macro, 25, 0);
  // Comparator noise of half a step shrinks with the step.
  EXPECT_GT(quarter.csnr_db, full.csnr_db + 6);
}

TEST(BestRange, RefusesWhatItCannotCalibrate) {
  EXPECT_THROW(best_range(ColumnSumHistogram(255), converter(4), RangeCriterion::mean_square_error), Error);
  MacroParameters parallel = converter(4);
  parallel.weight_parallel = true;
  EXPECT_THROW(best_range(binomial(255, 0.1), parallel, RangeCriterion::compute_snr), Error);
}

}  // namespace
}  // namespace acim::cost
