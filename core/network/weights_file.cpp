#include "network/weights_file.h"

#include <fmt/format.h>

#include <array>
#include <functional>
#include <set>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "network/byte_reader.h"
#include "network/pickle.h"
#include "network/storage.h"
#include "network/zip_archive.h"

namespace acim {
namespace {

constexpr std::uint64_t kLargestPickle = std::uint64_t{64} << 20U;
constexpr std::array<unsigned char, 10> kOldMagic = {0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19};
constexpr std::int64_t kOldProtocol = 1001;

using StorageBytes = std::function<std::span<const std::byte>(const StorageReference&)>;

PickleRules weights_rules() {
  return {[](std::string_view global) {
            return global == "collections OrderedDict" || global == "torch._utils _rebuild_tensor_v2" ||
                   global == "torch._utils _rebuild_tensor" || global == "torch._utils _rebuild_parameter" ||
                   storage_type(global).has_value();
          },
          false};
}

const PickleNode* value_of(const Pickle& pickle, const PickleNode& dictionary, std::string_view key) {
  for (std::size_t i = 0; i + 1 < dictionary.items.size(); i += 2) {
    const PickleNode& name = pickle.item(dictionary, i);
    if (name.kind == PickleKind::text && name.text == key) return &pickle.item(dictionary, i + 1);
  }
  return nullptr;
}

/// The dictionary of tensors: the root, or what it wraps.
const PickleNode& state_dictionary(const Pickle& pickle, const std::string& where) {
  const PickleNode& root = pickle.root_node();
  if (root.kind != PickleKind::dictionary) {
    throw Error(ErrorKind::input, "no dictionary of tensors", where, "Save network.state_dict() with torch.save.");
  }
  for (const std::string_view key : {"state_dict", "model_state_dict"}) {
    const PickleNode* inner = value_of(pickle, root, key);
    if (inner != nullptr && inner->kind == PickleKind::dictionary) return *inner;
  }
  return root;
}

Weights collect(const Pickle& pickle, const StorageBytes& bytes_of, std::uint64_t limit, const std::string& where) {
  const PickleNode& dictionary = state_dictionary(pickle, where);
  Weights weights;
  std::uint64_t total = 0;
  for (std::size_t i = 0; i + 1 < dictionary.items.size(); i += 2) {
    const PickleNode& key = pickle.item(dictionary, i);
    const PickleNode& value = pickle.item(dictionary, i + 1);
    if (key.kind != PickleKind::text || !is_tensor(pickle, value)) continue;
    const std::string place = fmt::format("{}, tensor \"{}\"", where, key.text);
    const TensorDescription tensor = describe_tensor(pickle, value, place);
    // Many views of one storage must not add up to more memory than a file can have.
    total += static_cast<std::uint64_t>(tensor.elements) * size_in_bytes(tensor.storage.type);
    if (total > 4 * limit) throw Error(ErrorKind::input, "tensors of far more bytes than the file has", place);
    if (!weights.tensors.emplace(key.text, gather_tensor(tensor, bytes_of(tensor.storage), place)).second) {
      throw Error(ErrorKind::input, "two tensors of one name", place);
    }
  }
  if (weights.tensors.empty()) {
    throw Error(ErrorKind::input, "no tensors in the file", where,
                "A dictionary of tensors is needed, alone or under \"state_dict\" or \"model_state_dict\".");
  }
  return weights;
}

Weights parse_zip(std::span<const std::byte> bytes, const std::string& where) {
  const ZipArchive archive(bytes, where);
  const ZipEntry* entry = archive.find(archive.folder() + "/data.pkl");
  if (entry == nullptr || entry->size > kLargestPickle) {
    throw Error(ErrorKind::input, "no data.pkl of a sensible size in the archive", where);
  }
  if (const ZipEntry* order = archive.find(archive.folder() + "/byteorder"); order != nullptr) {
    ByteReader reader(archive.stored(*order), where);
    if (reader.text(reader.remaining()) != "little") throw Error(ErrorKind::input, "big-endian tensors", where);
  }
  const Pickle pickle = read_pickle(archive.stored(*entry), where + ", data.pkl", weights_rules());
  const auto bytes_of = [&](const StorageReference& storage) {
    const ZipEntry* data = archive.find(archive.folder() + "/data/" + storage.key);
    if (data == nullptr) throw Error(ErrorKind::input, fmt::format("no storage \"{}\"", storage.key), where);
    return archive.stored(*data);
  };
  return collect(pickle, bytes_of, bytes.size(), where);
}

/// The next of the pickles in a row.
Pickle next_pickle(std::span<const std::byte>& rest, const std::string& where) {
  Pickle pickle = read_pickle(rest.first(std::min<std::size_t>(rest.size(), kLargestPickle)), where, weights_rules());
  rest = rest.subspan(pickle.length);
  return pickle;
}

Weights parse_old(std::span<const std::byte> bytes, const std::string& where) {
  std::span<const std::byte> rest = bytes;
  const Pickle magic = next_pickle(rest, where + ", magic number");
  const std::string expected(kOldMagic.begin(), kOldMagic.end());
  if (magic.root_node().kind != PickleKind::long_integer || magic.root_node().text != expected) {
    throw Error(ErrorKind::input, "a pickle that torch.save did not write", where, "Save with torch.save.");
  }
  const Pickle protocol = next_pickle(rest, where + ", protocol");
  if (protocol.root_node().kind != PickleKind::integer || protocol.root_node().integer != kOldProtocol) {
    throw Error(ErrorKind::input, "another protocol than 1001", where);
  }
  const Pickle system = next_pickle(rest, where + ", system");
  const PickleNode* little = system.root_node().kind == PickleKind::dictionary
                                 ? value_of(system, system.root_node(), "little_endian")
                                 : nullptr;
  if (little == nullptr || little->integer != 1) throw Error(ErrorKind::input, "big-endian tensors", where);
  const Pickle object = next_pickle(rest, where + ", object");
  const Pickle keys = next_pickle(rest, where + ", storage keys");

  // Type and size of each storage stand in the references to it.
  std::map<std::string, StorageReference> references;
  for (const PickleNode& node : object.nodes) {
    if (!is_tensor(object, node) || object.item(node, 0).text.ends_with("parameter")) continue;
    const StorageReference storage = describe_tensor(object, node, where).storage;
    references.try_emplace(storage.key, storage);
  }
  std::map<std::string, std::span<const std::byte>> storages;
  if (keys.root_node().kind != PickleKind::list) throw Error(ErrorKind::input, "no list of storage keys", where);
  ByteReader reader(rest, where + ", storages");
  for (const std::uint32_t item : keys.root_node().items) {
    const std::string& key = keys.node(item).text;
    const auto found = references.find(key);
    const auto count = reader.number<std::uint64_t>();
    if (found == references.end() || count != static_cast<std::uint64_t>(found->second.elements) ||
        count > reader.remaining()) {
      reader.fail(fmt::format("storage \"{}\" has another size than its tensors say", key));
    }
    storages[key] = reader.take(count * size_in_bytes(found->second.type));
  }
  const auto bytes_of = [&](const StorageReference& storage) {
    const auto found = storages.find(storage.key);
    if (found == storages.end()) throw Error(ErrorKind::input, fmt::format("no storage \"{}\"", storage.key), where);
    return found->second;
  };
  return collect(object, bytes_of, bytes.size(), where);
}

void drop_module_prefix(Weights& weights) {
  constexpr std::string_view kPrefix = "module.";
  for (const auto& [name, tensor] : weights.tensors) {
    if (!name.starts_with(kPrefix)) return;
  }
  std::map<std::string, StoredTensor> renamed;
  for (auto& [name, tensor] : weights.tensors) renamed.emplace(name.substr(kPrefix.size()), std::move(tensor));
  weights.tensors = std::move(renamed);
}

bool starts_with(std::span<const std::byte> bytes, std::initializer_list<unsigned> beginning) {
  std::size_t i = 0;
  for (const unsigned value : beginning) {
    if (i >= bytes.size() || std::to_integer<unsigned>(bytes[i++]) != value) return false;
  }
  return true;
}

}  // namespace

WeightsFormat weights_format(std::span<const std::byte> bytes, const std::string& where) {
  if (starts_with(bytes, {'P', 'K', 3, 4})) {
    const ZipArchive archive(bytes, where);
    return archive.find(archive.folder() + "/constants.pkl") != nullptr ? WeightsFormat::torchscript
                                                                        : WeightsFormat::state_dict;
  }
  if (starts_with(bytes, {0x80, 2})) return WeightsFormat::old_state_dict;
  if (bytes.size() > 8 && std::to_integer<unsigned>(bytes[8]) == '{') return WeightsFormat::safetensors;
  throw Error(ErrorKind::input, "no file of weights", where,
              "TorchScript (.pt), torch.save of a state_dict (.pth, .th) and .safetensors are read.");
}

Weights parse_weights(std::span<const std::byte> bytes, const std::string& where) {
  Weights weights;
  switch (weights_format(bytes, where)) {
    case WeightsFormat::torchscript:
      throw Error(ErrorKind::input, "a TorchScript file where weights alone belong", where);
    case WeightsFormat::state_dict:
      weights = parse_zip(bytes, where);
      break;
    case WeightsFormat::old_state_dict:
      weights = parse_old(bytes, where);
      break;
    case WeightsFormat::safetensors: {
      Safetensors file = parse_safetensors(bytes, where);
      weights = {std::move(file.tensors), std::move(file.metadata)};
      break;
    }
  }
  drop_module_prefix(weights);
  return weights;
}

}  // namespace acim
