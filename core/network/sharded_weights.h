#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "network/weights_file.h"

namespace acim {

/// Whether these bytes begin like the index of sharded safetensors: JSON, where safetensors begin with a length.
bool looks_like_shard_index(std::span<const std::byte> bytes);

/// The shards that `model.safetensors.index.json` names ({"metadata": {..}, "weight_map": {tensor: file}}), each once,
/// in order of their names, beside the index. Error(input) when a name is no plain file name.
std::vector<std::filesystem::path> shards_of_index(std::span<const std::byte> index, const std::filesystem::path& path);

/// The tensors of all shards. Error(input) names the index or the shard when a tensor is missing from its file, stands
/// in one that the index does not give it, or all together are larger than 8 GiB.
WeightsFile read_sharded_safetensors(std::span<const std::byte> index, const std::filesystem::path& path);

}  // namespace acim
