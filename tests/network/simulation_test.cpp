#include <gmock/gmock.h>

#include <thread>

#include "base/error.h"
#include "networks.h"

namespace acim {
namespace {

constexpr const char* kNetwork = "data/weights/resnet20_cifar10_jpeg.pt";

class Simulation : public testing::Test {
 protected:
  void SetUp() override {
    ACIM_REQUIRE_SHARED(kNetwork);
    network_ = load_network(test::source_of("resnet20_cifar10_jpeg.pt"));
    images_ = test::demo_images(4);
    calibration_ = network_->calibrate(images_.block(), 100);
  }
  std::vector<float> logits(const PointSettings& settings) {
    return network_->logits(images_.block(), settings, &calibration_);
  }

  std::shared_ptr<const Network> network_;
  test::Images images_;
  Calibration calibration_;
};

TEST_F(Simulation, LosslessArrayEqualsIntegers) {
  const auto quantised = logits(test::settings_of(EvaluationMode::quantised));
  EXPECT_EQ(logits(test::settings_of(EvaluationMode::simulated)), quantised);
  const auto in_float = logits(test::settings_of(EvaluationMode::floating_point));
  EXPECT_LT(test::largest_difference(quantised, in_float), 1.0F);
  EXPECT_GT(test::largest_difference(quantised, in_float), 0.0F);
}

TEST_F(Simulation, FewerConverterBitsChangeTheLogits) {
  PointSettings settings = test::settings_of(EvaluationMode::simulated);
  const auto lossless = logits(settings);
  settings.macro.adc_bits = 6;
  EXPECT_NE(logits(settings), lossless);
}

TEST_F(Simulation, BatchesAndThreadsDoNotChangeALogit) {
  PointSettings settings = test::settings_of(EvaluationMode::simulated);
  settings.macro.random_noise_percent = 0.1;
  const auto whole = logits(settings);
  std::vector<std::vector<float>> pieces(4);
  {
    std::vector<std::jthread> threads;
    for (std::int64_t i = 0; i < 4; ++i) {
      threads.emplace_back([&, i] {
        pieces[static_cast<std::size_t>(i)] = network_->logits(images_.part(i, 1), settings, &calibration_);
      });
    }
  }
  std::vector<float> joined;
  for (const auto& piece : pieces) joined.insert(joined.end(), piece.begin(), piece.end());
  EXPECT_EQ(joined, whole);
  settings.macro.seed = 2;
  EXPECT_NE(logits(settings), whole);
}

TEST_F(Simulation, AllDigitalLayersEqualIntegers) {
  PointSettings settings = test::settings_of(EvaluationMode::simulated);
  settings.macro.adc_bits = 4;
  settings.layers = {parse_layer_override("*:digital=true")};
  EXPECT_EQ(logits(settings), logits(test::settings_of(EvaluationMode::quantised)));
}

TEST_F(Simulation, ScalesOfEachImageDoNotDependOnNeighbours) {
  PointSettings settings = test::settings_of(EvaluationMode::quantised);
  settings.macro.activation_scale = ActivationScale::per_image;
  const auto whole = logits(settings);
  const auto alone = network_->logits(images_.part(0, 1), settings, &calibration_);
  EXPECT_EQ(std::vector<float>(whole.begin(), whole.begin() + 10), alone);
  settings.macro.activation_scale = ActivationScale::per_batch;
  EXPECT_NE(logits(settings), whole);
}

TEST_F(Simulation, NeedsACalibrationOfThePercentile) {
  PointSettings settings = test::settings_of(EvaluationMode::quantised);
  EXPECT_THROW(network_->logits(images_.block(), settings, nullptr), Error);
  settings.macro.activation_percentile = 99;
  EXPECT_THROW(logits(settings), Error);
  const Calibration tight = network_->calibrate(images_.block(), 99);
  EXPECT_LT(tight.layers[5].streamed.maximum, calibration_.layers[5].streamed.maximum);
  EXPECT_EQ(network_->logits(images_.block(), settings, &tight).size(), 40U);
}

TEST_F(Simulation, StopsOnRequest) {
  std::stop_source stop;
  stop.request_stop();
  try {
    network_->logits(images_.block(), test::settings_of(EvaluationMode::simulated), &calibration_, stop.get_token());
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::cancelled);
  }
}

TEST(Attention, BothStationaryOperandsAreCloseToFloat) {
  ACIM_REQUIRE_SHARED("data/weights/vit_cifar10.pt");
  const auto network = load_network(test::source_of("vit_cifar10.pt"));
  const test::Images images = test::demo_images(2);
  const Calibration calibration = network->calibrate(images.block(), 100);
  const auto in_float = network->logits(images.block(), test::settings_of(EvaluationMode::floating_point), nullptr);
  PointSettings settings = test::settings_of(EvaluationMode::quantised);
  const auto second = network->logits(images.block(), settings, &calibration);
  settings.macro.matmul_stationary = MatmulStationary::first;
  const auto first = network->logits(images.block(), settings, &calibration);
  EXPECT_LT(test::largest_difference(second, in_float), 1.5F);
  EXPECT_LT(test::largest_difference(first, in_float), 1.5F);
  EXPECT_NE(first, second);  // weights and streamed operand are rounded differently
  settings.macro.activation_scale = ActivationScale::per_batch;
  EXPECT_EQ(network->logits(images.block(), settings, &calibration).size(), in_float.size());
}

}  // namespace
}  // namespace acim
