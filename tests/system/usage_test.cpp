#include <gmock/gmock.h>

#include <cctype>
#include <filesystem>
#include <ostream>
#include <sstream>

#include "command.h"
#include "test_files.h"

namespace acim::test {
namespace {

using testing::HasSubstr;

struct UsageCase {
  std::vector<std::string> arguments;
  std::string said;  ///< what the error must name
};

/// The name of the case; CTest takes letters and digits only.
void PrintTo(const UsageCase& usage, std::ostream* out) {
  for (const std::string& argument : usage.arguments) {
    for (const char c : argument) *out << (std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_');
    *out << '_';
  }
}

class WrongUsage : public testing::TestWithParam<UsageCase> {};

TEST_P(WrongUsage, IsToldInOneLineWithExitCodeTwo) {
  const CommandResult result = acim(GetParam().arguments);
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_TRUE(is_clear_error(result)) << result.errors;
  EXPECT_THAT(result.errors, HasSubstr(GetParam().said));
  EXPECT_EQ(result.output, "");
}

INSTANTIATE_TEST_SUITE_P(
    CommandLines, WrongUsage,
    testing::Values(
        UsageCase{{}, "` needs a subcommand: run, sweep"},
        UsageCase{{"swep", "--x", "adc_bits=4:6"}, "nearest is `acim sweep`"},
        UsageCase{{"--quiet", "bogus"}, "no `acim bogus`"},
        UsageCase{{"list", "parametres"}, "nearest is `acim list parameters`"},
        UsageCase{{"run", "--nonsense"}, "--nonsense"}, UsageCase{{"run", "--set", "adc_bits=7.5"}, "a whole number"},
        UsageCase{{"run", "--set", "adc_bit=7"}, "adc_bits"}, UsageCase{{"run", "--set", "adc_bits=15"}, "14"},
        UsageCase{{"run", "--set", "adc_bits"}, "="},
        UsageCase{{"run", "--set", "adc_range_percent=60", "--set", "adc_offset_percent=50"}, "adc_offset_percent"},
        UsageCase{{"run", "--seed", "1", "--set", "seed=2"}, "seed"},
        UsageCase{{"run", "--batch", "30", "--set", "batch=20"}, "batch=20"},
        UsageCase{{"run", "--batch", "1001"}, "1000"}, UsageCase{{"run", "--batch", "0"}, "batch"},
        UsageCase{{"sweep", "--x", "batch=10,20", "--batch", "30"}, "axis"},
        UsageCase{{"run", "-q", "--set", "adc_range_percent=60", "--layer", "layer2.*:adc_offset_percent=50"},
                  "adc_offset_percent"},
        UsageCase{{"run", "--mode", "analog"}, "simulated"},
        UsageCase{{"run", "--mean", "0.5,0.5", "--std", "1,1,1"}, "--mean"},
        UsageCase{{"run", "--mean", "0.5,0.5,0.5"}, "--std"}, UsageCase{{"run", "--layer", "layer1.*"}, "layer1.*"},
        UsageCase{{"run", "--layer", "layer1.*:seed=3"}, "seed"},
        UsageCase{{"run", "-q", "--dataset", "photographs"}, "photographs"},
        UsageCase{{"run", "--images", "0"}, "--images"}, UsageCase{{"sweep"}, "--x"},
        UsageCase{{"sweep", "--x", "adc_bits=10:4"}, "adc_bits"},
        UsageCase{{"sweep", "--x", "adc_bitts=4:10"}, "adc_bits"},
        UsageCase{{"sweep", "--x", "adc_bits=4:20"}, "adc_bits"},
        UsageCase{{"sweep", "--x", "adc_bits=4:6", "--picture", "a.gif"}, ".svg"},
        UsageCase{{"sweep", "--resume", "a.acim", "--images", "3"}, "--images"}, UsageCase{{"list"}, "subcommand"},
        UsageCase{{"sweep", "--x", "adc_bits=4:6", "--csv", "-q"}, "--csv needs a value before -q"},
        UsageCase{{"run", "--layer", "--json"}, "--layer needs a value before --json"},
        UsageCase{{"dataset", "fetch", "cifar10", "--to", "-q"}, "--to needs a value before -q"},
        UsageCase{{"verify"}, "FILE"}));

/// Standard output, a negative number, and what somebody insists on.
TEST(Values, MayBeginWithAMinus) {
  EXPECT_THAT(acim({"energy", "--csv", "-"}).output, HasSubstr(","));
  const CommandResult negative = acim({"run", "--images", "1", "-q", "--mean", "-0.5,-.5,0", "--std", "1,1,1"});
  EXPECT_EQ(negative.exit_code, 0) << negative.errors;
  const TemporaryFolder folder;
  const std::string study = (folder / "s.acim").string();
  EXPECT_EQ(acim({"sweep", "--images", "1", "--x", "adc_bits=7,8", "--out", study, "-q"}).exit_code, 0);
  const CommandResult joined = acim({"tradeoff", study, "--label=-x", "-q"});
  EXPECT_EQ(joined.exit_code, 0) << joined.errors;
  EXPECT_THAT(joined.output, HasSubstr("-x: adc_bits="));
  EXPECT_EQ(acim({"tradeoff", study, "--label", "-x", "-q"}).exit_code, 2);
}

TEST(Help, NamesSubcommandsOptionsAndExamples) {
  const CommandResult all = acim({"--help"});
  EXPECT_EQ(all.exit_code, 0);
  EXPECT_EQ(all.errors, "");
  for (const char* subcommand : {"run", "sweep", "verify", "train", "list"}) {
    EXPECT_THAT(all.output, HasSubstr(subcommand));
    const CommandResult one = acim({subcommand, "--help"});
    EXPECT_EQ(one.exit_code, 0);
    EXPECT_THAT(one.output, HasSubstr("Example")) << subcommand;
  }
}

TEST(Version, IsOnStandardOutput) {
  const CommandResult result = acim({"--version"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.output, testing::MatchesRegex("acim [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(List, ParametersHaveKeysRangesAndDefaults) {
  const nlohmann::json json = acim({"list", "parameters", "--json"}).json();
  bool found = false;
  for (const auto& parameter : json) {
    EXPECT_FALSE(parameter.at("meaning").get<std::string>().empty());
    if (parameter.at("key") == "adc_bits") found = parameter.at("default") == "8";
  }
  EXPECT_TRUE(found);
  EXPECT_THAT(acim({"list", "parameters"}).output, HasSubstr("voting_samples"));
}

TEST(List, ColumnsOfParametersNeverRunTogether) {
  std::istringstream lines(acim({"list", "parameters"}).output);
  std::string line;
  std::getline(lines, line);
  const std::size_t allowed = line.find("allowed");
  const std::size_t standard = line.find("default");
  const std::size_t meaning = line.find("meaning");
  int rows = 0;
  for (; std::getline(lines, line); ++rows) {
    for (const std::size_t column : {allowed, standard, meaning}) {
      EXPECT_EQ(line.substr(column - 2, 2), "  ") << line;
      EXPECT_NE(line[column], ' ') << line;
    }
  }
  EXPECT_GT(rows, 40);
}

TEST(List, ArchitecturesAndDatasetsAreNamed) {
  const std::string architectures = acim({"list", "architectures"}).output;
  for (const char* name : {"resnet20-cifar", "resnet32-cifar", "resnet44-cifar", "resnet56-cifar", "resnet-demo"}) {
    EXPECT_THAT(architectures, HasSubstr(name));
  }
  const std::string datasets = acim({"list", "datasets"}).output;
  for (const char* name : {"demo", "cifar10", "cifar100"}) EXPECT_THAT(datasets, HasSubstr(name));
}

TEST(List, LayersSayWhereEachRunsAndInHowManyChunks) {
  const nlohmann::json layers =
      acim({"list", "layers", "--json", "--set", "rows=32", "--layer", "layer2.*:digital=true"}).json();
  ASSERT_GT(layers.size(), 5U);
  EXPECT_EQ(layers.at(0).at("where"), "digital");
  bool array = false;
  for (const auto& layer : layers) {
    EXPECT_GT(layer.at("macs").get<std::int64_t>(), 0);
    if (layer.at("name").get<std::string>().starts_with("layer2.")) {
      EXPECT_EQ(layer.at("where"), "digital") << layer;
    }
    if (layer.at("where") == "array") {
      array = true;
      EXPECT_GT(layer.at("chunks").get<int>() * 32, layer.at("reduction").get<int>() - 1);
    }
  }
  EXPECT_TRUE(array);
}

TEST(Usage, TwoResultsOnStandardOutputAreRefused) {
  const CommandResult result = acim({"sweep", "--images", "2", "--x", "adc_bits=7:8", "--csv", "-", "--json", "-q"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_EQ(result.output, "");
  EXPECT_TRUE(is_clear_error(result)) << result.errors;
}

}  // namespace
}  // namespace acim::test
