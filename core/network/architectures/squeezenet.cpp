#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
// SqueezeNet 1.0 and 1.1 (Iandola et al., arXiv 1602.07360) under torchvision's parameter names
// (torchvision/models/squeezenet.py).

#include <ATen/ops/adaptive_avg_pool2d.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/flatten.h>
#include <ATen/ops/max_pool2d.h>
#include <ATen/ops/relu.h>

#include <algorithm>
#include <vector>

#include "network/architectures/layered_network.h"

namespace acim {
namespace {

/// A "fire": a 1x1 convolution to `squeeze` channels, then 1x1 and 3x3 convolutions to `expand` channels each.
struct FirePlan {
  std::int64_t place = 0;  ///< in torchvision's sequence
  std::int64_t squeeze = 16;
  std::int64_t expand = 64;
};

struct SqueezePlan {
  std::int64_t stem_channels = 64;
  std::int64_t stem_kernel = 3;
  std::vector<std::int64_t> pools;  ///< places of the 3x3 maximum pools
  std::vector<FirePlan> fires;
};

class SqueezeNet : public LayeredNetwork {
 public:
  SqueezeNet(SqueezePlan plan, const ArchitectureRequest& request)
      : LayeredNetwork(request),
        plan_(std::move(plan)),
        stem_(
            make_convolution("features.0", 3, plan_.stem_channels, {.kernel = plan_.stem_kernel, .stride = 2}, true)) {
    std::int64_t channels = plan_.stem_channels;
    for (const FirePlan& fire : plan_.fires) {
      const std::string name = "features." + std::to_string(fire.place) + ".";
      fires_.push_back(
          {make_convolution(name + "squeeze", channels, fire.squeeze, {}, true),
           make_convolution(name + "expand1x1", fire.squeeze, fire.expand, {}, true),
           make_convolution(name + "expand3x3", fire.squeeze, fire.expand, {.kernel = 3, .padding = 1}, true)});
      channels = 2 * fire.expand;
    }
    classifier_ = make_convolution("classifier.1", channels, request.classes, {}, true);
  }

  at::Tensor forward(const at::Tensor& images) const override {
    at::Tensor x = pooled_at(2, at::relu(apply(stem_, images)));
    for (std::size_t i = 0; i < fires_.size(); ++i) {
      const at::Tensor squeezed = at::relu(apply(fires_[i].squeeze, x));
      x = at::cat({at::relu(apply(fires_[i].expand1x1, squeezed)), at::relu(apply(fires_[i].expand3x3, squeezed))}, 1);
      x = pooled_at(plan_.fires[i].place + 1, x);
    }
    x = at::relu(apply(classifier_, x));
    return at::flatten(at::adaptive_avg_pool2d(x, {1, 1}), 1);
  }

 private:
  struct Fire {
    Convolution squeeze;
    Convolution expand1x1;
    Convolution expand3x3;
  };

  at::Tensor pooled_at(std::int64_t place, const at::Tensor& x) const {
    if (std::find(plan_.pools.begin(), plan_.pools.end(), place) == plan_.pools.end()) return x;
    return at::max_pool2d(x, {3, 3}, {2, 2}, {0, 0}, {1, 1}, true);
  }

  const SqueezePlan plan_;
  Convolution stem_;
  std::vector<Fire> fires_;
  Convolution classifier_;
};

Architecture squeezenet(const std::string& version, const SqueezePlan& plan) {
  return {"squeezenet1_" + version, "SqueezeNet 1." + version + ", as torchvision's", "classifier.1.weight",
          [plan](const ArchitectureRequest& request) { return std::make_shared<SqueezeNet>(plan, request); }};
}

}  // namespace

std::vector<Architecture> squeezenets() {
  return {squeezenet("0", {.stem_channels = 96,
                           .stem_kernel = 7,
                           .pools = {2, 6, 11},
                           .fires = {{3, 16, 64},
                                     {4, 16, 64},
                                     {5, 32, 128},
                                     {7, 32, 128},
                                     {8, 48, 192},
                                     {9, 48, 192},
                                     {10, 64, 256},
                                     {12, 64, 256}}}),
          squeezenet("1", {.stem_channels = 64,
                           .stem_kernel = 3,
                           .pools = {2, 5, 8},
                           .fires = {{3, 16, 64},
                                     {4, 16, 64},
                                     {6, 32, 128},
                                     {7, 32, 128},
                                     {9, 48, 192},
                                     {10, 48, 192},
                                     {11, 64, 256},
                                     {12, 64, 256}}})};
}

}  // namespace acim
