#include "network/pickle.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <map>
#include <utility>

#include "base/error.h"
#include "network/byte_reader.h"

namespace acim {
namespace {

constexpr std::size_t kMostNodes = 2'000'000;
constexpr std::size_t kDeepestStack = 1'000'000;
constexpr std::size_t kMostItems = 8'000'000;  // of all containers: a remembered list may be copied again and again
constexpr std::uint64_t kLongestGlobal = 512;
constexpr std::uint64_t kLongestText = 1 << 20;

/// What a hostile name may look like in a message.
std::string printable(std::string_view text) {
  std::string shown(text.substr(0, 80));
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return shown;
}

/// The stack machine of Python's pickletools.py, reduced to data.
class PickleMachine {
 public:
  PickleMachine(std::span<const std::byte> bytes, const std::string& where, const PickleRules& rules,
                std::uint64_t begin)
      : reader_(bytes, where), rules_(rules) {
    reader_.seek(begin);
  }

  Pickle run() {
    while (true) {
      operation_ = reader_.offset();
      const auto opcode = reader_.number<std::uint8_t>();
      if (opcode == '.') break;
      step(opcode);
    }
    if (stack_.size() != 1 || pickle_.nodes[stack_.back()].kind == PickleKind::mark) {
      reader_.fail(Phrase("Error", "a pickle that does not end in one value"));
    }
    pickle_.root = stack_.back();
    pickle_.end = reader_.offset();
    return std::move(pickle_);
  }

 private:
  void step(std::uint8_t opcode) {
    if (constant(opcode) || memory(opcode) || container(opcode)) return;
    switch (opcode) {
      case 0x80:  // PROTO
        if (reader_.number<std::uint8_t>() != 2) reader_.fail(Phrase("Error", "a pickle of another protocol than 2"));
        return;
      case 'c':
        return global();
      case 'Q': {  // BINPERSID
        const std::uint32_t id = pop();
        return push_items(PickleKind::persistent, {id});
      }
      case 'R':
        return reduce();
      case 0x81: {  // NEWOBJ
        if (!rules_.objects) break;
        const std::uint32_t arguments = pop_of(PickleKind::tuple);
        const std::uint32_t type = pop_of(PickleKind::global);
        return push_items(PickleKind::object, {type, arguments});
      }
      case 'b':
        return build();
      default:
        break;
    }
    reader_.seek(operation_);
    reader_.fail(Phrase("Error", "pickle operation {}, which files of weights do not use")
                     .filled_with(fmt::format("0x{:02x}", opcode)),
                 rules_.remedy);
  }

  bool constant(std::uint8_t opcode) {
    switch (opcode) {
      case 'N':
        push({});
        return true;
      case 0x88:
      case 0x89:
        push({.kind = PickleKind::boolean, .integer = opcode == 0x88 ? 1 : 0});
        return true;
      case 'K':
        push({.kind = PickleKind::integer, .integer = reader_.number<std::uint8_t>()});
        return true;
      case 'M':
        push({.kind = PickleKind::integer, .integer = reader_.number<std::uint16_t>()});
        return true;
      case 'J':
        push({.kind = PickleKind::integer, .integer = reader_.number<std::int32_t>()});
        return true;
      case 0x8a:
        long_integer();
        return true;
      case 'G': {
        std::uint64_t bits = 0;  // big-endian
        for (const std::byte byte : reader_.take(8)) bits = bits << 8U | std::to_integer<std::uint64_t>(byte);
        push({.kind = PickleKind::real, .real = std::bit_cast<double>(bits)});
        return true;
      }
      case 'X':  // Unicode
      case 'T':  // the bytes of Python 2
        text(reader_.number<std::uint32_t>());
        return true;
      case 'U':
        text(reader_.number<std::uint8_t>());
        return true;
      default:
        return false;
    }
  }

  bool memory(std::uint8_t opcode) {
    switch (opcode) {
      case 'q':
        remember(reader_.number<std::uint8_t>());
        return true;
      case 'r':
        remember(reader_.number<std::uint32_t>());
        return true;
      case 'h':
        recall(reader_.number<std::uint8_t>());
        return true;
      case 'j':
        recall(reader_.number<std::uint32_t>());
        return true;
      default:
        return false;
    }
  }

  bool container(std::uint8_t opcode) {
    switch (opcode) {
      case '(':
        push({.kind = PickleKind::mark});
        return true;
      case ')':
        push({.kind = PickleKind::tuple});
        return true;
      case 't':
        push_items(PickleKind::tuple, pop_to_mark());
        return true;
      case 0x85:
      case 0x86:
      case 0x87: {
        std::vector<std::uint32_t> items(opcode - 0x84U);
        for (std::size_t i = items.size(); i-- > 0;) items[i] = pop();
        push_items(PickleKind::tuple, std::move(items));
        return true;
      }
      case '}':
        push({.kind = PickleKind::dictionary});
        return true;
      case ']':
        push({.kind = PickleKind::list});
        return true;
      case 'a': {
        const std::uint32_t item = pop();
        top_of(PickleKind::list).items.push_back(item);
        return true;
      }
      case 'e':
        append(PickleKind::list, pop_to_mark());
        return true;
      case 's': {
        const std::uint32_t value = pop();
        const std::uint32_t key = pop();
        append(PickleKind::dictionary, {key, value});
        return true;
      }
      case 'u': {
        std::vector<std::uint32_t> items = pop_to_mark();
        if (items.size() % 2 != 0) reader_.fail(Phrase("Error", "a key without a value"));
        append(PickleKind::dictionary, items);
        return true;
      }
      default:
        return false;
    }
  }

  void text(std::uint64_t length) {
    if (length > kLongestText) reader_.fail(Phrase("Error", "a text of more than a megabyte"));
    push({.kind = PickleKind::text, .text = reader_.text(length)});
  }

  void long_integer() {
    const auto bytes = reader_.take(reader_.number<std::uint8_t>());
    if (bytes.size() > 8) {
      std::string raw(bytes.size(), '\0');
      std::transform(bytes.begin(), bytes.end(), raw.begin(), [](std::byte b) { return static_cast<char>(b); });
      return push({.kind = PickleKind::long_integer, .text = std::move(raw)});
    }
    std::uint64_t value = 0;
    unsigned shift = 0;
    for (const std::byte byte : bytes) {
      value |= std::to_integer<std::uint64_t>(byte) << shift;
      shift += 8;
    }
    const bool negative = !bytes.empty() && (std::to_integer<unsigned>(bytes.back()) & 0x80U) != 0;
    if (negative && bytes.size() < 8) value |= ~std::uint64_t{0} << (8 * bytes.size());
    push({.kind = PickleKind::integer, .integer = static_cast<std::int64_t>(value)});
  }

  std::string line() {
    std::string text;
    for (auto c = reader_.number<char>(); c != '\n'; c = reader_.number<char>()) {
      if (text.size() >= kLongestGlobal) reader_.fail(Phrase("Error", "a name that is too long"));
      text.push_back(c);
    }
    return text;
  }

  void global() {
    std::string name = line();
    name += ' ';
    name += line();
    if (!rules_.allowed(name)) {
      reader_.seek(operation_);
      reader_.fail(Phrase("Error", "the pickle asks for \"{}\", which is not run here").filled_with(printable(name)),
                   rules_.remedy);
    }
    push({.kind = PickleKind::global, .text = std::move(name)});
  }

  void reduce() {
    const std::uint32_t arguments = pop_of(PickleKind::tuple);
    const std::uint32_t callable = pop_of(PickleKind::global);
    if (pickle_.nodes[callable].text == "collections OrderedDict") return ordered_dictionary(arguments);
    push_items(PickleKind::call, {callable, arguments});
  }

  /// OrderedDict() or OrderedDict([(key, value), ...]).
  void ordered_dictionary(std::uint32_t arguments) {
    PickleNode dictionary{.kind = PickleKind::dictionary};
    const std::vector<std::uint32_t>& given = pickle_.nodes[arguments].items;
    if (given.size() > 1) reader_.fail(Phrase("Error", "a dictionary of more than one argument"));
    if (given.size() == 1) {
      const PickleNode& pairs = pickle_.nodes[given.front()];
      if (pairs.kind != PickleKind::list && pairs.kind != PickleKind::tuple)
        reader_.fail(Phrase("Error", "a dictionary that is not made of pairs"));
      count_items(pairs.items.size());
      for (const std::uint32_t pair : pairs.items) {
        const PickleNode& node = pickle_.nodes[pair];
        if ((node.kind != PickleKind::tuple && node.kind != PickleKind::list) || node.items.size() != 2) {
          reader_.fail(Phrase("Error", "a dictionary that is not made of pairs"));
        }
        dictionary.items.insert(dictionary.items.end(), node.items.begin(), node.items.end());
      }
    }
    push(std::move(dictionary));
  }

  /// The state of an object; of a dictionary it is only `_metadata` and dropped.
  void build() {
    const std::uint32_t state = pop();
    if (stack_.empty()) reader_.fail(Phrase("Error", "a state without an object"));
    PickleNode& object = pickle_.nodes[stack_.back()];
    if (object.kind == PickleKind::dictionary) return;
    if (object.kind != PickleKind::object || object.items.size() != 2)
      reader_.fail(Phrase("Error", "a state of something without one"));
    object.items.push_back(state);
  }

  void push(PickleNode node) {
    if (pickle_.nodes.size() >= kMostNodes || stack_.size() >= kDeepestStack)
      reader_.fail(Phrase("Error", "a pickle of too many values"));
    count_items(node.items.size());
    node.offset = operation_;
    pickle_.nodes.push_back(std::move(node));
    stack_.push_back(static_cast<std::uint32_t>(pickle_.nodes.size() - 1));
  }

  void push_items(PickleKind kind, std::vector<std::uint32_t> items) {
    push({.kind = kind, .items = std::move(items)});
  }

  void count_items(std::size_t count) {
    items_ += count;
    if (items_ > kMostItems) reader_.fail(Phrase("Error", "a pickle of too many values"));
  }

  std::uint32_t pop() {
    if (stack_.empty() || pickle_.nodes[stack_.back()].kind == PickleKind::mark)
      reader_.fail(Phrase("Error", "a value is missing"));
    const std::uint32_t top = stack_.back();
    stack_.pop_back();
    return top;
  }

  std::uint32_t pop_of(PickleKind kind) {
    const std::uint32_t top = pop();
    if (pickle_.nodes[top].kind != kind) reader_.fail(Phrase("Error", "a value of the wrong kind"));
    return top;
  }

  PickleNode& top_of(PickleKind kind) {
    if (stack_.empty() || pickle_.nodes[stack_.back()].kind != kind)
      reader_.fail(Phrase("Error", "a value of the wrong kind"));
    return pickle_.nodes[stack_.back()];
  }

  void append(PickleKind kind, const std::vector<std::uint32_t>& items) {
    count_items(items.size());
    std::vector<std::uint32_t>& all = top_of(kind).items;
    all.insert(all.end(), items.begin(), items.end());
  }

  std::vector<std::uint32_t> pop_to_mark() {
    const auto mark = std::find_if(stack_.rbegin(), stack_.rend(), [this](std::uint32_t index) {
      return pickle_.nodes[index].kind == PickleKind::mark;
    });
    if (mark == stack_.rend()) reader_.fail(Phrase("Error", "a mark is missing"));
    std::vector<std::uint32_t> items(mark.base(), stack_.end());
    stack_.erase(mark.base() - 1, stack_.end());
    return items;
  }

  void remember(std::uint32_t key) {
    if (stack_.empty()) reader_.fail(Phrase("Error", "nothing to remember"));
    memo_[key] = stack_.back();
  }

  void recall(std::uint32_t key) {
    const auto found = memo_.find(key);
    if (found == memo_.end()) reader_.fail(Phrase("Error", "a value that was never remembered"));
    if (stack_.size() >= kDeepestStack) reader_.fail(Phrase("Error", "a pickle of too many values"));
    stack_.push_back(found->second);
  }

  ByteReader reader_;
  const PickleRules& rules_;
  Pickle pickle_;
  std::vector<std::uint32_t> stack_;
  std::size_t items_ = 0;
  std::uint64_t operation_ = 0;  // where the one being read begins
  std::map<std::uint32_t, std::uint32_t> memo_;
};

}  // namespace

Pickle read_pickle(std::span<const std::byte> bytes, const std::string& where, const PickleRules& rules,
                   std::uint64_t begin) {
  return PickleMachine(bytes, where, rules, begin).run();
}

}  // namespace acim
