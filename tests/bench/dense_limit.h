#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "array/layer_geometry.h"
#include "array/mapping.h"
#include "macro/macro_parameters.h"

namespace acim::bench {

/// What a dense AND and population count of every row could do at most on this processor: 8 outputs per vector of
/// 64-bit lanes, the words of 4 weight bits in registers, no horizontal additions, no conversion. Activations and
/// weights are packed already; counts go to a buffer that stays in the first cache.
class DenseLimit {
 public:
  /// As many words for each chunk as its rows need.
  DenseLimit(const LayerGeometry& geometry, const MacroParameters& macro);
  /// Every chunk `words` long: the limit of a macro whatever the layer.
  DenseLimit(const LayerGeometry& geometry, const MacroParameters& macro, int words);

  /// AVX-512 with VPOPCNTDQ.
  static bool available();
  /// Counts of every (position, chunk, weight bit, activation bit, output), which a conversion each would follow.
  double conversions() const;
  /// One pass over the layer. The value depends on the last counts.
  std::uint64_t run();
  /// Whether the counts of the last tile are what a plain loop finds.
  bool last_counts_are_right() const;

 private:
  DenseLimit(const LayerGeometry& geometry, const MacroParameters& macro, std::vector<int> words);

  static constexpr std::size_t kTile = 64;  ///< (position, activation bit) pairs whose counts are kept

  std::vector<int> words_;  ///< by chunk
  std::size_t most_words_ = 0;
  std::size_t tiles_;
  std::size_t blocks_;                      ///< of 8 outputs and 4 weight bits
  std::vector<std::uint64_t> weights_;      ///< [chunk][block][word][weight bit 4][output 8]
  std::vector<std::uint64_t> activations_;  ///< [chunk][pair][word]
  std::vector<std::uint64_t> counts_;       ///< [pair][weight bit 4][output 8]
};

}  // namespace acim::bench
