#include "study/layer_sensitivity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/error.h"

namespace acim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::vector<StudiedLayer> kLayers = {{"conv1", true}, {"conv2", false}, {"head", false}};

std::vector<LayerOverride> treatments(const std::vector<std::string>& texts) {
  std::vector<LayerOverride> result;
  for (const std::string& text : texts) result.push_back(parse_treatment(text));
  return result;
}

StudySpec study(const std::vector<std::string>& texts, const PointSettings& base = {}) {
  return make_sensitivity_spec({}, base, kLayers, treatments(texts));
}

/// The first `right` of `images` are right.
std::vector<bool> first_right(std::size_t right, std::size_t images) {
  std::vector<bool> result(images);
  std::fill_n(result.begin(), right, true);
  return result;
}

TEST(SensitivityStudy, HasAPointForEachLayerThatATreatmentChanges) {
  const StudySpec spec = study({"adc_bits=5", "digital"});
  // The first convolution is digital: it has no ADC, and cannot become digital.
  EXPECT_THAT(spec.x.values,
              ElementsAre("none", "conv2:adc_bits=5", "head:adc_bits=5", "conv2:digital=true", "head:digital=true"));
  EXPECT_EQ(spec.points[0].settings, PointSettings{});
  EXPECT_EQ(settings_of_layer(spec.points[1].settings, "conv2", false).macro.adc_bits, 5);
  EXPECT_EQ(settings_of_layer(spec.points[1].settings, "head", false).macro.adc_bits, 8);
  EXPECT_TRUE(settings_of_layer(spec.points[4].settings, "head", false).digital);
  EXPECT_TRUE(is_sensitivity_spec(spec));
}

TEST(SensitivityStudy, TreatsTheLayersOverrideOfTheBaseLast) {
  PointSettings base;
  base.layers.push_back(parse_layer_override("conv*:digital=false,adc_bits=5"));
  const StudySpec spec = study({"adc_bits=5", "adc_bits=6"}, base);
  // Layers that have 5 bits at the base are not changed by 5.
  EXPECT_THAT(spec.x.values,
              ElementsAre("none", "head:adc_bits=5", "conv1:adc_bits=6", "conv2:adc_bits=6", "head:adc_bits=6"));
  EXPECT_EQ(settings_of_layer(spec.points[2].settings, "conv1", true).macro.adc_bits, 6);
}

TEST(SensitivityStudy, CountsCallsOfOneNameOnce) {
  const std::vector<StudiedLayer> shared = {{"block", false}, {"block", false}};
  EXPECT_EQ(make_sensitivity_spec({}, {}, shared, treatments({"digital"})).points.size(), 2U);
}

TEST(SensitivityStudy, ReadsBackFromItsJson) {
  const StudySpec spec = study({"random_noise_percent=0.2,adc_bits=6"});
  const nlohmann::json json = to_json(spec);
  EXPECT_EQ(json.at("version"), 2);
  EXPECT_EQ(study_spec_from_json(json), spec);
}

TEST(SensitivityStudy, IsRefusedWhenAPointLostItsOverride) {
  StudySpec spec = study({"adc_bits=5"});
  spec.points[2].settings.layers.clear();
  EXPECT_THROW(validate(spec), Error);
}

TEST(SensitivityStudy, SaysWhyThereIsNothingToStudy) {
  const auto refused = [](const std::vector<std::string>& texts, const PointSettings& base, std::string_view part) {
    try {
      study(texts, base);
      ADD_FAILURE() << "accepted";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      EXPECT_THAT(error.what(), HasSubstr(part));
    }
  };
  refused({"adc_bits=8"}, {}, "change no layer");
  refused({"adc_bits=99"}, {}, "adc_bits");
  refused({"adc_bitz=5"}, {}, "adc_bits");
  refused({"rows=1,seed=4"}, {}, "seed");
  PointSettings exact;
  exact.mode = EvaluationMode::quantised;
  refused({"adc_bits=5"}, exact, "quantised");
  const std::vector<StudiedLayer> unnameable = {{"a:b", false}};
  EXPECT_THROW(make_sensitivity_spec({}, {}, unnameable, treatments({"digital"})), Error);
}

TEST(SensitivityStudy, HasTreatmentsOfItsOwn) {
  PointSettings base;
  base.macro.adc_bits = 7;
  base.macro.random_noise_percent = 0.1;
  std::vector<std::string> texts;
  for (const LayerOverride& treatment : default_treatments(base)) texts.push_back(override_text(treatment));
  EXPECT_THAT(texts, ElementsAre("*:adc_bits=5", "*:random_noise_percent=0.3", "*:digital=true"));
}

TEST(LayerRanking, OrdersByAccuracyLostWithinATreatment) {
  const StudySpec spec = study({"adc_bits=5", "digital"});
  SensitivityCounts counts;
  counts.right = {first_right(800, 1000), first_right(790, 1000), first_right(600, 1000), first_right(805, 1000),
                  first_right(805, 1000)};
  counts.average_margin = {1.0, 0.9, 0.5, 1.125, 1.25};
  const SensitivityRanking ranking = rank_layers(spec, counts, {});
  ASSERT_EQ(ranking.layers.size(), 4U);
  EXPECT_EQ(ranking.base.correct, 800);
  const LayerSensitivity& worst = ranking.layers[0];
  EXPECT_EQ(worst.layer, "head");
  EXPECT_EQ(worst.treatment, "adc_bits=5");
  EXPECT_EQ(worst.rank, 1);
  EXPECT_EQ(worst.lost, 200);
  EXPECT_EQ(worst.gained, 0);
  EXPECT_DOUBLE_EQ(worst.accuracy_lost(), 0.2);
  // 200 / 1002 with sqrt(201 - 200^2 / 1002) / 1002.
  EXPECT_NEAR(worst.interval.low, 0.19960 - 1.95996 * 0.012669, 1e-4);
  EXPECT_EQ(worst.gap, RankGap::apart);
  EXPECT_EQ(ranking.layers[1].layer, "conv2");
  EXPECT_EQ(ranking.layers[1].gap, RankGap::last);
  // Both gain 5 images: the margin, which rises less, decides.
  EXPECT_EQ(ranking.layers[2].layer, "conv2");
  EXPECT_EQ(ranking.layers[2].gained, 5);
  EXPECT_EQ(*ranking.layers[3].margin_change, 0.25);
  EXPECT_EQ(ranking.gaps, 2U);
}

TEST(LayerRanking, CallsLayersLevelOnlyWhenEnoughImagesSaySo) {
  const StudySpec spec = study({"adc_bits=5"});
  SensitivityCounts counts;
  counts.average_margin.resize(3);
  for (const auto& [images, gap] : {std::pair<std::size_t, RankGap>{100, RankGap::open}, {2000, RankGap::level}}) {
    counts.right.assign(3, first_right(images / 2, images));
    const SensitivityRanking ranking = rank_layers(spec, counts, {.tolerance = 0.01, .looks = 10});
    EXPECT_EQ(ranking.layers[0].gap, gap) << images;
    EXPECT_EQ(ranking.decided(), gap == RankGap::level);
  }
}

TEST(LayerRanking, AsksForMoreTheMoreOftenItIsLookedAt) {
  const StudySpec spec = study({"adc_bits=5"});
  SensitivityCounts counts;
  counts.average_margin.resize(3);
  counts.right = {first_right(100, 100), first_right(100, 100), first_right(90, 100)};
  EXPECT_EQ(rank_layers(spec, counts, {.tolerance = 0, .looks = 1}).layers[0].gap, RankGap::apart);
  EXPECT_EQ(rank_layers(spec, counts, {.tolerance = 0, .looks = 1000}).layers[0].gap, RankGap::open);
}

}  // namespace
}  // namespace acim
