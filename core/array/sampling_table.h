#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "array/conversion.h"

namespace acim {

/// The exact probabilities of the codes of one column sum: code first_code + k has probabilities[k]. Codes of
/// probability below 2^-60 at either end are left out.
struct CodeDistribution {
  int first_code = 0;
  std::vector<double> probabilities;
};

/// Differences of the normal distribution at the code edges, from erfc of the nearer tail; the clamps at 0 and 1 are in
/// the outermost codes.
CodeDistribution code_distribution(const Conversion& conversion, double sum);

/// The exact probabilities of whole numbers of codes that a Gaussian of this deviation (in codes) adds to a sum that
/// lies on a code; unbounded.
CodeDistribution common_noise_distribution(double deviation);

/// The sampling table of one column sum (acim-model section 12). One byte decides most draws: code k owns floor(256
/// p_k) of the 256 bytes, in code order. The bytes left over go to the residual: 32 more bits against the cumulative
/// rest of the probabilities.
class SamplingRow {
 public:
  explicit SamplingRow(const CodeDistribution& distribution);

  static constexpr std::int16_t kResidual = std::numeric_limits<std::int16_t>::min();
  /// The code that a byte decides, or kResidual.
  std::int16_t code_of_byte(std::uint8_t byte) const { return code_of_byte_[byte]; }
  /// Bytes below this decide.
  int decided_bytes() const { return decided_bytes_; }
  /// The code of 32 residual bits.
  std::int16_t residual_code(std::uint32_t bits) const;
  /// The residual's codes follow one another: first_residual_code() + the number of last bits below the drawn bits.
  /// Never falling; the last is 2^32 - 1. Empty when every byte decides.
  std::span<const std::uint32_t> residual_last_bits() const { return last_bits_; }
  int first_residual_code() const { return first_residual_code_; }

  /// Probability of a code as these integers really give it, for tests.
  double probability(int code) const;
  std::size_t size_in_bytes() const;

 private:
  std::array<std::int16_t, 256> code_of_byte_;
  int decided_bytes_ = 0;
  int first_residual_code_ = 0;
  std::vector<std::uint32_t> last_bits_;
};

/// The noise-free codes and sampling rows of all sums 0..full_scale at one setting, made when first asked for.
/// Thread-safe. Rows beyond a budget of memory are not kept but made anew, with the same result.
class ConversionTable {
 public:
  /// `macro` and full scale of a unipolar conversion.
  ConversionTable(const MacroParameters& macro, std::int64_t full_scale,
                  std::size_t row_budget_bytes = std::size_t{128} << 20U);
  ~ConversionTable();
  ConversionTable(const ConversionTable&) = delete;
  ConversionTable& operator=(const ConversionTable&) = delete;

  const Conversion& conversion() const { return conversion_; }
  int code(std::int64_t sum) const { return codes_[static_cast<std::size_t>(sum)]; }
  /// Where every sum lies on a code and the noise is the same for all, one row of differences serves them: the code is
  /// the sum's own plus the drawn difference, clamped to the ADC's codes (which the clamps of the model come to). Null
  /// where noise depends on the sum, or spans many codes.
  const SamplingRow* common_noise() const { return common_noise_.get(); }
  int clamped(int code) const { return std::clamp(code, conversion_.lowest_code(), conversion_.highest_code()); }
  /// A draw: `byte`, and `residual` (a function giving 32 bits) only if the byte does not decide.
  template <typename Residual>
  int sample(std::int64_t sum, std::uint8_t byte, const Residual& residual) const {
    if (common_noise_) {
      const std::int16_t difference = common_noise_->code_of_byte(byte);
      return clamped(code(sum) +
                     (difference != SamplingRow::kResidual ? difference : common_noise_->residual_code(residual())));
    }
    const SamplingRow* row = rows_[static_cast<std::size_t>(sum)].load(std::memory_order_acquire);
    std::unique_ptr<const SamplingRow> unkept;
    if (row == nullptr) row = make_row(sum, unkept);
    const std::int16_t code = row->code_of_byte(byte);
    return code != SamplingRow::kResidual ? code : row->residual_code(residual());
  }
  std::size_t size_in_bytes() const;

 private:
  /// Keeps the row within the budget, else hands it over in `unkept`.
  const SamplingRow* make_row(std::int64_t sum, std::unique_ptr<const SamplingRow>& unkept) const;

  Conversion conversion_;
  std::unique_ptr<const SamplingRow> common_noise_;
  std::vector<std::int16_t> codes_;
  mutable std::vector<std::atomic<const SamplingRow*>> rows_;
  mutable std::atomic<std::size_t> row_bytes_ = 0;
  std::size_t row_budget_bytes_;
};

}  // namespace acim
