#include "cost/component_energy.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "cost/constants.h"
#include "macro/physical_noise.h"

namespace acim::cost {

double node_scale(double node_nm) {
  if (node_nm >= 22) return node_nm / 28;
  return 22.0 / 28 * std::pow(node_nm / 22, 0.3);
}

double sram_cell_um2(double node_nm) {
  double squared_nodes = 280;
  if (node_nm <= 14) squared_nodes = 326;
  if (node_nm <= 10) squared_nodes = 400;
  if (node_nm <= 7) squared_nodes = 551;
  return squared_nodes * node_nm * node_nm * 1e-6;
}

ComponentEnergy::ComponentEnergy(MacroDesign design)
    : design_(std::move(design)), scale_(node_scale(design_.node_nm)) {}

double ComponentEnergy::conversion() const {
  const double bits = design_.adc_bits;
  // A narrower range is a smaller step in volts: thermal noise then allows what B + log2(1/range) bits would.
  const double levels_squared = std::pow(4, bits) / (design_.adc_range * design_.adc_range);
  double energy = 0;
  if (design_.adc_type == AdcType::sar) {
    energy = kSarPerBitFf * bits * squared_supply();
    if (design_.comparator_noise_lsb) {
      const double a = design_.attenuation;
      const double sigma = *design_.comparator_noise_lsb;
      energy += bits * kComparatorExcess * kThermalEnergyFj * levels_squared / (a * a * sigma * sigma);
    } else {
      energy += kSarThermalFf * levels_squared * squared_supply();
    }
  } else {
    double comparators = 1;
    if (design_.adc_type == AdcType::flash) {
      comparators = design_.comparators > 0 ? design_.comparators : std::exp2(bits) - 1;
    }
    energy = kComparatorFf * comparators * squared_supply();
  }
  return design_.adc_scale * std::max(energy, kThermalFloor * kThermalEnergyFj * levels_squared);
}

double ComponentEnergy::voted_conversion(int comparisons, int samples) const {
  const double repeated = std::min<double>(comparisons, design_.adc_bits) * (samples - 1);
  return conversion() * (1 + kRepeatedComparison * repeated / design_.adc_bits);
}

double ComponentEnergy::column(double rows_used) const {
  const double rows = design_.rows;
  const double lines = rows_used * scale_ * (kBitLineFf + kMultiplierFf * design_.input_density);
  double capacitors = 0;
  if (design_.domain == AnalogDomain::charge) {
    // Capacitors of unused rows stay on the column.
    const double ones = design_.input_density * design_.weight_density * rows_used / rows;
    capacitors = rows * design_.unit_capacitor_ff * ones * (1 - ones * design_.attenuation);
  }
  return design_.array_scale * squared_supply() * (capacitors + lines);
}

double ComponentEnergy::word_line(int width) const {
  const bool pulses = width > 1 && design_.row_driver == RowDriver::pulse;
  const double mean_pulses = pulses ? (std::exp2(width) - 1) / 2 : 1;
  return design_.array_scale * squared_supply() * design_.input_density * design_.columns * scale_ * kWordLineFf *
         mean_pulses;
}

double ComponentEnergy::row_dac(int width) const {
  if (!design_.encoded || design_.row_driver != RowDriver::dac) return 0;
  return design_.dac_scale * kRowDacPerBitFf * width * squared_supply();
}

double ComponentEnergy::full_adder() const {
  return kFullAdderNands * kNandFf * scale_ * squared_supply();
}

double ComponentEnergy::flip_flop() const {
  return kFlipFlopNands * kNandFf * scale_ * squared_supply();
}

double ComponentEnergy::shift_add_of(double converter_bits, double weight_bits, double activation_bits,
                                     double cycles) const {
  double full_adders = 0;
  double accumulator_bits = 0;
  if (weight_bits > 1) {
    full_adders = converter_bits * (weight_bits - 1) + weight_bits * (std::log2(weight_bits) - 0.5);
  }
  if (weight_bits > 1 || cycles > 1) {
    accumulator_bits = activation_bits + weight_bits + std::ceil(std::log2(design_.rows));
  }
  return kLogicActivity * (full_adders * full_adder() + accumulator_bits * (full_adder() + flip_flop()));
}

double ComponentEnergy::shift_add() const {
  return design_.shift_add_scale * shift_add_of(design_.adc_bits, design_.weight_bits, design_.activation_bits,
                                                static_cast<double>(design_.cycle_widths.size()));
}

double ComponentEnergy::digital_bit_product() const {
  return design_.digital_scale * kDigitalActivity *
         (kMultiplierFf * scale_ * squared_supply() + kDigitalFullAdders * full_adder());
}

double ComponentEnergy::digital_multiply_accumulate(double weight_bits, double activation_bits) const {
  const double bit_product =
      kDigitalActivity * (kMultiplierFf * scale_ * squared_supply() + kDigitalFullAdders * full_adder());
  const double sum_bits = std::ceil(std::log2(design_.rows)) + 1;
  const double accumulation = activation_bits * shift_add_of(sum_bits, weight_bits, activation_bits, activation_bits);
  return design_.digital_layer_scale * (weight_bits * activation_bits * bit_product + accumulation / design_.rows);
}

double ComponentEnergy::buffer_read_bit() const {
  const double supply = design_.supply_voltage / kReferenceSupply;
  return kSramReadFj * std::pow(design_.buffer_kb, kSramSizeExponent) * scale_ * supply * supply;
}

double ComponentEnergy::buffer_write_bit() const {
  return kSramWriteFactor * buffer_read_bit();
}

double ComponentEnergy::partial_sum(double reduction) const {
  const double bits = design_.activation_bits + design_.weight_bits + std::ceil(std::log2(reduction));
  return bits * (kLogicActivity * full_adder() + buffer_read_bit() + buffer_write_bit());
}

double ComponentEnergy::weight_write_bit() const {
  // Both bit lines of the column swing over its whole length.
  return 2 * design_.rows * kBitLineFf * scale_ * squared_supply() + buffer_read_bit();
}

}  // namespace acim::cost
