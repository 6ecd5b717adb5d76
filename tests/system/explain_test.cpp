#include <gmock/gmock.h>

#include "command.h"

namespace acim::test {
namespace {

using testing::HasSubstr;

TEST(Explain, SaysWhereErrorsComeFrom) {
  const CommandResult result =
      acim({"explain", "--set", "adc_bits=6", "--set", "random_noise_percent=0.2", "--only", "layer3.*", "-q"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_EQ(result.errors, "");
  EXPECT_THAT(result.output, HasSubstr("ADC rounding"));
  EXPECT_THAT(result.output, HasSubstr("random noise"));
  EXPECT_THAT(result.output, HasSubstr("\nlayer3.0.conv2 "));
  EXPECT_THAT(result.output, HasSubstr("adc_bits = 7"));
  EXPECT_THAT(result.output, testing::Not(HasSubstr("layer1.")));
  EXPECT_THAT(result.output, testing::Not(HasSubstr("-0.0")));
}

TEST(Explain, OfOneLayerHasItsPairsOfBits) {
  const std::vector<std::string> command{"explain", "--images", "1",           "--set", "adc_bits=6",
                                         "--only",  "linear",   "--no-trials", "-q"};
  EXPECT_THAT(acim(command).output, HasSubstr("by weight bit (rows) and activation cycle"));
  const CommandResult result = acim(command + std::vector<std::string>{"--json"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  const nlohmann::json json = result.json();
  EXPECT_EQ(json.at("images"), 1);
  EXPECT_EQ(json.at("parameters").at("adc_bits"), 6);
  ASSERT_EQ(json.at("layers").size(), 1U);
  const nlohmann::json& layer = json["layers"][0];
  EXPECT_EQ(layer.at("layer"), "linear");
  EXPECT_TRUE(layer.at("trials").empty());
  ASSERT_EQ(layer.at("pairs").size(), 64U);
  double pairs = 0;
  for (const auto& pair : layer["pairs"]) pairs += pair.at("error_share").get<double>();
  EXPECT_NEAR(pairs, 1, 1e-9);
  double causes = 0;
  for (const auto& [key, share] : layer.at("causes").items()) causes += share.get<double>();
  EXPECT_NEAR(causes, 1, 1e-9);
}

/// What is left there is no error of the array.
TEST(Explain, SaysWhatSharesOfALosslessLayerAreOf) {
  const CommandResult result = acim({"explain", "--images", "1", "--no-trials", "-q"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.output, HasSubstr("No layer loses anything: the array gives the exact integer products"));
  EXPECT_THAT(result.output, HasSubstr("lossless"));
  EXPECT_THAT(result.output, testing::Not(HasSubstr("no error")));
}

TEST(Explain, NeedsALayerOfTheArray) {
  const CommandResult digital = acim({"explain", "--only", "conv1", "-q"});
  EXPECT_EQ(digital.exit_code, 2);
  EXPECT_TRUE(is_clear_error(digital)) << digital.errors;
  EXPECT_THAT(digital.errors, HasSubstr("conv1"));
  const CommandResult in_float = acim({"explain", "--mode", "float", "-q"});
  EXPECT_EQ(in_float.exit_code, 2);
  EXPECT_TRUE(is_clear_error(in_float)) << in_float.errors;
}

TEST(Hints, AreSaidByARunAndKeptInItsJson) {
  // 256 rows have one sum more than 8 bits have codes.
  const std::vector<std::string> run{"run", "--images", "1", "--set", "rows=256"};
  EXPECT_THAT(acim(run).errors, HasSubstr("\nhint: "));
  const CommandResult quiet = acim(run + std::vector<std::string>{"-q", "--json"});
  EXPECT_EQ(quiet.errors, "");
  EXPECT_FALSE(quiet.json().at("hints").empty());
  EXPECT_FALSE(acim({"run", "--images", "1", "--mode", "quantised", "-q", "--json"}).json().contains("hints"));
}

}  // namespace
}  // namespace acim::test
