#pragma once

#include <cstdint>

#include "study/study_spec.h"

namespace acim {

/// Consecutive images [first, first + count).
struct ImageRange {
  std::int64_t first = 0;
  std::int64_t count = 0;
  bool operator==(const ImageRange&) const = default;
};

/// How the images of a point are cut into blocks: a pure function of its arguments, the same in every run of a study.
class BlockSchedule {
 public:
  /// Blocks of `images_per_block` images, the last one shorter; `growing`: the first blocks hold 4, 8, 16 ... images
  /// until that size is reached, so that a coarse curve stands early.
  BlockSchedule(std::int64_t images, std::int64_t images_per_block, bool growing);

  std::int64_t images_per_block() const { return images_per_block_; }
  std::int64_t block_count() const { return block_count_; }
  ImageRange block(std::int64_t index) const;
  /// Index of the block that holds the image.
  std::int64_t block_of_image(std::int64_t image) const;

 private:
  std::int64_t images_;
  std::int64_t images_per_block_;
  int growing_blocks_ = 0;
  std::int64_t growing_images_ = 0;
  std::int64_t block_count_ = 0;
};

/// The point's schedule: with activation_scale=per_batch a block is one batch of `batch` images, because the result
/// depends on it; else growing blocks up to spec.images_per_block.
BlockSchedule block_schedule(const StudySpec& spec, const StudyPoint& point, std::int64_t image_count);

/// Where rounds end: a round holds the blocks whose first image lies in one block of this schedule (one block of every
/// point, unless batches of another size are asked for).
BlockSchedule round_schedule(const StudySpec& spec, std::int64_t image_count);

}  // namespace acim
