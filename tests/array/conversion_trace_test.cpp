#include "array/conversion_trace.h"

#include <gtest/gtest.h>

#include <cmath>

#include "array/window.h"
#include "base/error.h"
#include "layer_case.h"

namespace acim {
namespace {

OutputTrace traced(const test::LayerCase& layer, std::int64_t position, std::int64_t output) {
  return trace_output(layer.geometry, layer.weights, layer.streamed, layer.settings(), layer.key, position, output);
}

TEST(ConversionTrace, EqualsTheReferenceEngineOnRandomLayers) {
  test::TestRandom random(77);
  const auto engine = make_reference_engine();
  for (int trial = 0; trial < 150; ++trial) {
    const test::LayerCase layer = test::random_case(random, {.conversions = 4e3});
    const auto weights = packed(*engine, layer);
    const test::LayerResult expected = computed(*engine, layer, *weights);
    const std::int64_t positions = layer.geometry.positions();
    for (int pick = 0; pick < 4; ++pick) {
      const std::int64_t position = random.integer(0, static_cast<int>(positions) - 1);
      const std::int64_t output = random.integer(0, static_cast<int>(layer.geometry.outputs) - 1);
      const std::int64_t at = output_index(layer.geometry, positions, position, output);
      ASSERT_EQ(traced(layer, position, output).value, expected.output[static_cast<std::size_t>(at)])
          << description(layer) << ", position " << position << ", output " << output;
    }
  }
}

TEST(ConversionTrace, ReadBacksAddUpToTheOutput) {
  test::TestRandom random(78);
  for (int trial = 0; trial < 60; ++trial) {
    const test::LayerCase layer = test::random_case(random, {.conversions = 4e3});
    const OutputTrace trace = traced(layer, 0, 0);
    double sum = 0;
    double largest = 1;
    for (const TracedConversion& one : trace.conversions) {
      sum += one.weight * one.read_back;
      largest = std::max(largest, std::abs(one.weight * one.read_back));
    }
    EXPECT_NEAR(sum, trace.value, 1e-9 * largest * static_cast<double>(trace.conversions.size())) << description(layer);
  }
}

TEST(ConversionTrace, RowsThatAreOnMakeTheSum) {
  test::LayerCase layer;
  layer.geometry = LayerGeometry::linear(1, 4, 1);
  layer.weights = {0b0101, 0b0001, 0b0100, 0b0111};
  layer.streamed = {1, 3, 2, 255};
  layer.macro.rows = 3;
  const OutputTrace trace = traced(layer, 0, 0);
  const ConversionSettings settings = layer.settings();
  ASSERT_EQ(trace.chunks.size(), 2U);
  const TracedConversion& first = trace.conversions[trace.index_of(0, 0, 0, settings)];
  EXPECT_EQ(row_products(trace, settings, first), (std::vector<int>{1, 1, 0}));
  EXPECT_EQ(first.sum, 2);
  EXPECT_EQ(first.weight, 1);
  const TracedConversion& last = trace.conversions[trace.index_of(1, 7, 2, settings)];
  EXPECT_EQ(row_products(trace, settings, last), (std::vector<int>{1}));
  EXPECT_EQ(last.weight, std::exp2(9));
  EXPECT_EQ(trace.exact, 5 * 1 + 1 * 3 + 4 * 2 + 7 * 255);
}

TEST(ConversionTrace, NamesPlacesThatAreNotOfTheLayer) {
  test::LayerCase layer;
  layer.geometry = LayerGeometry::linear(2, 1, 3);
  layer.weights = {1, 1, 1};
  layer.streamed = {1, 1};
  EXPECT_NO_THROW(traced(layer, 1, 2));
  EXPECT_THROW(traced(layer, 2, 0), Error);
  EXPECT_THROW(traced(layer, 0, 3), Error);
}

}  // namespace
}  // namespace acim
