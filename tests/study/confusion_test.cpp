#include "study/confusion.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace acim {
namespace {

using Classes = std::vector<std::int16_t>;

TEST(ConfusionMatrix, CountsLabelsAgainstPredictions) {
  const ConfusionMatrix matrix = confusion_matrix(Classes{0, 0, 1, 2, 2, 2}, Classes{0, 1, 1, 2, 0, 2}, 3);
  EXPECT_EQ(matrix.counts, (std::vector<std::int64_t>{1, 1, 0, 0, 1, 0, 1, 0, 2}));
  EXPECT_EQ(matrix.count(2, 0), 1);
  EXPECT_EQ(matrix.images_of(2), 3);
  EXPECT_EQ(matrix.images(), 6);
  EXPECT_EQ(matrix.correct(), 4);
}

TEST(ConfusionMatrix, LeavesOutWhatHasNoAnswerOrNoClass) {
  const ConfusionMatrix matrix = confusion_matrix(Classes{0, 1, 7, 1}, Classes{-1, 1, 1, 9}, 2);
  EXPECT_EQ(matrix.counts, (std::vector<std::int64_t>{0, 0, 0, 1}));
  EXPECT_TRUE(confusion_matrix(Classes{0}, Classes{0}, 0).counts.empty());
  EXPECT_EQ(confusion_matrix(Classes{1, 1, 1}, Classes{1}, 2).images(), 1);
}

TEST(PairedCounts, AreOfImagesWithBothPredictions) {
  const PairedCounts counts =
      paired_counts(Classes{3, 3, 3, 3, 3, 3}, Classes{3, 1, 3, 1, -1, 3}, Classes{3, 3, 2, 2, 3, -1});
  EXPECT_EQ(counts.both, 1);
  EXPECT_EQ(counts.images, 4);
  EXPECT_EQ(counts.only_first, 1);
  EXPECT_EQ(counts.only_second, 1);
}

TEST(FlippedImages, AreThoseWithTwoDifferentAnswers) {
  const std::vector<FlippedImage> flipped =
      flipped_images(Classes{3, 3, 3, 3, 3}, Classes{3, 1, 3, 1, -1}, Classes{3, 3, 2, 2, 3});
  ASSERT_EQ(flipped.size(), 3U);
  EXPECT_EQ(flipped[0], (FlippedImage{1, 3, 1, 3}));
  EXPECT_TRUE(flipped[0].won());
  EXPECT_TRUE(flipped[1].lost());
  EXPECT_FALSE(flipped[2].won() || flipped[2].lost());
}

}  // namespace
}  // namespace acim
