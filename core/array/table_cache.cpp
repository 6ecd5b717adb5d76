#include "array/table_cache.h"

#include <algorithm>
#include <iterator>

namespace acim {

std::shared_ptr<const ConversionTable> TableCache::conversions(const MacroParameters& macro, std::int64_t full_scale) {
  const std::scoped_lock lock(mutex_);
  return entry(macro, full_scale).conversions;
}

std::shared_ptr<const SumTables> TableCache::sums(const MacroParameters& macro, std::int64_t full_scale) {
  const std::scoped_lock lock(mutex_);
  Entry& found = entry(macro, full_scale);
  if (!found.sums) {
    const bool noisy = macro.random_noise_percent > 0 || macro.nonlinearity_percent > 0;
    found.sums = std::make_shared<const SumTables>(found.conversions, full_scale, noisy, form_);
  }
  return found.sums;
}

TableCache::Entry& TableCache::entry(const MacroParameters& macro, std::int64_t full_scale) {
  const Key key{macro.adc_bits,
                macro.adc_range_percent,
                macro.adc_offset_percent,
                macro.compression_alpha,
                macro.random_noise_percent,
                macro.nonlinearity_percent,
                macro.rows,
                full_scale};
  const auto known = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.key == key; });
  if (known != entries_.end()) {
    entries_.splice(entries_.begin(), entries_, known);
  } else {
    entries_.push_front({key, std::make_shared<const ConversionTable>(macro, full_scale), nullptr});
  }
  drop_oldest();
  return entries_.front();
}

void TableCache::drop_oldest() {
  std::size_t bytes = 0;
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    bytes += entry->conversions->size_in_bytes() + (entry->sums ? entry->sums->size_in_bytes() : 0);
    entry = bytes > kBudgetBytes && entry != entries_.begin() ? entries_.erase(entry) : std::next(entry);
  }
}

}  // namespace acim
