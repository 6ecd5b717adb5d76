// Noise of whole layers against what the exact code distributions say of mean and variance.

#include <gtest/gtest.h>

#include <cmath>

#include "array/engine.h"
#include "array/sampling_table.h"
#include "random_layer.h"

namespace acim {
namespace {

struct Moments {
  double mean = 0;
  double variance = 0;
};

/// One row of cells, one output, one position; repeats are images. `expected_code` per conversion comes from the
/// caller.
Moments measured(const MacroParameters& macro, std::span<const std::int16_t> weights,
                 std::span<const std::int16_t> streamed, int repeats) {
  const auto geometry = LayerGeometry::linear(1, static_cast<std::int64_t>(weights.size()), 1);
  const auto engine = make_reference_engine();
  const ConversionSettings settings = make_conversion_settings(macro, false);
  double sum = 0;
  double squares = 0;
  for (int image = 0; image < repeats; ++image) {
    LayerKey key;
    key.image = static_cast<std::uint64_t>(image);
    MacroParameters chip = macro;
    if (macro.weight_variation_percent > 0) chip.seed = static_cast<std::uint64_t>(image);
    key.seed = chip.seed;
    const ConversionSettings own = make_conversion_settings(chip, false);
    const auto packed = engine->pack(geometry, weights, own, 0);
    double output = 0;
    engine->compute(geometry, *packed, streamed, own, key, std::span(&output, 1));
    sum += output;
    squares += output * output;
  }
  const double mean = sum / repeats;
  return {mean, squares / repeats - mean * mean};
}

/// Mean and variance of the read-back sum from the code distributions of every conversion.
Moments expected(const MacroParameters& macro, std::span<const std::int16_t> weights,
                 std::span<const std::int16_t> streamed) {
  const ConversionSettings settings = make_conversion_settings(macro, false);
  Moments total;
  for (int j = 0; j < static_cast<int>(settings.cycles.size()); ++j) {
    const Cycle& cycle = settings.cycles[static_cast<std::size_t>(j)];
    const Conversion conversion(macro, settings.full_scale(j), false);
    for (int i = 0; i < macro.weight_bits; ++i) {
      int sum = 0;
      for (std::size_t k = 0; k < weights.size(); ++k) {
        const int x = streamed[k] >> cycle.least_significant_bit & ((1 << cycle.width) - 1);
        sum += (weights[k] >> i & 1) * x;
      }
      const CodeDistribution codes = code_distribution(conversion, sum);
      Moments one;
      for (std::size_t k = 0; k < codes.probabilities.size(); ++k) {
        const double value =
            conversion.offset_worth() + conversion.code_worth() * (codes.first_code + static_cast<int>(k));
        one.mean += codes.probabilities[k] * value;
        one.variance += codes.probabilities[k] * value * value;
      }
      one.variance -= one.mean * one.mean;
      const double weight = settings.sign(i, j) * std::pow(2, i + cycle.least_significant_bit);
      total.mean += weight * one.mean;
      total.variance += weight * weight * one.variance;
    }
  }
  return total;
}

TEST(LayerNoise, MeanAndVarianceFollowTheCodeDistributions) {
  test::TestRandom random(21);
  for (const int encoding : {1, 3}) {
    MacroParameters macro;
    macro.random_noise_percent = 0.3;
    macro.nonlinearity_percent = 1;
    macro.encoding_bits = encoding;
    macro.adc_range_percent = 80;
    macro.adc_offset_percent = 1;
    const auto weights = test::random_weights(random, 200, 8);
    const auto streamed = test::random_activations(random, 200, 8, false);
    constexpr int kRepeats = 4000;
    const Moments seen = measured(macro, weights, streamed, kRepeats);
    const Moments exact = expected(macro, weights, streamed);
    EXPECT_LT(std::abs(seen.mean - exact.mean), 5 * std::sqrt(exact.variance / kRepeats));
    EXPECT_NEAR(seen.variance / exact.variance, 1, 5 * std::sqrt(2.5 / kRepeats));
  }
}

TEST(LayerNoise, VotingNarrowsTheSpread) {
  test::TestRandom random(22);
  const auto weights = test::random_weights(random, 100, 8);
  const auto streamed = test::random_activations(random, 100, 8, false);
  MacroParameters macro;
  macro.random_noise_percent = 0.4;
  const double single = measured(macro, weights, streamed, 600).variance;
  macro.voting_levels = 15;
  macro.voting_samples = 9;
  for (const VotingRule rule : {VotingRule::mode, VotingRule::median, VotingRule::mean}) {
    macro.voting_rule = rule;
    EXPECT_LT(measured(macro, weights, streamed, 600).variance, 0.7 * single);
  }
}

TEST(LayerNoise, GaussianPathsAgreeWithTheTables) {
  // A chip with hardly any variation takes the Gaussian path; its noise must have the moments of the tables.
  test::TestRandom random(23);
  const auto weights = test::random_weights(random, 100, 4);
  const auto streamed = test::random_activations(random, 100, 4, false);
  MacroParameters macro;
  macro.weight_bits = 4;
  macro.activation_bits = 4;
  macro.random_noise_percent = 0.5;
  const Moments exact = expected(macro, weights, streamed);
  macro.weight_variation_percent = 1e-7;
  constexpr int kRepeats = 4000;
  const Moments seen = measured(macro, weights, streamed, kRepeats);
  EXPECT_LT(std::abs(seen.mean - exact.mean), 5 * std::sqrt(exact.variance / kRepeats));
  EXPECT_NEAR(seen.variance / exact.variance, 1, 5 * std::sqrt(2.5 / kRepeats));
}

TEST(LayerNoise, WeightParallelNoiseIsThatOfOneBipolarConversion) {
  test::TestRandom random(24);
  const auto weights = test::random_weights(random, 100, 4);
  const auto streamed = test::random_activations(random, 100, 4, false);
  MacroParameters macro;
  macro.weight_bits = 4;
  macro.activation_bits = 4;
  macro.encoding_bits = 4;
  macro.weight_parallel = true;
  macro.adc_bits = 10;
  macro.random_noise_percent = 1;
  const double full_scale = 15.0 * 7 * macro.rows;
  constexpr int kRepeats = 4000;
  const Moments seen = measured(macro, weights, streamed, kRepeats);
  double exact = 0;
  for (std::size_t k = 0; k < weights.size(); ++k) exact += weights[k] * streamed[k];
  const double code = full_scale / 511;
  const double variance = std::pow(0.01 * full_scale, 2) + code * code / 12;
  EXPECT_LT(std::abs(seen.mean - exact), 5 * std::sqrt(variance / kRepeats));
  EXPECT_NEAR(seen.variance / variance, 1, 5 * std::sqrt(2.5 / kRepeats));
}

}  // namespace
}  // namespace acim
