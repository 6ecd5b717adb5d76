#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "array/engine.h"
#include "array/output_moments.h"
#include "cost/csnr_estimate.h"
#include "random_layer.h"

namespace acim::cost {
namespace {

using test::TestRandom;

TEST(OutputMoments, AreThoseOfAllValuesAtOnce) {
  TestRandom random(3);
  std::vector<double> ideal(1000);
  std::vector<double> simulated(1000);
  for (std::size_t i = 0; i < ideal.size(); ++i) {
    ideal[i] = 1e6 + random.integer(-5000, 5000);
    simulated[i] = ideal[i] + random.integer(-20, 30);
  }
  double mean = 0;
  double error = 0;
  double squared_error = 0;
  for (std::size_t i = 0; i < ideal.size(); ++i) {
    mean += ideal[i] / 1000;
    error += (simulated[i] - ideal[i]) / 1000;
    squared_error += (simulated[i] - ideal[i]) * (simulated[i] - ideal[i]) / 1000;
  }
  double variance = 0;
  for (const double value : ideal) variance += (value - mean) * (value - mean) / 1000;

  OutputMoments moments;
  moments.add(ideal, simulated);
  EXPECT_EQ(moments.count(), 1000);
  EXPECT_NEAR(moments.mean(), mean, 1e-6);
  EXPECT_NEAR(moments.variance(), variance, 1e-6 * variance);
  EXPECT_NEAR(moments.mean_error(), error, 1e-9);
  EXPECT_NEAR(moments.mean_squared_error(), squared_error, 1e-9);
  EXPECT_NEAR(moments.csnr_db(), 10 * std::log10(variance / squared_error), 1e-9);

  OutputMoments merged;
  for (std::size_t begin = 0; begin < 1000; begin += 130) {
    OutputMoments part;
    for (std::size_t i = begin; i < std::min<std::size_t>(begin + 130, 1000); ++i) part.add(ideal[i], simulated[i]);
    merged += part;
  }
  merged += OutputMoments();
  EXPECT_EQ(merged.count(), 1000);
  EXPECT_NEAR(merged.mean(), mean, 1e-6);
  EXPECT_NEAR(merged.variance(), variance, 1e-6 * variance);
  EXPECT_EQ(merged.mean_squared_error(), moments.mean_squared_error());
}

TEST(OutputMoments, WithoutErrorAreInfinitelyGood) {
  OutputMoments moments;
  EXPECT_TRUE(std::isnan(moments.csnr_db()));
  moments.add(3, 3);
  moments.add(5, 5);
  EXPECT_EQ(moments.csnr_db(), std::numeric_limits<double>::infinity());
  EXPECT_TRUE(moments.is_lossless());
}

/// A step of 49.8 % of full scale over 127 is an integer but for its last bit, which is no error of the array.
TEST(OutputMoments, WithoutErrorButTheRoundingOfDoublesAreLossless) {
  OutputMoments moments;
  moments.add(300, 300 * (1 + 1e-15));
  moments.add(500, 500 * (1 - 1e-15));
  EXPECT_TRUE(moments.is_lossless());
  EXPECT_EQ(moments.csnr_db(), std::numeric_limits<double>::infinity());
  moments.add(500, 500.01);
  EXPECT_FALSE(moments.is_lossless());
  EXPECT_LT(moments.csnr_db(), 100);
}

/// CR-CIM: 1088 rows, 10 bits, uniform 8 bit data. The model's figures are 22.2 and 27.5 dB (reported 25.8 and 31.3).
TEST(CsnrEstimate, ReproducesTheSiliconCheck) {
  for (const auto& [noise_lsb, expected_db] : {std::pair{1.16, 22.2}, {0.58, 27.5}}) {
    MacroParameters macro;
    macro.rows = 1088;
    macro.adc_bits = 10;
    macro.random_noise_percent = 100 * noise_lsb / 1023;
    const ConversionSettings settings = make_conversion_settings(macro, false);
    const double weight_variance = 255.0 * 255 / 12;
    const double variance = 1088 * weight_variance * (weight_variance + 127.5 * 127.5);
    const CsnrEstimate estimate =
        estimate_csnr(LayerGeometry::linear(1, 1088, 1), settings, uniform_statistics(settings), variance);
    EXPECT_NEAR(estimate.csnr_db, expected_db, 0.05);
    EXPECT_FALSE(estimate.pessimistic);
  }
}

TEST(CsnrEstimate, IsInfiniteWhereEverySumHasACode) {
  MacroParameters macro;
  macro.rows = 255;
  ConversionSettings settings = make_conversion_settings(macro, false);
  const LayerGeometry geometry = LayerGeometry::linear(1, 255, 1);
  EXPECT_EQ(estimate_csnr(geometry, settings, uniform_statistics(settings)).csnr_db,
            std::numeric_limits<double>::infinity());
  macro.rows = 256;
  settings = make_conversion_settings(macro, false);
  const CsnrEstimate estimate = estimate_csnr(geometry, settings, uniform_statistics(settings));
  EXPECT_GT(estimate.csnr_db, 20);
  EXPECT_LT(estimate.csnr_db, 100);
  EXPECT_TRUE(estimate.pessimistic);
}

TEST(UniformStatistics, AreThoseOfUniformOperands) {
  MacroParameters macro;
  macro.encoding_bits = 3;
  for (const bool is_signed : {false, true}) {
    const ConversionSettings settings = make_conversion_settings(macro, is_signed);
    std::vector<std::int16_t> weights;
    std::vector<std::int16_t> streamed;
    weights.reserve(256);
    streamed.reserve(256);
    for (int value = -128; value < 128; ++value) weights.push_back(static_cast<std::int16_t>(value));
    for (int value = 0; value < 256; ++value) {
      streamed.push_back(static_cast<std::int16_t>(is_signed ? value - 128 : value));
    }
    const OperandStatistics counted = operand_statistics(weights, streamed, settings);
    const OperandStatistics uniform = uniform_statistics(settings);
    EXPECT_NEAR(counted.weight.square, uniform.weight.square, 1e-9);
    EXPECT_NEAR(counted.activation.mean, uniform.activation.mean, 1e-9);
    EXPECT_NEAR(counted.activation.square, uniform.activation.square, 1e-9);
    ASSERT_EQ(counted.digits.size(), uniform.digits.size());
    for (std::size_t j = 0; j < uniform.digits.size(); ++j) {
      EXPECT_NEAR(counted.digits[j].mean, uniform.digits[j].mean, 1e-9);
      EXPECT_NEAR(counted.digits[j].square, uniform.digits[j].square, 1e-9);
    }
  }
}

struct Comparison {
  double estimated_db = 0;
  double simulated_db = 0;
  bool pessimistic = false;
};

/// Half-normal activations and Gaussian weights, each output of its own random: the reference engine against the
/// estimate.
Comparison compared(const MacroParameters& macro, bool is_signed, std::int64_t reduction, std::uint64_t seed) {
  TestRandom random(seed);
  const ConversionSettings settings = make_conversion_settings(macro, is_signed);
  const LayerGeometry geometry = LayerGeometry::linear(60, reduction, 40);
  const double weight_top = (1 << (macro.weight_bits - 1)) - 1;
  const double activation_top = (1 << (macro.activation_bits - (is_signed ? 1 : 0))) - 1;
  std::vector<std::int16_t> weights(static_cast<std::size_t>(geometry.outputs * reduction));
  std::vector<std::int16_t> streamed(static_cast<std::size_t>(geometry.input_elements()));
  for (auto& weight : weights) {
    weight = static_cast<std::int16_t>(
        std::lround(std::clamp(random.normal() * 0.24 * weight_top, -weight_top, weight_top)));
  }
  for (auto& value : streamed) {
    const double drawn = random.normal() * 0.24 * activation_top;
    value = static_cast<std::int16_t>(
        std::lround(std::clamp(is_signed ? drawn : std::abs(drawn), -activation_top, activation_top)));
  }
  std::vector<double> ideal(static_cast<std::size_t>(geometry.output_elements()));
  std::vector<double> output(ideal.size());
  exact_products(geometry, weights, streamed, ideal);
  const auto engine = make_reference_engine();
  engine->compute(geometry, *engine->pack(geometry, weights, settings, 1), streamed, settings, {}, output);
  OutputMoments moments;
  moments.add(ideal, output);
  const CsnrEstimate estimate =
      estimate_csnr(geometry, settings, operand_statistics(weights, streamed, settings), moments.variance());
  return {estimate.csnr_db, moments.csnr_db(), estimate.pessimistic};
}

TEST(CsnrEstimate, AgreesWithTheReferenceEngineWhereThereIsNoise) {
  struct Case {
    const char* name;
    MacroParameters macro;
    bool is_signed = false;
    std::int64_t reduction = 256;
    double tolerance_db = 0.5;
  };
  MacroParameters base;
  base.rows = 256;
  base.random_noise_percent = 0.3;
  std::vector<Case> cases;
  const auto add = [&](const char* name, auto change) -> Case& {
    Case& one = cases.emplace_back();
    one.name = name;
    one.macro = base;
    change(one.macro);
    return one;
  };
  add("random noise", [](MacroParameters&) {});
  add("little random noise", [](MacroParameters& m) { m.random_noise_percent = 0.15; }).tolerance_db = 1;
  add("nonlinearity", [](MacroParameters& m) {
    m.random_noise_percent = 0;
    m.nonlinearity_percent = 1;
  });
  add("hybrid", [](MacroParameters& m) { m.hybrid_levels = 3; });
  add("ten bits", [](MacroParameters& m) {
    m.adc_bits = 10;
    m.random_noise_percent = 0.113;
  });
  add("two bits at once", [](MacroParameters& m) { m.encoding_bits = 2; });
  add("unequal cycles", [](MacroParameters& m) { m.encoding_bits = 3; }).tolerance_db = 0.7;
  add("chunks", [](MacroParameters& m) { m.rows = 100; }).reduction = 330;
  add("signs", [](MacroParameters&) {}).is_signed = true;
  add("mean of five", [](MacroParameters& m) {
    m.voting_levels = 4;
    m.voting_samples = 5;
    m.voting_rule = VotingRule::mean;
  });
  add("mode of five", [](MacroParameters& m) {
    m.voting_levels = 4;
    m.voting_samples = 5;
  }).tolerance_db = 1;
  add("weight parallel", [](MacroParameters& m) { m.weight_parallel = true; }).tolerance_db = 0.7;
  add("narrow range", [](MacroParameters& m) { m.adc_range_percent = 40; });
  for (const Case& one : cases) {
    SCOPED_TRACE(one.name);
    const Comparison seen = compared(one.macro, one.is_signed, one.reduction, 11);
    EXPECT_NEAR(seen.estimated_db, seen.simulated_db, one.tolerance_db);
    EXPECT_FALSE(seen.pessimistic);
  }
}

TEST(CsnrEstimate, SaysWhereItIsPessimistic) {
  for (const int bits : {4, 6, 7}) {
    MacroParameters macro;
    macro.rows = 256;
    macro.adc_bits = bits;
    const Comparison seen = compared(macro, false, 256, 12);
    EXPECT_TRUE(seen.pessimistic);
    EXPECT_LT(seen.estimated_db, seen.simulated_db + 0.5);
    EXPECT_GT(seen.estimated_db, seen.simulated_db - 8);
  }
}

}  // namespace
}  // namespace acim::cost
