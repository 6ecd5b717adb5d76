#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "study/study_spec.h"

namespace acim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string refusal(const std::string& text) {
  try {
    parse_sweep_axis(text);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error.what();
  }
  return "accepted";
}

TEST(SweepAxis, ReadsARangeOfStepOne) {
  const SweepAxis axis = parse_sweep_axis("adc_bits=4:10");
  EXPECT_EQ(axis.key, "adc_bits");
  EXPECT_THAT(axis.values, ElementsAre("4", "5", "6", "7", "8", "9", "10"));
}

TEST(SweepAxis, ReadsARangeWithAStep) {
  EXPECT_THAT(parse_sweep_axis("adc_bits=4:10:2").values, ElementsAre("4", "6", "8", "10"));
  EXPECT_THAT(parse_sweep_axis("adc_bits=4:9:2").values, ElementsAre("4", "6", "8"));
  EXPECT_THAT(parse_sweep_axis("adc_bits=6:4:-1").values, ElementsAre("6", "5", "4"));
}

TEST(SweepAxis, StepsOfTenthsAreTheDecimalsMeant) {
  EXPECT_THAT(parse_sweep_axis("random_noise_percent=0:0.5:0.1").values,
              ElementsAre("0", "0.1", "0.2", "0.3", "0.4", "0.5"));
  EXPECT_EQ(parse_sweep_axis("random_noise_percent=0:0.5:0.05").values.size(), 11U);
}

TEST(SweepAxis, ReadsAList) {
  EXPECT_THAT(parse_sweep_axis("encoding_bits=1,2,4").values, ElementsAre("1", "2", "4"));
  EXPECT_THAT(parse_sweep_axis("mapping=whole_channels,dense").values, ElementsAre("whole_channels", "dense"));
  EXPECT_THAT(parse_sweep_axis("adc_bits=8").values, ElementsAre("8"));
}

TEST(SweepAxis, RefusesWhatMakesNoSense) {
  EXPECT_THAT(refusal("adc_bits"), HasSubstr("'='"));
  EXPECT_THAT(refusal("adc_bit=4:10"), HasSubstr("adc_bits"));
  EXPECT_THAT(refusal("adc_bits="), HasSubstr("no values"));
  EXPECT_THAT(refusal("adc_bits=4:x"), HasSubstr("\"x\""));
  EXPECT_THAT(refusal("adc_bits=10:4"), HasSubstr("never lead"));
  EXPECT_THAT(refusal("adc_bits=4:10:0"), HasSubstr("never lead"));
  EXPECT_THAT(refusal("adc_bits=4:10:1:1"), HasSubstr("three numbers"));
  EXPECT_THAT(refusal("adc_bits=4,4"), HasSubstr("twice"));
  EXPECT_THAT(refusal("adc_bits=4:100"), HasSubstr("adc_bits"));
  EXPECT_THAT(refusal("adc_bits=nan:inf"), HasSubstr("not a number"));
  EXPECT_THAT(refusal("mapping=1:2"), HasSubstr("range"));
  EXPECT_THAT(refusal("random_noise_percent=0:1:1e-300"), HasSubstr("values"));
  EXPECT_THAT(refusal("random_noise_percent=0:100:0.0001"), HasSubstr("values"));
  EXPECT_THAT(refusal("=1"), testing::Not("accepted"));
}

}  // namespace
}  // namespace acim
