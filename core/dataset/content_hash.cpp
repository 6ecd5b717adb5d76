#include "dataset/content_hash.h"

#include <fmt/format.h>

#include <cstddef>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/hash.h"

namespace acim {
namespace {

void add_integer(Sha256& sha, std::uint64_t value, std::size_t bytes) {
  std::vector<std::byte> little_endian(bytes);
  for (std::size_t i = 0; i < bytes; ++i) little_endian[i] = static_cast<std::byte>(value >> (8 * i) & 0xFFU);
  sha.add(little_endian);
}

}  // namespace

std::string ContentHash::of(const ImageSet& images) const {
  std::call_once(once_, [&] {
    Sha256 sha;
    const ImageShape shape = images.shape();
    for (const std::int64_t value : {shape.channels, shape.height, shape.width, images.size()}) {
      add_integer(sha, static_cast<std::uint64_t>(value), 8);
    }
    for (std::int64_t i = 0; i < images.size(); ++i) add_integer(sha, static_cast<std::uint64_t>(images.label(i)), 4);
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(shape.bytes()));
    for (std::int64_t i = 0; i < images.size(); ++i) {
      images.read(i, pixels);
      sha.add(std::as_bytes(std::span(pixels)));
    }
    hash_ = sha.hex();
  });
  return hash_;
}

void check_read(const ImageSet& images, std::int64_t index, std::size_t bytes) {
  if (index < 0 || index >= images.size()) {
    throw Error(ErrorKind::internal, fmt::format("Image {} was asked of a set of {}", index, images.size()),
                images.name());
  }
  if (bytes != static_cast<std::size_t>(images.shape().bytes())) {
    throw Error(ErrorKind::internal, fmt::format("An image was read into {} bytes", bytes), images.name());
  }
}

}  // namespace acim
