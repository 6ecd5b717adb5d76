#include "dataset/picture_crop.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace acim {
namespace {

// Pillow: 8 bits of pixel and 2 of headroom in 32.
constexpr int kPrecisionBits = 32 - 8 - 2;
constexpr std::int64_t kHalf = std::int64_t{1} << (kPrecisionBits - 1);

/// One output pixel along one side: weights of the input pixels from `first` on.
struct Taps {
  std::int64_t first = 0;
  std::vector<std::int64_t> weights;
};

std::int64_t rounded_down(double value) {
  return static_cast<std::int64_t>(std::floor(value));
}

Taps taps_of(std::int64_t output, std::int64_t input_size, double scale) {
  const double filter_scale = std::max(scale, 1.0);
  const double support = filter_scale;
  const double center = (static_cast<double>(output) + 0.5) * scale;
  Taps taps;
  taps.first = std::max<std::int64_t>(rounded_down(center - support + 0.5), 0);
  const std::int64_t end = std::min(rounded_down(center + support + 0.5), input_size);
  std::vector<double> weights;
  double sum = 0;
  for (std::int64_t i = taps.first; i < end; ++i) {
    const double distance = std::abs((static_cast<double>(i) - center + 0.5) * (1.0 / filter_scale));
    weights.push_back(distance < 1 ? 1 - distance : 0);
    sum += weights.back();
  }
  for (const double weight : weights) {
    const double share = sum != 0 ? weight / sum : weight;
    taps.weights.push_back(rounded_down(0.5 + share * (std::int64_t{1} << kPrecisionBits)));
  }
  return taps;
}

std::uint8_t rounded(std::int64_t sum) {
  return static_cast<std::uint8_t>(std::clamp<std::int64_t>(sum >> kPrecisionBits, 0, 255));
}

/// Python's round((size - crop) / 2): halves to even.
std::int64_t crop_offset(std::int64_t size, std::int64_t crop) {
  const std::int64_t half = (size - crop) / 2;
  return (size - crop) % 2 == 1 && half % 2 == 1 ? half + 1 : half;
}

struct Side {
  std::int64_t offset = 0;
  std::vector<Taps> taps;  // of the pixels inside the crop
};

Side side_of(std::int64_t size, std::int64_t shorter, const PictureCrop& how) {
  const std::int64_t resized = size == shorter ? how.resize : how.resize * size / shorter;
  Side side;
  side.offset = crop_offset(resized, how.crop);
  const double scale = static_cast<double>(size) / static_cast<double>(resized);
  for (std::int64_t i = 0; i < how.crop; ++i) side.taps.push_back(taps_of(side.offset + i, size, scale));
  return side;
}

}  // namespace

void crop_picture(const Picture& picture, const PictureCrop& how, std::span<std::uint8_t> planes) {
  if (how.crop < 1 || how.resize < how.crop || planes.size() != static_cast<std::size_t>(3 * how.crop * how.crop)) {
    throw Error(ErrorKind::internal, "A picture is cropped to something else than it should be");
  }
  const std::int64_t shorter = std::min(picture.width, picture.height);
  const Side columns = side_of(picture.width, shorter, how);
  const Side rows = side_of(picture.height, shorter, how);
  const auto crop = static_cast<std::size_t>(how.crop);

  // Along the rows first, and only those that the crop needs; 8 bits between the two, as Pillow has it.
  const std::int64_t first_row = rows.taps.front().first;
  const std::int64_t end_row = rows.taps.back().first + static_cast<std::int64_t>(rows.taps.back().weights.size());
  std::vector<std::uint8_t> narrow(static_cast<std::size_t>(end_row - first_row) * crop * 3);
  std::size_t to = 0;
  for (std::int64_t y = first_row; y < end_row; ++y) {
    const std::uint8_t* row = picture.rgb.data() + y * picture.width * 3;
    for (const Taps& taps : columns.taps) {
      for (std::int64_t channel = 0; channel < 3; ++channel) {
        std::int64_t sum = kHalf;
        const std::uint8_t* pixel = row + taps.first * 3 + channel;
        for (const std::int64_t weight : taps.weights) {
          sum += weight * *pixel;
          pixel += 3;
        }
        narrow[to++] = rounded(sum);
      }
    }
  }
  for (std::size_t y = 0; y < crop; ++y) {
    const Taps& taps = rows.taps[y];
    const std::uint8_t* top = narrow.data() + static_cast<std::size_t>(taps.first - first_row) * crop * 3;
    for (std::size_t x = 0; x < crop; ++x) {
      for (std::size_t channel = 0; channel < 3; ++channel) {
        std::int64_t sum = kHalf;
        const std::uint8_t* pixel = top + x * 3 + channel;
        for (const std::int64_t weight : taps.weights) {
          sum += weight * *pixel;
          pixel += crop * 3;
        }
        planes[(channel * crop + y) * crop + x] = rounded(sum);
      }
    }
  }
}

}  // namespace acim
