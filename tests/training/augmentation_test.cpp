#include "training/augmentation.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <vector>

namespace acim {
namespace {

/// One image whose pixel (x, y) of channel c is 10 x + y + c.
class RampSet final : public ImageSet {
 public:
  std::string name() const override { return "ramp"; }
  std::int64_t size() const override { return 1; }
  ImageShape shape() const override { return {3, 4, 5}; }
  std::span<const std::string> class_names() const override { return {}; }
  int label(std::int64_t) const override { return 0; }
  void read(std::int64_t, std::span<std::uint8_t> pixels) const override {
    std::size_t i = 0;
    for (int c = 0; c < 3; ++c) {
      for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 5; ++x) pixels[i++] = static_cast<std::uint8_t>(10 * x + y + c);
      }
    }
  }
  std::string hash() const override { return ""; }
};

class Augmented : public ::testing::Test {
 protected:
  float value(int shift_x, int shift_y, bool flip, int c, int y, int x) const {
    std::vector<float> values(60);
    images_.write(0, shift_x, shift_y, flip, values);
    return 255 * values[static_cast<std::size_t>((c * 4 + y) * 5 + x)];
  }
  NormalisedImages images_{RampSet(), Normalisation{}};
};

TEST_F(Augmented, UnchangedImagesAreTheirPixels) {
  EXPECT_NEAR(value(0, 0, false, 2, 3, 4), 45, 1e-4);
}

TEST_F(Augmented, ShiftedImagesAreBlackWhereNothingWas) {
  EXPECT_NEAR(value(2, 1, false, 1, 3, 4), 10 * 2 + 2 + 1, 1e-4);
  EXPECT_EQ(value(2, 1, false, 1, 3, 1), 0);
  EXPECT_EQ(value(2, 1, false, 1, 0, 4), 0);
  EXPECT_NEAR(value(-2, -1, false, 0, 0, 0), 10 * 2 + 1, 1e-4);
  EXPECT_EQ(value(-2, -1, false, 0, 3, 0), 0);
}

TEST_F(Augmented, FlippedImagesAreMirrored) {
  EXPECT_NEAR(value(0, 0, true, 0, 2, 0), 42, 1e-4);
  EXPECT_NEAR(value(0, 0, true, 0, 2, 4), 2, 1e-4);
}

TEST(NormalisedImages, SubtractTheMeanAndDivideByTheDeviation) {
  const NormalisedImages images(RampSet(), Normalisation{{0.1F, 0.2F, 0.3F}, {0.5F, 0.25F, 2.0F}});
  std::vector<float> values(60);
  images.write(0, 0, 0, false, values);
  EXPECT_FLOAT_EQ(values[20 + 1], (11.0F / 255 - 0.2F) / 0.25F);
}

TEST(EpochOrder, HasEveryImageOnceAndDiffersBetweenEpochsAndSeeds) {
  const auto order = epoch_order(1, 0, 100);
  EXPECT_EQ(std::set<std::int64_t>(order.begin(), order.end()).size(), 100U);
  EXPECT_EQ(*std::max_element(order.begin(), order.end()), 99);
  EXPECT_EQ(epoch_order(1, 0, 100), order);
  EXPECT_NE(epoch_order(1, 1, 100), order);
  EXPECT_NE(epoch_order(2, 0, 100), order);
}

TEST(Augmentations, ReachEveryShiftAndBothSides) {
  std::set<int> across;
  std::set<int> down;
  int flips = 0;
  for (std::int64_t image = 0; image < 1000; ++image) {
    const Augmentation change = augmentation(1, 0, image, 2, true);
    across.insert(change.shift_x);
    down.insert(change.shift_y);
    flips += change.flip ? 1 : 0;
    EXPECT_FALSE(augmentation(1, 0, image, 2, false).flip);
  }
  EXPECT_THAT(across, ::testing::ElementsAre(-2, -1, 0, 1, 2));
  EXPECT_THAT(down, ::testing::ElementsAre(-2, -1, 0, 1, 2));
  EXPECT_NEAR(flips, 500, 80);
}

}  // namespace
}  // namespace acim
