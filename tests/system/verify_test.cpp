#include <gmock/gmock.h>

#include "base/safetensors.h"
#include "command.h"
#include "test_files.h"

namespace acim::test {
namespace {

using testing::HasSubstr;

/// Any recording of this kind in the shared folder, the smallest.
std::filesystem::path smallest_recording(const std::string& kind) {
  std::filesystem::path smallest;
  for (const auto& entry : std::filesystem::directory_iterator(shared_folder() / "golden")) {
    if (entry.path().extension() != ".safetensors") continue;
    const auto metadata = read_safetensors(entry.path()).metadata;
    if (nlohmann::json::parse(metadata.at("acim_recording")).at("kind") != kind) continue;
    if (smallest.empty() || entry.file_size() < std::filesystem::file_size(smallest)) smallest = entry.path();
  }
  return smallest;
}

TEST(Verify, PassesGoldenRecordings) {
  ACIM_REQUIRE_SHARED("golden");
  const std::string exact = smallest_recording("exact");
  const std::string quantiser = smallest_recording("quantiser");
  const CommandResult result = acim({"verify", exact, quantiser, "--quiet"});
  EXPECT_EQ(result.exit_code, 0) << result.output;
  EXPECT_THAT(result.output, HasSubstr(exact));
  EXPECT_THAT(result.output, HasSubstr("2 passed, 0 failed, 0 skipped, 0 unreadable"));
}

TEST(Verify, FailsAnAlteredRecordingAndGoesOnAfterAnUnreadableOne) {
  ACIM_REQUIRE_SHARED("golden");
  const TemporaryFolder folder;
  const std::string good = smallest_recording("exact");
  Safetensors recording = read_safetensors(good);
  std::vector<double> output = recording.at("array_output").as_double();
  output.front() += 1;
  for (double& value : output) value += 1e3;
  recording.tensors["array_output"] = make_tensor(recording.at("array_output").shape, std::span<const double>(output));
  const std::string altered = folder / "altered.safetensors";
  write_safetensors(altered, recording);
  EXPECT_EQ(acim({"verify", altered, "-q"}).exit_code, 1);

  auto bytes = bytes_of(good);
  bytes.resize(bytes.size() / 2);
  const std::string truncated = folder / "truncated.safetensors";
  write_bytes(truncated, bytes);
  const CommandResult result = acim({"verify", truncated, altered, good, "--json", "-q"});
  EXPECT_EQ(result.exit_code, 3);
  const nlohmann::json json = result.json();
  EXPECT_EQ(json.at("unreadable"), 1);
  EXPECT_EQ(json.at("failed"), 1);
  EXPECT_EQ(json.at("passed"), 1);
  EXPECT_EQ(json.at("files").size(), 3U);
}

TEST(Verify, NamesAFileThatIsNotUtf8) {
  const TemporaryFolder folder;
  const std::string name = folder / "chip-\xFF.safetensors";
  write_bytes(name, std::vector<std::byte>(10));
  const CommandResult result = acim({"verify", name, "--json", "-q"});
  EXPECT_EQ(result.exit_code, 3) << result.errors;
  EXPECT_THAT(result.json().at("files").at(0).at("file").get<std::string>(), HasSubstr("chip-\uFFFD"));
}

TEST(Verify, SkipsARecordingOfANetworkThatIsNotNamed) {
  ACIM_REQUIRE_SHARED("golden/network/w8a8_r255_b8.safetensors");
  const CommandResult result = acim({"verify", shared_folder() / "golden/network/w8a8_r255_b8.safetensors", "-q"});
  EXPECT_EQ(result.exit_code, 0) << result.errors;
  EXPECT_THAT(result.output, HasSubstr("1 skipped"));
}

}  // namespace
}  // namespace acim::test
