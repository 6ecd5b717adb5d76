// The line below stands first for clang 14.
#include <ATen/core/ivalue.h>
#include <ATen/ops/_transformer_encoder_layer_fwd.h>
#include <ATen/ops/add.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/layer_norm.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/sub.h>
#include <gmock/gmock.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/serialization/import.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/safetensors.h"
#include "network/architecture.h"
#include "network/architectures/registry.h"
#include "networks.h"

namespace acim {
namespace {

using testing::HasSubstr;

std::int64_t parameter_count(const ArchitectureModule& module) {
  std::int64_t count = 0;
  for (const NamedTensor& parameter : module.parameters()) count += parameter.tensor.numel();
  return count;
}

/// The memory of weights that are not initialised is never touched, so that the largest network is cheap to ask.
std::shared_ptr<ArchitectureModule> unfilled(const std::string& name, std::int64_t classes = 1000,
                                             decltype(ArchitectureRequest::shapes) shapes = {}) {
  return architecture_named(name).make({.classes = classes, .seed = {}, .shapes = std::move(shapes)});
}

std::vector<std::int64_t> shape_of(const ArchitectureModule& module, const std::string& name) {
  for (const auto* list : {&module.parameters(), &module.buffers()}) {
    for (const NamedTensor& entry : *list) {
      if (entry.name == name) return entry.tensor.sizes().vec();
    }
  }
  ADD_FAILURE() << "no " << name;
  return {};
}

// num_params of the weights in torchvision's documentation (docs/stable/models.html, ImageNet-1K weights).
TEST(Architectures, HaveAsManyParametersAsTorchvisions) {
  const std::map<std::string, std::int64_t> published = {
      {"resnet18", 11689512},    {"resnet34", 21797672},  {"resnet50", 25557032},    {"resnet101", 44549160},
      {"resnet152", 60192808},   {"vgg11", 132863336},    {"vgg11_bn", 132868840},   {"vgg13", 133047848},
      {"vgg13_bn", 133053736},   {"vgg16", 138357544},    {"vgg16_bn", 138365992},   {"vgg19", 143667240},
      {"vgg19_bn", 143678248},   {"vit_b_16", 86567656},  {"vit_b_32", 88224232},    {"vit_l_16", 304326632},
      {"vit_l_32", 306535400},   {"vit_h_14", 632045800}, {"mobilenet_v2", 3504872}, {"squeezenet1_0", 1248424},
      {"squeezenet1_1", 1235496}};
  for (const auto& [name, count] : published) EXPECT_EQ(parameter_count(*unfilled(name)), count) << name;
  // The file's positions tell the image size: 518 pixels, 37 x 37 patches.
  EXPECT_EQ(parameter_count(*unfilled("vit_h_14", 1000, {{"encoder.pos_embedding", {1, 1370, 1280}}})), 633470440);
}

TEST(Architectures, HaveTorchvisionsNames) {
  const auto vgg = unfilled("vgg16_bn");
  EXPECT_EQ(shape_of(*vgg, "features.40.weight"), (std::vector<std::int64_t>{512, 512, 3, 3}));
  EXPECT_EQ(shape_of(*vgg, "features.41.running_var"), (std::vector<std::int64_t>{512}));
  EXPECT_EQ(shape_of(*vgg, "classifier.0.weight"), (std::vector<std::int64_t>{4096, 25088}));
  EXPECT_EQ(shape_of(*vgg, "classifier.6.bias"), (std::vector<std::int64_t>{1000}));
  EXPECT_EQ(shape_of(*unfilled("vgg19"), "features.34.weight"), (std::vector<std::int64_t>{512, 512, 3, 3}));
  const auto resnet = unfilled("resnet152");
  EXPECT_EQ(shape_of(*resnet, "layer3.35.conv3.weight"), (std::vector<std::int64_t>{1024, 256, 1, 1}));
  EXPECT_EQ(shape_of(*resnet, "layer2.0.downsample.1.running_mean"), (std::vector<std::int64_t>{512}));
  const auto mobile = unfilled("mobilenet_v2");
  EXPECT_EQ(shape_of(*mobile, "features.1.conv.0.0.weight"), (std::vector<std::int64_t>{32, 1, 3, 3}));
  EXPECT_EQ(shape_of(*mobile, "features.1.conv.2.running_mean"), (std::vector<std::int64_t>{16}));
  EXPECT_EQ(shape_of(*mobile, "features.17.conv.1.0.weight"), (std::vector<std::int64_t>{960, 1, 3, 3}));
  EXPECT_EQ(shape_of(*mobile, "features.17.conv.3.weight"), (std::vector<std::int64_t>{320}));
  EXPECT_EQ(shape_of(*mobile, "features.18.0.weight"), (std::vector<std::int64_t>{1280, 320, 1, 1}));
  const auto squeeze = unfilled("squeezenet1_0");
  EXPECT_EQ(shape_of(*squeeze, "features.12.expand3x3.weight"), (std::vector<std::int64_t>{256, 64, 3, 3}));
  const auto transformer = unfilled("vit_l_32");
  const std::string block = "encoder.layers.encoder_layer_23.";
  EXPECT_EQ(shape_of(*transformer, "conv_proj.weight"), (std::vector<std::int64_t>{1024, 3, 32, 32}));
  EXPECT_EQ(shape_of(*transformer, "encoder.pos_embedding"), (std::vector<std::int64_t>{1, 50, 1024}));
  EXPECT_EQ(shape_of(*transformer, block + "self_attention.in_proj_weight"), (std::vector<std::int64_t>{3072, 1024}));
  EXPECT_EQ(shape_of(*transformer, block + "self_attention.out_proj.bias"), (std::vector<std::int64_t>{1024}));
  EXPECT_EQ(shape_of(*transformer, block + "mlp.3.weight"), (std::vector<std::int64_t>{1024, 4096}));
  EXPECT_EQ(shape_of(*transformer, "heads.head.weight"), (std::vector<std::int64_t>{1000, 1024}));
}

TEST(Architectures, OfSmallImagesGiveOneLogitAClass) {
  const at::Tensor images = at::randn({2, 3, 32, 32});
  for (const char* name : {"resnet18-cifar", "vgg11_bn-cifar", "vgg13-cifar", "mobilenet_v2-cifar"}) {
    const at::Tensor logits = make_architecture(name, 7)->forward(images);
    EXPECT_EQ(logits.sizes().vec(), (std::vector<std::int64_t>{2, 7})) << name;
    EXPECT_TRUE(logits.isfinite().all().item<bool>()) << name;
  }
  const at::Tensor logits = make_architecture("squeezenet1_1", 7)->forward(at::randn({1, 3, 64, 64}));
  EXPECT_EQ(logits.sizes().vec(), (std::vector<std::int64_t>{1, 7}));
}

TEST(Architectures, TakeTheClassifiersWidthFromTheFile) {
  const auto vgg = unfilled("vgg11", 10, {{"classifier.0.weight", {128, 512}}});
  EXPECT_EQ(shape_of(*vgg, "classifier.0.weight"), (std::vector<std::int64_t>{128, 512}));
  EXPECT_EQ(shape_of(*vgg, "classifier.3.weight"), (std::vector<std::int64_t>{128, 128}));
  EXPECT_EQ(vgg->forward(at::randn({1, 3, 32, 32})).size(1), 10);
}

// LibTorch's own encoder layer, which its nn.TransformerEncoderLayer uses, with the same weights.
TEST(VisionTransformer, EqualsLibTorchsEncoderLayers) {
  constexpr std::int64_t kWidth = 768;
  constexpr std::int64_t kHeads = 12;
  const auto module = architecture_named("vit_b_32")
                          .make({.classes = 5, .seed = 3, .shapes = {{"encoder.pos_embedding", {1, 5, kWidth}}}});
  std::map<std::string, at::Tensor> tensors;
  for (const NamedTensor& parameter : module->parameters()) tensors[parameter.name] = parameter.tensor;
  tensors.at("class_token").normal_(0, 0.5);
  const at::Tensor images = at::randn({2, 3, 64, 64});
  at::Tensor x = at::conv2d(images, tensors.at("conv_proj.weight"), tensors.at("conv_proj.bias"), {32, 32});
  x = at::cat({tensors.at("class_token").expand({2, 1, kWidth}), x.flatten(2).transpose(1, 2)}, 1);
  x = at::add(x, tensors.at("encoder.pos_embedding"));
  for (int i = 0; i < 12; ++i) {
    const std::string block = "encoder.layers.encoder_layer_" + std::to_string(i) + ".";
    const auto of = [&](const std::string& name) { return tensors.at(block + name); };
    x = at::_transformer_encoder_layer_fwd(x, kWidth, kHeads, of("self_attention.in_proj_weight"),
                                           of("self_attention.in_proj_bias"), of("self_attention.out_proj.weight"),
                                           of("self_attention.out_proj.bias"), true, true, 1e-6, of("ln_1.weight"),
                                           of("ln_1.bias"), of("ln_2.weight"), of("ln_2.bias"), of("mlp.0.weight"),
                                           of("mlp.0.bias"), of("mlp.3.weight"), of("mlp.3.bias"), {}, {});
  }
  x = at::layer_norm(x, {kWidth}, tensors.at("encoder.ln.weight"), tensors.at("encoder.ln.bias"), 1e-6);
  const at::Tensor expected =
      at::linear(x.select(1, 0), tensors.at("heads.head.weight"), tensors.at("heads.head.bias"));
  const at::Tensor logits = module->forward(images);
  EXPECT_LT(at::sub(logits, expected).abs().max().item<float>(), 2e-4F);
  EXPECT_GT(logits.abs().max().item<float>(), 0.1F);
  try {
    module->forward(at::randn({1, 3, 96, 96}));
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("takes images of 64x64, not 96x96"));
  }
}

/// Every tensor of a module, as a file has them.
Safetensors state_of(const ArchitectureModule& module) {
  Safetensors file;
  for (const auto* list : {&module.parameters(), &module.buffers()}) {
    for (const NamedTensor& entry : *list) {
      const auto count = static_cast<std::size_t>(entry.tensor.numel());
      file.tensors.emplace(entry.name, make_tensor(entry.tensor.sizes().vec(),
                                                   std::span<const float>(entry.tensor.data_ptr<float>(), count)));
    }
  }
  return file;
}

class ArchitectureFiles : public testing::Test {
 protected:
  NetworkSource written(const Safetensors& file, const std::string& architecture) const {
    write_safetensors(folder_ / "net.safetensors", file);
    return {(folder_ / "net.safetensors").string(), architecture, Normalisation{}};
  }
  std::string refusal(const Safetensors& file, const std::string& architecture) const {
    try {
      load_network(written(file, architecture));
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      return error.what();
    }
    return "no error";
  }
  const test::TemporaryFolder folder_;
};

TEST_F(ArchitectureFiles, AreTheNetworkThatWroteThem) {
  const test::Images images = test::demo_images(2);
  const PointSettings settings = test::settings_of(EvaluationMode::floating_point);
  at::Tensor input = at::empty({2, 3, 32, 32});
  for (std::int64_t i = 0; i < input.numel(); ++i) {
    input.data_ptr<float>()[i] = static_cast<float>(images.pixels[static_cast<std::size_t>(i)]) / 255.0F;
  }
  for (const char* name : {"squeezenet1_1", "mobilenet_v2-cifar", "vgg11_bn-cifar"}) {
    const auto module = make_architecture(name, 13, 5);
    const auto network = load_network(written(state_of(*module), name));
    EXPECT_EQ(network->parameter_count(), parameter_count(*module));
    const auto logits = network->logits(images.block(), settings, nullptr);
    const at::Tensor expected = module->forward(input).contiguous();
    ASSERT_EQ(logits.size(), 26U) << name;
    for (std::size_t i = 0; i < logits.size(); ++i) {
      EXPECT_NEAR(logits[i], expected.data_ptr<float>()[i], 1e-4) << name;
    }
  }
}

TEST_F(ArchitectureFiles, OfATransformerMayHaveOlderNamesAndShowTheirProducts) {
  // Two positions: images of 32x32 pixels.
  const auto module = architecture_named("vit_b_32")
                          .make({.classes = 3, .seed = 1, .shapes = {{"encoder.pos_embedding", {1, 2, 768}}}});
  Safetensors file = state_of(*module);
  Safetensors older;
  for (auto& [name, tensor] : file.tensors) {
    std::string renamed = name;
    for (const auto& [now, then] : {std::pair{".mlp.0.", ".mlp.linear_1."}, std::pair{".mlp.3.", ".mlp.linear_2."}}) {
      const std::size_t place = renamed.find(now);
      if (place != std::string::npos) renamed.replace(place, 7, then);
    }
    older.tensors.emplace(renamed, std::move(tensor));
  }
  const auto network = load_network(written(older, "vit_b_32"));
  const auto layers = network->layers(3, 32, 32);
  // The patches, six layers in each of twelve blocks (two of them products of activations), and the head.
  ASSERT_EQ(layers.size(), 74U);
  EXPECT_EQ(layers[0].name, "conv_proj");
  EXPECT_EQ(layers[1].name, "encoder.layers.encoder_layer_0.self_attention.in_proj");
  EXPECT_EQ(layers[2].kind, LayerKind::matmul);
  EXPECT_EQ(layers[2].parts, 12);
  EXPECT_EQ(layers[3].kind, LayerKind::matmul);
  EXPECT_EQ(layers[4].name, "encoder.layers.encoder_layer_0.self_attention.out_proj");
  EXPECT_EQ(layers[73].name, "heads.head");
}

TEST_F(ArchitectureFiles, ThatAreWrongListMissingUnexpectedAndMismatchedEntries) {
  Safetensors file = state_of(*make_architecture("squeezenet1_1", 4));
  file.tensors.erase("features.3.squeeze.bias");
  file.tensors.emplace("features.3.more", file.at("features.4.squeeze.bias"));
  file.tensors["features.0.weight"] = file.at("features.4.squeeze.bias");
  const std::string what = refusal(file, "squeezenet1_1");
  EXPECT_THAT(what, HasSubstr("1 missing: features.3.squeeze.bias"));
  EXPECT_THAT(what, HasSubstr("1 unexpected: features.3.more"));
  EXPECT_THAT(what, HasSubstr("1 of another shape: features.0.weight is [16] instead of [64, 3, 3, 3]"));
  EXPECT_THAT(refusal(file, "vgg11"), HasSubstr("classifier.6.weight"));
  EXPECT_THAT(refusal(file, "vgg11"), HasSubstr("Choose the architecture"));
}

TEST_F(ArchitectureFiles, OfAnotherArchitectureSayWhichTheyFit) {
  const Safetensors file = state_of(*make_architecture("resnet20-cifar-projection", 100));
  const std::string what = refusal(file, "resnet20-cifar");
  EXPECT_THAT(what, HasSubstr("2 missing: linear.weight, linear.bias"));
  EXPECT_THAT(what, HasSubstr("The file fits resnet20-cifar-projection."));
  try {
    load_network(written(file, ""));
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.what(), HasSubstr("It fits --architecture resnet20-cifar-projection."));
  }
}

TEST_F(ArchitectureFiles, ThatAskForTooMuchMemoryAreRefused) {
  Safetensors file = state_of(*make_architecture("squeezenet1_1", 4));
  const std::vector<float> zeros(1 << 20);
  file.tensors.emplace("classifier.0.weight", make_tensor({1 << 20, 1}, std::span(zeros)));
  file.tensors.emplace("classifier.6.weight", make_tensor({1, 1 << 20}, std::span(zeros)));
  EXPECT_THAT(refusal(file, "vgg11"), testing::AnyOf(HasSubstr("too large for the memory"), HasSubstr("do not fit")));
}

TEST_F(ArchitectureFiles, OfSqueezeNetEqualTorchScript) {
  ACIM_REQUIRE_SHARED("data/weights/squeezenet1_1_imagenet.pt");
  const NetworkSource traced = test::source_of("squeezenet1_1_imagenet.pt");
  Safetensors file;
  for (const auto& parameter : torch::jit::load(traced.path).named_parameters()) {
    const at::Tensor tensor = parameter.value.detach().to(at::kFloat).contiguous();
    const std::span<const float> values(tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel()));
    file.tensors.emplace(parameter.name, make_tensor(tensor.sizes().vec(), values));
  }
  NetworkSource own = written(file, "squeezenet1_1");
  own.normalisation = traced.normalisation;
  const PointSettings settings = test::settings_of(EvaluationMode::floating_point);
  const test::Images images = test::demo_images(3);  // as one picture of 96x32
  ImageBlock block = images.block();
  block.count = 1;
  block.height = 96;
  const auto logits = load_network(own)->logits(block, settings, nullptr);
  ASSERT_EQ(logits.size(), 1000U);
  EXPECT_LT(test::largest_difference(logits, load_network(traced)->logits(block, settings, nullptr)), 1e-3F);
}

}  // namespace
}  // namespace acim
