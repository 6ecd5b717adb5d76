#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "command.h"
#include "test_files.h"

namespace acim::test {
namespace {

using testing::HasSubstr;

TEST(Energy, PrintsTheBreakdownWithTheKeysOfTheModel) {
  const CommandResult result = acim({"energy", "--set", "rows=256", "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  const auto json = result.json();
  double sum = 0;
  for (const char* part : {"adc", "array", "wordline", "dac", "shift_add", "digital"}) {
    sum += json.at("fj_per_mac").at(part).get<double>();
  }
  EXPECT_NEAR(sum, json["fj_per_mac"]["total"].get<double>(), 1e-9);
  EXPECT_NEAR(sum, 180.13, 0.01);
  EXPECT_NEAR(json.at("tops_per_watt").get<double>(), 11.103, 0.001);
  EXPECT_NEAR(json.at("tops_per_watt_1b").get<double>(), 710.6, 0.1);
  EXPECT_NEAR(json.at("area_mm2").get<double>(), 0.668, 0.001);
  EXPECT_NEAR(json.at("conversion_ns").get<double>(), 18.493, 0.001);
  EXPECT_EQ(json.at("band"), 2);
  EXPECT_TRUE(json.at("trust").at("latency").at("best_case").get<bool>());
}

TEST(Energy, SaysWhatItsFactorsMean) {
  const CommandResult result = acim({"energy", "-q"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_THAT(result.output, HasSubstr("(x/2 is one standard deviation)"));
  EXPECT_THAT(result.output, HasSubstr("(x/3.7 is one standard deviation, best case)"));
  const std::string validation = acim({"energy", "--validate"}).output;
  EXPECT_THAT(validation, HasSubstr("half within"));
  EXPECT_THAT(validation, testing::Not(HasSubstr("median")));
}

TEST(Energy, OfANetworkIsTheSumOfItsLayers) {
  const CommandResult result = acim({"energy", "--network", "demo", "--input", "3x32x32", "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  const auto json = result.json();
  double total = 0;
  std::int64_t conversions = 0;
  std::int64_t macs = 0;
  for (const auto& layer : json.at("layers")) {
    total += layer.at("uj").at("total").get<double>();
    conversions += layer.at("conversions").get<std::int64_t>();
    macs += layer.at("macs").get<std::int64_t>();
  }
  EXPECT_EQ(json["layers"][0]["where"], "digital");
  EXPECT_NEAR(total, json.at("uj_per_inference").at("total").get<double>(), 1e-9);
  EXPECT_EQ(conversions, json.at("conversions"));
  EXPECT_EQ(macs, json.at("macs"));
  EXPECT_EQ(macs, 12239488);
  EXPECT_GT(json.at("latency_us").get<double>(), 0);
}

TEST(Energy, WritesARowForEachLayer) {
  const CommandResult result = acim({"energy", "--network", "demo", "--csv", "-"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  std::istringstream lines(result.output);
  std::string line;
  std::getline(lines, line);
  const auto columns = std::count(line.begin(), line.end(), ',');
  EXPECT_THAT(line, HasSubstr("adc_uj"));
  int rows = 0;
  while (std::getline(lines, line)) {
    EXPECT_EQ(std::count(line.begin(), line.end(), ','), columns);
    ++rows;
  }
  EXPECT_EQ(rows, 9);
  EXPECT_THAT(line.empty() ? result.output : line, HasSubstr("total"));
}

TEST(Energy, TakesAPresetBelowWhatIsTyped) {
  const CommandResult result = acim({"energy", "--preset", "jia22_16nm", "--set", "rows=128", "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  const auto json = result.json();
  EXPECT_EQ(json["parameters"]["node_nm"], 16);
  EXPECT_EQ(json["parameters"]["rows"], 128);
  EXPECT_EQ(json["parameters"]["energy_scale"], 1.1201);
  EXPECT_THAT(json["preset"]["citation"].get<std::string>(), HasSubstr("JSSC"));
}

TEST(Energy, OfAMacroThatCannotBeSimulatedSaysWhy) {
  const CommandResult result = acim({"energy", "--preset", "xnor_0v6"});
  EXPECT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_THAT(result.output, HasSubstr("cost only"));
  EXPECT_THAT(result.output, HasSubstr("resistive"));
  EXPECT_THAT(result.output, HasSubstr("x/5"));
  const CommandResult refused = acim({"energy", "--preset", "xnor_0v6", "--network", "demo"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.errors, HasSubstr("resistive"));
}

TEST(Energy, ComparesItselfWithSilicon) {
  const CommandResult result = acim({"energy", "--validate", "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  const auto json = result.json();
  EXPECT_EQ(json["groups"][0]["points"], 20);
  EXPECT_NEAR(json["groups"][0]["geometric_mean"].get<double>(), 0.78, 0.005);
  EXPECT_THAT(acim({"energy", "--validate"}).output, HasSubstr("crcim_bs"));
}

TEST(Energy, BuysLessNoiseWithMoreEnergy) {
  const std::vector<std::string> physical = {"energy", "--json", "--set", "noise_source=physical", "--set"};
  const auto loud = acim(physical + std::vector<std::string>{"comparator_noise_lsb=1"}).json();
  const auto quiet = acim(physical + std::vector<std::string>{"comparator_noise_lsb=0.1"}).json();
  EXPECT_LT(quiet["random_noise_percent"].get<double>(), loud["random_noise_percent"].get<double>());
  EXPECT_GT(quiet["fj_per_mac"]["adc"].get<double>(), loud["fj_per_mac"]["adc"].get<double>());
  EXPECT_GT(quiet["csnr_db"].get<double>(), loud["csnr_db"].get<double>());
}

TEST(Run, TakesAPreset) {
  const CommandResult result = acim({"run", "-q", "--images", "1", "--preset", "kul_aimc2", "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_EQ(result.json()["parameters"]["rows"], 16);
  EXPECT_EQ(acim({"run", "-q", "--images", "1", "--preset", "xnor_0v6"}).exit_code, 2);
}

TEST(Energy, RefusesWhatMeansNothing) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"--preset", "jia22"},
                                             {"--network", "demo", "--input", "3x32"},
                                             {"--network", "demo", "--input", "3x0x32"},
                                             {"--network", "demo", "--mode", "float"},
                                             {"--set", "columns=4"},
                                             {"--validate", "--network", "demo"},
                                             {"--set", "energy_scale=2", "--set", "adc_scale=2"},
                                             {"--json", "--csv", "-"}}) {
    const CommandResult result = acim(std::vector<std::string>{"energy"} + arguments);
    EXPECT_EQ(result.exit_code, 2) << arguments.back();
    EXPECT_TRUE(is_clear_error(result)) << result.errors;
    EXPECT_EQ(result.output, "");
  }
}

TEST(ListPresets, NamesTheOnesThatCanBeSimulated) {
  const CommandResult text = acim({"list", "presets"});
  EXPECT_THAT(text.output, HasSubstr("jia22_16nm"));
  const auto json = acim({"list", "presets", "--json"}).json();
  ASSERT_EQ(json.size(), 44U);
  for (const auto& preset : json) {
    EXPECT_NE(preset.at("simulated").get<bool>(), !preset.at("why_cost_only").get<std::string>().empty());
    EXPECT_FALSE(preset.at("citation").get<std::string>().empty());
  }
}

TEST(Sweep, CsvCarriesWhatAPointCosts) {
  const CommandResult result = acim({"sweep", "-q", "--images", "2", "--x", "adc_bits=5,9", "--csv", "-"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  std::istringstream lines(result.output);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream fields(line);
    auto& row = rows.emplace_back();
    for (std::string field; std::getline(fields, field, ',');) row.push_back(field);
  }
  ASSERT_EQ(rows.size(), 3U);
  const auto column = std::find(rows[0].begin(), rows[0].end(), "energy_uj_per_inference") - rows[0].begin();
  ASSERT_LT(column, std::ssize(rows[0]));
  const auto at = [&](std::size_t row) { return std::stod(rows[row][static_cast<std::size_t>(column)]); };
  EXPECT_GT(at(1), 0.5);
  EXPECT_GT(at(2), 1.5 * at(1));
}

}  // namespace
}  // namespace acim::test
