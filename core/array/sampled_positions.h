#pragma once

#include <cstdint>

#include "base/random.h"

namespace acim {

/// The index looked at in part `part` of `parts` equal parts of [0, count): not the part's first one, or positions
/// would all lie in the same columns of a picture. The same in every run.
inline std::int64_t sampled_index(std::int64_t count, std::int64_t part, std::int64_t parts) {
  const std::int64_t begin = part * count / parts;
  const std::int64_t end = (part + 1) * count / parts;
  if (end - begin <= 1) return begin;
  return begin +
         static_cast<std::int64_t>(mix64(static_cast<std::uint64_t>(part)) % static_cast<std::uint64_t>(end - begin));
}

}  // namespace acim
