#include "array/conversion_settings.h"

#include <cstddef>

#include "macro/parameter_table.h"
#include "macro/physical_noise.h"

namespace acim {

CycleTreatment ConversionSettings::treatment(int weight_bit, int cycle) const {
  if (macro.weight_parallel) return CycleTreatment::analog;
  const int diagonal = weight_bit + cycle;
  const int last = macro.weight_bits + static_cast<int>(cycles.size()) - 2;
  if (diagonal > last - macro.hybrid_levels) {
    return macro.hybrid_readout == HybridReadout::exact ? CycleTreatment::digital_exact
                                                        : CycleTreatment::digital_through_adc;
  }
  return diagonal > last - macro.voting_levels ? CycleTreatment::voted : CycleTreatment::analog;
}

int ConversionSettings::sign(int weight_bit, int cycle) const {
  const bool weight_sign = !macro.weight_parallel && weight_bit == macro.weight_bits - 1;
  return weight_sign != cycles[static_cast<std::size_t>(cycle)].negative ? -1 : 1;
}

std::int64_t ConversionSettings::full_scale(int cycle) const {
  const std::int64_t streamed = (std::int64_t{1} << cycles[static_cast<std::size_t>(cycle)].width) - 1;
  const std::int64_t stationary = macro.weight_parallel ? (std::int64_t{1} << (macro.weight_bits - 1)) - 1 : 1;
  return streamed * stationary * macro.rows;
}

ConversionSettings make_conversion_settings(const MacroParameters& macro, bool signed_activations) {
  validate(macro);
  ConversionSettings settings;
  settings.macro = with_effective_noise(macro);
  settings.signed_activations = signed_activations;
  settings.cycles = cycles_of(macro.activation_bits, macro.encoding_bits, signed_activations);
  return settings;
}

}  // namespace acim
