#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "network/network.h"

namespace acim {

/// {"format": "acim-network", "version": 1, "architecture": "resnet-demo", "mean": [..], "std": [..], "classes":
/// ["car", ..], "input": [3, 224, 224], "resize": 256}: what a weights file does not say about its network. All but
/// format and version may be missing.
struct NetworkDescription {
  std::string architecture;
  std::optional<Normalisation> normalisation;
  std::vector<std::string> classes;
  std::vector<std::int64_t> input;
  std::int64_t resize =
      0;  ///< shorter side that pictures are resized to before the central `input` is cut out; 0: not said
};

/// The key of safetensors' metadata that holds a description.
inline constexpr const char* kDescriptionKey = "acim_network";

/// Error(input) names `where` and the key.
NetworkDescription parse_network_description(const std::string& text, const std::string& where);
/// Of a network's file: FILE.json beside it, else the metadata of a safetensors file; empty where there is neither.
NetworkDescription read_network_description(const std::string& path);
std::string network_description_text(const NetworkDescription& description);

/// mean and standard deviation of `source`, checked: finite, deviation above zero. Error(usage).
void check_normalisation(const Normalisation& normalisation, const std::string& where);

}  // namespace acim
