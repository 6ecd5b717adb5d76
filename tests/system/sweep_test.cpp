#include <signal.h>

#include <gmock/gmock.h>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include "command.h"
#include "test_files.h"

namespace acim::test {
namespace {

using testing::HasSubstr;

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// (coordinates, images, correct) of every point.
std::vector<std::string> counts(const nlohmann::json& json) {
  std::vector<std::string> result;
  for (const auto& point : json.at("points")) {
    result.push_back(point.at("coordinates").dump() + " " + point.at("images").dump() + " " +
                     point.at("correct").dump());
  }
  return result;
}

TEST(Sweep, WritesStudyTableAndPicture) {
  const TemporaryFolder folder;
  const CommandResult result =
      acim({"sweep", "--images", "4", "--x", "adc_bits=6:7", "--family", "encoding_bits=1,2", "--out",
            folder / "s.acim", "--csv", folder / "s.csv", "--picture", folder / "s.svg", "--quiet"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_EQ(result.errors, "");
  EXPECT_THAT(result.output, HasSubstr("encoding_bits=2"));
  const std::string csv = text_of(folder / "s.csv");
  EXPECT_THAT(csv, HasSubstr("adc_bits"));
  EXPECT_THAT(csv, HasSubstr("network_hash"));
  EXPECT_THAT(text_of(folder / "s.svg"), testing::EndsWith("</svg>\n"));
  // A finished study opens again and gives the same without computing.
  const CommandResult again = acim({"sweep", "--resume", folder / "s.acim", "--quiet"});
  EXPECT_EQ(again.exit_code, 0) << again.errors;
  EXPECT_EQ(again.output, result.output);
}

TEST(Sweep, TellsOfSettingsThatItsAxesReplace) {
  const auto told = [](const std::vector<std::string>& more) {
    const CommandResult result =
        acim(std::vector<std::string>{"sweep", "--images", "1", "--set", "random_noise_percent=0.1"} + more);
    EXPECT_EQ(result.exit_code, 0) << result.errors;
    return result.errors.find("has no effect") != std::string::npos;
  };
  const std::vector<std::string> bits = {"--set", "adc_bits=7", "--x", "adc_bits=7,8"};
  EXPECT_TRUE(told(bits));
  EXPECT_TRUE(told(bits + std::vector<std::string>{"--hold-noise", "percent"}));
  // As many steps as at 7 bits.
  EXPECT_FALSE(told(bits + std::vector<std::string>{"--hold-noise", "lsb"}));
  EXPECT_TRUE(told({"--set", "encoding_bits=4", "--x", "encoding_bits=1,2", "--hold-noise", "lsb"}));
}

TEST(Sweep, PointsEqualSingleRuns) {
  const nlohmann::json sweep =
      acim({"sweep", "--images", "8", "--x", "adc_bits=5,7", "--set", "random_noise_percent=0.1", "--json", "-q"})
          .json();
  for (const auto& point : sweep.at("points")) {
    const std::string bits = point.at("coordinates").at("adc_bits").get<std::string>();
    const nlohmann::json run =
        acim({"run", "--images", "8", "--set", "adc_bits=" + bits, "--set", "random_noise_percent=0.1", "--json", "-q"})
            .json();
    EXPECT_EQ(run.at("correct"), point.at("correct")) << bits;
  }
}

/// Starts a sweep that takes long, sends the signal once the study holds rounds, and continues it.
void stop_and_continue(int signal_number, int expected_code) {
  const TemporaryFolder folder;
  // Votes make it slow for the fast engine too.
  const std::vector<std::string> what{"--images", "40",
                                      "--x",      "adc_bits=6:8",
                                      "--set",    "random_noise_percent=0.1",
                                      "--set",    "voting_levels=15",
                                      "--set",    "voting_samples=7",
                                      "--batch",  "4",
                                      "--quiet"};
  const std::string study = folder / "s.acim";
  {
    RunningCommand command(std::vector<std::string>{"sweep", "--out", study} + what);
    // The log of SQLite grows with every round that is committed.
    while (command.running() &&
           (!std::filesystem::exists(study + "-wal") || std::filesystem::file_size(study + "-wal") < 40000)) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    command.signal(signal_number);
    const CommandResult stopped = command.wait();
    EXPECT_EQ(stopped.exit_code, expected_code);
    if (signal_number == SIGINT) {
      EXPECT_TRUE(is_clear_error(stopped)) << stopped.errors;
      EXPECT_THAT(stopped.errors, HasSubstr("acim sweep --resume " + study));
    }
  }
  const CommandResult resumed = acim({"sweep", "--resume", study, "--json", "--quiet"});
  ASSERT_EQ(resumed.exit_code, 0) << resumed.errors;
  const CommandResult whole = acim(std::vector<std::string>{"sweep", "--json"} + what);
  EXPECT_EQ(counts(resumed.json()), counts(whole.json()));
}

TEST(Sweep, InterruptedAndContinuedGivesTheSameCounts) {
  stop_and_continue(SIGINT, 130);
}

TEST(Sweep, KilledAndContinuedGivesTheSameCounts) {
  stop_and_continue(SIGKILL, 128 + SIGKILL);
}

TEST(Sweep, SaysWhatOfTheSettingsHasNoEffect) {
  const CommandResult result =
      acim({"sweep", "--images", "2", "--x", "adc_bits=7:8", "--set", "adc_bits=6", "--set", "rows=127"});
  ASSERT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_THAT(result.errors, HasSubstr("--set adc_bits=6 has no effect, --x sets adc_bits"));
  EXPECT_THAT(result.errors, testing::Not(HasSubstr("rows=127")));
}

TEST(Sweep, AFolderIsNoStudyFile) {
  const TemporaryFolder folder;
  const CommandResult result =
      acim({"sweep", "-q", "--images", "2", "--x", "adc_bits=7:8", "--out", folder.path().string()});
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_THAT(result.errors, HasSubstr("it is a folder"));
  EXPECT_THAT(result.errors, testing::Not(HasSubstr("--resume")));
}

/// The words of a command as a shell reads it, without the program's name.
std::vector<std::string> words_of(const std::string& command) {
  const std::string script = "set -- " + command + "; shift; printf '%s\\n' \"$@\"";
  FILE* shell = popen(script.c_str(), "r");
  std::string text;
  for (int c = std::fgetc(shell); c != EOF; c = std::fgetc(shell)) text += static_cast<char>(c);
  pclose(shell);
  std::vector<std::string> words;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) words.push_back(line);
  return words;
}

TEST(Sweep, TheCommandInTableAndPictureGivesTheSameSweep) {
  const TemporaryFolder folder;
  const std::vector<std::string> first{"sweep",
                                       "--images",
                                       "8",
                                       "--set",
                                       "random_noise_percent=0.3",
                                       "--set",
                                       "adc_bits=6",
                                       "--hold-noise",
                                       "lsb",
                                       "--seed",
                                       "18446744073709551615",
                                       "--layer",
                                       "*:adc_offset_percent=1,adc_range_percent=90",
                                       "--subset",
                                       "random",
                                       "--x",
                                       "adc_bits=5:7",
                                       "--family",
                                       "encoding_bits=1,2",
                                       "--json",
                                       "-q"};
  const CommandResult typed =
      acim(first + std::vector<std::string>{"--csv", folder / "s.csv", "--picture", folder / "s.svg"});
  ASSERT_EQ(typed.exit_code, 0) << typed.errors;
  const std::string csv = text_of(folder / "s.csv");
  const std::string mark = "# command: ";
  const std::size_t begin = csv.find(mark) + mark.size();
  const std::string command = csv.substr(begin, csv.find('\n', begin) - begin);
  EXPECT_THAT(command, testing::StartsWith("acim sweep --dataset "));
  EXPECT_THAT(text_of(folder / "s.svg"), HasSubstr("<desc>acim sweep --dataset "));
  const CommandResult again = acim(words_of(command) + std::vector<std::string>{"--json", "-q"});
  ASSERT_EQ(again.exit_code, 0) << command << again.errors;
  nlohmann::json a = typed.json();
  nlohmann::json b = again.json();
  EXPECT_EQ(counts(a), counts(b));
  for (std::size_t i = 0; i < a.at("points").size(); ++i) {
    nlohmann::json& one = a["points"][i]["parameters"];
    nlohmann::json& other = b["points"][i]["parameters"];
    // Held in LSB: the same to the last digits, of which the decimals of the base keep all.
    EXPECT_NEAR(one["random_noise_percent"].get<double>(), other["random_noise_percent"].get<double>(), 1e-12);
    one.erase("random_noise_percent");
    other.erase("random_noise_percent");
    EXPECT_EQ(one, other);
    EXPECT_EQ(a["points"][i]["layers"], b["points"][i]["layers"]);
  }
}

TEST(Sweep, AnExistingStudyIsNeverOverwritten) {
  const TemporaryFolder folder;
  const std::vector<std::string> command{"sweep", "--images",        "2",      "--x", "adc_bits=8,9",
                                         "--out", folder / "s.acim", "--quiet"};
  ASSERT_EQ(acim(command).exit_code, 0);
  const auto before = bytes_of(folder / "s.acim");
  const CommandResult again = acim(command);
  EXPECT_EQ(again.exit_code, 4);
  EXPECT_THAT(again.errors, HasSubstr("--resume"));
  EXPECT_EQ(bytes_of(folder / "s.acim"), before);
}

}  // namespace
}  // namespace acim::test
