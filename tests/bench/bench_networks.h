#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "network/network.h"

namespace acim::bench {

/// A network with images to run it on, calibrated on the first of them.
struct BenchNetwork {
  std::string architecture;
  std::shared_ptr<const Network> network;
  Calibration calibration;
  std::int64_t block = 16;           ///< images of a call
  std::int64_t side = 32;            ///< of an image
  std::vector<std::uint8_t> pixels;  ///< of some blocks, taken in turn

  /// Images first .. first + block - 1.
  ImageBlock images(std::int64_t first) const;
};

/// "resnet20-cifar" (trained, on CIFAR-10 where the shared data are), "resnet18-cifar", "resnet18" (224x224): random
/// weights on the demo's images otherwise. Speed does not depend on what was learnt, a little on how many activation
/// bits are set.
BenchNetwork load_bench_network(const std::string& architecture);

}  // namespace acim::bench
