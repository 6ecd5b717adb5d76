#include "array/varied_cells.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "array/draws.h"
#include "array/kernels/variation_kernel.h"
#include "array/normal_bounds.h"
#include "base/error.h"
#include "base/random.h"
#include "random_layer.h"

namespace acim {
namespace {

using test::TestRandom;

ConversionSettings varied(double percent, int rows, int weight_bits = 8) {
  MacroParameters macro;
  macro.weight_variation_percent = percent;
  macro.rows = rows;
  macro.weight_bits = weight_bits;
  macro.seed = 5;
  return make_conversion_settings(macro, false);
}

LayerGeometry grouped_convolution() {
  LayerGeometry geometry;
  geometry.channels = 6;
  geometry.outputs = 38;  // a block and a bit for each group
  geometry.groups = 2;
  geometry.height = geometry.width = 5;
  geometry.kernel_height = geometry.kernel_width = 3;
  return geometry;
}

TEST(CellSteps, AreTheFinestThatFit16Bits) {
  for (const double percent : {1e-9, 0.01, 1.0, 5.0, 12.0, 12.2, 36.0, 50.0, 84.0, 100.0}) {
    const int bits = cell_step_bits(percent);
    const double farthest = normal_quantile(0x1.0p-53);
    EXPECT_EQ(cell_steps(true, -farthest, percent, bits),
              std::nearbyint(std::ldexp(1 - percent / 100 * farthest, bits)))
        << percent;
    const double largest = 1 + 8.25 * percent / 100;
    EXPECT_LE(std::ldexp(largest, bits), 32767) << percent;
    EXPECT_TRUE(bits == 14 || std::ldexp(largest, bits + 1) > 32767) << percent;
  }
  EXPECT_EQ(cell_step_bits(12), 14);
  EXPECT_EQ(cell_step_bits(100), 11);
}

TEST(CellSteps, RoundTheContributionToEvenAtTies) {
  EXPECT_EQ(cell_steps(true, 0, 3, 14), 16384);
  EXPECT_EQ(cell_steps(false, 0, 3, 14), 0);
  EXPECT_EQ(cell_steps(false, 0.5, 100, 11), 1024);
  EXPECT_EQ(cell_steps(false, std::ldexp(2.5, -11), 100, 11), 2);
  EXPECT_EQ(cell_steps(false, std::ldexp(-3.5, -11), 100, 11), -4);
  EXPECT_EQ(cell_steps(true, std::ldexp(-0.5, -11), 100, 11), 2048);
}

TEST(NormalBounds, HoldTheQuantileOfEveryDraw) {
  const NormalBounds& bounds = NormalBounds::instance();
  std::vector<std::uint64_t> draws;
  for (std::uint64_t k = 0; k < NormalBounds::kIntervals; ++k) {
    const std::uint64_t first = k << NormalBounds::kIntervalShift;
    const std::uint64_t length = std::uint64_t{1} << NormalBounds::kIntervalShift;
    draws.insert(draws.end(), {first, first + length / 2, first + length - 1, first + mix64(k) % length});
  }
  for (const std::uint64_t bits : draws) {
    const double exact = normal_quantile(open_unit_interval(bits));
    ASSERT_LE(bounds.lowest(bits), exact) << bits;
    ASSERT_GE(bounds.highest(bits), exact) << bits;
    const NormalBounds::Estimate estimate = bounds.estimate(bits);
    ASSERT_LE(std::abs(estimate.value - exact), estimate.error) << bits;
  }
}

TEST(NormalBounds, AreCloseEnoughToDecide) {
  const NormalBounds& bounds = NormalBounds::instance();
  double apart = 0;
  double error = 0;
  for (std::uint64_t k = 1; k + 1 < NormalBounds::kIntervals; ++k) {
    const std::uint64_t bits = k << NormalBounds::kIntervalShift;
    apart += bounds.highest(bits) - bounds.lowest(bits);
    error += bounds.estimate(bits).error;
  }
  constexpr double kIntervals = NormalBounds::kIntervals;
  EXPECT_LT(apart / kIntervals, 2e-3);
  EXPECT_LT(error / kIntervals, 1e-4);
}

TEST(VariedWeights, HoldEveryCellInSteps) {
  const LayerGeometry geometry = grouped_convolution();
  TestRandom random(8);
  const auto outputs = static_cast<std::size_t>(geometry.outputs_per_group());
  const auto reduction = static_cast<std::size_t>(geometry.reduction());
  for (const double percent : {1e-7, 0.7, 12.0, 100.0}) {
    const ConversionSettings settings = varied(percent, 9, 9);  // chunks of an odd number of rows
    const std::vector<std::int16_t> weights =
        test::random_weights(random, static_cast<std::size_t>(geometry.outputs) * reduction, 9);
    const VariedWeights cells(geometry, weights, settings, 12, {});
    ASSERT_EQ(cells.chunks.size(), 3U);
    for (std::size_t output = 0; output < static_cast<std::size_t>(geometry.outputs); ++output) {
      const std::size_t in_group = output % outputs;
      for (std::size_t k = 0; k < reduction; ++k) {
        for (int i = 0; i < 9; ++i) {
          const std::int16_t* const block = cells.cells_of(output / outputs, k / 9, in_group / kVariedOutputs, i);
          const std::size_t row = k % 9;
          const bool bit = (weights[output * reduction + k] >> i & 1) != 0;
          const double deviation = cell_deviation(5, 12, k, output, static_cast<std::uint64_t>(i));
          ASSERT_EQ(block[(row / 2 * kVariedOutputs + in_group % kVariedOutputs) * 2 + row % 2],
                    cell_steps(bit, deviation, percent, cells.step_bits))
              << percent << " %, output " << output << ", element " << k << ", bit " << i;
        }
      }
    }
    // What has no output or row is 0: sums over it are those over the rest.
    EXPECT_EQ(cells.cells_of(1, 2, 1, 8)[(4 * kVariedOutputs + 2) * 2 + 1], 0);
    EXPECT_EQ(cells.cells_of(1, 2, 1, 8)[3 * 2], 0);
  }
}

TEST(VariedWeights, VaryByTheDeviationAsked) {
  constexpr std::int64_t kInputs = 1000;
  const LayerGeometry geometry = LayerGeometry::linear(1, kInputs, 16);
  const std::vector<std::int16_t> weights(16 * kInputs, 0);
  for (const double percent : {0.1, 1.0, 30.0}) {
    const VariedWeights cells(geometry, weights, varied(percent, kInputs), 1, {});
    double sum = 0;
    double squares = 0;
    const double steps = std::ldexp(percent / 100, cells.step_bits);  // of a standard deviation
    for (int i = 0; i < 8; ++i) {
      const std::int16_t* const block = cells.cells_of(0, 0, 0, i);
      for (std::size_t at = 0; at < 16 * kInputs; ++at) {
        sum += block[at] / steps;
        squares += block[at] / steps * (block[at] / steps);
      }
    }
    constexpr double kCells = 8 * 16 * kInputs;
    EXPECT_NEAR(sum / kCells, 0, 4 / std::sqrt(kCells)) << percent;
    EXPECT_NEAR(squares / kCells, 1, 4 * std::sqrt(2 / kCells)) << percent;
  }
}

TEST(VariedWeights, TakeTwoBytesForABit) {
  const LayerGeometry geometry = LayerGeometry::linear(1, 1152, 128);
  const std::vector<std::int16_t> weights(1152 * 128, 3);
  EXPECT_LE(VariedWeights(geometry, weights, varied(1, 255), 1, {}).size_in_bytes(), 1.01 * 2 * 8 * 1152 * 128);
}

TEST(VariedWeights, AreNotMadeOnceStopIsAsked) {
  std::stop_source source;
  source.request_stop();
  const LayerGeometry geometry = LayerGeometry::linear(1, 20, 3);
  const std::vector<std::int16_t> weights(60, 3);
  EXPECT_THROW(VariedWeights(geometry, weights, varied(1, 255), 1, source.get_token()), Error);
}

}  // namespace
}  // namespace acim
