#include <gmock/gmock.h>

#include <fstream>
#include <string>

#include "command.h"
#include "test_files.h"

namespace acim::test {
namespace {

using testing::HasSubstr;

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const std::vector<std::string> kNoisy = {
    "run", "--images", "6", "--set", "adc_bits=7", "--set", "random_noise_percent=0.4", "-q"};

TEST(Csnr, IsShownForEveryLayerOfARun) {
  const CommandResult table = acim(kNoisy + std::vector<std::string>{"--csnr"});
  ASSERT_EQ(table.exit_code, 0) << table.errors;
  EXPECT_THAT(table.output, HasSubstr("accuracy"));
  EXPECT_THAT(table.output, HasSubstr("estimated dB"));
  EXPECT_THAT(table.output, HasSubstr("layer3.0.conv2"));
  const nlohmann::json layers = acim(kNoisy + std::vector<std::string>{"--csnr", "--json"}).json().at("csnr");
  ASSERT_EQ(layers.size(), 7U);
  for (const auto& layer : layers) {
    EXPECT_NEAR(layer.at("csnr_db").get<double>(), layer.at("estimated_csnr_db").get<double>(), 4) << layer;
    EXPECT_FALSE(layer.at("pessimistic").get<bool>());
  }
  EXPECT_FALSE(acim(kNoisy + std::vector<std::string>{"--json"}).json().contains("csnr"));
}

TEST(Csnr, DependsOnNoThreadNorBatch) {
  const auto csv = [](const std::string& threads, const std::string& batch) {
    return acim(kNoisy + std::vector<std::string>{"--csnr-csv", "-", "--threads", threads, "--batch", batch}).output;
  };
  const std::string one = csv("1", "6");
  EXPECT_THAT(one, testing::StartsWith("layer,outputs,csnr_db,estimated_csnr_db,"));
  EXPECT_EQ(std::ranges::count(one, '\n'), 8);
  EXPECT_EQ(csv("3", "1"), one);
  EXPECT_EQ(csv("2", "4"), one);
}

TEST(Csnr, IsWithoutErrorWhereEverySumHasACode) {
  const std::vector<std::string> lossless = {"run", "--images", "2", "-q", "--csnr"};
  EXPECT_THAT(acim(lossless).output, HasSubstr("lossless"));
  for (const auto& layer : acim(lossless + std::vector<std::string>{"--json"}).json().at("csnr")) {
    EXPECT_TRUE(layer.at("csnr_db").is_null());
    EXPECT_EQ(layer.at("mean_squared_error"), 0);
  }
}

TEST(Csnr, OfASweepIsDrawn) {
  const TemporaryFolder folder;
  const CommandResult result =
      acim({"sweep", "--images", "2", "--x", "adc_bits=6:8", "--family", "random_noise_percent=0,0.3", "--csnr-csv",
            folder / "csnr.csv", "--csnr-picture", folder / "csnr.svg", "-q"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  const std::string csv = text_of(folder / "csnr.csv");
  EXPECT_THAT(csv, testing::StartsWith("adc_bits,random_noise_percent,layer,"));
  EXPECT_EQ(std::ranges::count(csv, '\n'), 1 + 6 * 7);
  const std::string picture = text_of(folder / "csnr.svg");
  EXPECT_THAT(picture, HasSubstr("Measured CSNR, dB"));
  EXPECT_THAT(picture, HasSubstr("adc_bits=6, random_noise_percent=0.3"));
  // Eight bits without noise lose nothing.
  EXPECT_THAT(picture, HasSubstr("7 without error"));
}

TEST(Csnr, IsRefusedWhereThereIsNoArray) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"run", "--csnr", "--mode", "quantised"},
                                                    {"run", "--csnr-csv", "-", "--json"},
                                                    {"sweep", "--x", "adc_bits=6:8", "--csnr-picture", "csnr.png"}}) {
    const CommandResult result = acim(arguments);
    EXPECT_EQ(result.exit_code, 2) << result.errors;
    EXPECT_TRUE(is_clear_error(result)) << result.errors;
  }
}

}  // namespace
}  // namespace acim::test
