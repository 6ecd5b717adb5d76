#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "array/conversion_settings.h"
#include "array/mapping.h"

namespace acim {

/// Signed sums of the conversions of one output at one position. Codes stay integers, one sum per cycle width; they are
/// scaled once, at the end, so the result is exact up to that and does not depend on the order of adding (acim-model
/// section 6).
struct AccumulatedCodes {
  static constexpr int kWidths = 3;  ///< full cycles, the remainder, the sign bit
  std::array<std::int64_t, kWidths> codes = {};
  std::array<std::int64_t, kWidths> vote_totals = {};  ///< voting_rule mean: sums over the samples of each vote
  std::int64_t exact = 0;                              ///< exact digital cycles
  double exact_real = 0;                               ///< the same of real sums (weight variation)
};

/// What a vote elects: the median, or the most frequent code and of those tied the smallest. Sorts the codes.
int elected_code(std::span<int> codes, VotingRule rule);

/// Makes the array's output of accumulated codes.
class ReadBack {
 public:
  ReadBack(const ConversionSettings& settings, std::int64_t chunks);

  /// Index into AccumulatedCodes of a cycle's width.
  int width_index(int cycle) const { return width_index_[static_cast<std::size_t>(cycle)]; }
  double value(const AccumulatedCodes& accumulated) const;
  /// The same when all codes are of one width and nothing else was accumulated: offset + worth * codes.
  struct Line {
    double offset;
    double worth;
    double value(std::int64_t codes) const { return offset + worth * static_cast<double>(codes); }
  };
  Line line_of_codes(std::size_t width) const { return {offset_, code_worth_[width]}; }

 private:
  std::vector<int> width_index_;  ///< by cycle
  std::array<double, AccumulatedCodes::kWidths> code_worth_ = {};
  double samples_;
  double offset_ = 0;  ///< what the ADC's offset adds over all conversions
};

}  // namespace acim
