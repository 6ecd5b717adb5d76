#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "macro/settings.h"
#include "network/network.h"

namespace acim {

/// A layer that an exact digital unit computes.
struct DigitalLayer {
  int index = 0;
  std::string name;
  std::int64_t multiply_accumulates = 0;  ///< of an image
  std::string reason;                     ///< "first convolution", "layer setting conv1:digital=true", "mode quantised"
};

/// What of a network does not run on the array.
struct DigitalShare {
  std::vector<DigitalLayer> layers;       ///< exact integers
  std::vector<OutsideOperation> outside;  ///< float
  std::size_t layer_count = 0;            ///< of the network
  std::int64_t multiply_accumulates = 0;  ///< of the network, transposed convolutions included

  std::int64_t digital_multiply_accumulates() const;
};
/// `layers` and `outside` are of one network on images of one size.
DigitalShare digital_share(std::span<const LayerInfo> layers, std::span<const OutsideOperation> outside,
                           const PointSettings& point);

}  // namespace acim
