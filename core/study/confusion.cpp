#include "study/confusion.h"

#include <algorithm>
#include <numeric>

namespace acim {

std::int64_t ConfusionMatrix::images_of(int label) const {
  std::int64_t images = 0;
  for (int prediction = 0; prediction < classes; ++prediction) images += count(label, prediction);
  return images;
}

std::int64_t ConfusionMatrix::images() const {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

std::int64_t ConfusionMatrix::correct() const {
  std::int64_t images = 0;
  for (int label = 0; label < classes; ++label) images += count(label, label);
  return images;
}

ConfusionMatrix confusion_matrix(std::span<const std::int16_t> labels, std::span<const std::int16_t> predictions,
                                 int classes) {
  ConfusionMatrix matrix;
  matrix.classes = std::max(classes, 0);
  const auto across = static_cast<std::size_t>(matrix.classes);
  matrix.counts.assign(across * across, 0);
  const auto is_class = [&](int value) { return value >= 0 && value < matrix.classes; };
  for (std::size_t i = 0; i < std::min(labels.size(), predictions.size()); ++i) {
    if (!is_class(labels[i]) || !is_class(predictions[i])) continue;
    ++matrix.counts[static_cast<std::size_t>(labels[i]) * across + static_cast<std::size_t>(predictions[i])];
  }
  return matrix;
}

PairedCounts paired_counts(std::span<const std::int16_t> labels, std::span<const std::int16_t> first,
                           std::span<const std::int16_t> second) {
  PairedCounts counts;
  const std::size_t images = std::min({labels.size(), first.size(), second.size()});
  // Products in place of branches, which answers of networks would mispredict: tables of two curves have millions.
  for (std::size_t i = 0; i < images; ++i) {
    const int both = static_cast<int>(first[i] >= 0) * static_cast<int>(second[i] >= 0);
    const int first_right = both * static_cast<int>(first[i] == labels[i]);
    const int second_right = both * static_cast<int>(second[i] == labels[i]);
    counts.images += both;
    counts.both += first_right * second_right;
    counts.only_first += first_right * (1 - second_right);
    counts.only_second += second_right * (1 - first_right);
  }
  return counts;
}

std::vector<FlippedImage> flipped_images(std::span<const std::int16_t> labels, std::span<const std::int16_t> before,
                                         std::span<const std::int16_t> after) {
  std::vector<FlippedImage> flipped;
  for (std::size_t i = 0; i < std::min({labels.size(), before.size(), after.size()}); ++i) {
    if (before[i] < 0 || after[i] < 0 || before[i] == after[i]) continue;
    flipped.push_back({static_cast<std::int64_t>(i), labels[i], before[i], after[i]});
  }
  return flipped;
}

}  // namespace acim
