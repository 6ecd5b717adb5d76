#include "array/conversion.h"

#include <gtest/gtest.h>

#include "array/conversion_settings.h"
#include "base/error.h"

namespace acim {
namespace {

TEST(Conversion, IsLosslessWhenCodesFallOnCounts) {
  const Conversion conversion(MacroParameters{}, 255, false);
  for (std::int64_t sum = 0; sum <= 255; ++sum) EXPECT_EQ(conversion.code(sum), sum);
  EXPECT_EQ(conversion.code_worth(), 1.0);
}

TEST(Conversion, TiesGoToTheEvenCodeExactly) {
  MacroParameters macro;
  macro.adc_bits = 1;
  const Conversion conversion(macro, 2, false);
  EXPECT_EQ(conversion.code(std::int64_t{1}), 0);  // 1/2 lies between 0 and 1
  macro.adc_bits = 2;
  const Conversion finer(macro, 6, false);
  EXPECT_EQ(finer.code(std::int64_t{1}), 0);  // 1/2
  EXPECT_EQ(finer.code(std::int64_t{3}), 2);  // 3/2
  EXPECT_EQ(finer.code(std::int64_t{5}), 2);  // 5/2
}

TEST(Conversion, RangeAndOffsetClipWhatLiesOutside) {
  MacroParameters macro;
  macro.adc_bits = 4;
  macro.adc_range_percent = 50;
  macro.adc_offset_percent = 25;
  const Conversion conversion(macro, 100, false);
  EXPECT_EQ(conversion.code(std::int64_t{10}), 0);
  EXPECT_EQ(conversion.code(std::int64_t{25}), 0);
  EXPECT_EQ(conversion.code(std::int64_t{75}), 15);
  EXPECT_EQ(conversion.code(std::int64_t{90}), 15);
  EXPECT_DOUBLE_EQ(conversion.offset_worth(), 25.0);
  EXPECT_DOUBLE_EQ(conversion.code_worth(), 50.0 / 15);
}

TEST(Conversion, CompressionShrinksLargeSums) {
  MacroParameters macro;
  macro.compression_alpha = 1e-3;
  const Conversion conversion(macro, 255, false);
  EXPECT_DOUBLE_EQ(conversion.column_value(255.0), 255.0 / 1.255 / 255.0);
  EXPECT_EQ(conversion.code(std::int64_t{255}), 203);
}

TEST(Conversion, BipolarCodesAreSymmetric) {
  const Conversion conversion(MacroParameters{}, 1000, true);
  EXPECT_EQ(conversion.lowest_code(), -127);
  for (std::int64_t sum = 0; sum <= 1000; ++sum) EXPECT_EQ(conversion.code(-sum), -conversion.code(sum));
  EXPECT_EQ(conversion.code(std::int64_t{1000}), 127);
}

TEST(Conversion, NonlinearityNoiseShrinksWithTheSum) {
  MacroParameters macro;
  macro.nonlinearity_percent = 3;
  macro.random_noise_percent = 4;
  const Conversion conversion(macro, 255, false);
  EXPECT_DOUBLE_EQ(conversion.noise_deviation(0), 0.05);
  EXPECT_LT(conversion.noise_deviation(1), conversion.noise_deviation(0.5));
}

TEST(ConversionSettings, DigitalAndVotedDiagonalsAreTheTopOnes) {
  MacroParameters macro;
  macro.hybrid_levels = 2;
  macro.voting_levels = 3;
  macro.voting_samples = 3;
  const ConversionSettings settings = make_conversion_settings(macro, false);
  EXPECT_EQ(settings.treatment(7, 7), CycleTreatment::digital_exact);
  EXPECT_EQ(settings.treatment(6, 7), CycleTreatment::digital_exact);
  EXPECT_EQ(settings.treatment(6, 6), CycleTreatment::voted);
  EXPECT_EQ(settings.treatment(5, 6), CycleTreatment::analog);
}

TEST(ConversionSettings, BothSignBitsTogetherArePositive) {
  MacroParameters macro;
  macro.activation_bits = 9;
  macro.encoding_bits = 4;
  const ConversionSettings settings = make_conversion_settings(macro, true);
  EXPECT_EQ(settings.sign(0, 0), 1);
  EXPECT_EQ(settings.sign(7, 0), -1);
  EXPECT_EQ(settings.sign(0, 2), -1);
  EXPECT_EQ(settings.sign(7, 2), 1);
  EXPECT_EQ(settings.full_scale(0), 15 * 255);
  EXPECT_EQ(settings.full_scale(2), 255);
}

TEST(ConversionSettings, RefusesContradictions) {
  MacroParameters macro;
  macro.adc_offset_percent = 60;
  macro.adc_range_percent = 60;
  EXPECT_THROW(make_conversion_settings(macro, false), Error);
}

}  // namespace
}  // namespace acim
