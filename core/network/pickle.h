#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.h"

namespace acim {

/// What a pickle may hold here. Nothing is ever imported, called or constructed: a REDUCE is kept as data.
enum class PickleKind {
  none,
  boolean,
  integer,
  long_integer,  ///< more than 64 bits: `text` has its bytes
  real,
  text,
  tuple,       ///< items
  list,        ///< items
  dictionary,  ///< items: key, value, key, value ...
  global,      ///< text: "module name"
  persistent,  ///< items: the persistent id
  call,        ///< items: the global, its arguments
  object,      ///< items: the class, its arguments, state if there is one (only where the rules allow objects)
  mark,
};

struct PickleNode {
  PickleKind kind = PickleKind::none;
  std::int64_t integer = 0;  ///< booleans too
  double real = 0;
  std::string text = {};
  std::vector<std::uint32_t> items = {};  ///< indices of nodes
  std::uint64_t offset = 0;               ///< of the operation that made it
};

/// Which names a pickle may mention, and whether it may hold objects of classes.
struct PickleRules {
  std::function<bool(std::string_view global)> allowed;
  bool objects = false;
  Phrase remedy = {};  ///< what to do about a name off the list
};

struct Pickle {
  std::vector<PickleNode> nodes;
  std::uint32_t root = 0;
  std::uint64_t end = 0;  ///< where the bytes after STOP begin

  const PickleNode& node(std::uint32_t index) const { return nodes[index]; }
  const PickleNode& root_node() const { return nodes[root]; }
  /// Item `i` of a tuple, list, call ... Error(internal) never: the caller checks the count.
  const PickleNode& item(const PickleNode& of, std::size_t i) const { return nodes[of.items[i]]; }
};

/// Reads one pickle (protocol 2, the opcodes PyTorch writes) that begins at `begin`. Error(input) with `where` and the
/// offset in `bytes` for any other opcode, a global off the list, or anything that does not fit.
Pickle read_pickle(std::span<const std::byte> bytes, const std::string& where, const PickleRules& rules,
                   std::uint64_t begin = 0);

}  // namespace acim
