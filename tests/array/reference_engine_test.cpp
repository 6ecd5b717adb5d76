#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "array/engine.h"
#include "base/error.h"
#include "macro/parameter_table.h"
#include "plain_model.h"
#include "random_layer.h"

namespace acim {
namespace {

using test::RandomLayer;
using test::TestRandom;

MacroParameters random_macro(TestRandom& random, bool is_signed) {
  MacroParameters macro;
  macro.weight_bits = random.integer(2, 9);
  macro.activation_bits = random.integer(2, 9);
  macro.rows = random.integer(1, 300);
  macro.adc_bits = random.integer(1, 14);
  macro.encoding_bits = random.integer(1, macro.activation_bits);
  macro.mapping = random.integer(0, 1) == 0 ? Mapping::whole_channels : Mapping::dense;
  if (random.integer(0, 1) == 0) macro.adc_range_percent = random.integer(1, 100);
  if (random.integer(0, 3) == 0) {
    macro.weight_parallel = true;
    macro.adc_bits = random.integer(2, 14);
    return macro;
  }
  if (random.integer(0, 1) == 0) macro.adc_offset_percent = random.uniform() * (100 - macro.adc_range_percent);
  if (macro.adc_offset_percent >= 100) macro.adc_offset_percent = 0;
  if (random.integer(0, 2) == 0) macro.compression_alpha = random.uniform() * 1e-3;
  const int magnitude_bits = macro.activation_bits - (is_signed ? 1 : 0);
  const int cycles = (magnitude_bits + macro.encoding_bits - 1) / macro.encoding_bits;
  macro.hybrid_levels = random.integer(0, macro.weight_bits + cycles - 1);
  macro.hybrid_readout = random.integer(0, 1) == 0 ? HybridReadout::exact : HybridReadout::adc;
  macro.voting_levels = random.integer(0, macro.weight_bits + cycles - 1);
  macro.voting_samples = 1 + 2 * random.integer(0, 2);
  const VotingRule rules[] = {VotingRule::mode, VotingRule::median, VotingRule::mean};
  macro.voting_rule = rules[random.integer(0, 2)];
  return macro;
}

std::vector<double> computed(const RandomLayer& layer, const MacroParameters& macro, bool is_signed,
                             const LayerKey& key = {}, ConversionCounts* counts = nullptr) {
  const auto engine = make_reference_engine();
  const ConversionSettings settings = make_conversion_settings(macro, is_signed);
  const auto packed = engine->pack(layer.geometry, layer.weights, settings, key.weight);
  std::vector<double> output(static_cast<std::size_t>(layer.geometry.output_elements()));
  engine->compute(layer.geometry, *packed, layer.streamed, settings, key, output, counts);
  return output;
}

TEST(ReferenceEngine, EqualsThePlainEquationsOnRandomSettings) {
  TestRandom random(2026);
  for (int trial = 0; trial < 400; ++trial) {
    const bool is_signed = random.integer(0, 1) == 0;
    const LayerGeometry geometry = test::random_geometry(random);
    const MacroParameters macro = random_macro(random, is_signed);
    if (!problems_of(macro).empty()) continue;
    const RandomLayer layer = test::random_layer(random, geometry, macro, is_signed);
    const std::vector<double> output = computed(layer, macro, is_signed);
    const std::vector<double> expected = test::plain_layer(geometry, layer.weights, layer.streamed, macro, is_signed);
    double largest = 1;
    for (const double value : expected) largest = std::max(largest, std::abs(value));
    for (std::size_t index = 0; index < output.size(); ++index) {
      ASSERT_NEAR(output[index], expected[index], 1e-9 * largest) << "trial " << trial << ", output " << index;
    }
  }
}

TEST(ReferenceEngine, ALosslessMacroGivesTheExactProducts) {
  TestRandom random(5);
  for (int trial = 0; trial < 40; ++trial) {
    const bool is_signed = trial % 2 == 0;
    MacroParameters macro;
    macro.weight_bits = random.integer(2, 9);
    macro.activation_bits = random.integer(2, 9);
    const RandomLayer layer = test::random_layer(random, test::random_geometry(random), macro, is_signed);
    std::vector<double> expected(static_cast<std::size_t>(layer.geometry.output_elements()));
    exact_products(layer.geometry, layer.weights, layer.streamed, expected);
    EXPECT_EQ(computed(layer, macro, is_signed), expected);  // to the bit
  }
}

TEST(ReferenceEngine, AllLevelsDigitalGiveTheExactProductsWhateverTheAdc) {
  TestRandom random(6);
  MacroParameters macro;
  macro.adc_bits = 3;
  macro.random_noise_percent = 5;
  macro.hybrid_levels = 15;
  const RandomLayer layer = test::random_layer(random, test::random_geometry(random), macro, false);
  std::vector<double> expected(static_cast<std::size_t>(layer.geometry.output_elements()));
  exact_products(layer.geometry, layer.weights, layer.streamed, expected);
  ConversionCounts counts;
  EXPECT_EQ(computed(layer, macro, false, {}, &counts), expected);
  EXPECT_EQ(counts.conversions, 0);
  EXPECT_GT(counts.digital_sums, 0);
}

TEST(ReferenceEngine, CountsEveryConversion) {
  TestRandom random(8);
  MacroParameters macro;
  macro.rows = 64;
  macro.hybrid_levels = 2;  // 3 of the 64 pairs
  macro.voting_levels = 3;  // 3 more
  macro.voting_samples = 5;
  const LayerGeometry geometry = LayerGeometry::linear(3, 100, 7);  // 2 chunks
  const RandomLayer layer = test::random_layer(random, geometry, macro, false);
  ConversionCounts counts;
  computed(layer, macro, false, {}, &counts);
  EXPECT_EQ(counts.digital_sums, 3 * 7 * 2 * 3);
  EXPECT_EQ(counts.conversions, 3 * 7 * 2 * (3 * 5 + 58));
}

TEST(ReferenceEngine, NoiseIsAPureFunctionOfItsKey) {
  TestRandom random(9);
  MacroParameters macro;
  macro.random_noise_percent = 0.5;
  const RandomLayer layer = test::random_layer(random, LayerGeometry::linear(4, 300, 20), macro, false);
  const auto first = computed(layer, macro, false, {1, 2, 3, 4, 0});
  EXPECT_EQ(first, computed(layer, macro, false, {1, 2, 3, 4, 0}));
  EXPECT_NE(first, computed(layer, macro, false, {2, 2, 3, 4, 0}));
  EXPECT_NE(first, computed(layer, macro, false, {1, 3, 3, 4, 0}));
  EXPECT_NE(first, computed(layer, macro, false, {1, 2, 4, 4, 0}));
  EXPECT_NE(first, computed(layer, macro, false, {1, 2, 3, 5, 0}));
}

TEST(ReferenceEngine, AChipIsTheSameChipForAllImages) {
  TestRandom random(10);
  MacroParameters macro;
  macro.weight_variation_percent = 5;
  const RandomLayer layer = test::random_layer(random, LayerGeometry::linear(2, 50, 4), macro, false);
  const auto first = computed(layer, macro, false, {1, 0, 3, 0, 7});
  EXPECT_EQ(first, computed(layer, macro, false, {1, 0, 4, 0, 7}));
  EXPECT_NE(first, computed(layer, macro, false, {1, 0, 3, 0, 8}));  // other cells
  macro.seed = 2;                                                    // another chip
  EXPECT_NE(first, computed(layer, macro, false, {2, 0, 3, 0, 7}));
}

TEST(ReferenceEngine, NegligibleVariationChangesNothingButRounding) {
  TestRandom random(12);
  MacroParameters macro;
  macro.weight_variation_percent = 1e-9;
  macro.adc_bits = 14;
  for (const bool is_signed : {false, true}) {
    const RandomLayer layer = test::random_layer(random, LayerGeometry::linear(3, 90, 5), macro, is_signed);
    const auto varied = computed(layer, macro, is_signed);
    MacroParameters ideal = macro;
    ideal.weight_variation_percent = 0;
    const auto exact = computed(layer, ideal, is_signed);
    for (std::size_t index = 0; index < exact.size(); ++index) EXPECT_NEAR(varied[index], exact[index], 1e-3);
  }
}

TEST(ReferenceEngine, StopsWhenAsked) {
  TestRandom random(13);
  const RandomLayer layer = test::random_layer(random, LayerGeometry::linear(2, 50, 4), MacroParameters{}, false);
  const auto engine = make_reference_engine();
  const ConversionSettings settings = make_conversion_settings({}, false);
  const auto packed = engine->pack(layer.geometry, layer.weights, settings, 0);
  std::vector<double> output(8);
  std::stop_source source;
  source.request_stop();
  try {
    engine->compute(layer.geometry, *packed, layer.streamed, settings, {}, output, nullptr, source.get_token());
    FAIL() << "was not stopped";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::cancelled);
  }
}

TEST(ReferenceEngine, RefusesOperandsAndWeightsThatDoNotFit) {
  TestRandom random(14);
  const RandomLayer layer = test::random_layer(random, LayerGeometry::linear(2, 50, 4), MacroParameters{}, false);
  const auto engine = make_reference_engine();
  const ConversionSettings settings = make_conversion_settings({}, false);
  const auto packed = engine->pack(layer.geometry, layer.weights, settings, 0);
  EXPECT_GT(packed->size_in_bytes(), layer.weights.size());
  std::vector<double> output(8);
  EXPECT_THROW(engine->pack(layer.geometry, std::span(layer.weights).first(10), settings, 0), Error);
  EXPECT_THROW(engine->compute(layer.geometry, *packed, std::span(layer.streamed).first(3), settings, {}, output),
               Error);
  MacroParameters other;
  other.rows = 20;
  EXPECT_THROW(
      engine->compute(layer.geometry, *packed, layer.streamed, make_conversion_settings(other, false), {}, output),
      Error);
}

}  // namespace
}  // namespace acim
