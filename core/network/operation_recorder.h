#pragma once

// Shows no LibTorch type, but is used only where LibTorch runs.

#include <cstdint>
#include <memory>
#include <vector>

#include "network/network.h"

namespace acim {

/// While it lives, notes what arithmetic LibTorch does on this thread besides the layers. Recorders do not nest.
class OperationRecorder {
 public:
  /// `images`: in the batch that runs; counts are of one.
  explicit OperationRecorder(std::int64_t images);
  ~OperationRecorder();
  OperationRecorder(const OperationRecorder&) = delete;
  OperationRecorder& operator=(const OperationRecorder&) = delete;

  /// What was called so far, in order of first appearance.
  std::vector<OutsideOperation> operations() const;

 private:
  struct Recording;
  std::unique_ptr<Recording> recording_;
};

}  // namespace acim
