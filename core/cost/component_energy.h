#pragma once

#include "cost/macro_design.h"

namespace acim::cost {

/// Energy of one event of each part of a macro, fJ (docs/energy-model.md, Energy). fF V^2 = fJ.
class ComponentEnergy {
 public:
  explicit ComponentEnergy(MacroDesign design);

  const MacroDesign& design() const { return design_; }

  /// One conversion.
  double conversion() const;
  /// One conversion whose last `comparisons` comparisons are done `samples` times.
  double voted_conversion(int comparisons, int samples) const;

  /// One cycle of one column of N rows, `rows_used` of which hold weights (0..N).
  double column(double rows_used) const;
  /// Pulses of one row through all columns of a macro in a cycle of `width` activation bits.
  double word_line(int width) const;
  /// The row's DAC in that cycle; 0 where there is none.
  double row_dac(int width) const;
  /// Adder tree over weight bits and accumulator, per output and activation cycle.
  double shift_add() const;

  /// One product of single bits in digital logic, its share of the adder tree included.
  double digital_bit_product() const;
  /// One multiply-accumulate of the all-digital macro of the same rows.
  double digital_multiply_accumulate(double weight_bits, double activation_bits) const;

  /// Reading one bit of a memory of the design's buffer size; writing costs more.
  double buffer_read_bit() const;
  double buffer_write_bit() const;
  /// Adding one partial sum of a reduction of K elements to one that waits in the buffer.
  double partial_sum(double reduction) const;
  /// Writing one bit of a weight from the buffer into its cell.
  double weight_write_bit() const;

 private:
  double squared_supply() const { return design_.supply_voltage * design_.supply_voltage; }
  double full_adder() const;
  double flip_flop() const;
  double shift_add_of(double converter_bits, double weight_bits, double activation_bits, double cycles) const;

  MacroDesign design_;
  double scale_;  ///< of logic and wires at this node
};

}  // namespace acim::cost
