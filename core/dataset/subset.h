#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/image_set.h"

namespace acim {

/// Which images of a set are used, and in which order.
struct Subset {
  enum class Choice {
    first,     ///< in the set's own order
    random,    ///< drawn without replacement
    balanced,  ///< one image of each class, then another of each ...; drawn within each class
  };
  Choice choice = Choice::first;
  std::int64_t count = 0;  ///< at most this many; 0: all
  std::uint64_t seed = 1;
  bool operator==(const Subset&) const = default;
};

/// "first:N", "random:N[:SEED]", "balanced:N[:SEED]"; N may be "all". Error(usage) names `where`.
Subset parse_subset(std::string_view text, const std::string& where);
/// What parse_subset() reads.
std::string subset_text(const Subset& subset);

/// Takes ",subset=..." (after a kind without options also ":subset=...") off a data set's specification.
std::optional<Subset> take_subset(std::string& specification);

/// All images in the order in which a subset takes them: its first `count` are the subset. So a smaller subset of the
/// same seed is the beginning of a larger one. A pure function of labels, choice and seed.
std::vector<std::int64_t> subset_order(const Subset& subset, std::span<const int> labels);

/// A view of the first `count` images of that order. Error(usage) when there are not as many.
std::shared_ptr<const ImageSet> take_subset_of(std::shared_ptr<const ImageSet> images, const Subset& subset);

}  // namespace acim
