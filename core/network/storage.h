#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/safetensors.h"
#include "network/pickle.h"

namespace acim {

/// The element type of "torch FloatStorage" and its like.
std::optional<ElementType> storage_type(std::string_view global);

/// A run of memory of a PyTorch file.
struct StorageReference {
  ElementType type = ElementType::f32;
  std::string key;
  std::int64_t elements = 0;  ///< of the whole storage
  std::int64_t first = 0;     ///< old format: a storage may be a part of another
};

/// A tensor as a pickle describes it: a view of a storage.
struct TensorDescription {
  StorageReference storage;
  std::int64_t offset = 0;
  std::vector<std::int64_t> shape;
  std::vector<std::int64_t> strides;
  std::int64_t elements = 0;
};

/// Every storage that the pickle mentions. Error(input) when a persistent id is none.
std::vector<StorageReference> storages_of(const Pickle& pickle, const std::string& where);

/// Whether the node is a rebuilt tensor or parameter.
bool is_tensor(const Pickle& pickle, const PickleNode& node);
/// Checks everything but the size of the storage's bytes: types, negative or overflowing numbers, the view inside the
/// storage, no more elements than it. Error(input) with `where` and the offset.
TensorDescription describe_tensor(const Pickle& pickle, const PickleNode& node, const std::string& where);

/// In a state dict every call rebuilds a tensor, named or not. Error(input) when one does not.
void check_calls(const Pickle& pickle, const std::string& where);

/// The elements in row-major order; `bytes` is the whole storage.
StoredTensor gather_tensor(const TensorDescription& tensor, std::span<const std::byte> bytes, const std::string& where);

}  // namespace acim
