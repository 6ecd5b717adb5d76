#pragma once

#include <cstdint>
#include <span>

namespace acim {

/// What is known of which of two points is the more accurate one.
enum class Verdict {
  open,    ///< not known yet
  first,   ///< the first
  second,  ///< the second
  level    ///< neither by as much as the tolerance
};

struct DecisionCriterion {
  double tolerance = 0.01;       ///< of accuracies; less is no difference
  std::int64_t comparisons = 1;  ///< that are to hold together
};

struct Decision {
  Verdict verdict = Verdict::open;
  std::int64_t images = 0;  ///< the first ones, that the verdict rests on; of an open one: that could be looked at
};

/// What each of so many verdicts may be wrong with, so that with 95 % confidence all of them hold (Bonferroni).
double error_of_each(std::int64_t verdicts);

/// The verdict on two points of which in `only_first` of the images only the first was right, in `only_second` only the
/// second. It is wrong with at most the chance `error`, at any number of images: the better one by the exact sign test
/// (McNemar's), level by exact_interval of both proportions.
Verdict judge(std::int64_t only_first, std::int64_t only_second, std::int64_t images, double tolerance, double error);

/// Which of two points that answered the same images is better, as early as that can be said. Judges the first 32, 64,
/// 128 ... images that have both answers (0 and up) and at last all that are labelled, each time with so small an error
/// that with 95 % confidence the verdicts of all comparisons at all looks hold (Bonferroni over both): it may be asked
/// while answers come in. The first look that decides is the one that counts, so more answers never change a verdict. A
/// point that has no answer to an image is not looked at beyond it.
Decision decide(std::span<const std::int16_t> labels, std::span<const std::int16_t> first,
                std::span<const std::int16_t> second, const DecisionCriterion& criterion);

}  // namespace acim
