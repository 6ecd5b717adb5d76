#include "array/engine.h"

namespace acim {

ConversionCounts& ConversionCounts::operator+=(const ConversionCounts& other) {
  conversions += other.conversions;
  digital_sums += other.digital_sums;
  return *this;
}

ConversionCounts counts_of(const ConversionSettings& settings, std::int64_t sums) {
  ConversionCounts counts;
  for (int cycle = 0; cycle < static_cast<int>(settings.cycles.size()); ++cycle) {
    for (int weight_bit = 0; weight_bit < settings.macro.weight_bits; ++weight_bit) {
      const CycleTreatment treatment = settings.treatment(weight_bit, cycle);
      if (treatment == CycleTreatment::digital_exact) {
        counts.digital_sums += sums;
      } else {
        counts.conversions += sums * (treatment == CycleTreatment::voted ? settings.macro.voting_samples : 1);
      }
    }
  }
  return counts;
}

}  // namespace acim
