#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
#include "network/constant_table.h"

#include <limits>

namespace acim {

void ConstantTable::add(const std::string& name, const at::Tensor& tensor) {
  if (!tensor.defined() || !tensor.has_storage() || tensor.storage().data() == nullptr) return;
  names_.try_emplace({tensor.storage().data(), tensor.storage_offset()}, name);
}

bool ConstantTable::contains(const at::Tensor& tensor) const {
  if (!tensor.defined() || !tensor.has_storage() || tensor.storage().data() == nullptr) return false;
  const auto found = names_.lower_bound({tensor.storage().data(), std::numeric_limits<std::int64_t>::min()});
  return found != names_.end() && found->first.first == tensor.storage().data();
}

std::string ConstantTable::name_of(const at::Tensor& tensor) const {
  if (!contains(tensor)) return {};
  const void* memory = tensor.storage().data();
  const auto exact = names_.find({memory, tensor.storage_offset()});
  if (exact != names_.end()) return exact->second;
  return names_.lower_bound({memory, std::numeric_limits<std::int64_t>::min()})->second;
}

bool same_view(const at::Tensor& a, const at::Tensor& b) {
  if (!a.defined() || !b.defined()) return a.defined() == b.defined();
  return a.storage().data() == b.storage().data() && a.storage_offset() == b.storage_offset() &&
         a.sizes() == b.sizes() && a.strides() == b.strides();
}

std::string layer_name_of(std::string_view parameter_name) {
  constexpr std::string_view kSuffix = ".weight";
  if (parameter_name.ends_with(kSuffix)) parameter_name.remove_suffix(kSuffix.size());
  return std::string(parameter_name);
}

}  // namespace acim
