#pragma once

// Shows LibTorch types: only for this folder.

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace acim {

/// Noise-aware training as ASiM's: y (1 + n) with n ~ N(0, percent / 100), fresh for every output of a layer at every
/// step (arXiv 2411.11022, Sec. III-D). A network that learns under it keeps more of its accuracy on a noisy array, and
/// loses some on an exact one.
class OutputNoise {
 public:
  OutputNoise(double percent, std::uint64_t seed) : deviation_(percent / 100), seed_(seed) {}

  /// A pure function of (seed, step, layer, output).
  at::Tensor applied(std::int64_t step, std::int64_t layer, const at::Tensor& output) const;

 private:
  double deviation_;
  std::uint64_t seed_;
};

}  // namespace acim
