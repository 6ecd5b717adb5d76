#include "evaluation/layer_csnr.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "counting_network.h"
#include "demo_evaluation.h"
#include "network/network.h"

namespace acim {
namespace {

using test::CountingNetwork;
using test::demo_evaluation;
using test::IndexImages;

Evaluation counting_evaluation(std::int64_t images) {
  return make_evaluation(std::make_shared<CountingNetwork>(), std::make_shared<IndexImages>(images, 3), StudySubject{},
                         100);
}

/// The counting network's second layer makes 1 too much of each output.
TEST(LayerCsnr, IsTheVarianceOverTheSquaredError) {
  const CsnrEvaluator evaluator(counting_evaluation(8));
  PointSettings point;
  point.macro.rows = 40;
  evaluator.evaluate(point, 0, 8, {});
  const auto layers = evaluator.layers(point);
  ASSERT_EQ(layers.size(), 1U);
  EXPECT_EQ(layers.front().layer, "layer1.0.conv1");
  // Two outputs of each of the images 0 to 7.
  EXPECT_EQ(layers.front().moments.count(), 16);
  EXPECT_DOUBLE_EQ(layers.front().moments.mean(), 3.5);
  EXPECT_DOUBLE_EQ(layers.front().moments.variance(), 5.25);
  EXPECT_DOUBLE_EQ(layers.front().moments.mean_error(), 1);
  EXPECT_DOUBLE_EQ(layers.front().moments.csnr_db(), 10 * std::log10(5.25));
  EXPECT_DOUBLE_EQ(layers.front().estimate.signal_variance, 5.25);
}

TEST(LayerCsnr, DependsOnNoBlockNorOrder) {
  const Evaluation evaluation = demo_evaluation();
  PointSettings point;
  point.macro.adc_bits = 7;
  point.macro.random_noise_percent = 0.2;
  const CsnrEvaluator whole(evaluation);
  const std::vector<float> logits = whole.evaluate(point, 0, 7, {});
  EXPECT_EQ(logits, evaluation.evaluator->evaluate(point, 0, 7, {}));
  const CsnrEvaluator pieces(evaluation);
  PointSettings other = point;
  other.macro.adc_bits = 5;
  pieces.evaluate(point, 5, 2, {});
  pieces.evaluate(other, 0, 1, {});
  pieces.evaluate(point, 2, 3, {});
  pieces.evaluate(point, 0, 2, {});
  const auto expected = whole.layers(point);
  const auto found = pieces.layers(point);
  ASSERT_GT(expected.size(), 2U);
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i].moments.count(), expected[i].moments.count());
    EXPECT_EQ(found[i].moments.csnr_db(), expected[i].moments.csnr_db());
    EXPECT_EQ(found[i].moments.mean_error(), expected[i].moments.mean_error());
    EXPECT_EQ(found[i].estimate.csnr_db, expected[i].estimate.csnr_db);
    EXPECT_LT(pieces.layers(other)[i].moments.csnr_db(), found[i].moments.csnr_db());
  }
}

TEST(LayerCsnr, IsInfiniteWhereTheArrayLosesNothing) {
  const CsnrEvaluator evaluator(demo_evaluation());
  const PointSettings point;  // 255 rows, 8 bits, no noise
  evaluator.evaluate(point, 0, 1, {});
  for (const LayerCsnr& layer : evaluator.layers(point)) {
    EXPECT_EQ(layer.moments.csnr_db(), std::numeric_limits<double>::infinity());
    EXPECT_EQ(layer.estimate.csnr_db, std::numeric_limits<double>::infinity());
  }
}

/// With noise of a third of a step and more the estimate holds on a real network's operands too; with less it is
/// pessimistic and says so.
TEST(LayerCsnr, IsWhatTheEstimateExpects) {
  const CsnrEvaluator evaluator(demo_evaluation());
  PointSettings noisy;
  noisy.macro.random_noise_percent = 0.4;  // one step of the ADC
  evaluator.evaluate(noisy, 0, 2, {});
  for (const LayerCsnr& layer : evaluator.layers(noisy)) {
    EXPECT_NEAR(layer.estimate.csnr_db, layer.moments.csnr_db(), 3) << layer.layer;
    EXPECT_FALSE(layer.estimate.pessimistic);
  }
  PointSettings coarse;
  coarse.macro.adc_bits = 6;
  evaluator.evaluate(coarse, 0, 2, {});
  for (const LayerCsnr& layer : evaluator.layers(coarse)) EXPECT_TRUE(layer.estimate.pessimistic);
}

TEST(LayerCsnr, IsOfTheArrayAlone) {
  const CsnrEvaluator evaluator(counting_evaluation(8));
  PointSettings point;
  point.mode = EvaluationMode::quantised;
  EXPECT_EQ(evaluator.evaluate(point, 0, 2, {}).size(), 6U);
  EXPECT_TRUE(evaluator.layers(point).empty());
}

}  // namespace
}  // namespace acim
