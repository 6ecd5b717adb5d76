#include "dataset/image_folder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "base/error.h"
#include "dataset/image_set.h"
#include "pictures.h"
#include "test_files.h"

namespace acim {
namespace {

using test::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

void write_text(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

void write_picture(const fs::path& path, std::uint8_t shade) {
  fs::create_directories(path.parent_path());
  test::write_bytes(path, test::plain_png(shade));
}

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

std::string specification(const fs::path& path, const std::string& options = ",crop=8,resize=16") {
  return "imagenet:" + path.string() + options;
}

/// The one shade of a plain image.
int shade(const ImageSet& images, std::int64_t index) {
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(images.shape().bytes()));
  images.read(index, pixels);
  EXPECT_TRUE(std::all_of(pixels.begin(), pixels.end(), [&](auto p) { return p == pixels.front(); }));
  return pixels.front();
}

TEST(ImageFolder, ClassFoldersTakeTurns) {
  const TemporaryFolder folder;
  write_picture(folder / "cat/1.png", 11);
  write_picture(folder / "cat/2.png", 12);
  write_picture(folder / "cat/3.PNG", 13);
  write_picture(folder / "bird/x.png", 21);
  write_picture(folder / "dog/y.png", 31);
  write_picture(folder / "dog/z.png", 32);
  write_text(folder / "dog/notes.txt", "no picture");
  const auto images = open_image_set(specification(folder.path()));
  EXPECT_EQ(images->shape(), (ImageShape{3, 8, 8}));
  EXPECT_THAT(images->class_names(), ElementsAre("bird", "cat", "dog"));
  ASSERT_EQ(images->size(), 6);
  std::vector<int> labels;
  std::vector<int> shades;
  for (std::int64_t i = 0; i < 6; ++i) {
    labels.push_back(images->label(i));
    shades.push_back(shade(*images, i));
  }
  EXPECT_THAT(labels, ElementsAre(0, 1, 2, 1, 2, 1));
  EXPECT_THAT(shades, ElementsAre(21, 11, 31, 12, 32, 13));
  EXPECT_TRUE(images->broken_images().empty());
}

TEST(ImageFolder, SynsetFoldersAreClassesOfTheList) {
  const TemporaryFolder folder;
  write_picture(folder / "val/n00000003/1.png", 3);
  write_picture(folder / "val/n00000001/1.png", 1);
  write_text(folder / "synset_words.txt", "n00000000 zero\nn00000001 one\nn00000002 two\nn00000003 three, drei\n");
  const auto images = open_image_set(specification(folder / "val"));
  ASSERT_EQ(images->size(), 2);
  EXPECT_EQ(images->label(0), 1);
  EXPECT_EQ(images->label(1), 3);
  EXPECT_THAT(images->class_names(), ElementsAre("zero", "one", "two", "three"));
  write_picture(folder / "val/n00000009/1.png", 1);
  EXPECT_THAT(refusal(specification(folder / "val")),
              HasSubstr("1 of 3 folders are no class of the class list: n00000009"));
}

TEST(ImageFolder, RowsOfTheLabelsFileAreTheImages) {
  const TemporaryFolder folder;
  write_picture(folder / "images/a.png", 1);
  write_picture(folder / "images/b.png", 2);
  write_picture(folder / "images/sub/c.png", 3);
  write_text(folder / "labels.csv", "class,file\n4,b\n0,a.png\n2,sub/c.png\n");
  const std::string labels = ",labels=" + (folder / "labels.csv").string();
  const auto images = open_image_set(specification(folder / "images", labels + ",crop=8"));
  ASSERT_EQ(images->size(), 3);
  EXPECT_EQ(shade(*images, 0), 2);
  EXPECT_EQ(shade(*images, 2), 3);
  EXPECT_EQ(images->label(0), 4);
  EXPECT_EQ(images->class_names().size(), 5U);
  EXPECT_EQ(open_image_set(specification(folder / "images", labels + ",classes=10"))->class_names().size(), 10U);
  EXPECT_THAT(refusal(specification(folder / "images", labels + ",classes=4")), HasSubstr("labels.csv, line 2"));
}

TEST(ImageFolder, LabelsThatContradictTheClassListAreRefused) {
  const TemporaryFolder folder;
  write_picture(folder / "images/a.png", 1);
  write_text(folder / "classes.txt", "n00000000 zero\nn00000001 one\n");
  const std::string labels = ",labels=" + (folder / "labels.csv").string();
  write_text(folder / "labels.csv", "file,class,synset\na.png,1,n00000000\n");
  EXPECT_THAT(refusal(specification(folder / "images", labels)), HasSubstr("Class 1 is n00000001, not n00000000"));
  write_text(folder / "labels.csv", "file,synset\na.png,n00000007\n");
  EXPECT_THAT(refusal(specification(folder / "images", labels)), HasSubstr("\"n00000007\" is no class"));
  for (const char* name : {"/etc/passwd", "../classes.txt", "x/../../y.png"}) {
    write_text(folder / "labels.csv", std::string("file,class\n") + name + ",1\n");
    EXPECT_THAT(refusal(specification(folder / "images", labels)), HasSubstr("is no file below the folder"));
  }
}

TEST(ImageFolder, BrokenImagesAreLeftOutAndReported) {
  const TemporaryFolder folder;
  for (int i = 0; i < 30; ++i)
    write_picture(folder / ("c/" + std::to_string(10 + i) + ".png"), static_cast<std::uint8_t>(i));
  std::vector<std::byte> cut = test::plain_png(5);
  cut.resize(cut.size() / 2);
  test::write_bytes(folder / "c/12.png", cut);
  write_text(folder / "c/15.png", "");
  write_text(folder / "c/17.jpg", "hello");
  fs::create_symlink("18.png", folder / "c/18b.png");
  fs::create_symlink("loop.png", folder / "c/loop.png");
  const auto images = open_image_set(specification(folder.path()));
  std::vector<std::string> broken;
  for (const BrokenImage& image : images->broken_images()) broken.push_back(image.file);
  EXPECT_THAT(broken, ElementsAre("c/12.png", "c/15.png", "c/17.jpg", "c/loop.png"));
  EXPECT_EQ(images->broken_images()[0].reason.text(), "is cut short");
  EXPECT_EQ(images->size(), 29);
  EXPECT_EQ(shade(*images, 2), 3);
  // A subset takes the next whole ones instead.
  const auto ten = open_image_set(specification(folder.path(), ",crop=8,subset=first:10"));
  EXPECT_EQ(ten->size(), 10);
  EXPECT_EQ(ten->broken_images().size(), 3U);
  EXPECT_EQ(open_image_set(specification(folder.path()), {}, 4)->size(), 4);
  EXPECT_EQ(open_image_set(specification(folder.path(), ",subset=random:all:3,crop=8"), {}, 4)->size(), 4);
}

TEST(ImageFolder, AnImageThatBreaksLaterIsReadAsBlackAndReported) {
  const TemporaryFolder folder;
  write_picture(folder / "c/1.png", 9);
  write_picture(folder / "c/2.png", 9);
  const auto images = open_image_set(specification(folder.path()));
  fs::remove(folder / "c/1.png");
  EXPECT_EQ(shade(*images, 0), 0);
  EXPECT_EQ(shade(*images, 1), 9);
  ASSERT_EQ(images->broken_images().size(), 1U);
  EXPECT_THAT(images->broken_images()[0].reason.text(), HasSubstr("black"));
}

TEST(ImageFolder, AFolderOfBrokenImagesIsRefused) {
  const TemporaryFolder folder;
  write_text(folder / "c/1.png", "nothing");
  EXPECT_THAT(refusal(specification(folder.path())), HasSubstr("None of 1 images can be used; the first, c/1.png"));
}

TEST(ImageFolder, RefusesFoldersThatAreNone) {
  const TemporaryFolder folder;
  EXPECT_THAT(refusal(specification(folder / "none")), HasSubstr("There is no such folder"));
  EXPECT_THAT(refusal(specification(folder.path())), HasSubstr("no JPEG or PNG files"));
  write_picture(folder / "a.png", 1);
  EXPECT_THAT(refusal(specification(folder.path())), HasSubstr("no labels file"));
  EXPECT_THAT(refusal(specification(folder / "a.png")), HasSubstr("no folder"));
  fs::create_directory_symlink("self", folder / "self");
  EXPECT_THAT(refusal(specification(folder / "self")), HasSubstr("self"));
  EXPECT_THAT(refusal(specification(folder.path(), ",labels=" + (folder / "none.csv").string())),
              HasSubstr("none.csv"));
}

TEST(ImageFolder, LinksInACircleEnd) {
  const TemporaryFolder folder;
  write_picture(folder / "set/c/1.png", 7);
  fs::create_directory_symlink("..", folder / "set/c/up");
  fs::create_directory_symlink(folder / "set", folder / "set/again");
  fs::create_directory_symlink("round", folder / "set/round");
  EXPECT_EQ(open_image_set(specification(folder / "set"))->size(), 1);
}

TEST(ImageFolder, OptionsAreCheckedAndPathsMayHaveCommas) {
  const TemporaryFolder folder;
  write_picture(folder / "a,b/c/1.png", 7);
  EXPECT_EQ(open_image_set(specification(folder / "a,b"))->size(), 1);
  EXPECT_THAT(refusal("imagenet:", ErrorKind::usage), HasSubstr("no path"));
  EXPECT_THAT(refusal("imagenet:x,crop=0", ErrorKind::usage), HasSubstr("crop"));
  EXPECT_THAT(refusal("imagenet:x,crop=99999", ErrorKind::usage), HasSubstr("1..4096"));
  EXPECT_THAT(refusal("imagenet:x,crop=64,resize=32", ErrorKind::usage), HasSubstr("larger"));
  EXPECT_EQ(parse_image_folder_options("x,crop=32", "").crop.resize, 37);
  EXPECT_EQ(parse_image_folder_options("x", "").crop, (PictureCrop{224, 256}));
  EXPECT_EQ(with_option("imagenet:x", "crop", "32"), "imagenet:x,crop=32");
  EXPECT_THROW(with_option("imagenet:x,crop=3", "crop", "32"), Error);
  EXPECT_THROW(with_option("demo", "crop", "32"), Error);
}

TEST(ImageFolder, HashIsOfLabelsFilesAndCropNotOfNames) {
  const TemporaryFolder folder;
  write_picture(folder / "one/a/1.png", 7);
  write_picture(folder / "one/b/1.png", 8);
  write_picture(folder / "two/a/x.png", 7);
  write_picture(folder / "two/c/x.png", 8);
  write_picture(folder / "three/a/1.png", 7);
  write_picture(folder / "three/b/1.png", 9);
  const std::string hash = open_image_set(specification(folder / "one"))->hash();
  EXPECT_EQ(hash, open_image_set(specification(folder / "two"))->hash());
  EXPECT_NE(hash, open_image_set(specification(folder / "three"))->hash());
  EXPECT_NE(hash, open_image_set(specification(folder / "one", ",crop=9,resize=16"))->hash());
}

TEST(ImageFolder, AnImageIsTheSameWhateverThreadsReadIt) {
  const TemporaryFolder folder;
  constexpr std::int64_t kImages = 60;
  for (int i = 0; i < kImages; ++i) {
    fs::create_directories(folder / "c");
    test::write_bytes(folder / ("c/" + std::to_string(100 + i) + ".jpg"),
                      test::encoded(test::patterned_picture(30 + i, 50), ".jpg"));
  }
  const auto bytes = static_cast<std::size_t>(3 * 24 * 24);
  const auto read_all = [&](int threads) {
    const auto images = open_image_set(specification(folder.path(), ",crop=24"));
    std::vector<std::uint8_t> pixels(bytes * kImages);
    std::vector<std::jthread> readers;
    for (int t = 0; t < threads; ++t) {
      readers.emplace_back([&, t] {
        for (std::int64_t i = t; i < kImages; i += threads) {
          images->read(i, std::span(pixels).subspan(static_cast<std::size_t>(i) * bytes, bytes));
        }
      });
    }
    readers.clear();
    return pixels;
  };
  EXPECT_EQ(read_all(1), read_all(4));
}

TEST(SharedPictures, AreFiveHundredOfAThousandClasses) {
  ACIM_REQUIRE_SHARED("data/imagenet/labels.csv");
  const fs::path imagenet = test::shared_folder() / "data/imagenet";
  const auto images =
      open_image_set("imagenet:" + (imagenet / "images").string() + ",labels=" + (imagenet / "labels.csv").string());
  EXPECT_EQ(images->size(), 500);
  EXPECT_EQ(images->class_names().size(), 1000U);
  EXPECT_EQ(images->class_names()[static_cast<std::size_t>(images->label(0))], "goldfish");
  EXPECT_EQ(images->shape(), (ImageShape{3, 224, 224}));
  EXPECT_TRUE(images->broken_images().empty());
}

}  // namespace
}  // namespace acim
