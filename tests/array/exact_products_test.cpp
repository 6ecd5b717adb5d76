#include "array/exact_products.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "array/engine.h"
#include "array/window.h"
#include "base/error.h"
#include "base/random.h"

namespace acim {
namespace {

std::vector<std::int16_t> integers(std::size_t count, std::int64_t lowest, std::int64_t highest, std::uint64_t seed) {
  std::vector<std::int16_t> result(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto range = static_cast<std::uint64_t>(highest - lowest + 1);
    result[i] = static_cast<std::int16_t>(lowest + static_cast<std::int64_t>(mix64(seed, i) % range));
  }
  return result;
}

struct Operands {
  std::vector<std::int16_t> weights;
  std::vector<std::int16_t> streamed;
};

Operands operands_of(const LayerGeometry& g, std::uint64_t seed) {
  return {integers(static_cast<std::size_t>(g.outputs * g.reduction()), -255, 255, seed),
          integers(static_cast<std::size_t>(g.input_elements()), -256, 511, seed + 1)};
}

/// One multiplication after the other, as acim-model section 4 orders K.
std::vector<std::int64_t> plain_sums(const LayerGeometry& g, const Operands& operands) {
  std::vector<std::int64_t> sums(static_cast<std::size_t>(g.output_elements()));
  std::vector<std::int16_t> window(static_cast<std::size_t>(g.reduction()));
  for (std::int64_t output = 0; output < g.outputs; ++output) {
    for (std::int64_t position = 0; position < g.positions(); ++position) {
      gather_window(g, operands.streamed, output / g.outputs_per_group(), position, window);
      std::int64_t sum = 0;
      for (std::size_t k = 0; k < window.size(); ++k) {
        sum += std::int64_t{window[k]} * operands.weights[static_cast<std::size_t>(output) * window.size() + k];
      }
      sums[static_cast<std::size_t>(output_index(g, g.positions(), position, output))] = sum;
    }
  }
  return sums;
}

void expect_plain_sums(const LayerGeometry& g, std::uint64_t seed, const std::string& what) {
  const Operands operands = operands_of(g, seed);
  const std::vector<std::int64_t> expected = plain_sums(g, operands);
  for (const InstructionSet set : available_instruction_sets()) {
    SCOPED_TRACE(what + ", " + instruction_set_name(set));
    std::vector<std::int64_t> sums(expected.size(), -1);
    exact_sums(g, operands.weights, operands.streamed, sums, {}, set);
    EXPECT_EQ(sums, expected);
    std::vector<double> numbers(expected.size(), -1);
    exact_sums(g, operands.weights, operands.streamed, numbers, {}, set);
    EXPECT_TRUE(std::equal(expected.begin(), expected.end(), numbers.begin(),
                           [](std::int64_t a, double b) { return static_cast<double>(a) == b; }));
    if (g.reduction() > static_cast<std::int64_t>(kLongestRun)) continue;
    std::vector<std::int32_t> short_sums(expected.size(), -1);
    exact_sums(g, operands.weights, operands.streamed, short_sums, {}, set);
    EXPECT_TRUE(std::equal(expected.begin(), expected.end(), short_sums.begin()));
  }
}

LayerGeometry convolution(std::int64_t channels, std::int64_t size, std::int64_t outputs, std::int64_t kernel,
                          std::int64_t stride, std::int64_t padding) {
  LayerGeometry g;
  g.channels = channels;
  g.height = g.width = size;
  g.outputs = outputs;
  g.kernel_height = g.kernel_width = kernel;
  g.stride_height = g.stride_width = stride;
  g.padding_height = g.padding_width = padding;
  return g;
}

TEST(ExactProducts, EqualPlainSumsForOrdinaryLayers) {
  expect_plain_sums(convolution(3, 32, 16, 3, 1, 1), 1, "first layer");
  expect_plain_sums(convolution(16, 32, 32, 3, 2, 1), 2, "stride 2");
  expect_plain_sums(convolution(64, 8, 64, 3, 1, 1), 3, "many channels");
  expect_plain_sums(convolution(70, 7, 33, 1, 1, 0), 4, "1x1");
  expect_plain_sums(convolution(16, 16, 8, 1, 2, 0), 5, "1x1 with stride");
  expect_plain_sums(convolution(3, 33, 5, 7, 3, 3), 6, "stride 3");
  LayerGeometry depthwise = convolution(12, 19, 12, 3, 1, 1);
  depthwise.groups = 12;
  expect_plain_sums(depthwise, 7, "depthwise");
  depthwise.stride_height = depthwise.stride_width = 2;
  expect_plain_sums(depthwise, 8, "depthwise with stride");
  expect_plain_sums(LayerGeometry::linear(1, 64, 10), 9, "classifier");
  expect_plain_sums(LayerGeometry::linear(65, 128, 65), 10, "rows");
}

TEST(ExactProducts, EqualPlainSumsForRandomGeometries) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    std::uint64_t draw = 0;
    const auto between = [&](std::uint64_t lowest, std::uint64_t highest) {
      return static_cast<std::int64_t>(lowest + mix64(mix64(seed, 99), ++draw) % (highest - lowest + 1));
    };
    LayerGeometry g;
    if (seed % 4 == 0) {
      g = LayerGeometry::linear(between(1, 40), between(1, 200), between(1, 20));
    } else {
      g.groups = between(1, 3);
      g.channels = g.groups * between(1, 9);
      g.outputs = g.groups * between(1, 9);
      g.kernel_height = between(1, 4);
      g.kernel_width = between(1, 4);
      g.stride_height = between(1, 3);
      g.stride_width = between(1, 3);
      g.padding_height = between(0, 3);
      g.padding_width = between(0, 3);
      g.dilation_height = between(1, 2);
      g.dilation_width = between(1, 2);
      g.height = between(8, 20);
      g.width = between(8, 80);
      if (seed % 4 == 1) {  // depthwise
        g.channels = g.groups;
        g.dilation_height = g.dilation_width = 1;
      }
    }
    expect_plain_sums(g, 1000 + seed, "random layer " + std::to_string(seed));
  }
}

TEST(ExactProducts, LongReductionsDoNotOverflow) {
  LayerGeometry g = convolution(40'001, 3, 2, 1, 1, 0);
  Operands operands{std::vector<std::int16_t>(80'002, 255), std::vector<std::int16_t>(40'001 * 9, -256)};
  for (const InstructionSet set : available_instruction_sets()) {
    std::vector<std::int64_t> sums(18);
    exact_sums(g, operands.weights, operands.streamed, sums, {}, set);
    EXPECT_EQ(sums, std::vector<std::int64_t>(18, std::int64_t{-255} * 256 * 40'001)) << instruction_set_name(set);
    std::vector<std::int64_t> row(2);
    exact_sums(LayerGeometry::linear(1, 40'001, 2), operands.weights, std::span(operands.streamed).first(40'001), row,
               {}, set);
    EXPECT_EQ(row, std::vector<std::int64_t>(2, std::int64_t{-255} * 256 * 40'001)) << instruction_set_name(set);
  }
  std::vector<std::int32_t> sums(18);
  EXPECT_THROW(exact_sums(g, operands.weights, operands.streamed, sums), Error);
}

TEST(ExactProducts, PaddingFarLargerThanTheImageTakesNoMemory) {
  LayerGeometry g = convolution(2, 3, 3, 2, 1, 1);
  g.padding_height = g.padding_width = 1 << 20;
  g.stride_height = g.stride_width = 1 << 18;
  expect_plain_sums(g, 5, "large padding");
}

TEST(ExactProducts, StopWhenAsked) {
  const LayerGeometry g = convolution(3, 8, 4, 3, 1, 1);
  const Operands operands = operands_of(g, 1);
  std::vector<double> sums(static_cast<std::size_t>(g.output_elements()));
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(exact_products(g, operands.weights, operands.streamed, sums, stop.get_token()), Error);
}

TEST(RowSums, AreThoseOfTheElementsAskedFor) {
  const std::vector<std::int16_t> x = integers(7 * 300, 0, 255, 1);
  const std::vector<std::int16_t> w = integers(13 * 301, -127, 127, 2);
  for (const InstructionSet set : available_instruction_sets()) {
    for (const auto& [begin, end] : {std::pair{0, 300}, {0, 0}, {5, 6}, {17, 49}, {252, 300}, {1, 256}}) {
      const auto first = static_cast<std::size_t>(begin);
      const auto last = static_cast<std::size_t>(end);
      std::vector<std::int32_t> sums(7 * 15, -5);
      row_sums({x, 7, 300}, {w, 13, 301}, first, last, sums, 15, set);
      for (std::size_t p = 0; p < 7; ++p) {
        for (std::size_t o = 0; o < 15; ++o) {
          std::int32_t expected = o < 13 ? 0 : -5;  // what lies between the rows of sums stays
          for (std::size_t k = first; k < last && o < 13; ++k) expected += x[p * 300 + k] * w[o * 301 + k];
          ASSERT_EQ(sums[p * 15 + o], expected) << instruction_set_name(set) << " " << begin << ".." << end;
        }
      }
    }
  }
}

}  // namespace
}  // namespace acim
