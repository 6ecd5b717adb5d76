#include "study/block_schedule.h"

#include <gtest/gtest.h>

#include "studies.h"

namespace acim {
namespace {

TEST(BlockSchedule, GrowsToTheBlockSize) {
  const BlockSchedule schedule(100, 20, true);
  std::vector<std::int64_t> sizes;
  for (std::int64_t i = 0; i < schedule.block_count(); ++i) sizes.push_back(schedule.block(i).count);
  EXPECT_EQ(sizes, (std::vector<std::int64_t>{4, 8, 16, 20, 20, 20, 12}));
}

TEST(BlockSchedule, CoversEachImageOnceWhateverTheSizes) {
  for (const bool growing : {false, true}) {
    for (std::int64_t images = 0; images < 70; ++images) {
      for (std::int64_t size = 1; size < 40; ++size) {
        const BlockSchedule schedule(images, size, growing);
        std::int64_t next = 0;
        for (std::int64_t i = 0; i < schedule.block_count(); ++i) {
          const ImageRange range = schedule.block(i);
          ASSERT_EQ(range.first, next);
          ASSERT_GT(range.count, 0) << images << " images, blocks of " << size;
          ASSERT_LE(range.count, size);
          for (std::int64_t image = range.first; image < range.first + range.count; ++image) {
            ASSERT_EQ(schedule.block_of_image(image), i);
          }
          next += range.count;
        }
        ASSERT_EQ(next, images);
      }
    }
  }
}

TEST(BlockSchedule, TakesOneBatchPerBlockWhereTheBatchIsPartOfTheResult) {
  StudySpec spec = test::bits_study("8");
  spec.points[0].settings.macro.batch = 7;
  EXPECT_EQ(block_schedule(spec, spec.points[0], 100).block(0), (ImageRange{0, 4}));
  spec.points[0].settings.macro.activation_scale = ActivationScale::per_batch;
  EXPECT_EQ(block_schedule(spec, spec.points[0], 100).block(0), (ImageRange{0, 7}));
  EXPECT_EQ(block_schedule(spec, spec.points[0], 100).block(14), (ImageRange{98, 2}));
}

}  // namespace
}  // namespace acim
