#include "base/safetensors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "base/file.h"

namespace acim {

static_assert(std::endian::native == std::endian::little, "tensors are kept as little-endian bytes");

namespace {

// Far above any real header (a thousand tensors need 0.1 MB); keeps the JSON of a hostile file small.
constexpr std::uint64_t kLargestHeader = std::uint64_t{16} << 20U;
constexpr std::uint64_t kLargestFile = std::uint64_t{8} << 30U;
constexpr std::size_t kLargestRank = 16;
constexpr std::size_t kLengthBytes = 8;

struct NamedType {
  std::string_view name;
  ElementType type;
  std::size_t size;
};
constexpr std::array<NamedType, 10> kTypes = {{{"F64", ElementType::f64, 8},
                                               {"F32", ElementType::f32, 4},
                                               {"F16", ElementType::f16, 2},
                                               {"BF16", ElementType::bf16, 2},
                                               {"I64", ElementType::i64, 8},
                                               {"I32", ElementType::i32, 4},
                                               {"I16", ElementType::i16, 2},
                                               {"I8", ElementType::i8, 1},
                                               {"U8", ElementType::u8, 1},
                                               {"BOOL", ElementType::boolean, 1}}};

const NamedType& description_of(ElementType type) {
  return *std::find_if(kTypes.begin(), kTypes.end(), [type](const NamedType& t) { return t.type == type; });
}

float widen_half(std::uint16_t bits) {
  const std::uint32_t sign = static_cast<std::uint32_t>(bits & 0x8000U) << 16U;
  const std::uint32_t exponent = (bits >> 10U) & 0x1FU;
  const std::uint32_t fraction = bits & 0x3FFU;
  if (exponent == 0) {
    const float magnitude = std::ldexp(static_cast<float>(fraction), -24);
    return sign != 0 ? -magnitude : magnitude;
  }
  const std::uint32_t wide = exponent == 31 ? 0xFFU : exponent + 112;
  return std::bit_cast<float>(sign | (wide << 23U) | (fraction << 13U));
}

float widen_bfloat(std::uint16_t bits) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16U);
}

/// Calls `take(element)` with every element in its own type.
template <typename Stored, typename Take>
void each_element(const std::vector<std::byte>& bytes, Take take) {
  const std::size_t count = bytes.size() / sizeof(Stored);
  for (std::size_t i = 0; i < count; ++i) {
    Stored value;
    std::memcpy(&value, bytes.data() + i * sizeof(Stored), sizeof(Stored));
    take(value);
  }
}

template <typename Take>
void each_value(const StoredTensor& tensor, Take take) {
  switch (tensor.type) {
    case ElementType::f64:
      return each_element<double>(tensor.bytes, take);
    case ElementType::f32:
      return each_element<float>(tensor.bytes, take);
    case ElementType::f16:
      return each_element<std::uint16_t>(tensor.bytes, [&](std::uint16_t bits) { take(widen_half(bits)); });
    case ElementType::bf16:
      return each_element<std::uint16_t>(tensor.bytes, [&](std::uint16_t bits) { take(widen_bfloat(bits)); });
    case ElementType::i64:
      return each_element<std::int64_t>(tensor.bytes, take);
    case ElementType::i32:
      return each_element<std::int32_t>(tensor.bytes, take);
    case ElementType::i16:
      return each_element<std::int16_t>(tensor.bytes, take);
    case ElementType::i8:
      return each_element<std::int8_t>(tensor.bytes, take);
    case ElementType::u8:
    case ElementType::boolean:
      return each_element<std::uint8_t>(tensor.bytes, take);
  }
}

std::int64_t integer_of(double value) {
  // Up to 2^53 a double names one integer.
  if (!(std::abs(value) <= 0x1.0p53) || value != std::floor(value)) {
    throw Error(ErrorKind::input, Phrase("Error", "{} is no integer").filled_with(value), "",
                Phrase("Error", "Integers are needed here."));
  }
  return static_cast<std::int64_t>(value);
}

template <typename T>
StoredTensor stored(ElementType type, std::vector<std::int64_t> shape, std::span<const T> values) {
  StoredTensor tensor{type, std::move(shape), {}};
  if (tensor.element_count() != static_cast<std::int64_t>(values.size())) {
    throw Error(ErrorKind::internal, "A tensor's shape does not fit its values");
  }
  const auto bytes = std::as_bytes(values);
  tensor.bytes.assign(bytes.begin(), bytes.end());
  return tensor;
}

/// The parts of a parse share the bytes and the name of the file for messages.
class Parser {
 public:
  Parser(std::span<const std::byte> bytes, const std::string& where) : bytes_(bytes), where_(where) {}

  Safetensors parse() {
    const nlohmann::json header = read_header();
    Safetensors file;
    for (const auto& [name, entry] : header.items()) {
      if (name == "__metadata__") {
        read_metadata(entry, file);
      } else {
        file.tensors.emplace(name, read_tensor(name, entry));
      }
    }
    check_coverage();
    return file;
  }

 private:
  [[noreturn]] void fail(const Phrase& what, const Phrase& remedy = {}) const {
    throw Error(ErrorKind::input, what, where_, remedy);
  }

  nlohmann::json read_header() {
    if (bytes_.size() < kLengthBytes)
      fail(Phrase("Error", "The file is too short ({} bytes)").filled_with(bytes_.size()), expected());
    std::uint64_t length = 0;
    std::memcpy(&length, bytes_.data(), kLengthBytes);
    if (length > kLargestHeader || length > bytes_.size() - kLengthBytes) {
      fail(Phrase("Error", "The header's length at byte 0, {}, does not fit the file of {} bytes")
               .filled_with(length, bytes_.size()),
           expected());
    }
    const auto header = bytes_.subspan(kLengthBytes, static_cast<std::size_t>(length));
    data_ = bytes_.subspan(kLengthBytes + header.size());
    if (header.empty() || header.front() != std::byte{'{'})
      fail(Phrase("Error", "The header at byte 8 is no JSON object"), expected());
    return parse_json({reinterpret_cast<const char*>(header.data()), header.size()});
  }

  nlohmann::json parse_json(std::string_view text) const {
    std::set<std::string> names;
    const auto examine = [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& value) {
      if (depth > 3) fail(Phrase("Error", "The header is nested too deeply"), expected());
      if (event == nlohmann::json::parse_event_t::key && depth == 1 && !names.insert(value.get<std::string>()).second) {
        fail(Phrase("Error", "The header names '{}' twice").filled_with(value.get<std::string>()));
      }
      return true;
    };
    try {
      return nlohmann::json::parse(text, examine);
    } catch (const nlohmann::json::parse_error& error) {
      fail(Phrase("Error", "The header is malformed JSON at byte {}").filled_with(kLengthBytes + error.byte),
           expected());
    }
  }

  void read_metadata(const nlohmann::json& entry, Safetensors& file) const {
    if (!entry.is_object()) fail(Phrase("Error", "__metadata__ is no object"));
    for (const auto& [key, value] : entry.items()) {
      if (!value.is_string()) fail(Phrase("Error", "The value of '{}' in __metadata__ is no text").filled_with(key));
      file.metadata.emplace(key, value.get<std::string>());
    }
  }

  StoredTensor read_tensor(const std::string& name, const nlohmann::json& entry) {
    if (!entry.is_object() || entry.size() != 3 || !entry.contains("dtype") || !entry.contains("shape") ||
        !entry.contains("data_offsets")) {
      fail(Phrase("Error", "The entry of tensor '{}' is not complete").filled_with(name),
           Phrase("Error", "It has dtype, shape and data_offsets."));
    }
    const NamedType& type = read_type(name, entry["dtype"]);
    StoredTensor tensor{type.type, {}, {}};
    const std::uint64_t count = read_shape(name, entry["shape"], tensor.shape);
    const auto [begin, end] = read_offsets(name, entry["data_offsets"]);
    if (count > std::numeric_limits<std::uint64_t>::max() / type.size || end - begin != count * type.size) {
      fail(Phrase("Error", "Tensor '{}' takes bytes {} to {} but has {} elements of {} bytes")
               .filled_with(name, begin, end, count, type.size));
    }
    if (begin != end) ranges_.push_back({begin, end, name});
    const auto data = data_.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    pieces_ += data.size();
    // Overlapping ranges could ask for many times the file's size.
    if (pieces_ > data_.size()) fail(Phrase("Error", "Tensor '{}' overlaps another one").filled_with(name));
    tensor.bytes.assign(data.begin(), data.end());
    return tensor;
  }

  const NamedType& read_type(const std::string& name, const nlohmann::json& value) const {
    const std::string text = value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', true);
    const auto* found = std::find_if(kTypes.begin(), kTypes.end(), [&](const NamedType& t) { return t.name == text; });
    if (found == kTypes.end()) {
      fail(Phrase("Error", "Tensor '{}' has the unknown type {}").filled_with(name, text),
           Phrase("Error", "Known are {}.").filled_with("F64, F32, F16, BF16, I64, I32, I16, I8, U8, BOOL"));
    }
    return *found;
  }

  std::uint64_t read_shape(const std::string& name, const nlohmann::json& value,
                           std::vector<std::int64_t>& shape) const {
    if (!value.is_array() || value.size() > kLargestRank) {
      fail(Phrase("Error", "The shape of tensor '{}' is no list of at most {} sizes").filled_with(name, kLargestRank));
    }
    constexpr auto kLimit = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    std::uint64_t count = 1;
    std::uint64_t without_zeros = 1;  // so that a product of sizes in any order never overflows
    for (const nlohmann::json& size : value) {
      if (!size.is_number_unsigned() || size.get<std::uint64_t>() > kLimit) {
        fail(Phrase("Error", "The shape of tensor '{}' has a size that is no whole number").filled_with(name));
      }
      const auto extent = size.get<std::uint64_t>();
      const std::uint64_t factor = std::max<std::uint64_t>(extent, 1);
      if (without_zeros > kLimit / factor)
        fail(Phrase("Error", "The shape of tensor '{}' overflows").filled_with(name));
      without_zeros *= factor;
      count *= extent;
      shape.push_back(static_cast<std::int64_t>(extent));
    }
    return count;
  }

  std::pair<std::uint64_t, std::uint64_t> read_offsets(const std::string& name, const nlohmann::json& value) const {
    if (!value.is_array() || value.size() != 2 || !value[0].is_number_unsigned() || !value[1].is_number_unsigned()) {
      fail(Phrase("Error", "The data_offsets of tensor '{}' are not two whole numbers").filled_with(name));
    }
    const auto begin = value[0].get<std::uint64_t>();
    const auto end = value[1].get<std::uint64_t>();
    if (begin > end || end > data_.size()) {
      fail(Phrase("Error", "Tensor '{}' lies at bytes {} to {} of {} bytes of data")
               .filled_with(name, begin, end, data_.size()),
           Phrase("Error", "The file may be truncated."));
    }
    return {begin, end};
  }

  /// The format allows neither overlaps nor holes nor bytes after the last tensor.
  void check_coverage() {
    std::sort(ranges_.begin(), ranges_.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
    std::uint64_t covered = 0;
    for (const Range& range : ranges_) {
      if (range.begin < covered) fail(Phrase("Error", "Tensor '{}' overlaps another one").filled_with(range.name));
      if (range.begin > covered)
        fail(Phrase("Error", "Bytes {} to {} of the data belong to no tensor").filled_with(covered, range.begin));
      covered = range.end;
    }
    if (covered != data_.size()) {
      fail(Phrase("Error", "Bytes {} to {} of the data belong to no tensor").filled_with(covered, data_.size()));
    }
  }

  static Phrase expected() {
    return Phrase("Error",
                  "A safetensors file has 8 bytes of header length, a JSON header, then the data; this file may be "
                  "truncated or of another format.");
  }

  struct Range {
    std::uint64_t begin;
    std::uint64_t end;
    std::string name;
  };
  std::span<const std::byte> bytes_;
  std::span<const std::byte> data_;
  const std::string& where_;
  std::vector<Range> ranges_;
  std::size_t pieces_ = 0;
};

}  // namespace

std::size_t size_in_bytes(ElementType type) {
  return description_of(type).size;
}

std::int64_t StoredTensor::element_count() const {
  std::int64_t count = 1;
  for (const std::int64_t size : shape) count *= size;
  return count;
}

std::vector<float> StoredTensor::as_float() const {
  std::vector<float> values;
  values.reserve(bytes.size() / size_in_bytes(type));
  each_value(*this, [&](auto value) { values.push_back(static_cast<float>(value)); });
  return values;
}

std::vector<double> StoredTensor::as_double() const {
  std::vector<double> values;
  values.reserve(bytes.size() / size_in_bytes(type));
  each_value(*this, [&](auto value) { values.push_back(static_cast<double>(value)); });
  return values;
}

std::vector<std::int64_t> StoredTensor::as_integer() const {
  std::vector<std::int64_t> values;
  values.reserve(bytes.size() / size_in_bytes(type));
  each_value(*this, [&](auto value) {
    if constexpr (std::is_floating_point_v<decltype(value)>) {
      values.push_back(integer_of(static_cast<double>(value)));
    } else {
      values.push_back(value);
    }
  });
  return values;
}

StoredTensor make_tensor(std::vector<std::int64_t> shape, std::span<const float> values) {
  return stored(ElementType::f32, std::move(shape), values);
}
StoredTensor make_tensor(std::vector<std::int64_t> shape, std::span<const double> values) {
  return stored(ElementType::f64, std::move(shape), values);
}
StoredTensor make_tensor(std::vector<std::int64_t> shape, std::span<const std::int32_t> values) {
  return stored(ElementType::i32, std::move(shape), values);
}
StoredTensor make_tensor(std::vector<std::int64_t> shape, std::span<const std::int64_t> values) {
  return stored(ElementType::i64, std::move(shape), values);
}

const StoredTensor& Safetensors::at(const std::string& name) const {
  const auto found = tensors.find(name);
  if (found == tensors.end())
    throw Error(ErrorKind::input, Phrase("Error", "The tensor '{}' is missing").filled_with(name));
  return found->second;
}

Safetensors parse_safetensors(std::span<const std::byte> bytes, const std::string& where) {
  return Parser(bytes, where).parse();
}

Safetensors read_safetensors(const std::filesystem::path& path) {
  return parse_safetensors(read_file(path, kLargestFile), path.string());
}

std::vector<std::byte> serialise_safetensors(const Safetensors& file) {
  // Large elements first: then each tensor is aligned to its own element size.
  std::vector<const std::pair<const std::string, StoredTensor>*> order;
  for (const auto& entry : file.tensors) order.push_back(&entry);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
    return size_in_bytes(a->second.type) > size_in_bytes(b->second.type);
  });
  nlohmann::ordered_json header = nlohmann::ordered_json::object();
  if (!file.metadata.empty()) header["__metadata__"] = file.metadata;
  std::size_t offset = 0;
  for (const auto* entry : order) {
    const StoredTensor& tensor = entry->second;
    if (static_cast<std::size_t>(tensor.element_count()) * size_in_bytes(tensor.type) != tensor.bytes.size()) {
      throw Error(ErrorKind::internal, "A tensor's shape does not fit its bytes", entry->first);
    }
    header[entry->first] = {{"dtype", description_of(tensor.type).name},
                            {"shape", tensor.shape},
                            {"data_offsets", {offset, offset + tensor.bytes.size()}}};
    offset += tensor.bytes.size();
  }
  std::string text = header.dump();
  text.resize((text.size() + kLengthBytes - 1) / kLengthBytes * kLengthBytes, ' ');

  std::vector<std::byte> bytes(kLengthBytes);
  const std::uint64_t length = text.size();
  std::memcpy(bytes.data(), &length, kLengthBytes);
  bytes.reserve(kLengthBytes + text.size() + offset);
  const auto header_bytes = std::as_bytes(std::span(text));
  bytes.insert(bytes.end(), header_bytes.begin(), header_bytes.end());
  for (const auto* entry : order) bytes.insert(bytes.end(), entry->second.bytes.begin(), entry->second.bytes.end());
  return bytes;
}

void write_safetensors(const std::filesystem::path& path, const Safetensors& file) {
  write_file_atomically(path, serialise_safetensors(file));
}

}  // namespace acim
