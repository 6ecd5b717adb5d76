#include "array/quantiser.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "base/error.h"

namespace acim {
namespace {

std::vector<std::int16_t> quantised(const std::vector<float>& values, int bits, bool is_signed) {
  std::vector<std::int16_t> result(values.size());
  quantise(values, quantiser_scale(values, is_signed), bits, is_signed, result);
  return result;
}

TEST(Quantiser, ScaleIsTheLargestMagnitudePlusASmallMargin) {
  EXPECT_EQ(quantiser_scale(std::vector<float>{-2, 1}, true), 2.0F + 1e-7F);
  EXPECT_EQ(quantiser_scale(std::vector<float>{-2, 1}, false), 1.0F + 1e-7F);
  EXPECT_GT(quantiser_scale(std::vector<float>{0, 0}, true), 0.0F);
}

TEST(Quantiser, SignedIsSymmetric) {
  EXPECT_EQ(quantised({-1, -0.5F, 0, 0.5F, 1}, 3, true), (std::vector<std::int16_t>{-3, -1, 0, 1, 3}));
}

TEST(Quantiser, UnsignedCutsNegativeValues) {
  EXPECT_EQ(quantised({-1, 0, 0.5F, 1}, 2, false), (std::vector<std::int16_t>{0, 0, 1, 3}));
}

TEST(Quantiser, TiesGoToTheEvenLevel) {
  std::vector<std::int16_t> result(3);
  quantise(std::vector<float>{0.5F, 1.5F, 2.5F}, 3.0F, 2, false, result);  // levels 0.5, 1.5, 2.5
  EXPECT_EQ(result, (std::vector<std::int16_t>{0, 2, 2}));
}

TEST(Quantiser, ValuesBeyondACalibratedScaleClip) {
  std::vector<std::int16_t> result(2);
  quantise(std::vector<float>{5.0F, -5.0F}, 1.0F, 8, true, result);
  EXPECT_EQ(result, (std::vector<std::int16_t>{127, -127}));
}

TEST(Quantiser, RefusesValuesThatAreNoNumbers) {
  EXPECT_THROW(quantiser_scale(std::vector<float>{1, std::numeric_limits<float>::quiet_NaN()}, true), Error);
  EXPECT_THROW(quantiser_scale(std::vector<float>{std::numeric_limits<float>::infinity()}, false), Error);
}

TEST(Quantiser, LevelsFollowBitsAndSign) {
  EXPECT_EQ(quantiser_levels(8, false), 255);
  EXPECT_EQ(quantiser_levels(8, true), 127);
}

}  // namespace
}  // namespace acim
