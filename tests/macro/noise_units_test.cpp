#include "macro/noise_units.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

#include "base/error.h"
#include "macro/physical_noise.h"

namespace acim {
namespace {

constexpr std::array kUnits = {NoiseUnit::percent, NoiseUnit::millivolt, NoiseUnit::lsb, NoiseUnit::decibel,
                               NoiseUnit::wrong_code};

/// ASiM, TVLSI 2025: columns "sigma %Vpp (LSB@8b)" of its noise tables; LSB = sigma / 100 (2^b - 1).
TEST(NoiseUnits, LsbIsThatOfThePaper) {
  const MacroParameters macro;
  for (const auto& [percent, lsb] : {std::pair(0.025, 0.064), {0.05, 0.128}, {0.1, 0.255}, {0.2, 0.510}}) {
    EXPECT_NEAR(noise_in(NoiseUnit::lsb, percent, macro), lsb, 0.00051);
  }
}

/// erfc(0.5 / (sigma sqrt 2)), computed apart from this program.
TEST(NoiseUnits, ChanceOfAWrongCodeIsThatOfTheNormalDistribution) {
  const MacroParameters macro;
  const auto chance = [&](double lsb) {
    return noise_in(NoiseUnit::wrong_code, noise_percent(NoiseUnit::lsb, lsb, macro), macro);
  };
  EXPECT_NEAR(chance(0.064), 4e-15, 2e-15);
  EXPECT_NEAR(chance(0.128), 9e-5, 1e-5);
  EXPECT_NEAR(chance(0.255), 0.050, 0.0005);
  EXPECT_NEAR(chance(0.510), 0.33, 0.005);
  EXPECT_EQ(chance(0), 0);
}

TEST(NoiseUnits, MillivoltsAreOfTheSwing) {
  MacroParameters macro;
  macro.supply_voltage = 1;
  macro.attenuation = 1;
  EXPECT_DOUBLE_EQ(noise_in(NoiseUnit::millivolt, 0.05, macro), 0.5);  // the paper's limit for ImageNet
  macro.supply_voltage = 0.8;
  macro.attenuation = 0.5;
  EXPECT_DOUBLE_EQ(noise_in(NoiseUnit::millivolt, 0.05, macro), 0.2);
  macro.weight_parallel = true;
  EXPECT_DOUBLE_EQ(noise_in(NoiseUnit::millivolt, 0.05, macro), 0.1);
}

TEST(NoiseUnits, DecibelsAreFullScaleOverNoise) {
  EXPECT_NEAR(noise_in(NoiseUnit::decibel, 0.025, {}), 72.04, 0.005);
  EXPECT_EQ(noise_in(NoiseUnit::decibel, 0, {}), std::numeric_limits<double>::infinity());
  EXPECT_EQ(noise_percent(NoiseUnit::decibel, std::numeric_limits<double>::infinity(), {}), 0);
}

/// Its comparator noise is in steps too.
TEST(NoiseUnits, StepsAreThoseOfThePhysicalNoise) {
  MacroParameters macro;
  macro.adc_bits = 6;
  macro.adc_range_percent = 40;
  macro.comparator_noise_lsb = 0.7;
  for (const bool bipolar : {false, true}) {
    macro.weight_parallel = bipolar;
    EXPECT_NEAR(noise_in(NoiseUnit::lsb, physical_noise(macro).comparator_percent, macro), 0.7, 1e-12);
  }
}

TEST(NoiseUnits, ReadBackWhatTheyWrite) {
  MacroParameters macro;
  macro.adc_bits = 7;
  macro.adc_range_percent = 30;
  for (const NoiseUnit unit : kUnits) {
    for (const double percent : {0.02, 0.1, 0.3, 2.0}) {
      const double value = noise_in(unit, percent, macro);
      EXPECT_NEAR(noise_percent(unit, value, macro) / percent, 1, 1e-9) << static_cast<int>(unit) << ' ' << percent;
    }
  }
}

TEST(NoiseUnits, RefuseWhatNoNoiseCanBe) {
  EXPECT_THROW(noise_percent(NoiseUnit::lsb, -0.1, {}), Error);
  EXPECT_THROW(noise_percent(NoiseUnit::millivolt, std::nan(""), {}), Error);
  EXPECT_THROW(noise_percent(NoiseUnit::wrong_code, 1, {}), Error);
  EXPECT_EQ(noise_percent(NoiseUnit::wrong_code, 0, {}), 0);
}

TEST(HeldNoise, StaysInItsOwnUnit) {
  MacroParameters before;
  before.random_noise_percent = 0.2;
  MacroParameters after = before;
  after.adc_bits = 10;
  EXPECT_EQ(held_noise_percent(NoiseUnit::percent, before, after), 0.2);
  EXPECT_NEAR(held_noise_percent(NoiseUnit::millivolt, before, after), 0.2, 1e-15);
  EXPECT_NEAR(held_noise_percent(NoiseUnit::lsb, before, after), 0.2 * 255 / 1023, 1e-15);
  after.supply_voltage = before.supply_voltage / 2;
  EXPECT_NEAR(held_noise_percent(NoiseUnit::millivolt, before, after), 0.4, 1e-15);
}

}  // namespace
}  // namespace acim
