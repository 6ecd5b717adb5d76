#include <gmock/gmock.h>
#include <signal.h>

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

#include "base/file.h"
#include "command.h"
#include "test_files.h"

namespace acim::test {
namespace {

using testing::HasSubstr;

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(Run, SaysEverythingInJson) {
  const CommandResult result =
      acim({"run", "--network", "demo", "--dataset", "demo", "--images", "6", "--set", "adc_bits=7", "--set",
            "random_noise_percent=0.05", "--seed", "5", "--json", "--quiet"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_EQ(result.errors, "");
  const nlohmann::json json = result.json();
  EXPECT_EQ(json.at("images"), 6);
  const double accuracy = json.at("accuracy").get<double>();
  EXPECT_DOUBLE_EQ(accuracy, json.at("correct").get<double>() / 6);
  EXPECT_LE(json.at("ci95").at(0).get<double>(), accuracy);
  EXPECT_GE(json.at("ci95").at(1).get<double>(), accuracy);
  EXPECT_GT(json.at("images_per_second").get<double>(), 0);
  EXPECT_GT(json.at("seconds").get<double>(), 0);
  const nlohmann::json& parameters = json.at("parameters");
  EXPECT_EQ(parameters.at("adc_bits"), 7);
  EXPECT_EQ(parameters.at("random_noise_percent"), 0.05);
  EXPECT_EQ(parameters.at("seed"), 5);
  const nlohmann::json table = acim({"list", "parameters", "--json"}).json();
  for (const auto& parameter : table)
    EXPECT_TRUE(parameters.contains(parameter.at("key").get<std::string>())) << parameter;
  EXPECT_GT(json.at("energy_uj_per_inference").get<double>(), 0);
  EXPECT_GT(json.at("tops_per_watt").get<double>(), 0);
  EXPECT_GT(json.at("latency_us").get<double>(), 0);
  EXPECT_GT(json.at("energy_band").get<double>(), 1);
  EXPECT_EQ(json.at("provenance").at("network_hash").get<std::string>().size(), 64U);
  EXPECT_EQ(json.at("provenance").at("images_hash").get<std::string>().size(), 64U);
}

TEST(Run, HintsAtTheSettingsThatItRuns) {
  const std::vector<std::string> wide = {"run", "--images", "1", "--set", "rows=1152"};
  const std::vector<std::string> calibrated = wide + std::vector<std::string>{"--calibrate-adc-range", "mse"};
  constexpr const char* kHint = "A calibrated adc_range_percent uses every code";
  EXPECT_THAT(acim(wide).errors, HasSubstr(kHint));
  EXPECT_THAT(acim(calibrated).errors, testing::Not(HasSubstr(kHint)));
  for (const auto& hint : acim(calibrated + std::vector<std::string>{"-q", "--json"}).json().at("hints"))
    EXPECT_NE(hint.at("code"), "rows_beyond_layers");
}

/// As in the window, whose commands may ask for more than another set has.
TEST(Run, TakesAllImagesWhereThereAreFewer) {
  const CommandResult result =
      acim({"run", "--dataset", "demo:count=3", "--images", "5", "--mode", "quantised", "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_EQ(result.json().at("images"), 3);
  EXPECT_THAT(result.errors, HasSubstr("--images 5, but there are 3"));
}

TEST(Run, CostsWhatTheSamePointOfASweepCosts) {
  const std::vector<std::string> run{"run", "--images", "2", "--set", "adc_bits=7", "-q"};
  const nlohmann::json one = acim(run + std::vector<std::string>{"--json"}).json();
  const nlohmann::json sweep = acim({"sweep", "--images", "2", "--x", "adc_bits=6:7", "--json", "-q"}).json();
  EXPECT_EQ(one.at("energy_uj_per_inference"), sweep.at("points")[1].at("energy_uj_per_inference"));
  EXPECT_NE(one.at("energy_uj_per_inference"), sweep.at("points")[0].at("energy_uj_per_inference"));
  EXPECT_THAT(acim(run + std::vector<std::string>{"--csv", "-"}).output, HasSubstr(",energy_uj_per_inference,"));
  // What no macro computes costs nothing that could be named.
  const nlohmann::json in_float = acim({"run", "--images", "2", "--mode", "float", "--json", "-q"}).json();
  EXPECT_TRUE(in_float.at("energy_uj_per_inference").is_null());
}

TEST(Run, SpeaksToPeopleWithoutJson) {
  const CommandResult result = acim({"run", "--images", "4", "--mode", "quantised"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_THAT(result.output, HasSubstr("accuracy"));
  EXPECT_THAT(result.output, HasSubstr("of 4 correct"));
}

TEST(Run, DoesNotDependOnThreadsOrBatch) {
  const TemporaryFolder folder;
  const auto logits = [&](const std::string& threads, const std::string& batch) {
    const std::string path = folder / ("logits-" + threads + "-" + batch + ".csv");
    const CommandResult result = acim({"run", "--images", "7", "--set", "adc_bits=7", "--set",
                                       "random_noise_percent=0.1", "--set", "nonlinearity_percent=0.1", "--seed", "11",
                                       "--threads", threads, "--batch", batch, "--logits", path, "--quiet", "--json"});
    EXPECT_EQ(result.exit_code, 0) << result.errors;
    return std::pair(text_of(path), result.json().at("correct").get<int>());
  };
  const auto first = logits("1", "7");
  EXPECT_EQ(std::ranges::count(first.first, '\n'), 8);
  EXPECT_THAT(first.first, testing::StartsWith("index,label,logit_0,"));
  EXPECT_EQ(logits("2", "2"), first);
  EXPECT_EQ(logits("5", "1"), first);
}

TEST(Run, APercentileMayBeOfSomeLayersOnly) {
  const TemporaryFolder folder;
  const auto logits = [&](const std::vector<std::string>& more) {
    const std::string path = folder / "logits.csv";
    const std::vector<std::string> fixed = {"run", "--images", "2", "--mode", "quantised", "--logits", path, "-q"};
    const CommandResult result = acim(fixed + more);
    EXPECT_EQ(result.exit_code, 0) << result.errors;
    return text_of(path);
  };
  const std::string none = logits({});
  const std::string some = logits({"--layer", "layer1.*:activation_percentile=98"});
  const std::string all = logits({"--set", "activation_percentile=98"});
  EXPECT_NE(some, none);
  EXPECT_NE(some, all);
  EXPECT_EQ(all, logits({"--layer", "*:activation_percentile=98"}));
}

TEST(Run, SeedChangesTheNoiseAndNothingElse) {
  const TemporaryFolder folder;
  const auto logits = [&](const std::string& seed, const std::string& noise) {
    const std::string path = folder / "logits.csv";
    EXPECT_EQ(acim({"run", "--images", "2", "--set", "random_noise_percent=" + noise, "--set", "seed=" + seed,
                    "--logits", path, "-q"})
                  .exit_code,
              0);
    return text_of(path);
  };
  EXPECT_NE(logits("1", "0.2"), logits("2", "0.2"));
  EXPECT_EQ(logits("1", "0"), logits("2", "0"));
}

TEST(Run, InterruptedSaysWhatIsDone) {
  const TemporaryFolder folder;
  const std::string logits = folder / "logits.csv";
  // Slow, so that it does not end on its own.
  RunningCommand command({"run", "--images", "2000", "--set", "random_noise_percent=0.1", "--set", "voting_levels=15",
                          "--set", "voting_samples=31", "--batch", "4", "--threads", "1", "--json", "--logits", logits,
                          "--csv", folder / "run.csv"});
  // "12 of 500 images, ...": something is done.
  while (command.running() && command.errors_so_far().find(" of ") == std::string::npos) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  ASSERT_TRUE(command.running());
  command.signal(SIGINT);
  const CommandResult stopped = command.wait();
  EXPECT_EQ(stopped.exit_code, 130) << stopped.errors;
  const nlohmann::json json = stopped.json();
  EXPECT_EQ(json.at("complete"), false);
  EXPECT_EQ(std::ranges::count(text_of(logits), '\n'), 1 + json.at("images").get<std::int64_t>());
  EXPECT_TRUE(std::filesystem::exists(folder / "run.csv"));
}

TEST(Run, TakesSettingsFromAFileWithAssignmentsOnTop) {
  const TemporaryFolder folder;
  write_file_atomically(folder / "settings.json", R"({"format": "acim-settings", "version": 1, "mode": "quantised",
    "parameters": {"adc_bits": 6, "rows": 128}})");
  const CommandResult result =
      acim({"run", "--images", "2", "--settings", folder / "settings.json", "--set", "adc_bits=7", "--json", "-q"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_EQ(result.json().at("mode"), "quantised");
  EXPECT_EQ(result.json().at("parameters").at("adc_bits"), 7);
  EXPECT_EQ(result.json().at("parameters").at("rows"), 128);
}

TEST(Run, LosslessArrayEqualsIntegerInference) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20_cifar10.pt");
  const TemporaryFolder folder;
  const auto logits = [&](const std::string& mode) {
    const std::string path = folder / (mode + ".csv");
    const CommandResult result =
        acim(on_cifar10("run") + std::vector<std::string>{"--images", "2", "--mode", mode, "--set", "rows=255", "--set",
                                                          "adc_bits=8", "--logits", path});
    EXPECT_EQ(result.exit_code, 0) << result.errors;
    return text_of(path);
  };
  EXPECT_EQ(logits("simulated"), logits("quantised"));
}

TEST(Run, TheThreeFormsOfOneNetworkGiveTheSameAccuracy) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20_cifar10_jpeg.pth");
  const auto correct = [](const std::vector<std::string>& command) {
    const CommandResult result =
        acim(command + std::vector<std::string>{"--mode", "float", "--images", "300", "--json"});
    EXPECT_EQ(result.exit_code, 0) << result.errors;
    return result.json().at("correct").get<int>();
  };
  const std::vector<std::string> architecture{"--architecture", "resnet20-cifar"};
  // The README of the data gives 81.03 % and 88.27 % of all 10,000 images.
  const int published = correct(on_cifar10("run", "resnet20_cifar10.pt"));
  EXPECT_NEAR(published / 300.0, 0.8103, 0.06);
  EXPECT_EQ(correct(on_cifar10("run", "resnet20-12fca82f.th") + architecture), published);
  const int tuned = correct(on_cifar10("run", "resnet20_cifar10_jpeg.pt"));
  EXPECT_NEAR(tuned / 300.0, 0.8827, 0.06);
  EXPECT_EQ(correct(on_cifar10("run", "resnet20_cifar10_jpeg.pth") + architecture), tuned);
}

TEST(Run, TheIssuesLineWorksAsItStands) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20_cifar10.pt");
  const CommandResult result =
      acim(on_cifar10("run") + std::vector<std::string>{"--images", "3", "--mode", "simulated", "--set", "adc_bits=7",
                                                        "--set", "random_noise_percent=0.05", "--seed", "1", "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_EQ(result.json().at("images"), 3);
}

}  // namespace
}  // namespace acim::test
