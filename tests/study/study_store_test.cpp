#include "study/study_store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <set>

#include "base/hash.h"
#include "studies.h"
#include "test_files.h"

namespace acim {
namespace {

using test::bits_study;
using test::DigitEvaluator;
using test::TemporaryFolder;
using testing::HasSubstr;

const std::vector<std::pair<std::string, std::string>> kProvenance = {{"version", "0.1.0"}, {"seed", "1"}};

StudyStore::Block block(int point, std::int64_t first, int count) {
  StudyStore::Block result;
  result.point = point;
  result.first_image = first;
  for (int i = 0; i < count; ++i) {
    result.predictions.push_back(static_cast<std::int16_t>((i * 7 + point) % 10));
    result.labels.push_back(static_cast<std::int16_t>(i % 10));
  }
  result.seconds = 0.1;
  return result;
}

std::set<std::string> names_in(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename());
  return names;
}

std::optional<Error> refusal(const std::filesystem::path& path) {
  try {
    StudyStore::open(path);
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

TEST(StudyStore, GivesBackWhatWasCommitted) {
  const TemporaryFolder folder;
  const StudySpec spec = bits_study("4:5", 12);
  {
    const auto store = StudyStore::create(folder / "s.acim", spec, kProvenance);
    store->set_image_count(12);
    store->set_calibration(R"({"layers": []})");
    store->add(block(1, 4, 8));
    store->add(block(0, 0, 4));
    store->commit();
    EXPECT_FALSE(store->complete());
    store->add(block(1, 0, 4));
  }
  const auto store = StudyStore::open(folder / "s.acim");
  EXPECT_EQ(store->spec(), spec);
  EXPECT_EQ(store->provenance(), kProvenance);
  EXPECT_EQ(store->calibration(), R"({"layers": []})");
  EXPECT_EQ(store->image_count(), 12);
  const auto blocks = store->blocks();
  ASSERT_EQ(blocks.size(), 2U) << "what was not committed is not there";
  EXPECT_EQ(blocks[0].point, 0);
  EXPECT_EQ(blocks[1].first_image, 4);
  EXPECT_EQ(blocks[1].predictions, block(1, 4, 8).predictions);
  EXPECT_EQ(blocks[1].labels, block(1, 4, 8).labels);
  EXPECT_EQ(blocks[1].seconds, 0.1);
  store->add(block(1, 0, 4));
  store->add(block(0, 4, 8));
  store->commit();
  EXPECT_TRUE(store->complete());
}

TEST(StudyStore, ClosedIsASingleFile) {
  const TemporaryFolder folder;
  {
    const auto store = StudyStore::create(folder / "s.acim", bits_study("4:5", 12), kProvenance);
    store->set_image_count(12);
    EXPECT_TRUE(std::filesystem::exists(folder / "s.acim-wal")) << "written ahead";
  }
  EXPECT_EQ(names_in(folder.path()), (std::set<std::string>{"s.acim"}));
}

TEST(StudyStore, AddsTheSeedsToTheProvenance) {
  const TemporaryFolder folder;
  StudySpec spec = bits_study("4:6", 12);
  spec.points[1].settings.macro.seed = 18446744073709551615ULL;
  const auto store = StudyStore::create(folder / "s.acim", spec, {});
  EXPECT_THAT(store->provenance(), testing::ElementsAre(testing::Pair("seed", "1, 18446744073709551615")));
}

TEST(StudyStore, KeepsStrangePaths) {
  const TemporaryFolder folder;
  const auto path = folder / "50% of é?x=1#2&mode=memory.acim";
  StudyStore::create(path, bits_study("4:5", 12), kProvenance);
  EXPECT_TRUE(std::filesystem::exists(path));
  EXPECT_EQ(StudyStore::open(path)->provenance(), kProvenance);
}

TEST(StudyStore, RefusesToReplaceAFile) {
  const TemporaryFolder folder;
  test::write_bytes(folder / "s.acim", {std::byte{1}});
  try {
    StudyStore::create(folder / "s.acim", bits_study("4:5"), {});
    FAIL() << "replaced";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::output);
  }
  EXPECT_EQ(test::bytes_of(folder / "s.acim").size(), 1U);
}

TEST(StudyStore, RefusesAKnobOutOfRangeBeforeAFileIsMade) {
  const TemporaryFolder folder;
  StudySpec spec = bits_study("4:5", 12);
  spec.points[1].settings.macro.batch = 4096;
  try {
    StudyStore::create(folder / "s.acim", spec, {});
    FAIL() << "created";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.what(), HasSubstr("batch"));
  }
  EXPECT_TRUE(names_in(folder.path()).empty());
  EXPECT_THROW(StudyRunner(spec, std::make_shared<DigitEvaluator>(12), {}), Error);
}

TEST(StudyStore, RefusesAFolderThatIsNotThere) {
  const TemporaryFolder folder;
  try {
    StudyStore::create(folder / "none" / "s.acim", bits_study("4:5"), {});
    FAIL() << "created";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::output);
    EXPECT_THAT(error.what(), HasSubstr("none"));
  }
}

TEST(StudyStore, RefusesToOpenWhatIsNoStudy) {
  const TemporaryFolder folder;
  {
    SQLite::Database foreign((folder / "foreign.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    foreign.exec("CREATE TABLE recipe (name TEXT)");
  }
  test::write_bytes(folder / "empty", {});
  test::write_bytes(folder / "text", std::vector<std::byte>(5000, std::byte{'x'}));
  ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
  std::filesystem::create_directory(folder / "folder");
  const auto before = names_in(folder.path());
  for (const char* name : {"foreign.db", "empty", "text", "pipe", "folder", "missing"}) {
    const auto error = refusal(folder / name);
    ASSERT_TRUE(error) << name;
    EXPECT_EQ(error->kind(), ErrorKind::input) << name;
    EXPECT_THAT(error->where(), HasSubstr(name));
    EXPECT_FALSE(error->remedy().empty()) << name;
  }
  EXPECT_THAT(refusal(folder / "foreign.db")->what(), HasSubstr("another program"));
  EXPECT_EQ(names_in(folder.path()), before);
}

/// Changes a closed study by SQL and expects that it is refused and left alone.
std::string refusal_after(const std::string& sql) {
  const TemporaryFolder folder;
  {
    const auto store = StudyStore::create(folder / "s.acim", bits_study("4:5", 12), kProvenance);
    store->set_image_count(12);
    store->add(block(0, 0, 4));
    store->commit();
  }
  {
    SQLite::Database database((folder / "s.acim").string(), SQLite::OPEN_READWRITE);
    database.exec(sql);
  }
  const auto before = test::bytes_of(folder / "s.acim");
  const auto error = refusal(folder / "s.acim");
  EXPECT_EQ(test::bytes_of(folder / "s.acim"), before) << sql;
  EXPECT_EQ(names_in(folder.path()).size(), 1U) << sql;
  if (!error) return "accepted";
  EXPECT_EQ(error->kind(), ErrorKind::input) << sql;
  return error->what();
}

TEST(StudyStore, RefusesANewerVersionAndSaysWhatToDo) {
  const std::string what = refusal_after("PRAGMA user_version=3");
  EXPECT_THAT(what, HasSubstr("version 3"));
  EXPECT_THAT(what, HasSubstr("newer"));
}

TEST(StudyStore, RefusesChangedContents) {
  EXPECT_EQ(refusal_after("SELECT 1"), "accepted");
  EXPECT_THAT(refusal_after("UPDATE block SET predictions = zeroblob(8)"), HasSubstr("changed"));
  EXPECT_THAT(refusal_after("UPDATE block SET first_image = 4"), HasSubstr("changed"));
  EXPECT_THAT(refusal_after("UPDATE block SET point = 9223372036854775807"), HasSubstr("unknown point"));
  EXPECT_THAT(refusal_after("DELETE FROM block"), HasSubstr("0 of 1 blocks"));
  EXPECT_THAT(refusal_after("DELETE FROM provenance WHERE position = 1"), HasSubstr("provenance"));
  EXPECT_THAT(refusal_after("UPDATE provenance SET value = 'x'"), HasSubstr("provenance"));
  EXPECT_THAT(refusal_after("UPDATE entry SET value = '{}' WHERE key = 'spec'"), HasSubstr("changed"));
  EXPECT_THAT(refusal_after("DELETE FROM entry WHERE key = 'calibration'"), HasSubstr("calibration"));
  EXPECT_THAT(refusal_after("DROP TABLE block"), HasSubstr("table is missing"));
  EXPECT_THAT(refusal_after("CREATE TRIGGER t AFTER INSERT ON block BEGIN DELETE FROM block; END"),
              HasSubstr("no part"));
  EXPECT_THAT(refusal_after("PRAGMA application_id=1"), HasSubstr("another program"));
}

/// The digest of an entry, as one who forges a study would write it.
std::string entry_digest(const std::string& key, const std::string& value) {
  Sha256 hash;
  for (const std::string& text : {key, value}) {
    const std::uint64_t size = text.size();
    hash.add(std::as_bytes(std::span(&size, 1)));
    hash.add(std::as_bytes(std::span(text)));
  }
  return hash.hex();
}

std::string refusal_of_forged(const std::string& key, const std::string& value) {
  return refusal_after("UPDATE entry SET value = '" + value + "', digest = '" + entry_digest(key, value) +
                       "' WHERE key = '" + key + "'");
}

TEST(StudyStore, RefusesForgedCounts) {
  EXPECT_EQ(refusal_of_forged("image_count", "12"), "accepted") << "the digest is right";
  EXPECT_EQ(refusal_of_forged("image_count", "1099511627776"), "accepted");
  EXPECT_THAT(refusal_of_forged("image_count", "1099511627777"), HasSubstr("1099511627777 images"));
  EXPECT_THAT(refusal_of_forged("image_count", "999999999999999999"), HasSubstr("images"));
  EXPECT_THAT(refusal_of_forged("image_count", "9223372036854775807"), HasSubstr("not a count"));
  EXPECT_THAT(refusal_of_forged("image_count", "-1"), HasSubstr("not a count"));
  EXPECT_THAT(refusal_of_forged("image_count", "0"), HasSubstr("does not fit"));
  EXPECT_THAT(refusal_of_forged("block_count", "999999999999999999"), HasSubstr("blocks found"));
}

TEST(StudyStore, RefusesAFileOpenElsewhere) {
  const TemporaryFolder folder;
  const auto store = StudyStore::create(folder / "s.acim", bits_study("4:5", 12), kProvenance);
  const auto here = refusal(folder / "s.acim");
  ASSERT_TRUE(here);
  EXPECT_THAT(here->what(), HasSubstr("open in another"));
  const pid_t child = fork();
  if (child == 0) {
    const auto there = refusal(folder / "s.acim");
    _exit(there && there->kind() == ErrorKind::output ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0) << "another program must not open it";
  store->set_image_count(12);
  store->add(block(0, 0, 4));
  EXPECT_NO_THROW(store->commit()) << "attempts of others do not disturb";
}

/// No file may grow beyond this many bytes while this lives: what a full disk looks like.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit = {bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_ = {};
  void (*handler_)(int);
};

TEST(StudyStore, FullDiskLosesNothing) {
  const TemporaryFolder folder;
  const StudySpec spec = bits_study("4:5", 100000, 5000);
  {
    const auto store = StudyStore::create(folder / "s.acim", spec, kProvenance);
    store->set_image_count(100000);
    store->add(block(0, 0, 4));
    store->commit();
    store->add(block(0, 4, 8));
    store->add(block(0, 8188, 5000));
    store->add(block(0, 13188, 5000));
    {
      const FileSizeLimit limit(std::filesystem::file_size(folder / "s.acim-wal") + 1000);
      try {
        store->commit();
        FAIL() << "committed";
      } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::output);
        EXPECT_THAT(error.what(), HasSubstr("s.acim"));
      }
      EXPECT_EQ(store->blocks().size(), 1U);
    }
    store->commit();
    EXPECT_EQ(store->blocks().size(), 4U) << "the blocks stayed to be committed again";
  }
  EXPECT_EQ(StudyStore::open(folder / "s.acim")->blocks().size(), 4U);
}

TEST(StudyStore, FullDiskAtCreationLeavesNothing) {
  const TemporaryFolder folder;
  {
    const FileSizeLimit limit(2000);
    EXPECT_THROW(StudyStore::create(folder / "s.acim", bits_study("4:5", 12), kProvenance), Error);
  }
  EXPECT_TRUE(names_in(folder.path()).empty());
}

TEST(StudyStore, RunnerReportsAFullDiskAndKeepsItsResults) {
  const TemporaryFolder folder;
  const StudySpec spec = bits_study("4:8", 2000);
  const auto store = StudyStore::create(folder / "s.acim", spec, kProvenance);
  RunnerOptions options;
  options.threads = 2;
  options.store = store.get();
  StudyRunner runner(spec, std::make_shared<DigitEvaluator>(2000), options);
  {
    const FileSizeLimit limit(150000);
    runner.start();
    EXPECT_EQ(runner.wait(), RunnerState::failed);
  }
  EXPECT_EQ(runner.error()->kind(), ErrorKind::output);
  store->commit();
  std::int64_t images = 0;
  for (const PointResult& result : runner.results()) images += result.images;
  std::int64_t stored = 0;
  for (const auto& [point, count] : test::stored_images(*store)) stored += count;
  EXPECT_GT(stored, 0);
  EXPECT_EQ(stored, images);
}

TEST(StudyStore, RefusesAFileThatMayNotBeWritten) {
  if (geteuid() == 0) GTEST_SKIP() << "skipped: root may write anything";
  const TemporaryFolder folder;
  StudyStore::create(folder / "s.acim", bits_study("4:5", 12), kProvenance);
  chmod((folder / "s.acim").c_str(), 0400);
  const auto error = refusal(folder / "s.acim");
  ASSERT_TRUE(error);
  EXPECT_EQ(error->kind(), ErrorKind::output);
}

}  // namespace
}  // namespace acim
