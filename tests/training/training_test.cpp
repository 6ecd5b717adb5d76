#include "training/training.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/safetensors.h"
#include "test_files.h"

namespace acim {
namespace {

using test::TemporaryFolder;
using ::testing::HasSubstr;

class Training : public ::testing::Test {
 protected:
  TrainingOptions options(int epochs) const {
    TrainingOptions options;
    options.architecture = "resnet-demo";
    options.epochs = epochs;
    options.batch_size = 20;
    options.learning_rate = 0.02;
    options.warmup_epochs = 0;
    options.weight_bits = 8;
    options.activation_bits = 8;
    options.threads = 1;
    options.normalisation = {{0.5F, 0.5F, 0.5F}, {0.25F, 0.25F, 0.25F}};
    options.output = folder_ / "weights.safetensors";
    options.checkpoint = folder_ / "weights.checkpoint";
    return options;
  }
  TrainingResult run(const TrainingOptions& options, const std::function<void(const TrainingProgress&)>& progress = {},
                     std::stop_token stop = {}) const {
    return train(*images_, *validation_, options, progress, std::move(stop));
  }
  /// Trains until the first epoch is kept, then stops as a kill would.
  void run_one_epoch_of(const TrainingOptions& options) const {
    std::stop_source stop;
    const auto stop_after_epoch = [&](const TrainingProgress& now) {
      if (now.validation_accuracy >= 0) stop.request_stop();
    };
    EXPECT_THROW(run(options, stop_after_epoch, stop.get_token()), Error);
  }
  std::string refusal(const TrainingOptions& options, ErrorKind kind) const {
    try {
      run(options);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), kind) << error.what();
      return error.what();
    }
    ADD_FAILURE() << "accepted";
    return "";
  }

  TemporaryFolder folder_;
  std::shared_ptr<const ImageSet> images_ = open_image_set("demo-train:count=60");
  std::shared_ptr<const ImageSet> validation_ = open_image_set("demo:count=20");
};

TEST_F(Training, LowersTheLoss) {
  TrainingOptions few = options(8);
  std::vector<double> losses;
  run(few, [&](const TrainingProgress& now) {
    if (now.validation_accuracy >= 0) losses.push_back(now.loss);
  });
  ASSERT_EQ(losses.size(), 8U);
  EXPECT_LT(losses.back(), 0.8 * losses.front());
}

TEST_F(Training, ReportsEveryStepAndTheTimeLeft) {
  std::vector<double> fractions;
  TrainingProgress last;
  run(options(2), [&](const TrainingProgress& now) {
    fractions.push_back(now.fraction);
    last = now;
  });
  EXPECT_EQ(fractions.size(), 8U);  // three steps and a validation, twice
  EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
  EXPECT_EQ(last.fraction, 1);
  EXPECT_EQ(last.epochs, 2);
  EXPECT_GE(last.best_accuracy, last.validation_accuracy);
}

TEST_F(Training, ResumedEqualsUninterruptedBitForBit) {
  const TrainingOptions whole = options(3);
  const TrainingResult expected = run(whole);

  TrainingOptions broken = options(3);
  broken.output = folder_ / "broken.safetensors";
  broken.checkpoint = folder_ / "broken.checkpoint";
  run_one_epoch_of(broken);
  const auto after_one = test::bytes_of(broken.checkpoint);
  const TrainingResult resumed = run(broken);

  EXPECT_EQ(resumed.best_accuracy, expected.best_accuracy);
  EXPECT_EQ(resumed.best_epoch, expected.best_epoch);
  EXPECT_NE(test::bytes_of(broken.checkpoint), after_one);
  EXPECT_EQ(test::bytes_of(broken.checkpoint), test::bytes_of(whole.checkpoint));
  EXPECT_EQ(test::bytes_of(broken.output), test::bytes_of(whole.output));
}

TEST_F(Training, FinishedTrainingGivesTheSameResultAgain) {
  const TrainingResult first = run(options(1));
  std::filesystem::remove(options(1).output);
  int reports = 0;
  const TrainingResult again = run(options(1), [&](const TrainingProgress&) { ++reports; });
  EXPECT_EQ(reports, 0);
  EXPECT_EQ(again.best_accuracy, first.best_accuracy);
  EXPECT_TRUE(std::filesystem::exists(options(1).output));
}

TEST_F(Training, DependsOnTheSeed) {
  TrainingOptions one = options(1);
  one.checkpoint.clear();
  run(one);
  const Safetensors first = read_safetensors(one.output);
  run(one);
  EXPECT_EQ(read_safetensors(one.output).at("conv1.weight").bytes, first.at("conv1.weight").bytes);
  one.seed = 2;
  run(one);
  EXPECT_NE(read_safetensors(one.output).at("conv1.weight").bytes, first.at("conv1.weight").bytes);
}

TEST_F(Training, WritesTheNetworksDescriptionWithItsWeights) {
  TrainingOptions described = options(1);
  described.command = "acim train --epochs 1";
  const TrainingResult result = run(described);
  const Safetensors file = read_safetensors(described.output);
  const auto json = nlohmann::json::parse(file.metadata.at("acim_network"));
  EXPECT_EQ(json.at("format"), "acim-network");
  EXPECT_EQ(json.at("version"), 1);
  EXPECT_EQ(json.at("architecture"), "resnet-demo");
  EXPECT_EQ(json.at("mean"), (std::vector<float>{0.5F, 0.5F, 0.5F}));
  EXPECT_EQ(json.at("std"), (std::vector<float>{0.25F, 0.25F, 0.25F}));
  EXPECT_EQ(json.at("classes").size(), 10U);
  EXPECT_EQ(json.at("input"), (std::vector<int>{3, 32, 32}));
  EXPECT_EQ(json.at("accuracy"), result.best_accuracy);
  EXPECT_EQ(json.at("command"), "acim train --epochs 1");
  EXPECT_TRUE(file.contains("conv1.weight"));
  EXPECT_TRUE(file.contains("bn1.running_var"));
}

TEST_F(Training, RefusesACheckpointOfOtherOptionsNamingTheOption) {
  run_one_epoch_of(options(2));
  const auto before = test::bytes_of(options(2).checkpoint);
  TrainingOptions other = options(2);
  other.learning_rate = 0.03;
  EXPECT_THAT(refusal(other, ErrorKind::usage), HasSubstr("learning_rate is 0.02 there, 0.03 here"));
  images_ = open_image_set("demo-train:count=60,seed=5");
  EXPECT_THAT(refusal(options(2), ErrorKind::usage), HasSubstr("training_images"));
  EXPECT_EQ(test::bytes_of(options(2).checkpoint), before);
}

TEST_F(Training, RefusesADamagedCheckpointAndLeavesItAsItWas) {
  run_one_epoch_of(options(2));
  const auto path = options(2).checkpoint;
  const auto whole = test::bytes_of(path);
  auto cut = whole;
  cut.resize(whole.size() / 2);
  auto flipped = whole;
  flipped[9] = std::byte{'!'};
  for (const auto& damaged : {cut, flipped, std::vector<std::byte>(100)}) {
    test::write_bytes(path, damaged);
    EXPECT_THAT(refusal(options(2), ErrorKind::input), HasSubstr("weights.checkpoint"));
    EXPECT_EQ(test::bytes_of(path), damaged);
  }
}

TEST_F(Training, RefusesACheckpointWithMissingMisshapenOrNaNTensors) {
  run_one_epoch_of(options(2));
  const auto path = options(2).checkpoint;
  const Safetensors whole = read_safetensors(path);

  Safetensors missing = whole;
  missing.tensors.erase("momentum.conv1.weight");
  write_safetensors(path, missing);
  EXPECT_THAT(refusal(options(2), ErrorKind::input), HasSubstr("no tensor momentum.conv1.weight"));

  Safetensors misshapen = whole;
  misshapen.tensors["model.bn1.weight"] = make_tensor({2}, std::vector<float>{1, 1});
  write_safetensors(path, misshapen);
  EXPECT_THAT(refusal(options(2), ErrorKind::input), HasSubstr("model.bn1.weight has another type or shape"));

  Safetensors not_finite = whole;
  std::vector<float> values = whole.at("best.bn1.weight").as_float();
  values[3] = std::numeric_limits<float>::quiet_NaN();
  not_finite.tensors["best.bn1.weight"] = make_tensor(whole.at("best.bn1.weight").shape, values);
  write_safetensors(path, not_finite);
  EXPECT_THAT(refusal(options(2), ErrorKind::input), HasSubstr("best.bn1.weight holds numbers that are not finite"));

  Safetensors weights = whole;
  weights.metadata.clear();
  write_safetensors(path, weights);
  EXPECT_THAT(refusal(options(2), ErrorKind::input), HasSubstr("no checkpoint"));
}

TEST_F(Training, WithNoiseResumedEqualsUninterruptedBitForBit) {
  TrainingOptions whole = options(2);
  whole.output_noise_percent = 40;
  run(whole);
  TrainingOptions broken = whole;
  broken.output = folder_ / "broken.safetensors";
  broken.checkpoint = folder_ / "broken.checkpoint";
  run_one_epoch_of(broken);
  run(broken);
  EXPECT_EQ(test::bytes_of(broken.output), test::bytes_of(whole.output));

  TrainingOptions quiet = options(2);
  quiet.output = folder_ / "quiet.safetensors";
  quiet.checkpoint.clear();
  run(quiet);
  EXPECT_NE(read_safetensors(quiet.output).at("conv1.weight").bytes,
            read_safetensors(whole.output).at("conv1.weight").bytes);
}

TEST_F(Training, StartsFromGivenWeights) {
  const TrainingResult before = run(options(4));
  TrainingOptions further = options(1);
  further.initial_weights = options(4).output;
  further.output = folder_ / "further.safetensors";
  further.checkpoint = folder_ / "further.checkpoint";
  further.learning_rate = 1e-9;
  further.weight_decay = 0;
  run(further);
  // So small a rate leaves them where they were.
  const std::vector<float> start = read_safetensors(further.initial_weights).at("conv1.weight").as_float();
  EXPECT_THAT(read_safetensors(further.output).at("conv1.weight").as_float(),
              ::testing::Pointwise(::testing::FloatNear(1e-6F), start));
  EXPECT_GT(before.best_epoch, 0);
}

TEST_F(Training, RefusesWeightsOfAnotherArchitectureSayingWhatDoesNotFit) {
  run(options(1));
  TrainingOptions other = options(1);
  other.architecture = "resnet20-cifar";
  other.initial_weights = options(1).output;
  other.output = folder_ / "other.safetensors";
  other.checkpoint.clear();
  EXPECT_THAT(refusal(other, ErrorKind::input), HasSubstr("do not fit architecture resnet20-cifar"));
  other.initial_weights = folder_ / "missing.safetensors";
  EXPECT_THAT(refusal(other, ErrorKind::input), HasSubstr("missing.safetensors"));
}

TEST_F(Training, StopsWithAnErrorWhenItDiverges) {
  TrainingOptions wild = options(30);
  wild.learning_rate = 10;
  wild.momentum = 0.99;
  wild.weight_decay = 0.9;
  wild.weight_bits = wild.activation_bits = 0;
  EXPECT_THAT(refusal(wild, ErrorKind::input), HasSubstr("diverged"));
}

TEST_F(Training, RefusesOptionsOutOfRangeNamingThem) {
  TrainingOptions wrong = options(1);
  wrong.weight_bits = 10;
  EXPECT_THAT(refusal(wrong, ErrorKind::usage), HasSubstr("10 is no value of weight_bits"));
  wrong = options(0);
  EXPECT_THAT(refusal(wrong, ErrorKind::usage), HasSubstr("epochs"));
  wrong = options(1);
  wrong.learning_rate = std::nan("");
  EXPECT_THAT(refusal(wrong, ErrorKind::usage), HasSubstr("learning_rate"));
  wrong = options(1);
  wrong.output_noise_percent = -1;
  EXPECT_THAT(refusal(wrong, ErrorKind::usage), HasSubstr("output_noise_percent"));
  wrong = options(1);
  wrong.normalisation.standard_deviation[1] = 0;
  EXPECT_THAT(refusal(wrong, ErrorKind::usage), HasSubstr("std"));
  wrong = options(1);
  wrong.architecture = "resnet-demon";
  EXPECT_THAT(refusal(wrong, ErrorKind::usage), HasSubstr("resnet-demon"));
}

TEST_F(Training, ReportsAnOutputThatCannotBeWritten) {
  TrainingOptions lost = options(1);
  lost.output = folder_ / "no" / "such" / "folder.safetensors";
  EXPECT_THAT(refusal(lost, ErrorKind::output), HasSubstr("folder.safetensors"));
}

}  // namespace
}  // namespace acim
