#include "code_experiment.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>

namespace acim::test {
namespace {

MacroParameters with_one_analog_conversion(MacroParameters macro) {
  macro.weight_bits = 2;
  macro.activation_bits = std::max(2, macro.encoding_bits);
  // Diagonals from the top: with one cycle the sign bit's, with two cycles all but the lowest.
  macro.hybrid_levels = macro.encoding_bits == 1 ? 2 : 1;
  macro.hybrid_readout = HybridReadout::exact;
  return macro;
}

/// Q(a, x), the upper regularised incomplete gamma function: by its series below a + 1, else by Lentz's continued
/// fraction (Press et al., Numerical Recipes, 6.2).
double upper_gamma(double a, double x) {
  if (x <= 0) return 1;
  const double front = std::exp(-x + a * std::log(x) - std::lgamma(a));
  constexpr int kMostTerms = 10000;
  if (x < a + 1) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < kMostTerms && term > 1e-16 * sum; ++n) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - sum * front;
  }
  constexpr double kTiny = 1e-300;
  double b = x + 1 - a;
  double c = 1 / kTiny;
  double d = 1 / b;
  double h = d;
  for (int n = 1; n < kMostTerms; ++n) {
    const double numerator = -n * (n - a);
    b += 2;
    d = 1 / std::max(numerator * d + b, kTiny);
    c = std::max(b + numerator / c, kTiny);
    h *= d * c;
    if (std::abs(d * c - 1) < 1e-15) break;
  }
  return front * h;
}

}  // namespace

CodeExperiment::CodeExperiment(const MacroParameters& macro, std::span<const int> rows_on)
    : settings_(make_conversion_settings(with_one_analog_conversion(macro), false)),
      conversion_(settings_.macro, settings_.full_scale(0), false) {
  const auto rows = static_cast<std::size_t>(macro.rows);
  const auto most = static_cast<std::int16_t>((1 << settings_.cycles[0].width) - 1);
  const auto outputs = rows_on.size() * static_cast<std::size_t>(kOutputsPerSum);
  geometry_ = LayerGeometry::linear(kPositions, macro.rows, static_cast<std::int64_t>(outputs));
  weights_.assign(outputs * rows, 0);
  for (const int on : rows_on) sums_.push_back(on == 0 ? 0 : 1 + std::int64_t{on - 1} * most);
  for (std::size_t output = 0; output < outputs; ++output) {
    // Neighbouring outputs have different sums.
    const auto on = static_cast<std::size_t>(rows_on[output % rows_on.size()]);
    std::fill_n(weights_.begin() + static_cast<std::ptrdiff_t>(output * rows), on, std::int16_t{1});
  }
  streamed_.assign(static_cast<std::size_t>(kPositions) * rows, most);
  for (std::size_t at = 0; at < streamed_.size(); at += rows) streamed_[at] = 1;
}

std::vector<CodeHistogram> CodeExperiment::histograms(const Engine& engine, std::uint64_t first_image,
                                                      std::uint64_t images) const {
  const auto codes = static_cast<std::size_t>(conversion_.highest_code()) + 1;
  std::vector<CodeHistogram> histograms;
  for (const std::int64_t sum : sums_) histograms.push_back({sum, std::vector<std::int64_t>(codes)});
  const auto packed = engine.pack(geometry_, weights_, settings_, 0);
  std::vector<double> output(static_cast<std::size_t>(geometry_.output_elements()));
  LayerKey key;
  key.seed = settings_.macro.seed;
  for (key.image = first_image; key.image < first_image + images; ++key.image) {
    engine.compute(geometry_, *packed, streamed_, settings_, key, output);
    for (std::size_t index = 0; index < output.size(); ++index) {
      const double exact_code = (output[index] - conversion_.offset_worth()) / conversion_.code_worth();
      const double code = std::nearbyint(exact_code);
      if (!(std::abs(exact_code - code) < 1e-6 && code >= 0 && code < static_cast<double>(codes))) {
        throw std::runtime_error("output " + std::to_string(index) + " is no code: " + std::to_string(exact_code));
      }
      // The number of outputs is a multiple of that of the sums.
      ++histograms[index % histograms.size()].seen[static_cast<std::size_t>(code)];
    }
  }
  return histograms;
}

CodeDistribution CodeExperiment::distribution(std::int64_t sum) const {
  return code_distribution(conversion_, static_cast<double>(sum));
}

ChiSquare chi_square(std::span<const std::int64_t> seen, std::span<const double> probabilities) {
  constexpr double kLeastExpected = 10;
  const auto total = static_cast<double>(std::accumulate(seen.begin(), seen.end(), std::int64_t{0}));
  ChiSquare result;
  double pooled_seen = 0;
  double pooled_expected = 0;
  double last_seen = 0;
  double last_expected = 0;
  int cells = 0;
  const auto close_last = [&] {
    if (last_expected > 0) result.statistic += std::pow(last_seen - last_expected, 2) / last_expected;
  };
  for (std::size_t k = 0; k < probabilities.size(); ++k) {
    pooled_seen += static_cast<double>(seen[k]);
    pooled_expected += probabilities[k] * total;
    if (pooled_expected < kLeastExpected) continue;
    close_last();
    last_seen = std::exchange(pooled_seen, 0.0);
    last_expected = std::exchange(pooled_expected, 0.0);
    ++cells;
  }
  // The upper end joins the last cell, and what has no probability with it.
  last_seen += pooled_seen;
  last_expected += pooled_expected;
  for (std::size_t k = probabilities.size(); k < seen.size(); ++k) last_seen += static_cast<double>(seen[k]);
  close_last();
  result.degrees_of_freedom = cells - 1;
  // One cell can only be wrong by what should not be there at all.
  result.p_value = cells > 1 ? upper_gamma(result.degrees_of_freedom / 2.0, result.statistic / 2)
                             : (result.statistic > 1 ? 0.0 : 1.0);
  return result;
}

ChiSquare chi_square(const CodeHistogram& histogram, const CodeDistribution& distribution) {
  std::vector<double> probabilities(histogram.seen.size());
  for (std::size_t k = 0; k < distribution.probabilities.size(); ++k) {
    probabilities[static_cast<std::size_t>(distribution.first_code) + k] = distribution.probabilities[k];
  }
  return chi_square(histogram.seen, probabilities);
}

}  // namespace acim::test
