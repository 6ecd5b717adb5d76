#include "array/layer_geometry.h"

#include <limits>
#include <string>

#include "base/error.h"

namespace acim {
namespace {

std::int64_t windows_along(std::int64_t size, std::int64_t padding, std::int64_t kernel, std::int64_t dilation,
                           std::int64_t stride) {
  const std::int64_t span = (kernel - 1) * dilation + 1;
  const std::int64_t room = size + 2 * padding - span;
  return room < 0 ? 0 : room / stride + 1;
}

void require_positive(std::int64_t value, const char* name) {
  if (value < 1) {
    throw Error(ErrorKind::usage, Phrase("Error", "layer geometry is not possible"),
                std::string(name) + " = " + std::to_string(value), Phrase("Error", "It must be at least 1."));
  }
  // Products of up to four such sizes must fit 64 bits.
  if (value > (std::int64_t{1} << 31)) {
    throw Error(ErrorKind::usage, Phrase("Error", "layer geometry is too large"),
                std::string(name) + " = " + std::to_string(value), Phrase("Error", "Sizes are at most 2^31."));
  }
}

}  // namespace

LayerGeometry LayerGeometry::linear(std::int64_t positions, std::int64_t reduction, std::int64_t outputs) {
  LayerGeometry geometry;
  geometry.layout = OperandLayout::rows;
  geometry.channels = reduction;
  geometry.height = positions;
  geometry.outputs = outputs;
  return geometry;
}

std::int64_t LayerGeometry::output_height() const {
  return windows_along(height, padding_height, kernel_height, dilation_height, stride_height);
}

std::int64_t LayerGeometry::output_width() const {
  return windows_along(width, padding_width, kernel_width, dilation_width, stride_width);
}

std::int64_t LayerGeometry::positions() const {
  return layout == OperandLayout::rows ? height : output_height() * output_width();
}

void validate(const LayerGeometry& geometry) {
  require_positive(geometry.channels, "channels");
  require_positive(geometry.height, "height");
  require_positive(geometry.width, "width");
  require_positive(geometry.outputs, "outputs");
  require_positive(geometry.kernel_height, "kernel height");
  require_positive(geometry.kernel_width, "kernel width");
  require_positive(geometry.stride_height, "stride height");
  require_positive(geometry.stride_width, "stride width");
  require_positive(geometry.dilation_height, "dilation height");
  require_positive(geometry.dilation_width, "dilation width");
  require_positive(geometry.groups, "groups");
  require_positive(geometry.padding_height + 1, "padding height + 1");
  require_positive(geometry.padding_width + 1, "padding width + 1");
  if (geometry.channels % geometry.groups != 0 || geometry.outputs % geometry.groups != 0) {
    throw Error(ErrorKind::usage, Phrase("Error", "groups do not divide the layer"),
                std::to_string(geometry.channels) + " channels, " + std::to_string(geometry.outputs) + " outputs, " +
                    std::to_string(geometry.groups) + " groups",
                Phrase("Error", "Channels and outputs must be multiples of the groups."));
  }
  if (geometry.layout == OperandLayout::rows &&
      (geometry.width != 1 || geometry.kernel_height != 1 || geometry.kernel_width != 1 || geometry.groups != 1)) {
    throw Error(ErrorKind::usage, Phrase("Error", "a layer of rows has a window"), "layer geometry",
                Phrase("Error", "Linear layers and products have width, kernel and groups 1."));
  }
  if (geometry.positions() < 1) {
    throw Error(ErrorKind::usage, Phrase("Error", "the layer has no output positions"),
                "input " + std::to_string(geometry.height) + "x" + std::to_string(geometry.width) + ", kernel " +
                    std::to_string(geometry.kernel_height) + "x" + std::to_string(geometry.kernel_width),
                Phrase("Error", "The input with its padding must be as large as the dilated kernel."));
  }
}

}  // namespace acim
