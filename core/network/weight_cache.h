#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <vector>

#include "array/engine.h"

namespace acim {

/// A weight on integers, and as the engine packed it (null for exact sums).
struct PreparedWeight {
  float scale = 0;
  std::vector<std::int16_t> integers;
  std::shared_ptr<const PackedWeights> packed;

  std::size_t size_in_bytes() const;
};

/// What a prepared weight depends on.
struct WeightKey {
  std::int64_t layer = 0;
  LayerGeometry geometry;
  bool on_array = false;
  int weight_bits = 8;
  int rows = 0;
  Mapping mapping = Mapping::whole_channels;
  bool weight_parallel = false;
  double variation_percent = 0;
  std::uint64_t seed = 0;  ///< 0 unless there is variation

  bool operator==(const WeightKey&) const = default;
};

/// Prepared weights used before, newest first, within a budget of memory. Shared by points and threads.
class WeightCache {
 public:
  explicit WeightCache(std::size_t budget_in_bytes = std::size_t{512} << 20U) : budget_(budget_in_bytes) {}

  /// Null when there is none.
  std::shared_ptr<const PreparedWeight> find(const WeightKey& key);
  /// Keeps it, and forgets the oldest beyond the budget.
  void keep(const WeightKey& key, std::shared_ptr<const PreparedWeight> weight);

 private:
  struct Entry {
    WeightKey key;
    std::shared_ptr<const PreparedWeight> weight;
  };
  std::mutex mutex_;
  std::list<Entry> entries_;
  std::size_t size_ = 0;
  std::size_t budget_;
};

}  // namespace acim
