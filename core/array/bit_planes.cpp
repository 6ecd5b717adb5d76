#include "array/bit_planes.h"

#include <algorithm>
#include <bit>

namespace acim {
namespace {

constexpr std::size_t kWordRows = 64;

}  // namespace

WeightPlanes::WeightPlanes(std::span<const std::int16_t> weights, std::size_t outputs, std::size_t reduction,
                           const std::vector<Chunk>& chunks, int weight_bits)
    : lane_groups_((weight_bits + kPlaneLanes - 1) / kPlaneLanes) {
  for (const Chunk& chunk : chunks) {
    chunk_offset_.push_back(words_per_output_);
    chunk_words_.push_back((static_cast<std::size_t>(chunk.length()) + kWordRows - 1) / kWordRows);
    words_per_output_ += chunk_words_.back() * kPlaneLanes * static_cast<std::size_t>(lane_groups_);
  }
  words_.resize(outputs * words_per_output_);
  for (std::size_t output = 0; output < outputs; ++output) {
    for (std::size_t c = 0; c < chunks.size(); ++c) {
      std::uint64_t* chunk_words = words_.data() + output * words_per_output_ + chunk_offset_[c];
      for (std::int64_t k = chunks[c].begin; k < chunks[c].end; ++k) {
        const auto bits = static_cast<std::uint16_t>(weights[output * reduction + static_cast<std::size_t>(k)]);
        const auto row = static_cast<std::size_t>(k - chunks[c].begin);
        for (int i = 0; i < weight_bits; ++i) {
          const auto lane_group = static_cast<std::size_t>(i / kPlaneLanes);
          const auto lane = static_cast<std::size_t>(i % kPlaneLanes);
          const std::size_t word = (lane_group * chunk_words_[c] + row / kWordRows) * kPlaneLanes + lane;
          chunk_words[word] |= static_cast<std::uint64_t>(bits >> static_cast<unsigned>(i) & 1U) << row % kWordRows;
        }
      }
    }
  }
}

void activation_planes(std::span<const std::int16_t> values, int bits, std::size_t words,
                       std::span<std::uint64_t> planes) {
  std::fill(planes.begin(), planes.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(bits) * words), 0);
  for (std::size_t row = 0; row < values.size(); ++row) {
    const auto pattern = static_cast<std::uint16_t>(values[row]);
    if (pattern == 0) continue;
    for (int bit = 0; bit < bits; ++bit) {
      planes[static_cast<std::size_t>(bit) * words + row / kWordRows] |=
          static_cast<std::uint64_t>(pattern >> static_cast<unsigned>(bit) & 1U) << row % kWordRows;
    }
  }
}

// Every x86-64 processor of the last fifteen years counts bits in one instruction; the plain code stays for the others.
#if defined(__x86_64__) && !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__)
[[gnu::target_clones("default", "popcnt")]]
#endif
void count_rows(std::span<const std::uint64_t> activation, const std::uint64_t* weights, int bits, std::size_t words,
                std::uint64_t* counts) {
  for (std::size_t bit = 0; bit < static_cast<std::size_t>(bits); ++bit) {
    std::uint64_t sums[kPlaneLanes] = {};
    for (std::size_t word = 0; word < words; ++word) {
      const std::uint64_t rows_on = activation[bit * words + word];
      const std::uint64_t* cells = weights + word * kPlaneLanes;
      for (std::size_t lane = 0; lane < kPlaneLanes; ++lane) {
        sums[lane] += static_cast<std::uint64_t>(std::popcount(rows_on & cells[lane]));
      }
    }
    std::copy_n(sums, kPlaneLanes, counts + bit * kPlaneLanes);
  }
}

}  // namespace acim
