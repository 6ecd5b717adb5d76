#include "dense_limit.h"

#include <immintrin.h>

#include <algorithm>
#include <bit>

#include "base/random.h"

namespace acim::bench {
namespace {

constexpr std::size_t kLanes = 8;       // outputs of a vector
constexpr std::size_t kWeightBits = 4;  // in registers
constexpr std::size_t kMostWords = 4;   // in registers, of each weight bit
constexpr std::size_t kCounts = kWeightBits * kLanes;

#define ACIM_POPCOUNT_TARGET [[gnu::target("avx512f,avx512vpopcntdq"), gnu::noinline]]

/// Counts of `pairs` windows of kWords words against kWeightBits x kLanes columns; `more` adds to those that are there.
template <std::size_t kWords, bool kMore>
ACIM_POPCOUNT_TARGET void count_words(const std::uint64_t* weights, const std::uint64_t* activations,
                                      std::size_t stride, std::size_t pairs, std::uint64_t* counts) {
  __m512i columns[kWords][kWeightBits];
#pragma GCC unroll 4
  for (std::size_t word = 0; word < kWords; ++word) {
#pragma GCC unroll 4
    for (std::size_t bit = 0; bit < kWeightBits; ++bit) {
      columns[word][bit] = _mm512_loadu_si512(weights + (word * kWeightBits + bit) * kLanes);
    }
  }
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    __m512i rows[kWords];
#pragma GCC unroll 4
    for (std::size_t word = 0; word < kWords; ++word) {
      rows[word] = _mm512_set1_epi64(static_cast<long long>(activations[pair * stride + word]));
    }
#pragma GCC unroll 4
    for (std::size_t bit = 0; bit < kWeightBits; ++bit) {
      std::uint64_t* place = counts + pair * kCounts + bit * kLanes;
      __m512i sum = _mm512_popcnt_epi64(_mm512_and_si512(rows[0], columns[0][bit]));
      if constexpr (kMore) sum = _mm512_add_epi64(sum, _mm512_loadu_si512(place));
#pragma GCC unroll 4
      for (std::size_t word = 1; word < kWords; ++word) {
        sum = _mm512_add_epi64(sum, _mm512_popcnt_epi64(_mm512_and_si512(rows[word], columns[word][bit])));
      }
      _mm512_storeu_si512(place, sum);
    }
  }
}

template <bool kMore>
void count_some_words(std::size_t words, const std::uint64_t* weights, const std::uint64_t* activations,
                      std::size_t stride, std::size_t pairs, std::uint64_t* counts) {
  switch (words) {
    case 1:
      return count_words<1, kMore>(weights, activations, stride, pairs, counts);
    case 2:
      return count_words<2, kMore>(weights, activations, stride, pairs, counts);
    case 3:
      return count_words<3, kMore>(weights, activations, stride, pairs, counts);
    default:
      return count_words<4, kMore>(weights, activations, stride, pairs, counts);
  }
}

std::vector<Chunk> chunks_of(const LayerGeometry& geometry, const MacroParameters& macro) {
  return acim::chunks_of(geometry.reduction(), geometry.elements_per_channel(), macro.rows, macro.mapping);
}

std::vector<int> words_of(const LayerGeometry& geometry, const MacroParameters& macro) {
  std::vector<int> words;
  for (const Chunk& chunk : chunks_of(geometry, macro)) words.push_back(static_cast<int>((chunk.length() + 63) / 64));
  return words;
}

std::vector<std::uint64_t> random_words(std::size_t count) {
  std::vector<std::uint64_t> words(count);
  for (std::size_t at = 0; at < count; ++at) words[at] = mix64(at);
  return words;
}

}  // namespace

DenseLimit::DenseLimit(const LayerGeometry& geometry, const MacroParameters& macro)
    : DenseLimit(geometry, macro, words_of(geometry, macro)) {}

DenseLimit::DenseLimit(const LayerGeometry& geometry, const MacroParameters& macro, int words)
    : DenseLimit(geometry, macro, std::vector<int>(chunks_of(geometry, macro).size(), words)) {}

DenseLimit::DenseLimit(const LayerGeometry& geometry, const MacroParameters& macro, std::vector<int> words)
    : words_(std::move(words)),
      most_words_(static_cast<std::size_t>(*std::max_element(words_.begin(), words_.end()))),
      tiles_((static_cast<std::size_t>(geometry.positions() * macro.activation_bits) + kTile - 1) / kTile),
      blocks_((static_cast<std::size_t>(geometry.outputs) + kLanes - 1) / kLanes *
              ((static_cast<std::size_t>(macro.weight_bits) + kWeightBits - 1) / kWeightBits)),
      weights_(random_words(words_.size() * blocks_ * most_words_ * kCounts)),
      activations_(random_words(words_.size() * kTile * most_words_)),
      counts_(kTile * kCounts) {}

bool DenseLimit::available() {
  return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512vpopcntdq") != 0;
}

double DenseLimit::conversions() const {
  return static_cast<double>(tiles_ * words_.size() * blocks_ * kTile * kCounts);
}

std::uint64_t DenseLimit::run() {
  for (std::size_t tile = 0; tile < tiles_; ++tile) {
    for (std::size_t chunk = 0; chunk < words_.size(); ++chunk) {
      const std::uint64_t* rows = activations_.data() + chunk * kTile * most_words_;
      const auto words = static_cast<std::size_t>(words_[chunk]);
      for (std::size_t block = 0; block < blocks_; ++block) {
        const std::uint64_t* columns = weights_.data() + (chunk * blocks_ + block) * most_words_ * kCounts;
        count_some_words<false>(std::min(words, kMostWords), columns, rows, most_words_, kTile, counts_.data());
        for (std::size_t word = kMostWords; word < words; word += kMostWords) {
          count_some_words<true>(std::min(words - word, kMostWords), columns + word * kCounts, rows + word, most_words_,
                                 kTile, counts_.data());
        }
      }
    }
  }
  return counts_.back();
}

bool DenseLimit::last_counts_are_right() const {
  const std::size_t chunk = words_.size() - 1;
  const std::uint64_t* columns = weights_.data() + (chunk * blocks_ + blocks_ - 1) * most_words_ * kCounts;
  for (std::size_t pair = 0; pair < kTile; ++pair) {
    for (std::size_t lane = 0; lane < kCounts; ++lane) {
      std::uint64_t count = 0;
      for (std::size_t word = 0; word < static_cast<std::size_t>(words_[chunk]); ++word) {
        const std::uint64_t rows = activations_[(chunk * kTile + pair) * most_words_ + word];
        count += static_cast<std::uint64_t>(std::popcount(rows & columns[word * kCounts + lane]));
      }
      if (counts_[pair * kCounts + lane] != count) return false;
    }
  }
  return true;
}

}  // namespace acim::bench
