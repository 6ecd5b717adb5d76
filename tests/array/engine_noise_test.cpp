// The noise that layers of the fast engine really have, against the exact distribution of the codes. That every
// instruction set gives the same is for engine_equality_test.

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "array/fast_engine.h"
#include "code_experiment.h"
#include "random_layer.h"

namespace acim {
namespace {

using test::ChiSquare;
using test::CodeExperiment;
using test::CodeHistogram;

struct NoiseSetting {
  const char* name;
  MacroParameters macro;
  std::vector<int> rows_on;
};

MacroParameters with_noise(double random_percent, double nonlinearity_percent = 0, int adc_bits = 8, int rows = 255) {
  MacroParameters macro;
  macro.random_noise_percent = random_percent;
  macro.nonlinearity_percent = nonlinearity_percent;
  macro.adc_bits = adc_bits;
  macro.rows = rows;
  return macro;
}

std::vector<NoiseSetting> noise_settings() {
  constexpr double kStep = 100.0 / 255;  // of an 8-bit ADC, in per cent of full scale
  const std::vector<int> sums = {0, 1, 2, 40, 127, 254, 255};
  std::vector<NoiseSetting> settings = {
      {"1/4 LSB", with_noise(kStep / 4), sums},
      {"1/2 LSB", with_noise(kStep / 2), sums},
      {"1 LSB", with_noise(kStep), sums},
      {"2 LSB", with_noise(2 * kStep), sums},
      {"4 LSB", with_noise(4 * kStep), sums},
      {"nonlinearity", with_noise(0, 4), sums},
      {"both", with_noise(kStep / 2, 3), sums},
      {"5-bit ADC", with_noise(1, 0, 5), {0, 4, 8, 100, 128, 251, 255}},
      {"12-bit ADC", with_noise(0.05, 0, 12), sums},
      {"1023 rows", with_noise(kStep, 0, 8, 1023), {0, 1, 300, 511, 512, 1000, 1023}},
      {"64 rows", with_noise(1.5, 0, 6, 64), {0, 1, 2, 30, 50, 63, 64}},
  };
  NoiseSetting compressed = {"compression", with_noise(kStep), sums};
  compressed.macro.compression_alpha = 1e-3;
  settings.push_back(compressed);
  // Sums below, at, within and above the range of the ADC.
  NoiseSetting narrow = {"narrow range", with_noise(kStep), {10, 25, 26, 60, 126, 128, 140}};
  narrow.macro.adc_range_percent = 40;
  narrow.macro.adc_offset_percent = 10;
  settings.push_back(narrow);
  for (const int encoding : {2, 4}) {
    NoiseSetting encoded = {encoding == 2 ? "encoding 2" : "encoding 4", with_noise(kStep), sums};
    encoded.macro.encoding_bits = encoding;
    settings.push_back(encoded);
  }
  return settings;
}

TEST(EngineNoise, CodesFollowTheirDistributionAtEveryColumnSum) {
  constexpr std::int64_t kDraws = 1'000'000;
  const auto engine = make_fast_engine();
  const std::vector<NoiseSetting> settings = noise_settings();
  const double least = 1e-4 / static_cast<double>(settings.size() * settings.front().rows_on.size());
  for (const NoiseSetting& setting : settings) {
    const CodeExperiment experiment(setting.macro, setting.rows_on);
    const auto images = static_cast<std::uint64_t>((kDraws - 1) / experiment.draws_per_image() + 1);
    for (const CodeHistogram& histogram : experiment.histograms(*engine, 0, images)) {
      const ChiSquare test = chi_square(histogram, experiment.distribution(histogram.sum));
      EXPECT_GE(test.p_value, least) << setting.name << ", sum " << histogram.sum << ": chi-square " << test.statistic
                                     << " of " << test.degrees_of_freedom << " degrees of freedom";
    }
  }
}

/// The distribution of the sum of independent weighted codes: values first, first + 1, ...
struct SumDistribution {
  std::int64_t first = 0;
  std::vector<double> probabilities = {1.0};

  void add(const CodeDistribution& codes, std::int64_t weight) {
    const std::int64_t extent = static_cast<std::int64_t>(codes.probabilities.size() - 1) * std::abs(weight);
    std::vector<double> sums(probabilities.size() + static_cast<std::size_t>(extent));
    for (std::size_t k = 0; k < codes.probabilities.size(); ++k) {
      const std::int64_t shift = static_cast<std::int64_t>(k) * weight + (weight < 0 ? extent : 0);
      for (std::size_t at = 0; at < probabilities.size(); ++at) {
        sums[at + static_cast<std::size_t>(shift)] += codes.probabilities[k] * probabilities[at];
      }
    }
    probabilities = std::move(sums);
    first += codes.first_code * weight - (weight < 0 ? extent : 0);
  }
};

/// All conversions analog, none alone: an output is a sum of codes that must be independent of each other.
void expect_sums_of_independent_codes(int bits, const MacroParameters& noise) {
  constexpr std::int64_t kPositions = 1000;
  constexpr std::uint64_t kImages = 40;
  constexpr std::int64_t kOutputs = 16;
  MacroParameters macro = noise;
  macro.weight_bits = bits;
  macro.activation_bits = bits;
  const ConversionSettings settings = make_conversion_settings(macro, false);
  const std::int64_t reduction = macro.rows + macro.rows / 2;  // two chunks
  const auto geometry = LayerGeometry::linear(kPositions, reduction, kOutputs);
  test::TestRandom random(17);
  const auto weights = test::random_weights(random, static_cast<std::size_t>(kOutputs * reduction), bits);
  const auto window = test::random_activations(random, static_cast<std::size_t>(reduction), bits, false);
  std::vector<std::int16_t> streamed;
  for (std::int64_t position = 0; position < kPositions; ++position) {
    streamed.insert(streamed.end(), window.begin(), window.end());
  }

  const Conversion conversion(macro, settings.full_scale(0), false);
  std::vector<SumDistribution> expected(kOutputs);
  for (std::size_t output = 0; output < expected.size(); ++output) {
    for (const Chunk& chunk : chunks_of(reduction, 1, macro.rows, macro.mapping)) {
      for (int i = 0; i < bits; ++i) {
        for (int j = 0; j < bits; ++j) {
          int sum = 0;
          for (auto k = static_cast<std::size_t>(chunk.begin); k < static_cast<std::size_t>(chunk.end); ++k) {
            sum += weights[output * static_cast<std::size_t>(reduction) + k] >> i & window[k] >> j & 1;
          }
          expected[output].add(code_distribution(conversion, sum), settings.sign(i, j) * (std::int64_t{1} << (i + j)));
        }
      }
    }
  }

  std::vector<std::vector<std::int64_t>> seen;
  seen.reserve(expected.size());
  for (const SumDistribution& distribution : expected) seen.emplace_back(distribution.probabilities.size());
  const auto engine = make_fast_engine();
  const auto packed = engine->pack(geometry, weights, settings, 0);
  std::vector<double> output(static_cast<std::size_t>(geometry.output_elements()));
  for (std::uint64_t image = 0; image < kImages; ++image) {
    engine->compute(geometry, *packed, streamed, settings, {1, 5, image, 0, 0}, output);
    for (std::size_t index = 0; index < output.size(); ++index) {
      const std::size_t o = index % expected.size();
      const std::int64_t codes = std::llround(output[index] / conversion.code_worth());
      ASSERT_TRUE(codes >= expected[o].first && codes < expected[o].first + static_cast<std::int64_t>(seen[o].size()));
      ++seen[o][static_cast<std::size_t>(codes - expected[o].first)];
    }
  }
  for (std::size_t o = 0; o < expected.size(); ++o) {
    const ChiSquare test = test::chi_square(seen[o], expected[o].probabilities);
    EXPECT_GT(test.degrees_of_freedom, 3);
    EXPECT_GE(test.p_value, 1e-4 / kOutputs) << "output " << o << ": chi-square " << test.statistic << " of "
                                             << test.degrees_of_freedom << " degrees of freedom";
  }
}

TEST(EngineNoise, TwoBitLayersAreSumsOfIndependentCodes) {
  expect_sums_of_independent_codes(2, with_noise(0.5 * 100 / 255));
}

TEST(EngineNoise, FourBitLayersAreSumsOfIndependentCodes) {
  expect_sums_of_independent_codes(4, with_noise(1.0 * 100 / 255));
}

TEST(EngineNoise, TheTestItselfSeesAWrongDistribution) {
  const auto engine = make_fast_engine();
  const MacroParameters macro = with_noise(1.0 * 100 / 255);
  MacroParameters louder = macro;
  louder.random_noise_percent *= 1.01;
  const std::vector<int> rows_on = {100};
  const CodeExperiment experiment(macro, rows_on);
  const CodeExperiment other(louder, rows_on);
  const auto histograms = experiment.histograms(*engine, 0, 120);
  EXPECT_GT(chi_square(histograms[0], experiment.distribution(100)).p_value, 1e-4);
  EXPECT_LT(chi_square(histograms[0], other.distribution(100)).p_value, 1e-6);
}

}  // namespace
}  // namespace acim
