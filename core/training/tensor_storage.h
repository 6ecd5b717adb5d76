#pragma once

// Shows LibTorch types: only for this folder.

#include <ATen/core/Tensor.h>

#include <string>

#include "base/safetensors.h"

namespace acim {

/// A copy of a float32 or int64 tensor.
StoredTensor stored(const at::Tensor& tensor);

/// Writes `source` into `target`; Error(input) naming the tensor unless type and shape are equal and every number is
/// finite.
void restore(const StoredTensor& source, const at::Tensor& target, const std::string& name, const std::string& where);

}  // namespace acim
