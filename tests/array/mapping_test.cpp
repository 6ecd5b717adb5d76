#include "array/mapping.h"

#include <gtest/gtest.h>

#include "array/layer_geometry.h"
#include "base/error.h"
#include "random_layer.h"

namespace acim {
namespace {

TEST(Mapping, WholeChannelsStayTogether) {
  const std::vector<Chunk> expected = {{0, 252}, {252, 504}, {504, 576}};
  EXPECT_EQ(chunks_of(576, 9, 255, Mapping::whole_channels), expected);
}

TEST(Mapping, DenseCutsThroughChannels) {
  const std::vector<Chunk> expected = {{0, 255}, {255, 510}, {510, 576}};
  EXPECT_EQ(chunks_of(576, 9, 255, Mapping::dense), expected);
}

TEST(Mapping, AChannelThatDoesNotFitIsCutDense) {
  EXPECT_TRUE(falls_back_to_dense(9, 8, Mapping::whole_channels));
  EXPECT_FALSE(falls_back_to_dense(9, 9, Mapping::whole_channels));
  EXPECT_FALSE(falls_back_to_dense(9, 8, Mapping::dense));
  EXPECT_EQ(chunks_of(18, 9, 8, Mapping::whole_channels).size(), 3U);
}

TEST(Mapping, EveryElementIsInExactlyOneChunkThatFits) {
  test::TestRandom random(1);
  for (int trial = 0; trial < 2000; ++trial) {
    const std::int64_t per_channel = random.integer(1, 25);
    const std::int64_t reduction = per_channel * random.integer(1, 40);
    const int rows = random.integer(1, 300);
    const auto mapping = random.integer(0, 1) == 0 ? Mapping::whole_channels : Mapping::dense;
    std::int64_t next = 0;
    for (const Chunk& chunk : chunks_of(reduction, per_channel, rows, mapping)) {
      EXPECT_EQ(chunk.begin, next);
      EXPECT_GT(chunk.length(), 0);
      EXPECT_LE(chunk.length(), rows);
      const bool whole = mapping == Mapping::whole_channels && per_channel <= rows;
      EXPECT_EQ(whole ? chunk.length() % per_channel : 0, 0);
      next = chunk.end;
    }
    EXPECT_EQ(next, reduction);
  }
}

TEST(Cycles, TheLastUnsignedCycleTakesTheRemainder) {
  const std::vector<Cycle> expected = {{0, 3, false}, {3, 3, false}, {6, 2, false}};
  EXPECT_EQ(cycles_of(8, 3, false), expected);
}

TEST(Cycles, TheSignBitIsACycleOfItsOwn) {
  const std::vector<Cycle> expected = {{0, 4, false}, {4, 4, false}, {8, 1, true}};
  EXPECT_EQ(cycles_of(9, 4, true), expected);
}

TEST(LayerGeometry, CountsPositionsOfStridedDilatedWindows) {
  LayerGeometry geometry;
  geometry.channels = 4;
  geometry.height = 9;
  geometry.width = 7;
  geometry.outputs = 6;
  geometry.kernel_height = 3;
  geometry.kernel_width = 2;
  geometry.stride_height = 2;
  geometry.padding_height = 1;
  geometry.dilation_width = 3;
  geometry.groups = 2;
  validate(geometry);
  EXPECT_EQ(geometry.output_height(), 5);
  EXPECT_EQ(geometry.output_width(), 4);
  EXPECT_EQ(geometry.reduction(), 12);
  EXPECT_EQ(geometry.multiply_accumulates(), 6 * 20 * 12);
}

TEST(LayerGeometry, RefusesWhatCannotBe) {
  LayerGeometry geometry;
  geometry.kernel_height = 3;
  EXPECT_THROW(validate(geometry), Error);  // larger than the input
  geometry.height = 3;
  EXPECT_NO_THROW(validate(geometry));
  geometry.groups = 2;
  EXPECT_THROW(validate(geometry), Error);
  geometry.groups = 1;
  geometry.outputs = 0;
  EXPECT_THROW(validate(geometry), Error);
  geometry = LayerGeometry::linear(2, 3, 4);
  EXPECT_NO_THROW(validate(geometry));
  geometry.width = 2;
  EXPECT_THROW(validate(geometry), Error);
  geometry = LayerGeometry::linear(std::int64_t{1} << 40, 3, 4);
  EXPECT_THROW(validate(geometry), Error);
}

}  // namespace
}  // namespace acim
