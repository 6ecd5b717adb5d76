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

std::string text_of(const MacroParameters& p, std::string_view key) {
  return fmt::format("{} = {}", key, value_text(parameter_of(key).get(p)));
}

void add_values_out_of_range(const MacroParameters& p, std::vector<ParameterProblem>& problems) {
  for (const Parameter& parameter : parameter_table()) {
    try {
      check_value(parameter, parameter.get(p));
    } catch (const Error& error) {
      problems.push_back({{std::string(parameter.key)}, error.what()});
    }
  }
}

void add_range_contradictions(const MacroParameters& p, std::vector<ParameterProblem>& problems) {
  // 33.3 + 66.7 is a little over 100 in binary.
  if (p.adc_offset_percent + p.adc_range_percent > 100 + 1e-9) {
    problems.push_back(
        {{"adc_offset_percent", "adc_range_percent"},
         fmt::format("{} and {} reach beyond the column's full scale. Lower one of them: together they are at "
                     "most 100 %.",
                     text_of(p, "adc_offset_percent"), text_of(p, "adc_range_percent"))});
  }
  if (p.encoding_bits > p.activation_bits) {
    problems.push_back({{"encoding_bits", "activation_bits"},
                        fmt::format("{} is more than {}. Lower encoding_bits to at most {}.",
                                    text_of(p, "encoding_bits"), text_of(p, "activation_bits"), p.activation_bits)});
    return;  // the number of cycles means nothing then
  }
  const int diagonals = p.weight_bits + least_cycles(p) - 1;
  for (const std::string key : {"hybrid_levels", "voting_levels"}) {
    if (std::get<std::int64_t>(parameter_of(key).get(p)) <= diagonals) continue;
    problems.push_back(
        {{key, "weight_bits", "encoding_bits"},
         fmt::format("{} is more than the {} diagonals of {} and {} activation cycles ({}). Lower {} to at most {}.",
                     text_of(p, key), diagonals, text_of(p, "weight_bits"), least_cycles(p),
                     text_of(p, "encoding_bits"), key, diagonals)});
  }
}

void add_weight_parallel_contradictions(const MacroParameters& p, std::vector<ParameterProblem>& problems) {
  if (!p.weight_parallel) return;
  for (const std::string key :
       {"hybrid_levels", "voting_levels", "compression_alpha", "weight_variation_percent", "adc_offset_percent"}) {
    const ParameterValue value = parameter_of(key).get(p);
    if (value == ParameterValue(std::int64_t{0}) || value == ParameterValue(0.0)) continue;
    problems.push_back({{"weight_parallel", key},
                        fmt::format("weight_parallel = true excludes {}. Set {} to 0 or weight_parallel to false.",
                                    text_of(p, key), key)});
  }
  if (p.adc_bits < 2) {
    problems.push_back(
        {{"weight_parallel", "adc_bits"},
         fmt::format("weight_parallel = true needs a sign and so excludes {}. Set adc_bits to at least 2 or "
                     "weight_parallel to false.",
                     text_of(p, "adc_bits"))});
  }
}

/// The whole macro's factor holds those of its parts already.
void add_calibration_contradictions(const MacroParameters& p, std::vector<ParameterProblem>& problems) {
  if (p.energy_scale == 1) return;
  for (const std::string key : {"adc_scale", "array_scale", "dac_scale"}) {
    if (parameter_of(key).get(p) == ParameterValue(1.0)) continue;
    problems.push_back({{"energy_scale", key},
                        fmt::format("{} and {} calibrate the same energy twice. Set one of them to 1.",
                                    text_of(p, "energy_scale"), text_of(p, key))});
    return;
  }
}

void add_converter_contradictions(const MacroParameters& p, std::vector<ParameterProblem>& problems) {
  if (p.adc_type == AdcType::sense_amp && p.adc_bits != 1) {
    problems.push_back({{"adc_type", "adc_bits"},
                        fmt::format("adc_type = sense_amp resolves one bit, not {}. Set adc_bits to 1, or adc_type to "
                                    "sar or flash.",
                                    text_of(p, "adc_bits"))});
  }
  if (p.columns_per_adc > p.columns) {
    problems.push_back({{"columns_per_adc", "columns"},
                        fmt::format("{} is more than {}. Lower columns_per_adc to at most {}.",
                                    text_of(p, "columns_per_adc"), text_of(p, "columns"), p.columns)});
  }
  if (p.conversions_per_weight == 0 || p.conversions_per_weight == (p.weight_parallel ? 1 : p.weight_bits)) return;
  for (const std::string key : {"weight_parallel", "hybrid_levels", "voting_levels"}) {
    const ParameterValue value = parameter_of(key).get(p);
    if (value == ParameterValue(std::int64_t{0}) || value == ParameterValue(false)) continue;
    problems.push_back(
        {{"conversions_per_weight", key},
         fmt::format("{} leaves no conversion per weight bit, which {} needs. Set conversions_per_weight "
                     "to 0.",
                     text_of(p, "conversions_per_weight"), text_of(p, key))});
    return;
  }
}

void add_noise_contradictions(const MacroParameters& p, std::vector<ParameterProblem>& problems) {
  if (p.noise_source == NoiseSource::typed) return;
  if (p.domain != AnalogDomain::charge) {
    problems.push_back({{"noise_source", "domain"},
                        fmt::format("noise_source = physical is known of capacitors only, not with {}. Set domain to "
                                    "charge or noise_source to typed.",
                                    text_of(p, "domain"))});
    return;
  }
  const double percent = physical_noise(p).random_percent;
  if (percent <= 100) return;
  problems.push_back({{"noise_source", "comparator_noise_lsb", "adc_bits"},
                      fmt::format("{} at {} is a random noise of {:.3g} % of full scale. Lower comparator_noise_lsb so "
                                  "that it is at most 100 %.",
                                  text_of(p, "comparator_noise_lsb"), text_of(p, "adc_bits"), percent)});
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
