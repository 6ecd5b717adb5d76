#include <signal.h>

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "command.h"
#include "test_files.h"

namespace acim::test {
namespace {

using testing::HasSubstr;

const std::vector<std::string> kTwoTreatments = {"sensitivity", "--images",   "12",    "--set",  "adc_bits=8",
                                                 "--try",       "adc_bits=3", "--try", "digital"};

TEST(Sensitivity, RanksEveryLayerOfTheArray) {
  const nlohmann::json json = acim(kTwoTreatments + std::vector<std::string>{"--json", "-q"}).json();
  const nlohmann::json layers = acim({"list", "layers", "--json"}).json();
  std::size_t on_array = 0;
  for (const auto& layer : layers) on_array += layer.at("where") == "array" ? 1U : 0U;
  ASSERT_EQ(json.at("layers").size(), 2 * on_array);
  EXPECT_EQ(json.at("base").at("images"), 12);
  for (std::size_t i = 0; i < json.at("layers").size(); ++i) {
    const nlohmann::json& layer = json.at("layers")[i];
    EXPECT_EQ(layer.at("treatment"), i < on_array ? "adc_bits=3" : "digital=true");
    EXPECT_EQ(layer.at("rank"), i % on_array + 1);
    const double lost = layer.at("accuracy_lost");
    EXPECT_NEAR(lost, (layer.at("lost").get<double>() - layer.at("gained").get<double>()) / 12, 1e-12);
    EXPECT_TRUE(layer.at("margin_change").is_number());
    // Fewer bits save energy.
    if (i < on_array) {
      EXPECT_GT(layer.at("energy_gained_uj").get<double>(), 0);
    }
  }
  // On the demo some layer at 3 bits breaks the network.
  EXPECT_GE(json.at("layers")[0].at("lost").get<int>(), 3);
}

TEST(Sensitivity, IsAPairOfRuns) {
  const nlohmann::json json = acim(kTwoTreatments + std::vector<std::string>{"--json", "-q"}).json();
  const nlohmann::json& worst = json.at("layers")[0];
  const nlohmann::json run = acim({"run", "--images", "12", "--set", "adc_bits=8", "--layer",
                                   worst.at("layer").get<std::string>() + ":adc_bits=3", "--json", "-q"})
                                 .json();
  EXPECT_EQ(run.at("correct").get<int>(),
            json.at("base").at("correct").get<int>() - worst.at("lost").get<int>() + worst.at("gained").get<int>());
}

TEST(Sensitivity, WritesAStudyThatOpensAgain) {
  const TemporaryFolder folder;
  const CommandResult result =
      acim(kTwoTreatments +
           std::vector<std::string>{"--out", folder / "s.acim", "--csv", folder / "s.csv", "--threads", "1", "-q"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_EQ(result.errors, "");
  EXPECT_THAT(result.output, HasSubstr("accuracy lost"));
  std::ifstream file(folder / "s.csv");
  const std::string csv{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  EXPECT_THAT(csv, HasSubstr("# network_hash"));
  EXPECT_THAT(csv, HasSubstr("\ntreatment,rank,layer,images,"));
  EXPECT_THAT(csv, HasSubstr("\ndigital=true,1,"));
  const CommandResult again = acim({"sensitivity", "--resume", folder / "s.acim", "--threads", "2", "-q"});
  EXPECT_EQ(again.exit_code, 0) << again.errors;
  EXPECT_EQ(again.output, result.output);
  // A sweep shows the same points as accuracies.
  EXPECT_THAT(acim({"sweep", "--resume", folder / "s.acim", "-q"}).output, HasSubstr("digital=true"));
}

TEST(Sensitivity, GoesOnAfterAnInterruption) {
  const TemporaryFolder folder;
  // Votes make it slow for the fast engine too.
  const std::vector<std::string> what{"--images", "24",
                                      "--set",    "random_noise_percent=0.1",
                                      "--set",    "voting_levels=15",
                                      "--set",    "voting_samples=7",
                                      "--try",    "adc_bits=5",
                                      "--batch",  "4"};
  const std::string study = folder / "s.acim";
  {
    RunningCommand command(std::vector<std::string>{"sensitivity", "--out", study, "--quiet"} + what);
    // The log of SQLite grows with every round that is committed.
    while (command.running() &&
           (!std::filesystem::exists(study + "-wal") || std::filesystem::file_size(study + "-wal") < 40000)) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    ASSERT_TRUE(command.running()) << command.errors_so_far();
    command.signal(SIGINT);
    const CommandResult stopped = command.wait();
    EXPECT_EQ(stopped.exit_code, 130);
    EXPECT_THAT(stopped.errors, HasSubstr("acim sensitivity --resume"));
  }
  const CommandResult continued = acim({"sensitivity", "--resume", study, "--quiet"});
  const CommandResult whole = acim(std::vector<std::string>{"sensitivity", "--quiet"} + what);
  ASSERT_EQ(continued.exit_code, 0) << continued.errors;
  EXPECT_EQ(continued.output, whole.output);
}

TEST(Sensitivity, RefusesWhatCannotBeStudied) {
  const TemporaryFolder folder;
  acim({"sweep", "--images", "1", "--x", "adc_bits=8", "--out", folder / "sweep.acim", "-q"});
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"sensitivity", "--images", "1", "--try", "adc_bits=8"},
        {"sensitivity", "--images", "1", "--try", "adc_bit=5"},
        {"sensitivity", "--images", "1", "--try", "analog"},
        {"sensitivity", "--images", "1", "--mode", "float"},
        {"sensitivity", "--tolerance", "-1"},
        {"sensitivity", "--resume", folder / "sweep.acim"}}) {
    const CommandResult result = acim(arguments + std::vector<std::string>{"-q"});
    EXPECT_EQ(result.exit_code, 2) << result.errors;
    EXPECT_TRUE(is_clear_error(result)) << result.errors;
    EXPECT_EQ(result.output, "");
  }
}

}  // namespace
}  // namespace acim::test
