#include "cost/layer_cost.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/error.h"
#include "cost/network_cost.h"

namespace acim::cost {
namespace {

void expect_close(double value, double expected) {
  EXPECT_NEAR(value, expected, 0.02 * expected);
}

/// The worked example: 3x3 convolution of 128 to 128 channels at 16x16, padding 1.
LayerWork example_layer() {
  LayerWork layer;
  layer.name = "conv";
  layer.geometry.channels = 128;
  layer.geometry.outputs = 128;
  layer.geometry.height = layer.geometry.width = 16;
  layer.geometry.kernel_height = layer.geometry.kernel_width = 3;
  layer.geometry.padding_height = layer.geometry.padding_width = 1;
  return layer;
}

PointSettings example_point() {
  PointSettings point;
  point.macro.rows = 256;
  return point;
}

TEST(LayerCost, ReproducesTheWorkedConvolution) {
  const LayerCost cost = array_layer_cost(example_layer(), make_conversion_settings(example_point().macro, false));
  const LayerCounts& counts = cost.counts;
  EXPECT_EQ(counts.chunk_rows, (std::vector<std::int64_t>{252, 252, 252, 252, 144}));
  EXPECT_EQ(counts.column_tiles, 4);
  EXPECT_EQ(counts.tiles, 20);
  EXPECT_EQ(counts.macs, 37748736);
  EXPECT_EQ(counts.analog_conversions, 10485760);
  EXPECT_EQ(counts.row_activations, 9437184);
  EXPECT_EQ(counts.cell_operations, 2415919104);
  EXPECT_EQ(counts.shift_adds, 1310720);
  EXPECT_EQ(counts.partial_sums, 131072);
  EXPECT_EQ(counts.weight_bits, 1179648);
  EXPECT_NEAR(counts.row_utilisation(256), 0.9, 1e-12);

  const EnergyBreakdown uj = cost.fj.scaled(1e-9);
  expect_close(uj.adc, 5.8085);
  expect_close(uj.array, 1.1314);
  expect_close(uj.wordline, 0.2706);
  expect_close(uj.shift_add, 0.1973);
  expect_close(uj.partial_sums, 0.3669);
  expect_close(uj.buffers, 0.3863 + 0.0161);
  expect_close(uj.weights, 0.1836);
  expect_close(uj.total(), 8.3608);
  expect_close(cost.compute_us, 757.49);
}

TEST(NetworkCost, ReproducesTheWorkedConvolution) {
  const std::vector<LayerWork> layers = {example_layer()};
  const NetworkCost cost = network_cost(layers, example_point());
  expect_close(cost.fj.total() / static_cast<double>(cost.macs), 221.48);
  expect_close(cost.tops_per_watt(), 9.03);
  expect_close(cost.macro_tops_per_watt(), 10.19);
  EXPECT_FALSE(cost.weights_fit);
  EXPECT_GT(cost.latency_us, 757);
}

TEST(NetworkCost, CountsNoWeightWritesWhenAllWeightsFit) {
  const std::vector<LayerWork> layers = {example_layer()};
  PointSettings point = example_point();
  point.macro.macros = 20;
  const NetworkCost cost = network_cost(layers, point);
  EXPECT_TRUE(cost.weights_fit);
  expect_close(cost.latency_us, 757.49 / 20);
  point.macro.weights_resident = false;
  EXPECT_GT(network_cost(layers, point).latency_us, cost.latency_us);
}

TEST(NetworkCost, SharesTheLoadOfResidentWeights) {
  const std::vector<LayerWork> layers = {example_layer()};
  PointSettings point = example_point();
  const NetworkCost once = network_cost(layers, point);
  point.macro.images_per_load = 100;
  EXPECT_NEAR(network_cost(layers, point).fj.weights, once.fj.weights / 100, 1e-6);
  point.macro.weights_resident = false;
  EXPECT_EQ(network_cost(layers, point).fj.weights, once.fj.weights);
}

TEST(NetworkCost, WritesTheCellsOfProductsForEveryImage) {
  LayerWork product;
  product.name = "matmul_1";
  product.geometry = LayerGeometry::linear(10, 64, 20);
  product.parts = 3;
  product.product_of_activations = true;
  PointSettings point = example_point();
  point.macro.images_per_load = 1000;
  const std::vector<LayerWork> layers = {product};
  const NetworkCost cost = network_cost(layers, point);
  EXPECT_EQ(cost.macs, 3 * 10 * 64 * 20);
  EXPECT_EQ(cost.layers[0].counts.weight_bits, 3 * 64 * 20 * 8);
  EXPECT_GT(cost.fj.weights, 1);
  // With the first operand in the cells positions and outputs change places.
  point.macro.matmul_stationary = MatmulStationary::first;
  EXPECT_EQ(network_cost(layers, point).layers[0].counts.weight_bits, 3 * 64 * 10 * 8);
}

TEST(NetworkCost, ChargesDigitalLayersByTheAllDigitalMacro) {
  LayerWork layer = example_layer();
  layer.first_convolution = true;
  const std::vector<LayerWork> layers = {layer};
  const NetworkCost cost = network_cost(layers, example_point());
  EXPECT_TRUE(cost.layers[0].digital);
  EXPECT_EQ(cost.conversions, 0);
  expect_close(cost.fj.digital / static_cast<double>(cost.macs), 94.60);
  EXPECT_NEAR(cost.digital_fj, cost.fj.total(), 1e-3);
  PointSettings on_array = example_point();
  on_array.layers.push_back(parse_layer_override("conv:digital=false"));
  EXPECT_GT(network_cost(layers, on_array).conversions, 0);
}

TEST(NetworkCost, ModeQuantisedIsAllDigital) {
  const std::vector<LayerWork> layers = {example_layer()};
  PointSettings point = example_point();
  point.mode = EvaluationMode::quantised;
  const NetworkCost cost = network_cost(layers, point);
  EXPECT_EQ(cost.conversions, 0);
  EXPECT_EQ(cost.fj.total(), cost.digital_fj);
  point.mode = EvaluationMode::floating_point;
  EXPECT_THROW(network_cost(layers, point), Error);
}

TEST(NetworkCost, ObeysOverridesOfLayers) {
  LayerWork second = example_layer();
  second.name = "other";
  const std::vector<LayerWork> layers = {example_layer(), second};
  PointSettings point = example_point();
  point.layers.push_back(parse_layer_override("other:adc_bits=4"));
  const NetworkCost cost = network_cost(layers, point);
  EXPECT_LT(cost.layers[1].fj.adc, 0.5 * cost.layers[0].fj.adc);
  EXPECT_EQ(cost.fj.adc, cost.layers[0].fj.adc + cost.layers[1].fj.adc);
}

TEST(NetworkCost, SignedInputsTakeACycleMore) {
  LayerWork layer = example_layer();
  PointSettings point = example_point();
  point.macro.encoding_bits = 4;
  const NetworkCost plain = network_cost(std::vector<LayerWork>{layer}, point);
  layer.negative_inputs = true;
  const NetworkCost with_signs = network_cost(std::vector<LayerWork>{layer}, point);
  EXPECT_EQ(2 * with_signs.conversions, 3 * plain.conversions);
  point.macro.signed_activations = SignedActivations::never;
  EXPECT_EQ(network_cost(std::vector<LayerWork>{layer}, point).conversions, plain.conversions);
}

TEST(LayerCost, VotesRepeatTheCycle) {
  PointSettings point = example_point();
  point.macro.voting_levels = 1;  // one pair, of the last cycle
  point.macro.voting_samples = 5;
  const LayerCost plain = array_layer_cost(example_layer(), make_conversion_settings(example_point().macro, false));
  const LayerCost voted = array_layer_cost(example_layer(), make_conversion_settings(point.macro, false));
  EXPECT_NEAR(voted.compute_us, plain.compute_us * 12 / 8, 1e-6);
  point.macro.voting_cost = VotingCost::comparator;
  const LayerCost repeated = array_layer_cost(example_layer(), make_conversion_settings(point.macro, false));
  EXPECT_NEAR(repeated.compute_us, plain.compute_us * (7 + 1 + 3 * 4 / 8.0) / 8, 1e-6);
}

}  // namespace
}  // namespace acim::cost
