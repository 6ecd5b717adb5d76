#include "evaluation/evaluation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <thread>

#include "base/error.h"
#include "counting_network.h"
#include "study/subject_misfit.h"
#include "test_files.h"

namespace acim {
namespace {

using test::CountingNetwork;
using test::IndexImages;
using testing::ElementsAre;
using testing::HasSubstr;

Evaluation evaluation_of(const std::shared_ptr<CountingNetwork>& network, std::int64_t images = 100,
                         const std::string& stored = {}, std::int64_t used = 0) {
  StudySubject subject;
  subject.images = used;
  return make_evaluation(network, std::make_shared<IndexImages>(images, 3), subject, 100, stored);
}

TEST(Evaluation, GivesTheNetworkTheImagesOfTheBlock) {
  const auto evaluation = evaluation_of(std::make_shared<CountingNetwork>());
  EXPECT_THAT(evaluation.evaluator->evaluate({}, 7, 2, {}), ElementsAre(7, 100, 7, 8, 100, 8));
  EXPECT_EQ(evaluation.evaluator->class_count(), 3);
  EXPECT_EQ(evaluation.evaluator->label(7), 1);
  EXPECT_TRUE(evaluation.layers[1].negative_inputs);
  EXPECT_EQ(evaluation.layers[1].calibration_maximum, 100);
}

TEST(Evaluation, CalibratesOnTheFirstImages) {
  EXPECT_EQ(evaluation_of(std::make_shared<CountingNetwork>(), 100).calibration.images, 64);
  EXPECT_EQ(evaluation_of(std::make_shared<CountingNetwork>(), 10).calibration.images, 10);
}

TEST(Evaluation, RunsOnTheFirstImagesOnly) {
  EXPECT_EQ(evaluation_of(std::make_shared<CountingNetwork>(), 100).evaluator->image_count(), 100);
  EXPECT_EQ(evaluation_of(std::make_shared<CountingNetwork>(), 100, {}, 30).evaluator->image_count(), 30);
  EXPECT_EQ(evaluation_of(std::make_shared<CountingNetwork>(), 100, {}, 300).evaluator->image_count(), 100);
}

TEST(Evaluation, RefusesBlocksOutsideTheImages) {
  const auto evaluation = evaluation_of(std::make_shared<CountingNetwork>());
  EXPECT_THROW(evaluation.evaluator->evaluate({}, 99, 2, {}), Error);
  EXPECT_THROW(evaluation.evaluator->evaluate({}, -1, 2, {}), Error);
}

TEST(Evaluation, TakesAStoredCalibrationOfTheSameNetworkAndImages) {
  const auto network = std::make_shared<CountingNetwork>();
  const std::string stored = calibration_json(evaluation_of(network).calibration);
  const auto again = std::make_shared<CountingNetwork>();
  EXPECT_EQ(calibration_json(evaluation_of(again, 100, stored).calibration), stored);
  EXPECT_EQ(again->calibrations, 0);
  evaluation_of(again, 101, stored);
  EXPECT_EQ(again->calibrations, 1) << "other images";
  again->hash_ = "another";
  evaluation_of(again, 100, stored);
  EXPECT_EQ(again->calibrations, 2) << "another network";
}

TEST(Evaluation, CalibratesEachPercentileOnceForAllThreads) {
  const auto network = std::make_shared<CountingNetwork>();
  const auto evaluation = evaluation_of(network);
  PointSettings tight;
  tight.macro.activation_percentile = 99;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] { EXPECT_THAT(evaluation.evaluator->evaluate(tight, 0, 1, {}), ElementsAre(0, 99, 0)); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(network->calibrations, 2);
  EXPECT_THAT(evaluation.evaluator->evaluate({}, 0, 1, {}), ElementsAre(0, 100, 0));
}

TEST(Evaluation, TakesALayersOwnPercentile) {
  const auto evaluation = evaluation_of(std::make_shared<CountingNetwork>());
  PointSettings settings;
  settings.layers.push_back(parse_layer_override("layer1.*:activation_percentile=95"));
  EXPECT_THAT(evaluation.evaluator->evaluate(settings, 0, 1, {}), ElementsAre(0, 95, 0));
  settings.layers[0].pattern = "conv1";
  EXPECT_THAT(evaluation.evaluator->evaluate(settings, 0, 1, {}), ElementsAre(0, 100, 0));
}

TEST(Evaluation, RefusesPatternsThatMatchNoLayerNamingTheNearest) {
  const auto evaluation = evaluation_of(std::make_shared<CountingNetwork>());
  PointSettings settings;
  settings.layers.push_back(parse_layer_override("layer1.0.conf1:adc_bits=7"));
  try {
    evaluation.evaluator->evaluate(settings, 0, 1, {});
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.what(), HasSubstr("layer1.0.conf1"));
    EXPECT_THAT(error.remedy(), HasSubstr("are layer1.0.conv1, "));
  }
  settings.layers[0].pattern = "layer1.*";
  EXPECT_NO_THROW(check_layer_patterns(settings, evaluation.layers));
}

TEST(Evaluation, RefusesImagesOfOtherClassesNamingBoth) {
  try {
    make_evaluation(std::make_shared<CountingNetwork>(), std::make_shared<IndexImages>(100, 10), {}, 100);
    FAIL() << "accepted";
  } catch (const SubjectMisfit& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    EXPECT_THAT(error.what(), HasSubstr("3 classes"));
    EXPECT_THAT(error.what(), HasSubstr("have 10"));
    EXPECT_THAT(error.where(), HasSubstr("counting network"));
    EXPECT_THAT(error.where(), HasSubstr("index images"));
  }
}

TEST(Evaluation, StatesWhereResultsComeFrom) {
  const auto provenance = evaluation_of(std::make_shared<CountingNetwork>()).evaluator->provenance();
  std::map<std::string, std::string> values(provenance.begin(), provenance.end());
  EXPECT_THAT(values["program"], HasSubstr("ACiM Explorer "));
  EXPECT_EQ(values["network_hash"], "counting");
  EXPECT_EQ(values["images_hash"], "images of 100");
  EXPECT_FALSE(values["calibration_hash"].empty());
  EXPECT_FALSE(values["instruction_set"].empty());
}

TEST(Evaluation, LoadingIsCancelled) {
  std::stop_source stop;
  stop.request_stop();
  try {
    make_evaluation({}, 100, {}, {}, stop.get_token());
    FAIL() << "loaded";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::cancelled);
  }
}

TEST(Evaluation, OfARealNetworkEqualsTheRecordedLabels) {
  ACIM_REQUIRE_SHARED("data/weights/resnet20_cifar10.pt");
  ACIM_REQUIRE_SHARED("data/cifar10/test_batch.bin.xz");
  StudySubject subject;
  subject.network = (test::shared_folder() / "data/weights/resnet20_cifar10.pt").string();
  subject.dataset = "cifar10:" + (test::shared_folder() / "data/cifar10/test_batch.bin.xz").string();
  subject.mean = {0.485F, 0.456F, 0.406F};
  subject.standard_deviation = {0.229F, 0.224F, 0.225F};
  subject.calibration_images = 4;
  const Evaluation evaluation = make_evaluation(subject, 100);
  PointSettings settings;
  settings.mode = EvaluationMode::floating_point;
  const auto logits = evaluation.evaluator->evaluate(settings, 0, 100, {});
  ASSERT_EQ(logits.size(), 1000U);
  int correct = 0;
  for (std::int64_t i = 0; i < 100; ++i) {
    const auto begin = logits.begin() + i * 10;
    if (std::max_element(begin, begin + 10) - begin == evaluation.evaluator->label(i)) ++correct;
  }
  EXPECT_GE(correct, 80);
}

}  // namespace
}  // namespace acim
