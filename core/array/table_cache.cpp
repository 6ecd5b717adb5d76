#include "array/table_cache.h"

#include <algorithm>
#include <iterator>

namespace acim {

std::shared_ptr<const ConversionTable> TableCache::conversions(const MacroParameters& macro, std::int64_t full_scale) {
  return entry(macro, full_scale).conversions;
}

std::shared_ptr<const SumTables> TableCache::sums(const MacroParameters& macro, std::int64_t full_scale) {
  return entry(macro, full_scale).sums;
}

TableCache::Entry TableCache::entry(const MacroParameters& macro, std::int64_t full_scale) {
  const Key key{macro.adc_bits,
                macro.adc_range_percent,
                macro.adc_offset_percent,
                macro.compression_alpha,
                macro.random_noise_percent,
                macro.nonlinearity_percent,
                macro.rows,
                full_scale};
  {
    const std::scoped_lock lock(mutex_);
    if (const Entry* found = known(key)) return *found;
  }
  const bool noisy = macro.random_noise_percent > 0 || macro.nonlinearity_percent > 0;
  const auto conversions = std::make_shared<const ConversionTable>(macro, full_scale);
  const auto sums = std::make_shared<const SumTables>(conversions, full_scale, noisy, form_);
  const std::scoped_lock lock(mutex_);
  if (const Entry* found = known(key)) return *found;  // another thread was first
  entries_.push_front({key, conversions, sums});
  drop_oldest();
  return entries_.front();
}

const TableCache::Entry* TableCache::known(const Key& key) {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.key == key; });
  if (found == entries_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found);
  return &entries_.front();
}

void TableCache::drop_oldest() {
  std::size_t bytes = 0;
  std::size_t count = 0;
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    const std::size_t entry_bytes = entry->conversions->size_in_bytes() + entry->sums->size_in_bytes();
    // Its own and the tables' share of the conversions.
    const bool in_use = entry == entries_.begin() || entry->sums.use_count() > 1 || entry->conversions.use_count() > 2;
    if (!in_use && (bytes + entry_bytes > kBudgetBytes || count >= kMostEntries)) {
      entry = entries_.erase(entry);
      continue;
    }
    bytes += entry_bytes;
    ++count;
    ++entry;
  }
}

}  // namespace acim
