// ResNets for 32x32 images as in He et al., arXiv 1512.03385, section 4.2: 3 stages of 16, 32 and 64 channels.

#include "network/architectures/registry.h"
#include "network/architectures/residual_network.h"

namespace acim {
namespace {

Architecture cifar_resnet(const std::string& name, std::int64_t blocks, Shortcut shortcut) {
  const bool option_a = shortcut == Shortcut::subsample_and_pad;
  const std::string depth = std::to_string(6 * blocks + 2);
  const ResidualNetworkPlan plan = {.stem = Stem::cifar,
                                    .shortcut = shortcut,
                                    .blocks = {blocks, blocks, blocks},
                                    .widths = {16, 32, 64},
                                    .classifier = option_a ? "linear" : "fc"};
  return {name,
          option_a ? "ResNet-" + depth + " for 32x32 images, zero-padded shortcuts (option A), last layer \"linear\""
                   : "ResNet-" + depth + " for 32x32 images, 1x1 convolution shortcuts (option B), last layer \"fc\"",
          plan.classifier + ".weight",
          [plan](const ArchitectureRequest& request) { return make_residual_network(plan, request); }};
}

}  // namespace

std::vector<Architecture> cifar_resnets() {
  std::vector<Architecture> list;
  list.push_back(cifar_resnet("resnet-demo", 1, Shortcut::subsample_and_pad));
  for (const std::int64_t blocks : {3, 5, 7, 9}) {
    const std::string name = "resnet" + std::to_string(6 * blocks + 2) + "-cifar";
    list.push_back(cifar_resnet(name, blocks, Shortcut::subsample_and_pad));
    list.push_back(cifar_resnet(name + "-projection", blocks, Shortcut::projection));
  }
  return list;
}

}  // namespace acim
