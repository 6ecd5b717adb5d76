#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace acim {

/// How often images of each class were taken for which.
struct ConfusionMatrix {
  int classes = 0;
  std::vector<std::int64_t> counts;  ///< [label][prediction]

  std::int64_t count(int label, int prediction) const {
    return counts[static_cast<std::size_t>(label) * static_cast<std::size_t>(classes) +
                  static_cast<std::size_t>(prediction)];
  }
  std::int64_t images_of(int label) const;
  std::int64_t images() const;
  std::int64_t correct() const;
};

/// Of the images that have a prediction (0 .. classes - 1) at all; labels and predictions beyond the classes are left
/// out.
ConfusionMatrix confusion_matrix(std::span<const std::int16_t> labels, std::span<const std::int16_t> predictions,
                                 int classes);

/// Two answers to the same images, of which some were right.
struct PairedCounts {
  std::int64_t images = 0;       ///< that have both predictions
  std::int64_t both = 0;         ///< right both times
  std::int64_t only_first = 0;   ///< right the first time, wrong the second
  std::int64_t only_second = 0;  ///< the other way round
};

PairedCounts paired_counts(std::span<const std::int16_t> labels, std::span<const std::int16_t> first,
                           std::span<const std::int16_t> second);

/// An image that is seen as one class here and as another there.
struct FlippedImage {
  std::int64_t image = 0;
  int label = 0;
  int before = 0;
  int after = 0;
  bool lost() const { return before == label; }
  bool won() const { return after == label; }
  bool operator==(const FlippedImage&) const = default;
};

/// Images with both predictions, where these differ, in the order of images.
std::vector<FlippedImage> flipped_images(std::span<const std::int16_t> labels, std::span<const std::int16_t> before,
                                         std::span<const std::int16_t> after);

}  // namespace acim
