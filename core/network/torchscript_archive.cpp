#include "network/torchscript_archive.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "network/pickle.h"
#include "network/storage.h"
#include "network/zip_archive.h"

namespace acim::torchscript {
namespace {

constexpr int kDeepestBrackets = 100;
constexpr std::size_t kLongestLine = 200'000;
constexpr std::uint64_t kLargestPickle = std::uint64_t{64} << 20U;

[[noreturn]] void fail(const Phrase& what, const std::string& where, const Phrase& remedy = {}) {
  throw Error(ErrorKind::input, what, where,
              remedy.empty() ? Phrase("Error", "The file is damaged or of another kind.") : remedy);
}

PickleRules torchscript_rules() {
  return {[](std::string_view global) {
            if (global.find("torch.classes") != std::string_view::npos) return false;  // compiled code runs at loading
            return global.starts_with("__torch__.") || global.starts_with("__torch__ ") ||
                   global.starts_with("torch.jit._pickle ") || global == "collections OrderedDict" ||
                   global == "torch._utils _rebuild_tensor_v2" || storage_type(global).has_value();
          },
          true, Phrase("Error", "Export a network of plain modules with torch.jit.trace.")};
}

/// The tensors of a pickle must lie inside the entries they name: LibTorch believes the numbers.
void check_tensors(const ZipArchive& archive, const Pickle& pickle, const std::string& folder,
                   const std::string& where) {
  for (const PickleNode& node : pickle.nodes) {
    if (!is_tensor(pickle, node)) continue;
    const TensorDescription tensor = describe_tensor(pickle, node, where);
    const ZipEntry* data = archive.find(folder + tensor.storage.key);
    if (data == nullptr) fail(Phrase("Error", "no storage \"{}\"").filled_with(tensor.storage.key), where);
    const std::uint64_t size = size_in_bytes(tensor.storage.type);
    if (data->deflated || data->size / size != static_cast<std::uint64_t>(tensor.storage.elements) ||
        data->size % size != 0) {
      fail(Phrase("Error", "storage \"{}\" has another size than its tensors say").filled_with(tensor.storage.key),
           where);
    }
  }
}

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void check_code(std::string_view code, const std::string& where) {
  for (const std::string_view word : {"__setstate__", "torch.classes"}) {
    if (code.find(word) != std::string_view::npos) {
      fail(Phrase("Error", "code with {}, which would run while the file is loaded").filled_with(word), where,
           Phrase("Error", "Export a network of plain modules with torch.jit.trace."));
    }
  }
  int depth = 0;
  std::size_t line = 0;
  for (const char c : code) {
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == ']' || c == '}') --depth;
    line = c == '\n' ? 0 : line + 1;
    if (depth > kDeepestBrackets || line > kLongestLine)
      fail(Phrase("Error", "code that is nested too deep or has endless lines"), where);
  }
}

void check_entry(const ZipArchive& archive, const ZipEntry& entry, const Inflate& inflate, const std::string& where) {
  const std::string place = where + ", " + entry.name;
  std::vector<std::byte> inflated;
  std::span<const std::byte> bytes;
  if (entry.deflated) {
    inflated = inflate(entry);
    if (inflated.size() != entry.size || crc32(inflated) != entry.checksum)
      fail(Phrase("Error", "a wrong checksum"), place);
    bytes = inflated;
  } else {
    bytes = archive.stored(entry);
  }
  const std::string_view name = entry.name;
  if (name.ends_with(".py")) {
    check_code(text_of(bytes), place);
  } else if (name.ends_with("pkl")) {
    if (bytes.size() > kLargestPickle) fail(Phrase("Error", "a pickle of more than 64 MB"), place);
    const Pickle pickle = read_pickle(bytes, place, torchscript_rules());
    const std::string& folder = archive.folder();
    if (name == folder + "/data.pkl") check_tensors(archive, pickle, folder + "/data/", place);
    if (name == folder + "/constants.pkl") check_tensors(archive, pickle, folder + "/constants/", place);
  }
}

}  // namespace

void check_torchscript_archive(const ZipArchive& archive, const Inflate& inflate, const std::string& where) {
  for (const std::string_view needed : {"data.pkl", "constants.pkl", "version"}) {
    const ZipEntry* entry = archive.find(archive.folder() + "/" + std::string(needed));
    if (entry == nullptr || entry->deflated) fail(Phrase("Error", "no {} in the archive").filled_with(needed), where);
  }
  const bool has_code = std::any_of(archive.entries().begin(), archive.entries().end(), [&](const ZipEntry& entry) {
    return entry.name.starts_with(archive.folder() + "/code/");
  });
  if (!has_code) fail(Phrase("Error", "no code in the archive"), where);
  for (const ZipEntry& entry : archive.entries()) check_entry(archive, entry, inflate, where);
}

}  // namespace acim::torchscript
