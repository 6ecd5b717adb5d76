#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "network/architecture.h"
#include "network/architectures/registry.h"

namespace acim {

/// How a residual network joins two stages of different width (He et al., arXiv 1512.03385, section 4.2).
enum class Shortcut {
  subsample_and_pad,  ///< option A: every second pixel, new channels zero
  projection,         ///< option B: 1x1 convolution and batch norm, named downsample.0 and downsample.1
};

enum class Stem {
  cifar,     ///< 3x3, stride 1
  imagenet,  ///< 7x7, stride 2, then 3x3 maximum pooling, stride 2
};

/// The plan of a residual network; parameter names are those of the usual files: conv1, bn1, layerS.B.convN ...
struct ResidualNetworkPlan {
  Stem stem = Stem::cifar;
  Shortcut shortcut = Shortcut::subsample_and_pad;
  bool bottleneck = false;            ///< 1x1, 3x3, 1x1 to four times the width, instead of two 3x3
  std::vector<std::int64_t> blocks;   ///< per stage
  std::vector<std::int64_t> widths;   ///< per stage
  std::string classifier = "linear";  ///< name of the last layer
};

std::shared_ptr<ArchitectureModule> make_residual_network(const ResidualNetworkPlan& plan,
                                                          const ArchitectureRequest& request);

}  // namespace acim
