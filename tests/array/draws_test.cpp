#include "array/draws.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace acim {
namespace {

TEST(LayerDraws, EveryIndexCounts) {
  const LayerKey base{1, 2, 3, 4, 0};
  const auto byte_block = [](const LayerKey& key, const ConversionIndex& index, std::uint32_t block) {
    return LayerDraws(key).bytes(index, block);
  };
  const ConversionIndex index{5, 6, 7, 1, 2};
  std::set<CounterRandom::Block> seen = {byte_block(base, index, 0)};
  seen.insert(byte_block({2, 2, 3, 4, 0}, index, 0));
  seen.insert(byte_block({1, 3, 3, 4, 0}, index, 0));
  seen.insert(byte_block({1, 2, 4, 4, 0}, index, 0));
  seen.insert(byte_block({1, 2, 3, 5, 0}, index, 0));
  seen.insert(byte_block(base, index, 1));
  seen.insert(byte_block(base, {6, 6, 7, 1, 2}, 0));
  seen.insert(byte_block(base, {5, 7, 7, 1, 2}, 0));
  seen.insert(byte_block(base, {5, 6, 6, 1, 2}, 0));
  seen.insert(byte_block(base, {5, 6, 7, 2, 2}, 0));
  seen.insert(byte_block(base, {5, 6, 7, 1, 3}, 0));
  EXPECT_EQ(seen.size(), 11U);
  EXPECT_EQ(byte_block(base, index, 0), byte_block(base, index, 0));
}

TEST(LayerDraws, ThisVersionOfTheStreamsIsFixed) {
  // A change of these numbers changes every stored result: it needs a new version of the streams.
  const LayerDraws draws(LayerKey{1, 2, 3, 4, 0});
  const ConversionIndex index{5, 6, 7, 1, 2};
  std::uint64_t hash = 0;
  for (const std::uint8_t byte : draws.bytes(index, 8)) hash = mix64(hash, byte);
  hash = mix64(hash, draws.bits(index, 130));
  EXPECT_EQ(hash, 0x137f1827f5efc002U);
}

TEST(LayerDraws, GaussiansHaveUnitVarianceAndNoMean) {
  const LayerDraws draws(LayerKey{});
  double sum = 0;
  double squares = 0;
  constexpr int kCount = 100000;
  for (std::uint32_t position = 0; position < kCount; ++position) {
    const double number = draws.gaussian({position, 0, 0, 0, 0}, 3);
    sum += number;
    squares += number * number;
  }
  EXPECT_LT(std::abs(sum) / std::sqrt(kCount), 4);
  EXPECT_LT(std::abs(squares - kCount) / std::sqrt(2.0 * kCount), 4);
}

TEST(CellDeviation, IsAPureFunctionOfChipAndCell) {
  EXPECT_EQ(cell_deviation(1, 2, 3, 4, 5), cell_deviation(1, 2, 3, 4, 5));
  const std::set<double> distinct = {cell_deviation(1, 2, 3, 4, 5), cell_deviation(9, 2, 3, 4, 5),
                                     cell_deviation(1, 9, 3, 4, 5), cell_deviation(1, 2, 9, 4, 5),
                                     cell_deviation(1, 2, 3, 9, 5), cell_deviation(1, 2, 3, 4, 9)};
  EXPECT_EQ(distinct.size(), 6U);
}

}  // namespace
}  // namespace acim
