#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "dataset/image_set.h"
#include "network/network.h"

namespace acim {

/// Images of a set in memory, as a network's input: (x / 255 - mean) / standard deviation.
class NormalisedImages {
 public:
  /// Reads all images. Error(usage) when they need more memory than training should take.
  NormalisedImages(const ImageSet& images, const Normalisation& normalisation);

  std::int64_t size() const { return static_cast<std::int64_t>(labels_.size()); }
  const ImageShape& shape() const { return shape_; }
  int label(std::int64_t index) const { return labels_[static_cast<std::size_t>(index)]; }

  /// The image moved by (shift_x, shift_y) pixels, black where nothing was, and mirrored if `flip`.
  void write(std::int64_t index, int shift_x, int shift_y, bool flip, std::span<float> values) const;

 private:
  ImageShape shape_;
  std::vector<int> labels_;
  std::vector<std::uint8_t> pixels_;
  std::vector<float> table_;  ///< [channel][byte] -> value
};

/// What is done to an image in an epoch, a pure function of (seed, epoch, image).
struct Augmentation {
  int shift_x = 0;
  int shift_y = 0;
  bool flip = false;
};
Augmentation augmentation(std::uint64_t seed, int epoch, std::int64_t image, int crop_padding, bool flip);

/// The order of the images in an epoch, a pure function of (seed, epoch, count).
std::vector<std::int64_t> epoch_order(std::uint64_t seed, int epoch, std::int64_t count);

}  // namespace acim
