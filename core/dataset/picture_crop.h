#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "dataset/picture.h"

namespace acim {

/// How a picture of any size becomes a network's input: the shorter side is resized to `resize` pixels, the longer one
/// in proportion, and the central `crop` x `crop` pixels are taken.
struct PictureCrop {
  std::int64_t crop = 224;
  std::int64_t resize = 256;  ///< at least `crop`
  bool operator==(const PictureCrop&) const = default;
};

/// The planes R, G, B of crop x crop bytes each. Bilinear over the whole area that a pixel stands for, in Pillow's
/// fixed point (libImaging/Resample.c), and the positions of torchvision's Resize and CenterCrop: the published
/// accuracies were measured so. Integers only: equal on every machine.
void crop_picture(const Picture& picture, const PictureCrop& how, std::span<std::uint8_t> planes);

}  // namespace acim
