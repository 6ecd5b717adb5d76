// Every recording of the shared test data, by group.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "array/engine.h"
#include "base/safetensors.h"
#include "recording/recording.h"
#include "test_files.h"

namespace acim {
namespace {

namespace fs = std::filesystem;

VerificationResult verify(const fs::path& path, int threads = 2) {
  const std::unique_ptr<Engine> engine = make_reference_engine();
  VerificationOptions options;
  options.engine = engine.get();
  options.threads = threads;
  return verify_recording(path, options);
}

struct Group {
  const char* prefix;
  std::size_t files;
};

class Golden : public testing::TestWithParam<Group> {};

TEST_P(Golden, RecordingsPass) {
  ACIM_REQUIRE_SHARED("golden");
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(test::shared_folder() / "golden")) {
    if (entry.path().filename().string().starts_with(GetParam().prefix)) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  EXPECT_EQ(files.size(), GetParam().files);
  for (const fs::path& file : files) {
    const VerificationResult result = verify(file);
    EXPECT_EQ(result.status, VerificationStatus::pass) << file << ": " << result.detail;
    EXPECT_GT(result.outputs, 0);
  }
}

INSTANTIATE_TEST_SUITE_P(Groups, Golden,
                         testing::Values(Group{"attention_", 4}, Group{"conv_", 20}, Group{"linear_", 5},
                                         Group{"noise_", 11}, Group{"quantiser", 1}, Group{"spec_", 11}),
                         [](const auto& entry) {
                           std::string name = entry.param.prefix;
                           return name.substr(0, name.find('_'));
                         });

TEST(GoldenNetwork, IsSkippedWithoutANetwork) {
  ACIM_REQUIRE_SHARED("golden/network");
  const VerificationResult result = verify(test::shared_folder() / "golden/network/w8a8_r255_b8.safetensors");
  EXPECT_EQ(result.status, VerificationStatus::skipped);
  EXPECT_THAT(result.detail, testing::HasSubstr("network"));
}

/// A copy of a golden file with element `index` of a tensor changed by `amount`.
template <typename T>
VerificationResult verify_tampered(const std::string& name, const std::string& tensor, std::size_t index, T amount) {
  Safetensors file = read_safetensors(test::shared_folder() / "golden" / name);
  std::byte* place = file.tensors.at(tensor).bytes.data() + index * sizeof(T);
  T value{};
  std::memcpy(&value, place, sizeof(T));
  value += amount;
  std::memcpy(place, &value, sizeof(T));
  const test::TemporaryFolder folder;
  write_safetensors(folder / name, file);
  return verify(folder / name);
}

TEST(TamperedRecording, FailsOnOneArrayOutput) {
  ACIM_REQUIRE_SHARED("golden");
  // One unit of the integer product, 1e-6 of the largest output.
  const auto result = verify_tampered<double>("conv_serial_w8a8_r255_b8.safetensors", "array_output", 17, 1.0);
  EXPECT_EQ(result.status, VerificationStatus::fail);
  EXPECT_GT(result.largest_error, 1e-9);
}

TEST(TamperedRecording, FailsOnOneQuantisedValue) {
  ACIM_REQUIRE_SHARED("golden");
  const auto exact = verify_tampered<std::int32_t>("linear_serial_w8a8_r255_b7.safetensors", "weight_quantised", 3, 1);
  EXPECT_EQ(exact.status, VerificationStatus::fail);
  EXPECT_THAT(exact.detail, testing::HasSubstr("1 integers of 'weight' differ"));
  const auto quantiser = verify_tampered<std::int32_t>("quantiser.safetensors", "b8_signed.quantised", 0, 1);
  EXPECT_EQ(quantiser.status, VerificationStatus::fail);
  EXPECT_THAT(quantiser.detail, testing::HasSubstr("1 of 40960 integers"));
  EXPECT_EQ(verify_tampered<float>("quantiser.safetensors", "b8_signed.scale", 0, 1e-3F).status,
            VerificationStatus::fail);
}

TEST(TamperedRecording, FailsOnOneOutput) {
  ACIM_REQUIRE_SHARED("golden");
  EXPECT_EQ(verify_tampered<double>("linear_signed_serial_w8a8_r255_b8.safetensors", "output", 5, 0.01).status,
            VerificationStatus::fail);
}

TEST(TamperedRecording, FailsOnAMeanOrADeviation) {
  ACIM_REQUIRE_SHARED("golden");
  const std::string name = "noise_random_w8a8_r255_b8.safetensors";
  const Safetensors file = read_safetensors(test::shared_folder() / "golden" / name);
  const double deviation = file.at("standard_deviation").as_double().front();
  ASSERT_EQ(verify(test::shared_folder() / "golden" / name).status, VerificationStatus::pass);
  const auto mean = verify_tampered<double>(name, "mean", 0, deviation / 2);
  EXPECT_EQ(mean.status, VerificationStatus::fail);
  EXPECT_GT(mean.largest_z_mean, 5);
  const auto wider = verify_tampered<double>(name, "standard_deviation", 0, deviation / 4);
  EXPECT_EQ(wider.status, VerificationStatus::fail);
  EXPECT_GT(wider.largest_z_variance, 5);
}

TEST(Statistics, DoNotDependOnThreads) {
  ACIM_REQUIRE_SHARED("golden");
  const fs::path path = test::shared_folder() / "golden/noise_weight_variation_w8a8_r255_b8.safetensors";
  const VerificationResult one = verify(path, 1);
  const VerificationResult three = verify(path, 3);
  EXPECT_EQ(one.largest_z_mean, three.largest_z_mean);
  EXPECT_EQ(one.largest_z_variance, three.largest_z_variance);
  EXPECT_EQ(one.detail, three.detail);
}

}  // namespace
}  // namespace acim
