#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>

#include "base/safetensors.h"

namespace acim {

enum class WeightsFormat {
  torchscript,     ///< zip with code
  state_dict,      ///< zip of torch.save
  old_state_dict,  ///< torch.save before PyTorch 1.6: pickles in a row
  safetensors,
};

/// By content. Error(input) when it is none of them.
WeightsFormat weights_format(std::span<const std::byte> bytes, const std::string& where);

/// Named tensors of a file without code. `module.` of every name (DataParallel) is dropped.
struct Weights {
  std::map<std::string, StoredTensor> tensors;
  std::map<std::string, std::string> metadata;  ///< safetensors' `__metadata__`
};

/// Reads .pth, .th (both formats; a dictionary of tensors, alone or under `state_dict` or `model_state_dict`) and
/// .safetensors. Never executes anything: pickles are read as data (pickle.h), everything is checked before it is
/// allocated. Error(input).
Weights parse_weights(std::span<const std::byte> bytes, const std::string& where);

/// Files larger than this are refused.
inline constexpr std::uint64_t kLargestWeightsFile = std::uint64_t{4} << 30U;

}  // namespace acim
