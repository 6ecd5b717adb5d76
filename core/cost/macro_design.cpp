#include "cost/macro_design.h"

#include "array/mapping.h"

namespace acim::cost {

MacroDesign design_of(const MacroParameters& macro, bool signed_activations) {
  MacroDesign design;
  design.node_nm = macro.node_nm;
  design.supply_voltage = macro.supply_voltage;
  design.domain = macro.domain;
  design.rows = macro.rows;
  design.columns = macro.columns;
  design.weight_bits = macro.weight_bits;
  design.activation_bits = macro.activation_bits;
  design.cells_per_weight = macro.cells_per_weight > 0 ? macro.cells_per_weight : macro.weight_bits;
  const int simulated_conversions = macro.weight_parallel ? 1 : macro.weight_bits;
  design.conversions_per_weight =
      macro.conversions_per_weight > 0 ? macro.conversions_per_weight : simulated_conversions;
  for (const Cycle& cycle : cycles_of(macro.activation_bits, macro.encoding_bits, signed_activations)) {
    design.cycle_widths.push_back(cycle.width);
  }
  design.encoded = macro.encoding_bits > 1;
  design.row_driver = macro.row_driver;
  design.adc_type = macro.adc_type;
  design.adc_bits = macro.adc_bits;
  design.comparators = macro.adc_comparators;
  design.adc_range = macro.adc_range_percent / 100;
  if (macro.noise_source == NoiseSource::physical) design.comparator_noise_lsb = macro.comparator_noise_lsb;
  design.columns_per_adc = macro.columns_per_adc;
  design.unit_capacitor_ff = macro.unit_capacitor_ff;
  design.attenuation = macro.attenuation;
  design.input_density = macro.input_density;
  design.weight_density = macro.weight_density;
  design.buffer_kb = macro.buffer_kb;
  design.adc_scale = macro.energy_scale * macro.adc_scale;
  design.array_scale = macro.energy_scale * macro.array_scale;
  design.dac_scale = macro.energy_scale * macro.dac_scale;
  design.shift_add_scale = macro.energy_scale;
  design.digital_scale = macro.energy_scale * macro.digital_scale;
  design.digital_layer_scale = macro.digital_scale;
  return design;
}

}  // namespace acim::cost
