#include "training/augmentation.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/error.h"
#include "base/random.h"

namespace acim {
namespace {

constexpr std::int64_t kMostBytes = std::int64_t{4} << 30U;

// Separate streams for the two uses of a (seed, epoch).
constexpr std::uint64_t kOrderStream = 0x6F72646572ULL;
constexpr std::uint64_t kImageStream = 0x696D616765ULL;

std::uint64_t epoch_key(std::uint64_t stream, std::uint64_t seed, int epoch) {
  return mix64(mix64(stream, seed), static_cast<std::uint64_t>(epoch));
}

std::int64_t below(std::uint64_t bits, std::int64_t count) {
  return static_cast<std::int64_t>(open_unit_interval(bits) * static_cast<double>(count));
}

}  // namespace

NormalisedImages::NormalisedImages(const ImageSet& images, const Normalisation& normalisation)
    : shape_(images.shape()) {
  if (shape_.channels != 3) {
    throw Error(ErrorKind::usage, fmt::format("The images have {} channels", shape_.channels), images.name(),
                "Training needs colour images (3 channels).");
  }
  if (images.size() > kMostBytes / shape_.bytes()) {
    throw Error(ErrorKind::usage, fmt::format("{} images do not fit the memory training may take", images.size()),
                images.name(), fmt::format("At most {} images of this size.", kMostBytes / shape_.bytes()));
  }
  const auto image_bytes = static_cast<std::size_t>(shape_.bytes());
  pixels_.resize(static_cast<std::size_t>(images.size()) * image_bytes);
  labels_.reserve(static_cast<std::size_t>(images.size()));
  for (std::int64_t i = 0; i < images.size(); ++i) {
    labels_.push_back(images.label(i));
    images.read(i, std::span(pixels_).subspan(static_cast<std::size_t>(i) * image_bytes, image_bytes));
  }
  for (std::size_t channel = 0; channel < 3; ++channel) {
    for (int byte = 0; byte < 256; ++byte) {
      table_.push_back((static_cast<float>(byte) / 255.0F - normalisation.mean[channel]) /
                       normalisation.standard_deviation[channel]);
    }
  }
}

void NormalisedImages::write(std::int64_t index, int shift_x, int shift_y, bool flip, std::span<float> values) const {
  const std::uint8_t* image = pixels_.data() + index * shape_.bytes();
  float* value = values.data();
  for (std::int64_t channel = 0; channel < shape_.channels; ++channel) {
    const float* table = table_.data() + 256 * channel;
    const std::uint8_t* plane = image + channel * shape_.height * shape_.width;
    for (std::int64_t y = 0; y < shape_.height; ++y) {
      const std::int64_t from_y = y - shift_y;
      for (std::int64_t x = 0; x < shape_.width; ++x) {
        const std::int64_t from_x = (flip ? shape_.width - 1 - x : x) - shift_x;
        const bool inside = from_y >= 0 && from_y < shape_.height && from_x >= 0 && from_x < shape_.width;
        *value++ = table[inside ? plane[from_y * shape_.width + from_x] : 0];
      }
    }
  }
}

Augmentation augmentation(std::uint64_t seed, int epoch, std::int64_t image, int crop_padding, bool flip) {
  const std::uint64_t key = mix64(epoch_key(kImageStream, seed, epoch), static_cast<std::uint64_t>(image));
  const std::int64_t shifts = 2 * crop_padding + 1;
  return {static_cast<int>(below(mix64(key, 0), shifts)) - crop_padding,
          static_cast<int>(below(mix64(key, 1), shifts)) - crop_padding, flip && (mix64(key, 2) & 1U) != 0};
}

std::vector<std::int64_t> epoch_order(std::uint64_t seed, int epoch, std::int64_t count) {
  std::vector<std::int64_t> order(static_cast<std::size_t>(count));
  std::iota(order.begin(), order.end(), 0);
  const std::uint64_t key = epoch_key(kOrderStream, seed, epoch);
  for (std::size_t last = order.size(); last > 1; --last) {  // Fisher and Yates
    const auto chosen = static_cast<std::size_t>(below(mix64(key, last), static_cast<std::int64_t>(last)));
    std::swap(order[last - 1], order[chosen]);
  }
  return order;
}

}  // namespace acim
