#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "dataset/archive.h"
#include "dataset/image_set.h"
#include "test_files.h"

namespace acim {
namespace {

using test::TemporaryFolder;
using ::testing::HasSubstr;
using Bytes = std::vector<std::byte>;

constexpr std::size_t kRecord10 = 3073;
constexpr std::size_t kRecord100 = 3074;

/// Pixel p of image i: a pattern in which a shifted or swapped read shows.
std::uint8_t pixel(std::size_t image, std::size_t position) {
  return static_cast<std::uint8_t>((image * 31 + position * 7 + position / 1024) % 251);
}

Bytes cifar10_records(std::size_t count, std::size_t first = 0) {
  Bytes bytes;
  for (std::size_t i = first; i < first + count; ++i) {
    bytes.push_back(static_cast<std::byte>(i % 10));
    for (std::size_t p = 0; p < 3072; ++p) bytes.push_back(static_cast<std::byte>(pixel(i, p)));
  }
  return bytes;
}

Bytes cifar100_records(std::size_t count) {
  Bytes bytes;
  for (std::size_t i = 0; i < count; ++i) {
    bytes.push_back(static_cast<std::byte>(i % 20));
    bytes.push_back(static_cast<std::byte>(99 - i % 100));
    for (std::size_t p = 0; p < 3072; ++p) bytes.push_back(static_cast<std::byte>(pixel(i, p)));
  }
  return bytes;
}

struct WriterCloser {
  void operator()(archive* writer) const { archive_write_free(writer); }
};

using Entries = std::vector<std::pair<std::string, Bytes>>;
using ArchiveOption = int (*)(archive*);

void write_archive(const std::filesystem::path& path, ArchiveOption format, ArchiveOption filter,
                   const Entries& entries) {
  const std::unique_ptr<archive, WriterCloser> writer(archive_write_new());
  ASSERT_EQ(format(writer.get()), ARCHIVE_OK);
  ASSERT_EQ(filter(writer.get()), ARCHIVE_OK);
  ASSERT_EQ(archive_write_open_filename(writer.get(), path.c_str()), ARCHIVE_OK);
  for (const auto& [name, bytes] : entries) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    ASSERT_EQ(archive_write_header(writer.get(), entry), ARCHIVE_OK);
    ASSERT_EQ(archive_write_data(writer.get(), bytes.data(), bytes.size()), static_cast<la_ssize_t>(bytes.size()));
    archive_entry_free(entry);
  }
  ASSERT_EQ(archive_write_close(writer.get()), ARCHIVE_OK);
}

void write_compressed(const std::filesystem::path& path, ArchiveOption filter, const Bytes& bytes) {
  write_archive(path, archive_write_set_format_raw, filter, {{"data", bytes}});
}

std::string open10(const std::filesystem::path& path) {
  return "cifar10:" + path.string();
}

void expect_images(const ImageSet& images, std::size_t count, std::size_t first = 0) {
  ASSERT_EQ(images.size(), static_cast<std::int64_t>(count));
  std::vector<std::uint8_t> pixels(3072);
  for (std::size_t i = 0; i < count; ++i) {
    const auto index = static_cast<std::int64_t>(i);
    EXPECT_EQ(images.label(index), static_cast<int>((first + i) % 10));
    images.read(index, pixels);
    for (std::size_t p = 0; p < pixels.size(); ++p) ASSERT_EQ(pixels[p], pixel(first + i, p)) << i << " " << p;
  }
}

/// The error of opening, checked to be of `kind`.
std::string refusal(const std::string& specification, ErrorKind kind = ErrorKind::input) {
  try {
    open_image_set(specification);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), kind) << error.what();
    return error.what();
  }
  ADD_FAILURE() << specification << " was accepted";
  return "";
}

TEST(Cifar10, ReadsOneFileOfRecords) {
  const TemporaryFolder folder;
  test::write_bytes(folder / "some.bin", cifar10_records(23));
  const auto images = open_image_set(open10(folder / "some.bin"));
  expect_images(*images, 23);
  EXPECT_EQ(images->name(), "CIFAR-10 some.bin");
  EXPECT_EQ(images->class_names()[3], "cat");
  EXPECT_EQ(images->class_names().size(), 10U);
  EXPECT_EQ(images->shape(), ImageShape{});
}

TEST(Cifar10, ReadsEveryCompressionOfOneFile) {
  const TemporaryFolder folder;
  for (const auto& [name, filter] :
       std::vector<std::pair<std::string, ArchiveOption>>{{"a.bin.gz", archive_write_add_filter_gzip},
                                                          {"a.bin.xz", archive_write_add_filter_xz},
                                                          {"a.bin.bz2", archive_write_add_filter_bzip2},
                                                          {"a.bin.zst", archive_write_add_filter_zstd}}) {
    SCOPED_TRACE(name);
    write_compressed(folder / name, filter, cifar10_records(11));
    expect_images(*open_image_set(open10(folder / name)), 11);
  }
}

TEST(Cifar10, ReadsTheSplitsOfAFolderInOrder) {
  const TemporaryFolder folder;
  for (std::size_t batch = 0; batch < 5; ++batch) {
    test::write_bytes(folder / ("data_batch_" + std::to_string(batch + 1) + ".bin"), cifar10_records(3, 3 * batch));
  }
  write_compressed(folder / "test_batch.bin.xz", archive_write_add_filter_xz, cifar10_records(4, 100));
  expect_images(*open_image_set(open10(folder.path()) + ":train"), 15);
  expect_images(*open_image_set(open10(folder.path())), 4, 100);
  expect_images(*open_image_set(open10(folder.path()) + ":test"), 4, 100);
}

TEST(Cifar10, ReadsTheArchiveAsDownloadedWhateverTheOrderOfItsEntries) {
  const TemporaryFolder folder;
  const std::string inside = "cifar-10-batches-bin/";
  write_archive(folder / "cifar-10-binary.tar.gz", archive_write_set_format_ustar, archive_write_add_filter_gzip,
                {{inside + "data_batch_5.bin", cifar10_records(2, 8)},
                 {inside + "readme.html", Bytes(100000)},
                 {inside + "data_batch_1.bin", cifar10_records(2, 0)},
                 {inside + "test_batch.bin", cifar10_records(5, 50)},
                 {inside + "data_batch_3.bin", cifar10_records(2, 4)},
                 {inside + "data_batch_2.bin", cifar10_records(2, 2)},
                 {inside + "data_batch_4.bin", cifar10_records(2, 6)}});
  expect_images(*open_image_set(open10(folder / "cifar-10-binary.tar.gz")), 5, 50);
  expect_images(*open_image_set(open10(folder / "cifar-10-binary.tar.gz") + ":train"), 10);
}

TEST(Cifar100, TakesTheFineLabel) {
  const TemporaryFolder folder;
  write_archive(
      folder / "cifar-100-binary.tar.gz", archive_write_set_format_ustar, archive_write_add_filter_gzip,
      {{"cifar-100-binary/fine_label_names.txt", Bytes(10)}, {"cifar-100-binary/test.bin", cifar100_records(120)}});
  const auto images = open_image_set("cifar100:" + (folder / "cifar-100-binary.tar.gz").string());
  ASSERT_EQ(images->size(), 120);
  EXPECT_EQ(images->label(0), 99);
  EXPECT_EQ(images->label(101), 98);
  ASSERT_EQ(images->class_names().size(), 100U);
  EXPECT_EQ(images->class_names()[0], "apple");
  EXPECT_EQ(images->class_names()[99], "worm");
}

TEST(Cifar, HashIsOfShapeLabelsAndPixelsNotOfTheFile) {
  const TemporaryFolder folder;
  test::write_bytes(folder / "a.bin", cifar10_records(7));
  write_compressed(folder / "b.bin.gz", archive_write_add_filter_gzip, cifar10_records(7));
  Bytes other_label = cifar10_records(7);
  other_label[0] = std::byte{9};
  test::write_bytes(folder / "c.bin", other_label);
  Bytes other_pixel = cifar10_records(7);
  other_pixel[5000] = std::byte{0xFF};
  test::write_bytes(folder / "d.bin", other_pixel);
  const std::string hash = open_image_set(open10(folder / "a.bin"))->hash();
  EXPECT_EQ(hash.size(), 64U);
  EXPECT_EQ(open_image_set(open10(folder / "b.bin.gz"))->hash(), hash);
  EXPECT_NE(open_image_set(open10(folder / "c.bin"))->hash(), hash);
  EXPECT_NE(open_image_set(open10(folder / "d.bin"))->hash(), hash);
}

TEST(Cifar, ReportsProgressUpToTheWhole) {
  const TemporaryFolder folder;
  test::write_bytes(folder / "a.bin", cifar10_records(7));
  double last = -1;
  open_image_set(open10(folder / "a.bin"), [&](double fraction) {
    EXPECT_GE(fraction, last);
    last = fraction;
  });
  EXPECT_EQ(last, 1.0);
}

TEST(CifarRefuses, ALabelOutOfRangeNamingRecordAndByte) {
  const TemporaryFolder folder;
  Bytes bytes = cifar10_records(9);
  bytes[4 * kRecord10] = std::byte{10};
  test::write_bytes(folder / "bad.bin", bytes);
  const std::string what = refusal(open10(folder / "bad.bin"));
  EXPECT_THAT(what, HasSubstr("record 4 (byte 12292) is 10, not 0..9"));
  EXPECT_THAT(what, HasSubstr("bad.bin"));
}

TEST(CifarRefuses, ACoarseAndAFineLabelOutOfRange) {
  const TemporaryFolder folder;
  Bytes bytes = cifar100_records(3);
  bytes[kRecord100 + 1] = std::byte{100};
  test::write_bytes(folder / "fine.bin", bytes);
  EXPECT_THAT(refusal("cifar100:" + (folder / "fine.bin").string()), HasSubstr("label of record 1 (byte 3075) is 100"));
  bytes = cifar100_records(3);
  bytes[2 * kRecord100] = std::byte{20};
  test::write_bytes(folder / "coarse.bin", bytes);
  EXPECT_THAT(refusal("cifar100:" + (folder / "coarse.bin").string()),
              HasSubstr("coarse label of record 2 (byte 6148) is 20"));
}

TEST(CifarRefuses, ARecordCutShort) {
  const TemporaryFolder folder;
  Bytes bytes = cifar10_records(3);
  bytes.pop_back();
  test::write_bytes(folder / "short.bin", bytes);
  EXPECT_THAT(refusal(open10(folder / "short.bin")), HasSubstr("Record 2 (byte 6146) ends after 3072 bytes"));
}

TEST(CifarRefuses, EmptyMissingAndUnreadable) {
  const TemporaryFolder folder;
  test::write_bytes(folder / "empty.bin", {});
  EXPECT_THAT(refusal(open10(folder / "empty.bin")), HasSubstr("empty"));
  EXPECT_THAT(refusal(open10(folder / "none.bin")), HasSubstr("There is no such file or folder"));
  EXPECT_THAT(refusal("cifar10:/dev/null"), HasSubstr("no regular file"));
  write_compressed(folder / "nothing.bin.gz", archive_write_add_filter_gzip, {});
  EXPECT_THAT(refusal(open10(folder / "nothing.bin.gz")), HasSubstr("nothing.bin.gz"));
}

TEST(CifarRefuses, AFolderOrArchiveWithoutTheSplitNamingWhatIsMissing) {
  const TemporaryFolder folder;
  EXPECT_THAT(refusal(open10(folder.path())), HasSubstr("no test_batch.bin in this folder"));
  for (int batch = 1; batch <= 4; ++batch) {
    test::write_bytes(folder / ("data_batch_" + std::to_string(batch) + ".bin"), cifar10_records(1));
  }
  EXPECT_THAT(refusal(open10(folder.path()) + ":train"), HasSubstr("no data_batch_5.bin"));
  write_archive(folder / "other.tar", archive_write_set_format_ustar, archive_write_add_filter_none,
                {{"notes.txt", Bytes(10)}});
  EXPECT_THAT(refusal(open10(folder / "other.tar")), HasSubstr("The archive has no entry test_batch.bin"));
}

TEST(CifarRefuses, AnEntryThatIsThereTwice) {
  const TemporaryFolder folder;
  write_archive(folder / "twice.tar", archive_write_set_format_ustar, archive_write_add_filter_none,
                {{"a/test_batch.bin", cifar10_records(1)}, {"b/test_batch.bin", cifar10_records(1)}});
  EXPECT_THAT(refusal(open10(folder / "twice.tar")), HasSubstr("twice"));
}

TEST(CifarRefuses, ArchivesCutAtAnyPlace) {
  const TemporaryFolder folder;
  write_archive(folder / "whole.tar.gz", archive_write_set_format_ustar, archive_write_add_filter_gzip,
                {{"test_batch.bin", cifar10_records(40)}});
  write_compressed(folder / "whole.bin.xz", archive_write_add_filter_xz, cifar10_records(40));
  for (const char* name : {"whole.tar.gz", "whole.bin.xz"}) {
    const Bytes whole = test::bytes_of(folder / name);
    for (const std::size_t length : {std::size_t{1}, std::size_t{20}, whole.size() / 2, whole.size() - 12}) {
      SCOPED_TRACE(std::string(name) + " " + std::to_string(length));
      const auto cut = folder / ("cut-" + std::string(name));
      test::write_bytes(cut, Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)));
      EXPECT_THAT(refusal(open10(cut)), HasSubstr("cut-whole"));
    }
  }
}

TEST(CifarRefuses, AFileThatIsNotWhatItsNameSays) {
  const TemporaryFolder folder;
  test::write_bytes(folder / "cifar-10-binary.tar.gz", cifar10_records(3));
  EXPECT_THAT(refusal(open10(folder / "cifar-10-binary.tar.gz")), HasSubstr("is named .gz but is no such archive"));
}

TEST(CifarRefuses, Garbage) {
  const TemporaryFolder folder;
  Bytes garbage(50000);
  std::uint32_t state = 12345;
  for (std::byte& byte : garbage) {
    state = state * 1664525U + 1013904223U;
    byte = static_cast<std::byte>(state >> 24U);
  }
  test::write_bytes(folder / "garbage.bin", garbage);
  EXPECT_THAT(refusal(open10(folder / "garbage.bin")), HasSubstr("garbage.bin"));
}

TEST(Archive, StopsAtItsLimitWhateverAFileExpandsTo) {
  const TemporaryFolder folder;
  write_compressed(folder / "bomb.bin.gz", archive_write_add_filter_gzip, Bytes(8U << 20U));
  EXPECT_LT(std::filesystem::file_size(folder / "bomb.bin.gz"), 16384U);
  write_archive(folder / "bomb.tar.gz", archive_write_set_format_ustar, archive_write_add_filter_gzip,
                {{"not_wanted.txt", Bytes(8U << 20U)}, {"test_batch.bin", cifar10_records(1)}});
  for (const char* name : {"bomb.bin.gz", "bomb.tar.gz"}) {
    SCOPED_TRACE(name);
    Archive archive(folder / name, 1U << 20U);
    std::vector<std::uint8_t> bytes(65536);
    std::size_t read = 0;
    const auto read_all = [&] {
      while (archive.next()) {
        while (const std::size_t count = archive.read(bytes)) read += count;
      }
    };
    EXPECT_THROW(read_all(), Error);
    EXPECT_LE(read, 1U << 20U);
  }
}

TEST(Cifar10, ReadsBlackImagesThatLookLikeTheEndOfATar) {
  const TemporaryFolder folder;
  test::write_bytes(folder / "black.bin", Bytes(4 * kRecord10));
  write_compressed(folder / "black.bin.gz", archive_write_add_filter_gzip, Bytes(4 * kRecord10));
  EXPECT_EQ(open_image_set(open10(folder / "black.bin"))->size(), 4);
  EXPECT_EQ(open_image_set(open10(folder / "black.bin.gz"))->size(), 4);
}

TEST(CifarRefuses, AnArchiveThatClaimsFarMoreThanItHolds) {
  const TemporaryFolder folder;
  write_archive(folder / "claim.tar", archive_write_set_format_ustar, archive_write_add_filter_none,
                {{"test_batch.bin", cifar10_records(1)}});
  Bytes bytes = test::bytes_of(folder / "claim.tar");
  // Size field (octal text at 124) of 8 GiB - 1; the checksum (at 148) is the sum of the header with spaces in its
  // place.
  for (std::size_t i = 0; i < 11; ++i) bytes[124 + i] = std::byte{'7'};
  for (std::size_t i = 148; i < 156; ++i) bytes[i] = std::byte{' '};
  unsigned sum = 0;
  for (std::size_t i = 0; i < 512; ++i) sum += std::to_integer<unsigned>(bytes[i]);
  for (std::size_t i = 0; i < 6; ++i) bytes[148 + i] = static_cast<std::byte>('0' + (sum >> (3 * (5 - i)) & 7U));
  bytes[154] = std::byte{0};
  test::write_bytes(folder / "claim.tar", bytes);
  EXPECT_THAT(refusal(open10(folder / "claim.tar")), HasSubstr("claim.tar"));
}

TEST(ImageSets, RefuseAnUnknownKindAndAnEmptyPath) {
  EXPECT_THAT(refusal("cifar11:x", ErrorKind::usage), HasSubstr("\"cifar11\" is no kind of data set"));
  EXPECT_THAT(refusal("cifar10:", ErrorKind::usage), HasSubstr("no path"));
  EXPECT_THAT(refusal("", ErrorKind::usage), HasSubstr("no kind"));
}

TEST(SharedImages, AreTheTestImagesInTurn) {
  ACIM_REQUIRE_SHARED("data/cifar10/test_batch.bin.xz");
  const auto images = open_image_set(open10(test::shared_folder() / "data/cifar10"));
  ASSERT_EQ(images->size(), 10000);
  for (std::int64_t i = 0; i < images->size(); ++i) ASSERT_EQ(images->label(i), static_cast<int>(i % 10));
}

}  // namespace
}  // namespace acim
