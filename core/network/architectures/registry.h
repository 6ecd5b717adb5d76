#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace acim {

class ArchitectureModule;

/// What a network is made for.
struct ArchitectureRequest {
  std::int64_t classes = 10;
  std::optional<std::uint64_t> seed;  ///< none: weights are not initialised, because a file fills them
  /// Of the file's tensors, by name; empty for a fresh network. Architectures take sizes from here that a name does not
  /// say (the positions of a transformer); anything else that differs is an error later.
  std::map<std::string, std::vector<std::int64_t>, std::less<>> shapes;

  /// Size `dimension` of a tensor of the file; nothing when there is none of that rank, or it is zero.
  std::optional<std::int64_t> size_in_file(std::string_view tensor, std::size_t dimension, std::size_t rank) const;
};

/// A built-in architecture. Adding one: a file like cifar_resnet.cpp and a line in registry.cpp.
struct Architecture {
  std::string name;
  std::string description;
  std::string classifier_weight;  ///< the tensor whose first size is the number of classes
  std::function<std::shared_ptr<ArchitectureModule>(const ArchitectureRequest& request)> make;
  /// Other names that files have for the same tensors: a part of a name, and what it is here.
  std::vector<std::pair<std::string, std::string>> aliases = {};
};

const std::vector<Architecture>& architecture_registry();
/// Error(usage) names the known ones when there is none of this name.
const Architecture& architecture_named(std::string_view name);

std::vector<Architecture> cifar_resnets();
std::vector<Architecture> torchvision_resnets();
std::vector<Architecture> vgg_networks();
std::vector<Architecture> vision_transformers();
std::vector<Architecture> mobilenets();
std::vector<Architecture> squeezenets();

}  // namespace acim
