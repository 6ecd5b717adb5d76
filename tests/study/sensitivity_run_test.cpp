#include "study/sensitivity_run.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>

#include "layer_evaluator.h"
#include "study/study_store.h"
#include "test_files.h"

namespace acim {
namespace {

using test::LayerEvaluator;

const std::map<std::string, double> kShares = {{"a", 0.03}, {"b", 0.5}, {"c", 0}, {"d", 0.2}};

std::shared_ptr<LayerEvaluator> evaluator(std::int64_t images = 3000) {
  return std::make_shared<LayerEvaluator>(images, kShares);
}

StudySpec study(std::int64_t images = 0) {
  const std::vector<StudiedLayer> layers = {{"a"}, {"b"}, {"c"}, {"d"}};
  const std::vector<LayerOverride> treatments = {parse_treatment("adc_bits=6")};
  StudySubject subject;
  subject.images = images;
  return make_sensitivity_spec(subject, {}, layers, treatments);
}

/// All that a ranking says.
std::string text_of(const SensitivityRanking& ranking) {
  std::string text = std::to_string(ranking.base.images) + " " + std::to_string(ranking.base.correct);
  for (const LayerSensitivity& layer : ranking.layers) {
    text += "\n" + std::to_string(layer.rank) + " " + layer.layer + " " + std::to_string(layer.lost) + " " +
            std::to_string(layer.gained) + " " + std::to_string(static_cast<int>(layer.gap)) + " " +
            std::to_string(layer.margin_change.value_or(-99));
  }
  return text;
}

TEST(SensitivityRun, RanksTheSensitiveLayerFirst) {
  const SensitivityOutcome outcome = run_sensitivity(study(400), evaluator(), {.threads = 2});
  EXPECT_EQ(outcome.state, RunnerState::finished);
  std::string order;
  for (const LayerSensitivity& layer : outcome.ranking.layers) order += layer.layer;
  EXPECT_EQ(order, "bdac");
  EXPECT_EQ(outcome.ranking.layers[0].gap, RankGap::apart);
  EXPECT_NEAR(outcome.ranking.layers[0].accuracy_lost(), 0.5, 0.1);
  EXPECT_LT(*outcome.ranking.layers[0].margin_change, -0.5);
  EXPECT_EQ(outcome.ranking.layers[3].lost, 0);
}

TEST(SensitivityRun, EndsWhenTheRanksAreDecided) {
  const auto layers = evaluator();
  const SensitivityOutcome outcome = run_sensitivity(study(), layers, {.threads = 2});
  EXPECT_EQ(outcome.state, RunnerState::finished);
  EXPECT_TRUE(outcome.ranking.decided());
  EXPECT_GT(outcome.ranking.base.images, 100);
  EXPECT_LT(outcome.ranking.base.images, 2500);
  EXPECT_LT(layers->evaluated, 5 * 2700);
  for (const LayerSensitivity& layer : outcome.ranking.layers) {
    EXPECT_EQ(layer.images, outcome.ranking.base.images);
    EXPECT_NE(layer.gap, RankGap::open);
  }
}

TEST(SensitivityRun, EndsWithTheImagesOtherwise) {
  const SensitivityOutcome outcome = run_sensitivity(study(50), evaluator(), {.threads = 2});
  EXPECT_EQ(outcome.state, RunnerState::finished);
  EXPECT_EQ(outcome.ranking.base.images, 50);
  EXPECT_FALSE(outcome.ranking.decided());
}

TEST(SensitivityRun, DoesNotDependOnThreads) {
  const std::string one = text_of(run_sensitivity(study(), evaluator(), {.threads = 1}).ranking);
  for (const int threads : {2, 7}) {
    EXPECT_EQ(text_of(run_sensitivity(study(), evaluator(), {.threads = threads}).ranking), one) << threads;
  }
}

TEST(SensitivityRun, ContinuesToTheSameRanking) {
  const test::TemporaryFolder folder;
  const std::string whole = text_of(run_sensitivity(study(), evaluator(), {.threads = 2}).ranking);
  const auto path = std::filesystem::path(folder / "s.acim");
  {
    const auto store = StudyStore::create(path, study(), evaluator()->provenance());
    std::stop_source stop;
    SensitivityOptions options{.threads = 2, .store = store.get()};
    options.on_ranking = [&](const SensitivityRanking& ranking) {
      if (ranking.base.images >= 60) stop.request_stop();
    };
    const SensitivityOutcome outcome = run_sensitivity(study(), evaluator(), options, stop.get_token());
    ASSERT_EQ(outcome.state, RunnerState::stopped);
    EXPECT_GE(outcome.ranking.base.images, 60);
  }
  std::int64_t evaluated = 0;
  for (int i = 0; i < 2; ++i) {
    const auto store = StudyStore::open(path);
    const auto layers = evaluator();
    EXPECT_EQ(text_of(run_sensitivity(store->spec(), layers, {.threads = 3, .store = store.get()}).ranking), whole);
    evaluated = layers->evaluated;
  }
  // The second time everything was there.
  EXPECT_EQ(evaluated, 0);
}

/// The run that a study file has after it was stopped early, or not.
KeptRun run_until(std::int64_t images, const std::filesystem::path& path) {
  const auto store = StudyStore::create(path, study(), evaluator()->provenance());
  std::stop_source stop;
  SensitivityOptions options{.threads = 2, .store = store.get()};
  options.on_ranking = [&](const SensitivityRanking& ranking) {
    if (ranking.base.images >= images) stop.request_stop();
  };
  run_sensitivity(study(), evaluator(), options, stop.get_token());
  return kept_run(*store);
}

TEST(SensitivityRun, ItsRankingFollowsFromWhatIsKept) {
  const test::TemporaryFolder folder;
  const std::string whole = text_of(run_sensitivity(study(), evaluator(), {.threads = 2}).ranking);
  const KeptRun run = run_until(100000, folder / "whole.acim");
  const double tolerance = sensitivity_tolerance(run.provenance);
  EXPECT_EQ(text_of(ranking_of(run, tolerance)), whole);
  const KeptRun part = run_until(60, folder / "part.acim");
  EXPECT_FALSE(ranking_of(part, tolerance).decided());
  EXPECT_GE(ranking_of(part, tolerance).base.images, 60);
  KeptRun nothing;
  nothing.spec = study();
  nothing.predictions.resize(nothing.spec.points.size());
  nothing.seconds.resize(nothing.spec.points.size());
  EXPECT_EQ(ranking_of(nothing, tolerance).base.images, 0);
}

TEST(SensitivityRun, MarginsOutliveEveryCopyOfTheStudy) {
  const test::TemporaryFolder folder;
  const KeptRun run = run_until(100000, folder / "first.acim");
  ASSERT_FALSE(run.margins.empty());
  const std::string ranks = text_of(ranking_of(run, 0.01));
  EXPECT_EQ(ranks.find("-99"), std::string::npos);
  {
    // As the study's own run, and as one beside it.
    StudyExtras extras;
    extras.runs = {std::make_shared<const KeptRun>(run)};
    const auto copy = StudyStore::create(folder / "copy.acim", run.spec, run.provenance, extras);
    add_blocks(*copy, run);
  }
  const auto copy = StudyStore::open(folder / "copy.acim");
  EXPECT_EQ(text_of(ranking_of(kept_run(*copy), 0.01)), ranks);
  ASSERT_EQ(copy->extras().runs.size(), 1U);
  EXPECT_EQ(*copy->extras().runs.front(), run);
}

TEST(SensitivityRun, ARunOfBeforeMarginsWereKeptIsRankedWithoutThem) {
  const test::TemporaryFolder folder;
  KeptRun run = run_until(100000, folder / "first.acim");
  run.margins.clear();
  StudyExtras extras;
  extras.runs = {std::make_shared<const KeptRun>(run)};
  StudyStore::create(folder / "old.acim", run.spec, run.provenance, extras);
  const KeptRun old = *StudyStore::open(folder / "old.acim")->extras().runs.front();
  EXPECT_TRUE(old.margins.empty());
  EXPECT_FALSE(ranking_of(old, 0.01).layers.front().margin_change);
  EXPECT_EQ(ranking_of(old, 0.01).layers.front().layer, "b");
}

TEST(SensitivityRun, MarginsThatFitNoScheduleAreRefused) {
  const test::TemporaryFolder folder;
  const KeptRun run = run_until(60, folder / "first.acim");
  int number = 0;
  for (const auto& spoil : std::vector<std::function<void(KeptRun&)>>{
           [](KeptRun& one) { one.margins.pop_back(); }, [](KeptRun& one) { one.margins[1].pop_back(); }}) {
    KeptRun spoilt = run;
    spoil(spoilt);
    StudyExtras extras;
    extras.runs = {std::make_shared<const KeptRun>(spoilt)};
    const auto path = folder / ("s" + std::to_string(++number) + ".acim");
    EXPECT_THROW(StudyStore::create(path, run.spec, run.provenance, extras), Error);
  }
}

TEST(SensitivityRun, TellsWhatMadeItFail) {
  const auto layers = evaluator();
  layers->before_each = [](std::int64_t first) {
    if (first >= 28) throw Error(ErrorKind::input, "A picture is broken");
  };
  const SensitivityOutcome outcome = run_sensitivity(study(), layers, {.threads = 2});
  EXPECT_EQ(outcome.state, RunnerState::failed);
  ASSERT_TRUE(outcome.error);
  EXPECT_EQ(outcome.error->problem(), "A picture is broken");
}

}  // namespace
}  // namespace acim
