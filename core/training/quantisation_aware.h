#pragma once

// Shows LibTorch types: only for this folder.

#include <cstdint>
#include <memory>
#include <vector>

#include "network/architecture.h"

namespace acim {

/// Rounds weights and activations in the forward pass as core/array's quantisers would, and lets gradients pass
/// straight through (Bengio, Leonard, Courville, arXiv 1308.3432), zero where a value clips. Weights: scale of the
/// largest |w|. Activations: unsigned unless the layer's first batch had a negative value; scale from a running
/// maximum, kept in validation.
class FakeQuantisation {
 public:
  FakeQuantisation(int weight_bits, int activation_bits)
      : weight_bits_(weight_bits), activation_bits_(activation_bits) {}

  /// To be called before each layer; `observe` updates the running maximum (training).
  LayerOperands quantised(std::int64_t layer, LayerOperands operands, bool observe);

  struct LayerRange {
    double maximum = 0;  ///< of x, or |x| if signed; 0: not seen yet
    bool is_signed = false;
  };
  const std::vector<LayerRange>& ranges() const { return ranges_; }
  void set_ranges(std::vector<LayerRange> ranges) { ranges_ = std::move(ranges); }

 private:
  int weight_bits_;
  int activation_bits_;
  std::vector<LayerRange> ranges_;
};

}  // namespace acim
