#include "dataset/label_table.h"

#include <gmock/gmock.h>

#include <fstream>
#include <functional>
#include <string>

#include "base/error.h"
#include "test_files.h"

namespace acim {
namespace {

using test::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::filesystem::path file_of(const TemporaryFolder& folder, const std::string& text) {
  std::ofstream(folder / "file.txt", std::ios::binary) << text;
  return folder / "file.txt";
}

std::string refusal(const std::function<void()>& read) {
  try {
    read();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  ADD_FAILURE() << "accepted";
  return "";
}

TEST(LabelTable, FindsItsColumnsByNameInAnyOrder) {
  const TemporaryFolder folder;
  const auto rows = read_label_table(
      file_of(folder,
              "\xEF\xBB\xBFLicense,CLASS,synset, "
              "FileName\r\nby,7,n01491361,a.jpg\r\n\r\n\"x,\"\"y\"\"\nz\",8,n01494475,\"b,1.jpg\"\r\n"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].file, "a.jpg");
  EXPECT_EQ(rows[0].label, 7);
  EXPECT_EQ(rows[0].synset, "n01491361");
  EXPECT_EQ(rows[1].file, "b,1.jpg");
  EXPECT_EQ(rows[1].line, 4U);
}

TEST(LabelTable, ReadsTheOfficialSolutionFile) {
  const TemporaryFolder folder;
  const auto rows =
      read_label_table(file_of(folder, "ImageId,PredictionString\nILSVRC2012_val_00048981,n03995372 85 1 499 272 \n"));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].file, "ILSVRC2012_val_00048981");
  EXPECT_EQ(rows[0].synset, "n03995372");
  EXPECT_FALSE(rows[0].label);
}

TEST(LabelTable, RefusesWhatIsNone) {
  const TemporaryFolder folder;
  const auto read = [&](const std::string& text) { return refusal([&] { read_label_table(file_of(folder, text)); }); };
  EXPECT_THAT(read(""), HasSubstr("empty"));
  EXPECT_THAT(read("file,author\na.jpg,me\n"), HasSubstr("No column names the classes; the header is: file, author"));
  EXPECT_THAT(read("class,author\n1,me\n"), HasSubstr("No column names the files"));
  EXPECT_THAT(read("file,class\n"), HasSubstr("no rows"));
  EXPECT_THAT(read("file,class\na.jpg,1\nb.jpg\n"), HasSubstr("line 3"));
  EXPECT_THAT(read("file,class\n,1\n"), HasSubstr("names no file"));
  EXPECT_THAT(read("file,class\na.jpg,\n"), HasSubstr("names no class"));
  EXPECT_THAT(read("file,class\n\"a.jpg,1\n"), HasSubstr("quotation mark is not closed"));
  EXPECT_THAT(read(std::string(100000, ',')), HasSubstr("columns"));
  EXPECT_THAT(refusal([&] { read_label_table(folder / "none.csv"); }), HasSubstr("none.csv"));
}

TEST(ClassList, ShowsTheFirstNameUnlessItIsAmbiguous) {
  const TemporaryFolder folder;
  const ClassList classes = read_class_list(
      file_of(folder, "n01440764\ttench, Tinca tinca\nn02012849 crane\nn03126707\tcrane, lifting crane\nplain name\n"));
  EXPECT_THAT(classes.names, ElementsAre("tench", "crane", "crane, lifting crane", "plain name"));
  EXPECT_THAT(classes.synsets, ElementsAre("n01440764", "n02012849", "n03126707", ""));
  EXPECT_EQ(classes.find("n03126707"), 2);
  EXPECT_EQ(classes.find("plain name"), 3);
  EXPECT_EQ(classes.find("1"), 1);
  EXPECT_FALSE(classes.find("4"));
  EXPECT_FALSE(classes.find("dog"));
  EXPECT_FALSE(classes.find(""));
}

TEST(ClassList, RefusesAnEmptyFileAndAGap) {
  const TemporaryFolder folder;
  EXPECT_THAT(refusal([&] { read_class_list(file_of(folder, "\n")); }), HasSubstr("empty"));
  EXPECT_THAT(refusal([&] { read_class_list(file_of(folder, "a\n\nb\n")); }), HasSubstr("line 2"));
}

}  // namespace
}  // namespace acim
