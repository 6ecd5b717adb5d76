#pragma once

#include <cstddef>
#include <span>

namespace acim {

/// resources/networks/demo.safetensors, built into the program; empty in a build without it.
std::span<const std::byte> demo_network_bytes();

}  // namespace acim
