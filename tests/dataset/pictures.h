#pragma once

#include <cstddef>
#include <cstdint>
#include <opencv2/imgcodecs.hpp>
#include <string>
#include <vector>

#include "dataset/picture.h"

namespace acim::test {

/// A picture in which a wrong row, column or channel shows.
inline Picture patterned_picture(std::int64_t width, std::int64_t height) {
  Picture picture{width, height, {}};
  for (std::int64_t y = 0; y < height; ++y) {
    for (std::int64_t x = 0; x < width; ++x) {
      for (std::int64_t c = 0; c < 3; ++c) {
        picture.rgb.push_back(static_cast<std::uint8_t>((x * 7 + y * 13 + c * 29 + x * y / 3) * (c + 3) % 256));
      }
    }
  }
  return picture;
}

/// The file of a picture; `ending` is ".png" (exact) or ".jpg".
inline std::vector<std::byte> encoded(const Picture& picture, const std::string& ending) {
  cv::Mat pixels(static_cast<int>(picture.height), static_cast<int>(picture.width), CV_8UC3);
  std::size_t from = 0;
  for (int y = 0; y < pixels.rows; ++y) {
    for (int x = 0; x < pixels.cols; ++x, from += 3) {
      pixels.at<cv::Vec3b>(y, x) = {picture.rgb[from + 2], picture.rgb[from + 1], picture.rgb[from]};
    }
  }
  std::vector<std::uint8_t> bytes;
  cv::imencode(ending, pixels, bytes);
  std::vector<std::byte> file(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) file[i] = static_cast<std::byte>(bytes[i]);
  return file;
}

/// A small picture of one colour, told apart by `shade`.
inline std::vector<std::byte> plain_png(std::uint8_t shade, std::int64_t side = 16) {
  Picture picture{side, side, {}};
  picture.rgb.assign(static_cast<std::size_t>(side * side * 3), shade);
  return encoded(picture, ".png");
}

}  // namespace acim::test
