// ResNet-18 to -152 under torchvision's parameter names (torchvision/models/resnet.py).

#include "network/architectures/registry.h"
#include "network/architectures/residual_network.h"

namespace acim {
namespace {

Architecture torchvision_resnet(const std::string& depth, const std::vector<std::int64_t>& blocks, bool bottleneck,
                                Stem stem) {
  const bool cifar = stem == Stem::cifar;
  const ResidualNetworkPlan plan = {.stem = stem,
                                    .shortcut = Shortcut::projection,
                                    .bottleneck = bottleneck,
                                    .blocks = blocks,
                                    .widths = {64, 128, 256, 512},
                                    .classifier = "fc"};
  return {
      "resnet" + depth + (cifar ? "-cifar" : ""),
      "torchvision's ResNet-" + depth +
          (cifar ? " with a 3x3 first convolution for 32x32 images" : " with the 7x7 first convolution for ImageNet"),
      "fc.weight", [plan](const ArchitectureRequest& request) { return make_residual_network(plan, request); }};
}

}  // namespace

std::vector<Architecture> torchvision_resnets() {
  std::vector<Architecture> list;
  for (const Stem stem : {Stem::cifar, Stem::imagenet}) {
    list.push_back(torchvision_resnet("18", {2, 2, 2, 2}, false, stem));
    list.push_back(torchvision_resnet("34", {3, 4, 6, 3}, false, stem));
    list.push_back(torchvision_resnet("50", {3, 4, 6, 3}, true, stem));
    list.push_back(torchvision_resnet("101", {3, 4, 23, 3}, true, stem));
    list.push_back(torchvision_resnet("152", {3, 8, 36, 3}, true, stem));
  }
  return list;
}

}  // namespace acim
