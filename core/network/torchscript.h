#pragma once

// Shows LibTorch types: only for core/network, core/training and their tests.

#include <cstddef>
#include <span>
#include <string>

#include "network/loaded_network.h"

namespace acim {

/// A TorchScript network: archive and operators are checked before anything of it runs. Fills all but name,
/// normalisation and hash. Error(input).
LoadedParts load_torchscript(std::span<const std::byte> bytes, const std::string& where);

}  // namespace acim
