#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
// MobileNetV2 (Sandler et al., arXiv 1801.04381, table 2) under torchvision's parameter names
// (torchvision/models/mobilenetv2.py).

#include <ATen/ops/adaptive_avg_pool2d.h>
#include <ATen/ops/add.h>
#include <ATen/ops/flatten.h>
#include <ATen/ops/relu6.h>

#include <array>
#include <vector>

#include "network/architectures/layered_network.h"

namespace acim {
namespace {

struct StagePlan {
  std::int64_t expansion;
  std::int64_t channels;
  std::int64_t blocks;
  std::int64_t stride;  ///< of the first block
};

constexpr std::array<StagePlan, 7> kStages = {
    {{1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1}}};
constexpr std::int64_t kStemChannels = 32;
constexpr std::int64_t kLastChannels = 1280;

class MobileNetV2 : public LayeredNetwork {
 public:
  /// For 32x32 images the stem and the second stage keep the resolution.
  MobileNetV2(bool cifar, const ArchitectureRequest& request)
      : LayeredNetwork(request),
        stem_(make_step("features.0.0", "features.0.1", 3, kStemChannels,
                        {.kernel = 3, .stride = cifar ? 1 : 2, .padding = 1}, true)) {
    std::int64_t channels = kStemChannels;
    std::int64_t place = 1;
    for (std::size_t stage = 0; stage < kStages.size(); ++stage) {
      const StagePlan& plan = kStages[stage];
      for (std::int64_t block = 0; block < plan.blocks; ++block) {
        const bool kept = block > 0 || (cifar && stage == 1);
        const std::string name = "features." + std::to_string(place++) + ".conv.";
        blocks_.push_back(make_block(name, channels, plan.channels, plan.expansion, kept ? 1 : plan.stride));
        channels = plan.channels;
      }
    }
    const std::string name = "features." + std::to_string(place);
    last_ = make_step(name + ".0", name + ".1", channels, kLastChannels, {}, true);
    classifier_ = make_linear("classifier.1", kLastChannels, request.classes);
  }

  at::Tensor forward(const at::Tensor& images) const override {
    at::Tensor x = apply_step(stem_, images);
    for (const Block& block : blocks_) {
      at::Tensor y = x;
      for (const Step& step : block.steps) y = apply_step(step, y);
      x = block.residual ? at::add(x, y) : y;
    }
    x = apply_step(last_, x);
    return apply(classifier_, at::flatten(at::adaptive_avg_pool2d(x, {1, 1}), 1));
  }

 private:
  struct Step {
    Convolution convolution;
    BatchNorm norm;
    bool activated = false;
  };
  struct Block {
    std::vector<Step> steps;
    bool residual = false;
  };

  Step make_step(const std::string& convolution, const std::string& norm, std::int64_t inputs, std::int64_t outputs,
                 const Window& window, bool activated) {
    Step step;
    step.convolution = make_convolution(convolution, inputs, outputs, window, false);
    step.norm = make_batch_norm(norm, outputs);
    step.activated = activated;
    return step;
  }

  Block make_block(const std::string& name, std::int64_t inputs, std::int64_t outputs, std::int64_t expansion,
                   std::int64_t stride) {
    Block block;
    const std::int64_t wide = inputs * expansion;
    std::int64_t place = 0;
    const auto named = [&](const char* part) { return name + std::to_string(place) + part; };
    if (expansion != 1) {
      block.steps.push_back(make_step(named(".0"), named(".1"), inputs, wide, {}, true));
      ++place;
    }
    const Window depthwise = {.kernel = 3, .stride = stride, .padding = 1, .groups = wide};
    block.steps.push_back(make_step(named(".0"), named(".1"), wide, wide, depthwise, true));
    ++place;
    const std::string convolution = named("");
    ++place;
    block.steps.push_back(make_step(convolution, named(""), wide, outputs, {}, false));
    block.residual = stride == 1 && inputs == outputs;
    return block;
  }

  at::Tensor apply_step(const Step& step, const at::Tensor& x) const {
    const at::Tensor y = apply(step.norm, apply(step.convolution, x));
    return step.activated ? at::relu6(y) : y;
  }

  Step stem_;
  std::vector<Block> blocks_;
  Step last_;
  Linear classifier_;
};

Architecture mobilenet_v2(bool cifar) {
  return {cifar ? "mobilenet_v2-cifar" : "mobilenet_v2",
          cifar ? "MobileNetV2 for 32x32 images: stem and second stage at full resolution"
                : "MobileNetV2, as torchvision's",
          "classifier.1.weight",
          [cifar](const ArchitectureRequest& request) { return std::make_shared<MobileNetV2>(cifar, request); }};
}

}  // namespace

std::vector<Architecture> mobilenets() {
  return {mobilenet_v2(false), mobilenet_v2(true)};
}

}  // namespace acim
