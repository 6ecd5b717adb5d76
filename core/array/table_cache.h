#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <tuple>
#include <utility>

#include "array/kernels/sum_table.h"
#include "array/sampling_table.h"

namespace acim {

/// Tables of settings used before, newest first, within a budget of memory: a point needs the same few for every layer
/// and image. Thread-safe.
class TableCache {
 public:
  explicit TableCache(SumTableForm form = SumTableForm::bytes) : form_(form) {}

  std::shared_ptr<const ConversionTable> conversions(const MacroParameters& macro, std::int64_t full_scale);
  /// As kernels look it up.
  std::shared_ptr<const SumTables> sums(const MacroParameters& macro, std::int64_t full_scale);

 private:
  using Key = std::tuple<int, double, double, double, double, double, int, std::int64_t>;
  struct Entry {
    Key key;
    std::shared_ptr<const ConversionTable> conversions;
    std::shared_ptr<const SumTables> sums;
  };

  /// Those of the settings, made without holding the lock if they are new.
  Entry entry(const MacroParameters& macro, std::int64_t full_scale);
  /// Moved to the front; null if it is not there. With mutex_ held.
  const Entry* known(const Key& key);
  /// Tables in use stay, and grow while they are used: so the budget is looked at whenever one is added. With mutex_
  /// held.
  void drop_oldest();

  static constexpr std::size_t kBudgetBytes = std::size_t{256} << 20U;
  static constexpr std::size_t kMostEntries = 256;
  SumTableForm form_;
  std::mutex mutex_;
  std::list<Entry> entries_;
};

}  // namespace acim
