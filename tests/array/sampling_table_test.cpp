#include "array/sampling_table.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>
#include <thread>

#include "array/draws.h"
#include "random_layer.h"

namespace acim {
namespace {

MacroParameters noisy_macro(double random_percent, double nonlinearity_percent, int bits, double range = 100,
                            double offset = 0, double alpha = 0) {
  MacroParameters macro;
  macro.random_noise_percent = random_percent;
  macro.nonlinearity_percent = nonlinearity_percent;
  macro.adc_bits = bits;
  macro.adc_range_percent = range;
  macro.adc_offset_percent = offset;
  macro.compression_alpha = alpha;
  return macro;
}

struct NoiseCase {
  MacroParameters macro;
  std::int64_t full_scale;
  std::vector<std::int64_t> sums;
};

std::vector<NoiseCase> noise_cases() {
  return {{noisy_macro(0.2, 0, 8), 255, {0, 1, 100, 254, 255}},
          {noisy_macro(0.4, 0, 8), 255, {0, 2, 128, 255}},
          {noisy_macro(0.1, 0, 5), 255, {0, 4, 130, 250}},
          {noisy_macro(0, 3, 7), 255, {0, 10, 200}},
          {noisy_macro(1, 2, 10), 1023, {0, 17, 511, 1020}},
          {noisy_macro(25, 0, 6), 255, {0, 80, 255}},
          {noisy_macro(0.3, 0, 6, 30, 20), 255, {40, 60, 100, 127, 180}},
          {noisy_macro(0.3, 0.5, 8, 100, 0, 1e-3), 3825, {5, 1000, 3825}}};
}

TEST(CodeDistribution, SumsToOne) {
  for (const NoiseCase& noise : noise_cases()) {
    const Conversion conversion(noise.macro, noise.full_scale, false);
    for (const std::int64_t sum : noise.sums) {
      const CodeDistribution distribution = code_distribution(conversion, static_cast<double>(sum));
      const double total = std::accumulate(distribution.probabilities.begin(), distribution.probabilities.end(), 0.0);
      EXPECT_NEAR(total, 1.0, 1e-14);
    }
  }
}

TEST(CodeDistribution, AgreesWithSimulatedGaussians) {
  // The model's own words: add a Gaussian, clamp, round. A generator and a transform that the program does not use.
  test::TestRandom random(7);
  constexpr int kDraws = 200000;
  for (const NoiseCase& noise : noise_cases()) {
    const Conversion conversion(noise.macro, noise.full_scale, false);
    for (const std::int64_t sum : noise.sums) {
      std::map<int, int> seen;
      for (int draw = 0; draw < kDraws; draw += 2) {
        const double radius = std::sqrt(-2 * std::log(1 - random.uniform()));
        const double angle = 2 * M_PI * random.uniform();
        for (const double gaussian : {radius * std::cos(angle), radius * std::sin(angle)}) {
          const double value = conversion.column_value(static_cast<double>(sum));
          const double noisy = std::min(std::max(value + conversion.noise_deviation(value) * gaussian, 0.0), 1.0);
          ++seen[conversion.code_of_value(noisy)];
        }
      }
      const CodeDistribution distribution = code_distribution(conversion, static_cast<double>(sum));
      for (std::size_t k = 0; k < distribution.probabilities.size(); ++k) {
        const double expected = distribution.probabilities[k] * kDraws;
        const double deviation = std::sqrt(expected * (1 - distribution.probabilities[k])) + 2;
        EXPECT_LT(std::abs(seen[distribution.first_code + static_cast<int>(k)] - expected), 6 * deviation);
      }
    }
  }
}

TEST(SamplingRow, GivesTheExactProbabilitiesToThirtyTwoBitsOfTheResidual) {
  for (const NoiseCase& noise : noise_cases()) {
    const Conversion conversion(noise.macro, noise.full_scale, false);
    for (const std::int64_t sum : noise.sums) {
      const CodeDistribution distribution = code_distribution(conversion, static_cast<double>(sum));
      const SamplingRow row(distribution);
      for (std::size_t k = 0; k < distribution.probabilities.size(); ++k) {
        EXPECT_NEAR(row.probability(distribution.first_code + static_cast<int>(k)), distribution.probabilities[k],
                    0x1.0p-31);
      }
    }
  }
}

TEST(SamplingRow, ACertainCodeNeedsNoResidual) {
  const SamplingRow row(CodeDistribution{17, {1.0}});
  for (int byte = 0; byte < 256; ++byte) EXPECT_EQ(row.code_of_byte(static_cast<std::uint8_t>(byte)), 17);
}

TEST(SamplingRow, ResidualReachesItsFirstAndLastCode) {
  const SamplingRow row(CodeDistribution{3, {0.001, 0.998, 0.001}});
  EXPECT_EQ(row.residual_code(0), 3);
  EXPECT_EQ(row.residual_code(0xFFFFFFFFU), 5);
  EXPECT_EQ(row.code_of_byte(0), 4);
  EXPECT_EQ(row.code_of_byte(255), SamplingRow::kResidual);
}

/// Chi-square of observed counts against probabilities; cells expected below 10 are pooled. Returns a standard score
/// (Wilson and Hilferty's cube root).
double chi_square_score(const std::map<int, std::int64_t>& seen, const CodeDistribution& distribution, double draws) {
  double chi_square = 0;
  int cells = 0;
  double pooled_expected = 0;
  double pooled_seen = 0;
  for (std::size_t k = 0; k < distribution.probabilities.size(); ++k) {
    const double expected = distribution.probabilities[k] * draws;
    const auto found = seen.find(distribution.first_code + static_cast<int>(k));
    const double observed = found == seen.end() ? 0 : static_cast<double>(found->second);
    if (expected < 10) {
      pooled_expected += expected;
      pooled_seen += observed;
      continue;
    }
    chi_square += (observed - expected) * (observed - expected) / expected;
    ++cells;
  }
  if (pooled_expected > 0.5) {
    chi_square += (pooled_seen - pooled_expected) * (pooled_seen - pooled_expected) / std::max(pooled_expected, 1.0);
    ++cells;
  }
  if (cells < 2) return 0;
  const double freedom = cells - 1;
  return (std::cbrt(chi_square / freedom) - (1 - 2 / (9 * freedom))) / std::sqrt(2 / (9 * freedom));
}

TEST(ConversionTable, DrawsFollowTheExactDistribution) {
  // A million draws for each (sum, setting). A score of 4.75 is one in a million: 1e-4 corrected for well under a
  // hundred cells.
  constexpr std::uint32_t kDraws = 1000000;
  std::uint64_t layer = 0;
  for (const NoiseCase& noise : noise_cases()) {
    const ConversionTable table(noise.macro, noise.full_scale);
    for (const std::int64_t sum : noise.sums) {
      const LayerDraws draws(LayerKey{11, layer++, 0, 0, 0});
      std::map<int, std::int64_t> seen;
      for (std::uint32_t position = 0; position < kDraws / 16; ++position) {
        const ConversionIndex index{position, 0, 0, 0, 0};
        const CounterRandom::Block bytes = draws.bytes(index, 0);
        for (std::uint32_t output = 0; output < 16; ++output) {
          ++seen[table.sample(sum, bytes[output], [&] { return draws.residual_bits(index, output); })];
        }
      }
      const CodeDistribution distribution = code_distribution(table.conversion(), static_cast<double>(sum));
      EXPECT_LT(chi_square_score(seen, distribution, kDraws), 4.75) << "sum " << sum << " of " << noise.full_scale;
    }
  }
}

TEST(ConversionTable, RowsBeyondTheBudgetGiveTheSameCodes) {
  const MacroParameters macro = noisy_macro(2, 1, 8);
  const ConversionTable kept(macro, 255);
  const ConversionTable none_kept(macro, 255, 0);
  for (std::int64_t sum = 0; sum <= 255; ++sum) {
    for (int byte = 0; byte < 256; byte += 5) {
      const auto residual = [&] {
        return static_cast<std::uint32_t>(mix64(static_cast<std::uint64_t>(sum * 256 + byte)));
      };
      EXPECT_EQ(kept.sample(sum, static_cast<std::uint8_t>(byte), residual),
                none_kept.sample(sum, static_cast<std::uint8_t>(byte), residual));
    }
  }
  EXPECT_GT(kept.size_in_bytes(), none_kept.size_in_bytes());
}

TEST(ConversionTable, ThreadsThatFillItAgree) {
  const MacroParameters macro = noisy_macro(1, 1, 8);
  const ConversionTable table(macro, 255);
  std::vector<std::uint64_t> hashes(4);
  {
    std::vector<std::jthread> threads;
    for (std::uint64_t& hash : hashes) {
      threads.emplace_back([&table, &hash] {
        for (std::int64_t sum = 0; sum <= 255; ++sum) {
          for (int byte = 0; byte < 256; byte += 17) {
            const auto code = table.sample(sum, static_cast<std::uint8_t>(byte), [] { return 12345U; });
            hash = mix64(hash, static_cast<std::uint64_t>(code));
          }
        }
      });
    }
  }
  for (const std::uint64_t hash : hashes) EXPECT_EQ(hash, hashes[0]);
}

}  // namespace
}  // namespace acim
