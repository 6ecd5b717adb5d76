#include "network/weight_cache.h"

#include <algorithm>
#include <utility>

namespace acim {

std::size_t PreparedWeight::size_in_bytes() const {
  return integers.size() * sizeof(std::int16_t) + (packed ? packed->size_in_bytes() : 0);
}

std::shared_ptr<const PreparedWeight> WeightCache::find(const WeightKey& key) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&key](const Entry& e) { return e.key == key; });
  if (found == entries_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found);
  return entries_.front().weight;
}

void WeightCache::keep(const WeightKey& key, std::shared_ptr<const PreparedWeight> weight) {
  const std::lock_guard lock(mutex_);
  if (std::any_of(entries_.begin(), entries_.end(), [&key](const Entry& e) { return e.key == key; })) return;
  size_ += weight->size_in_bytes();
  entries_.push_front({key, std::move(weight)});
  while (size_ > budget_ && entries_.size() > 1) {
    size_ -= entries_.back().weight->size_in_bytes();
    entries_.pop_back();
  }
}

}  // namespace acim
