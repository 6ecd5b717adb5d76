// What stays digital is told by every command that shows a network.
#include <gmock/gmock.h>

#include "command.h"
#include "test_files.h"

namespace acim::test {
namespace {

using testing::HasSubstr;

constexpr std::int64_t kMacs = 12239488;  // of the demo network

TEST(Digital, IsListedByARun) {
  const std::vector<std::string> run{"run", "--images", "2", "-q"};
  const CommandResult text = acim(run);
  ASSERT_EQ(text.exit_code, 0) << text.errors;
  EXPECT_THAT(text.output, HasSubstr("digital    1 of 8 layers, "));
  EXPECT_THAT(text.output, HasSubstr("(first convolution)"));
  EXPECT_THAT(text.output, HasSubstr("\n           in float besides: "));
  const nlohmann::json digital = acim(run + std::vector<std::string>{"--json"}).json().at("digital");
  ASSERT_EQ(digital.at("layers").size(), 1U);
  EXPECT_EQ(digital["layers"][0].at("index"), 0);
  EXPECT_EQ(digital["layers"][0].at("reason"), "first convolution");
  EXPECT_EQ(digital["layers"][0].at("macs"), digital.at("macs"));
  EXPECT_DOUBLE_EQ(digital.at("macs_percent").get<double>(), 100 * digital["macs"].get<double>() / kMacs);
  EXPECT_FALSE(digital.at("outside").empty());
}

TEST(Digital, FollowsTheSettings) {
  const std::vector<std::string> run{"run", "--images", "2", "-q", "--json"};
  const auto digital = [&](const std::vector<std::string>& more) { return acim(run + more).json().at("digital"); };
  EXPECT_TRUE(digital({"--layer", "*:digital=false"}).at("layers").empty());
  EXPECT_EQ(digital({"--layer", "*:digital=false"}).at("macs"), 0);
  EXPECT_EQ(digital({"--mode", "quantised"}).at("macs"), kMacs);
  EXPECT_THAT(acim({"run", "--images", "2", "-q", "--mode", "float"}).output,
              HasSubstr("digital    8 of 8 layers, 100 % of 12.24 M multiply-accumulates (mode float)\n"));
}

TEST(Digital, IsTheSameInEnergyAndLayerList) {
  const nlohmann::json energy = acim({"energy", "--network", "demo", "--json"}).json();
  std::int64_t macs = 0;
  for (const auto& layer : energy.at("layers")) {
    if (layer.at("where") == "digital") macs += layer.at("macs").get<std::int64_t>();
  }
  EXPECT_GT(macs, 0);
  EXPECT_EQ(energy.at("digital").at("macs"), macs);
  EXPECT_EQ(energy["digital"], acim({"run", "--images", "1", "-q", "--json"}).json().at("digital"));
  EXPECT_THAT(acim({"energy", "--network", "demo"}).output, HasSubstr("digital        1 of 8 layers, "));
  EXPECT_THAT(acim({"list", "layers"}).output, HasSubstr("\ndigital: 1 of 8 layers, "));
}

TEST(Digital, OfATransformerNamesItsNormsAndSoftmax) {
  ACIM_REQUIRE_SHARED("data/weights/vit_cifar10.pt");
  const CommandResult result =
      acim({"energy", "--network", (shared_folder() / "data/weights/vit_cifar10.pt").string(), "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  const nlohmann::json json = result.json();
  std::vector<std::string> names;
  for (const auto& operation : json.at("digital").at("outside")) names.push_back(operation.at("name"));
  EXPECT_THAT(names, testing::IsSupersetOf({"layer norm", "softmax", "addition", "product by element"}));
}

}  // namespace
}  // namespace acim::test
