#include "network/sharded_weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/error.h"

namespace acim {
namespace {

constexpr std::uint64_t kLargestIndex = std::uint64_t{64} << 20U;
constexpr std::uint64_t kMostBytes = std::uint64_t{8} << 30U;
constexpr std::size_t kMostShards = 10000;
Phrase index_remedy() {
  return Phrase("Error", "An index of sharded safetensors is JSON with {}; the files stand beside it.")
      .filled_with(R"("weight_map": {"tensor": "model-00001-of-00002.safetensors"})");
}

using WeightMap = std::map<std::string, std::string>;  // tensor, file

[[noreturn]] void fail(const Phrase& what, const std::string& where) {
  throw Error(ErrorKind::input, what, where, index_remedy());
}

bool is_plain_file_name(const std::string& name) {
  return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
         name.find('\0') == std::string::npos;
}

nlohmann::json parse_json(std::span<const std::byte> index, const std::string& where) {
  const std::string_view text(reinterpret_cast<const char*>(index.data()), index.size());
  const auto examine = [&](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    if (depth > 16) fail(Phrase("Error", "the index is nested too deeply"), where);
    return true;
  };
  try {
    return nlohmann::json::parse(text, examine);
  } catch (const nlohmann::json::parse_error& error) {
    fail(Phrase("Error", "the index is malformed JSON at byte {}").filled_with(error.byte), where);
  }
}

WeightMap weight_map_of(std::span<const std::byte> index, const std::string& where) {
  if (index.size() > kLargestIndex) fail(Phrase("Error", "the index has {} bytes").filled_with(index.size()), where);
  const nlohmann::json json = parse_json(index, where);
  if (!json.is_object() || !json.contains("weight_map") || !json["weight_map"].is_object()) {
    fail(Phrase("Error", "the index has no {}").filled_with("\"weight_map\""), where);
  }
  WeightMap map;
  for (const auto& [tensor, file] : json["weight_map"].items()) {
    if (!file.is_string() || !is_plain_file_name(file.get<std::string>())) {
      fail(Phrase("Error", "\"{}\" is in something that is no file beside the index").filled_with(tensor), where);
    }
    map.emplace(tensor, file.get<std::string>());
  }
  if (map.empty()) fail(Phrase("Error", "the index names no tensors"), where);
  return map;
}

std::vector<std::filesystem::path> shards_of(const WeightMap& map, const std::filesystem::path& path) {
  std::set<std::string> names;
  for (const auto& [tensor, file] : map) names.insert(file);
  if (names.size() > kMostShards)
    fail(Phrase("Error", "the index names {} files").filled_with(names.size()), path.string());
  std::vector<std::filesystem::path> shards;
  shards.reserve(names.size());
  for (const std::string& name : names) shards.push_back(path.parent_path() / name);
  return shards;
}

void check_total_size(const std::vector<std::filesystem::path>& shards) {
  std::uint64_t total = 0;
  for (const std::filesystem::path& shard : shards) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(shard, error);
    if (error) fail(Phrase("Error", "a shard cannot be read: {}").filled_with(error.message()), shard.string());
    total += size;
    if (size > kMostBytes || total > kMostBytes)
      fail(Phrase("Error", "the shards together are larger than 8 GiB"), shard.string());
  }
}

void add_shard(const std::filesystem::path& shard, const WeightMap& map, WeightsFile& weights) {
  Safetensors file = read_safetensors(shard);
  for (auto& [name, tensor] : file.tensors) {
    const auto place = map.find(name);
    if (place == map.end() || place->second != shard.filename()) {
      fail(Phrase("Error", "the index does not give tensor \"{}\" to this shard").filled_with(name), shard.string());
    }
    weights.tensors.emplace(name, std::move(tensor));
  }
  for (auto& [key, value] : file.metadata) weights.metadata.emplace(key, std::move(value));
}

}  // namespace

bool looks_like_shard_index(std::span<const std::byte> bytes) {
  // Safetensors begin with the header's length, so their ninth byte is the first brace.
  constexpr std::string_view kBlank = " \t\r\n";
  for (const std::byte byte : bytes.first(std::min<std::size_t>(bytes.size(), 64))) {
    const char c = std::to_integer<char>(byte);
    if (kBlank.find(c) == std::string_view::npos) return c == '{';
  }
  return false;
}

std::vector<std::filesystem::path> shards_of_index(std::span<const std::byte> index,
                                                   const std::filesystem::path& path) {
  return shards_of(weight_map_of(index, path.string()), path);
}

WeightsFile read_sharded_safetensors(std::span<const std::byte> index, const std::filesystem::path& path) {
  const WeightMap map = weight_map_of(index, path.string());
  const std::vector<std::filesystem::path> shards = shards_of(map, path);
  check_total_size(shards);
  WeightsFile weights;
  for (const std::filesystem::path& shard : shards) add_shard(shard, map, weights);
  for (const auto& [tensor, file] : map) {
    if (!weights.contains(tensor)) {
      fail(Phrase("Error", "tensor \"{}\" is missing").filled_with(tensor), (path.parent_path() / file).string());
    }
  }
  return weights;
}

}  // namespace acim
