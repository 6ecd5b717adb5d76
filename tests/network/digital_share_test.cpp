// What of a network runs besides the array.
#include <torch/library.h>
// The line above stands first for clang 14.
#include <gmock/gmock.h>
#include <torch/csrc/jit/api/module.h>

#include <string>
#include <thread>
#include <vector>

#include "network/digital_share.h"
#include "networks.h"

namespace acim {
namespace {

using testing::ElementsAre;

class OutsideOperations : public testing::Test {
 protected:
  std::shared_ptr<const Network> scripted(const std::string& body) {
    torch::jit::Module module("network");
    module.define("def forward(self, x):\n" + body);
    const auto path = folder_ / "network.pt";
    module.save(path.string());
    return load_network({path.string(), {}, Normalisation{}});
  }
  test::TemporaryFolder folder_;
};

TEST_F(OutsideOperations, AreCountedInTheOrderOfTheirFirstCall) {
  const auto network = scripted(
      "    x = torch.conv_transpose2d(x, torch.ones([3, 5, 2, 2]), None, [2, 2])\n"
      "    x = torch.relu(x) + 1.0\n"
      "    x += 2.0\n"
      "    return torch.softmax(torch.mean(x, [2, 3]), 1)\n");
  // Every one of 3 x 32 x 32 values meets 5 x 2 x 2 weights.
  EXPECT_THAT(network->outside_operations(3, 32, 32),
              ElementsAre(OutsideOperation{"transposed convolution", 1, 3LL * 32 * 32 * 5 * 2 * 2},
                          OutsideOperation{"addition", 2, 0}, OutsideOperation{"mean", 1, 0},
                          OutsideOperation{"softmax", 1, 0}));
  EXPECT_TRUE(network->layers(3, 32, 32).empty());
}

TEST_F(OutsideOperations, OfLayersAreTheLayersOwn) {
  const auto network = scripted(
      "    x = torch.conv2d(x, torch.ones([2, 3, 3, 3]), torch.ones([2]))\n"
      "    y = torch.linear(x.flatten(1), torch.ones([4, 1800]), torch.ones([4]))\n"
      "    return torch.addmm(torch.ones([4]), y, torch.ones([4, 4]))\n");
  EXPECT_EQ(network->layers(3, 32, 32).size(), 3U);
  EXPECT_THAT(network->outside_operations(3, 32, 32), ElementsAre());
}

TEST_F(OutsideOperations, OnSizesAreNoArithmeticOfTheImage) {
  const auto network = scripted(
      "    half = torch.tensor(x.size(2)) * 2\n"
      "    return x.reshape([x.size(0), -1])[:, :int(half)]\n");
  EXPECT_THAT(network->outside_operations(3, 32, 32), ElementsAre());
}

TEST_F(OutsideOperations, AreTheSameOnEveryThread) {
  const auto network = scripted("    return torch.softmax(torch.mean(x, [2, 3]), 1)\n");
  std::vector<std::vector<OutsideOperation>> seen(4);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < seen.size(); ++i) {
      // Sizes of their own: each thread traces.
      threads.emplace_back([&, i] { seen[i] = network->outside_operations(3, static_cast<std::int64_t>(i) + 8, 8); });
    }
  }
  for (const auto& operations : seen) {
    EXPECT_THAT(operations, ElementsAre(OutsideOperation{"mean", 1, 0}, OutsideOperation{"softmax", 1, 0}));
  }
}

TEST(OutsideOperationsOfTheDemo, AreItsNormsShortcutsAndPooling) {
  const auto network = load_network({"demo", {}, {}});
  for (const OutsideOperation& operation : network->outside_operations(3, 32, 32)) {
    EXPECT_GT(operation.calls, 0) << operation.name;
    EXPECT_EQ(operation.multiply_accumulates, 0) << operation.name;
  }
  EXPECT_THAT(network->outside_operations(3, 32, 32),
              testing::Contains(testing::Field(&OutsideOperation::name, "batch norm")));
}

class Share : public testing::Test {
 protected:
  Share() {
    for (const char* name : {"conv1", "layer1.0.conv1", "fc"}) {
      LayerInfo& layer = layers_.emplace_back();
      layer.index = static_cast<int>(layers_.size()) - 1;
      layer.name = name;
      layer.multiply_accumulates = 100;
    }
    layers_.front().first_convolution = true;
  }
  std::vector<std::string> reasons(const PointSettings& point) const {
    std::vector<std::string> list;
    for (const DigitalLayer& layer : digital_share(layers_, {}, point).layers) {
      list.push_back(layer.name + ": " + layer.reason);
    }
    return list;
  }
  std::vector<LayerInfo> layers_;
};

TEST_F(Share, SaysWhyEachLayerIsDigital) {
  PointSettings point = test::settings_of(EvaluationMode::simulated);
  EXPECT_THAT(reasons(point), ElementsAre("conv1: first convolution"));
  point.layers = {parse_layer_override("conv1:digital=false"), parse_layer_override("f*:digital=true")};
  EXPECT_THAT(reasons(point), ElementsAre("fc: layer setting f*:digital=true"));
  point.layers = {parse_layer_override("*:adc_bits=6")};
  EXPECT_THAT(reasons(point), ElementsAre("conv1: first convolution"));
  EXPECT_THAT(reasons(test::settings_of(EvaluationMode::quantised)),
              ElementsAre("conv1: mode quantised", "layer1.0.conv1: mode quantised", "fc: mode quantised"));
}

TEST_F(Share, CountsTransposedConvolutionsOnBothSides) {
  const std::vector<OutsideOperation> outside = {{"batch norm", 2, 0}, {"transposed convolution", 1, 50}};
  const DigitalShare share = digital_share(layers_, outside, test::settings_of(EvaluationMode::simulated));
  EXPECT_EQ(share.layer_count, 3U);
  EXPECT_EQ(share.multiply_accumulates, 350);
  EXPECT_EQ(share.digital_multiply_accumulates(), 150);
  EXPECT_EQ(share.outside, outside);
}

}  // namespace
}  // namespace acim
