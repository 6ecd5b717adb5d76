#include <torch/library.h>
// The line above stands first for clang 14.
#include <ATen/ops/full.h>
#include <gmock/gmock.h>
#include <torch/csrc/jit/api/module.h>

#include <limits>

#include "base/error.h"
#include "base/safetensors.h"
#include "network/weights_file.h"
#include "networks.h"

namespace acim {
namespace {

using testing::HasSubstr;

/// "loaded", or the message of an Error(input); anything else fails the test.
std::string outcome(const std::filesystem::path& path, const std::string& architecture = {}) {
  try {
    load_network({path.string(), architecture, Normalisation{}});
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input) << error.what();
    return error.what();
  }
  return "loaded";
}

class HostileNetwork : public testing::Test {
 protected:
  std::filesystem::path scripted(const std::string& code) {
    torch::jit::Module module("network");
    module.define(code);
    const auto path = folder_ / "network.pt";
    module.save(path.string());
    return path;
  }
  std::filesystem::path written(const std::vector<std::byte>& bytes) {
    test::write_bytes(folder_ / "network.pt", bytes);
    return folder_ / "network.pt";
  }
  test::TemporaryFolder folder_;
};

TEST_F(HostileNetwork, PlainCodeLoads) {
  EXPECT_EQ(outcome(scripted("def forward(self, x):\n    return torch.relu(x).flatten(1)\n")), "loaded");
}

TEST_F(HostileNetwork, OperatorsOffTheListAreNamed) {
  EXPECT_THAT(outcome(scripted("def forward(self, x):\n    torch.save(x, \"stolen\")\n    return x\n")),
              HasSubstr("aten::save"));
  EXPECT_THAT(outcome(scripted("def forward(self, x):\n    return torch.from_file(\"/etc/passwd\", False, 4)\n")),
              HasSubstr("aten::from_file"));
  EXPECT_THAT(outcome(scripted("def forward(self, x):\n    print(x)\n    return x\n")), HasSubstr("prim::Print"));
  EXPECT_THAT(outcome(scripted("def forward(self, x):\n    while True:\n        x = x + 1\n    return x\n")),
              HasSubstr("prim::Loop"));
  EXPECT_THAT(outcome(scripted(
                  "def forward(self, x):\n    if bool(x.sum() > 0):\n        x = torch.rand([2])\n    return x\n")),
              HasSubstr("aten::rand"));
}

TEST_F(HostileNetwork, OperatorsOfCalledMethodsAreFound) {
  EXPECT_THAT(outcome(scripted("def inner(self, x):\n    print(x)\n    return x\n"
                               "def forward(self, x):\n    return self.inner(x)\n")),
              HasSubstr("prim::Print"));
}

TEST_F(HostileNetwork, ABiasOfOneNumberIsThatOfEveryOutput) {
  torch::jit::Module module("network");
  module.register_parameter("weight", at::full({10, 3072}, 0.001), false);
  module.register_parameter("bias", at::full({1}, 7.0), false);
  module.define("def forward(self, x):\n    return torch.linear(x.flatten(1), self.weight, self.bias)\n");
  module.save((folder_ / "network.pt").string());
  const auto network = load_network({(folder_ / "network.pt").string(), {}, Normalisation{}});
  const test::Images images = test::demo_images(2);
  PointSettings integers = test::settings_of(EvaluationMode::quantised);
  integers.macro.activation_scale = ActivationScale::per_image;
  integers.macro.signed_activations = SignedActivations::never;
  EXPECT_LT(test::largest_difference(
                network->logits(images.block(), integers, nullptr),
                network->logits(images.block(), test::settings_of(EvaluationMode::floating_point), nullptr)),
            0.05F);
}

TEST_F(HostileNetwork, FusedAttentionSaysHowToExport) {
  EXPECT_THAT(
      outcome(scripted("def forward(self, x):\n"
                       "    return torch._native_multi_head_attention(x, x, x, 8, 2, x, x, x, x, None, False)[0]\n")),
      testing::AllOf(HasSubstr("_native_multi_head_attention"), HasSubstr("check_trace=False")));
}

TEST_F(HostileNetwork, CodeThatRunsWhileLoadingIsRefusedAndNotRun) {
  const auto proof = folder_ / "it_ran";
  const auto path = scripted(
      "def forward(self, x):\n    return x\n"
      "def __getstate__(self):\n    return 1\n"
      "def __setstate__(self, state: int):\n    torch.save(state, \"" +
      proof.string() + "\")\n");
  EXPECT_THAT(outcome(path), HasSubstr("__setstate__"));
  EXPECT_FALSE(std::filesystem::exists(proof));
}

TEST_F(HostileNetwork, TruncatedNetworksAreRefused) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20_cifar10.pt");
  const auto whole = test::bytes_of(test::shared_folder() / "data/weights/resnet20_cifar10.pt");
  for (std::size_t length = 0; length < whole.size(); length += whole.size() / 61) {
    const auto path = written({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)});
    EXPECT_NE(outcome(path), "loaded") << length;
  }
}

TEST_F(HostileNetwork, FlippedBitsAreFoundOrHarmless) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20_cifar10.pt");
  const auto whole = test::bytes_of(test::shared_folder() / "data/weights/resnet20_cifar10.pt");
  int refused = 0;
  int tried = 0;
  for (std::size_t at = 1; at < whole.size(); at += whole.size() / 83, ++tried) {
    auto flipped = whole;
    flipped[at] ^= static_cast<std::byte>(1U << (at % 8));
    if (outcome(written(flipped)) != "loaded") ++refused;
  }
  EXPECT_GT(refused, tried / 2);  // checksums cover the data; padding between entries does not matter
}

TEST_F(HostileNetwork, WrongMagicIsRefused) {
  auto bytes = test::bytes_of(scripted("def forward(self, x):\n    return x\n"));
  bytes[0] = std::byte{'Q'};
  EXPECT_NE(outcome(written(bytes)), "loaded");
}

TEST_F(HostileNetwork, TensorsThatAreNoNumbersAreNamed) {
  torch::jit::Module module("network");
  module.register_parameter("scale", at::full({2}, std::numeric_limits<float>::quiet_NaN()), false);
  module.define("def forward(self, x):\n    return x * self.scale\n");
  module.save((folder_ / "nan.pt").string());
  EXPECT_THAT(outcome(folder_ / "nan.pt"), HasSubstr("\"scale\""));
}

TEST_F(HostileNetwork, NanInWeightsAloneIsNamed) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20-12fca82f.th");
  Safetensors file = read_weights_file(test::shared_folder() / "data/weights/resnet20-12fca82f.th");
  write_safetensors(folder_ / "whole.safetensors", file);
  EXPECT_EQ(outcome(folder_ / "whole.safetensors", "resnet20-cifar"), "loaded");
  std::vector<float> values = file.at("layer2.0.bn1.bias").as_float();
  values[3] = std::numeric_limits<float>::quiet_NaN();
  file.tensors["layer2.0.bn1.bias"] = make_tensor({32}, values);
  write_safetensors(folder_ / "nan.safetensors", file);
  EXPECT_THAT(outcome(folder_ / "nan.safetensors", "resnet20-cifar"), HasSubstr("\"layer2.0.bn1.bias\""));
}

}  // namespace
}  // namespace acim
