#include "array/kernels/sum_table.h"

#include <algorithm>
#include <utility>

#include "base/error.h"

namespace acim {
namespace {

/// Beyond, a look-up of each byte is faster than so many comparisons.
constexpr std::size_t kMostThresholds = 48;
constexpr std::size_t kResidualStep = 16;
/// A table of wider noise takes longer than its draws save: milliseconds, and megabytes of residuals.
constexpr double kMostNoiseInCodes = 10;

std::uint8_t low_byte(int code) {
  return static_cast<std::uint8_t>(code & 0xFF);
}
std::uint8_t high_byte(int code) {
  return static_cast<std::uint8_t>(code >> 8);
}

template <typename T>
std::size_t bytes_of(const AlignedVector<T>& values) {
  return values.size() * sizeof(T);
}

}  // namespace

SumTable::SumTable(const ConversionTable& table, std::int64_t first_sum, std::int64_t full_scale, bool sampled,
                   SumTableForm form)
    : codes(kSums), high_codes(kSums) {
  highest_code = table.conversion().highest_code();
  const auto sums = static_cast<std::size_t>(std::min<std::int64_t>(full_scale - first_sum + 1, kSums));
  for (std::size_t s = 0; s < sums; ++s) {
    const int code = table.code(first_sum + static_cast<std::int64_t>(s));
    codes[s] = low_byte(code);
    high_codes[s] = high_byte(code);
  }
  if (sampled) sample(table, first_sum, sums, form);
}

/// The sampling row of a sum: codes are the row's plus `shift`, clamped.
struct SumTable::Row {
  const SamplingRow* row;
  int shift;
  int highest_code;

  int clamped(int code) const { return std::clamp(code + shift, 0, highest_code); }
  int code_of_byte(int byte) const { return clamped(row->code_of_byte(static_cast<std::uint8_t>(byte))); }
};

void SumTable::sample(const ConversionTable& table, std::int64_t first_sum, std::size_t sums, SumTableForm form) {
  std::vector<SamplingRow> own_rows;
  own_rows.reserve(sums);
  std::vector<Row> rows;
  for (std::size_t s = 0; s < sums; ++s) {
    const std::int64_t sum = first_sum + static_cast<std::int64_t>(s);
    if (table.common_noise() != nullptr) {
      rows.push_back({table.common_noise(), table.code(sum), highest_code});
    } else {
      own_rows.emplace_back(code_distribution(table.conversion(), static_cast<double>(sum)));
      rows.push_back({&own_rows.back(), 0, highest_code});
    }
  }
  fill_residuals(rows);
  by_thresholds = form == SumTableForm::thresholds &&
                  std::all_of(rows.begin(), rows.end(), [](const Row& row) { return row.row->decided_bytes() > 0; });
  if (by_thresholds) fill_thresholds(rows);
  if (!by_thresholds) fill_bytes(rows);
  if (table.common_noise() != nullptr) fill_differences(*table.common_noise());
}

void SumTable::fill_bytes(const std::vector<Row>& rows) {
  const bool wide = highest_code > 0xFF;
  decided.resize(kSums);
  if (wide) {
    wide_byte_codes.resize(kSums * 256);
  } else {
    byte_codes.resize(kSums * 256);
  }
  for (std::size_t s = 0; s < rows.size(); ++s) {
    decided[s] = static_cast<std::uint16_t>(rows[s].row->decided_bytes());
    for (int u = 0; u < rows[s].row->decided_bytes(); ++u) {
      const std::size_t at = 256 * s + static_cast<std::size_t>(u);
      if (wide) {
        wide_byte_codes[at] = static_cast<std::uint16_t>(rows[s].code_of_byte(u));
      } else {
        byte_codes[at] = static_cast<std::uint8_t>(rows[s].code_of_byte(u));
      }
    }
  }
}

void SumTable::fill_residuals(const std::vector<Row>& rows) {
  std::size_t most = 0;
  for (const Row& row : rows) most = std::max(most, row.row->residual_last_bits().size());
  residual_entries = (most + kResidualStep - 1) / kResidualStep * kResidualStep;
  residual_codes.resize(kSums);
  residual_bits.assign(kSums * residual_entries, 0xFFFFFFFFU);
  for (std::size_t s = 0; s < rows.size(); ++s) {
    const SamplingRow& row = *rows[s].row;
    residual_codes[s] = static_cast<std::int16_t>(row.first_residual_code() + rows[s].shift);
    std::copy(row.residual_last_bits().begin(), row.residual_last_bits().end(),
              residual_bits.begin() + static_cast<std::ptrdiff_t>(s * residual_entries));
  }
}

void SumTable::fill_thresholds(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const int span = row.code_of_byte(row.row->decided_bytes() - 1) - row.code_of_byte(0);
    threshold_count = std::max(threshold_count, static_cast<std::size_t>(span));
  }
  by_thresholds = threshold_count <= kMostThresholds;
  if (!by_thresholds) return;
  first_codes.resize(kSums);
  high_first_codes.resize(kSums);
  last_deciding.assign(kSums, 255);
  thresholds.assign(threshold_count * kSums, 255);
  for (std::size_t s = 0; s < rows.size(); ++s) {
    const Row& row = rows[s];
    const int first = row.code_of_byte(0);
    first_codes[s] = low_byte(first);
    high_first_codes[s] = high_byte(first);
    last_deciding[s] = static_cast<std::uint8_t>(row.row->decided_bytes() - 1);
    // Threshold t is the last byte of the codes up to first + t; codes without a byte share their neighbour's.
    for (int u = 0; u + 1 < row.row->decided_bytes(); ++u) {
      for (int code = row.code_of_byte(u); code < row.code_of_byte(u + 1); ++code) {
        thresholds[256 * static_cast<std::size_t>(code - first) + s] = static_cast<std::uint8_t>(u);
      }
    }
  }
}

void SumTable::fill_differences(const SamplingRow& row) {
  common_noise = true;
  common_decided = row.decided_bytes();
  sums_are_codes = codes[1] == 1 && high_codes[1] == 0;
  differences.resize(256);
  for (int u = 0; u < row.decided_bytes(); ++u) {
    const int difference = row.code_of_byte(static_cast<std::uint8_t>(u));
    differences[static_cast<std::size_t>(u)] = static_cast<std::int8_t>(difference);
    // Differences without a byte share their neighbour's.
    for (int last = u == 0 ? difference : row.code_of_byte(static_cast<std::uint8_t>(u - 1)); last < difference;
         ++last) {
      common_thresholds.push_back(static_cast<std::uint8_t>(u - 1));
    }
  }
}

std::size_t SumTable::size_in_bytes() const {
  return sizeof(SumTable) + bytes_of(codes) + bytes_of(high_codes) + bytes_of(decided) + bytes_of(first_codes) +
         bytes_of(high_first_codes) + bytes_of(thresholds) + bytes_of(last_deciding) + bytes_of(byte_codes) +
         bytes_of(wide_byte_codes) + bytes_of(residual_codes) + bytes_of(residual_bits) + bytes_of(differences) +
         common_thresholds.size();
}

SumTables::SumTables(std::shared_ptr<const ConversionTable> conversions, std::int64_t full_scale, bool sampled,
                     SumTableForm form, std::size_t budget_bytes)
    : conversions_(std::move(conversions)),
      full_scale_(full_scale),
      sampled_(sampled),
      form_(form),
      budget_bytes_(budget_bytes),
      worth_tables_(!sampled || conversions_->conversion().most_noise_in_codes() <= kMostNoiseInCodes),
      windows_(static_cast<std::size_t>(full_scale) / SumTable::kSums + 1) {}

SumTables::~SumTables() {
  for (std::atomic<const SumTable*>& window : windows_) std::unique_ptr<const SumTable>(window.load());
}

const SumTable* SumTables::make_window(std::size_t window, const std::stop_token& stop) const {
  if (!worth_tables_ || window_bytes_.load() >= budget_bytes_) return nullptr;
  if (stop.stop_requested()) throw Error(ErrorKind::cancelled, "the simulation was stopped");
  const auto first = static_cast<std::int64_t>(window * SumTable::kSums);
  auto made = std::make_unique<const SumTable>(*conversions_, first, full_scale_, sampled_, form_);
  const SumTable* there = nullptr;
  if (windows_[window].compare_exchange_strong(there, made.get(), std::memory_order_acq_rel)) {
    window_bytes_ += made->size_in_bytes();
    return made.release();
  }
  return there;  // another thread was first; its table is the same
}

std::size_t SumTables::size_in_bytes() const {
  return sizeof(SumTables) + windows_.size() * sizeof(windows_[0]) + window_bytes_.load();
}

}  // namespace acim
