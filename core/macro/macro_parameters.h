#pragma once

#include <cstdint>

namespace acim {

enum class HybridReadout { exact, adc };
enum class VotingRule { mode, median, mean };
enum class Mapping { whole_channels, dense };
enum class ActivationScale { calibrated, per_image, per_batch };
enum class SignedActivations { automatic, always, never };
enum class MatmulStationary { first, second };

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

  bool operator==(const MacroParameters&) const = default;
};

}  // namespace acim
