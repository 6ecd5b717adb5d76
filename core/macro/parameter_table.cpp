#include "macro/parameter_table.h"

#include <array>
#include <limits>
#include <type_traits>

namespace acim {

namespace {

template <typename T>
struct MemberOf;
template <typename T>
struct MemberOf<T MacroParameters::*> {
  using Type = T;
};

/// Names of an enumeration's values, in their order.
template <typename T>
constexpr std::array<std::string_view, 0> kChoices = {};
template <>
constexpr std::array<std::string_view, 2> kChoices<HybridReadout> = {"exact", "adc"};
template <>
constexpr std::array<std::string_view, 3> kChoices<VotingRule> = {"mode", "median", "mean"};
template <>
constexpr std::array<std::string_view, 2> kChoices<Mapping> = {"whole_channels", "dense"};
template <>
constexpr std::array<std::string_view, 3> kChoices<ActivationScale> = {"calibrated", "per_image", "per_batch"};
template <>
constexpr std::array<std::string_view, 3> kChoices<SignedActivations> = {"auto", "always", "never"};
template <>
constexpr std::array<std::string_view, 2> kChoices<MatmulStationary> = {"first", "second"};
template <>
constexpr std::array<std::string_view, 4> kChoices<AnalogDomain> = {"charge", "current", "resistive", "time"};
template <>
constexpr std::array<std::string_view, 3> kChoices<AdcType> = {"sar", "flash", "sense_amp"};
template <>
constexpr std::array<std::string_view, 2> kChoices<RowDriver> = {"dac", "pulse"};
template <>
constexpr std::array<std::string_view, 2> kChoices<VotingCost> = {"full", "comparator"};
template <>
constexpr std::array<std::string_view, 2> kChoices<NoiseSource> = {"typed", "physical"};

template <typename T>
constexpr ParameterType kTypeOf = std::is_same_v<T, bool>            ? ParameterType::boolean
                                  : std::is_same_v<T, int>           ? ParameterType::integer
                                  : std::is_same_v<T, std::uint64_t> ? ParameterType::unsigned64
                                  : std::is_same_v<T, double>        ? ParameterType::real
                                                                     : ParameterType::choice;

template <typename T>
ParameterValue to_value(T member) {
  if constexpr (std::is_enum_v<T>) {
    return std::string(kChoices<T>[static_cast<std::size_t>(member)]);
  } else if constexpr (std::is_same_v<T, int>) {
    return std::int64_t{member};
  } else {
    return member;
  }
}

template <typename T>
T from_value(const ParameterValue& value) {
  if constexpr (std::is_enum_v<T>) {
    const auto& name = std::get<std::string>(value);
    for (std::size_t i = 0; i < kChoices<T>.size(); ++i) {
      if (kChoices<T>[i] == name) return static_cast<T>(i);
    }
    throw std::bad_variant_access();
  } else if constexpr (std::is_same_v<T, int>) {
    return static_cast<int>(std::get<std::int64_t>(value));
  } else {
    return std::get<T>(value);
  }
}

/// What differs between knobs of one type; the rest of a row follows from the member.
struct Look {
  double minimum = 0;
  double maximum = 0;
  ParameterScale scale = ParameterScale::linear;
  double slider_step = 1;
  int decimals = 0;
  bool minimum_excluded = false;
  bool maximum_excluded = false;
  bool odd = false;
  bool per_layer = true;
};

template <auto Member>
Parameter knob(std::string_view key, std::string_view label, ParameterGroup group, std::string_view unit,
               const Look& look, std::string_view meaning) {
  using T = typename MemberOf<decltype(Member)>::Type;
  Parameter p;
  p.key = key;
  p.label = label;
  p.group = group;
  p.unit = unit;
  p.type = kTypeOf<T>;
  p.minimum = look.minimum;
  p.maximum = look.maximum;
  p.minimum_excluded = look.minimum_excluded;
  p.maximum_excluded = look.maximum_excluded;
  p.odd = look.odd;
  p.scale = look.scale;
  p.slider_step = look.slider_step;
  p.decimals = look.decimals;
  if constexpr (std::is_enum_v<T>) p.choices.assign(kChoices<T>.begin(), kChoices<T>.end());
  p.per_layer = look.per_layer;
  p.meaning = meaning;
  p.get = [](const MacroParameters& parameters) { return to_value(parameters.*Member); };
  p.set = [](MacroParameters& parameters, const ParameterValue& value) { parameters.*Member = from_value<T>(value); };
  return p;
}

using P = MacroParameters;
using G = ParameterGroup;
constexpr ParameterScale kLogarithmic = ParameterScale::logarithmic;
constexpr double kLargestSeed = static_cast<double>(std::numeric_limits<std::uint64_t>::max());

std::vector<Parameter> array_rows() {
  return {
      knob<&P::weight_bits>("weight_bits", "Weight bits", G::array, "bit", {.minimum = 2, .maximum = 9},
                            "Bits of a weight in two's complement. Each bit has a column of cells of its own."),
      knob<&P::activation_bits>("activation_bits", "Activation bits", G::array, "bit", {.minimum = 2, .maximum = 9},
                                "Bits of an activation on the rows, the sign included when activations are signed."),
      knob<&P::rows>(
          "rows", "Rows", G::array, "", {.minimum = 1, .maximum = 4096, .scale = kLogarithmic},
          "Rows whose products are summed on the column by one conversion. More rows mean fewer conversions, but a "
          "larger full scale for the same ADC."),
      knob<&P::columns>("columns", "Columns", G::array, "",
                        {.minimum = 1, .maximum = 4096, .scale = kLogarithmic, .per_layer = false},
                        "Physical columns of one macro. They set cost only; results do not depend on them."),
      knob<&P::mapping>(
          "mapping", "Mapping", G::array, "", {},
          "How a long reduction is cut to the rows: in whole channels of a convolution, or densely through channels, "
          "which fills the rows better."),
      knob<&P::weight_parallel>(
          "weight_parallel", "Weight parallel", G::array, "", {},
          "All bits of a weight are summed in the analog domain with their significance, and one bipolar "
          "conversion reads the sum."),
      knob<&P::matmul_stationary>(
          "matmul_stationary", "Stationary operand", G::array, "", {},
          "Which operand of a product of two activations (attention) sits in the cells; the other one is "
          "streamed on the rows."),
  };
}

std::vector<Parameter> converter_rows() {
  return {
      knob<&P::adc_bits>(
          "adc_bits", "ADC bits", G::converter, "bit", {.minimum = 1, .maximum = 14},
          "Resolution of the column's ADC: 2^b codes over its input range. Sums of 2^b - 1 rows are read without "
          "rounding."),
      knob<&P::encoding_bits>(
          "encoding_bits", "Encoding bits", G::converter, "bit", {.minimum = 1, .maximum = 9},
          "Activation bits applied at once as an analog level. 1 is bit-serial; more need fewer cycles, but "
          "widen the column sum for the same ADC."),
      knob<&P::adc_range_percent>(
          "adc_range_percent", "ADC range", G::converter, "%",
          {.minimum = 0,
           .maximum = 100,
           .scale = kLogarithmic,
           .slider_step = 1,
           .decimals = 1,
           .minimum_excluded = true},
          "Width of the ADC's input range in per cent of the column's full scale. A narrow range has finer "
          "steps; sums outside of it clip."),
      knob<&P::adc_offset_percent>(
          "adc_offset_percent", "ADC offset", G::converter, "%",
          {.minimum = 0, .maximum = 100, .slider_step = 1, .decimals = 1, .maximum_excluded = true},
          "Lower edge of the ADC's input range in per cent of the column's full scale. Offset and range "
          "are at most 100 % together."),
      knob<&P::adc_type>(
          "adc_type", "ADC type", G::converter, "", {},
          "Circuit of the ADC, for its energy, time and area: successive approximation, flash, or one sense amplifier, "
          "which resolves one bit."),
      knob<&P::adc_comparators>(
          "adc_comparators", "ADC comparators", G::converter, "", {.minimum = 0, .maximum = 4095},
          "Comparators of a flash ADC, for its energy and area; 0 stands for 2^b - 1. Other types ignore it."),
      knob<&P::columns_per_adc>(
          "columns_per_adc", "Columns per ADC", G::converter, "",
          {.minimum = 1, .maximum = 4096, .scale = kLogarithmic},
          "Columns that share one ADC by turns: less area, more time, the same energy and the same results."),
  };
}

std::vector<Parameter> activation_rows() {
  return {
      knob<&P::activation_scale>(
          "activation_scale", "Activation scale", G::activations, "", {.per_layer = false},
          "Where the full scale of activations comes from: stored calibration images, the image itself, or "
          "its batch."),
      knob<&P::activation_percentile>(
          "activation_percentile", "Activation percentile", G::activations, "%",
          {.minimum = 50, .maximum = 100, .slider_step = 0.1, .decimals = 2},
          "The calibrated scale is this percentile of a layer's calibration values, 100 the maximum; "
          "larger values clip. Tight clipping fills the upper bits."),
      knob<&P::signed_activations>(
          "signed_activations", "Signed activations", G::activations, "", {},
          "Whether activations carry a sign bit, which takes a cycle of its own; auto: when calibration saw "
          "a negative value."),
      knob<&P::batch>(
          "batch", "Batch", G::activations, "",
          {.minimum = 1, .maximum = 1000, .scale = kLogarithmic, .per_layer = false},
          "Images computed together as one block. Part of the result only when the activation scale is per batch."),
  };
}

std::vector<Parameter> noise_rows() {
  return {
      knob<&P::noise_source>(
          "noise_source", "Noise source", G::noise, "", {.per_layer = false},
          "Typed: random noise and nonlinearity as they stand below. Physical: both follow from comparator noise, unit "
          "capacitor and mismatch, and so does the energy; the two typed values then wait."),
      knob<&P::random_noise_percent>(
          "random_noise_percent", "Random noise", G::noise, "%",
          {.minimum = 0, .maximum = 100, .scale = kLogarithmic, .slider_step = 0.005, .decimals = 3},
          "Standard deviation of the noise of one conversion (thermal, comparator, supply) in per cent of the column's "
          "full scale."),
      knob<&P::nonlinearity_percent>(
          "nonlinearity_percent", "Nonlinearity", G::noise, "%",
          {.minimum = 0, .maximum = 100, .scale = kLogarithmic, .slider_step = 0.005, .decimals = 3},
          "Standard deviation of the mismatch noise in per cent of the column's full scale; it falls as one over the "
          "root of the "
          "column sum, as mismatch averages out."),
      knob<&P::comparator_noise_lsb>(
          "comparator_noise_lsb", "Comparator noise", G::noise, "LSB",
          {.minimum = 0.01, .maximum = 10, .scale = kLogarithmic, .slider_step = 0.05, .decimals = 2},
          "Physical noise: standard deviation of the comparator's decision in steps of the ADC. Halving it costs four "
          "times the comparator's energy."),
      knob<&P::reference_noise_percent>(
          "reference_noise_percent", "Reference noise", G::noise, "%",
          {.minimum = 0, .maximum = 10, .scale = kLogarithmic, .slider_step = 0.005, .decimals = 3},
          "Physical noise: standard deviation of the ADC's reference in per cent of the column's full scale."),
      knob<&P::adc_inl_lsb>(
          "adc_inl_lsb", "ADC INL", G::noise, "LSB",
          {.minimum = 0, .maximum = 10, .scale = kLogarithmic, .slider_step = 0.05, .decimals = 2},
          "Physical noise: integral nonlinearity of the ADC, root mean square in steps of the ADC; it adds to the "
          "capacitors' mismatch."),
  };
}

std::vector<Parameter> current_domain_rows() {
  return {
      knob<&P::compression_alpha>(
          "compression_alpha", "Compression", G::current_domain, "",
          {.minimum = 0, .maximum = 1, .scale = kLogarithmic, .slider_step = 0.0001, .decimals = 5},
          "Gain compression a of a current-domain column: its sum s is read as s / (1 + a s), typically with "
          "0.0001 to 0.001."),
      knob<&P::weight_variation_percent>(
          "weight_variation_percent", "Weight variation", G::current_domain, "%",
          {.minimum = 0, .maximum = 100, .scale = kLogarithmic, .slider_step = 0.1, .decimals = 2},
          "Standard deviation of each cell's current in per cent of one cell. It is static: the seed draws one chip. "
          "Simulated cell by cell, some fifteen times slower."),
  };
}

std::vector<Parameter> hybrid_and_voting_rows() {
  return {
      knob<&P::hybrid_levels>(
          "hybrid_levels", "Hybrid levels", G::hybrid_and_voting, "", {.minimum = 0, .maximum = 17},
          "Most significant diagonals (weight bit plus activation cycle) that are computed digitally, without "
          "conversion."),
      knob<&P::hybrid_readout>(
          "hybrid_readout", "Hybrid readout", G::hybrid_and_voting, "", {},
          "Digital cycles give the exact sum, or go through a noise-free ADC as in the published simulator."),
      knob<&P::voting_levels>(
          "voting_levels", "Voting levels", G::hybrid_and_voting, "", {.minimum = 0, .maximum = 17},
          "Most significant diagonals (weight bit plus activation cycle) that are converted several times."),
      knob<&P::voting_samples>("voting_samples", "Voting samples", G::hybrid_and_voting, "",
                               {.minimum = 1, .maximum = 31, .slider_step = 2, .odd = true},
                               "Conversions of a voted cycle; each has noise of its own."),
      knob<&P::voting_rule>(
          "voting_rule", "Voting rule", G::hybrid_and_voting, "", {},
          "How the codes of a voted cycle become one: the most frequent (the smallest of those tied), the median or "
          "the mean."),
      knob<&P::voting_cost>(
          "voting_cost", "Voting cost", G::hybrid_and_voting, "", {},
          "What a voted cycle pays for: whole conversions, each with the array evaluated anew, or only its last "
          "comparisons repeated."),
      knob<&P::voted_comparisons>(
          "voted_comparisons", "Voted comparisons", G::hybrid_and_voting, "", {.minimum = 1, .maximum = 14},
          "How many of the last comparisons of a conversion are repeated when voting costs comparisons only."),
  };
}

std::vector<Parameter> digital_rows() {
  return {
      knob<&P::digital_weight_bits>("digital_weight_bits", "Digital weight bits", G::digital, "bit",
                                    {.minimum = 2, .maximum = 9},
                                    "Bits of the weights of layers that stay digital, computed with exact integers."),
      knob<&P::digital_activation_bits>(
          "digital_activation_bits", "Digital activation bits", G::digital, "bit", {.minimum = 2, .maximum = 9},
          "Bits of the activations of layers that stay digital, computed with exact integers."),
  };
}

std::vector<Parameter> randomness_rows() {
  return {
      knob<&P::seed>("seed", "Seed", G::randomness, "", {.minimum = 0, .maximum = kLargestSeed, .per_layer = false},
                     "Number that all randomness follows from: another seed is another chip and other noise, the same "
                     "seed the same "
                     "result."),
  };
}

std::vector<Parameter> technology_rows() {
  return {
      knob<&P::node_nm>(
          "node_nm", "Node", G::technology, "nm",
          {.minimum = 5, .maximum = 130, .scale = kLogarithmic, .per_layer = false},
          "Technology node. Digital and wire capacitances scale with it; the ADC and the unit capacitor do "
          "not."),
      knob<&P::supply_voltage>("supply_voltage", "Supply voltage", G::technology, "V",
                               {.minimum = 0.4, .maximum = 1.5, .slider_step = 0.05, .decimals = 2, .per_layer = false},
                               "Supply of the macro. Every energy goes with its square, and thermal noise counts less "
                               "the higher it is."),
      knob<&P::domain>("domain", "Domain", G::technology, "", {.per_layer = false},
                       "What the cells add on a column, for the energy: charges, currents, currents through resistive "
                       "cells, or delays. Only the charge domain is calibrated."),
      knob<&P::unit_capacitor_ff>(
          "unit_capacitor_ff", "Unit capacitor", G::technology, "fF",
          {.minimum = 0.1, .maximum = 20, .scale = kLogarithmic, .slider_step = 0.1, .decimals = 2},
          "Capacitor of one cell in the charge domain. A larger one costs energy, and matches better: physical noise "
          "falls with its root."),
      knob<&P::attenuation>(
          "attenuation", "Attenuation", G::technology, "",
          {.minimum = 0, .maximum = 1, .slider_step = 0.05, .decimals = 3, .minimum_excluded = true},
          "Swing of a column over the supply: the unit capacitors' share of the column's capacitance, "
          "1 without parasitics."),
      knob<&P::row_driver>(
          "row_driver", "Row driver", G::technology, "", {},
          "How several activation bits at once reach a row, for the energy: as a level of a DAC or as a "
          "number of pulses."),
      knob<&P::cells_per_weight>(
          "cells_per_weight", "Cells per weight", G::technology, "", {.minimum = 0, .maximum = 64},
          "Columns of cells that a weight takes, for energy and area; 0 stands for one per weight bit, which is what "
          "is simulated."),
      knob<&P::conversions_per_weight>(
          "conversions_per_weight", "Conversions per weight", G::technology, "", {.minimum = 0, .maximum = 64},
          "Conversions that a weight takes in one cycle, for energy and time; 0 stands for what is simulated: one per "
          "weight bit, or one when weight parallel."),
      knob<&P::input_density>(
          "input_density", "Input density", G::technology, "",
          {.minimum = 0, .maximum = 1, .slider_step = 0.05, .decimals = 2},
          "Share of ones, or the mean level, that activations put on the rows; taken for the energy "
          "and for the typical column sum."),
      knob<&P::weight_density>("weight_density", "Weight density", G::technology, "",
                               {.minimum = 0, .maximum = 1, .slider_step = 0.05, .decimals = 2},
                               "Share of cells that hold a one; taken for the energy and for the typical column sum."),
  };
}

std::vector<Parameter> chip_rows() {
  return {
      knob<&P::macros>("macros", "Macros", G::chip, "",
                       {.minimum = 1, .maximum = 65536, .scale = kLogarithmic, .per_layer = false},
                       "Macros on the chip, all at work at once. They set the latency, and whether all weights fit."),
      knob<&P::weights_resident>(
          "weights_resident", "Weights resident", G::chip, "", {.per_layer = false},
          "Weights stay in the macros and are written once for several images; otherwise they are "
          "written anew for every image."),
      knob<&P::images_per_load>("images_per_load", "Images per load", G::chip, "",
                                {.minimum = 1, .maximum = 1e9, .scale = kLogarithmic, .per_layer = false},
                                "Images that share the energy of writing resident weights once."),
      knob<&P::buffer_kb>(
          "buffer_kb", "Buffer size", G::chip, "KB",
          {.minimum = 0.25, .maximum = 4096, .scale = kLogarithmic, .decimals = 2, .per_layer = false},
          "Size of the memories for inputs, outputs and partial sums; a larger one costs more per bit."),
  };
}

/// Factors that bring the model onto a measured chip.
std::vector<Parameter> calibration_rows() {
  constexpr Look kFactor = {
      .minimum = 0.01, .maximum = 100, .scale = kLogarithmic, .slider_step = 0.05, .decimals = 3, .per_layer = false};
  return {
      knob<&P::energy_scale>("energy_scale", "Energy scale", G::calibration, "", kFactor,
                             "Factor on all energies of the macro that brings the model onto a measured chip. Not "
                             "together with the factors of single parts."),
      knob<&P::adc_scale>("adc_scale", "ADC scale", G::calibration, "", kFactor,
                          "Factor on the energy of the ADC alone, from a measured breakdown or another ADC."),
      knob<&P::array_scale>("array_scale", "Array scale", G::calibration, "", kFactor,
                            "Factor on the energy of cells, bit lines and word lines, from a measured breakdown."),
      knob<&P::dac_scale>("dac_scale", "DAC scale", G::calibration, "", kFactor,
                          "Factor on the energy of the row DACs alone, from a measured breakdown or another DAC."),
      knob<&P::digital_scale>("digital_scale", "Digital scale", G::calibration, "", kFactor,
                              "Factor on the energy of digital cycles, digital layers and the all-digital reference."),
  };
}

std::vector<Parameter> make_table() {
  std::vector<Parameter> table;
  for (auto rows : {array_rows(), converter_rows(), activation_rows(), noise_rows(), current_domain_rows(),
                    hybrid_and_voting_rows(), digital_rows(), technology_rows(), chip_rows(), calibration_rows(),
                    randomness_rows()}) {
    table.insert(table.end(), rows.begin(), rows.end());
  }
  return table;
}

}  // namespace

std::span<const Parameter> parameter_table() {
  static const std::vector<Parameter> table = make_table();
  return table;
}

std::string_view group_label(ParameterGroup group) {
  switch (group) {
    case ParameterGroup::array:
      return "Array";
    case ParameterGroup::converter:
      return "Converter";
    case ParameterGroup::activations:
      return "Activations";
    case ParameterGroup::noise:
      return "Noise";
    case ParameterGroup::current_domain:
      return "Current domain";
    case ParameterGroup::hybrid_and_voting:
      return "Hybrid and voting";
    case ParameterGroup::digital:
      return "Digital layers";
    case ParameterGroup::technology:
      return "Technology";
    case ParameterGroup::chip:
      return "Chip";
    case ParameterGroup::calibration:
      return "Energy calibration";
    case ParameterGroup::randomness:
      return "Randomness";
  }
  return "";
}

}  // namespace acim
