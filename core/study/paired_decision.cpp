#include "study/paired_decision.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/interval.h"
#include "base/random.h"
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

Verdict verdict_of(const PairedCounts& counts, double tolerance, double z) {
  const Interval lead = paired_difference_interval(counts.only_first, counts.only_second, counts.images, z);
  if (lead.low > 0) return Verdict::first;
  if (lead.high < 0) return Verdict::second;
  return lead.low > -tolerance && lead.high < tolerance ? Verdict::level : Verdict::open;
}

}  // namespace

Decision decide(std::span<const std::int16_t> labels, std::span<const std::int16_t> first,
                std::span<const std::int16_t> second, const DecisionCriterion& criterion) {
  const std::size_t answered = std::min(labels.size(), answered_by_both(first, second));
  const std::vector<std::size_t> looks = look_schedule(labels.size());
  const auto all =
      static_cast<double>(looks.size()) * static_cast<double>(std::max<std::int64_t>(criterion.comparisons, 1));
  const double z = normal_quantile(1 - 0.025 / all);
  Decision decision;
  for (const std::size_t look : looks) {
    if (look > answered || look == 0) break;
    decision.images = static_cast<std::int64_t>(look);
    decision.verdict =
        verdict_of(paired_counts(labels.first(look), first.first(look), second.first(look)), criterion.tolerance, z);
    if (decision.verdict != Verdict::open) break;
  }
  return decision;
}

}  // namespace acim
