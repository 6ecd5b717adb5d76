#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/safetensors.h"

namespace acim {

enum class PickleKind {
  none,
  boolean,
  integer,
  large_integer,
  real,
  text,
  tuple,
  list,
  dictionary,
  global,
  storage,
  tensor
};

struct PickleNode;
/// Owned by the PickleReader that made it.
using PickleValue = PickleNode*;

struct StorageReference {
  ElementType type = ElementType::f32;
  std::string key;
  std::int64_t elements = 0;
  std::int64_t view_offset = 0;  ///< of a storage that is a view of another (older format)
};

struct TensorReference {
  StorageReference storage;
  std::int64_t offset = 0;
  std::vector<std::int64_t> shape;
  std::vector<std::int64_t> strides;
};

struct PickleNode {
  PickleKind kind = PickleKind::none;
  std::int64_t integer = 0;  ///< boolean too
  double real = 0;
  std::string text;  ///< of a text, a large integer's bytes, a global ("module name")
  std::vector<PickleValue> items;
  std::vector<std::pair<PickleValue, PickleValue>> entries;
  TensorReference tensor;  ///< of a storage: only its storage
};

/// Reads a pickle as PyTorch writes it for a state dict, and nothing else: the opcodes and globals needed for
/// dictionaries of tensors. No object is made, no function called. Everything else is an Error(input) that names the
/// offset.
class PickleReader {
 public:
  /// `base_offset` is where `bytes` stands in the file, for messages.
  PickleReader(std::span<const std::byte> bytes, std::string where, std::size_t base_offset = 0);

  /// Reads up to STOP and returns the value; the next call reads the next pickle.
  PickleValue read();
  /// Bytes read so far.
  std::size_t position() const { return position_; }

 private:
  [[noreturn]] void fail(const std::string& what, const std::string& remedy = {}) const;
  std::uint8_t take_byte();
  std::uint64_t take_little_endian(int bytes);
  std::string take_text(std::uint64_t length);
  std::string take_line();
  std::string take_large(std::uint64_t length);

  PickleValue make(PickleKind kind);
  PickleValue make_integer(std::int64_t integer);
  PickleValue make_text(std::string text);
  void push(PickleValue value);
  PickleValue pop();
  PickleValue top() const;
  /// Everything above the last mark, which goes.
  std::vector<PickleValue> pop_to_mark();
  std::vector<PickleValue> pop_many(std::size_t count);

  bool step(std::uint8_t opcode);
  bool step_constant(std::uint8_t opcode);
  bool step_container(std::uint8_t opcode);
  bool step_memo(std::uint8_t opcode);
  bool step_object(std::uint8_t opcode);
  void push_tuple(std::vector<PickleValue> items);
  void push_long();
  void set_items(const std::vector<PickleValue>& pairs);
  PickleValue reduced(PickleValue function, PickleValue arguments);
  PickleValue ordered_dictionary(PickleValue arguments);
  PickleValue rebuilt_tensor(PickleValue arguments, std::size_t least_arguments);
  PickleValue storage_of(PickleValue identifier);
  std::vector<std::int64_t> integers_of(PickleValue tuple, std::string_view what) const;

  std::span<const std::byte> bytes_;
  std::string where_;
  std::size_t base_offset_;
  std::size_t position_ = 0;
  std::deque<PickleNode> nodes_;
  std::vector<PickleValue> stack_;
  std::vector<std::size_t> marks_;
  std::map<std::uint64_t, PickleValue> memo_;
};

}  // namespace acim
