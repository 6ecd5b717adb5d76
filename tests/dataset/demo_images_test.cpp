#include <gmock/gmock.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"
#include "dataset/image_set.h"

namespace acim {
namespace {

std::vector<std::uint8_t> image(const ImageSet& images, std::int64_t index) {
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(images.shape().bytes()));
  images.read(index, pixels);
  return pixels;
}

TEST(DemoImages, AreTheOnesTheDemoNetworkWasTrainedFor) {
  // When drawing is changed on purpose: train the demo network again and put the new hashes here.
  EXPECT_EQ(open_image_set("demo:count=500")->hash(),
            "4ab6b69cb4d8d35a83935fb5a7a15b182a1a120388d17a662540d4abbb29321e");
  EXPECT_EQ(open_image_set("demo-train:count=500")->hash(),
            "0fdd48ffa3de32674c15322ed0418563c4a8325d2e7736dcc8be17ced08aa8b5");
}

TEST(DemoImages, HaveEachClassEquallyOftenInEveryRunOfTen) {
  const auto images = open_image_set("demo");
  ASSERT_EQ(images->size(), 2000);
  ASSERT_EQ(images->class_names().size(), 10U);
  for (std::int64_t first = 0; first < images->size(); first += 10) {
    std::array<int, 10> counts = {};
    for (std::int64_t i = first; i < first + 10; ++i) ++counts.at(static_cast<std::size_t>(images->label(i)));
    EXPECT_THAT(counts, ::testing::Each(1));
  }
}

TEST(DemoImages, DependOnSeedSplitAndIndexAlone) {
  const auto few = open_image_set("demo:count=10");
  const auto many = open_image_set("demo:COUNT=1000,SEED=1");
  EXPECT_EQ(image(*few, 7), image(*many, 7));
  EXPECT_NE(image(*many, 7), image(*many, 17));
  EXPECT_NE(image(*few, 7), image(*open_image_set("demo:seed=2"), 7));
  EXPECT_NE(image(*few, 7), image(*open_image_set("demo-train"), 7));
  EXPECT_EQ(image(*open_image_set("demo:SPLIT=train"), 7), image(*open_image_set("demo-train"), 7));
  EXPECT_EQ(open_image_set("demo-train")->size(), 20000);
}

TEST(DemoImages, UseTheWholeRangeOfBrightness) {
  const auto images = open_image_set("demo:count=200");
  std::array<std::int64_t, 256> histogram = {};
  for (std::int64_t i = 0; i < images->size(); ++i) {
    for (const std::uint8_t value : image(*images, i)) ++histogram.at(value);
  }
  const std::int64_t total = images->size() * images->shape().bytes();
  EXPECT_LT(histogram.front() + histogram.back(), total / 10);
  for (std::size_t value = 1; value < 255; ++value) EXPECT_GT(histogram.at(value), 0) << value;
}

TEST(DemoImages, RefuseWrongOptions) {
  for (const char* wrong : {"demo:count=0", "demo:count=1000001", "demo:count=1e3", "demo:count=-1",
                            "demo:seed=", "demo:split=val", "demo:size=3", "demo:count", "demo:,"}) {
    SCOPED_TRACE(wrong);
    try {
      open_image_set(wrong);
      ADD_FAILURE() << "accepted";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      EXPECT_EQ(error.where(), wrong);
    }
  }
}

TEST(DemoImages, RefuseAnIndexOutsideTheSet) {
  const auto images = open_image_set("demo:count=10");
  std::vector<std::uint8_t> pixels(3072);
  EXPECT_THROW(images->read(10, pixels), Error);
  EXPECT_THROW(images->read(-1, pixels), Error);
  pixels.resize(100);
  EXPECT_THROW(images->read(0, pixels), Error);
}

}  // namespace
}  // namespace acim
