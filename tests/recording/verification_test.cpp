#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "array/engine.h"
#include "base/error.h"
#include "recording/recording.h"
#include "small_recording.h"
#include "test_files.h"

namespace acim {
namespace {

using test::SmallRecording;

class Verification : public testing::Test {
 protected:
  VerificationResult verify(SmallRecording& recording) {
    recording.write(folder_ / "f.safetensors");
    VerificationOptions options;
    options.engine = engine_.get();
    return verify_recording(folder_ / "f.safetensors", options);
  }

 private:
  test::TemporaryFolder folder_;
  std::unique_ptr<Engine> engine_ = make_reference_engine();
};

TEST_F(Verification, LosslessLayerIsTheIntegerProduct) {
  SmallRecording recording;
  const VerificationResult result = verify(recording);
  EXPECT_EQ(result.status, VerificationStatus::pass) << result.detail;
  EXPECT_EQ(result.kind, "exact");
  EXPECT_EQ(result.outputs, 12);
  EXPECT_LE(result.largest_error, 1e-9);
}

TEST_F(Verification, ParametersMayBeMissing) {
  SmallRecording recording;
  recording.metadata.erase("parameters");
  EXPECT_EQ(verify(recording).status, VerificationStatus::pass);
}

TEST_F(Verification, OtherParametersFail) {
  SmallRecording recording;
  recording.metadata["parameters"]["adc_bits"] = 5;
  EXPECT_EQ(verify(recording).status, VerificationStatus::fail);
}

TEST_F(Verification, NegativeStreamedValueDecidesTheSign) {
  SmallRecording recording;
  recording.metadata["parameters"].erase("signed_activations");
  // As signed 9-bit activations the same integers fit; one is negative now.
  recording.metadata["parameters"]["activation_bits"] = 9;
  std::vector<std::int64_t> input = recording.file.at("input_quantised").as_integer();
  std::vector<double> output = recording.file.at("array_output").as_double();
  const std::vector<std::int64_t> weight = recording.file.at("weight_quantised").as_integer();
  for (std::size_t o = 0; o < 4; ++o) output[o] -= static_cast<double>(2 * input[1] * weight[o * 20 + 1]);
  input[1] = -input[1];
  recording.set("input_quantised", {3, 20}, std::span<const std::int64_t>(input));
  recording.set("array_output", {3, 4}, std::span<const double>(output));
  recording.file.tensors.erase("output");
  const std::vector<float> floats(input.begin(), input.end());
  recording.set("input", {3, 20}, std::span<const float>(floats));
  EXPECT_EQ(verify(recording).status, VerificationStatus::pass);
  recording.metadata["parameters"]["signed_activations"] = "never";
  EXPECT_THROW(verify(recording), Error);
}

TEST_F(Verification, TakesOtherElementTypes) {
  SmallRecording recording;
  const std::vector<double> input = recording.file.at("input").as_double();
  recording.set("input", {3, 20}, std::span<const double>(input));
  const std::vector<std::int64_t> integers = recording.file.at("weight_quantised").as_integer();
  recording.set("weight_quantised", {4, 20}, std::span<const std::int64_t>(integers));
  std::vector<std::byte> bytes;
  for (const std::int64_t value : integers) bytes.push_back(static_cast<std::byte>(value));
  EXPECT_EQ(verify(recording).status, VerificationStatus::pass);
  recording.file.tensors["weight_quantised"] = {ElementType::i8, {4, 20}, bytes};
  EXPECT_EQ(verify(recording).status, VerificationStatus::pass);
}

TEST_F(Verification, IntegersAloneOrFloatsAloneAreEnough) {
  SmallRecording integers;
  for (const char* name : {"input", "weight", "output"}) integers.file.tensors.erase(name);
  EXPECT_EQ(verify(integers).status, VerificationStatus::pass);
  SmallRecording floats;
  for (const char* name : {"input_quantised", "weight_quantised"}) floats.file.tensors.erase(name);
  EXPECT_EQ(verify(floats).status, VerificationStatus::pass);
}

TEST_F(Verification, ScaleMayComeFromEachImageOrTheRecording) {
  SmallRecording recording;
  recording.metadata["parameters"]["activation_scale"] = "calibrated";
  EXPECT_THROW(verify(recording), Error);
  recording.set("input_scale", {1}, std::span<const double>(std::array{255.0}));
  EXPECT_EQ(verify(recording).status, VerificationStatus::pass);
  recording.set("input_scale", {1}, std::span<const double>(std::array{300.0}));
  EXPECT_EQ(verify(recording).status, VerificationStatus::fail);
  SmallRecording of_images;
  of_images.metadata["parameters"]["activation_scale"] = "per_image";
  EXPECT_EQ(verify(of_images).status, VerificationStatus::fail);  // only row 0 reaches 255
}

TEST_F(Verification, JsonHasTheFigures) {
  SmallRecording recording;
  const nlohmann::json json = to_json(verify(recording));
  EXPECT_EQ(json["status"], "pass");
  EXPECT_EQ(json["kind"], "exact");
  EXPECT_EQ(json["outputs"], 12);
  EXPECT_TRUE(json["largest_error"].is_number());
}

/// The small layer with noise that never reaches a code's edge, or always: outputs without any variance.
SmallRecording noiseless_statistics() {
  SmallRecording recording;
  recording.metadata["kind"] = "statistics";
  const std::vector<double> mean = recording.file.at("array_output").as_double();
  const std::vector<double> zero(12, 0.0);
  recording.set("mean", {3, 4}, std::span<const double>(mean));
  recording.set("standard_deviation", {3, 4}, std::span<const double>(zero));
  recording.set("fourth_moment", {3, 4}, std::span<const double>(zero));
  recording.set("repeats", {1}, std::span<const std::int64_t>(std::array<std::int64_t, 1>{100}));
  return recording;
}

TEST_F(Verification, StatisticsOfAConstantAreItsValue) {
  SmallRecording recording = noiseless_statistics();
  EXPECT_EQ(verify(recording).status, VerificationStatus::pass);
  std::vector<double> mean = recording.file.at("mean").as_double();
  mean[3] += 1;
  recording.set("mean", {3, 4}, std::span<const double>(mean));
  EXPECT_EQ(verify(recording).status, VerificationStatus::fail);
}

TEST_F(Verification, StopsOnRequest) {
  SmallRecording recording = noiseless_statistics();
  const test::TemporaryFolder folder;
  recording.write(folder / "f");
  std::stop_source source;
  source.request_stop();
  const std::unique_ptr<Engine> engine = make_reference_engine();
  VerificationOptions options;
  options.engine = engine.get();
  options.stop = source.get_token();
  try {
    verify_recording(folder / "f", options);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::cancelled);
  }
}

}  // namespace
}  // namespace acim
