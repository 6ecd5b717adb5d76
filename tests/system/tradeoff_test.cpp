#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>

#include <fstream>
#include <nlohmann/json.hpp>
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

void sweep_into(const std::filesystem::path& path, const std::string& range) {
  const CommandResult made = acim({"sweep", "--images", "6", "--x", "adc_bits=5,8", "--family", "encoding_bits=1,2",
                                   "--set", "adc_range_percent=" + range, "--out", path.string(), "-q"});
  ASSERT_EQ(made.exit_code, 0) << made.errors;
}

TEST(Tradeoff, JoinsStudiesAndMarksWhatNothingBeats) {
  const TemporaryFolder folder;
  sweep_into(folder / "full.acim", "100");
  sweep_into(folder / "half.acim", "50");
  const nlohmann::json json = acim({"tradeoff", folder / "full.acim", folder / "half.acim", "--label", "whole column",
                                    "--label", "lower half", "--json", "-q"})
                                  .json();
  ASSERT_EQ(json.at("curves").size(), 4U);
  EXPECT_EQ(json.at("curves")[0].at("curve"), "whole column, encoding_bits=1");
  EXPECT_EQ(json.at("curves")[3].at("curve"), "lower half, encoding_bits=2");
  std::vector<nlohmann::json> points;
  for (const auto& curve : json.at("curves")) {
    for (const auto& point : curve.at("points")) points.push_back(point);
  }
  ASSERT_EQ(points.size(), 8U);
  EXPECT_GT(std::ranges::count_if(points, [](const auto& p) { return p.at("on_pareto_front").template get<bool>(); }),
            0);
  for (const auto& point : points) {
    EXPECT_EQ(point.at("images"), 6);
    bool beaten = false;
    for (const auto& other : points) {
      beaten = beaten || (other.at("correct") >= point.at("correct") &&
                          other.at("energy_uj_per_inference") < point.at("energy_uj_per_inference"));
    }
    // Of equal points only the first is on the front.
    if (point.at("on_pareto_front").get<bool>()) {
      EXPECT_FALSE(beaten) << point;
    }
  }
}

TEST(Tradeoff, EnergiesAreThoseOfTheSweep) {
  const TemporaryFolder folder;
  sweep_into(folder / "s.acim", "100");
  const nlohmann::json json = acim({"tradeoff", folder / "s.acim", "--json", "-q"}).json();
  const CommandResult csv = acim({"sweep", "--resume", folder / "s.acim", "--csv", "-", "-q"});
  for (const auto& curve : json.at("curves")) {
    for (const auto& point : curve.at("points")) {
      EXPECT_THAT(csv.output, HasSubstr(fmt::format("{:.9g}", point.at("energy_uj_per_inference").get<double>())));
    }
  }
}

TEST(Tradeoff, WritesPictureAndTable) {
  const TemporaryFolder folder;
  sweep_into(folder / "s.acim", "100");
  const CommandResult result = acim({"tradeoff", folder / "s.acim", "--title", "Demo <1>", "--picture",
                                     folder / "t.svg", "--csv", folder / "t.csv", "-q"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_THAT(result.output, HasSubstr("Pareto front"));
  const std::string svg = text_of(folder / "t.svg");
  EXPECT_THAT(svg, HasSubstr("Demo &lt;1&gt;"));
  EXPECT_THAT(svg, testing::EndsWith("</svg>\n"));
  const std::string csv = text_of(folder / "t.csv");
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 5);
  EXPECT_THAT(csv, HasSubstr("\"s, encoding_bits=2\",adc_bits=8 encoding_bits=2,6,"));
}

TEST(Tradeoff, RefusesWhatIsNoStudyAndLabelsThatDoNotMatch) {
  const TemporaryFolder folder;
  write_bytes(folder / "no.acim", std::vector<std::byte>(100));
  EXPECT_EQ(acim({"tradeoff", folder / "no.acim", "-q"}).exit_code, 3);
  EXPECT_EQ(acim({"tradeoff", folder / "absent.acim", "-q"}).exit_code, 2);
  EXPECT_EQ(acim({"tradeoff", folder / "no.acim", "--label", "a", "--label", "b", "-q"}).exit_code, 2);
}

}  // namespace
}  // namespace acim::test
