#include "array/kernels/sum_table.h"

#include <algorithm>
#include <vector>

namespace acim {
namespace {

/// Beyond, a look-up of each byte is faster than so many comparisons.
constexpr std::size_t kMostThresholds = 48;
constexpr std::size_t kResidualStep = 16;

}  // namespace

bool SumTable::fits(const Conversion& conversion, std::int64_t full_scale) {
  return full_scale < static_cast<std::int64_t>(kSums) && conversion.lowest_code() >= 0 &&
         conversion.highest_code() < 256;
}

SumTable::SumTable(const ConversionTable& table, std::int64_t full_scale, bool sampled) : codes(kSums) {
  const auto sums = static_cast<std::size_t>(full_scale) + 1;
  for (std::size_t s = 0; s < sums; ++s) {
    codes[s] = static_cast<std::uint8_t>(table.code(static_cast<std::int64_t>(s)));
  }
  if (!sampled) return;

  std::vector<SamplingRow> rows;
  rows.reserve(sums);
  std::size_t most_residual_codes = 0;
  by_thresholds = true;
  for (std::size_t s = 0; s < sums; ++s) {
    const SamplingRow& row = rows.emplace_back(code_distribution(table.conversion(), static_cast<double>(s)));
    most_residual_codes = std::max(most_residual_codes, row.residual_last_bits().size());
    if (row.decided_bytes() == 0) {
      by_thresholds = false;
    } else {
      const int span = row.code_of_byte(static_cast<std::uint8_t>(row.decided_bytes() - 1)) - row.code_of_byte(0);
      threshold_count = std::max(threshold_count, static_cast<std::size_t>(span));
    }
  }
  by_thresholds = by_thresholds && threshold_count <= kMostThresholds;
  residual_entries = (most_residual_codes + kResidualStep - 1) / kResidualStep * kResidualStep;

  decided.resize(kSums);
  byte_codes.resize(kSums * 256);
  residual_codes.resize(kSums);
  residual_bits.assign(kSums * residual_entries, 0xFFFFFFFFU);
  if (by_thresholds) {
    first_codes.resize(kSums);
    last_deciding.assign(kSums, 255);
    thresholds.assign(threshold_count * kSums, 255);
  }
  for (std::size_t s = 0; s < sums; ++s) {
    const SamplingRow& row = rows[s];
    decided[s] = static_cast<std::uint16_t>(row.decided_bytes());
    for (int u = 0; u < row.decided_bytes(); ++u) {
      byte_codes[256 * s + static_cast<std::size_t>(u)] =
          static_cast<std::uint8_t>(row.code_of_byte(static_cast<std::uint8_t>(u)));
    }
    residual_codes[s] = static_cast<std::uint8_t>(row.first_residual_code());
    std::copy(row.residual_last_bits().begin(), row.residual_last_bits().end(),
              residual_bits.begin() + static_cast<std::ptrdiff_t>(s * residual_entries));
    if (!by_thresholds) continue;
    first_codes[s] = byte_codes[256 * s];
    last_deciding[s] = static_cast<std::uint8_t>(row.decided_bytes() - 1);
    // Threshold t is the last byte of the codes up to first + t; codes without a byte share their neighbour's.
    for (int u = 0; u + 1 < row.decided_bytes(); ++u) {
      const std::size_t byte = 256 * s + static_cast<std::size_t>(u);
      for (std::size_t code = byte_codes[byte]; code < byte_codes[byte + 1]; ++code) {
        thresholds[256 * (code - first_codes[s]) + s] = static_cast<std::uint8_t>(u);
      }
    }
  }
}

std::size_t SumTable::size_in_bytes() const {
  return sizeof(SumTable) + codes.size() + decided.size() * sizeof(decided[0]) + byte_codes.size() +
         first_codes.size() + thresholds.size() + last_deciding.size() + residual_codes.size() +
         residual_bits.size() * sizeof(residual_bits[0]);
}

}  // namespace acim
