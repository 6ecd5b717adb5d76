#include "study/block_schedule.h"

#include <algorithm>

namespace acim {

namespace {

constexpr std::int64_t kFirstBlock = 4;

bool one_batch_per_block(const PointSettings& settings) {
  return settings.mode != EvaluationMode::floating_point &&
         settings.macro.activation_scale == ActivationScale::per_batch;
}

/// Images in the first `blocks` growing blocks: 4 + 8 + 16 + ...
std::int64_t images_in_growing_blocks(int blocks) {
  return kFirstBlock * ((std::int64_t{1} << blocks) - 1);
}

}  // namespace

BlockSchedule::BlockSchedule(std::int64_t images, std::int64_t images_per_block, bool growing)
    : images_(std::max<std::int64_t>(images, 0)), images_per_block_(std::max<std::int64_t>(images_per_block, 1)) {
  while (growing && (kFirstBlock << growing_blocks_) < images_per_block_ && growing_images_ < images_) {
    ++growing_blocks_;
    growing_images_ = images_in_growing_blocks(growing_blocks_);
  }
  const std::int64_t rest = std::max<std::int64_t>(images_ - growing_images_, 0);
  block_count_ = growing_blocks_ + rest / images_per_block_ + (rest % images_per_block_ > 0 ? 1 : 0);
}

ImageRange BlockSchedule::block(std::int64_t index) const {
  ImageRange range;
  if (index < growing_blocks_) {
    range.first = images_in_growing_blocks(static_cast<int>(index));
    range.count = kFirstBlock << index;
  } else {
    range.first = growing_images_ + (index - growing_blocks_) * images_per_block_;
    range.count = images_per_block_;
  }
  range.count = std::min(range.count, images_ - range.first);
  return range;
}

std::int64_t BlockSchedule::block_of_image(std::int64_t image) const {
  if (image >= growing_images_) return growing_blocks_ + (image - growing_images_) / images_per_block_;
  std::int64_t index = 0;
  while (images_in_growing_blocks(static_cast<int>(index) + 1) <= image) ++index;
  return index;
}

BlockSchedule block_schedule(const StudySpec& spec, const StudyPoint& point, std::int64_t image_count) {
  const bool batches = one_batch_per_block(point.settings);
  return {image_count, batches ? point.settings.macro.batch : spec.images_per_block, !batches};
}

BlockSchedule round_schedule(const StudySpec& spec, std::int64_t image_count) {
  return {image_count, spec.images_per_block, true};
}

}  // namespace acim
