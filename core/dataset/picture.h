#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/phrase.h"

namespace acim {

/// A decoded picture: rows of R, G, B bytes.
struct Picture {
  std::int64_t width = 0;
  std::int64_t height = 0;
  std::vector<std::uint8_t> rgb;  ///< [height][width][3]
};

/// Larger pictures are broken ones: a decoder needs three bytes a pixel.
inline constexpr std::int64_t kMostPicturePixels = std::int64_t{1} << 26U;
inline constexpr std::int64_t kLongestPictureSide = 65500;
/// Larger files are not read.
inline constexpr std::uint64_t kLargestPictureFile = std::uint64_t{64} << 20U;

/// What is wrong with a file that should be a JPEG or PNG picture, without decoding it: no such signature, a broken
/// header, too many pixels, cut short, a wrong PNG checksum. Nothing when it looks whole. "is cut short": completes a
/// sentence that begins with the file's name.
std::optional<Phrase> picture_defect(std::span<const std::byte> file);

/// Decodes to 8 bits and three channels: grey is repeated, transparency dropped, orientation tags ignored, as
/// torchvision's readers do. Check with picture_defect() first. Error(input) when the decoder refuses.
Picture decode_picture(std::span<const std::byte> file, const std::string& where);

}  // namespace acim
