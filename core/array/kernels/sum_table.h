#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

#include "array/kernels/aligned.h"
#include "array/sampling_table.h"

namespace acim {

/// How kernels draw from a table.
enum class SumTableForm {
  bytes,       ///< the code of every random byte
  thresholds,  ///< few comparisons, tables in registers; bytes where that cannot be
};

/// What kernels look up of a ConversionTable: 256 column sums from first_sum on; arrays over s = sum - first_sum. Codes
/// above 255 have a high byte besides.
struct SumTable {
  static constexpr std::size_t kSums = 256;

  /// What draws need is made only when `sampled`; sums beyond `full_scale` do not occur.
  SumTable(const ConversionTable& table, std::int64_t first_sum, std::int64_t full_scale, bool sampled,
           SumTableForm form);

  std::size_t size_in_bytes() const;

  AlignedVector<std::uint8_t> codes;       ///< noise-free
  AlignedVector<std::uint8_t> high_codes;  ///< their high bytes

  /// Sampling. A byte u decides when u < decided[s].
  AlignedVector<std::uint16_t> decided;
  /// By thresholds: code = first_codes[s] + number of thresholds t with u > thresholds[256 t + s]. Only there when
  /// every s has a byte that decides, and thresholds are not too many.
  bool by_thresholds = false;
  std::size_t threshold_count = 0;
  AlignedVector<std::uint8_t> first_codes;
  AlignedVector<std::uint8_t> high_first_codes;
  AlignedVector<std::uint8_t> thresholds;
  AlignedVector<std::uint8_t> last_deciding;  ///< decided - 1
  /// By bytes: code = byte_codes[256 s + u]; codes above 255 in wide_byte_codes instead.
  AlignedVector<std::uint8_t> byte_codes;
  AlignedVector<std::uint16_t> wide_byte_codes;

  /// Where noise is the same for all sums: code = codes[s] + differences[u], clamped, for bytes u < common_decided.
  bool common_noise = false;
  int common_decided = 0;
  AlignedVector<std::int8_t> differences;
  /// The same by comparison: differences[0] plus the number of these that u is above.
  std::vector<std::uint8_t> common_thresholds;
  bool sums_are_codes = false;

  /// The residual, clamped to 0 and highest_code: code = residual_codes[s] + number of entries below the 32 bits in
  /// residual_bits[s * residual_entries ...]; a multiple of 16 of them, filled up with 2^32 - 1.
  std::size_t residual_entries = 0;
  AlignedVector<std::int16_t> residual_codes;
  int highest_code = 0;
  AlignedVector<std::uint32_t> residual_bits;

 private:
  struct Row;
  void sample(const ConversionTable& table, std::int64_t first_sum, std::size_t sums, SumTableForm form);
  void fill_bytes(const std::vector<Row>& rows);
  void fill_residuals(const std::vector<Row>& rows);
  void fill_thresholds(const std::vector<Row>& rows);
  void fill_differences(const SamplingRow& row);
};

/// The tables of all sums of a setting, made when first asked for. Thread-safe. Where noise spans so many codes that a
/// table would be large and slow to make, or a budget of memory is used up, there is none: such sums are drawn one by
/// one from the ConversionTable, to the same codes.
class SumTables {
 public:
  static constexpr std::size_t kBudgetBytes = std::size_t{128} << 20U;

  SumTables(std::shared_ptr<const ConversionTable> conversions, std::int64_t full_scale, bool sampled,
            SumTableForm form, std::size_t budget_bytes = kBudgetBytes);
  ~SumTables();
  SumTables(const SumTables&) = delete;
  SumTables& operator=(const SumTables&) = delete;

  std::int64_t full_scale() const { return full_scale_; }
  const ConversionTable& conversions() const { return *conversions_; }
  int highest_code() const { return conversions_->conversion().highest_code(); }
  int code(std::int64_t sum) const { return conversions_->code(sum); }
  /// Of sums 256 window ... 256 window + 255; null where there is none. Error(cancelled) when it would have to be made
  /// and `stop` is requested.
  const SumTable* window(std::size_t window, const std::stop_token& stop) const {
    const SumTable* table = windows_[window].load(std::memory_order_acquire);
    return table != nullptr ? table : make_window(window, stop);
  }
  std::size_t size_in_bytes() const;

 private:
  const SumTable* make_window(std::size_t window, const std::stop_token& stop) const;

  std::shared_ptr<const ConversionTable> conversions_;
  std::int64_t full_scale_;
  bool sampled_;
  SumTableForm form_;
  std::size_t budget_bytes_;
  bool worth_tables_;
  mutable std::vector<std::atomic<const SumTable*>> windows_;
  mutable std::atomic<std::size_t> window_bytes_ = 0;
};

}  // namespace acim
