#include "training/tensor_storage.h"

#include <c10/core/GradMode.h>
#include <fmt/format.h>

#include <cmath>
#include <cstring>

#include "base/error.h"

namespace acim {

StoredTensor stored(const at::Tensor& tensor) {
  const c10::AutoGradMode no_gradients(false);
  const at::Tensor values = tensor.detach().contiguous();
  if (values.scalar_type() != at::kFloat && values.scalar_type() != at::kLong) {
    throw Error(ErrorKind::internal, "A tensor to store is neither float32 nor int64");
  }
  StoredTensor result;
  result.type = values.scalar_type() == at::kFloat ? ElementType::f32 : ElementType::i64;
  result.shape = values.sizes().vec();
  result.bytes.resize(values.nbytes());
  if (!result.bytes.empty()) std::memcpy(result.bytes.data(), values.data_ptr(), result.bytes.size());
  return result;
}

void restore(const StoredTensor& source, const at::Tensor& target, const std::string& name, const std::string& where) {
  const ElementType type = target.scalar_type() == at::kFloat ? ElementType::f32 : ElementType::i64;
  if (source.type != type || source.shape != target.sizes().vec() || source.bytes.size() != target.nbytes() ||
      !target.is_contiguous()) {
    throw Error(ErrorKind::input, fmt::format("The tensor {} has another type or shape than the network", name), where,
                "Remove the file to train from the start.");
  }
  if (type == ElementType::f32) {
    for (const float value : source.as_float()) {
      if (!std::isfinite(value)) {
        throw Error(ErrorKind::input, fmt::format("The tensor {} holds numbers that are not finite", name), where,
                    "Remove the file to train from the start.");
      }
    }
  }
  if (!source.bytes.empty()) std::memcpy(target.data_ptr(), source.bytes.data(), source.bytes.size());
}

}  // namespace acim
