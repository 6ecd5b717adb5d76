#include "network/storage.h"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <utility>

#include "base/error.h"

namespace acim {
namespace {

constexpr std::size_t kLargestRank = 16;

constexpr std::array<std::pair<std::string_view, ElementType>, 10> kStorages = {
    {{"torch FloatStorage", ElementType::f32},
     {"torch HalfStorage", ElementType::f16},
     {"torch BFloat16Storage", ElementType::bf16},
     {"torch DoubleStorage", ElementType::f64},
     {"torch LongStorage", ElementType::i64},
     {"torch IntStorage", ElementType::i32},
     {"torch ShortStorage", ElementType::i16},
     {"torch CharStorage", ElementType::i8},
     {"torch ByteStorage", ElementType::u8},
     {"torch BoolStorage", ElementType::boolean}}};

[[noreturn]] void fail(const Phrase& what, const std::string& where) {
  throw Error(ErrorKind::input, what, where, Phrase("Error", "The file is damaged; copy or save it again."));
}

[[noreturn]] void fail(const Phrase& what, const std::string& where, const PickleNode& node) {
  fail(what, fmt::format("{}, offset {}", where, node.offset));
}

std::int64_t natural(const PickleNode& node, const std::string& where) {
  if (node.kind != PickleKind::integer || node.integer < 0) {
    fail(Phrase("Error", "sizes, strides or offsets that are no whole numbers from 0"), where, node);
  }
  return node.integer;
}

std::vector<std::int64_t> naturals(const Pickle& pickle, const PickleNode& node, const std::string& where) {
  if (node.kind != PickleKind::tuple || node.items.size() > kLargestRank)
    fail(Phrase("Error", "sizes that are no short tuple"), where, node);
  std::vector<std::int64_t> values;
  for (const std::uint32_t item : node.items) values.push_back(natural(pickle.node(item), where));
  return values;
}

StorageReference describe_storage(const Pickle& pickle, const PickleNode& node, const std::string& where) {
  if (node.kind != PickleKind::persistent) fail(Phrase("Error", "a tensor without storage"), where, node);
  const PickleNode& id = pickle.item(node, 0);
  // ('storage', type, key, device, elements) and, in old files, None or (key of the part, offset, elements).
  if (id.kind != PickleKind::tuple || id.items.size() < 5 || id.items.size() > 6 ||
      pickle.item(id, 0).text != "storage" || pickle.item(id, 2).kind != PickleKind::text) {
    fail(Phrase("Error", "a reference to something that is no storage"), where, node);
  }
  const PickleNode& global = pickle.item(id, 1);
  const auto type = global.kind == PickleKind::global ? storage_type(global.text) : std::nullopt;
  if (!type) fail(Phrase("Error", "a storage of an unknown type"), where, node);
  StorageReference storage{*type, pickle.item(id, 2).text, natural(pickle.item(id, 4), where), 0};
  if (id.items.size() == 6 && pickle.item(id, 5).kind != PickleKind::none) {
    const PickleNode& part = pickle.item(id, 5);
    if (part.kind != PickleKind::tuple || part.items.size() != 3)
      fail(Phrase("Error", "a wrong part of a storage"), where, part);
    storage.first = natural(pickle.item(part, 1), where);
    if (storage.first > storage.elements || natural(pickle.item(part, 2), where) > storage.elements - storage.first) {
      fail(Phrase("Error", "a part outside its storage"), where, part);
    }
  }
  return storage;
}

/// Product of the sizes and the last element a view reaches, both within `limit`.
void check_view(TensorDescription& tensor, const PickleNode& node, const std::string& where) {
  const std::int64_t limit = tensor.storage.elements - tensor.storage.first;
  tensor.elements = 1;
  for (const std::int64_t size : tensor.shape) {
    if (size == 0) {
      tensor.elements = 0;
      return;
    }
    if (__builtin_mul_overflow(tensor.elements, size, &tensor.elements) || tensor.elements > limit) {
      fail(Phrase("Error", "a tensor of more elements than its storage"), where, node);
    }
  }
  std::int64_t last = tensor.offset;
  for (std::size_t i = 0; i < tensor.shape.size(); ++i) {
    std::int64_t reach = 0;
    if (__builtin_mul_overflow(tensor.shape[i] - 1, tensor.strides[i], &reach) ||
        __builtin_add_overflow(last, reach, &last)) {
      fail(Phrase("Error", "a tensor outside its storage"), where, node);
    }
  }
  if (last >= limit) fail(Phrase("Error", "a tensor outside its storage"), where, node);
}

}  // namespace

std::optional<ElementType> storage_type(std::string_view global) {
  for (const auto& [name, type] : kStorages) {
    if (name == global) return type;
  }
  return std::nullopt;
}

std::vector<StorageReference> storages_of(const Pickle& pickle, const std::string& where) {
  std::vector<StorageReference> storages;
  for (const PickleNode& node : pickle.nodes) {
    if (node.kind == PickleKind::persistent) storages.push_back(describe_storage(pickle, node, where));
  }
  return storages;
}

bool is_tensor(const Pickle& pickle, const PickleNode& node) {
  return node.kind == PickleKind::call && pickle.item(node, 0).text.starts_with("torch._utils _rebuild_");
}

TensorDescription describe_tensor(const Pickle& pickle, const PickleNode& node, const std::string& where) {
  const PickleNode& arguments = pickle.item(node, 1);
  if (pickle.item(node, 0).text == "torch._utils _rebuild_parameter") {
    if (arguments.items.empty()) fail(Phrase("Error", "a parameter without a tensor"), where, node);
    const PickleNode& inner = pickle.item(arguments, 0);
    // One level only: a parameter of a parameter could refer to itself.
    if (!is_tensor(pickle, inner) || pickle.item(inner, 0).text == "torch._utils _rebuild_parameter") {
      fail(Phrase("Error", "a parameter without a tensor"), where, node);
    }
    return describe_tensor(pickle, inner, where);
  }
  if (arguments.items.size() < 4) fail(Phrase("Error", "a tensor of too few arguments"), where, node);
  TensorDescription tensor;
  tensor.storage = describe_storage(pickle, pickle.item(arguments, 0), where);
  tensor.offset = natural(pickle.item(arguments, 1), where);
  tensor.shape = naturals(pickle, pickle.item(arguments, 2), where);
  tensor.strides = naturals(pickle, pickle.item(arguments, 3), where);
  if (tensor.shape.size() != tensor.strides.size())
    fail(Phrase("Error", "a tensor with other numbers of sizes and strides"), where, node);
  check_view(tensor, node, where);
  return tensor;
}

void check_calls(const Pickle& pickle, const std::string& where) {
  for (const PickleNode& node : pickle.nodes) {
    if (node.kind != PickleKind::call) continue;
    if (!is_tensor(pickle, node)) fail(Phrase("Error", "a call that makes no tensor; it was not run"), where, node);
    describe_tensor(pickle, node, where);
  }
}

StoredTensor gather_tensor(const TensorDescription& tensor, std::span<const std::byte> bytes,
                           const std::string& where) {
  const std::size_t size = size_in_bytes(tensor.storage.type);
  if (bytes.size() / size != static_cast<std::size_t>(tensor.storage.elements) || bytes.size() % size != 0) {
    fail(Phrase("Error", "a storage said to have {} elements has {} bytes")
             .filled_with(tensor.storage.elements, bytes.size()),
         where);
  }
  StoredTensor stored{tensor.storage.type, tensor.shape, {}};
  stored.bytes.resize(static_cast<std::size_t>(tensor.elements) * size);
  if (tensor.elements == 0) return stored;
  const std::size_t rank = tensor.shape.size();
  std::vector<std::int64_t> index(rank, 0);
  for (std::int64_t element = 0; element < tensor.elements; ++element) {
    std::int64_t position = tensor.storage.first + tensor.offset;
    for (std::size_t d = 0; d < rank; ++d) position += index[d] * tensor.strides[d];
    std::memcpy(stored.bytes.data() + static_cast<std::size_t>(element) * size,
                bytes.data() + static_cast<std::size_t>(position) * size, size);
    for (std::size_t d = rank; d-- > 0;) {
      if (++index[d] < tensor.shape[d]) break;
      index[d] = 0;
    }
  }
  return stored;
}

}  // namespace acim
