#include "array/column_sums.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "array/mapping.h"
#include "array/window.h"
#include "base/error.h"
#include "random_layer.h"

namespace acim {
namespace {

using test::TestRandom;

LayerGeometry small_convolution() {
  LayerGeometry geometry;
  geometry.channels = 4;
  geometry.height = 5;
  geometry.width = 6;
  geometry.outputs = 6;
  geometry.kernel_height = 3;
  geometry.kernel_width = 3;
  geometry.padding_height = 1;
  geometry.padding_width = 1;
  geometry.groups = 2;
  return geometry;
}

/// The weight of every level by plain loops over rows.
std::vector<double> plain_weights(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                                  std::span<const std::int16_t> streamed, const ConversionSettings& settings) {
  const auto reduction = geometry.reduction();
  const auto chunks =
      chunks_of(reduction, geometry.elements_per_channel(), settings.macro.rows, settings.macro.mapping);
  const std::size_t levels = empty_column_sums(settings).levels();
  std::vector<double> expected(levels);
  std::vector<std::int16_t> window(static_cast<std::size_t>(reduction));
  for (std::int64_t position = 0; position < geometry.positions(); ++position) {
    for (std::int64_t output = 0; output < geometry.outputs; ++output) {
      gather_window(geometry, streamed, output / geometry.outputs_per_group(), position, window);
      for (const Chunk& chunk : chunks) {
        for (int i = 0; i < settings.macro.weight_bits; ++i) {
          for (int j = 0; j < static_cast<int>(settings.cycles.size()); ++j) {
            if (settings.treatment(i, j) == CycleTreatment::digital_exact) continue;
            const Cycle& cycle = settings.cycles[static_cast<std::size_t>(j)];
            std::int64_t sum = 0;
            for (std::int64_t k = chunk.begin; k < chunk.end; ++k) {
              const int weight = weights[static_cast<std::size_t>(output * reduction + k)] >> i & 1;
              const int x = window[static_cast<std::size_t>(k)] >> cycle.least_significant_bit;
              sum += weight * (x & ((1 << cycle.width) - 1));
            }
            const double scale =
                std::ldexp(static_cast<double>(settings.full_scale(j)), i + cycle.least_significant_bit);
            const auto level =
                static_cast<std::size_t>(sum) * (levels - 1) / static_cast<std::size_t>(settings.full_scale(j));
            expected[level] += scale * scale;
          }
        }
      }
    }
  }
  return expected;
}

TEST(ColumnSums, AreThoseOfPlainLoops) {
  TestRandom random(3);
  const LayerGeometry geometry = small_convolution();
  const auto weights = test::random_weights(random, 6 * 18, 5);
  const auto streamed = test::random_activations(random, 4 * 5 * 6, 6, true);
  for (const int encoding : {1, 2}) {
    MacroParameters macro;
    macro.rows = 10;
    macro.weight_bits = 5;
    macro.activation_bits = 6;
    macro.encoding_bits = encoding;
    macro.hybrid_levels = 2;
    const ConversionSettings settings = make_conversion_settings(macro, true);
    ColumnSumHistogram sums = empty_column_sums(settings);
    add_column_sums(geometry, weights, streamed, settings, sums);
    const std::vector<double> expected = plain_weights(geometry, weights, streamed, settings);
    ASSERT_EQ(sums.levels(), expected.size());
    for (std::size_t k = 0; k < expected.size(); ++k) EXPECT_EQ(sums.weight(k), expected[k]) << encoding << ' ' << k;
  }
}

TEST(ColumnSums, OfALargeLayerAreLookedAtInFewerPositions) {
  TestRandom random(4);
  const LayerGeometry geometry = LayerGeometry::linear(500, 12, 3);
  const auto weights = test::random_weights(random, 36, 8);
  const auto streamed = test::random_activations(random, 500 * 12, 8, false);
  MacroParameters macro;
  macro.rows = 12;
  const ConversionSettings settings = make_conversion_settings(macro, false);
  const auto total_and_mean = [&](std::int64_t most_sums) {
    ColumnSumHistogram sums = empty_column_sums(settings);
    add_column_sums(geometry, weights, streamed, settings, sums, most_sums);
    double total = 0;
    double mean = 0;
    for (std::size_t k = 0; k < sums.levels(); ++k) {
      total += sums.weight(k);
      mean += sums.weight(k) * sums.value(k);
    }
    return std::pair(total, mean / total);
  };
  const auto [all, mean] = total_and_mean(1 << 20);
  const auto [some, mean_of_some] = total_and_mean(100 * 3 * 64);
  EXPECT_NEAR(some / all, 0.2, 1e-12);
  EXPECT_NEAR(mean_of_some, mean, 0.02);
  EXPECT_NEAR(total_and_mean(1).first / all, 8.0 / 500, 1e-12);
}

TEST(ColumnSums, RefuseWhatHasNone) {
  const LayerGeometry geometry = LayerGeometry::linear(1, 4, 1);
  const std::vector<std::int16_t> four(4, 1);
  MacroParameters macro;
  ColumnSumHistogram sums(255);
  EXPECT_THROW(add_column_sums(geometry, std::span(four).first(3), four, make_conversion_settings(macro, false), sums),
               Error);
  macro.weight_parallel = true;
  EXPECT_THROW(add_column_sums(geometry, four, four, make_conversion_settings(macro, false), sums), Error);
}

TEST(ColumnSums, StopWhenAsked) {
  const std::vector<std::int16_t> four(4, 1);
  const ConversionSettings settings = make_conversion_settings({}, false);
  ColumnSumHistogram sums = empty_column_sums(settings);
  std::stop_source source;
  source.request_stop();
  EXPECT_THROW(add_column_sums(LayerGeometry::linear(1, 4, 1), four, four, settings, sums, 100, source.get_token()),
               Error);
}

/// By plain loops over rows: how often each sum of a pair comes up.
std::vector<std::int64_t> plain_counts(const LayerGeometry& geometry, std::span<const std::int16_t> weights,
                                       std::span<const std::int16_t> streamed, const ConversionSettings& settings,
                                       int weight_bit, int cycle) {
  const auto reduction = geometry.reduction();
  const Cycle& digits = settings.cycles[static_cast<std::size_t>(cycle)];
  std::vector<std::int64_t> counts(static_cast<std::size_t>(settings.full_scale(cycle)) + 1);
  std::vector<std::int16_t> window(static_cast<std::size_t>(reduction));
  for (std::int64_t position = 0; position < geometry.positions(); ++position) {
    for (std::int64_t output = 0; output < geometry.outputs; ++output) {
      gather_window(geometry, streamed, output / geometry.outputs_per_group(), position, window);
      for (const Chunk& chunk :
           chunks_of(reduction, geometry.elements_per_channel(), settings.macro.rows, settings.macro.mapping)) {
        std::size_t sum = 0;
        for (std::int64_t k = chunk.begin; k < chunk.end; ++k) {
          const auto weight = static_cast<std::uint16_t>(weights[static_cast<std::size_t>(output * reduction + k)]);
          const auto value = static_cast<std::uint16_t>(window[static_cast<std::size_t>(k)]);
          const unsigned on = static_cast<unsigned>(weight) >> static_cast<unsigned>(weight_bit) & 1U;
          const unsigned digit = static_cast<unsigned>(value) >> static_cast<unsigned>(digits.least_significant_bit);
          sum += on * (digit & ((1U << static_cast<unsigned>(digits.width)) - 1U));
        }
        ++counts[sum];
      }
    }
  }
  return counts;
}

TEST(PairSums, CountsEverySumOfEveryPair) {
  const LayerGeometry geometry = small_convolution();
  MacroParameters macro;
  macro.rows = 9;
  macro.encoding_bits = 2;
  macro.hybrid_levels = 3;  // Digital pairs have sums, too.
  const ConversionSettings settings = make_conversion_settings(macro, false);
  TestRandom random(5);
  const auto weights =
      test::random_weights(random, static_cast<std::size_t>(geometry.outputs * geometry.reduction()), 8);
  const auto streamed = test::random_activations(random, static_cast<std::size_t>(geometry.input_elements()), 8, false);
  const PairSums sums = pair_sums(geometry, weights, streamed, settings);
  ASSERT_EQ(sums.pairs.size(), 8U * 4U);
  for (const int weight_bit : {0, 5, 7}) {
    for (int cycle = 0; cycle < 4; ++cycle) {
      const PairSums::Bins& bins = sums.of(weight_bit, cycle);
      EXPECT_EQ(bins.sums_per_bin, 1);
      const auto expected = plain_counts(geometry, weights, streamed, settings, weight_bit, cycle);
      EXPECT_EQ(bins.counts, expected) << weight_bit << " " << cycle;
      EXPECT_GT(expected[static_cast<std::size_t>(bins.largest)], 0);
      std::int64_t all = 0;
      for (const std::int64_t count : bins.counts) all += count;
      EXPECT_EQ(all, sums.conversions);
    }
  }
}

TEST(PairSums, OfATallColumnShareBins) {
  const LayerGeometry geometry = LayerGeometry::linear(1, 5000, 2);
  MacroParameters macro;
  macro.rows = 4095;
  macro.mapping = Mapping::dense;
  const ConversionSettings settings = make_conversion_settings(macro, false);
  const std::vector<std::int16_t> weights(10000, 127);
  const std::vector<std::int16_t> streamed(5000, 255);
  const PairSums sums = pair_sums(geometry, weights, streamed, settings);
  const PairSums::Bins& bins = sums.of(0, 0);
  EXPECT_LE(bins.counts.size(), static_cast<std::size_t>(PairSums::kMostBins));
  EXPECT_EQ(bins.largest, 4095);
  EXPECT_EQ(bins.counts.back(), 2);
  EXPECT_EQ(sums.of(7, 0).largest, 0);
  EXPECT_THROW(
      {
        macro.weight_parallel = true;
        pair_sums(geometry, weights, streamed, make_conversion_settings(macro, false));
      },
      Error);
}

}  // namespace
}  // namespace acim
