#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
#include "network/architectures/residual_network.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/ops/adaptive_avg_pool2d.h>
#include <ATen/ops/add.h>
#include <ATen/ops/batch_norm.h>
#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/flatten.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/max_pool2d.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/relu.h>
#include <ATen/ops/slice.h>
#include <ATen/ops/zeros.h>

#include <cmath>
#include <optional>
#include <utility>

namespace acim {
namespace {

constexpr double kBatchNormEpsilon = 1e-5;
constexpr double kBatchNormMomentum = 0.1;

struct Convolution {
  std::int64_t index = 0;
  std::string name;
  at::Tensor weight;
  std::int64_t stride = 1;
  std::int64_t padding = 0;
};

struct BatchNorm {
  at::Tensor weight;
  at::Tensor bias;
  at::Tensor mean;
  at::Tensor variance;
};

struct ConvolutionAndNorm {
  Convolution convolution;
  BatchNorm norm;
};

struct Block {
  std::vector<ConvolutionAndNorm> layers;
  std::optional<ConvolutionAndNorm> projection;
  std::int64_t stride = 1;
  std::int64_t padded_channels = 0;  ///< option A: on each side
};

class ResidualNetwork : public ArchitectureModule {
 public:
  ResidualNetwork(const ResidualNetworkPlan& plan, const ArchitectureRequest& request)
      : plan_(plan),
        initialised_(request.seed.has_value()),
        generator_(at::detail::createCPUGenerator(request.seed.value_or(0))) {
    const bool large = plan.stem == Stem::imagenet;
    std::int64_t channels = plan.widths.front();
    stem_ = make_layer("conv1", "bn1", 3, channels, large ? 7 : 3, large ? 2 : 1);
    for (std::size_t stage = 0; stage < plan.blocks.size(); ++stage) {
      for (std::int64_t block = 0; block < plan.blocks[stage]; ++block) {
        const std::string prefix = "layer" + std::to_string(stage + 1) + "." + std::to_string(block) + ".";
        blocks_.push_back(make_block(prefix, channels, plan.widths[stage], stage > 0 && block == 0 ? 2 : 1));
        channels = plan.widths[stage] * expansion();
      }
    }
    classifier_weight_ =
        add_parameter(plan.classifier + ".weight", he_initialised({request.classes, channels}, channels));
    classifier_bias_ = add_parameter(plan.classifier + ".bias", at::zeros({request.classes}));
    classifier_index_ = convolutions_;
    generator_ = {};
  }

  at::Tensor forward(const at::Tensor& images) const override {
    at::Tensor x = at::relu(apply(stem_, images));
    if (plan_.stem == Stem::imagenet) x = at::max_pool2d(x, {3, 3}, {2, 2}, {1, 1});
    for (const Block& block : blocks_) x = apply(block, x);
    x = at::flatten(at::adaptive_avg_pool2d(x, {1, 1}), 1);
    LayerOperands operands = hooked(classifier_index_, plan_.classifier, {x, classifier_weight_});
    return hooked_output(classifier_index_, at::linear(operands.input, operands.weight, classifier_bias_));
  }

 private:
  std::int64_t expansion() const { return plan_.bottleneck ? 4 : 1; }

  at::Tensor he_initialised(at::IntArrayRef shape, std::int64_t fan_in) {
    if (!initialised_) return at::empty(shape);
    return at::randn(shape, generator_).mul_(std::sqrt(2.0 / static_cast<double>(fan_in)));
  }

  ConvolutionAndNorm make_layer(const std::string& convolution, const std::string& norm, std::int64_t inputs,
                                std::int64_t outputs, std::int64_t kernel, std::int64_t stride) {
    ConvolutionAndNorm layer;
    layer.convolution = {convolutions_++, convolution,
                         add_parameter(convolution + ".weight",
                                       he_initialised({outputs, inputs, kernel, kernel}, inputs * kernel * kernel)),
                         stride, kernel / 2};
    layer.norm = {add_parameter(norm + ".weight", at::ones({outputs})),
                  add_parameter(norm + ".bias", at::zeros({outputs})),
                  add_buffer(norm + ".running_mean", at::zeros({outputs})),
                  add_buffer(norm + ".running_var", at::ones({outputs}))};
    return layer;
  }

  Block make_block(const std::string& prefix, std::int64_t inputs, std::int64_t width, std::int64_t stride) {
    Block block;
    block.stride = stride;
    const std::int64_t outputs = width * expansion();
    if (plan_.bottleneck) {  // torchvision's variant: the 3x3 convolution has the stride
      block.layers.push_back(make_layer(prefix + "conv1", prefix + "bn1", inputs, width, 1, 1));
      block.layers.push_back(make_layer(prefix + "conv2", prefix + "bn2", width, width, 3, stride));
      block.layers.push_back(make_layer(prefix + "conv3", prefix + "bn3", width, outputs, 1, 1));
    } else {
      block.layers.push_back(make_layer(prefix + "conv1", prefix + "bn1", inputs, width, 3, stride));
      block.layers.push_back(make_layer(prefix + "conv2", prefix + "bn2", width, width, 3, 1));
    }
    if (stride != 1 || inputs != outputs) {
      if (plan_.shortcut == Shortcut::projection) {
        block.projection = make_layer(prefix + "downsample.0", prefix + "downsample.1", inputs, outputs, 1, stride);
      } else {
        block.padded_channels = (outputs - inputs) / 2;
      }
    }
    return block;
  }

  at::Tensor apply(const ConvolutionAndNorm& layer, const at::Tensor& x) const {
    const Convolution& c = layer.convolution;
    LayerOperands operands = hooked(c.index, c.name, {x, c.weight});
    const at::Tensor y = hooked_output(
        c.index, at::conv2d(operands.input, operands.weight, {}, {c.stride, c.stride}, {c.padding, c.padding}));
    return at::batch_norm(y, layer.norm.weight, layer.norm.bias, layer.norm.mean, layer.norm.variance, training(),
                          kBatchNormMomentum, kBatchNormEpsilon, false);
  }

  at::Tensor apply(const Block& block, const at::Tensor& x) const {
    at::Tensor y = x;
    for (std::size_t i = 0; i < block.layers.size(); ++i) {
      y = apply(block.layers[i], y);
      if (i + 1 < block.layers.size()) y = at::relu(y);
    }
    at::Tensor shortcut = x;
    if (block.projection) {
      shortcut = apply(*block.projection, x);
    } else if (block.stride != 1 || block.padded_channels != 0) {
      shortcut = at::slice(at::slice(x, 2, c10::nullopt, c10::nullopt, block.stride), 3, c10::nullopt, c10::nullopt,
                           block.stride);
      shortcut = at::constant_pad_nd(shortcut, {0, 0, 0, 0, block.padded_channels, block.padded_channels});
    }
    return at::relu(at::add(y, shortcut));
  }

  ResidualNetworkPlan plan_;
  bool initialised_;
  c10::optional<at::Generator> generator_;
  std::int64_t convolutions_ = 0;
  ConvolutionAndNorm stem_;
  std::vector<Block> blocks_;
  at::Tensor classifier_weight_;
  at::Tensor classifier_bias_;
  std::int64_t classifier_index_ = 0;
};

}  // namespace

std::shared_ptr<ArchitectureModule> make_residual_network(const ResidualNetworkPlan& plan,
                                                          const ArchitectureRequest& request) {
  return std::make_shared<ResidualNetwork>(plan, request);
}

}  // namespace acim
