#include "evaluation/csnr_expectation.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/error.h"
#include "demo_evaluation.h"
#include "evaluation/layer_csnr.h"

namespace acim {
namespace {

using test::demo_evaluation;

PointSettings noisy_point() {
  PointSettings point;
  point.macro.adc_bits = 11;
  point.macro.random_noise_percent = 0.025;  // half a step of the ADC
  return point;
}

/// As long as errors of earlier layers do not make other operands of those of later ones.
TEST(CsnrExpectation, IsNearWhatARunMeasures) {
  const Evaluation evaluation = demo_evaluation();
  const CsnrEvaluator measured(evaluation);
  measured.evaluate(noisy_point(), 0, 2, {});
  const auto expected = CsnrExpectation(evaluation).layers(noisy_point(), {});
  ASSERT_EQ(expected.size(), evaluation.layers.size());
  std::size_t compared = 0;
  for (const LayerCsnr& layer : measured.layers(noisy_point())) {
    if (layer.moments.count() < 100) continue;  // Ten classes have no variance to rely on.
    for (std::size_t i = 0; i < expected.size(); ++i) {
      if (evaluation.layers[i].name != layer.layer) continue;
      ASSERT_TRUE(expected[i]) << layer.layer;
      EXPECT_NEAR(expected[i]->csnr_db, layer.moments.csnr_db(), 2) << layer.layer;
      ++compared;
    }
  }
  EXPECT_GT(compared, 2U);
}

TEST(CsnrExpectation, FollowsKnobsAndLayersOfTheirOwn) {
  const CsnrExpectation expectation(demo_evaluation());
  const auto before = expectation.layers(noisy_point(), {});
  std::size_t first = 0;
  while (!before[first]) ++first;
  PointSettings own = noisy_point();
  own.layers.push_back(parse_layer_override(demo_evaluation().layers[first].name + ":random_noise_percent=0.1"));
  const auto after = expectation.layers(own, {});
  EXPECT_NEAR(after[first]->csnr_db, before[first]->csnr_db - 12, 1.5);  // four times the noise
  EXPECT_EQ(after[first + 1]->csnr_db, before[first + 1]->csnr_db);
  own.layers = {parse_layer_override("*:digital=true")};
  for (const auto& layer : expectation.layers(own, {})) EXPECT_FALSE(layer);
  PointSettings few_bits = noisy_point();
  few_bits.macro.weight_bits = few_bits.macro.activation_bits = 4;
  EXPECT_NE(expectation.layers(few_bits, {})[first]->csnr_db, before[first]->csnr_db);
  // What was asked first is still the same.
  EXPECT_EQ(expectation.layers(noisy_point(), {})[first]->csnr_db, before[first]->csnr_db);
}

TEST(CsnrExpectation, IsInfiniteWhereTheArrayLosesNothing) {
  for (const auto& layer : CsnrExpectation(demo_evaluation()).layers({}, {})) {
    if (layer) {
      EXPECT_EQ(layer->csnr_db, std::numeric_limits<double>::infinity());
    }
  }
}

TEST(CsnrExpectation, EndsWhenStopped) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(CsnrExpectation(demo_evaluation()).layers(noisy_point(), stop.get_token()), Error);
}

}  // namespace
}  // namespace acim
