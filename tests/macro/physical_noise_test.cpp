#include "macro/physical_noise.h"

#include <gtest/gtest.h>

#include <cmath>

namespace acim {
namespace {

/// The macro of the model's table of noise and energy: 256 rows, 1 fF, 0.8 V.
MacroParameters table_macro() {
  MacroParameters macro;
  macro.rows = 256;
  macro.noise_source = NoiseSource::physical;
  return macro;
}

TEST(PhysicalNoise, ReproducesTheTableOfComparatorNoise) {
  struct Row {
    int bits;
    double comparator_lsb;
    double random_percent;
  };
  for (const Row& row : {Row{8, 0.25, 0.0997}, Row{8, 0.5, 0.1969}, Row{8, 1, 0.3926}, Row{10, 0.25, 0.0304},
                         Row{10, 0.5, 0.0521}, Row{10, 1, 0.0994}}) {
    MacroParameters macro = table_macro();
    macro.adc_bits = row.bits;
    macro.comparator_noise_lsb = row.comparator_lsb;
    const PhysicalNoise noise = physical_noise(macro);
    EXPECT_NEAR(noise.random_percent, row.random_percent, 0.0001);
    EXPECT_NEAR(noise.thermal_percent, 0.0181, 0.0001);
  }
}

TEST(PhysicalNoise, MatchesMismatchAtTheTypicalSum) {
  MacroParameters macro = table_macro();
  macro.weight_density = 1;
  for (const auto& [typical, percent] : {std::pair{32, 0.079}, {64, 0.145}, {128, 0.236}}) {
    macro.input_density = typical / 256.0;
    EXPECT_NEAR(physical_noise(macro).nonlinearity_percent, percent, 0.001);
  }
}

TEST(PhysicalNoise, FallsWithTheRootOfTheUnitCapacitor) {
  MacroParameters macro = table_macro();
  const PhysicalNoise small = physical_noise(macro);
  macro.unit_capacitor_ff = 4;
  const PhysicalNoise large = physical_noise(macro);
  EXPECT_NEAR(large.nonlinearity_percent, small.nonlinearity_percent / 2, 1e-12);
  EXPECT_NEAR(large.thermal_percent, small.thermal_percent / 2, 1e-12);
}

TEST(PhysicalNoise, OfANarrowRangeIsASmallerStep) {
  MacroParameters macro = table_macro();
  macro.adc_inl_lsb = 1;
  const PhysicalNoise full = physical_noise(macro);
  macro.adc_range_percent = 25;
  const PhysicalNoise narrow = physical_noise(macro);
  EXPECT_NEAR(narrow.comparator_percent, full.comparator_percent / 4, 1e-12);
  EXPECT_LT(narrow.nonlinearity_percent, full.nonlinearity_percent);
  EXPECT_EQ(narrow.thermal_percent, full.thermal_percent);
}

TEST(PhysicalNoise, InlAddsToMismatch) {
  MacroParameters macro = table_macro();
  const double mismatch = physical_noise(macro).nonlinearity_percent;
  macro.adc_inl_lsb = 0.5;
  const double inl = 100 * 0.5 / 255 * std::sqrt(65.0);
  EXPECT_NEAR(physical_noise(macro).nonlinearity_percent, std::hypot(mismatch, inl), 1e-12);
}

TEST(EffectiveNoise, IsTheTypedOneUnlessPhysical) {
  MacroParameters macro = table_macro();
  macro.random_noise_percent = 7;
  macro.nonlinearity_percent = 8;
  const MacroParameters physical = with_effective_noise(macro);
  EXPECT_EQ(physical.random_noise_percent, physical_noise(macro).random_percent);
  EXPECT_EQ(physical.nonlinearity_percent, physical_noise(macro).nonlinearity_percent);
  EXPECT_EQ(with_effective_noise(physical), physical);
  macro.noise_source = NoiseSource::typed;
  EXPECT_EQ(with_effective_noise(macro), macro);
}

}  // namespace
}  // namespace acim
