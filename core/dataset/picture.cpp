#include "dataset/picture.h"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <opencv2/imgcodecs.hpp>

#include "base/error.h"

namespace acim {
namespace {

using Bytes = std::span<const std::byte>;

constexpr std::array<std::uint8_t, 8> kPngSignature = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

std::uint8_t byte_at(Bytes file, std::size_t position) {
  return std::to_integer<std::uint8_t>(file[position]);
}

std::uint32_t big_endian(Bytes file, std::size_t position, std::size_t bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < bytes; ++i) value = value << 8U | byte_at(file, position + i);
  return value;
}

std::optional<Phrase> size_defect(std::int64_t width, std::int64_t height) {
  if (width < 1 || height < 1) return Phrase("Error", "has {} x {} pixels").filled_with(width, height);
  if (width > kLongestPictureSide || height > kLongestPictureSide || width * height > kMostPicturePixels) {
    return Phrase("Error", "claims {} x {} pixels, more than {} million")
        .filled_with(width, height, kMostPicturePixels / 1000000);
  }
  return std::nullopt;
}

bool is_frame_marker(std::uint8_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Segments up to the first scan, then an end-of-image marker anywhere: within coded data 0xFF is followed by 0 or a
/// restart marker.
std::optional<Phrase> jpeg_defect(Bytes file) {
  bool frame = false;
  std::size_t position = 2;
  while (position + 4 <= file.size()) {
    if (byte_at(file, position) != 0xFF)
      return Phrase("Error", "is damaged: a JPEG segment does not begin where it should");
    const std::uint8_t marker = byte_at(file, position + 1);
    if (marker == 0xFF) {  // padding
      ++position;
      continue;
    }
    const std::size_t length = big_endian(file, position + 2, 2);
    if (length < 2 || position + 2 + length > file.size()) return Phrase("Error", "is cut short");
    if (is_frame_marker(marker)) {
      if (length < 8) return Phrase("Error", "is damaged: its JPEG frame header is too short");
      const std::int64_t height = big_endian(file, position + 5, 2);
      if (auto defect = size_defect(big_endian(file, position + 7, 2), height)) return defect;
      frame = true;
    }
    position += 2 + length;
    if (marker != 0xDA) continue;
    if (!frame) return Phrase("Error", "is damaged: a JPEG scan without a frame");
    for (; position + 2 <= file.size(); ++position) {
      if (byte_at(file, position) == 0xFF && byte_at(file, position + 1) == 0xD9) return std::nullopt;
    }
    return Phrase("Error", "is cut short");
  }
  return Phrase("Error", "is cut short");
}

/// CRC-32 of PNG (ISO 3309).
std::uint32_t crc32(Bytes bytes) {
  static const std::array<std::uint32_t, 256> table = [] {
    std::array<std::uint32_t, 256> made{};
    for (std::uint32_t n = 0; n < 256; ++n) {
      std::uint32_t c = n;
      for (int bit = 0; bit < 8; ++bit) c = (c & 1U) != 0 ? 0xEDB88320U ^ c >> 1U : c >> 1U;
      made[n] = c;
    }
    return made;
  }();
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const std::byte byte : bytes) crc = table[(crc ^ std::to_integer<std::uint32_t>(byte)) & 0xFFU] ^ crc >> 8U;
  return ~crc;
}

bool chunk_is(Bytes file, std::size_t position, const char* type) {
  return std::memcmp(file.data() + position + 4, type, 4) == 0;
}

std::optional<Phrase> png_defect(Bytes file) {
  std::size_t position = kPngSignature.size();
  bool first = true;
  while (position + 12 <= file.size()) {
    const std::size_t length = big_endian(file, position, 4);
    if (length > file.size() - position - 12) return Phrase("Error", "is cut short");
    if (big_endian(file, position + 8 + length, 4) != crc32(file.subspan(position + 4, length + 4))) {
      return Phrase("Error", "is damaged: the PNG checksum at byte {} is wrong").filled_with(position + 8 + length);
    }
    if (first) {
      if (!chunk_is(file, position, "IHDR") || length != 13)
        return Phrase("Error", "is damaged: a PNG begins with its header");
      const std::uint32_t width = big_endian(file, position + 8, 4);
      if (auto defect = size_defect(width, big_endian(file, position + 12, 4))) return defect;
      first = false;
    }
    if (chunk_is(file, position, "IEND")) return std::nullopt;
    position += 12 + length;
  }
  return Phrase("Error", "is cut short");
}

}  // namespace

std::optional<Phrase> picture_defect(Bytes file) {
  if (file.empty()) return Phrase("Error", "is empty");
  if (file.size() >= 3 && byte_at(file, 0) == 0xFF && byte_at(file, 1) == 0xD8 && byte_at(file, 2) == 0xFF) {
    return jpeg_defect(file);
  }
  if (file.size() >= kPngSignature.size() && std::memcmp(file.data(), kPngSignature.data(), kPngSignature.size()) == 0)
    return png_defect(file);
  return Phrase("Error", "is no JPEG or PNG picture");
}

Picture decode_picture(Bytes file, const std::string& where) {
  cv::Mat pixels;
  try {
    // OpenCV's header takes bytes that it does not change as a Mat without const.
    const cv::Mat encoded(1, static_cast<int>(file.size()), CV_8UC1, const_cast<std::byte*>(file.data()));
    pixels = cv::imdecode(encoded, cv::IMREAD_COLOR | cv::IMREAD_IGNORE_ORIENTATION);
  } catch (const cv::Exception& exception) {
    throw Error(ErrorKind::input, Phrase("Error", "The picture cannot be decoded ({})").filled_with(exception.err),
                where);
  }
  if (pixels.empty() || pixels.type() != CV_8UC3) {
    throw Error(ErrorKind::input, Phrase("Error", "The picture cannot be decoded"), where,
                Phrase("Error", "Copy it again from where it came."));
  }
  Picture picture{pixels.cols, pixels.rows, {}};
  picture.rgb.resize(static_cast<std::size_t>(picture.width * picture.height * 3));
  std::size_t to = 0;
  for (int y = 0; y < pixels.rows; ++y) {
    const std::uint8_t* row = pixels.ptr<std::uint8_t>(y);
    for (int x = 0; x < pixels.cols; ++x, to += 3, row += 3) {
      picture.rgb[to] = row[2];
      picture.rgb[to + 1] = row[1];
      picture.rgb[to + 2] = row[0];
    }
  }
  return picture;
}

}  // namespace acim
