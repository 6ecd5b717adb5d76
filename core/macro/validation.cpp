// What a set of parameters may be: each value in its range, and no contradictions.

#include <fmt/format.h>

#include <initializer_list>

#include "base/error.h"
#include "macro/parameter_table.h"

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

}  // namespace

std::vector<ParameterProblem> problems_of(const MacroParameters& parameters) {
  std::vector<ParameterProblem> problems;
  add_values_out_of_range(parameters, problems);
  // Contradictions are looked for among values that mean something.
  if (!problems.empty()) return problems;
  add_range_contradictions(parameters, problems);
  add_weight_parallel_contradictions(parameters, problems);
  return problems;
}

void validate(const MacroParameters& parameters) {
  const std::vector<ParameterProblem> problems = problems_of(parameters);
  if (!problems.empty()) throw Error(ErrorKind::usage, problems.front().message);
}

}  // namespace acim
