#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.h"
#include "studies.h"
#include "test_files.h"

namespace acim {
namespace {

using test::bits_study;
using test::TemporaryFolder;

struct Read {
  StudySpec spec;
  std::vector<std::pair<std::string, std::string>> provenance;
  std::string calibration;
  std::vector<std::vector<std::int16_t>> predictions;
  bool operator==(const Read&) const = default;
};

Read read_all(const std::filesystem::path& path) {
  const auto store = StudyStore::open(path);
  Read read{store->spec(), store->provenance(), store->calibration(), {}};
  for (const StudyStore::Block& block : store->blocks()) read.predictions.push_back(block.predictions);
  return read;
}

/// A study whose bytes are damaged one way after the other.
class StudyDamage : public testing::Test {
 protected:
  StudyDamage() {
    const StudySpec spec = bits_study("4:8", 200);
    const auto evaluator = std::make_shared<test::DigitEvaluator>(200);
    {
      const auto store = StudyStore::create(folder_ / "good.acim", spec, evaluator->provenance());
      store->set_calibration(std::string(3000, 'c'));
      test::run_study(spec, evaluator, 2, store.get());
    }
    good_ = test::bytes_of(folder_ / "good.acim");
    contents_ = read_all(folder_ / "good.acim");
    EXPECT_EQ(test::bytes_of(folder_ / "good.acim"), good_) << "opening changes nothing";
  }

  /// Refused and left as it was, or read right.
  void check(const std::vector<std::byte>& damaged, const std::string& how) {
    test::write_bytes(folder_ / "bad.acim", damaged);
    try {
      EXPECT_EQ(read_all(folder_ / "bad.acim"), contents_) << how;
      ++read_;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input) << how << ": " << error.what();
      EXPECT_EQ(test::bytes_of(folder_ / "bad.acim"), damaged) << how;
      ++refused_;
    }
    EXPECT_FALSE(std::filesystem::exists(folder_ / "bad.acim-wal")) << how;
    EXPECT_FALSE(std::filesystem::exists(folder_ / "bad.acim-shm")) << how;
    EXPECT_FALSE(std::filesystem::exists(folder_ / "bad.acim-journal")) << how;
  }

  TemporaryFolder folder_;
  std::vector<std::byte> good_;
  Read contents_;
  int read_ = 0;
  int refused_ = 0;
};

TEST_F(StudyDamage, BitFlipsAreRefusedOrHarmless) {
  const auto flip = [&](std::size_t bit) {
    auto damaged = good_;
    damaged[bit / 8] ^= static_cast<std::byte>(1U << (bit % 8));
    check(damaged, "bit " + std::to_string(bit));
  };
  for (std::size_t bit = 0; bit < 112 * 8; bit += 3) flip(bit);
  for (std::uint64_t i = 0; i < 500; ++i) flip(mix64(i) % (good_.size() * 8));
  EXPECT_GT(refused_, 200);
}

TEST_F(StudyDamage, TruncationsAreRefused) {
  for (std::size_t bytes = 0; bytes < good_.size(); bytes += 997) {
    check({good_.begin(), good_.begin() + static_cast<std::ptrdiff_t>(bytes)}, std::to_string(bytes) + " bytes left");
  }
  for (std::size_t bytes = 4096; bytes < good_.size(); bytes += 4096) {
    check({good_.begin(), good_.begin() + static_cast<std::ptrdiff_t>(bytes)}, std::to_string(bytes) + " bytes left");
  }
  EXPECT_EQ(read_, 0);
}

TEST_F(StudyDamage, OverwrittenPagesAreRefused) {
  for (std::size_t page = 0; page < good_.size() / 4096; ++page) {
    for (const std::byte filling : {std::byte{0}, std::byte{0xFF}}) {
      auto damaged = good_;
      std::fill_n(damaged.begin() + static_cast<std::ptrdiff_t>(page * 4096), 4096, filling);
      check(damaged, "page " + std::to_string(page));
    }
  }
  EXPECT_EQ(read_, 0);
}

TEST_F(StudyDamage, AppendedBytesAreRefused) {
  auto damaged = good_;
  damaged.resize(damaged.size() + 4096, std::byte{'x'});
  check(damaged, "a page more");
  EXPECT_EQ(read_, 0);
}

}  // namespace
}  // namespace acim
