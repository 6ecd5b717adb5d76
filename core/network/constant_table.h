#pragma once

// Shows LibTorch types: only for core/network, core/training and their tests.

#include <ATen/core/Tensor.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace acim {

/// The constants of a network by the memory they lie in: a view of one (transposed, sliced) is recognised too.
class ConstantTable {
 public:
  void add(const std::string& name, const at::Tensor& tensor);
  bool contains(const at::Tensor& tensor) const;
  /// The name the tensor was added under, or that of another constant in the same memory; "" when there is none.
  std::string name_of(const at::Tensor& tensor) const;

 private:
  std::map<std::pair<const void*, std::int64_t>, std::string> names_;  ///< by memory and offset
};

/// Whether two tensors are the same view of the same memory.
bool same_view(const at::Tensor& a, const at::Tensor& b);

/// "layer1.0.conv1" of "layer1.0.conv1.weight".
std::string layer_name_of(std::string_view parameter_name);

}  // namespace acim
