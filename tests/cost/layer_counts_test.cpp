#include "cost/layer_counts.h"

#include <gtest/gtest.h>

#include <set>

#include "array/engine.h"
#include "array/fast_engine.h"
#include "macro/physical_noise.h"
#include "macro/settings.h"
#include "random_layer.h"

namespace acim::cost {
namespace {

using test::RandomLayer;
using test::TestRandom;

MacroParameters random_macro(TestRandom& random) {
  MacroParameters macro;
  macro.weight_bits = random.integer(2, 9);
  macro.activation_bits = random.integer(2, 9);
  macro.encoding_bits = random.integer(1, macro.activation_bits);
  macro.rows = random.integer(1, 80);
  macro.adc_bits = random.integer(2, 6);
  macro.mapping = random.chance(2) ? Mapping::dense : Mapping::whole_channels;
  if (random.chance(3)) macro.random_noise_percent = 0.5;
  if (random.chance(5)) {
    macro.weight_parallel = true;
    return macro;
  }
  const int diagonals = macro.weight_bits + (macro.activation_bits - 1) / macro.encoding_bits;
  if (random.chance(2)) macro.hybrid_levels = random.integer(0, diagonals);
  if (random.chance(3)) macro.hybrid_readout = HybridReadout::adc;
  if (random.chance(2)) {
    macro.voting_levels = random.integer(0, diagonals);
    macro.voting_samples = 2 * random.integer(0, 3) + 1;
  }
  return macro;
}

ConversionCounts counted_by(const Engine& engine, const RandomLayer& layer, const ConversionSettings& settings) {
  const auto packed = engine.pack(layer.geometry, layer.weights, settings, 1);
  std::vector<double> output(static_cast<std::size_t>(layer.geometry.output_elements()));
  ConversionCounts counts;
  engine.compute(layer.geometry, *packed, layer.streamed, settings, {}, output, &counts);
  return counts;
}

/// The mapping and treatments of the counts are those of the run, not a second opinion on them.
TEST(LayerCounts, EqualWhatTheEnginesCountOnRandomSettings) {
  TestRandom random(1);
  const auto reference = make_reference_engine();
  const auto fast = make_fast_engine();
  std::set<bool> parallel;
  std::int64_t digital = 0;
  std::int64_t voted = 0;
  for (int trial = 0; trial < 150; ++trial) {
    const MacroParameters macro = random_macro(random);
    const bool is_signed = random.chance(3);
    const ConversionSettings settings = make_conversion_settings(macro, is_signed);
    const RandomLayer layer = test::random_layer(random, test::random_geometry(random), macro, is_signed);
    SCOPED_TRACE(testing::Message() << "trial " << trial);
    const LayerCounts counts = layer_counts(layer.geometry, 1, settings);
    const ConversionCounts expected = counts.engine_counts();
    for (const Engine* engine : {reference.get(), fast.get()}) {
      const ConversionCounts seen = counted_by(*engine, layer, settings);
      EXPECT_EQ(seen.conversions, expected.conversions);
      EXPECT_EQ(seen.digital_sums, expected.digital_sums);
    }
    parallel.insert(macro.weight_parallel);
    digital += counts.digital_sums;
    voted += counts.voted_conversions;
  }
  EXPECT_EQ(parallel.size(), 2U);
  EXPECT_GT(digital, 1000);
  EXPECT_GT(voted, 1000);
}

/// Section 1.2 of the model written out with its own symbols.
TEST(LayerCounts, FollowTheEquationsOfBitSerialLayers) {
  TestRandom random(2);
  for (int trial = 0; trial < 100; ++trial) {
    MacroParameters macro;
    macro.rows = random.integer(9, 300);
    macro.columns = random.integer(8, 300);
    macro.hybrid_levels = random.integer(0, 8);
    const LayerGeometry geometry = test::random_geometry(random);
    const LayerCounts counts = layer_counts(geometry, 1, make_conversion_settings(macro, false));
    const std::int64_t channels_per_chunk = macro.rows / geometry.elements_per_channel();
    const std::int64_t chunks = (geometry.channels_per_group() + channels_per_chunk - 1) / channels_per_chunk;
    const std::int64_t expected_chunks =
        geometry.layout == OperandLayout::rows ? (geometry.reduction() + macro.rows - 1) / macro.rows : chunks;
    const std::int64_t po = geometry.positions() * geometry.outputs;
    const std::int64_t level = macro.hybrid_levels;
    EXPECT_EQ(static_cast<std::int64_t>(counts.chunk_rows.size()), expected_chunks);
    EXPECT_EQ(counts.digital_sums, po * expected_chunks * level * (level + 1) / 2);
    EXPECT_EQ(counts.analog_conversions, po * expected_chunks * (64 - level * (level + 1) / 2));
    EXPECT_EQ(counts.cell_operations, po * 64 * geometry.reduction());
    EXPECT_EQ(counts.shift_adds, po * 8 * expected_chunks);
    EXPECT_EQ(counts.partial_sums, po * (expected_chunks - 1));
    EXPECT_EQ(counts.digital_bit_products, po * geometry.reduction() * level * (level + 1) / 2);
    const std::int64_t tile_outputs = macro.columns / 8;
    const std::int64_t column_tiles = (geometry.outputs_per_group() + tile_outputs - 1) / tile_outputs;
    EXPECT_EQ(counts.tiles, expected_chunks * column_tiles * geometry.groups);
    EXPECT_EQ(counts.row_activations, geometry.positions() * 8 * column_tiles * geometry.groups * geometry.reduction());
    EXPECT_EQ(counts.input_bits, counts.row_activations);
  }
}

TEST(LayerCounts, ChargeEachCycleByItsOwnWidth) {
  MacroParameters macro;
  macro.encoding_bits = 3;
  macro.hybrid_levels = 17 - 7;  // all diagonals of 8 weight bits and 3 cycles
  const LayerCounts counts = layer_counts(LayerGeometry::linear(1, 10, 1), 1, make_conversion_settings(macro, false));
  ASSERT_EQ(counts.cycles.size(), 3U);
  EXPECT_EQ(counts.cycles[2].width, 2);
  EXPECT_EQ(counts.digital_bit_products, 10 * 8 * (3 + 3 + 2));
}

TEST(LayerCounts, CombineWeightBitsInTheAnalogDomain) {
  MacroParameters macro;
  macro.conversions_per_weight = 1;
  const LayerCounts counts = layer_counts(LayerGeometry::linear(2, 300, 3), 1, make_conversion_settings(macro, false));
  EXPECT_EQ(counts.analog_conversions, 2 * 3 * 2 * 8);
}

TEST(ConversionSettings, TakeTheNoiseThatTheSourceNames) {
  MacroParameters macro;
  macro.random_noise_percent = 3;
  EXPECT_EQ(make_conversion_settings(macro, false).macro.random_noise_percent, 3);
  macro.noise_source = NoiseSource::physical;
  const ConversionSettings settings = make_conversion_settings(macro, false);
  EXPECT_EQ(settings.macro.random_noise_percent, physical_noise(macro).random_percent);
  EXPECT_GT(settings.macro.nonlinearity_percent, 0);
}

}  // namespace
}  // namespace acim::cost
