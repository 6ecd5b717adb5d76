#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <mutex>
#include <set>

#include "base/error.h"
#include "recording/recording.h"
#include "small_recording.h"
#include "test_files.h"

namespace acim {
namespace {

using ::testing::HasSubstr;

constexpr std::int64_t kImages = 200;

/// Predicts the label, but for the first `wrong` images; notes the blocks it was asked for.
class CountingEvaluator : public Evaluator {
 public:
  explicit CountingEvaluator(std::int64_t wrong) : wrong_(wrong) {}
  std::int64_t image_count() const override { return 500; }
  int class_count() const override { return 10; }
  int label(std::int64_t image) const override { return static_cast<int>(image % 10); }
  std::vector<float> evaluate(const PointSettings& settings, std::int64_t first, std::int64_t count,
                              std::stop_token /*stop*/) const override {
    const std::scoped_lock lock(mutex_);
    blocks_.insert({first, count});
    settings_ = settings;
    std::vector<float> logits(static_cast<std::size_t>(count * 10), 0.F);
    for (std::int64_t i = 0; i < count; ++i) {
      const std::int64_t prediction = (first + i + (first + i < wrong_ ? 1 : 0)) % 10;
      logits[static_cast<std::size_t>(i * 10 + prediction)] = 1;
    }
    return logits;
  }
  std::vector<std::pair<std::string, std::string>> provenance() const override { return {}; }

  std::set<std::pair<std::int64_t, std::int64_t>> blocks() const { return blocks_; }
  const PointSettings& settings() const { return settings_; }

 private:
  std::int64_t wrong_;
  mutable std::mutex mutex_;
  mutable std::set<std::pair<std::int64_t, std::int64_t>> blocks_;
  mutable PointSettings settings_;
};

/// A network recording whose predictions are right but for the last `wrong` images.
test::SmallRecording network_recording(int adc_bits, std::int64_t wrong) {
  test::SmallRecording recording;
  recording.file = {};
  recording.metadata = {{"format", "acim-recording"},
                        {"version", 1},
                        {"kind", "network"},
                        {"batch", 80},
                        {"parameters", {{"adc_bits", adc_bits}, {"activation_scale", "per_batch"}}}};
  std::vector<std::int32_t> labels(kImages);
  std::vector<std::int32_t> predictions(kImages);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    labels[i] = static_cast<std::int32_t>(i % 10);
    predictions[i] = static_cast<std::int32_t>((i + (static_cast<std::int64_t>(i) >= kImages - wrong ? 1 : 0)) % 10);
  }
  recording.set("labels", {kImages}, std::span<const std::int32_t>(labels));
  recording.set("predictions", {kImages}, std::span<const std::int32_t>(predictions));
  return recording;
}

VerificationResult verify(test::SmallRecording recording, std::shared_ptr<const Evaluator> network) {
  const test::TemporaryFolder folder;
  recording.write(folder / "n");
  VerificationOptions options;
  options.network = std::move(network);
  return verify_recording(folder / "n", options);
}

TEST(NetworkVerification, IsSkippedWithoutANetwork) {
  const VerificationResult result = verify(network_recording(8, 0), nullptr);
  EXPECT_EQ(result.status, VerificationStatus::skipped);
  EXPECT_THAT(result.detail, HasSubstr("--network"));
}

TEST(NetworkVerification, RunsBlocksOfTheRecordedBatch) {
  const auto network = std::make_shared<CountingEvaluator>(0);
  EXPECT_EQ(verify(network_recording(8, 0), network).status, VerificationStatus::pass);
  EXPECT_EQ(network->blocks(), (std::set<std::pair<std::int64_t, std::int64_t>>{{0, 80}, {80, 80}, {160, 40}}));
  EXPECT_EQ(network->settings().mode, EvaluationMode::simulated);
  EXPECT_EQ(network->settings().macro.adc_bits, 8);
  EXPECT_EQ(network->settings().macro.activation_scale, ActivationScale::per_batch);
}

TEST(NetworkVerification, LosslessPredictionsAreAlike) {
  const auto status = [](std::int64_t differing) {
    return verify(network_recording(8, 0), std::make_shared<CountingEvaluator>(differing)).status;
  };
  EXPECT_EQ(status(4), VerificationStatus::pass);  // 98 %
  EXPECT_EQ(status(5), VerificationStatus::fail);
}

TEST(NetworkVerification, LossyAccuraciesAreComparedByTheirInterval) {
  // Other images are wrong, as many of them: equal accuracy.
  EXPECT_EQ(verify(network_recording(7, 60), std::make_shared<CountingEvaluator>(60)).status, VerificationStatus::pass);
  // 70 % against 62 %: the interval of the difference is 9 % wide on each side; against 55 % it is not enough.
  EXPECT_EQ(verify(network_recording(7, 60), std::make_shared<CountingEvaluator>(76)).status, VerificationStatus::pass);
  EXPECT_EQ(verify(network_recording(7, 60), std::make_shared<CountingEvaluator>(90)).status, VerificationStatus::fail);
  EXPECT_EQ(verify(network_recording(7, 90), std::make_shared<CountingEvaluator>(60)).status, VerificationStatus::fail);
}

TEST(NetworkVerification, RefusesOtherImages) {
  test::SmallRecording recording = network_recording(8, 0);
  std::vector<std::int64_t> labels = recording.file.at("labels").as_integer();
  labels[7] = 0;
  recording.set("labels", {kImages}, std::span<const std::int64_t>(labels));
  EXPECT_THROW(verify(recording, std::make_shared<CountingEvaluator>(0)), Error);
  recording.metadata["correct"] = 3;
  EXPECT_THROW(verify(recording, nullptr), Error);
}

}  // namespace
}  // namespace acim
