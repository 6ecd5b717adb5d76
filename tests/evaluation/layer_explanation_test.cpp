#include "evaluation/layer_explanation.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "base/error.h"
#include "cost/network_cost.h"
#include "demo_evaluation.h"
#include "evaluation/layer_csnr.h"
#include "evaluation/layer_work.h"

namespace acim {
namespace {

using test::demo_evaluation;
using testing::HasSubstr;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

ExplanationOptions quick(const std::string& layers = "*") {
  return {.images = 1, .layers = layers, .trials = false, .most_conversions = 1 << 12, .progress = {}};
}

PointSettings coarse_and_noisy() {
  PointSettings point;
  point.macro.adc_bits = 6;
  point.macro.random_noise_percent = 0.2;
  return point;
}

ErrorKind refusal(const PointSettings& point, const ExplanationOptions& options, const std::stop_token& stop = {}) {
  try {
    explain_layers(demo_evaluation(), point, options, stop);
  } catch (const Error& error) {
    return error.kind();
  }
  ADD_FAILURE() << "no error";
  return ErrorKind::internal;
}

TEST(LayerExplanation, OfEachLayerOfTheArrayAddsUp) {
  const Evaluation evaluation = demo_evaluation();
  const auto layers = explain_layers(evaluation, coarse_and_noisy(), quick());
  ASSERT_EQ(layers.size(), evaluation.layers.size() - 1);  // the first convolution is digital
  for (std::size_t i = 0; i < layers.size(); ++i) {
    EXPECT_EQ(layers[i].index, i + 1);
    EXPECT_EQ(layers[i].layer, evaluation.layers[i + 1].name);
    double causes = 0;
    for (std::size_t k = 0; k < kErrorCauses; ++k) causes += layers[i].errors.share(static_cast<ErrorCause>(k));
    EXPECT_NEAR(causes, 1, 1e-9) << layers[i].layer;
    if (layers[i].layer != "linear") {  // ten outputs tell little
      EXPECT_GT(layers[i].errors.share(ErrorCause::adc_rounding), 0.3) << layers[i].layer;
      EXPECT_GT(layers[i].errors.share(ErrorCause::random_noise), 0) << layers[i].layer;
    }
    EXPECT_EQ(layers[i].errors.share(ErrorCause::weight_variation), 0) << layers[i].layer;
    EXPECT_TRUE(layers[i].trials.empty());
  }
}

TEST(LayerExplanation, HasTheEnergyOfTheCostModel) {
  const Evaluation evaluation = demo_evaluation();
  const PointSettings point = coarse_and_noisy();
  const cost::NetworkCost cost = cost::network_cost(layer_work(evaluation.layers), point);
  for (const LayerExplanation& layer : explain_layers(evaluation, point, quick("layer2.*"))) {
    const double energy = std::accumulate(layer.pair_energy_fj.begin(), layer.pair_energy_fj.end(), 0.0);
    EXPECT_NEAR(energy / cost.layers[layer.index].fj.macro(), 1, 1e-9) << layer.layer;
  }
}

/// All conversions of the last layer are looked at.
TEST(LayerExplanation, MeasuresWhatARunMeasures) {
  const Evaluation evaluation = demo_evaluation();
  PointSettings point;
  point.macro.adc_bits = 6;
  const CsnrEvaluator measured(evaluation);
  measured.evaluate(point, 0, 1, {});
  ExplanationOptions options = quick("linear");
  options.most_conversions = kMostExplainedConversions;
  const auto layers = explain_layers(evaluation, point, options);
  ASSERT_EQ(layers.size(), 1U);
  EXPECT_DOUBLE_EQ(layers.front().errors.csnr_db(), measured.layers(point).back().moments.csnr_db());
}

TEST(LayerExplanation, RanksKnobsByWhatTheyGain) {
  ExplanationOptions options = quick("layer1.0.conv1");
  options.trials = true;
  const auto layers = explain_layers(demo_evaluation(), coarse_and_noisy(), options);
  const std::vector<KnobTrial>& trials = layers.at(0).trials;
  EXPECT_TRUE(std::ranges::is_sorted(trials, std::ranges::greater(), &KnobTrial::gained_db));
  const auto trial_of = [&](const std::string& change) {
    const auto found = std::ranges::find(trials, change, &KnobTrial::change);
    EXPECT_NE(found, trials.end()) << change;
    return found == trials.end() ? KnobTrial{} : *found;
  };
  const KnobTrial finer = trial_of("adc_bits = 7");
  EXPECT_GT(finer.gained_db, 0);
  EXPECT_GT(finer.energy_ratio, 1);
  EXPECT_DOUBLE_EQ(finer.csnr_db, layers.at(0).errors.csnr_db() + finer.gained_db);
  EXPECT_EQ(finer.values, differing_values({.adc_bits = 7}, {.adc_bits = 6}));
  const KnobTrial calibrated = trial_of(std::string(kRangeCalibrated));
  EXPECT_THAT(calibrated.values, testing::Contains(testing::Pair("adc_range_percent", testing::_)));
  EXPECT_DOUBLE_EQ(trial_of("random_noise_percent = 0.1").energy_ratio, 1);  // noise that is typed in costs nothing
  EXPECT_GT(trial_of("rows = 63").gained_db, finer.gained_db);
  EXPECT_THAT(trials, testing::Not(testing::Contains(testing::Field(&KnobTrial::change, HasSubstr("nonlinearity")))));
}

/// What circuits make of it is no knob.
TEST(LayerExplanation, SetsNoNoiseThatIsPhysical) {
  PointSettings point = coarse_and_noisy();
  point.macro.noise_source = NoiseSource::physical;
  ExplanationOptions options = quick("linear");
  options.trials = true;
  const auto layers = explain_layers(demo_evaluation(), point, options);
  for (const KnobTrial& trial : layers.at(0).trials) {
    const bool noise = trial.change.starts_with("random_noise") || trial.change.starts_with("nonlinearity");
    EXPECT_EQ(trial.values.empty(), noise) << trial.change;
  }
}

TEST(LayerExplanation, TellsOfActivationBitsThatAreNeverSet) {
  // Codes and layer of the counting network: 0 or 1, so that all activation bits but the lowest are empty.
  const Evaluation evaluation = make_evaluation(std::make_shared<test::CountingNetwork>(),
                                                std::make_shared<test::IndexImages>(8, 3), StudySubject{}, 100);
  ExplanationOptions options = quick();
  options.images = 8;
  const auto layers = explain_layers(evaluation, PointSettings{}, options);
  ASSERT_EQ(layers.size(), 1U);
  ASSERT_EQ(layers.front().hints.size(), 1U);
  EXPECT_EQ(layers.front().hints.front().code, "empty_activation_bits");
  EXPECT_THAT(layers.front().hints.front().reason.text(), HasSubstr("The upper 7 of 8 activation bits are never set"));
}

TEST(LayerExplanation, RefusesWhatHasNoArray) {
  PointSettings quantised;
  quantised.mode = EvaluationMode::quantised;
  EXPECT_EQ(refusal(quantised, quick()), ErrorKind::usage);
  EXPECT_EQ(refusal(PointSettings{}, quick("conv1")), ErrorKind::usage);  // digital
  EXPECT_EQ(refusal(PointSettings{}, quick("no such layer")), ErrorKind::usage);
}

TEST(LayerExplanation, StopsAndTellsHowFarItIs) {
  std::stop_source stop;
  ExplanationOptions options = quick();
  options.images = 2;
  std::vector<double> parts;
  options.progress = [&](double part) { parts.push_back(part); };
  explain_layers(demo_evaluation(), PointSettings{}, options);
  EXPECT_TRUE(std::ranges::is_sorted(parts));
  EXPECT_GE(parts.front(), 0);
  EXPECT_LT(parts.back(), 1);
  EXPECT_GT(parts.back(), 0.9);
  options.progress = [&](double) { stop.request_stop(); };
  EXPECT_EQ(refusal(PointSettings{}, options, stop.get_token()), ErrorKind::cancelled);
}

TEST(NetworkTrials, AreMeansOfWhatEveryLayerCanDo) {
  LayerExplanation first;
  first.pair_energy_fj = {10, 20};
  first.trials = {{"all", kInfinity, kInfinity, 2, {{"rows", std::int64_t{63}}}},
                  {"some", 5, 5, 1, {}},
                  {"little", 1, 1, 1, {{"adc_range_percent", 20.0}}}};
  LayerExplanation second;
  second.pair_energy_fj = {10};
  second.trials = {{"all", 3, 4, 1, {{"rows", std::int64_t{63}}}},
                   {"little", 1, 3, 0.5, {{"adc_range_percent", 25.0}}}};
  const LayerExplanation exact;  // nothing to gain
  const auto trials = network_trials(std::vector{first, exact, second});
  ASSERT_EQ(trials.size(), 2U);
  EXPECT_EQ(trials[0].change, "all");
  EXPECT_DOUBLE_EQ(trials[0].gained_db, (60 + 4) / 2.0);
  EXPECT_DOUBLE_EQ(trials[0].energy_ratio, (2 * 30 + 1 * 10) / 40.0);
  EXPECT_EQ(trials[1].change, "little");
  EXPECT_DOUBLE_EQ(trials[1].gained_db, 2);
  EXPECT_EQ(trials[0].values, second.trials[0].values);
  EXPECT_TRUE(trials[1].values.empty());  // not the same in both
}

TEST(NetworkTrials, HaveDearOnesLast) {
  std::vector<KnobTrial> trials = {{"little", 1, 1, 1, {}}, {"dear", 30, 30, 58, {}}, {"much", 9, 9, 2, {}}};
  rank_trials(trials);
  EXPECT_THAT(trials, testing::ElementsAre(testing::Field(&KnobTrial::change, "much"),
                                           testing::Field(&KnobTrial::change, "little"),
                                           testing::Field(&KnobTrial::change, "dear")));
}

TEST(LayerExplanation, TriesWhatAHintPromises) {
  ExplanationOptions options = quick("layer1.0.conv1");
  options.trials = true;
  PointSettings point;
  point.macro.adc_bits = 10;  // 255 rows: sums between codes, and 8 bits have one for each
  const auto trials = explain_layers(demo_evaluation(), point, options).at(0).trials;
  const auto found = std::ranges::find(trials, "adc_bits = 8", &KnobTrial::change);
  ASSERT_NE(found, trials.end());
  EXPECT_LT(found->energy_ratio, 1);
  EXPECT_TRUE(std::isinf(found->csnr_db));
}

}  // namespace
}  // namespace acim
