#pragma once

#include <cstdint>

namespace acim {

enum class HybridReadout { exact, adc };
enum class VotingRule { mode, median, mean };
enum class Mapping { whole_channels, dense };
enum class ActivationScale { calibrated, per_image, per_batch };
enum class SignedActivations { automatic, always, never };
enum class MatmulStationary { first, second };
/// What a column sums: charges on capacitors, currents, currents through resistive cells, delays.
enum class AnalogDomain { charge, current, resistive, time };
enum class AdcType { sar, flash, sense_amp };
enum class RowDriver { dac, pulse };
/// What a voted cycle repeats: whole conversions, or the last comparisons of one.
enum class VotingCost { full, comparator };
/// Where the two noises of a conversion come from: typed in, or from comparator, unit capacitor and mismatch.
enum class NoiseSource { typed, physical };

/// The knobs of one macro, plain values. Meaning, unit, range, default and key of each stand in the parameter table
/// (parameter_table.h), nowhere else; the initialisers here are checked against it by a test.
struct MacroParameters {
  int weight_bits = 8;
  int activation_bits = 8;
  int rows = 255;
  int columns = 256;
  int adc_bits = 8;
  double adc_range_percent = 100;
  double adc_offset_percent = 0;
  int encoding_bits = 1;
  bool weight_parallel = false;
  double random_noise_percent = 0;
  double nonlinearity_percent = 0;
  double compression_alpha = 0;
  double weight_variation_percent = 0;
  int hybrid_levels = 0;
  HybridReadout hybrid_readout = HybridReadout::exact;
  int voting_levels = 0;
  int voting_samples = 1;
  VotingRule voting_rule = VotingRule::mode;
  Mapping mapping = Mapping::whole_channels;
  ActivationScale activation_scale = ActivationScale::calibrated;
  double activation_percentile = 100;
  SignedActivations signed_activations = SignedActivations::automatic;
  MatmulStationary matmul_stationary = MatmulStationary::second;
  int digital_weight_bits = 8;
  int digital_activation_bits = 8;
  int batch = 20;
  std::uint64_t seed = 1;

  NoiseSource noise_source = NoiseSource::typed;
  double comparator_noise_lsb = 0.5;
  double reference_noise_percent = 0;
  double adc_inl_lsb = 0;

  // What a conversion costs; results do not depend on them but for physical noise.
  int node_nm = 28;
  double supply_voltage = 0.8;
  AnalogDomain domain = AnalogDomain::charge;
  double unit_capacitor_ff = 1;
  double attenuation = 1 / 1.3;
  AdcType adc_type = AdcType::sar;
  int adc_comparators = 0;  ///< 0: 2^adc_bits - 1
  int columns_per_adc = 1;
  int cells_per_weight = 0;        ///< 0: weight_bits
  int conversions_per_weight = 0;  ///< 0: weight_bits, or 1 when weight_parallel
  RowDriver row_driver = RowDriver::dac;
  VotingCost voting_cost = VotingCost::full;
  int voted_comparisons = 3;
  double input_density = 0.5;
  double weight_density = 0.5;
  int macros = 1;
  bool weights_resident = true;
  int images_per_load = 1;
  double buffer_kb = 64;
  double energy_scale = 1;
  double adc_scale = 1;
  double array_scale = 1;
  double dac_scale = 1;
  double digital_scale = 1;

  bool operator==(const MacroParameters&) const = default;
};

}  // namespace acim
