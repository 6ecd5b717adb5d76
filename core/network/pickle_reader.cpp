#include "network/pickle_reader.h"

#include <array>
#include <bit>

#include "base/error.h"

namespace acim {
namespace {

constexpr std::size_t kMostNodes = 2000000;
constexpr std::size_t kLongestText = std::size_t{1} << 20U;
constexpr std::uint64_t kHighestProtocol = 2;

/// Opcodes of CPython's pickletools that a state dict needs.
enum Opcode : std::uint8_t {
  kMark = '(',
  kStop = '.',
  kBinFloat = 'G',
  kBinInt = 'J',
  kBinInt1 = 'K',
  kBinInt2 = 'M',
  kNone = 'N',
  kBinPersistentId = 'Q',
  kReduce = 'R',
  kBinString = 'T',
  kShortBinString = 'U',
  kBinUnicode = 'X',
  kAppend = 'a',
  kBuild = 'b',
  kGlobal = 'c',
  kAppends = 'e',
  kBinGet = 'h',
  kLongBinGet = 'j',
  kBinPut = 'q',
  kLongBinPut = 'r',
  kSetItem = 's',
  kTuple = 't',
  kSetItems = 'u',
  kEmptyDictionary = '}',
  kEmptyList = ']',
  kEmptyTuple = ')',
  kProtocol = 0x80,
  kTuple1 = 0x85,
  kTuple2 = 0x86,
  kTuple3 = 0x87,
  kNewTrue = 0x88,
  kNewFalse = 0x89,
  kLong1 = 0x8A,
};

struct StorageName {
  std::string_view global;
  ElementType type;
};
constexpr std::array<StorageName, 10> kStorages = {{{"torch FloatStorage", ElementType::f32},
                                                    {"torch DoubleStorage", ElementType::f64},
                                                    {"torch HalfStorage", ElementType::f16},
                                                    {"torch BFloat16Storage", ElementType::bf16},
                                                    {"torch LongStorage", ElementType::i64},
                                                    {"torch IntStorage", ElementType::i32},
                                                    {"torch ShortStorage", ElementType::i16},
                                                    {"torch CharStorage", ElementType::i8},
                                                    {"torch ByteStorage", ElementType::u8},
                                                    {"torch BoolStorage", ElementType::boolean}}};

constexpr std::string_view kOrderedDictionary = "collections OrderedDict";
constexpr std::string_view kRebuildTensor = "torch._utils _rebuild_tensor";
constexpr std::string_view kRebuildTensor2 = "torch._utils _rebuild_tensor_v2";
constexpr std::string_view kRebuildParameter = "torch._utils _rebuild_parameter";

const StorageName* find_storage(std::string_view global) {
  for (const StorageName& storage : kStorages) {
    if (storage.global == global) return &storage;
  }
  return nullptr;
}

bool is_allowed(std::string_view global) {
  return global == kOrderedDictionary || global == kRebuildTensor || global == kRebuildTensor2 ||
         global == kRebuildParameter || find_storage(global) != nullptr;
}

/// What a hostile name may look like in a message.
std::string printable(std::string_view text) {
  std::string shown(text.substr(0, 80));
  for (char& character : shown) {
    if (character < ' ' || character > '~') character = '?';
  }
  return shown;
}

constexpr const char* kSaveStateDict =
    "A weights file holds tensors only: save it with torch.save(network.state_dict(), path), or as safetensors.";

}  // namespace

PickleReader::PickleReader(std::span<const std::byte> bytes, std::string where, std::size_t base_offset)
    : bytes_(bytes), where_(std::move(where)), base_offset_(base_offset) {}

void PickleReader::fail(const std::string& what, const std::string& remedy) const {
  throw Error(ErrorKind::input, what, where_ + ", offset " + std::to_string(base_offset_ + position_),
              remedy.empty() ? kSaveStateDict : remedy);
}

std::uint8_t PickleReader::take_byte() {
  if (position_ >= bytes_.size()) fail("the pickle is cut off", "Copy the file again.");
  return std::to_integer<std::uint8_t>(bytes_[position_++]);
}

std::uint64_t PickleReader::take_little_endian(int bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < bytes; ++i) value |= std::uint64_t{take_byte()} << static_cast<unsigned>(8 * i);
  return value;
}

std::string PickleReader::take_text(std::uint64_t length) {
  if (length > kLongestText) fail("a text of " + std::to_string(length) + " bytes is too long");
  return take_large(length);
}

std::string PickleReader::take_large(std::uint64_t length) {
  if (length > bytes_.size() - position_) fail("the pickle is cut off", "Copy the file again.");
  std::string text(static_cast<std::size_t>(length), '\0');
  for (char& character : text) character = static_cast<char>(take_byte());
  return text;
}

std::string PickleReader::take_line() {
  std::string line;
  for (std::uint8_t byte = take_byte(); byte != '\n'; byte = take_byte()) {
    line.push_back(static_cast<char>(byte));
    if (line.size() > 256) fail("a name is too long");
  }
  return line;
}

PickleValue PickleReader::make(PickleKind kind) {
  if (nodes_.size() >= kMostNodes) fail("the pickle holds too many objects");
  nodes_.emplace_back();
  nodes_.back().kind = kind;
  return &nodes_.back();
}

PickleValue PickleReader::make_integer(std::int64_t integer) {
  const PickleValue value = make(PickleKind::integer);
  value->integer = integer;
  return value;
}

PickleValue PickleReader::make_text(std::string text) {
  const PickleValue value = make(PickleKind::text);
  value->text = std::move(text);
  return value;
}

void PickleReader::push(PickleValue value) {
  if (stack_.size() >= kMostNodes) fail("the pickle's stack is too deep");
  stack_.push_back(value);
}

PickleValue PickleReader::top() const {
  if (stack_.empty() || (!marks_.empty() && stack_.size() <= marks_.back()))
    fail("the pickle takes from an empty stack");
  return stack_.back();
}

PickleValue PickleReader::pop() {
  const PickleValue value = top();
  stack_.pop_back();
  return value;
}

std::vector<PickleValue> PickleReader::pop_to_mark() {
  if (marks_.empty()) fail("the pickle has no mark to go back to");
  const auto first = stack_.begin() + static_cast<std::ptrdiff_t>(marks_.back());
  std::vector<PickleValue> items(first, stack_.end());
  stack_.erase(first, stack_.end());
  marks_.pop_back();
  return items;
}

std::vector<PickleValue> PickleReader::pop_many(std::size_t count) {
  std::vector<PickleValue> items(count);
  for (std::size_t i = count; i-- > 0;) items[i] = pop();
  return items;
}

PickleValue PickleReader::read() {
  stack_.clear();
  marks_.clear();
  memo_.clear();
  for (;;) {
    const std::uint8_t opcode = take_byte();
    if (opcode == kStop) return pop();
    if (!step(opcode)) {
      --position_;
      fail("the pickle has the opcode " + std::to_string(opcode) + ", which a state dict does not need");
    }
  }
}

bool PickleReader::step(std::uint8_t opcode) {
  return step_constant(opcode) || step_container(opcode) || step_memo(opcode) || step_object(opcode);
}

bool PickleReader::step_constant(std::uint8_t opcode) {
  switch (opcode) {
    case kProtocol:
      if (take_byte() > kHighestProtocol)
        fail("the pickle's protocol is newer than 2", "Save it with torch.save's default protocol.");
      return true;
    case kNone:
      push(make(PickleKind::none));
      return true;
    case kNewTrue:
    case kNewFalse: {
      const PickleValue value = make(PickleKind::boolean);
      value->integer = opcode == kNewTrue ? 1 : 0;
      push(value);
      return true;
    }
    case kBinInt:
      push(make_integer(static_cast<std::int32_t>(static_cast<std::uint32_t>(take_little_endian(4)))));
      return true;
    case kBinInt1:
      push(make_integer(take_byte()));
      return true;
    case kBinInt2:
      push(make_integer(static_cast<std::int64_t>(take_little_endian(2))));
      return true;
    case kLong1:
      push_long();
      return true;
    case kBinFloat: {
      std::uint64_t bits = 0;
      for (int i = 0; i < 8; ++i) bits = bits << 8U | take_byte();  // big-endian
      const PickleValue value = make(PickleKind::real);
      value->real = std::bit_cast<double>(bits);
      push(value);
      return true;
    }
    case kBinUnicode:
    case kBinString:
      push(make_text(take_text(take_little_endian(4))));
      return true;
    case kShortBinString:
      push(make_text(take_text(take_byte())));
      return true;
    default:
      return false;
  }
}

void PickleReader::push_long() {
  const std::uint8_t length = take_byte();
  if (length > 8) {
    const PickleValue value = make(PickleKind::large_integer);
    value->text = take_large(length);
    push(value);
    return;
  }
  std::uint64_t bits = take_little_endian(length);
  const bool negative = length > 0 && (bits >> static_cast<unsigned>(8 * length - 1) & 1U) != 0;
  if (negative && length < 8) bits |= ~std::uint64_t{0} << static_cast<unsigned>(8 * length);
  push(make_integer(static_cast<std::int64_t>(bits)));
}

bool PickleReader::step_container(std::uint8_t opcode) {
  switch (opcode) {
    case kMark:
      marks_.push_back(stack_.size());
      if (marks_.size() > kMostNodes) fail("the pickle nests too deep");
      return true;
    case kEmptyTuple:
      push_tuple({});
      return true;
    case kTuple:
      push_tuple(pop_to_mark());
      return true;
    case kTuple1:
    case kTuple2:
    case kTuple3:
      push_tuple(pop_many(opcode - kTuple1 + 1U));
      return true;
    case kEmptyList:
      push(make(PickleKind::list));
      return true;
    case kEmptyDictionary:
      push(make(PickleKind::dictionary));
      return true;
    case kAppend:
    case kAppends: {
      const std::vector<PickleValue> items = opcode == kAppend ? pop_many(1) : pop_to_mark();
      if (top()->kind != PickleKind::list) fail("the pickle appends to what is no list");
      top()->items.insert(top()->items.end(), items.begin(), items.end());
      return true;
    }
    case kSetItem:
      set_items(pop_many(2));
      return true;
    case kSetItems:
      set_items(pop_to_mark());
      return true;
    default:
      return false;
  }
}

void PickleReader::push_tuple(std::vector<PickleValue> items) {
  const PickleValue value = make(PickleKind::tuple);
  value->items = std::move(items);
  push(value);
}

void PickleReader::set_items(const std::vector<PickleValue>& pairs) {
  if (pairs.size() % 2 != 0) fail("the pickle sets a key without a value");
  if (top()->kind != PickleKind::dictionary) fail("the pickle sets items of what is no dictionary");
  for (std::size_t i = 0; i < pairs.size(); i += 2) top()->entries.emplace_back(pairs[i], pairs[i + 1]);
}

bool PickleReader::step_memo(std::uint8_t opcode) {
  switch (opcode) {
    case kBinPut:
    case kLongBinPut: {
      const std::uint64_t place = take_little_endian(opcode == kBinPut ? 1 : 4);
      memo_[place] = top();
      if (memo_.size() > kMostNodes) fail("the pickle remembers too much");
      return true;
    }
    case kBinGet:
    case kLongBinGet: {
      const auto found = memo_.find(take_little_endian(opcode == kBinGet ? 1 : 4));
      if (found == memo_.end()) fail("the pickle recalls what it never kept");
      push(found->second);
      return true;
    }
    default:
      return false;
  }
}

bool PickleReader::step_object(std::uint8_t opcode) {
  switch (opcode) {
    case kGlobal: {
      const std::string module = take_line();
      const std::string name = module + " " + take_line();
      if (!is_allowed(name)) fail("the pickle asks for \"" + printable(name) + "\", which is not run here");
      const PickleValue value = make(PickleKind::global);
      value->text = name;
      push(value);
      return true;
    }
    case kBinPersistentId:
      push(storage_of(pop()));
      return true;
    case kReduce: {
      const PickleValue arguments = pop();
      push(reduced(pop(), arguments));
      return true;
    }
    case kBuild:  // a state dict's _metadata: not needed
      pop();
      top();
      return true;
    default:
      return false;
  }
}

PickleValue PickleReader::reduced(PickleValue function, PickleValue arguments) {
  if (function->kind != PickleKind::global || arguments->kind != PickleKind::tuple)
    fail("the pickle calls what is no function");
  if (function->text == kOrderedDictionary) return ordered_dictionary(arguments);
  if (function->text == kRebuildTensor) return rebuilt_tensor(arguments, 4);
  if (function->text == kRebuildTensor2) return rebuilt_tensor(arguments, 6);
  if (function->text == kRebuildParameter && !arguments->items.empty() &&
      arguments->items[0]->kind == PickleKind::tensor) {
    return arguments->items[0];
  }
  fail("the pickle calls \"" + printable(function->text) + "\" with arguments it does not take");
}

PickleValue PickleReader::ordered_dictionary(PickleValue arguments) {
  const PickleValue value = make(PickleKind::dictionary);
  if (arguments->items.empty()) return value;
  if (arguments->items.size() != 1 || arguments->items[0]->kind != PickleKind::list)
    fail("an OrderedDict is not made of a list");
  for (const PickleValue pair : arguments->items[0]->items) {
    const bool is_pair = (pair->kind == PickleKind::list || pair->kind == PickleKind::tuple) && pair->items.size() == 2;
    if (!is_pair) fail("an OrderedDict is not made of pairs");
    value->entries.emplace_back(pair->items[0], pair->items[1]);
  }
  return value;
}

std::vector<std::int64_t> PickleReader::integers_of(PickleValue tuple, std::string_view what) const {
  if (tuple->kind != PickleKind::tuple && tuple->kind != PickleKind::list)
    fail("a tensor's " + std::string(what) + " is no tuple");
  if (tuple->items.size() > 16) fail("a tensor has more than 16 dimensions");
  std::vector<std::int64_t> integers;
  for (const PickleValue item : tuple->items) {
    if (item->kind != PickleKind::integer || item->integer < 0) {
      fail("a tensor's " + std::string(what) + " is not made of whole numbers");
    }
    integers.push_back(item->integer);
  }
  return integers;
}

PickleValue PickleReader::rebuilt_tensor(PickleValue arguments, std::size_t least_arguments) {
  const std::vector<PickleValue>& items = arguments->items;
  if (items.size() < least_arguments || items[0]->kind != PickleKind::storage ||
      items[1]->kind != PickleKind::integer) {
    fail("a tensor is not made of a storage, an offset, a shape and strides");
  }
  const PickleValue value = make(PickleKind::tensor);
  value->tensor.storage = items[0]->tensor.storage;
  value->tensor.offset = items[1]->integer;
  value->tensor.shape = integers_of(items[2], "shape");
  value->tensor.strides = integers_of(items[3], "strides");
  if (value->tensor.offset < 0 || value->tensor.shape.size() != value->tensor.strides.size()) {
    fail("a tensor's offset, shape and strides do not fit");
  }
  return value;
}

PickleValue PickleReader::storage_of(PickleValue identifier) {
  const std::vector<PickleValue>& items = identifier->items;
  const bool fits = identifier->kind == PickleKind::tuple && (items.size() == 5 || items.size() == 6) &&
                    items[0]->kind == PickleKind::text && items[0]->text == "storage" &&
                    items[1]->kind == PickleKind::global && items[2]->kind == PickleKind::text &&
                    items[4]->kind == PickleKind::integer && items[4]->integer >= 0;
  const StorageName* type = fits ? find_storage(items[1]->text) : nullptr;
  if (type == nullptr) fail("a storage is not named by type, key, device and size");
  const PickleValue value = make(PickleKind::storage);
  value->tensor.storage = {type->type, items[2]->text, items[4]->integer, 0};
  if (items.size() == 6 && items[5]->kind == PickleKind::tuple) {  // (view key, offset, size)
    const std::vector<PickleValue>& view = items[5]->items;
    if (view.size() != 3 || view[1]->kind != PickleKind::integer || view[1]->integer < 0)
      fail("a storage's view is malformed");
    value->tensor.storage.view_offset = view[1]->integer;
  }
  return value;
}

}  // namespace acim
