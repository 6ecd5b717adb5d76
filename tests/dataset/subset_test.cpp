#include "dataset/subset.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "dataset/image_set.h"

namespace acim {
namespace {

using ::testing::HasSubstr;

std::vector<std::int64_t> first_of(const Subset& subset, std::span<const int> labels, std::size_t count) {
  std::vector<std::int64_t> order = subset_order(subset, labels);
  order.resize(count);
  return order;
}

TEST(Subset, FirstKeepsTheOrder) {
  const std::vector<int> labels(20, 0);
  EXPECT_EQ(first_of({}, labels, 3), (std::vector<std::int64_t>{0, 1, 2}));
}

TEST(Subset, RandomTakesEachImageOnceAndDependsOnTheSeed) {
  const std::vector<int> labels(1000, 0);
  const Subset one = {.choice = Subset::Choice::random, .seed = 1};
  const Subset two = {.choice = Subset::Choice::random, .seed = 2};
  const auto order = subset_order(one, labels);
  EXPECT_EQ(std::set<std::int64_t>(order.begin(), order.end()).size(), 1000U);
  EXPECT_EQ(order, subset_order(one, labels));
  EXPECT_NE(order, subset_order(two, labels));
  // Neither end is preferred: the mean place of the first hundred is near the middle.
  double sum = 0;
  for (std::size_t i = 0; i < 100; ++i) sum += static_cast<double>(order[i]);
  EXPECT_NEAR(sum / 100, 499.5, 120);
}

TEST(Subset, BalancedTakesAsManyOfEachClass) {
  std::vector<int> labels;
  for (int i = 0; i < 300; ++i) labels.push_back(i < 200 ? 0 : i < 290 ? 1 : 2);
  const Subset subset = {.choice = Subset::Choice::balanced, .seed = 5};
  std::vector<int> counts(3);
  for (const std::int64_t index : first_of(subset, labels, 30))
    ++counts[static_cast<std::size_t>(labels[static_cast<std::size_t>(index)])];
  EXPECT_EQ(counts, (std::vector<int>{10, 10, 10}));
  const auto all = subset_order(subset, labels);
  EXPECT_EQ(std::set<std::int64_t>(all.begin(), all.end()).size(), 300U);
}

TEST(Subset, ACutOfABalancedRoundPrefersNoClass) {
  std::vector<int> labels;
  for (int i = 0; i < 1000; ++i) labels.push_back(i / 10);
  std::set<int> seen;
  const Subset subset = {.choice = Subset::Choice::balanced, .seed = 3};
  for (const std::int64_t index : first_of(subset, labels, 50)) seen.insert(labels[static_cast<std::size_t>(index)]);
  EXPECT_EQ(seen.size(), 50U);
  EXPECT_TRUE(std::any_of(seen.begin(), seen.end(), [](int label) { return label >= 50; }));
}

TEST(Subset, IsPartOfEverySpecification) {
  const auto images = open_image_set("demo:seed=2,count=200,subset=random:20:7");
  const auto whole = open_image_set("demo:seed=2,count=200");
  ASSERT_EQ(images->size(), 20);
  const auto order = subset_order({.choice = Subset::Choice::random, .seed = 7}, std::vector<int>(200));
  std::vector<std::uint8_t> pixels(3072);
  std::vector<std::uint8_t> expected(3072);
  for (std::int64_t i = 0; i < 20; ++i) {
    const std::int64_t from = order[static_cast<std::size_t>(i)];
    images->read(i, pixels);
    whole->read(from, expected);
    EXPECT_EQ(pixels, expected);
    EXPECT_EQ(images->label(i), whole->label(from));
  }
  EXPECT_NE(images->hash(), whole->hash());
  EXPECT_EQ(open_image_set("demo,subset=first:3")->size(), 3);
  const auto all = open_image_set("demo:seed=2,count=200,subset=random:all:7");
  ASSERT_EQ(all->size(), 200);
  for (std::int64_t i = 0; i < 20; ++i) EXPECT_EQ(all->label(i), images->label(i));
  EXPECT_EQ(open_image_set("demo:subset=balanced:30")->size(), 30);
}

TEST(Subset, TakesItselfOffTheSpecification) {
  std::string text = "imagenet:a,b/c,subset=random:5:9,crop=32";
  const auto subset = take_subset(text);
  ASSERT_TRUE(subset);
  EXPECT_EQ(subset_text(*subset), "random:5:9");
  EXPECT_EQ(text, "imagenet:a,b/c,crop=32");
  text = "cifar10:/data:subset=first:3";
  EXPECT_FALSE(take_subset(text));  // a path may be called so
  text = "demo:subset=first:3,seed=2";
  EXPECT_EQ(subset_text(*take_subset(text)), "first:3");
  EXPECT_EQ(text, "demo:seed=2");
}

TEST(Subset, RefusesWhatItCannotTake) {
  for (const char* text : {"demo,subset=some:3", "demo,subset=random", "demo,subset=random:0", "demo,subset=first:3:4",
                           "demo,subset=random:3:x", "demo,subset=balanced:-3", "demo,subset="}) {
    try {
      open_image_set(text);
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      EXPECT_THAT(error.what(), HasSubstr("balanced:N"));
    }
  }
  try {
    open_image_set("demo:count=10,subset=random:11");
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("11 images are asked for, there are 10"));
  }
}

}  // namespace
}  // namespace acim
