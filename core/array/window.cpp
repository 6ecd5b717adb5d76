#include "array/window.h"

#include <algorithm>
#include <cstddef>

namespace acim {
namespace {

template <typename Value>
void gather(const LayerGeometry& geometry, std::span<const Value> streamed, std::int64_t group, std::int64_t position,
            std::span<Value> window) {
  if (geometry.layout == OperandLayout::rows) {
    const auto row = streamed.subspan(static_cast<std::size_t>(position * geometry.channels), window.size());
    std::copy(row.begin(), row.end(), window.begin());
    return;
  }
  const std::int64_t output_width = geometry.output_width();
  const std::int64_t top = position / output_width * geometry.stride_height - geometry.padding_height;
  const std::int64_t left = position % output_width * geometry.stride_width - geometry.padding_width;
  std::size_t next = 0;
  const std::int64_t first_channel = group * geometry.channels_per_group();
  for (std::int64_t channel = first_channel; channel < first_channel + geometry.channels_per_group(); ++channel) {
    for (std::int64_t ky = 0; ky < geometry.kernel_height; ++ky) {
      const std::int64_t y = top + ky * geometry.dilation_height;
      for (std::int64_t kx = 0; kx < geometry.kernel_width; ++kx) {
        const std::int64_t x = left + kx * geometry.dilation_width;
        const bool inside = y >= 0 && y < geometry.height && x >= 0 && x < geometry.width;
        window[next++] = inside
                             ? streamed[static_cast<std::size_t>((channel * geometry.height + y) * geometry.width + x)]
                             : Value{0};
      }
    }
  }
}

}  // namespace

void gather_window(const LayerGeometry& geometry, std::span<const std::int16_t> streamed, std::int64_t group,
                   std::int64_t position, std::span<std::int16_t> window) {
  gather(geometry, streamed, group, position, window);
}

void gather_window(const LayerGeometry& geometry, std::span<const float> streamed, std::int64_t group,
                   std::int64_t position, std::span<float> window) {
  gather(geometry, streamed, group, position, window);
}

}  // namespace acim
