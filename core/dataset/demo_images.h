#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace acim::demo {

inline constexpr int kClasses = 10;
inline constexpr std::int64_t kSide = 32;

/// disc, ring, square ...: index = label.
const std::array<std::string, kClasses>& class_names();

/// Which of the two disjoint streams of images.
enum class Split { test, train };

/// Classes take turns, so that every run of ten images has one of each.
inline int label_of(std::int64_t index) {
  return static_cast<int>(index % kClasses);
}

/// Draws image `index`, a pure function of its arguments, as 3 * 32 * 32 bytes (R plane, G plane, B plane).
void draw(std::uint64_t seed, Split split, std::int64_t index, std::span<std::uint8_t> pixels);

}  // namespace acim::demo
