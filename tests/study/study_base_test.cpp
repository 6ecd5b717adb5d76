#include "study/study_base.h"

#include <gtest/gtest.h>

#include "study/held_noise.h"

namespace acim {
namespace {

TEST(SettingsBeforeCalibration, KeepWhatWasSetByHand) {
  PointSettings base;
  // The last two look like what a calibration adds.
  for (const char* text : {"conv1:adc_bits=5", "*:adc_range_percent=40,adc_offset_percent=3",
                           "conv2:adc_range_percent=30,adc_offset_percent=2"}) {
    base.layers.push_back(parse_layer_override(text));
  }
  StudySpec spec = make_study_spec({}, base, {}, {});
  StudyPoint& point = spec.points.front();
  EXPECT_EQ(settings_before_calibration(spec, point), base);
  spec.adc_range = "mse";
  for (const char* layer : {"conv1", "conv2"}) add_calibrated_range(point.settings, layer, 20, 1);
  EXPECT_EQ(settings_before_calibration(spec, point), base);
  // Without a layer of the same name after it, a pattern ends what was calibrated.
  base.layers.pop_back();
  point.settings = base;
  for (const char* layer : {"conv1", "conv2"}) add_calibrated_range(point.settings, layer, 20, 1);
  EXPECT_EQ(settings_before_calibration(spec, point), base);
}

TEST(StudyBase, MakesTheSamePoints) {
  PointSettings base;
  base.macro.adc_bits = 9;
  base.macro.random_noise_percent = 0.1;
  base.layers.push_back(parse_layer_override("conv1:digital=false"));
  const StudySpec spec = make_study_spec({}, base, parse_sweep_axis("random_noise_percent=0:0.3:0.1"),
                                         parse_sweep_axis("encoding_bits=1,4"));
  EXPECT_EQ(make_study_spec({}, base_of(spec).settings, spec.x, spec.family), spec);
  EXPECT_TRUE(makes_points(base_of(spec), spec));
}

TEST(StudyBase, HoldsTheNoiseOfAPointThatHasTheRangeThatWasSet) {
  PointSettings base;
  base.macro.random_noise_percent = 0.3;
  base.macro.adc_range_percent = 50;
  for (const NoiseUnit unit : {NoiseUnit::lsb, NoiseUnit::millivolt}) {
    StudySpec spec =
        make_study_spec({}, base, parse_sweep_axis("adc_bits=5,8"), parse_sweep_axis("adc_range=full,mse"));
    hold_noise(spec, unit, base.macro);
    const StudyBase found = base_of(spec);
    EXPECT_EQ(found.settings.macro.adc_range_percent, 50);
    if (unit == NoiseUnit::lsb) {
      EXPECT_EQ(found.held_noise, unit);
    }
    EXPECT_TRUE(makes_points(found, spec));
  }
}

TEST(StudyBase, DoesNotMakeOtherPoints) {
  StudySpec spec = make_study_spec({}, {}, parse_sweep_axis("adc_bits=4:6"), {});
  spec.points[2].settings.macro.rows = 100;
  EXPECT_FALSE(makes_points(base_of(spec), spec));
}

}  // namespace
}  // namespace acim
