// The tails of the noise that the engine draws: how often codes beyond so many deviations are seen, against the exact
// distribution. noise_tails [draws of each column sum, 1e9].

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "array/fast_engine.h"
#include "code_experiment.h"

namespace {

using namespace acim;  // a program of one page

struct TailCase {
  const char* name;
  double random_percent;
  double nonlinearity_percent;
  int adc_bits;
  std::vector<int> rows_on;
};

/// Seen and expected codes that lie wholly beyond `deviations` of the column value.
struct Tail {
  double seen = 0;
  double expected = 0;
};

Tail tail_of(const test::CodeExperiment& experiment, const test::CodeHistogram& histogram, double deviations,
             double draws) {
  const Conversion& conversion = experiment.conversion();
  const double value = conversion.column_value(static_cast<double>(histogram.sum));
  const double far = deviations * conversion.noise_deviation(value);
  const CodeDistribution distribution = experiment.distribution(histogram.sum);
  Tail tail;
  for (int code = conversion.lowest_code(); code <= conversion.highest_code(); ++code) {
    const bool above = code > conversion.lowest_code() && conversion.edge_above(code - 1) >= value + far;
    const bool below = code < conversion.highest_code() && conversion.edge_above(code) <= value - far;
    if (!above && !below) continue;
    tail.seen += static_cast<double>(histogram.seen[static_cast<std::size_t>(code)]);
    const int k = code - distribution.first_code;
    if (k >= 0 && k < static_cast<int>(distribution.probabilities.size())) {
      tail.expected += draws * distribution.probabilities[static_cast<std::size_t>(k)];
    }
  }
  return tail;
}

}  // namespace

int main(int argc, char** argv) {
  const double draws = argc > 1 ? std::strtod(argv[1], nullptr) : 1e9;
  if (!(draws >= 1 && draws <= 1e12)) {
    fmt::print(stderr, "usage: noise_tails [draws of each column sum, 1 to 1e12]\n");
    return 2;
  }
  constexpr double kStep = 100.0 / 255;
  const std::vector<TailCase> cases = {{"0.5 LSB", 0.5 * kStep, 0, 8, {127}},
                                       {"1 LSB", kStep, 0, 8, {60, 200}},
                                       {"2 LSB", 2 * kStep, 0, 8, {127}},
                                       {"4 LSB", 4 * kStep, 0, 8, {127}},
                                       {"1 LSB, nonlinearity 3 %", kStep, 3, 8, {127}}};
  const auto engine = make_fast_engine();
  fmt::print("{:<26}{:>6}{:>12}{:>10}   seen/expected beyond 3, 4, 4.5, 5 deviations\n", "noise", "sum", "chi-square",
             "p");
  for (const TailCase& tail_case : cases) {
    MacroParameters macro;
    macro.random_noise_percent = tail_case.random_percent;
    macro.nonlinearity_percent = tail_case.nonlinearity_percent;
    macro.adc_bits = tail_case.adc_bits;
    const test::CodeExperiment experiment(macro, tail_case.rows_on);
    const double images = std::ceil(draws / static_cast<double>(experiment.draws_per_image()));
    const double made = images * static_cast<double>(experiment.draws_per_image());
    for (const auto& histogram : experiment.histograms(*engine, 0, static_cast<std::uint64_t>(images))) {
      const test::ChiSquare chi_square = test::chi_square(histogram, experiment.distribution(histogram.sum));
      std::string tails;
      for (const double deviations : {3.0, 4.0, 4.5, 5.0}) {
        const Tail tail = tail_of(experiment, histogram, deviations, made);
        tails += fmt::format("  {:.0f}/{:.0f}", tail.seen, tail.expected);
      }
      fmt::print("{:<26}{:>6}{:>9.1f}/{:<3}{:>9.2g}   {}\n", tail_case.name, histogram.sum, chi_square.statistic,
                 chi_square.degrees_of_freedom, chi_square.p_value, tails);
      std::fflush(stdout);
    }
  }
  return 0;
}
