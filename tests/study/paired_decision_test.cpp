#include "study/paired_decision.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace acim {
namespace {

using Answers = std::vector<std::int16_t>;

constexpr std::int16_t kRight = 3;
constexpr std::int16_t kWrong = 4;

Answers labels_of(std::size_t images) {
  return Answers(images, kRight);
}

/// Wrong at every `period`-th image.
Answers wrong_at_each(std::size_t period, std::size_t images) {
  Answers answers = labels_of(images);
  for (std::size_t image = period - 1; image < images; image += period) answers[image] = kWrong;
  return answers;
}

TEST(PairedDecision, IsForTheOneThatIsRightMoreOften) {
  const Answers good = wrong_at_each(20, 4096);
  const Answers bad = wrong_at_each(3, 4096);
  EXPECT_EQ(decide(labels_of(4096), good, bad, {}).verdict, Verdict::first);
  EXPECT_EQ(decide(labels_of(4096), bad, good, {}).verdict, Verdict::second);
}

TEST(PairedDecision, ComesAtTheFirstLookThatIsEnough) {
  const Answers good = labels_of(10000);
  EXPECT_EQ(decide(good, good, Answers(10000, kWrong), {}).images, 32);
  const Decision closer = decide(good, good, wrong_at_each(16, 10000), {});
  EXPECT_EQ(closer.verdict, Verdict::first);
  EXPECT_EQ(closer.images, 256);
}

TEST(PairedDecision, IsLevelWhereNoDifferenceAsLargeAsTheToleranceIsLeft) {
  const Answers same = wrong_at_each(4, 10000);
  const Decision level = decide(labels_of(10000), same, same, {});
  EXPECT_EQ(level.verdict, Verdict::level);
  EXPECT_LE(level.images, 1024);
  EXPECT_GT(decide(labels_of(10000), same, same, {.tolerance = 0.001}).images, level.images);
  EXPECT_EQ(decide(labels_of(200), labels_of(200), labels_of(200), {}).verdict, Verdict::open);
}

/// What a normal interval gets wrong most: answers that hardly ever differ.
TEST(PairedDecision, IsSeldomLevelWhereTheDifferenceIsTheTolerance) {
  constexpr int kStudies = 2000;
  std::mt19937 random(5);
  std::bernoulli_distribution lost(DecisionCriterion{}.tolerance);
  int wrongly_level = 0;
  const Answers right = labels_of(4096);
  for (int study = 0; study < kStudies; ++study) {
    Answers second = right;
    for (std::int16_t& answer : second) answer = lost(random) ? kWrong : kRight;
    wrongly_level += decide(right, right, second, {}).verdict == Verdict::level ? 1 : 0;
  }
  EXPECT_LE(wrongly_level, kStudies / 50) << "far below the 5 % that all looks may be wrong with";
}

TEST(PairedDecision, IsNeverLevelWithoutATolerance) {
  EXPECT_EQ(judge(0, 0, 50000, 0, 0.05), Verdict::open);
  EXPECT_EQ(judge(100, 0, 50000, 0, 1e-9), Verdict::first);
  EXPECT_EQ(judge(0, 0, 0, 0.01, 0.05), Verdict::open);
}

TEST(PairedDecision, OfManyTogetherAsksForMoreImages) {
  const Answers right = labels_of(10000);
  const Answers wrong = wrong_at_each(16, 10000);
  EXPECT_GT(decide(right, right, wrong, {.comparisons = 1000}).images, decide(right, right, wrong, {}).images);
}

TEST(PairedDecision, IsNeverTakenBackByMoreAnswers) {
  constexpr std::size_t kImages = 2000;
  std::mt19937 random(7);
  std::bernoulli_distribution right(0.8);
  Answers first;
  Answers second;
  for (std::size_t image = 0; image < kImages; ++image) {
    first.push_back(right(random) ? kRight : kWrong);
    // The better one at first, the worse one later.
    second.push_back(image < 200 || image % 3 == 0 ? kRight : kWrong);
  }
  Decision known;
  for (std::size_t answered = 0; answered <= kImages; answered += 50) {
    Answers so_far = second;
    for (std::size_t image = answered; image < kImages; ++image) so_far[image] = -1;
    const Decision now = decide(labels_of(kImages), first, so_far, {});
    if (known.verdict != Verdict::open) {
      EXPECT_EQ(now.verdict, known.verdict);
      EXPECT_EQ(now.images, known.images);
    }
    known = now;
  }
  EXPECT_EQ(known.verdict, Verdict::second);
}

TEST(PairedDecision, DoesNotLookBeyondAnImageThatIsNotAnswered) {
  Answers gap = labels_of(4096);
  gap[40] = -1;
  const Decision decision = decide(labels_of(4096), gap, wrong_at_each(20, 4096), {});
  EXPECT_EQ(decision.verdict, Verdict::open);
  EXPECT_EQ(decision.images, 32);
  EXPECT_EQ(decide({}, {}, {}, {}).verdict, Verdict::open);
  EXPECT_EQ(decide(labels_of(10), Answers{}, labels_of(10), {}).images, 0);
}

/// Two that are equally good, looked at again and again: what a plain 95 % interval at each look would call different
/// far more often than once in twenty.
TEST(PairedDecision, OfEqualsIsSeldomForOneHoweverOftenLookedAt) {
  constexpr int kStudies = 400;
  std::mt19937 random(11);
  std::bernoulli_distribution right(0.7);
  int wrongly_decided = 0;
  for (int study = 0; study < kStudies; ++study) {
    Answers first;
    Answers second;
    for (int image = 0; image < 1024; ++image) {
      first.push_back(right(random) ? kRight : kWrong);
      second.push_back(right(random) ? kRight : kWrong);
    }
    const Verdict verdict = decide(labels_of(1024), first, second, {}).verdict;
    wrongly_decided += verdict == Verdict::first || verdict == Verdict::second ? 1 : 0;
  }
  EXPECT_LE(wrongly_decided, kStudies / 20);
}

}  // namespace
}  // namespace acim
