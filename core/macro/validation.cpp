// What a set of parameters may be: each value in its range, and no contradictions.

#include <fmt/format.h>

#include <initializer_list>

#include "base/error.h"
#include "macro/parameter_table.h"
#include "macro/physical_noise.h"

namespace acim {

namespace {

/// Cycles of the activations, at least: `auto` signedness is not known before calibration and counts as unsigned.
int least_cycles(const MacroParameters& p) {
  if (p.signed_activations == SignedActivations::always) {
    return (p.activation_bits - 1 + p.encoding_bits - 1) / p.encoding_bits + 1;
  }
  return (p.activation_bits + p.encoding_bits - 1) / p.encoding_bits;
}

Filling setting(const MacroParameters& p, std::string_view key) {
  return Filling::setting(key, value_text(parameter_of(key).get(p)));
}
Filling knob(std::string_view key) {
  return Filling::knob(key);
}
Filling switched_off(std::string_view key) {
  return Filling::value_of(key, "false");
}

void add_values_out_of_range(const MacroParameters& p, std::vector<ParameterProblem>& problems) {
  for (const Parameter& parameter : parameter_table()) {
    try {
      check_value(parameter, parameter.get(p));
    } catch (const Error& error) {
      problems.push_back({{std::string(parameter.key)}, error.sentence()});
    }
  }
}

void add_range_contradictions(const MacroParameters& p, std::vector<ParameterProblem>& problems) {
  // 33.3 + 66.7 is a little over 100 in binary.
  if (p.adc_offset_percent + p.adc_range_percent > 100 + 1e-9) {
    problems.push_back(
        {{"adc_offset_percent", "adc_range_percent"},
         Phrase("ParameterProblem",
                "{} and {} reach beyond the column's full scale. Lower one of them: together they are at most 100 %.")
             .filled_with({setting(p, "adc_offset_percent"), setting(p, "adc_range_percent")})});
  }
  if (p.encoding_bits > p.activation_bits) {
    problems.push_back({{"encoding_bits", "activation_bits"},
                        Phrase("ParameterProblem", "{} is more than {}. Lower {} to at most {}.")
                            .filled_with({setting(p, "encoding_bits"), setting(p, "activation_bits"),
                                          knob("encoding_bits"), Filling::number(p.activation_bits)})});
    return;  // the number of cycles means nothing then
  }
  const int diagonals = p.weight_bits + least_cycles(p) - 1;
  for (const std::string key : {"hybrid_levels", "voting_levels"}) {
    if (std::get<std::int64_t>(parameter_of(key).get(p)) <= diagonals) continue;
    problems.push_back(
        {{key, "weight_bits", "encoding_bits"},
         Phrase("ParameterProblem",
                "{} is more than the {} diagonals of {} and {} activation cycles ({}). Lower {} to at most {}.")
             .filled_with({setting(p, key), Filling::number(diagonals), setting(p, "weight_bits"),
                           Filling::number(least_cycles(p)), setting(p, "encoding_bits"), knob(key),
                           Filling::number(diagonals)})});
  }
}

void add_weight_parallel_contradictions(const MacroParameters& p, std::vector<ParameterProblem>& problems) {
  if (!p.weight_parallel) return;
  for (const std::string key :
       {"hybrid_levels", "voting_levels", "compression_alpha", "weight_variation_percent", "adc_offset_percent"}) {
    const ParameterValue value = parameter_of(key).get(p);
    if (value == ParameterValue(std::int64_t{0}) || value == ParameterValue(0.0)) continue;
    problems.push_back({{"weight_parallel", key},
                        Phrase("ParameterProblem", "{} excludes {}. Set {} to 0 or {} to {}.")
                            .filled_with({setting(p, "weight_parallel"), setting(p, key), knob(key),
                                          knob("weight_parallel"), switched_off("weight_parallel")})});
  }
  if (p.adc_bits < 2) {
    problems.push_back(
        {{"weight_parallel", "adc_bits"},
         Phrase("ParameterProblem", "{} needs a sign and so excludes {}. Set {} to at least 2 or {} to {}.")
             .filled_with({setting(p, "weight_parallel"), setting(p, "adc_bits"), knob("adc_bits"),
                           knob("weight_parallel"), switched_off("weight_parallel")})});
  }
}

/// The whole macro's factor holds those of its parts already.
void add_calibration_contradictions(const MacroParameters& p, std::vector<ParameterProblem>& problems) {
  if (p.energy_scale == 1) return;
  for (const std::string key : {"adc_scale", "array_scale", "dac_scale"}) {
    if (parameter_of(key).get(p) == ParameterValue(1.0)) continue;
    problems.push_back({{"energy_scale", key},
                        Phrase("ParameterProblem", "{} and {} calibrate the same energy twice. Set one of them to 1.")
                            .filled_with({setting(p, "energy_scale"), setting(p, key)})});
    return;
  }
}

void add_converter_contradictions(const MacroParameters& p, std::vector<ParameterProblem>& problems) {
  if (p.adc_type == AdcType::sense_amp && p.adc_bits != 1) {
    problems.push_back(
        {{"adc_type", "adc_bits"},
         Phrase("ParameterProblem", "{} resolves one bit, not {}. Set {} to 1, or {} to {} or {}.")
             .filled_with({setting(p, "adc_type"), setting(p, "adc_bits"), knob("adc_bits"), knob("adc_type"),
                           Filling::value_of("adc_type", "sar"), Filling::value_of("adc_type", "flash")})});
  }
  if (p.columns_per_adc > p.columns) {
    problems.push_back({{"columns_per_adc", "columns"},
                        Phrase("ParameterProblem", "{} is more than {}. Lower {} to at most {}.")
                            .filled_with({setting(p, "columns_per_adc"), setting(p, "columns"), knob("columns_per_adc"),
                                          Filling::number(p.columns)})});
  }
  if (p.conversions_per_weight == 0 || p.conversions_per_weight == (p.weight_parallel ? 1 : p.weight_bits)) return;
  for (const std::string key : {"weight_parallel", "hybrid_levels", "voting_levels"}) {
    const ParameterValue value = parameter_of(key).get(p);
    if (value == ParameterValue(std::int64_t{0}) || value == ParameterValue(false)) continue;
    problems.push_back(
        {{"conversions_per_weight", key},
         Phrase("ParameterProblem", "{} leaves no conversion per weight bit, which {} needs. Set {} to 0.")
             .filled_with({setting(p, "conversions_per_weight"), setting(p, key), knob("conversions_per_weight")})});
    return;
  }
}

void add_noise_contradictions(const MacroParameters& p, std::vector<ParameterProblem>& problems) {
  if (p.noise_source == NoiseSource::typed) return;
  if (p.domain != AnalogDomain::charge) {
    problems.push_back(
        {{"noise_source", "domain"},
         Phrase("ParameterProblem", "{} is known of capacitors only, not with {}. Set {} to {} or {} to {}.")
             .filled_with({setting(p, "noise_source"), setting(p, "domain"), knob("domain"),
                           Filling::value_of("domain", "charge"), knob("noise_source"),
                           Filling::value_of("noise_source", "typed")})});
    return;
  }
  const double percent = physical_noise(p).random_percent;
  if (percent <= 100) return;
  problems.push_back({{"noise_source", "comparator_noise_lsb", "adc_bits"},
                      Phrase("ParameterProblem",
                             "{} at {} is a random noise of {} % of full scale. Lower {} so that it is at most 100 %.")
                          .filled_with({setting(p, "comparator_noise_lsb"), setting(p, "adc_bits"),
                                        Filling::text(fmt::format("{:.3g}", percent)), knob("comparator_noise_lsb")})});
}

}  // namespace

std::vector<ParameterProblem> problems_of(const MacroParameters& parameters) {
  std::vector<ParameterProblem> problems;
  add_values_out_of_range(parameters, problems);
  // Contradictions are looked for among values that mean something.
  if (!problems.empty()) return problems;
  add_range_contradictions(parameters, problems);
  add_weight_parallel_contradictions(parameters, problems);
  add_converter_contradictions(parameters, problems);
  add_calibration_contradictions(parameters, problems);
  add_noise_contradictions(parameters, problems);
  return problems;
}

void validate(const MacroParameters& parameters) {
  const std::vector<ParameterProblem> problems = problems_of(parameters);
  if (!problems.empty()) throw Error(ErrorKind::usage, problems.front().message);
}

}  // namespace acim
