#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
// VGG-11 to -19 (Simonyan and Zisserman, arXiv 1409.1556) under torchvision's parameter names
// (torchvision/models/vgg.py).

#include <ATen/ops/adaptive_avg_pool2d.h>
#include <ATen/ops/flatten.h>
#include <ATen/ops/max_pool2d.h>
#include <ATen/ops/relu.h>

#include <array>
#include <cmath>
#include <optional>

#include "network/architectures/layered_network.h"

namespace acim {
namespace {

constexpr std::array<std::int64_t, 5> kWidths = {64, 128, 256, 512, 512};

struct VggPlan {
  std::array<std::int64_t, 5> convolutions = {};  ///< per stage, each followed by 2x2 maximum pooling
  bool batch_norm = false;
  std::int64_t pooled_side = 7;  ///< of what the classifier sees
  std::int64_t hidden = 4096;
};

class Vgg : public LayeredNetwork {
 public:
  Vgg(const VggPlan& plan, const ArchitectureRequest& request) : LayeredNetwork(request) {
    std::int64_t channels = 3;
    std::int64_t place = 0;  // in torchvision's sequence of convolutions, norms, activations and pools
    for (std::size_t stage = 0; stage < kWidths.size(); ++stage) {
      for (std::int64_t i = 0; i < plan.convolutions[stage]; ++i) {
        Step step;
        step.convolution = make_convolution("features." + std::to_string(place++), channels, kWidths[stage],
                                            {.kernel = 3, .padding = 1}, true);
        if (plan.batch_norm) step.norm = make_batch_norm("features." + std::to_string(place++), kWidths[stage]);
        ++place;
        channels = kWidths[stage];
        step.pooled = i + 1 == plan.convolutions[stage];
        steps_.push_back(std::move(step));
      }
      ++place;
    }
    // The classifier's first layer tells the size of what it sees, its rows how wide it is.
    std::int64_t features = channels * plan.pooled_side * plan.pooled_side;
    features = request.size_in_file("classifier.0.weight", 1, 2).value_or(features);
    pooled_side_ = static_cast<std::int64_t>(std::lround(std::sqrt(static_cast<double>(features / channels))));
    if (pooled_side_ < 1 || pooled_side_ > 64) pooled_side_ = plan.pooled_side;
    const std::int64_t hidden = request.size_in_file("classifier.0.weight", 0, 2).value_or(plan.hidden);
    classifier_[0] = make_linear("classifier.0", channels * pooled_side_ * pooled_side_, hidden);
    classifier_[1] = make_linear("classifier.3", hidden, hidden);
    classifier_[2] = make_linear("classifier.6", hidden, request.classes);
  }

  at::Tensor forward(const at::Tensor& images) const override {
    at::Tensor x = images;
    for (const Step& step : steps_) {
      x = apply(step.convolution, x);
      if (step.norm) x = apply(*step.norm, x);
      x = at::relu(x);
      if (step.pooled) x = at::max_pool2d(x, {2, 2}, {2, 2});
    }
    x = at::flatten(at::adaptive_avg_pool2d(x, {pooled_side_, pooled_side_}), 1);
    x = at::relu(apply(classifier_[0], x));
    x = at::relu(apply(classifier_[1], x));
    return apply(classifier_[2], x);
  }

 private:
  struct Step {
    Convolution convolution;
    std::optional<BatchNorm> norm;
    bool pooled = false;
  };
  std::vector<Step> steps_;
  std::int64_t pooled_side_ = 7;
  std::array<Linear, 3> classifier_;
};

Architecture vgg(const std::string& depth, const std::array<std::int64_t, 5>& convolutions, bool batch_norm,
                 bool cifar) {
  VggPlan plan = {.convolutions = convolutions, .batch_norm = batch_norm};
  if (cifar) {
    plan.pooled_side = 1;
    plan.hidden = 512;
  }
  return {"vgg" + depth + (batch_norm ? "_bn" : "") + (cifar ? "-cifar" : ""),
          "VGG-" + depth + (batch_norm ? " with batch norm" : "") +
              (cifar ? " for 32x32 images, a classifier of 512 wide layers" : ", as torchvision's"),
          "classifier.6.weight",
          [plan](const ArchitectureRequest& request) { return std::make_shared<Vgg>(plan, request); }};
}

}  // namespace

std::vector<Architecture> vgg_networks() {
  std::vector<Architecture> list;
  for (const bool cifar : {false, true}) {
    for (const bool batch_norm : {false, true}) {
      list.push_back(vgg("11", {1, 1, 2, 2, 2}, batch_norm, cifar));
      list.push_back(vgg("13", {2, 2, 2, 2, 2}, batch_norm, cifar));
      list.push_back(vgg("16", {2, 2, 3, 3, 3}, batch_norm, cifar));
      list.push_back(vgg("19", {2, 2, 4, 4, 4}, batch_norm, cifar));
    }
  }
  return list;
}

}  // namespace acim
