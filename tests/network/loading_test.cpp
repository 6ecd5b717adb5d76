#include <gmock/gmock.h>

#include "base/error.h"
#include "base/safetensors.h"
#include "network/demo_network.h"
#include "network/normalisation_unknown.h"
#include "networks.h"

namespace acim {
namespace {

using testing::HasSubstr;

std::string message_of(const NetworkSource& source, ErrorKind kind = ErrorKind::input) {
  try {
    load_network(source);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), kind) << error.what();
    return error.what();
  }
  return "no error";
}

void expect_equal_logits(const NetworkSource& a, const NetworkSource& b) {
  const test::Images images = test::demo_images(8);
  const PointSettings settings = test::settings_of(EvaluationMode::floating_point);
  const auto first = load_network(a)->logits(images.block(), settings, nullptr);
  const auto second = load_network(b)->logits(images.block(), settings, nullptr);
  EXPECT_EQ(first.size(), second.size());
  EXPECT_LT(test::largest_difference(first, second), 1e-4F);
}

TEST(Loading, OldStateDictEqualsTorchScript) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20-12fca82f.th");
  expect_equal_logits(test::source_of("resnet20-12fca82f.th", "resnet20-cifar"),
                      test::source_of("resnet20_cifar10.pt"));
}

TEST(Loading, StateDictEqualsTorchScript) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20_cifar10_jpeg.pth");
  expect_equal_logits(test::source_of("resnet20_cifar10_jpeg.pth", "resnet20-cifar"),
                      test::source_of("resnet20_cifar10_jpeg.pt"));
}

TEST(Loading, ProjectionShortcutsEqualTorchScript) {
  ACIM_REQUIRE_SHARED("data/weights/cifar100_resnet20.pth");
  expect_equal_logits(test::source_of("cifar100_resnet20.pth", "resnet20-cifar-projection"),
                      test::source_of("cifar100_resnet20.pt"));
}

TEST(Loading, ListsTheLayersOfResNet20) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20_cifar10.pt");
  for (const NetworkSource& source :
       {test::source_of("resnet20_cifar10.pt"), test::source_of("resnet20-12fca82f.th", "resnet20-cifar")}) {
    const auto network = load_network(source);
    const auto layers = network->layers(3, 32, 32);
    ASSERT_EQ(layers.size(), 20U);
    EXPECT_EQ(layers.front().name, "conv1");
    EXPECT_TRUE(layers.front().first_convolution);
    EXPECT_EQ(layers[1].name, "layer1.0.conv1");
    EXPECT_FALSE(layers[1].first_convolution);
    EXPECT_EQ(layers.back().name, "linear");
    EXPECT_EQ(layers.back().kind, LayerKind::linear);
    std::int64_t products = 0;
    for (const LayerInfo& layer : layers) products += layer.multiply_accumulates;
    EXPECT_EQ(products, 40551040);  // 40.6 M, as published for ResNet-20
    EXPECT_EQ(network->class_count(3, 32, 32), 10);
  }
}

TEST(Loading, ListsProductsOfActivations) {
  ACIM_REQUIRE_SHARED("data/weights/vit_cifar10.pt");
  const auto layers = load_network(test::source_of("vit_cifar10.pt"))->layers(3, 32, 32);
  const auto products =
      std::count_if(layers.begin(), layers.end(), [](const LayerInfo& l) { return l.kind == LayerKind::matmul; });
  EXPECT_EQ(products, 12);  // scores and values of six blocks
  const auto first =
      std::find_if(layers.begin(), layers.end(), [](const LayerInfo& l) { return l.kind == LayerKind::matmul; });
  EXPECT_EQ(first->parts, 8);  // heads
  EXPECT_EQ(first->geometry, LayerGeometry::linear(65, 16, 65));
  EXPECT_EQ(first->name, "matmul_0");
}

TEST(Loading, SaysByItsTypeThatTheNormalisationIsNotKnown) {
  const test::TemporaryFolder folder;
  Safetensors weights = parse_safetensors(demo_network_bytes(), "demo");
  weights.metadata.clear();
  const std::string file = (folder / "net.safetensors").string();
  write_safetensors(file, weights);
  EXPECT_THROW(load_network({file, "resnet-demo", std::nullopt}), NormalisationUnknown);
  EXPECT_NO_THROW(load_network({file, "resnet-demo", Normalisation{}}));
}

TEST(Loading, WrongArchitectureNamesWhatDoesNotFit) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20-12fca82f.th");
  EXPECT_THAT(message_of(test::source_of("resnet20-12fca82f.th", "resnet32-cifar")),
              testing::AllOf(HasSubstr("missing"), HasSubstr("layer1.3.")));
  EXPECT_THAT(message_of(test::source_of("resnet20-12fca82f.th", "resnet-demo")), HasSubstr("unexpected"));
  EXPECT_THAT(message_of(test::source_of("resnet20-12fca82f.th", "resnet18")), HasSubstr("fc.weight"));
  EXPECT_THAT(message_of(test::source_of("resnet20-12fca82f.th", "resnet21"), ErrorKind::usage),
              HasSubstr("resnet20-cifar"));
  EXPECT_THAT(message_of(test::source_of("resnet20-12fca82f.th"), ErrorKind::usage), HasSubstr("--architecture"));
}

TEST(Loading, WrongImageSizeIsAnError) {
  ACIM_REQUIRE_SHARED("data/weights/vit_cifar10.pt");
  const auto network = load_network(test::source_of("vit_cifar10.pt"));
  EXPECT_THROW(network->layers(3, 48, 48), Error);
  EXPECT_THROW(network->layers(1, 32, 32), Error);
  EXPECT_EQ(network->class_count(3, 32, 32), 10);
}

}  // namespace
}  // namespace acim
