#include "study/paired_decision.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <vector>

#include "base/interval.h"
#include "study/confusion.h"

namespace acim {

namespace {

constexpr std::size_t kFirstLook = 32;

/// How many images each look takes, of so many.
std::vector<std::size_t> look_schedule(std::size_t images) {
  std::vector<std::size_t> looks;
  for (std::size_t look = kFirstLook; look < images; look *= 2) looks.push_back(look);
  looks.push_back(images);
  return looks;
}

/// Images, from the first, that have both answers.
std::size_t answered_by_both(std::span<const std::int16_t> first, std::span<const std::int16_t> second) {
  std::size_t images = 0;
  while (images < std::min(first.size(), second.size()) && first[images] >= 0 && second[images] >= 0) ++images;
  return images;
}

}  // namespace

double error_of_each(std::int64_t verdicts) {
  return 0.05 / static_cast<double>(std::max<std::int64_t>(verdicts, 1));
}

Verdict judge(std::int64_t only_first, std::int64_t only_second, std::int64_t images, double tolerance, double error) {
  const std::int64_t more = std::max(only_first, only_second);
  if (chance_of_at_least(more, only_first + only_second, 0.5) <= error / 2)
    return only_first > only_second ? Verdict::first : Verdict::second;
  if (static_cast<double>(std::abs(only_first - only_second)) >= tolerance * static_cast<double>(images))
    return Verdict::open;
  // A difference rests on two bounds, which share the error of its side.
  const Interval first = exact_interval(only_first, images, error / 4);
  const Interval second = exact_interval(only_second, images, error / 4);
  const bool level = first.high - second.low < tolerance && second.high - first.low < tolerance;
  return level ? Verdict::level : Verdict::open;
}

Decision decide(std::span<const std::int16_t> labels, std::span<const std::int16_t> first,
                std::span<const std::int16_t> second, const DecisionCriterion& criterion) {
  const std::size_t answered = std::min(labels.size(), answered_by_both(first, second));
  const std::vector<std::size_t> looks = look_schedule(labels.size());
  const double error = error_of_each(std::ssize(looks) * std::max<std::int64_t>(criterion.comparisons, 1));
  Decision decision;
  PairedCounts counts;
  std::size_t counted = 0;
  for (const std::size_t look : looks) {
    if (look > answered || look == 0) break;
    const std::size_t more = look - counted;
    const PairedCounts next =
        paired_counts(labels.subspan(counted, more), first.subspan(counted, more), second.subspan(counted, more));
    counts.only_first += next.only_first;
    counts.only_second += next.only_second;
    counted = look;
    decision.images = static_cast<std::int64_t>(look);
    decision.verdict = judge(counts.only_first, counts.only_second, decision.images, criterion.tolerance, error);
    if (decision.verdict != Verdict::open) break;
  }
  return decision;
}

}  // namespace acim
