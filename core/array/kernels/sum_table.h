#pragma once

#include <cstdint>

#include "array/kernels/aligned.h"
#include "array/sampling_table.h"

namespace acim {

/// A ConversionTable of sums up to 255 and codes up to 255 as kernels look it up: arrays over the column sum s.
struct SumTable {
  static constexpr std::size_t kSums = 256;

  /// Whether the table is one of such sums and codes.
  static bool fits(const Conversion& conversion, std::int64_t full_scale);

  /// Rows of sampled codes are made only when `sampled`.
  SumTable(const ConversionTable& table, std::int64_t full_scale, bool sampled);

  std::size_t size_in_bytes() const;

  AlignedVector<std::uint8_t> codes;  ///< noise-free

  // Sampling. A byte u decides when u < decided[s]: code = byte_codes[256 s + u], which is also first_codes[s] + the
  // number of thresholds t with u > thresholds[256 t + s].
  AlignedVector<std::uint16_t> decided;
  AlignedVector<std::uint8_t> byte_codes;
  /// The form by thresholds is only there when every s has a byte that decides, and thresholds are not too many.
  bool by_thresholds = false;
  std::size_t threshold_count = 0;
  AlignedVector<std::uint8_t> first_codes;
  AlignedVector<std::uint8_t> thresholds;
  AlignedVector<std::uint8_t> last_deciding;  ///< decided - 1

  // The residual: code = residual_codes[s] + number of entries below the 32 bits in
  // residual_bits[s * residual_entries ...]; a multiple of 16 of them, filled up with 2^32 - 1.
  std::size_t residual_entries = 0;
  AlignedVector<std::uint8_t> residual_codes;
  AlignedVector<std::uint32_t> residual_bits;
};

}  // namespace acim
