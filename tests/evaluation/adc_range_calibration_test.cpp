#include "evaluation/adc_range_calibration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "counting_network.h"
#include "study/named_setting.h"

namespace acim {
namespace {

using test::CountingNetwork;
using test::IndexImages;

/// 40 rows, of which as many are on as the image's index says.
Evaluation evaluation_of(const std::shared_ptr<CountingNetwork>& network, std::int64_t images = 41) {
  return make_evaluation(network, std::make_shared<IndexImages>(images, 3), StudySubject{}, 100);
}

PointSettings point_of(int adc_bits) {
  PointSettings point;
  point.macro.rows = 40;
  point.macro.adc_bits = adc_bits;
  return point;
}

TEST(AdcRangeCalibration, RecordsTheFirstImagesOnTheArraysLayers) {
  const auto network = std::make_shared<CountingNetwork>();
  const auto sums = record_column_sums(evaluation_of(network), point_of(6), 9, {});
  ASSERT_EQ(sums.size(), 1U);
  EXPECT_EQ(sums.front().layer, "layer1.0.conv1");
  EXPECT_EQ(sums.front().sums.levels(), 41U);
  EXPECT_GT(sums.front().sums.weight(8), 0);
  EXPECT_EQ(sums.front().sums.weight(9), 0);
}

TEST(AdcRangeCalibration, NarrowsTheRangeToTheSumsAndOverridesTheLayer) {
  const auto network = std::make_shared<CountingNetwork>();
  PointSettings point = point_of(3);
  const auto sums = record_column_sums(evaluation_of(network), point, 8, {});
  for (const auto criterion : {cost::RangeCriterion::mean_square_error, cost::RangeCriterion::compute_snr}) {
    const auto ranges = best_adc_ranges(sums, point, {.criterion = criterion, .scope = {}});
    ASSERT_EQ(ranges.size(), 1U);
    // Eight codes read the sums 0 to 7 of 40 exactly.
    EXPECT_NEAR(ranges.front().best.range_percent, 17.5, 0.5);
    EXPECT_GT(ranges.front().best.csnr_db, ranges.front().full.csnr_db + 20);
    PointSettings calibrated = point;
    apply_adc_ranges(ranges, calibrated);
    const MacroParameters macro = settings_of_layer(calibrated, "layer1.0.conv1", false).macro;
    EXPECT_EQ(macro.adc_range_percent, ranges.front().best.range_percent);
    EXPECT_EQ(macro.adc_offset_percent, ranges.front().best.offset_percent);
    EXPECT_EQ(settings_of_layer(calibrated, "conv1", true).macro.adc_range_percent, 100);
  }
}

TEST(AdcRangeCalibration, GivesAllLayersOneRangeWhenGlobal) {
  ColumnSumHistogram low(40);
  ColumnSumHistogram high(80);
  for (std::size_t k = 0; k < 4; ++k) low.add_weight(k, 1);
  for (std::size_t k = 32; k < 40; ++k) high.add_weight(k, 1000);
  const std::vector<LayerColumnSums> sums = {{"a", low}, {"b", high}};
  AdcRangeCalibration calibration;
  const auto own = best_adc_ranges(sums, point_of(4), calibration);
  EXPECT_NE(own[0].best.range_percent, own[1].best.range_percent);
  calibration.scope = AdcRangeScope::global;
  const auto one = best_adc_ranges(sums, point_of(4), calibration);
  EXPECT_EQ(one[0].best.range_percent, one[1].best.range_percent);
  EXPECT_EQ(one[0].best.offset_percent, one[1].best.offset_percent);
  // Neither the sums near 0 of the layer of small weights are forgotten nor those of the other, near half of full
  // scale.
  EXPECT_LT(one[0].best.offset_percent, 5);
  EXPECT_GT(one[0].best.offset_percent + one[0].best.range_percent, 45);
  EXPECT_LT(one[0].best.offset_percent + one[0].best.range_percent, 60);
  EXPECT_LT(own[0].best.range_percent, 20);
  EXPECT_LT(own[1].best.range_percent, 20);
}

TEST(AdcRangeCalibration, EachNameComesBackFromWhatItNames) {
  for (const NamedValue& value : find_named_setting(kAdcRange)->values) {
    const auto calibration = calibration_of_name(value.value);
    EXPECT_EQ(calibration ? calibration_name(*calibration) : kFullAdcRange, value.value);
  }
}

TEST(AdcRangeCalibration, TakesTheLayersOwnBits) {
  ColumnSumHistogram sums(40);
  for (std::size_t k = 0; k < 30; ++k) sums.add_weight(k, 1);
  PointSettings point = point_of(3);
  point.layers.push_back(parse_layer_override("b:adc_bits=9,adc_range_percent=10"));
  const auto ranges = best_adc_ranges(std::vector<LayerColumnSums>{{"a", sums}, {"b", sums}}, point, {});
  EXPECT_EQ(ranges[0].adc_bits, 3);
  EXPECT_EQ(ranges[1].adc_bits, 9);
  EXPECT_GT(ranges[1].best.csnr_db, ranges[0].best.csnr_db + 20);
}

TEST(AdcRangeCalibration, SharesSumsBetweenPointsThatDifferInConverterAndNoise) {
  PointSettings other = point_of(4);
  other.macro.random_noise_percent = 0.1;
  EXPECT_TRUE(have_same_column_sums(point_of(7), other));
  other.macro.encoding_bits = 2;
  EXPECT_FALSE(have_same_column_sums(point_of(7), other));
}

TEST(AdcRangeCalibrator, CalibratesThePointsThatAskForIt) {
  const auto network = std::make_shared<CountingNetwork>();
  StudySpec spec =
      make_study_spec({}, point_of(3), parse_sweep_axis("adc_bits=3,4"), parse_sweep_axis("adc_range=full,mse"));
  AdcRangeCalibrator calibrator(evaluation_of(network));
  std::vector<std::size_t> steps;
  const auto ranges = calibrator.calibrate(spec, [&](std::size_t done) { steps.push_back(done); }, {});
  EXPECT_THAT(steps, testing::ElementsAre(0, 1, 2, 3));
  EXPECT_TRUE(ranges[0].empty());
  EXPECT_TRUE(spec.points[0].settings.layers.empty());
  ASSERT_EQ(ranges[2].size(), 1U);
  EXPECT_EQ(spec.points[3].settings.layers.front().pattern, "layer1.0.conv1");
  EXPECT_NO_THROW(validate(spec));
  // The same as a point calibrated on its own.
  const auto own = best_adc_ranges(record_column_sums(evaluation_of(network), point_of(3), 8, {}), point_of(3), {});
  EXPECT_EQ(ranges[2].front().best.range_percent, own.front().best.range_percent);
}

TEST(AdcRangeCalibrator, StopsAndRefuses) {
  AdcRangeCalibrator calibrator(evaluation_of(std::make_shared<CountingNetwork>()));
  StudySpec spec = make_study_spec({}, point_of(3), parse_sweep_axis("adc_bits=3,4"), {});
  spec.adc_range = "csnr";
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(calibrator.calibrate(spec, {}, stop.get_token()), Error);
  spec = make_study_spec({}, point_of(3), parse_sweep_axis("adc_range_percent=50,60"), {});
  spec.adc_range = "csnr";
  EXPECT_THROW(calibrator.calibrate(spec, {}, {}), Error);
}

TEST(AdcRangeCalibration, IsOfTheArrayAlone) {
  const auto network = std::make_shared<CountingNetwork>();
  PointSettings point = point_of(6);
  point.mode = EvaluationMode::quantised;
  EXPECT_THROW(record_column_sums(evaluation_of(network), point, 8, {}), Error);
  EXPECT_THROW(criterion_from_name("best"), Error);
  EXPECT_THROW(scope_from_name("some"), Error);
}

}  // namespace
}  // namespace acim
