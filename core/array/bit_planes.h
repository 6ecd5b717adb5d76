#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "array/mapping.h"

namespace acim {

/// Weight bits are kept in groups of this many: one word of rows of each stands side by side.
inline constexpr int kPlaneLanes = 8;

/// The stationary operand as bit planes: for each (output, chunk, group of 8 weight bits, word of 64 rows) eight 64-bit
/// words, one per weight bit; bit r of a word is row 64 word + r of the chunk.
class WeightPlanes {
 public:
  /// `weights`: [outputs][reduction], two's complement.
  WeightPlanes(std::span<const std::int16_t> weights, std::size_t outputs, std::size_t reduction,
               const std::vector<Chunk>& chunks, int weight_bits);

  int lane_groups() const { return lane_groups_; }
  /// words_of(chunk) * kPlaneLanes words.
  const std::uint64_t* planes(std::size_t output, std::size_t chunk, int lane_group) const {
    return words_.data() + output * words_per_output_ + chunk_offset_[chunk] +
           static_cast<std::size_t>(lane_group) * chunk_words_[chunk] * kPlaneLanes;
  }
  std::size_t words_of(std::size_t chunk) const { return chunk_words_[chunk]; }
  std::size_t size_in_bytes() const { return words_.size() * sizeof(std::uint64_t); }

 private:
  int lane_groups_;
  std::vector<std::size_t> chunk_words_;
  std::vector<std::size_t> chunk_offset_;
  std::size_t words_per_output_ = 0;
  std::vector<std::uint64_t> words_;
};

/// The streamed integers of one chunk as bit planes: [bit][word].
void activation_planes(std::span<const std::int16_t> values, int bits, std::size_t words,
                       std::span<std::uint64_t> planes);

/// counts[bit][lane] = rows where activation bit `bit` and weight bit `lane` are both 1.
void count_rows(std::span<const std::uint64_t> activation, const std::uint64_t* weights, int bits, std::size_t words,
                std::uint64_t* counts);

}  // namespace acim
