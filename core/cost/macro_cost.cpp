#include "cost/macro_cost.h"

#include <algorithm>
#include <cmath>

#include "array/conversion_settings.h"
#include "cost/component_energy.h"
#include "cost/constants.h"
#include "cost/layer_cost.h"

namespace acim::cost {

EnergyBreakdown& EnergyBreakdown::operator+=(const EnergyBreakdown& other) {
  adc += other.adc;
  array += other.array;
  wordline += other.wordline;
  dac += other.dac;
  shift_add += other.shift_add;
  digital += other.digital;
  partial_sums += other.partial_sums;
  buffers += other.buffers;
  weights += other.weights;
  return *this;
}

EnergyBreakdown EnergyBreakdown::scaled(double factor) const {
  EnergyBreakdown result;
  result.adc = adc * factor;
  result.array = array * factor;
  result.wordline = wordline * factor;
  result.dac = dac * factor;
  result.shift_add = shift_add * factor;
  result.digital = digital * factor;
  result.partial_sums = partial_sums * factor;
  result.buffers = buffers * factor;
  result.weights = weights * factor;
  return result;
}

Trust energy_trust(AnalogDomain domain) {
  if (domain == AnalogDomain::charge) {
    return {
        2, false,
        "Over 20 published charge-domain points the model gives 0.78 of what they report, within a factor of 1.94."};
  }
  return {5, false,
          "Nothing is calibrated here: 14 published points in current, resistive and time domain spread by a factor of "
          "5.3."};
}

Trust buffer_trust() {
  return {3, false, "One memory model (CACTI) scaled in size, node and supply."};
}

Trust latency_trust() {
  return {3.7, true, "Over 21 published SAR macros the model gives 0.45 of what they report, within a factor of 3.7."};
}

Trust area_trust() {
  return {1.4, true, "Three chips within 2, 4 and 36 %; clocks, control and buffers are missing."};
}

EnergyBreakdown energy_per_mac(const MacroDesign& design, bool with_shift_add) {
  const ComponentEnergy energy(design);
  const double rows = design.rows;
  const double weights = design.columns / design.cells_per_weight;
  EnergyBreakdown fj;
  for (const int width : design.cycle_widths) {
    fj.adc += design.conversions_per_weight * energy.conversion() / rows;
    fj.array += design.cells_per_weight * energy.column(rows) / rows;
    fj.wordline += energy.word_line(width) / weights;
    fj.dac += energy.row_dac(width) / weights;
    if (with_shift_add) fj.shift_add += energy.shift_add() / rows;
  }
  return fj;
}

double conversion_ns(const MacroDesign& design) {
  const double access = kAccessPerRowNs * design.rows + kAccessFixedNs;
  return design.adc_type == AdcType::sar ? design.adc_bits * access : access;
}

double adc_area_um2(const MacroDesign& design) {
  const auto area = [](double bits) {
    return std::pow(10, kAdcAreaExponent - kAdcAreaPerBit * bits) * std::exp2(bits);
  };
  if (design.adc_type == AdcType::sar) return area(design.adc_bits);
  // A comparator is what remains of a converter of one bit.
  if (design.adc_type == AdcType::sense_amp) return area(1);
  return area(1) * (design.comparators > 0 ? design.comparators : std::exp2(design.adc_bits) - 1);
}

double macro_area_mm2(const MacroDesign& design) {
  const double cells = kCimCellOver6t * sram_cell_um2(design.node_nm) * design.rows * design.columns;
  const double converted_columns = design.columns * design.conversions_per_weight / design.cells_per_weight;
  const double converters = std::ceil(converted_columns / design.columns_per_adc);
  return kAreaOverhead * (cells + converters * adc_area_um2(design)) * 1e-6;
}

double tops_per_watt(double fj_per_mac) {
  return 2000 / fj_per_mac;
}

MacroCost macro_cost(const MacroParameters& macro) {
  const bool is_signed = macro.signed_activations == SignedActivations::always;
  const ConversionSettings settings = make_conversion_settings(macro, is_signed);
  const MacroDesign design = design_of(macro, is_signed);
  // A layer that fills one macro exactly.
  LayerWork full;
  full.geometry = LayerGeometry::linear(
      1, macro.rows, std::max<std::int64_t>(1, static_cast<std::int64_t>(design.columns / design.cells_per_weight)));
  const LayerCost layer = array_layer_cost(full, settings);

  MacroCost cost;
  const auto macs = static_cast<double>(layer.counts.macs);
  cost.fj_per_mac = layer.fj.scaled(1 / macs);
  cost.fj_per_mac.partial_sums = 0;
  cost.fj_per_mac.buffers = 0;
  cost.fj_per_mac.weights = 0;
  cost.tops_per_watt = tops_per_watt(cost.fj_per_mac.total());
  cost.tops_per_watt_1b = cost.tops_per_watt * macro.weight_bits * macro.activation_bits;
  cost.conversion_ns = conversion_ns(design);
  cost.adc_um2 = adc_area_um2(design);
  cost.cell_um2 = kCimCellOver6t * sram_cell_um2(macro.node_nm);
  cost.area_mm2 = macro_area_mm2(design);
  // compute_us is of all macros; the area of one.
  const double one_macro_us = layer.compute_us * macro.macros;
  cost.tops_per_mm2 = 2 * macs / (one_macro_us * 1e6) / cost.area_mm2;
  cost.digital_fj_per_mac =
      ComponentEnergy(design).digital_multiply_accumulate(macro.weight_bits, macro.activation_bits);
  cost.energy_trust = energy_trust(macro.domain);
  return cost;
}

}  // namespace acim::cost
