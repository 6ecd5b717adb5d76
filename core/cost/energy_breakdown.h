#pragma once

namespace acim::cost {

/// Energy by part, fJ unless said otherwise.
struct EnergyBreakdown {
  double adc = 0;
  double array = 0;
  double wordline = 0;
  double dac = 0;
  double shift_add = 0;
  double digital = 0;  ///< digital cycles, and layers that stay digital
  double partial_sums = 0;
  double buffers = 0;
  double weights = 0;

  /// What the compute-in-memory macro itself takes.
  double macro() const { return adc + array + wordline + dac + shift_add + digital; }
  double total() const { return macro() + partial_sums + buffers + weights; }

  EnergyBreakdown& operator+=(const EnergyBreakdown& other);
  EnergyBreakdown scaled(double factor) const;
};

}  // namespace acim::cost
