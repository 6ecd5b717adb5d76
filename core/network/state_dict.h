#pragma once

// Shows LibTorch types: only for core/network, core/training and their tests.

#include <string>
#include <vector>

#include "network/architecture.h"
#include "network/loaded_network.h"
#include "network/weights_file.h"

namespace acim {

/// Names of the architectures whose tensors the file has, all and no others, in the shapes they should have.
std::vector<std::string> fitting_architectures(const WeightsFile& weights);

/// Copies the weights into a network of that architecture. Error(input) lists missing, unexpected and mismatched
/// entries and the architectures that the file does fit, and names a tensor with a value that is no finite number.
void restore_weights(const WeightsFile& weights, const std::string& architecture, const ArchitectureModule& network,
                     const std::string& where);

/// A built-in architecture with these weights, of the size that their shapes ask for. Errors as restore_weights. Fills
/// all but name, normalisation and hash.
LoadedParts load_state_dict(const WeightsFile& weights, const std::string& architecture, const std::string& where);

}  // namespace acim
