#include <gmock/gmock.h>
#include <unistd.h>

#include <limits>

#include "base/file.h"
#include "base/safetensors.h"
#include "command.h"
#include "test_files.h"

namespace acim::test {
namespace {

using testing::HasSubstr;

/// Exit code, one clear line that names `said`, nothing on standard output.
void expect_refused(const CommandResult& result, int exit_code, const std::string& said) {
  EXPECT_EQ(result.exit_code, exit_code) << result.errors;
  EXPECT_TRUE(is_clear_error(result)) << result.errors;
  EXPECT_THAT(result.errors, HasSubstr(said));
  EXPECT_EQ(result.output, "");
}

std::vector<std::byte> altered(std::vector<std::byte> bytes, std::size_t size,
                               std::size_t flipped = std::numeric_limits<std::size_t>::max()) {
  bytes.resize(std::min(size, bytes.size()));
  if (flipped < bytes.size()) bytes[flipped] ^= std::byte{0x40};
  return bytes;
}

/// Runs one image of the demo set on a network file.
CommandResult run_network(const std::string& file, const std::string& architecture = {}) {
  std::vector<std::string> command{"run",       "-q", "--mode", "float",       "--images", "1",
                                   "--network", file, "--mean", "0.5,0.5,0.5", "--std",    "1,1,1"};
  if (!architecture.empty()) command = command + std::vector<std::string>{"--architecture", architecture};
  return acim(command);
}

TEST(BadNetwork, Missing) {
  expect_refused(run_network("/nowhere/network.pt"), 3, "/nowhere/network.pt");
}

TEST(BadNetwork, UnknownArchitecture) {
  const TemporaryFolder folder;
  write_safetensors(folder / "n.safetensors", {});
  const CommandResult result = run_network(folder / "n.safetensors", "resnet21-cifar");
  EXPECT_TRUE(result.exit_code == 2 || result.exit_code == 3) << result.exit_code;
  EXPECT_TRUE(is_clear_error(result)) << result.errors;
  EXPECT_THAT(result.errors, HasSubstr("resnet21-cifar"));
}

TEST(BadNetwork, TruncatedOrWithAnotherMagic) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20_cifar10.pt");
  const TemporaryFolder folder;
  for (const char* name : {"resnet20_cifar10.pt", "resnet20_cifar10_jpeg.pth", "resnet20-12fca82f.th"}) {
    const auto whole = bytes_of(shared_folder() / "data/weights" / name);
    const std::string architecture = std::string(name).ends_with(".pt") ? "" : "resnet20-cifar";
    const std::string path = folder / name;
    for (const std::size_t size : {std::size_t{0}, std::size_t{7}, whole.size() / 2, whole.size() - 1}) {
      write_bytes(path, altered(whole, size));
      expect_refused(run_network(path, architecture), 3, path);
    }
    write_bytes(path, altered(whole, whole.size(), 0));
    expect_refused(run_network(path, architecture), 3, path);
  }
}

TEST(BadNetwork, HeaderThatPromisesTooMuch) {
  const TemporaryFolder folder;
  std::vector<std::byte> bytes(64, std::byte{0x7F});
  write_bytes(folder / "n.safetensors", bytes);
  expect_refused(run_network(folder / "n.safetensors", "resnet20-cifar"), 3, "n.safetensors");
}

TEST(BadNetwork, ClassesThatDoNotFitTheImages) {
  ACIM_REQUIRE_SHARED("data/weights/cifar100_resnet20.pt");
  const CommandResult result =
      acim(on_cifar10("run", "cifar100_resnet20.pt") + std::vector<std::string>{"--images", "1", "--mode", "float"});
  expect_refused(result, 3, "100");
}

TEST(BadImages, MissingTruncatedOrForeign) {
  const TemporaryFolder folder;
  const auto run_on = [](const std::string& dataset) {
    return acim({"run", "-q", "--images", "1", "--mode", "float", "--dataset", dataset});
  };
  expect_refused(run_on("cifar10:/nowhere.bin"), 3, "/nowhere.bin");
  write_bytes(folder / "test_batch.bin", std::vector<std::byte>(3073 + 100));
  expect_refused(run_on("cifar10:" + (folder / "test_batch.bin").string()), 3, "test_batch.bin");
  std::vector<std::byte> record(3073);
  record[0] = std::byte{10};
  write_bytes(folder / "test_batch.bin", record);
  expect_refused(run_on("cifar10:" + (folder / "test_batch.bin").string()), 3, "test_batch.bin");
}

TEST(BadImages, MoreAskedThanThereAreAreToldOfAndAllTaken) {
  const TemporaryFolder folder;
  write_bytes(folder / "test_batch.bin", std::vector<std::byte>(3073));
  const CommandResult result = acim({"run", "--json", "--images", "5", "--mode", "float", "--dataset",
                                     "cifar10:" + (folder / "test_batch.bin").string()});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.errors, HasSubstr("--images 5, but there are 1"));
  EXPECT_THAT(result.output, HasSubstr("\"images\": 1"));
}

TEST(BadSettingsFile, NamesThePlace) {
  const TemporaryFolder folder;
  const auto run_with = [&](const std::string& text) {
    write_file_atomically(folder / "s.json", text);
    return acim({"run", "-q", "--images", "1", "--settings", folder / "s.json"});
  };
  const auto refused = [](const CommandResult& result, const std::string& said) {
    EXPECT_TRUE(result.exit_code == 2 || result.exit_code == 3) << result.exit_code;
    EXPECT_TRUE(is_clear_error(result)) << result.errors;
    EXPECT_THAT(result.errors, HasSubstr(said));
  };
  refused(run_with("{"), "s.json");
  refused(run_with(R"({"format": "acim-settings", "version": 1, "parameters": {"adc_bit": 7}})"), "adc_bits");
  refused(run_with(R"({"format": "acim-settings", "version": 99})"), "99");
  refused(run_with(R"({"format": "acim-settings", "version": 1, "parameters": {"adc_bits": 77}})"), "77");
}

TEST(BadStudy, DamagedOrForeignIsRefusedAndLeftAsItWas) {
  const TemporaryFolder folder;
  const std::string path = folder / "s.acim";
  ASSERT_EQ(acim({"sweep", "-q", "--mode", "float", "--images", "4", "--x", "adc_bits=7,8", "--out", path}).exit_code,
            0);
  const auto whole = bytes_of(path);
  ASSERT_GT(whole.size(), 8192U);
  const std::vector<std::vector<std::byte>> damaged = {
      altered(whole, 0), altered(whole, 50), altered(whole, whole.size() / 2), altered(whole, whole.size(), 3),
      std::vector<std::byte>(5000, std::byte{'x'})};
  for (const auto& bytes : damaged) {
    write_bytes(path, bytes);
    expect_refused(acim({"sweep", "-q", "--resume", path}), 3, path);
    EXPECT_EQ(bytes_of(path), bytes);
  }
  expect_refused(acim({"sweep", "-q", "--resume", folder / "none.acim"}), 3, "none.acim");
}

TEST(BadOutput, IsRefusedBeforeTheWork) {
  for (const char* option : {"--logits", "--csv"}) {
    expect_refused(acim({"run", "-q", "--images", "1", option, "/nowhere/file.csv"}), 4, "/nowhere/file.csv");
  }
  expect_refused(acim({"sweep", "-q", "--images", "1", "--x", "adc_bits=7,8", "--out", "/nowhere/s.acim"}), 4,
                 "/nowhere/s.acim");
  expect_refused(acim({"sweep", "-q", "--images", "1", "--x", "adc_bits=7,8", "--picture", "/nowhere/s.svg"}), 4,
                 "/nowhere/s.svg");
  expect_refused(acim({"train", "-q", "--out", "/nowhere/n.safetensors"}), 4, "/nowhere/n.safetensors");
}

TEST(BadOutput, AReadOnlyFileIsRefusedBeforeTheWork) {
  if (geteuid() == 0) GTEST_SKIP() << "root may write to every file";
  const TemporaryFolder folder;
  write_file_atomically(folder / "old.csv", "kept");
  std::filesystem::permissions(folder / "old.csv", std::filesystem::perms::owner_read);
  expect_refused(acim({"run", "-q", "--images", "1", "--dataset", "photographs", "--csv", folder / "old.csv"}), 4,
                 "old.csv");
}

TEST(BadOutput, ContradictingOverridesLeaveNoStudyFile) {
  const TemporaryFolder folder;
  const std::string path = folder / "s.acim";
  expect_refused(acim({"sweep", "-q", "--images", "1", "--x", "adc_range_percent=40,60", "--layer",
                       "layer2.*:adc_offset_percent=50", "--out", path}),
                 2, "layer2.");
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(FullDisk, OneOutputDoesNotCostTheOthers) {
  const TemporaryFolder folder;
  const std::string picture = folder / "s.svg";
  const CommandResult result = acim({"sweep", "-q", "--mode", "float", "--images", "2", "--x", "adc_bits=7,8", "--csv",
                                     "/dev/full", "--picture", picture, "--json"});
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_TRUE(is_clear_error(result)) << result.errors;
  EXPECT_EQ(result.json().at("points").size(), 2U);
  EXPECT_TRUE(std::filesystem::exists(picture));
}

TEST(FullDisk, StandardOutput) {
  const CommandResult result = acim({"run", "-q", "--images", "1", "--mode", "float"}, "/dev/full");
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_TRUE(is_clear_error(result)) << result.errors;
}

TEST(FullDisk, NamedFile) {
  const CommandResult result = acim({"run", "-q", "--images", "1", "--mode", "float", "--csv", "/dev/full"});
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_TRUE(is_clear_error(result)) << result.errors;
  EXPECT_THAT(result.errors, HasSubstr("/dev/full"));
  EXPECT_THAT(result.output, HasSubstr("of 1 correct"));
}

TEST(FullDisk, AStudyKeepsWhatIsCommittedAndContinues) {
  const TemporaryFolder folder;
  const std::string path = folder / "s.acim";
  const std::vector<std::string> what{"-q",      "--mode", "float", "--images",    "400",
                                      "--batch", "4",      "--x",   "adc_bits=5:8"};
  const CommandResult full = RunningCommand(std::vector<std::string>{"sweep", "--out", path} + what, {}, 120000).wait();
  EXPECT_EQ(full.exit_code, 4) << full.errors;
  EXPECT_TRUE(is_clear_error(full)) << full.errors;
  const CommandResult resumed = acim({"sweep", "-q", "--json", "--resume", path});
  ASSERT_EQ(resumed.exit_code, 0) << resumed.errors;
  const nlohmann::json whole = acim(std::vector<std::string>{"sweep", "--json"} + what).json();
  const nlohmann::json continued = resumed.json();
  for (std::size_t i = 0; i < whole.at("points").size(); ++i) {
    EXPECT_EQ(continued.at("points").at(i).at("images"), 400);
    EXPECT_EQ(continued.at("points").at(i).at("correct"), whole.at("points").at(i).at("correct"));
  }
}

}  // namespace
}  // namespace acim::test
