#include "network/weights_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string_view>

#include "base/error.h"
#include "base/file.h"
#include "network/pickle_reader.h"
#include "network/zip_archive.h"

namespace acim {
namespace {

constexpr std::uint64_t kLargestFile = std::uint64_t{8} << 30U;
/// 0x1950a86a20f9469cfc6c, the first pickle of the older format.
constexpr std::array<unsigned char, 10> kLegacyMagic = {0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19};
constexpr std::int64_t kLegacyProtocol = 1001;
constexpr const char* kFormats =
    "Expected are TorchScript (.pt), a PyTorch state dict (.pth, .th) or safetensors; if it is one of them, copy the "
    "file again.";

/// Raw bytes of storages by key.
using Storages = std::map<std::string, std::span<const std::byte>>;

bool starts_with(std::span<const std::byte> bytes, std::size_t at, std::span<const unsigned char> magic) {
  return bytes.size() >= at + magic.size() && std::memcmp(bytes.data() + at, magic.data(), magic.size()) == 0;
}

bool looks_like_safetensors(std::span<const std::byte> bytes) {
  std::uint64_t header = 0;
  if (bytes.size() < 10) return false;
  std::memcpy(&header, bytes.data(), sizeof header);
  return header <= bytes.size() - 8 && std::to_integer<char>(bytes[8]) == '{';
}

WeightsFormat format_of(std::span<const std::byte> bytes, const std::string& where) {
  constexpr std::array<unsigned char, 4> kZip = {'P', 'K', 3, 4};
  if (starts_with(bytes, 0, kZip)) {
    bool pickle = false;
    for (const std::string& name : zip_entry_names(bytes, where)) {
      if (name.ends_with("/constants.pkl") || name.find("/code/") != std::string::npos)
        return WeightsFormat::torch_script;
      pickle = pickle || name.ends_with("/data.pkl");
    }
    if (pickle) return WeightsFormat::torch_zip;
    throw Error(ErrorKind::input, "the zip archive is none of PyTorch's (it has no data.pkl)", where, kFormats);
  }
  // PROTO 2, LONG1, ten bytes of the magic number.
  constexpr std::array<unsigned char, 4> kLegacyStart = {0x80, 0x02, 0x8A, 0x0A};
  if (starts_with(bytes, 0, kLegacyStart) && starts_with(bytes, kLegacyStart.size(), kLegacyMagic)) {
    return WeightsFormat::torch_legacy;
  }
  if (looks_like_safetensors(bytes)) return WeightsFormat::safetensors;
  throw Error(ErrorKind::input, bytes.empty() ? "the file is empty" : "the file is no network", where, kFormats);
}

class TensorExtraction {
 public:
  TensorExtraction(const Storages& storages, std::string where) : storages_(storages), where_(std::move(where)) {}

  StoredTensor tensor(const std::string& name, const TensorReference& reference) const {
    const std::size_t item = size_in_bytes(reference.storage.type);
    const auto found = storages_.find(reference.storage.key);
    if (found == storages_.end()) fail(name, "has no data");
    const std::span<const std::byte> data = found->second;
    const std::size_t available = data.size() / item;
    if (data.size() % item != 0 || static_cast<std::uint64_t>(reference.storage.elements) > available) {
      fail(name, "says it has " + std::to_string(reference.storage.elements) + " elements, the file holds " +
                     std::to_string(available));
    }
    StoredTensor tensor;
    tensor.type = reference.storage.type;
    tensor.shape = reference.shape;
    const std::uint64_t count = checked_count(name, reference, available);
    tensor.bytes.resize(static_cast<std::size_t>(count) * item);
    copy_strided(reference, data, item, tensor.bytes);
    return tensor;
  }

 private:
  [[noreturn]] void fail(const std::string& name, const std::string& what) const {
    throw Error(ErrorKind::input, "tensor \"" + name + "\" " + what, where_, "Copy or save the file again.");
  }

  /// The number of elements, after checking that each lies in the storage.
  std::uint64_t checked_count(const std::string& name, const TensorReference& reference,
                              std::uint64_t available) const {
    const std::uint64_t start =
        static_cast<std::uint64_t>(reference.offset) + static_cast<std::uint64_t>(reference.storage.view_offset);
    if (start > available) fail(name, "begins beyond its data");
    std::uint64_t count = 1;
    std::uint64_t last = start;
    for (std::size_t d = 0; d < reference.shape.size(); ++d) {
      const auto size = static_cast<std::uint64_t>(reference.shape[d]);
      const auto stride = static_cast<std::uint64_t>(reference.strides[d]);
      // Weights share no elements among themselves, so no tensor is larger than its storage.
      if (size > available || stride > available) fail(name, "is larger than its data");
      count *= size;
      if (count > available) fail(name, "is larger than its data");
      if (size > 1 && stride > available / (size - 1)) fail(name, "reaches beyond its data");
      if (size > 1) last += (size - 1) * stride;
      if (last > available) fail(name, "reaches beyond its data");
    }
    if (count > 0 && last >= available) fail(name, "reaches beyond its data");
    return count;
  }

  static void copy_strided(const TensorReference& reference, std::span<const std::byte> data, std::size_t item,
                           std::vector<std::byte>& out) {
    const std::size_t rank = reference.shape.size();
    std::vector<std::int64_t> index(rank, 0);
    std::int64_t element = reference.offset + reference.storage.view_offset;
    for (std::size_t written = 0; written < out.size(); written += item) {
      std::memcpy(out.data() + written, data.data() + static_cast<std::size_t>(element) * item, item);
      for (std::size_t d = rank; d-- > 0;) {  // the next element in row-major order
        element += reference.strides[d];
        if (++index[d] < reference.shape[d]) break;
        element -= reference.strides[d] * reference.shape[d];
        index[d] = 0;
      }
    }
  }

  const Storages& storages_;
  std::string where_;
};

PickleValue entry_of(const PickleNode& dictionary, std::string_view key) {
  for (const auto& [name, value] : dictionary.entries) {
    if (name->kind == PickleKind::text && name->text == key) return value;
  }
  return nullptr;
}

/// The dictionary of tensors: the value itself or what it wraps.
const PickleNode& state_dictionary(const PickleNode& value, const std::string& where) {
  if (value.kind != PickleKind::dictionary) {
    throw Error(ErrorKind::input, "the file holds no dictionary of tensors", where,
                "Save it with torch.save(network.state_dict(), path).");
  }
  for (const char* wrapper : {"state_dict", "model_state_dict"}) {
    const PickleValue wrapped = entry_of(value, wrapper);
    if (wrapped != nullptr && wrapped->kind == PickleKind::dictionary) return *wrapped;
  }
  return value;
}

void drop_shared_prefix(std::map<std::string, StoredTensor>& tensors) {
  constexpr std::string_view kPrefix = "module.";
  const auto has_prefix = [&](const auto& entry) { return entry.first.starts_with(kPrefix); };
  if (tensors.empty() || !std::all_of(tensors.begin(), tensors.end(), has_prefix)) return;
  std::map<std::string, StoredTensor> shorter;
  for (auto& [name, tensor] : tensors) shorter.emplace(name.substr(kPrefix.size()), std::move(tensor));
  tensors = std::move(shorter);
}

WeightsFile tensors_of(const PickleNode& value, const Storages& storages, const std::string& where) {
  const TensorExtraction extraction(storages, where);
  WeightsFile file;
  for (const auto& [name, entry] : state_dictionary(value, where).entries) {
    if (entry->kind != PickleKind::tensor) continue;  // an epoch, an accuracy
    if (name->kind != PickleKind::text) throw Error(ErrorKind::input, "a tensor has no name", where, kFormats);
    if (!file.tensors.emplace(name->text, extraction.tensor(name->text, entry->tensor)).second) {
      throw Error(ErrorKind::input, "the tensor \"" + name->text + "\" stands twice", where, kFormats);
    }
  }
  if (file.tensors.empty()) {
    throw Error(ErrorKind::input, "the file holds no tensors", where,
                "Save it with torch.save(network.state_dict(), path).");
  }
  return file;
}

WeightsFile read_zip_format(std::span<const std::byte> bytes, const std::string& where) {
  const auto entries = read_zip_archive(bytes, where);
  constexpr std::string_view kPickle = "/data.pkl";
  const auto pickle =
      std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return e.first.ends_with(kPickle); });
  if (pickle == entries.end()) throw Error(ErrorKind::input, "the zip archive has no data.pkl", where, kFormats);
  const std::string stem = pickle->first.substr(0, pickle->first.size() - kPickle.size());
  const auto order = entries.find(stem + "/byteorder");
  constexpr std::string_view kLittle = "little";
  if (order != entries.end() && (order->second.size() != kLittle.size() ||
                                 std::memcmp(order->second.data(), kLittle.data(), kLittle.size()) != 0)) {
    throw Error(ErrorKind::input, "the tensors are not little-endian", where,
                "Save the file on an x86 or Arm machine.");
  }
  Storages storages;
  const std::string data = stem + "/data/";
  for (const auto& [name, content] : entries) {
    if (name.starts_with(data)) storages[name.substr(data.size())] = content;
  }
  PickleReader reader(pickle->second, where + ": " + pickle->first);
  return tensors_of(*reader.read(), storages, where);
}

class LegacyFile {
 public:
  LegacyFile(std::span<const std::byte> bytes, std::string where)
      : bytes_(bytes), where_(std::move(where)), reader_(bytes, where_) {}

  WeightsFile read() {
    check_header();
    const PickleValue object = reader_.read();
    const PickleValue keys = reader_.read();
    if (keys->kind != PickleKind::list) fail("the list of storages is missing");
    // The type of a storage stands with the tensors that use it.
    std::map<std::string, std::size_t> item_sizes;
    for (const auto& [name, entry] : state_dictionary(*object, where_).entries) {
      if (entry->kind == PickleKind::tensor)
        item_sizes[entry->tensor.storage.key] = size_in_bytes(entry->tensor.storage.type);
    }
    std::size_t position = reader_.position();
    Storages storages;
    for (const PickleValue key : keys->items) {
      if (key->kind != PickleKind::text) fail("a storage has no key");
      const auto item = item_sizes.find(key->text);
      if (item == item_sizes.end()) fail("a storage belongs to no tensor of the state dict");
      storages[key->text] = storage_at(position, item->second);
    }
    return tensors_of(*object, storages, where_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const { throw Error(ErrorKind::input, what, where_, kFormats); }

  void check_header() {
    const PickleValue magic = reader_.read();
    if (magic->kind != PickleKind::large_integer) fail("the magic number is missing");
    const PickleValue protocol = reader_.read();
    if (protocol->kind != PickleKind::integer || protocol->integer != kLegacyProtocol)
      fail("the file's protocol is unknown");
    const PickleValue system = reader_.read();
    const PickleValue little = system->kind == PickleKind::dictionary ? entry_of(*system, "little_endian") : nullptr;
    if (little == nullptr || little->integer != 1) fail("the tensors are not little-endian");
  }

  /// Element count (64 bits) and raw data at `position`, which moves behind them.
  std::span<const std::byte> storage_at(std::size_t& position, std::size_t item) const {
    std::int64_t elements = 0;
    if (bytes_.size() - position < sizeof elements) fail("the file ends before its tensors do");
    std::memcpy(&elements, bytes_.data() + position, sizeof elements);
    position += sizeof elements;
    if (elements < 0 || static_cast<std::uint64_t>(elements) > (bytes_.size() - position) / item) {
      fail("the file ends before its tensors do");
    }
    const auto data = bytes_.subspan(position, static_cast<std::size_t>(elements) * item);
    position += data.size();
    return data;
  }

  std::span<const std::byte> bytes_;
  std::string where_;
  PickleReader reader_;
};

}  // namespace

WeightsFormat weights_format(const std::filesystem::path& path) {
  return format_of(read_file(path, kLargestFile), path.string());
}

WeightsFile read_weights_file(const std::filesystem::path& path) {
  const std::vector<std::byte> bytes = read_file(path, kLargestFile);
  const std::string where = path.string();
  WeightsFile file;
  switch (format_of(bytes, where)) {
    case WeightsFormat::torch_script:
      throw Error(ErrorKind::input, "a TorchScript network is no state dict", where, "Load it as a network.");
    case WeightsFormat::torch_zip:
      file = read_zip_format(bytes, where);
      break;
    case WeightsFormat::torch_legacy:
      file = LegacyFile(bytes, where).read();
      break;
    case WeightsFormat::safetensors:
      file = parse_safetensors(bytes, where);
      break;
  }
  drop_shared_prefix(file.tensors);
  return file;
}

}  // namespace acim
