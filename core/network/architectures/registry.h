#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace acim {

class ArchitectureModule;

/// A built-in architecture. Adding one: a file like cifar_resnet.cpp and a line in registry.cpp.
struct Architecture {
  std::string name;
  std::string description;
  std::string classifier_weight;  ///< the tensor whose first size is the number of classes
  std::function<std::shared_ptr<ArchitectureModule>(std::int64_t classes, std::uint64_t seed)> make;
};

const std::vector<Architecture>& architecture_registry();
/// Error(usage) names the known ones when there is none of this name.
const Architecture& architecture_named(std::string_view name);

std::vector<Architecture> cifar_resnets();
std::vector<Architecture> torchvision_resnets();

}  // namespace acim
