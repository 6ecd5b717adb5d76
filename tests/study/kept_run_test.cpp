#include "study/kept_run.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "digit_evaluator.h"
#include "studies.h"
#include "study/block_schedule.h"
#include "study/run_counts.h"
#include "study/study_runner.h"
#include "study/study_store.h"
#include "test_files.h"

namespace acim {
namespace {

using test::bits_study;
using test::TemporaryFolder;
using testing::HasSubstr;

KeptRun run_of(const std::string& bits, std::int64_t images) {
  KeptRun run;
  run.spec = bits_study(bits, images);
  run.provenance = {{"network_hash", "00"}, {"seed", "1"}};
  run.calibration = R"({"scale": 1})";
  for (std::int64_t image = 0; image < images; ++image) run.labels.push_back(static_cast<std::int16_t>(image % 10));
  for (std::size_t point = 0; point < run.spec.points.size(); ++point) {
    run.predictions.push_back(run.labels);
    run.predictions.back()[point] = 9;
    run.seconds.push_back(0.25 * static_cast<double>(point + 1));
  }
  return run;
}

/// A file whose run is of 24 images, with two runs before it, one of them not complete.
void write_study(const std::filesystem::path& path) {
  KeptRun broken_off = run_of("4:5", 8);
  broken_off.predictions[1].assign(8, -1);
  StudyExtras extras;
  extras.window = R"({"view": "energy"})";
  extras.runs = {std::make_shared<const KeptRun>(broken_off), std::make_shared<const KeptRun>(run_of("6", 12))};
  const KeptRun run = run_of("7:9", 24);
  const auto store = StudyStore::create(path, run.spec, run.provenance, extras);
  add_blocks(*store, run);
}

TEST(KeptRun, CountsWhatItsPredictionsGive) {
  KeptRun run = run_of("4:5", 10);
  EXPECT_EQ(results_of(run)[0].images, 10);
  EXPECT_EQ(results_of(run)[0].correct, 9);
  EXPECT_DOUBLE_EQ(results_of(run)[1].seconds, 0.5);
  EXPECT_TRUE(is_complete(run));
  run.predictions[1][3] = -1;
  EXPECT_FALSE(is_complete(run));
  EXPECT_EQ(results_of(run)[1].images, 9);
}

TEST(KeptRun, AnswersSoFarAreOfTheAskedPointsAlone) {
  const StudySpec spec = bits_study("4:6", 40);
  const auto evaluator = std::make_shared<test::DigitEvaluator>(40);
  StudyRunner runner(spec, evaluator, {});
  runner.start();
  ASSERT_EQ(runner.wait(), RunnerState::finished);
  const KeptRun all = kept_run(spec, runner, *evaluator);
  const std::vector<std::size_t> asked = {2, 0};
  const KeptRun some = answers_so_far(runner, *evaluator, asked);
  EXPECT_EQ(some.labels, all.labels);
  EXPECT_EQ(some.provenance, all.provenance);
  EXPECT_EQ(some.predictions[0], all.predictions[0]);
  EXPECT_TRUE(some.predictions[1].empty());
  EXPECT_FALSE(is_complete(some));
  EXPECT_EQ(some.predictions[2], all.predictions[2]);
  EXPECT_EQ(counts_of(some).results[1].images, 0);
  EXPECT_EQ(counts_of(some).computed, counts_of(all).computed);
}

TEST(RunCounts, TellWhatWasComputedAtAnyPointAndHowManyClassesThereAre) {
  KeptRun run = run_of("4:5", 4);
  run.labels = {0, 1, 2, 0};
  run.predictions = {{0, -1, -1, -1}, {0, 6, -1, -1}};
  const RunCounts counts = counts_of(run);
  EXPECT_EQ(counts.computed, (std::vector<std::uint8_t>{1, 1, 0, 0}));
  EXPECT_EQ(counts.classes, 7);
  ASSERT_EQ(counts.results.size(), 2U);
  EXPECT_EQ(counts.results[1].images, 2);
  EXPECT_EQ(counts.results[1].correct, 1);
  run.predictions = {{-1, -1, -1, -1}, {-1, -1, -1, -1}};
  EXPECT_EQ(counts_of(run).classes, 3);
  EXPECT_EQ(counts_of({}).classes, 0);
}

TEST(KeptRun, AStudyGivesAllItsRunsBack) {
  const TemporaryFolder folder;
  write_study(folder / "s.acim");
  const auto store = StudyStore::open(folder / "s.acim");
  EXPECT_TRUE(store->complete());
  EXPECT_EQ(store->extras().window, R"({"view": "energy"})");
  ASSERT_EQ(store->extras().runs.size(), 2U);
  KeptRun broken_off = run_of("4:5", 8);
  broken_off.predictions[1].assign(8, -1);
  EXPECT_EQ(*store->extras().runs[0], broken_off);
  EXPECT_EQ(*store->extras().runs[1], run_of("6", 12));
  const KeptRun run = kept_run(*store);
  EXPECT_EQ(run.predictions, run_of("7:9", 24).predictions);
  EXPECT_EQ(run.labels, run_of("7:9", 24).labels);
}

TEST(KeptRun, AFileThatClaimsFarMoreImagesThanItHoldsIsRefused) {
  const TemporaryFolder folder;
  const auto claiming = [&](const std::string& name, std::int64_t images, bool with_a_block) {
    auto store = StudyStore::create(folder / name, bits_study("7:9", 0), {});
    store->set_image_count(images);
    if (with_a_block) {
      const auto first = block_schedule(store->spec(), store->spec().points[0], images).block(0);
      const auto count = static_cast<std::size_t>(first.count);
      store->add({0, first.first, std::vector<std::int16_t>(count, 1), std::vector<std::int16_t>(count, 1), 0.5});
      store->commit();
    }
    return store;
  };
  // 4 GiB of predictions, had they been there.
  const auto hostile = claiming("hostile.acim", (std::int64_t{1} << 31U) / 3, true);
  try {
    kept_run(*hostile);
    ADD_FAILURE() << "memory for two thousand million predictions";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    EXPECT_THAT(error.what(), HasSubstr("too many images"));
  }
  EXPECT_TRUE(kept_run(*claiming("nothing.acim", std::int64_t{1} << 40U, false)).labels.empty());
  const KeptRun stopped_early = kept_run(*claiming("stopped.acim", 50000, true));
  EXPECT_EQ(stopped_early.labels.size(), 50000U);
  EXPECT_FALSE(is_complete(stopped_early));
}

TEST(KeptRun, AStudyOfVersion1HasNone) {
  const TemporaryFolder folder;
  write_study(folder / "s.acim");
  {
    SQLite::Database database((folder / "s.acim").string(), SQLite::OPEN_READWRITE);
    database.exec("DROP TABLE run");
    database.exec("DELETE FROM entry WHERE key IN ('window', 'run_count')");
    database.exec("PRAGMA user_version=1");
  }
  const auto store = StudyStore::open(folder / "s.acim");
  EXPECT_TRUE(store->complete());
  EXPECT_TRUE(store->extras().runs.empty());
  EXPECT_EQ(store->extras().window, "");
}

TEST(KeptRun, ChangedOnesAreRefused) {
  const TemporaryFolder folder;
  int number = 0;
  for (const auto& [sql, word] : std::vector<std::pair<std::string, std::string>>{
           {"UPDATE run SET description = '{}' WHERE position = 0", "run 0 was changed"},
           {"UPDATE run SET predictions = zeroblob(6) WHERE position = 1", "run 1 was changed"},
           {"UPDATE run SET position = 7 WHERE position = 1", "run 1 was changed"},
           {"DELETE FROM run WHERE position = 1", "a run is missing"},
           {"DELETE FROM entry WHERE key = 'window'", "window"},
           {"DROP TABLE run", "table is missing"}}) {
    const auto path = folder / ("s" + std::to_string(number++) + ".acim");
    write_study(path);
    {
      SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
      database.exec(sql);
    }
    try {
      StudyStore::open(path);
      ADD_FAILURE() << sql;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input) << sql;
      EXPECT_THAT(error.what(), HasSubstr(word)) << sql;
    }
  }
}

}  // namespace
}  // namespace acim
