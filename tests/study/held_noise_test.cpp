#include "study/held_noise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace acim {
namespace {

StudySpec noisy_sweep(const std::string& x, const std::string& family) {
  PointSettings base;
  base.macro.random_noise_percent = 0.2;
  return make_study_spec({}, base, parse_sweep_axis(x), parse_sweep_axis(family));
}

MacroParameters base_of(const StudySpec& spec) {
  MacroParameters base;
  base.random_noise_percent = spec.points.front().settings.macro.random_noise_percent;
  return base;
}

TEST(HeldNoise, IsTheSameInItsUnitAtEachPoint) {
  StudySpec spec = noisy_sweep("adc_bits=4:10:2", "adc_range_percent=50,100");
  hold_noise(spec, NoiseUnit::lsb, base_of(spec));
  for (const StudyPoint& point : spec.points) {
    const MacroParameters& macro = point.settings.macro;
    EXPECT_NEAR(noise_in(NoiseUnit::lsb, macro.random_noise_percent, macro), 0.51, 1e-12);
  }
  validate(spec);
}

TEST(HeldNoise, InPerCentIsWhatTheKnobSays) {
  const StudySpec before = noisy_sweep("adc_bits=4:10:2", "rows=63,255");
  StudySpec spec = before;
  hold_noise(spec, NoiseUnit::percent, base_of(spec));
  EXPECT_EQ(spec, before);
}

TEST(HeldNoise, LeavesNoiseThatIsSwept) {
  const StudySpec before = noisy_sweep("random_noise_percent=0.1,0.3", "adc_bits=6,8");
  StudySpec spec = before;
  hold_noise(spec, NoiseUnit::lsb, base_of(spec));
  EXPECT_EQ(spec, before);
}

/// A curve that showed less noise than is held would lie.
TEST(HeldNoise, RefusesPointsThatWouldNeedMoreThanTheWholeScale) {
  PointSettings base;
  base.macro.adc_bits = 10;
  base.macro.random_noise_percent = 20;
  const StudySpec before = make_study_spec({}, base, parse_sweep_axis("adc_bits=1,10"), {});
  StudySpec spec = before;
  try {
    hold_noise(spec, NoiseUnit::lsb, base.macro);
    ADD_FAILURE() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.what(), testing::HasSubstr("more than 100 % of full scale at adc_bits = 1 (2.05e+04 %)"));
    EXPECT_THAT(error.what(), testing::Not(testing::HasSubstr("adc_bits = 10")));
  }
  EXPECT_EQ(spec, before);
  MacroParameters coarse = base.macro;
  coarse.adc_bits = 1;
  hold_noise(coarse, NoiseUnit::lsb, base.macro);
  EXPECT_EQ(coarse.random_noise_percent, 100);
}

TEST(HeldNoise, ARefusalNamesTheFirstPointsAndCountsTheRest) {
  PointSettings base;
  base.macro.adc_bits = 12;
  base.macro.random_noise_percent = 60;
  StudySpec spec = make_study_spec({}, base, parse_sweep_axis("adc_bits=1:12"), parse_sweep_axis("encoding_bits=1,2"));
  try {
    hold_noise(spec, NoiseUnit::lsb, base.macro);
    ADD_FAILURE() << "accepted";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("adc_bits = 1 encoding_bits = 1 ("));
    EXPECT_THAT(error.what(), testing::HasSubstr("and 19 more"));
  }
}

}  // namespace
}  // namespace acim
