#include "network/weights_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <string_view>

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "network/byte_reader.h"
#include "network/pickle.h"
#include "network/sharded_weights.h"
#include "network/storage.h"
#include "network/zip_archive.h"

namespace acim {
namespace {

constexpr std::uint64_t kLargestFile = std::uint64_t{8} << 30U;
/// 0x1950a86a20f9469cfc6c, the first pickle of the older format.
constexpr std::array<unsigned char, 10> kLegacyMagic = {0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19};
constexpr std::int64_t kLegacyProtocol = 1001;
Phrase known_formats() {
  return Phrase("Error",
                "Expected are TorchScript (.pt), a PyTorch state dict (.pth, .th), safetensors or the index of its "
                "shards; if it is one of them, copy the file again.");
}

Phrase save_state_dict() {
  return Phrase(
      "Error",
      "A weights file holds tensors only: save it with torch.save(network.state_dict(), path), or as safetensors.");
}
Phrase little_endian_remedy() {
  return Phrase("Error", "Save the file on an x86 or Arm machine.");
}

/// Raw bytes of storages by key.
using Storages = std::map<std::string, std::span<const std::byte>, std::less<>>;

bool starts_with(std::span<const std::byte> bytes, std::size_t at, std::span<const unsigned char> magic) {
  return bytes.size() >= at + magic.size() && std::memcmp(bytes.data() + at, magic.data(), magic.size()) == 0;
}

bool looks_like_safetensors(std::span<const std::byte> bytes) {
  std::uint64_t header = 0;
  if (bytes.size() < 10) return false;
  std::memcpy(&header, bytes.data(), sizeof header);
  return header <= bytes.size() - 8 && std::to_integer<char>(bytes[8]) == '{';
}

bool is_legacy_magic(std::string_view bytes) {
  return bytes.size() == kLegacyMagic.size() && std::memcmp(bytes.data(), kLegacyMagic.data(), bytes.size()) == 0;
}

WeightsFormat format_of(std::span<const std::byte> bytes, const std::string& where) {
  constexpr std::array<unsigned char, 4> kZip = {'P', 'K', 3, 4};
  if (starts_with(bytes, 0, kZip)) {
    bool pickle = false;
    const ZipArchive archive(bytes, where);
    for (const ZipEntry& entry : archive.entries()) {
      const std::string& name = entry.name;
      if (name.ends_with("/constants.pkl") || name.find("/code/") != std::string::npos)
        return WeightsFormat::torch_script;
      pickle = pickle || name.ends_with("/data.pkl");
    }
    if (pickle) return WeightsFormat::torch_zip;
    throw Error(ErrorKind::input, Phrase("Error", "the zip archive is none of PyTorch's (it has no data.pkl)"), where,
                known_formats());
  }
  // PROTO 2, LONG1, ten bytes of the magic number.
  constexpr std::array<unsigned char, 4> kLegacyStart = {0x80, 0x02, 0x8A, 0x0A};
  if (starts_with(bytes, 0, kLegacyStart) && starts_with(bytes, kLegacyStart.size(), kLegacyMagic)) {
    return WeightsFormat::torch_legacy;
  }
  if (looks_like_safetensors(bytes)) return WeightsFormat::safetensors;
  if (looks_like_shard_index(bytes)) return WeightsFormat::safetensors_index;
  throw Error(ErrorKind::input,
              bytes.empty() ? Phrase("Error", "the file is empty") : Phrase("Error", "the file is no network"), where,
              known_formats());
}

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

[[noreturn]] void fail(const Phrase& what, const std::string& where, const Phrase& remedy = known_formats()) {
  throw Error(ErrorKind::input, what, where, remedy);
}

[[noreturn]] void fail(const Phrase& what, const std::string& where, const PickleNode& node) {
  fail(what, where + ", offset " + std::to_string(node.offset));
}

PickleRules state_dict_rules() {
  return {[](std::string_view global) {
            return global == "collections OrderedDict" || global == "torch._utils _rebuild_tensor" ||
                   global == "torch._utils _rebuild_tensor_v2" || global == "torch._utils _rebuild_parameter" ||
                   storage_type(global).has_value();
          },
          false, save_state_dict()};
}

const PickleNode* entry_of(const Pickle& pickle, const PickleNode& dictionary, std::string_view key) {
  for (std::size_t i = 0; i + 1 < dictionary.items.size(); i += 2) {
    const PickleNode& name = pickle.item(dictionary, i);
    if (name.kind == PickleKind::text && name.text == key) return &pickle.item(dictionary, i + 1);
  }
  return nullptr;
}

/// The dictionary of tensors: the value itself or what it wraps.
const PickleNode& state_dictionary(const Pickle& pickle, const std::string& where) {
  const PickleNode& value = pickle.root_node();
  if (value.kind != PickleKind::dictionary)
    fail(Phrase("Error", "the file holds no dictionary of tensors"), where, save_state_dict());
  for (const char* wrapper : {"state_dict", "model_state_dict"}) {
    const PickleNode* wrapped = entry_of(pickle, value, wrapper);
    if (wrapped != nullptr && wrapped->kind == PickleKind::dictionary) return *wrapped;
  }
  return value;
}

StoredTensor tensor_of(const Pickle& pickle, const PickleNode& node, const Storages& storages,
                       const std::string& where) {
  const TensorDescription tensor = describe_tensor(pickle, node, where);
  const auto data = storages.find(tensor.storage.key);
  if (data == storages.end()) fail(Phrase("Error", "the tensor has no data in the file"), where, node);
  return gather_tensor(tensor, data->second, where);
}

void drop_shared_prefix(std::map<std::string, StoredTensor>& tensors) {
  constexpr std::string_view kPrefix = "module.";
  const auto has_prefix = [&](const auto& entry) { return entry.first.starts_with(kPrefix); };
  if (tensors.empty() || !std::all_of(tensors.begin(), tensors.end(), has_prefix)) return;
  std::map<std::string, StoredTensor> shorter;
  for (auto& [name, tensor] : tensors) shorter.emplace(name.substr(kPrefix.size()), std::move(tensor));
  tensors = std::move(shorter);
}

WeightsFile tensors_of(const Pickle& pickle, const Storages& storages, const std::string& where) {
  const PickleNode& dictionary = state_dictionary(pickle, where);
  WeightsFile file;
  for (std::size_t i = 0; i + 1 < dictionary.items.size(); i += 2) {
    const PickleNode& name = pickle.item(dictionary, i);
    const PickleNode& entry = pickle.item(dictionary, i + 1);
    if (!is_tensor(pickle, entry)) continue;  // an epoch, an accuracy
    if (name.kind != PickleKind::text) fail(Phrase("Error", "a tensor has no name"), where, entry);
    const std::string place = where + ", tensor \"" + name.text + "\"";
    if (file.contains(name.text)) fail(Phrase("Error", "the tensor stands twice"), place, name);
    file.tensors.emplace(name.text, tensor_of(pickle, entry, storages, place));
  }
  check_calls(pickle, where);
  if (file.tensors.empty()) fail(Phrase("Error", "the file holds no tensors"), where, save_state_dict());
  return file;
}

WeightsFile read_zip_format(std::span<const std::byte> bytes, const std::string& where) {
  const ZipArchive archive(bytes, where);
  std::map<std::string_view, std::span<const std::byte>, std::less<>> files;
  for (const ZipEntry& entry : archive.entries()) files[entry.name] = archive.stored(entry);  // all checksums
  const std::string& folder = archive.folder();
  const auto order = files.find(folder + "/byteorder");
  if (order != files.end() && text_of(order->second) != "little") {
    fail(Phrase("Error", "the tensors are not little-endian"), where + ", " + folder + "/byteorder",
         little_endian_remedy());
  }
  const auto pickle = files.find(folder + "/data.pkl");
  if (pickle == files.end()) fail(Phrase("Error", "the zip archive has no data.pkl"), where);
  Storages storages;
  const std::string data = folder + "/data/";
  for (const auto& [name, content] : files) {
    if (name.starts_with(data)) storages.emplace(name.substr(data.size()), content);
  }
  const std::string place = where + ", " + folder + "/data.pkl";
  return tensors_of(read_pickle(pickle->second, place, state_dict_rules()), storages, place);
}

/// Magic number, protocol, system, the object, the keys of the storages: five pickles; then each storage's number of
/// elements and bytes, in the order of the keys.
class LegacyFile {
 public:
  LegacyFile(std::span<const std::byte> bytes, std::string where) : bytes_(bytes), where_(std::move(where)) {}

  WeightsFile read() {
    check_header();
    const Pickle object = next();
    const Pickle keys = next();
    return tensors_of(object, storages(object, keys), where_);
  }

 private:
  Pickle next() {
    Pickle pickle = read_pickle(bytes_, where_, state_dict_rules(), position_);
    position_ = pickle.end;
    return pickle;
  }

  void check_header() {
    const Pickle magic = next();
    if (magic.root_node().kind != PickleKind::long_integer || !is_legacy_magic(magic.root_node().text))
      fail(Phrase("Error", "the magic number is wrong"), where_, magic.root_node());
    const Pickle protocol = next();
    if (protocol.root_node().kind != PickleKind::integer || protocol.root_node().integer != kLegacyProtocol)
      fail(Phrase("Error", "the file's protocol is unknown"), where_, protocol.root_node());
    const Pickle system = next();
    const PickleNode& facts = system.root_node();
    const PickleNode* little =
        facts.kind == PickleKind::dictionary ? entry_of(system, facts, "little_endian") : nullptr;
    if (little == nullptr || little->kind != PickleKind::boolean || little->integer != 1) {
      fail(Phrase("Error", "the tensors are not little-endian"), where_ + ", offset " + std::to_string(facts.offset),
           little_endian_remedy());
    }
  }

  Storages storages(const Pickle& object, const Pickle& keys) const {
    // Where the bytes stand, no type does: it stands with the tensors that use them.
    std::map<std::string, std::size_t> item_sizes;
    for (const StorageReference& storage : storages_of(object, where_)) {
      if (!item_sizes.emplace(storage.key, size_in_bytes(storage.type)).second &&
          item_sizes[storage.key] != size_in_bytes(storage.type)) {
        fail(Phrase("Error", "a storage has two types"), where_ + ", storage \"" + storage.key + "\"");
      }
    }
    if (keys.root_node().kind != PickleKind::list)
      fail(Phrase("Error", "the list of storages is missing"), where_, keys.root_node());
    ByteReader reader(bytes_, where_);
    reader.seek(position_);
    Storages storages;
    for (const std::uint32_t index : keys.root_node().items) {
      const PickleNode& key = keys.node(index);
      const auto item = item_sizes.find(key.text);
      if (key.kind != PickleKind::text || item == item_sizes.end())
        fail(Phrase("Error", "a storage belongs to no tensor"), where_, key);
      const auto elements = reader.number<std::uint64_t>();
      if (elements > reader.remaining() / item->second)
        reader.fail(Phrase("Error", "the file ends before its tensors do"));
      if (!storages.emplace(key.text, reader.take(elements * item->second)).second)
        fail(Phrase("Error", "a storage stands twice"), where_, key);
    }
    return storages;
  }

  std::span<const std::byte> bytes_;
  std::string where_;
  std::uint64_t position_ = 0;
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
      throw Error(ErrorKind::input, Phrase("Error", "a TorchScript network is no state dict"), where,
                  Phrase("Error", "Load it as a network."));
    case WeightsFormat::torch_zip:
      file = read_zip_format(bytes, where);
      break;
    case WeightsFormat::torch_legacy:
      file = LegacyFile(bytes, where).read();
      break;
    case WeightsFormat::safetensors:
      file = parse_safetensors(bytes, where);
      break;
    case WeightsFormat::safetensors_index:
      file = read_sharded_safetensors(bytes, path);
      break;
  }
  drop_shared_prefix(file.tensors);
  return file;
}

std::string hash_of_shards(std::span<const std::byte> bytes, const std::filesystem::path& path) {
  if (looks_like_safetensors(bytes) || !looks_like_shard_index(bytes)) return {};
  Sha256 hash;
  for (const std::filesystem::path& shard : shards_of_index(bytes, path)) {
    const std::string content = sha256_hex_of_file(shard);
    hash.add(std::as_bytes(std::span(content)));
  }
  return hash.hex();
}

}  // namespace acim
