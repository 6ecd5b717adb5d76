#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/random.h"
#include "dataset/image_set.h"
#include "network/network.h"
#include "test_files.h"

namespace acim::test {

/// A block of images with its own bytes.
struct Images {
  std::vector<std::uint8_t> pixels;
  std::int64_t count = 0;

  ImageBlock block() const { return part(0, count); }
  ImageBlock part(std::int64_t begin, std::int64_t length) const {
    ImageBlock block;
    block.pixels =
        std::span(pixels).subspan(static_cast<std::size_t>(begin) * 3072, static_cast<std::size_t>(length) * 3072);
    block.count = length;
    block.first_index = begin;
    return block;
  }
};

/// Demo images: they need no files.
inline Images demo_images(std::int64_t count) {
  const auto set = open_image_set("demo:COUNT=" + std::to_string(count));
  Images images{std::vector<std::uint8_t>(static_cast<std::size_t>(count) * 3072), count};
  for (std::int64_t i = 0; i < count; ++i) {
    set->read(i, std::span(images.pixels).subspan(static_cast<std::size_t>(i) * 3072, 3072));
  }
  return images;
}

inline NetworkSource source_of(const std::string& file, const std::string& architecture = {}) {
  return {(shared_folder() / "data/weights" / file).string(), architecture,
          Normalisation{{0.485F, 0.456F, 0.406F}, {0.229F, 0.224F, 0.225F}}};
}

inline PointSettings settings_of(EvaluationMode mode) {
  PointSettings settings;
  settings.mode = mode;
  return settings;
}

inline float largest_difference(const std::vector<float>& a, const std::vector<float>& b) {
  float largest = a.size() == b.size() ? 0.0F : 1e9F;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) largest = std::max(largest, std::abs(a[i] - b[i]));
  return largest;
}

}  // namespace acim::test
