#include <gmock/gmock.h>

#include <string>

#include "base/file.h"
#include "command.h"
#include "test_files.h"

namespace acim::test {
namespace {

using testing::HasSubstr;

TEST(AdcRange, IsCalibratedForEachLayerOfARun) {
  const std::vector<std::string> run{"run", "--images", "4", "--set", "adc_bits=5", "--calibrate-adc-range",
                                     "mse", "-q"};
  const CommandResult result = acim(run + std::vector<std::string>{"--json"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  const nlohmann::json json = result.json();
  const nlohmann::json& ranges = json.at("adc_ranges");
  ASSERT_GT(ranges.size(), 2U);
  EXPECT_EQ(json.at("layers").size(), ranges.size());
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    EXPECT_LE(ranges[i].at("adc_range_percent").get<double>(), 100);
    EXPECT_EQ(json.at("layers")[i].at("pattern"), ranges[i].at("layer"));
    EXPECT_EQ(json.at("layers")[i].at("parameters").at("adc_range_percent"), ranges[i].at("adc_range_percent"));
  }
  EXPECT_LT(ranges[0].at("adc_range_percent").get<double>(), 60);
  EXPECT_THAT(acim(run).output, HasSubstr("full range dB"));
}

TEST(AdcRange, IsCalibratedForEveryPointAndKeptInTheStudy) {
  const TemporaryFolder folder;
  const nlohmann::json sweep =
      acim({"sweep", "--images", "4", "--x", "adc_bits=4,6", "--calibrate-adc-range", "csnr", "--adc-range-scope",
            "global", "--adc-range-images", "2", "--out", folder / "s.acim", "--json", "-q"})
          .json();
  const nlohmann::json& points = sweep.at("points");
  ASSERT_EQ(points.size(), 2U);
  for (const auto& point : points) {
    for (const auto& range : point.at("adc_ranges")) {
      EXPECT_EQ(range.at("adc_range_percent"), point.at("adc_ranges")[0].at("adc_range_percent"));
    }
  }
  EXPECT_EQ(points[1].at("adc_ranges")[0].at("adc_bits"), 6);
  const nlohmann::json again = acim({"sweep", "--resume", folder / "s.acim", "--json", "-q"}).json();
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(again.at("points")[i].at("layers"), points[i].at("layers"));
    EXPECT_EQ(again.at("points")[i].at("correct"), points[i].at("correct"));
  }
}

TEST(AdcRange, BothRangesStandInOneTable) {
  const TemporaryFolder folder;
  const CommandResult result = acim({"sweep", "--images", "4", "--x", "adc_bits=5,6", "--family",
                                     "adc_range=full,mse,minmax", "--csv", folder / "both.csv", "--json", "-q"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  const nlohmann::json points = result.json().at("points");
  ASSERT_EQ(points.size(), 6U);
  EXPECT_FALSE(points[0].contains("adc_ranges"));
  EXPECT_TRUE(points[0].at("layers").empty());
  EXPECT_GT(points[2].at("adc_ranges").size(), 2U);
  EXPECT_NE(points[4].at("layers"), points[2].at("layers"));
  const std::string csv = read_text_file(folder / "both.csv");
  EXPECT_THAT(csv, HasSubstr("\n5,full,4,"));
  EXPECT_THAT(csv, HasSubstr("\n6,mse,4,"));
}

TEST(AdcRange, RefusesWhatHasNoneToCalibrate) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"run", "--calibrate-adc-range", "best"},
        {"run", "--adc-range-scope", "global"},
        {"run", "--adc-range-images", "4"},
        {"sweep", "--x", "adc_bits=4,5", "--family", "adc_range=full,best"},
        {"sweep", "--x", "adc_bits=4,5", "--family", "adc_range=full,mse", "--calibrate-adc-range", "mse"},
        {"sweep", "--x", "adc_bits=4,5", "--family", "adc_range=full,mse", "--mode", "quantised"},
        {"run", "--calibrate-adc-range", "mse", "--mode", "quantised"},
        {"run", "--calibrate-adc-range", "mse", "--set", "weight_parallel=true"},
        {"sweep", "--x", "adc_range_percent=50,100", "--calibrate-adc-range", "mse"}}) {
    const CommandResult result = acim(arguments);
    EXPECT_EQ(result.exit_code, 2) << result.errors;
    EXPECT_TRUE(is_clear_error(result)) << result.errors;
    EXPECT_EQ(result.output, "");
  }
}

TEST(AdcRange, SavesBitsOnTheRealNetwork) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20_cifar10_jpeg.pt");
  const nlohmann::json sweep = acim(on_cifar10("sweep", "resnet20_cifar10_jpeg.pt") +
                                    std::vector<std::string>{"--images", "40", "--x", "adc_bits=5,6",
                                                             "--calibrate-adc-range", "mse", "--json", "-q"})
                                   .json();
  // The full range gives 5 and 8 or fewer of 40.
  EXPECT_GE(sweep.at("points")[0].at("correct").get<int>(), 30);
  EXPECT_GE(sweep.at("points")[1].at("correct").get<int>(), 32);
}

}  // namespace
}  // namespace acim::test
