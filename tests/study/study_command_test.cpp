#include "study/study_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace acim {
namespace {

StudySpec sweep_of(const char* x, const char* family = nullptr, const PointSettings& base = {}) {
  return make_study_spec({}, base, parse_sweep_axis(x), family ? parse_sweep_axis(family) : SweepAxis{});
}

TEST(StudyCommand, SaysOnlyWhatDiffersFromTheDefaults) {
  EXPECT_EQ(study_command(sweep_of("adc_bits=4:10")), "acim sweep --x adc_bits=4:10");
  EXPECT_EQ(study_command(make_study_spec({}, {}, {}, {})), "acim run");
  PointSettings base;
  base.macro.random_noise_percent = 0.05;
  base.macro.seed = 4;
  base.layers.push_back(parse_layer_override("layer3.*:adc_bits=7"));
  StudySpec spec = sweep_of("adc_bits=4:10:2", "encoding_bits=1,2", base);
  spec.subject.network = "/home/a b/net's.pt";
  spec.subject.mean = {0.485F, 0.456F, 0.406F};
  spec.subject.standard_deviation = {0.229F, 0.224F, 0.225F};
  spec.subject.images = 300;
  EXPECT_EQ(
      study_command(spec),
      "acim sweep --network '/home/a b/net'\\''s.pt' --mean 0.485,0.456,0.406 --std 0.229,0.224,0.225 --images 300 "
      "--set random_noise_percent=0.05 --seed 4 --layer 'layer3.*:adc_bits=7' --x adc_bits=4:10:2 "
      "--family encoding_bits=1,2");
}

TEST(StudyCommand, SaysHowTheRangeOfTheAdcWasChosen) {
  StudySpec spec = sweep_of("adc_bits=4,7");
  spec.adc_range = "csnr-global";
  for (StudyPoint& point : spec.points)
    point.settings.layers.push_back(parse_layer_override("conv2:adc_range_percent=40,adc_offset_percent=10"));
  EXPECT_EQ(study_command(spec), "acim sweep --calibrate-adc-range csnr --adc-range-scope global --x adc_bits=4,7");
  // On an axis the full range has taken the base's own range away at its points.
  PointSettings base;
  base.macro.adc_range_percent = 50;
  EXPECT_EQ(study_command(sweep_of("adc_bits=4,7", "adc_range=full,mse", base)),
            "acim sweep --set adc_range_percent=50 --x adc_bits=4,7 --family adc_range=full,mse");
}

TEST(StudyCommand, AxesReadBackEqual) {
  for (const char* text : {"adc_bits=4:10", "adc_bits=10:4:-2", "random_noise_percent=0:0.3:0.1", "adc_bits=4,5,9",
                           "encoding_bits=1,2", "mapping=whole_channels,dense", "adc_range=full,mse"}) {
    const SweepAxis axis = parse_sweep_axis(text);
    EXPECT_EQ(axis_text(axis), text);
    EXPECT_EQ(parse_sweep_axis(axis_text(axis)), axis) << text;
  }
}

TEST(StudyCommand, IsNotGivenForPointsThatNoSettingsLeadTo) {
  StudySpec spec = sweep_of("adc_bits=4:6");
  spec.points[1].settings.macro.encoding_bits = 2;
  EXPECT_EQ(study_command(spec), "");
  spec = sweep_of("adc_bits=4:6");
  spec.points[1].settings.macro.random_noise_percent = 0.3;
  EXPECT_EQ(study_command(spec), "");
}

TEST(StudyCommand, SettingsOfLayersAreOnNoAxisOfTheCommandLine) {
  StudySpec spec = sweep_of("adc_bits=4,7");
  spec.x.key = kLayerAxis;
  EXPECT_EQ(study_command(spec), "");
}

}  // namespace
}  // namespace acim
