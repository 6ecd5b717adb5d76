#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace acim {

/// Levenshtein's distance: insertions, deletions and substitutions of one character.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The word with the least edit distance, the first of equals; words is not empty.
std::string_view nearest_of(std::span<const std::string_view> words, std::string_view word);

}  // namespace acim
