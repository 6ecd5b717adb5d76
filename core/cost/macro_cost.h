#pragma once

#include <string_view>

#include "cost/energy_breakdown.h"
#include "cost/macro_design.h"
#include "macro/macro_parameters.h"

namespace acim::cost {

/// How far a figure may be from silicon.
struct Trust {
  double factor = 2;       ///< one standard deviation over published chips: between figure / factor and figure * factor
  bool best_case = false;  ///< a bound from below rather than an estimate
  std::string_view basis;  ///< on what the factor rests, a sentence
};
Trust energy_trust(AnalogDomain domain);
Trust buffer_trust();
Trust latency_trust();
Trust area_trust();

/// Energy of one multiply-accumulate on a macro whose rows and columns are all used, without partial sums, buffers and
/// weight loads. Digital and voted cycles are not looked at.
EnergyBreakdown energy_per_mac(const MacroDesign& design, bool with_shift_add);

/// A macro at work with nothing else around it.
struct MacroCost {
  EnergyBreakdown fj_per_mac;
  double tops_per_watt = 0;
  double tops_per_watt_1b = 0;  ///< times weight bits times activation bits
  double conversion_ns = 0;
  double area_mm2 = 0;
  double adc_um2 = 0;   ///< one converter
  double cell_um2 = 0;  ///< one cell
  double tops_per_mm2 = 0;
  double digital_fj_per_mac = 0;  ///< the all-digital macro of the same rows and bits, as a reference
  Trust energy_trust;
};
/// Hybrid, voted and weight-parallel cycles are charged. `auto` signs count as unsigned. Error(usage) when a weight
/// does not fit the columns, or as validate().
MacroCost macro_cost(const MacroParameters& macro);

/// Time of one conversion: B comparisons of a SAR, one otherwise (28 nm, 0.9 V; not scaled).
double conversion_ns(const MacroDesign& design);
/// Area of one converter (28 nm; not scaled with the node, as capacitors and matching set it).
double adc_area_um2(const MacroDesign& design);
double macro_area_mm2(const MacroDesign& design);
/// 2 operations per multiply-accumulate.
double tops_per_watt(double fj_per_mac);

}  // namespace acim::cost
