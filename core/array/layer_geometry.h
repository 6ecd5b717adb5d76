#pragma once

#include <cstdint>

namespace acim {

/// How the streamed operand of one image lies in memory.
enum class OperandLayout {
  channels_first,  ///< convolution: [channels][height][width]; output [outputs][out_height][out_width]
  rows,            ///< linear, matmul: [positions][reduction]; output [positions][outputs]
};

/// One array layer, for one image. A linear layer or a product is rows x reduction with `outputs` columns groups.
struct LayerGeometry {
  OperandLayout layout = OperandLayout::channels_first;
  std::int64_t channels = 1;  ///< of the input, all groups; rows: the reduction length
  std::int64_t height = 1;    ///< rows: the number of positions
  std::int64_t width = 1;     ///< rows: 1
  std::int64_t outputs = 1;   ///< of all groups
  std::int64_t kernel_height = 1;
  std::int64_t kernel_width = 1;
  std::int64_t stride_height = 1;
  std::int64_t stride_width = 1;
  std::int64_t padding_height = 0;
  std::int64_t padding_width = 0;
  std::int64_t dilation_height = 1;
  std::int64_t dilation_width = 1;
  std::int64_t groups = 1;

  static LayerGeometry linear(std::int64_t positions, std::int64_t reduction, std::int64_t outputs);

  std::int64_t output_height() const;
  std::int64_t output_width() const;
  /// P: output_height * output_width, or the positions of a linear layer.
  std::int64_t positions() const;
  std::int64_t channels_per_group() const { return channels / groups; }
  std::int64_t outputs_per_group() const { return outputs / groups; }
  /// K: channels_per_group * kernel_height * kernel_width, in the order channel, ky, kx.
  std::int64_t reduction() const { return channels_per_group() * kernel_height * kernel_width; }
  /// Elements of K that belong to one channel (whole_channels mapping).
  std::int64_t elements_per_channel() const { return kernel_height * kernel_width; }
  std::int64_t input_elements() const { return channels * height * width; }
  std::int64_t output_elements() const { return outputs * positions(); }
  std::int64_t multiply_accumulates() const { return output_elements() * reduction(); }

  bool operator==(const LayerGeometry&) const = default;
};

/// Error(usage) for sizes that are not positive, do not divide by groups, or whose output is empty.
void validate(const LayerGeometry& geometry);

}  // namespace acim
