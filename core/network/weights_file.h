#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>

#include "base/safetensors.h"

namespace acim {

/// What a weights file holds: named tensors and, for safetensors, its metadata.
using WeightsFile = Safetensors;

/// Which kind of file the first bytes (and, for zip archives, the entries) show.
enum class WeightsFormat {
  torch_script,  ///< zip archive with code/ and constants.pkl: load with LibTorch
  torch_zip,     ///< zip archive with data.pkl (PyTorch 1.6 and later)
  torch_legacy,  ///< five pickles and raw storages (before PyTorch 1.6)
  safetensors,
  safetensors_index,  ///< JSON that names the files of sharded safetensors
};

/// Error(input) when the file is none of these, or is truncated or damaged.
WeightsFormat weights_format(const std::filesystem::path& path);

/// Reads a state dict of any of the last four formats. Pickles are read by a restricted interpreter: nothing is ever
/// executed, only tensors, dictionaries, lists, numbers and texts come out. A dictionary wrapped in `state_dict` or
/// `model_state_dict` is unwrapped; a prefix `module.` that all names share is dropped. Error(input) names file, offset
/// and what would be right.
WeightsFile read_weights_file(const std::filesystem::path& path);

/// SHA-256 over the content of every shard when `bytes`, those of `path`, are an index; else empty. What a network's
/// hash needs beside the bytes of the file itself.
std::string hash_of_shards(std::span<const std::byte> bytes, const std::filesystem::path& path);

}  // namespace acim
