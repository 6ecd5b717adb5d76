#include "study/study_runner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <thread>

#include "studies.h"
#include "study/block_schedule.h"
#include "test_files.h"

namespace acim {
namespace {

using test::bits_study;
using test::DigitEvaluator;
using test::run_study;

/// Lets a test wait until something was seen on a runner's thread.
class Signal {
 public:
  void set() {
    const std::lock_guard lock(mutex_);
    set_ = true;
    changed_.notify_all();
  }
  void wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return set_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool set_ = false;
};

void wait_for_stop(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  never.wait(lock, stop, [] { return false; });
}

TEST(StudyRunner, CountsWhatTheEvaluatorSays) {
  const StudySpec spec = bits_study("4:6");
  const auto evaluator = std::make_shared<DigitEvaluator>(73);
  StudyRunner runner(spec, evaluator, {.threads = 2});
  runner.start();
  ASSERT_EQ(runner.wait(), RunnerState::finished);
  for (int point = 0; point < 3; ++point) {
    const auto predictions = runner.predictions(point);
    std::int64_t correct = 0;
    for (std::int64_t image = 0; image < 73; ++image) {
      const auto logits = evaluator->evaluate(spec.points[static_cast<std::size_t>(point)].settings, image, 1, {});
      const auto best = std::max_element(logits.begin(), logits.end()) - logits.begin();
      ASSERT_EQ(predictions[static_cast<std::size_t>(image)], best);
      if (best == evaluator->label(image)) ++correct;
    }
    const PointResult result = runner.results()[static_cast<std::size_t>(point)];
    EXPECT_EQ(result.images, 73);
    EXPECT_EQ(result.correct, correct);
    EXPECT_GT(result.correct, 0);
    EXPECT_LT(result.correct, 73);
  }
}

TEST(StudyRunner, ResultsDoNotDependOnThreadsOrBlocks) {
  const auto evaluator = std::make_shared<DigitEvaluator>(157);
  const auto expected = run_study(bits_study("4:8"), evaluator, 1);
  for (const int threads : {1, 2, 5}) {
    for (const int images_per_block : {1, 7, 20, 1000}) {
      EXPECT_EQ(run_study(bits_study("4:8", 0, images_per_block), evaluator, threads), expected)
          << threads << " threads, blocks of " << images_per_block;
    }
  }
}

TEST(StudyRunner, BatchesThatArePartOfTheResultStayWholeWhateverTheBlocks) {
  const auto evaluator = std::make_shared<DigitEvaluator>(100);
  const auto study = [](int images_per_block) {
    StudySpec spec = bits_study("4:6", 0, images_per_block);
    spec.points[1].settings.macro.activation_scale = ActivationScale::per_batch;
    spec.points[1].settings.macro.batch = 32;
    return spec;
  };
  const auto expected = run_study(study(20), evaluator, 1);
  EXPECT_EQ(run_study(study(3), evaluator, 5), expected);
  StudySpec other_batch = study(20);
  other_batch.points[1].settings.macro.batch = 16;
  EXPECT_NE(run_study(other_batch, evaluator, 1), expected);
}

TEST(StudyRunner, RunsTheFirstImagesOfTheSubject) {
  const auto evaluator = std::make_shared<DigitEvaluator>(500);
  const auto all = run_study(bits_study("4:5"), evaluator);
  const auto some = run_study(bits_study("4:5", 30), evaluator);
  ASSERT_EQ(some[1].size(), 30U);
  EXPECT_TRUE(std::equal(some[1].begin(), some[1].end(), all[1].begin()));
}

TEST(StudyRunner, EveryPointHasTheSameImagesWhenARoundIsCommitted) {
  const StudySpec spec = bits_study("4:8", 200);
  std::vector<PointResult> seen(spec.points.size());
  int rounds = 0;
  RunnerOptions options;
  options.threads = 1;
  options.on_event = [&](const StudyEvent& event) {
    if (event.kind == StudyEvent::Kind::point_advanced) seen[static_cast<std::size_t>(event.point)] = event.result;
    if (event.kind != StudyEvent::Kind::round_committed) return;
    ++rounds;
    for (const PointResult& result : seen) EXPECT_EQ(result.images, seen[0].images) << "round " << rounds;
    if (rounds == 1) {
      EXPECT_EQ(seen[0].images, 4) << "the first coarse curve comes early";
    }
  };
  StudyRunner runner(spec, std::make_shared<DigitEvaluator>(200), options);
  runner.start();
  runner.wait();
  EXPECT_EQ(rounds, BlockSchedule(200, 20, true).block_count());
}

TEST(StudyRunner, DeliversEventsInOrderOneAtATime) {
  const StudySpec spec = bits_study("4:8", 300);
  std::vector<StudyEvent> events;  // no lock: thread sanitizer checks that none is needed
  std::int64_t logits_seen = 0;
  RunnerOptions options;
  options.threads = 5;
  options.on_event = [&](const StudyEvent& event) { events.push_back(event); };
  options.on_logits = [&](int, std::int64_t, const std::vector<float>& logits) {
    logits_seen += static_cast<std::int64_t>(logits.size());
  };
  StudyRunner runner(spec, std::make_shared<DigitEvaluator>(300), options);
  runner.start();
  ASSERT_EQ(runner.wait(), RunnerState::finished);
  ASSERT_GE(events.size(), 3U);
  EXPECT_EQ(events.front().kind, StudyEvent::Kind::state_changed);
  EXPECT_EQ(events.front().state, RunnerState::running);
  EXPECT_EQ(events.back().kind, StudyEvent::Kind::state_changed);
  EXPECT_EQ(events.back().state, RunnerState::finished);
  EXPECT_EQ(events.back().images_done, 5 * 300);
  EXPECT_EQ(events.back().images_total, 5 * 300);
  EXPECT_EQ(logits_seen, 5 * 300 * 10);
  std::int64_t done = 0;
  for (const StudyEvent& event : events) {
    EXPECT_GE(event.images_done, done);
    done = event.images_done;
  }
}

TEST(StudyRunner, StopEndsBlocksThatAreRunning) {
  auto evaluator = std::make_shared<DigitEvaluator>(1000);
  Signal waiting;
  evaluator->before_each = [&](const PointSettings&, std::int64_t first, const std::stop_token& stop) {
    if (first < 28) return;
    waiting.set();
    wait_for_stop(stop);
  };
  const test::TemporaryFolder folder;
  const StudySpec spec = bits_study("4:6");
  const auto store = StudyStore::create(folder / "s.acim", spec, {});
  RunnerOptions options;
  options.threads = 3;
  options.store = store.get();
  StudyRunner runner(spec, evaluator, options);
  runner.start();
  waiting.wait();
  runner.stop();
  EXPECT_EQ(runner.wait(), RunnerState::stopped);
  EXPECT_FALSE(runner.error());
  std::int64_t images = 0;
  for (const PointResult& result : runner.results()) images += result.images;
  EXPECT_GT(images, 0);
  std::int64_t stored = 0;
  for (const auto& [point, count] : test::stored_images(*store)) stored += count;
  EXPECT_EQ(stored, images) << "what was finished is saved";
  EXPECT_EQ(runner.predictions(0)[999], -1);
}

TEST(StudyRunner, DestructionWhileRunningStops) {
  auto evaluator = std::make_shared<DigitEvaluator>(100000);
  Signal running;
  evaluator->before_each = [&](const PointSettings&, std::int64_t first, const std::stop_token& stop) {
    running.set();
    if (first >= 28) wait_for_stop(stop);
  };
  {
    StudyRunner runner(bits_study("4:10"), evaluator, {.threads = 4});
    runner.start();
    running.wait();
  }
  EXPECT_LE(evaluator->evaluated, 7 * 28);
}

TEST(StudyRunner, PauseBeginsNoBlockUntilResumed) {
  auto evaluator = std::make_shared<DigitEvaluator>(2000);
  Signal third_block;
  Signal pause_asked;
  std::atomic<int> begun = 0;
  std::atomic<bool> paused = false;
  std::atomic<int> begun_while_paused = 0;
  evaluator->before_each = [&](const PointSettings&, std::int64_t, const std::stop_token&) {
    if (paused) ++begun_while_paused;
    if (++begun != 3) return;
    // This block stays open, so the study cannot end before the pause.
    third_block.set();
    pause_asked.wait();
  };
  Signal paused_seen;
  RunnerOptions options;
  options.threads = 2;
  options.on_event = [&](const StudyEvent& event) {
    if (event.state == RunnerState::paused && event.kind == StudyEvent::Kind::state_changed) paused_seen.set();
  };
  const StudySpec spec = bits_study("4:8");
  StudyRunner runner(spec, evaluator, options);
  runner.start();
  third_block.wait();
  runner.pause();
  pause_asked.set();
  paused_seen.wait();
  EXPECT_EQ(runner.state(), RunnerState::paused);
  paused = true;
  for (int i = 0; i < 1000; ++i) std::this_thread::yield();
  EXPECT_LE(begun_while_paused, 2) << "each worker may have taken one block before";
  paused = false;
  runner.resume();
  EXPECT_EQ(runner.wait(), RunnerState::finished);
  EXPECT_EQ(test::all_predictions(runner, spec), run_study(spec, std::make_shared<DigitEvaluator>(2000)));
}

TEST(StudyRunner, StopsWhilePaused) {
  auto evaluator = std::make_shared<DigitEvaluator>(1000);
  evaluator->before_each = [](const PointSettings&, std::int64_t first, const std::stop_token& stop) {
    if (first >= 28) wait_for_stop(stop);
  };
  StudyRunner runner(bits_study("4:8"), evaluator, {.threads = 2});
  runner.start();
  runner.pause();
  runner.stop();
  EXPECT_EQ(runner.wait(), RunnerState::stopped);
}

TEST(StudyRunner, ReportsTheEvaluatorsErrorAndKeepsWhatIsDone) {
  auto evaluator = std::make_shared<DigitEvaluator>(400);
  evaluator->before_each = [](const PointSettings& settings, std::int64_t first, const std::stop_token&) {
    if (settings.macro.adc_bits == 6 && first >= 48) throw Error(ErrorKind::input, "Layer 3 overflows", "layer3.0");
  };
  const test::TemporaryFolder folder;
  const StudySpec spec = bits_study("4:8");
  const auto store = StudyStore::create(folder / "s.acim", spec, {});
  std::optional<Error> reported;
  RunnerOptions options;
  options.threads = 2;
  options.store = store.get();
  options.on_event = [&](const StudyEvent& event) {
    if (event.error) reported = event.error;
  };
  StudyRunner runner(spec, evaluator, options);
  runner.start();
  EXPECT_EQ(runner.wait(), RunnerState::failed);
  ASSERT_TRUE(runner.error());
  EXPECT_EQ(runner.error()->kind(), ErrorKind::input);
  ASSERT_TRUE(reported);
  EXPECT_EQ(reported->problem(), runner.error()->problem());
  EXPECT_GE(runner.results()[0].images, 48);
  EXPECT_GE(test::stored_images(*store)[0], 48);
}

TEST(StudyRunner, ReportsForeignExceptionsAsDefects) {
  auto evaluator = std::make_shared<DigitEvaluator>(40);
  evaluator->before_each = [](const PointSettings&, std::int64_t, const std::stop_token&) {
    throw std::out_of_range("vector");
  };
  StudyRunner runner(bits_study("4:5"), evaluator, {.threads = 2});
  runner.start();
  EXPECT_EQ(runner.wait(), RunnerState::failed);
  EXPECT_EQ(runner.error()->kind(), ErrorKind::internal);
}

TEST(StudyRunner, FailsWhenTheListenerThrows) {
  RunnerOptions options;
  options.threads = 2;
  options.on_event = [](const StudyEvent& event) {
    if (event.images_done > 100) throw Error(ErrorKind::output, "Nobody listens");
  };
  StudyRunner runner(bits_study("4:5"), std::make_shared<DigitEvaluator>(5000), options);
  runner.start();
  EXPECT_EQ(runner.wait(), RunnerState::failed);
  EXPECT_EQ(runner.error()->kind(), ErrorKind::output);
}

/// Logits that are no numbers.
class BrokenEvaluator : public DigitEvaluator {
 public:
  using DigitEvaluator::DigitEvaluator;
  std::vector<float> evaluate(const PointSettings&, std::int64_t, std::int64_t count, std::stop_token) const override {
    return std::vector<float>(static_cast<std::size_t>(count) * 10, std::numeric_limits<float>::quiet_NaN());
  }
};

TEST(StudyRunner, RefusesOutputsThatAreNoNumbers) {
  StudyRunner runner(bits_study("4:5"), std::make_shared<BrokenEvaluator>(50), {.threads = 1});
  runner.start();
  EXPECT_EQ(runner.wait(), RunnerState::failed);
  EXPECT_EQ(runner.error()->kind(), ErrorKind::input);
  EXPECT_THAT(runner.error()->what(), testing::HasSubstr("image 0"));
}

TEST(StudyRunner, ContinuesFromTheStoreWithoutComputingAgain) {
  const test::TemporaryFolder folder;
  const StudySpec spec = bits_study("4:6", 300);
  auto evaluator = std::make_shared<DigitEvaluator>(300);
  {
    auto store = StudyStore::create(folder / "s.acim", spec, evaluator->provenance());
    Signal some;
    RunnerOptions options;
    options.threads = 2;
    options.store = store.get();
    options.on_event = [&](const StudyEvent& event) {
      if (event.kind == StudyEvent::Kind::round_committed && event.images_done >= 3 * 68) some.set();
    };
    StudyRunner runner(spec, evaluator, options);
    runner.start();
    some.wait();
    runner.stop();
    runner.wait();
  }
  auto store = StudyStore::open(folder / "s.acim");
  std::int64_t stored = 0;
  for (const auto& [point, count] : test::stored_images(*store)) stored += count;
  EXPECT_GE(stored, 3 * 68);
  auto second = std::make_shared<DigitEvaluator>(300);
  EXPECT_EQ(run_study(spec, second, 2, store.get()), run_study(spec, std::make_shared<DigitEvaluator>(300)));
  EXPECT_EQ(second->evaluated, 3 * 300 - stored);
  EXPECT_TRUE(store->complete());
}

TEST(StudyRunner, RefusesToContinueWithAnotherNetworkOrOtherImages) {
  const test::TemporaryFolder folder;
  const StudySpec spec = bits_study("4:5", 40);
  auto evaluator = std::make_shared<DigitEvaluator>(40);
  auto store = StudyStore::create(folder / "s.acim", spec, evaluator->provenance());
  run_study(spec, evaluator, 1, store.get());
  auto other = std::make_shared<DigitEvaluator>(40);
  other->network_hash = "another";
  const auto attempt = [&](std::shared_ptr<const Evaluator> with) {
    RunnerOptions options;
    options.store = store.get();
    const StudyRunner runner(spec, std::move(with), options);
  };
  EXPECT_THROW(attempt(other), Error);
  EXPECT_THROW(attempt(std::make_shared<DigitEvaluator>(39)), Error);
  EXPECT_NO_THROW(attempt(evaluator));
}

#if !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__)  // which need the address space themselves
std::ptrdiff_t threads_of_this_program() {
  const std::filesystem::directory_iterator tasks("/proc/self/task");
  return std::distance(begin(tasks), end(tasks));
}

/// In a program of its own: the address space has room for a few more stacks only. 0 when all is as it should be.
int start_with_too_many_threads() {
  std::int64_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  const auto limit = static_cast<rlim_t>(pages * sysconf(_SC_PAGESIZE)) + (rlim_t{64} << 20U);
  const rlimit space = {limit, limit};
  if (pages < 1 || setrlimit(RLIMIT_AS, &space) != 0) return 1;
  StudyRunner runner(bits_study("4:6"), std::make_shared<DigitEvaluator>(73), {.threads = 4000});
  try {
    runner.start();
    return 2;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::output || error.problem().find("Too many threads") == std::string::npos) return 3;
  }
  if (runner.wait() != RunnerState::failed || !runner.error()) return 4;
  // A joined thread leaves the list a moment later; one that is left running stays, and the alarm ends the wait.
  alarm(30);
  while (threads_of_this_program() > 1) std::this_thread::yield();
  return 0;
}

TEST(StudyRunner, SaysThatThereAreTooManyThreadsAndLeavesNone) {
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) _exit(start_with_too_many_threads());
  int status = -1;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}
#endif

TEST(StudyRunner, RefusesNothingToDo) {
  EXPECT_THROW(StudyRunner(bits_study("4:5"), std::make_shared<DigitEvaluator>(0), {}), Error);
}

}  // namespace
}  // namespace acim
