#include <ATen/core/ivalue.h>
// The line above stands first for clang 14.
// Vision transformers (Dosovitskiy et al., arXiv 2010.11929, table 1) under torchvision's parameter names
// (torchvision/models/vision_transformer.py). Attention is written as two matrix products, so that the array sees them.

#include <ATen/ops/add.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/flatten.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/layer_norm.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/mul.h>
#include <ATen/ops/select.h>
#include <ATen/ops/softmax.h>
#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "base/error.h"
#include "network/architectures/layered_network.h"

namespace acim {
namespace {

constexpr double kLayerNormEpsilon = 1e-6;
constexpr std::int64_t kImageSide = 224;

struct TransformerPlan {
  std::int64_t patch = 16;
  std::int64_t layers = 12;
  std::int64_t heads = 12;
  std::int64_t width = 768;
  std::int64_t hidden = 3072;
};

class VisionTransformer : public LayeredNetwork {
 public:
  VisionTransformer(const TransformerPlan& plan, const ArchitectureRequest& request)
      : LayeredNetwork(request), plan_(plan) {
    const std::int64_t side = kImageSide / plan.patch;
    // Files fine-tuned at other resolutions have as many positions.
    positions_ = request.size_in_file("encoder.pos_embedding", 1, 3).value_or(side * side + 1);
    class_token_ = make_constant("class_token", {1, 1, plan.width}, 0);
    patches_ = make_convolution("conv_proj", 3, plan.width, {.kernel = plan.patch, .stride = plan.patch}, true);
    position_embedding_ = make_weight("encoder.pos_embedding", {1, positions_, plan.width}, 0.02);
    for (std::int64_t i = 0; i < plan.layers; ++i) {
      blocks_.push_back(make_block("encoder.layers.encoder_layer_" + std::to_string(i) + "."));
    }
    norm_ = make_layer_norm("encoder.ln");
    head_ = make_linear("heads.head", plan.width, request.classes);
  }

  at::Tensor forward(const at::Tensor& images) const override {
    check_size(images);
    const at::Tensor patches = at::flatten(apply(patches_, images), 2).transpose(1, 2);
    const at::Tensor token = class_token_.expand({images.size(0), 1, plan_.width});
    at::Tensor x = at::add(at::cat({token, patches}, 1), position_embedding_);
    for (const Block& block : blocks_) {
      x = at::add(x, attention(block, normalised(block.attention_norm, x)));
      const at::Tensor hidden = at::gelu(apply(block.first, normalised(block.mlp_norm, x)));
      x = at::add(x, apply(block.second, hidden));
    }
    return apply(head_, at::select(normalised(norm_, x), 1, 0));
  }

 private:
  struct LayerNorm {
    at::Tensor weight;
    at::Tensor bias;
  };
  struct Block {
    LayerNorm attention_norm;
    Linear projections;  ///< queries, keys and values in one
    Linear output;
    LayerNorm mlp_norm;
    Linear first;
    Linear second;
  };

  LayerNorm make_layer_norm(const std::string& name) {
    return {make_constant(name + ".weight", {plan_.width}, 1), make_constant(name + ".bias", {plan_.width}, 0)};
  }

  Block make_block(const std::string& name) {
    const std::string attention = name + "self_attention.";
    Block block;
    block.attention_norm = make_layer_norm(name + "ln_1");
    block.projections.index = next_layer();
    block.projections.name = attention + "in_proj";
    block.projections.weight = make_weight(attention + "in_proj_weight", {3 * plan_.width, plan_.width},
                                           std::sqrt(1.0 / static_cast<double>(plan_.width)));
    block.projections.bias = make_constant(attention + "in_proj_bias", {3 * plan_.width}, 0);
    block.output = make_linear(attention + "out_proj", plan_.width, plan_.width);
    block.mlp_norm = make_layer_norm(name + "ln_2");
    block.first = make_linear(name + "mlp.0", plan_.width, plan_.hidden);
    block.second = make_linear(name + "mlp.3", plan_.hidden, plan_.width);
    return block;
  }

  at::Tensor normalised(const LayerNorm& norm, const at::Tensor& x) const {
    return at::layer_norm(x, {plan_.width}, norm.weight, norm.bias, kLayerNormEpsilon);
  }

  at::Tensor attention(const Block& block, const at::Tensor& x) const {
    const std::int64_t batch = x.size(0);
    const std::int64_t head_width = plan_.width / plan_.heads;
    // [3, batch, heads, positions, head width]
    const at::Tensor all =
        apply(block.projections, x).reshape({batch, positions_, 3, plan_.heads, head_width}).permute({2, 0, 3, 1, 4});
    const at::Tensor queries = at::mul(at::select(all, 0, 0), 1 / std::sqrt(static_cast<double>(head_width)));
    const at::Tensor scores = at::matmul(queries, at::select(all, 0, 1).transpose(-2, -1));
    const at::Tensor mixed = at::matmul(at::softmax(scores, -1), at::select(all, 0, 2));
    return apply(block.output, mixed.transpose(1, 2).reshape({batch, positions_, plan_.width}));
  }

  void check_size(const at::Tensor& images) const {
    const std::int64_t patches = (images.size(2) / plan_.patch) * (images.size(3) / plan_.patch);
    const bool whole = images.size(2) % plan_.patch == 0 && images.size(3) % plan_.patch == 0;
    if (whole && patches + 1 == positions_) return;
    const auto side = static_cast<std::int64_t>(std::lround(std::sqrt(static_cast<double>(positions_ - 1))));
    throw Error(
        ErrorKind::input,
        Phrase("Error", "the transformer takes images of {0}x{0}, not {1}x{2}")
            .filled_with(side * plan_.patch, images.size(2), images.size(3)),
        "network",
        Phrase("Error", "Crop the images to that size, for example --crop {}.").filled_with(side * plan_.patch));
  }

  const TransformerPlan plan_;
  std::int64_t positions_ = 0;  ///< patches and the class token
  at::Tensor class_token_;
  Convolution patches_;
  at::Tensor position_embedding_;
  std::vector<Block> blocks_;
  LayerNorm norm_;
  Linear head_;
};

Architecture transformer(const std::string& name, const std::string& title, const TransformerPlan& plan) {
  Architecture architecture = {
      name, title + ", as torchvision's; the file's positions tell the size of the images", "heads.head.weight",
      [plan](const ArchitectureRequest& request) { return std::make_shared<VisionTransformer>(plan, request); }};
  // Files before torchvision 0.12.
  architecture.aliases = {{".mlp.linear_1.", ".mlp.0."}, {".mlp.linear_2.", ".mlp.3."}};
  return architecture;
}

}  // namespace

std::vector<Architecture> vision_transformers() {
  const TransformerPlan base = {.patch = 16, .layers = 12, .heads = 12, .width = 768, .hidden = 3072};
  const TransformerPlan large = {.patch = 16, .layers = 24, .heads = 16, .width = 1024, .hidden = 4096};
  const TransformerPlan huge = {.patch = 14, .layers = 32, .heads = 16, .width = 1280, .hidden = 5120};
  const auto with_patch = [](TransformerPlan plan, std::int64_t patch) {
    plan.patch = patch;
    return plan;
  };
  return {transformer("vit_b_16", "ViT-B/16", base), transformer("vit_b_32", "ViT-B/32", with_patch(base, 32)),
          transformer("vit_l_16", "ViT-L/16", large), transformer("vit_l_32", "ViT-L/32", with_patch(large, 32)),
          transformer("vit_h_14", "ViT-H/14", huge)};
}

}  // namespace acim
