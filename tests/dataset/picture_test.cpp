#include "dataset/picture.h"

#include <gmock/gmock.h>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/hash.h"
#include "dataset/picture_crop.h"
#include "pictures.h"

namespace acim {
namespace {

using ::testing::HasSubstr;
using Bytes = std::vector<std::byte>;

TEST(Picture, PngComesBackAsItWas) {
  const Picture picture = test::patterned_picture(37, 21);
  const Bytes file = test::encoded(picture, ".png");
  EXPECT_FALSE(picture_defect(file));
  const Picture read = decode_picture(file, "picture");
  EXPECT_EQ(read.width, 37);
  EXPECT_EQ(read.height, 21);
  EXPECT_EQ(read.rgb, picture.rgb);
}

TEST(Picture, JpegIsWholeAndOfItsColour) {
  Picture red{40, 24, {}};
  for (int i = 0; i < 40 * 24; ++i) {
    for (const int value : {200, 30, 60}) red.rgb.push_back(static_cast<std::uint8_t>(value));
  }
  const Bytes file = test::encoded(red, ".jpg");
  EXPECT_FALSE(picture_defect(file));
  const Picture read = decode_picture(file, "picture");
  ASSERT_EQ(read.rgb.size(), red.rgb.size());
  EXPECT_NEAR(read.rgb[0], 200, 4);
  EXPECT_NEAR(read.rgb[1], 30, 4);
  EXPECT_NEAR(read.rgb[2], 60, 4);
}

TEST(Picture, GreyIsRepeatedAndTransparencyDropped) {
  std::vector<std::uint8_t> file;
  cv::imencode(".png", cv::Mat(5, 4, CV_8UC1, cv::Scalar(77)), file);
  EXPECT_EQ(decode_picture(std::as_bytes(std::span(file)), "grey").rgb, std::vector<std::uint8_t>(60, 77));
  cv::imencode(".png", cv::Mat(5, 4, CV_8UC4, cv::Scalar(9, 9, 9, 0)), file);
  EXPECT_EQ(decode_picture(std::as_bytes(std::span(file)), "transparent").rgb, std::vector<std::uint8_t>(60, 9));
}

TEST(PictureDefect, EveryTruncationIsSeen) {
  for (const char* ending : {".png", ".jpg"}) {
    SCOPED_TRACE(ending);
    const Bytes file = test::encoded(test::patterned_picture(40, 30), ending);
    for (std::size_t length = 0; length < file.size() - 1; ++length) {
      EXPECT_TRUE(picture_defect(std::span(file).first(length))) << length;
    }
  }
}

TEST(PictureDefect, AFlippedByteOfAPngIsSeen) {
  const Bytes file = test::encoded(test::patterned_picture(20, 20), ".png");
  for (std::size_t i = 0; i < file.size(); ++i) {
    Bytes damaged = file;
    damaged[i] ^= std::byte{0x10};
    EXPECT_TRUE(picture_defect(damaged)) << i;
  }
}

TEST(PictureDefect, ClaimedSizesAreCheckedBeforeDecoding) {
  Bytes jpeg = test::encoded(test::patterned_picture(40, 30), ".jpg");
  std::size_t frame = 2;
  while (jpeg[frame + 1] != std::byte{0xC0}) {
    frame += 2 + (std::to_integer<std::size_t>(jpeg[frame + 2]) << 8U) + std::to_integer<std::size_t>(jpeg[frame + 3]);
  }
  for (std::size_t i = 5; i < 9; ++i) jpeg[frame + i] = std::byte{0xFF};
  EXPECT_THAT(picture_defect(jpeg).value_or(Phrase()).text(), HasSubstr("claims 65535 x 65535 pixels"));
  for (std::size_t i = 5; i < 7; ++i) jpeg[frame + i] = std::byte{0};
  EXPECT_THAT(picture_defect(jpeg).value_or(Phrase()).text(), HasSubstr("65535 x 0 pixels"));
}

TEST(PictureDefect, OtherFilesAreNoPictures) {
  EXPECT_EQ(picture_defect({}).value_or(Phrase()).text(), "is empty");
  const std::string text = "GIF89a and what follows";
  EXPECT_EQ(picture_defect(std::as_bytes(std::span(text))).value_or(Phrase()).text(), "is no JPEG or PNG picture");
}

std::vector<std::uint8_t> crop(const Picture& picture, const PictureCrop& how) {
  std::vector<std::uint8_t> planes(static_cast<std::size_t>(3 * how.crop * how.crop));
  crop_picture(picture, how, planes);
  return planes;
}

// SHA-256 of what Pillow 9.4 makes of the same picture: resize(BILINEAR) as torchvision's Resize asks for it, then the
// crop at round((size - crop) / 2).
TEST(PictureCrop, IsThatOfPillow) {
  const std::vector<std::tuple<std::int64_t, std::int64_t, PictureCrop, const char*>> cases = {
      {61, 40, {21, 24}, "335fabb8b280fcff798a4588a77298247e701c3ce8e41d6bf5988d9e16ded5da"},
      {10, 17, {20, 24}, "f727faab32d57fd5c127ae90737326bff45cc7d854c830986c9d01b7d3a69d42"},
      {32, 32, {28, 32}, "8862b90a7782822896a3f4385b1b3ff2d33a2ac23dca2f4364de02a4b062b25f"},
      {500, 375, {224, 256}, "628998e6526c1b59f01dd54c448a16e990065c30809e0d35a761204f5e5584df"},
      {75, 75, {39, 40}, "236b2221826b695ffb2e4dcff579f6591242136db96b62d8591b0ddb46d861d7"}};
  for (const auto& [width, height, how, hash] : cases) {
    const auto planes = crop(test::patterned_picture(width, height), how);
    EXPECT_EQ(sha256_hex(std::as_bytes(std::span(planes))), hash) << width << "x" << height;
  }
}

TEST(PictureCrop, TakesPicturesOfOnePixelAndOfExtremeForms) {
  for (const auto& [width, height] : std::vector<std::pair<std::int64_t, std::int64_t>>{{1, 1}, {1, 3000}, {3000, 1}}) {
    Picture picture{width, height, {}};
    picture.rgb.assign(static_cast<std::size_t>(width * height * 3), 123);
    EXPECT_EQ(crop(picture, {8, 9}), std::vector<std::uint8_t>(192, 123));
  }
}

}  // namespace
}  // namespace acim
