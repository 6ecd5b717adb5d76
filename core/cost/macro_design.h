#pragma once

#include <optional>
#include <vector>

#include "macro/macro_parameters.h"

namespace acim::cost {

/// What the energy equations need to know of a macro. More than MacroParameters can say: published chips have operands
/// of 1 or 1.5 bits and converters of 3.4.
struct MacroDesign {
  double node_nm = 28;
  double supply_voltage = 0.8;
  AnalogDomain domain = AnalogDomain::charge;
  int rows = 256;  ///< N: products summed by one conversion
  int columns = 256;
  double weight_bits = 8;
  double activation_bits = 8;
  double cells_per_weight = 8;
  double conversions_per_weight = 8;  ///< per cycle; 1: the bits of a weight are combined in the analog domain
  std::vector<int> cycle_widths;      ///< activation bits applied in each cycle
  bool encoded = false;               ///< several activation bits at once: rows have drivers
  RowDriver row_driver = RowDriver::dac;

  AdcType adc_type = AdcType::sar;
  double adc_bits = 8;
  double comparators = 0;                      ///< of a flash ADC; 0: 2^B - 1
  double adc_range = 1;                        ///< (0, 1] of the column's full scale
  std::optional<double> comparator_noise_lsb;  ///< physical noise: the comparator is sized for it
  int columns_per_adc = 1;

  double unit_capacitor_ff = 1;
  double attenuation = 1 / 1.3;
  double input_density = 0.5;
  double weight_density = 0.5;
  double buffer_kb = 64;

  double adc_scale = 1;  ///< calibration: factor on each part's energy, 1 without
  double array_scale = 1;
  double dac_scale = 1;
  double shift_add_scale = 1;
  double digital_scale = 1;  ///< of digital cycles on the macro
  double digital_layer_scale = 1;
};

/// The design that knobs describe; `signed_activations` adds the sign's cycle.
MacroDesign design_of(const MacroParameters& macro, bool signed_activations);

}  // namespace acim::cost
