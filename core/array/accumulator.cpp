#include "array/accumulator.h"

#include <algorithm>
#include <cstddef>

#include "array/conversion.h"

namespace acim {

int elected_code(std::span<int> codes, VotingRule rule) {
  if (codes.size() == 1) return codes[0];
  std::sort(codes.begin(), codes.end());
  if (rule == VotingRule::median) return codes[codes.size() / 2];
  int winner = codes[0];
  std::size_t most = 0;
  for (std::size_t begin = 0; begin < codes.size();) {
    std::size_t end = begin;
    while (end < codes.size() && codes[end] == codes[begin]) ++end;
    if (end - begin > most) {
      most = end - begin;
      winner = codes[begin];
    }
    begin = end;
  }
  return winner;
}

ReadBack::ReadBack(const ConversionSettings& settings, std::int64_t chunks) : samples_(settings.macro.voting_samples) {
  const bool bipolar = settings.macro.weight_parallel;
  const int weight_bits = bipolar ? 1 : settings.macro.weight_bits;
  std::vector<int> widths;
  for (int j = 0; j < static_cast<int>(settings.cycles.size()); ++j) {
    const Cycle& cycle = settings.cycles[static_cast<std::size_t>(j)];
    std::size_t index = 0;
    while (index < widths.size() && widths[index] != cycle.width) ++index;
    if (index == widths.size()) widths.push_back(cycle.width);
    width_index_.push_back(static_cast<int>(index));
    const Conversion conversion(settings.macro, settings.full_scale(j), bipolar);
    code_worth_[index] = conversion.code_worth();

    std::int64_t weights = 0;  // of this cycle's conversions, signed
    for (int i = 0; i < weight_bits; ++i) {
      if (settings.treatment(i, j) == CycleTreatment::digital_exact) continue;
      weights += settings.sign(i, j) * (std::int64_t{1} << (i + cycle.least_significant_bit));
    }
    offset_ += conversion.offset_worth() * static_cast<double>(weights * chunks);
  }
}

double ReadBack::value(const AccumulatedCodes& accumulated) const {
  double total = static_cast<double>(accumulated.exact) + accumulated.exact_real + offset_;
  for (std::size_t width = 0; width < AccumulatedCodes::kWidths; ++width) {
    const double codes =
        static_cast<double>(accumulated.codes[width]) + static_cast<double>(accumulated.vote_totals[width]) / samples_;
    total += code_worth_[width] * codes;
  }
  return total;
}

}  // namespace acim
