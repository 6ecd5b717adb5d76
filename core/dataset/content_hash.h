#pragma once

#include <mutex>
#include <string>

#include "dataset/image_set.h"

namespace acim {

/// SHA-256 of an image set, computed when first asked for and kept. Over, in this order: channels, height, width and
/// size as 64-bit little-endian integers, all labels as 32-bit ones, all pixels.
class ContentHash {
 public:
  std::string of(const ImageSet& images) const;

 private:
  mutable std::once_flag once_;
  mutable std::string hash_;
};

/// Error(internal) unless `index` is in the set and `bytes` is one image.
void check_read(const ImageSet& images, std::int64_t index, std::size_t bytes);

}  // namespace acim
