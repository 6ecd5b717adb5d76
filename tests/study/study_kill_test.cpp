#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "studies.h"
#include "study/block_schedule.h"
#include "test_files.h"

namespace acim {
namespace {

using test::bits_study;
using test::DigitEvaluator;
using test::TemporaryFolder;

constexpr std::int64_t kImages = 400;

/// Runs the study in a program of its own and kills it without warning once `rounds` rounds are committed.
void run_and_kill(const std::filesystem::path& path, int rounds) {
  int ready[2] = {-1, -1};
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    auto store = std::filesystem::exists(path)
                     ? StudyStore::open(path)
                     : StudyStore::create(path, bits_study("4:8", kImages), DigitEvaluator(kImages).provenance());
    RunnerOptions options;
    options.threads = 2;
    options.store = store.get();
    int seen = 0;
    options.on_event = [&](const StudyEvent& event) {
      if (event.kind != StudyEvent::Kind::round_committed || ++seen < rounds) return;
      const char byte = 'r';
      if (write(ready[1], &byte, 1) != 1) _exit(1);
      // Nothing more is committed before the kill; blocks are still evaluated.
      while (true) pause();
    };
    StudyRunner runner(store->spec(), std::make_shared<DigitEvaluator>(kImages), options);
    runner.start();
    runner.wait();
    _exit(2);
  }
  close(ready[1]);
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1) << "the child ended early";
  close(ready[0]);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status));
}

TEST(StudyKill, LosesAtMostTheRunningRoundAndContinuesToTheSameResults) {
  const StudySpec spec = bits_study("4:8", kImages);
  const auto expected = test::run_study(spec, std::make_shared<DigitEvaluator>(kImages));
  const BlockSchedule rounds = round_schedule(spec, kImages);
  for (const int committed : {1, 2, 5, 9}) {
    const TemporaryFolder folder;
    run_and_kill(folder / "s.acim", committed);
    if (HasFatalFailure()) return;
    auto store = StudyStore::open(folder / "s.acim");
    const auto images = test::stored_images(*store);
    ASSERT_EQ(images.size(), spec.points.size());
    const ImageRange last = rounds.block(committed - 1);
    for (const auto& [point, count] : images) {
      EXPECT_EQ(count, images.at(0)) << "every point has the same images";
      // A block that was waited for may end several rounds at once.
      EXPECT_GE(count, last.first + last.count);
      const ImageRange end = rounds.block(rounds.block_of_image(count - 1));
      EXPECT_EQ(count, end.first + end.count) << "whole rounds only";
    }
    EXPECT_EQ(test::run_study(store->spec(), std::make_shared<DigitEvaluator>(kImages), 2, store.get()), expected);
    EXPECT_TRUE(store->complete());
  }
}

TEST(StudyKill, CanBeKilledAgainAndAgain) {
  const TemporaryFolder folder;
  for (int i = 0; i < 3; ++i) {
    run_and_kill(folder / "s.acim", 2);
    if (HasFatalFailure()) return;
  }
  auto store = StudyStore::open(folder / "s.acim");
  const StudySpec spec = store->spec();
  EXPECT_EQ(test::run_study(spec, std::make_shared<DigitEvaluator>(kImages), 2, store.get()),
            test::run_study(spec, std::make_shared<DigitEvaluator>(kImages)));
}

TEST(StudyKill, OpensThroughALinkWithItsLog) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "results");
  std::filesystem::create_directory(folder / "links");
  const auto file = folder / "results" / "s.acim";
  const auto link = folder / "links" / "latest.acim";
  std::filesystem::create_symlink("../results/s.acim", link);
  run_and_kill(file, 2);
  if (HasFatalFailure()) return;
  ASSERT_GT(std::filesystem::file_size(file.string() + "-wal"), 0U);
  const StudySpec spec = bits_study("4:8", kImages);
  {
    const auto store = StudyStore::open(link);
    EXPECT_EQ(test::stored_images(*store).size(), spec.points.size()) << "what the log holds is there";
    test::run_study(spec, std::make_shared<DigitEvaluator>(kImages), 2, store.get());
  }
  const auto store = StudyStore::open(link);
  EXPECT_TRUE(store->complete());
  EXPECT_EQ(test::run_study(spec, std::make_shared<DigitEvaluator>(kImages), 2, store.get()),
            test::run_study(spec, std::make_shared<DigitEvaluator>(kImages)));
}

/// Runs `sql` in a program of its own that ends without closing the file: the change stays in the log.
void change_in_log(const std::filesystem::path& path, const std::string& sql) {
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
    database.exec(sql);
    _exit(0);
  }
  int status = -1;
  waitpid(child, &status, 0);
  ASSERT_EQ(status, 0);
  ASSERT_GT(std::filesystem::file_size(path.string() + "-wal"), 0U);
}

TEST(StudyKill, ChecksTheLogOfALinkedFileBeforeAnythingIsWritten) {
  const TemporaryFolder folder;
  const auto file = folder / "s.acim";
  StudyStore::create(file, bits_study("4:8", kImages), {});
  change_in_log(file, "UPDATE entry SET value = 'forged' WHERE key = 'calibration'");
  if (HasFatalFailure()) return;
  const auto bytes = test::bytes_of(file);
  const auto log = test::bytes_of(file.string() + "-wal");
  std::filesystem::create_symlink("s.acim", folder / "latest.acim");
  try {
    StudyStore::open(folder / "latest.acim");
    FAIL() << "opened";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
  }
  EXPECT_EQ(test::bytes_of(file), bytes);
  EXPECT_EQ(test::bytes_of(file.string() + "-wal"), log);
}

/// An environment variable, changed while this lives.
class ChangedVariable {
 public:
  ChangedVariable(const char* name, const char* value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    setenv(name, value, 1);
  }
  ~ChangedVariable() {
    if (before_) {
      setenv(name_, before_->c_str(), 1);
    } else {
      unsetenv(name_);
    }
  }
  ChangedVariable(const ChangedVariable&) = delete;
  ChangedVariable& operator=(const ChangedVariable&) = delete;

 private:
  const char* name_;
  std::optional<std::string> before_;
};

TEST(StudyKill, WithoutATemporaryFolderIsRefusedAndLeftAsItWas) {
  const TemporaryFolder folder;
  run_and_kill(folder / "s.acim", 2);
  if (HasFatalFailure()) return;
  const auto file = test::bytes_of(folder / "s.acim");
  const auto log = test::bytes_of(folder / "s.acim-wal");
  {
    const ChangedVariable variable("TMPDIR", "/nonexistent");
    try {
      StudyStore::open(folder / "s.acim");
      FAIL() << "opened";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::output);
      EXPECT_NE(error.remedy().find("TMPDIR"), std::string::npos);
    }
  }
  EXPECT_EQ(test::bytes_of(folder / "s.acim"), file);
  EXPECT_EQ(test::bytes_of(folder / "s.acim-wal"), log);
  EXPECT_NO_THROW(StudyStore::open(folder / "s.acim"));
}

TEST(StudyKill, DamagedLogsAreRefusedOrDroppedAndNeverMixedIn) {
  const TemporaryFolder folder;
  run_and_kill(folder / "s.acim", 4);
  if (HasFatalFailure()) return;
  const auto file = test::bytes_of(folder / "s.acim");
  const auto log = test::bytes_of(folder / "s.acim-wal");
  ASSERT_GT(log.size(), 0U);
  const StudySpec spec = bits_study("4:8", kImages);
  const auto expected = test::run_study(spec, std::make_shared<DigitEvaluator>(kImages));
  for (std::uint64_t i = 0; i < 60; ++i) {
    auto damaged = log;
    const std::size_t bit = i < 20 ? i * 13 : mix64(i) % (log.size() * 8);
    damaged[bit / 8] ^= static_cast<std::byte>(1U << (bit % 8));
    test::write_bytes(folder / "t.acim", file);
    test::write_bytes(folder / "t.acim-wal", damaged);
    try {
      // A log ends where its checksums do: rounds may be missing, but those that are there are whole and right.
      auto store = StudyStore::open(folder / "t.acim");
      const auto images = test::stored_images(*store);
      for (const auto& [point, count] : images) EXPECT_EQ(count, images.at(0)) << "bit " << bit;
      for (const StudyStore::Block& block : store->blocks()) {
        for (std::size_t k = 0; k < block.predictions.size(); ++k) {
          ASSERT_EQ(block.predictions[k],
                    expected[static_cast<std::size_t>(block.point)][static_cast<std::size_t>(block.first_image) + k]);
        }
      }
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input) << error.what();
      EXPECT_EQ(test::bytes_of(folder / "t.acim"), file);
      EXPECT_EQ(test::bytes_of(folder / "t.acim-wal"), damaged);
    }
    std::filesystem::remove(folder / "t.acim-wal");
  }
}

}  // namespace
}  // namespace acim
