#include "array/layer_errors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "array/engine.h"
#include "array/quantiser.h"
#include "random_layer.h"

namespace acim {
namespace {

using test::TestRandom;

constexpr std::int64_t kEverything = std::int64_t{1} << 40;

/// Half-normal activations and Gaussian weights before their quantisers, and the integers they become.
struct RealLayer {
  LayerGeometry geometry = LayerGeometry::linear(30, 200, 12);
  std::vector<float> real_weights;
  std::vector<float> real_streamed;
  float weight_scale = 0;
  float streamed_scale = 0;
  std::vector<std::int16_t> weights;
  std::vector<std::int16_t> streamed;

  RealLayer(const MacroParameters& macro, double clipped_at) {
    TestRandom draws(5);
    real_weights.resize(static_cast<std::size_t>(geometry.outputs * geometry.reduction()));
    real_streamed.resize(static_cast<std::size_t>(geometry.input_elements()));
    for (float& value : real_weights) value = static_cast<float>(draws.normal());
    for (float& value : real_streamed) value = static_cast<float>(std::abs(draws.normal()));
    weight_scale = quantiser_scale(real_weights, true);
    streamed_scale = quantiser_scale_of_maximum(
        static_cast<float>(clipped_at * static_cast<double>(quantiser_scale(real_streamed, false))));
    weights.resize(real_weights.size());
    streamed.resize(real_streamed.size());
    quantise(real_weights, weight_scale, macro.weight_bits, true, weights);
    quantise(real_streamed, streamed_scale, macro.activation_bits, false, streamed);
  }

  LayerOperands integers(const ConversionSettings& settings) const {
    return {geometry, settings, weights, streamed, {.seed = 3, .layer = 1, .image = 2, .part = 0, .weight = 9}};
  }
  LayerOperands reals(const ConversionSettings& settings) const {
    LayerOperands layer = integers(settings);
    layer.real_weights = real_weights;
    layer.weight_scale = weight_scale;
    layer.real_streamed = real_streamed;
    layer.streamed_scale = streamed_scale;
    return layer;
  }
};

ConversionSettings settings_of(const MacroParameters& macro) {
  return make_conversion_settings(macro, false);
}

/// What an engine makes of the same layer.
OutputMoments engine_moments(const RealLayer& layer, const ConversionSettings& settings) {
  const LayerOperands operands = layer.integers(settings);
  std::vector<double> ideal(static_cast<std::size_t>(layer.geometry.output_elements()));
  std::vector<double> output(ideal.size());
  exact_products(layer.geometry, layer.weights, layer.streamed, ideal);
  const auto engine = make_reference_engine();
  engine->compute(layer.geometry, *engine->pack(layer.geometry, layer.weights, settings, operands.key.weight),
                  layer.streamed, settings, operands.key, output);
  OutputMoments moments;
  moments.add(ideal, output);
  return moments;
}

void expect_complete(const LayerErrors& errors) {
  double causes = 0;
  for (std::size_t k = 0; k < kErrorCauses; ++k) causes += errors.share(static_cast<ErrorCause>(k));
  EXPECT_NEAR(causes, 1, 1e-9);
  double pairs = 0;
  for (int i = 0; i < errors.weight_bits; ++i) {
    for (int j = 0; j < errors.cycles; ++j) pairs += errors.pair_share(i, j);
  }
  EXPECT_NEAR(pairs, 1, 1e-9);
}

TEST(LayerErrors, AreNoneWhereTheArrayLosesNothing) {
  const MacroParameters macro;  // 255 rows, 8 bits, no noise
  const RealLayer layer(macro, 1);
  const ConversionSettings settings = settings_of(macro);
  const LayerErrors errors = explain_errors(layer.integers(settings), kEverything);
  EXPECT_EQ(errors.array.count(), layer.geometry.output_elements());
  EXPECT_EQ(errors.csnr_db(), std::numeric_limits<double>::infinity());
  EXPECT_EQ(errors.squared_error, 0);
  EXPECT_EQ(errors.share(ErrorCause::adc_rounding), 0);
  EXPECT_EQ(errors.pair_share(7, 7), 0);
}

TEST(LayerErrors, OfNoiseAloneAreNoise) {
  MacroParameters macro;
  macro.random_noise_percent = 1;
  const RealLayer layer(macro, 1);
  const ConversionSettings settings = settings_of(macro);
  const LayerErrors errors = explain_errors(layer.integers(settings), kEverything);
  expect_complete(errors);
  // Rounding of what is between codes, and the clamp at zero of empty columns, take the rest.
  EXPECT_GT(errors.share(ErrorCause::random_noise), 0.7);
  EXPECT_EQ(errors.share(ErrorCause::nonlinearity), 0);
  macro.random_noise_percent = 0;
  macro.nonlinearity_percent = 4;
  const ConversionSettings nonlinear = settings_of(macro);
  EXPECT_GT(explain_errors(layer.integers(nonlinear), kEverything).share(ErrorCause::nonlinearity), 0.7);
}

TEST(LayerErrors, AreThoseOfTheEngine) {
  MacroParameters base;
  base.rows = 100;
  base.adc_bits = 6;
  const auto changed = [&](auto change) {
    MacroParameters macro = base;
    change(macro);
    return macro;
  };
  // Equal to the last bits where an engine draws no codes from tables.
  for (const MacroParameters& macro :
       {base, changed([](MacroParameters& m) { m.encoding_bits = 3; }),
        changed([](MacroParameters& m) { m.hybrid_levels = 5; }), changed([](MacroParameters& m) {
          m.hybrid_levels = 5;
          m.hybrid_readout = HybridReadout::adc;
        }),
        changed([](MacroParameters& m) {
          m.adc_range_percent = 20;
          m.adc_offset_percent = 3;
        }),
        changed([](MacroParameters& m) { m.compression_alpha = 0.001; }),
        changed([](MacroParameters& m) { m.weight_parallel = true; }), changed([](MacroParameters& m) {
          m.weight_parallel = true;
          m.random_noise_percent = 0.5;
          m.adc_range_percent = 30;
        }),
        changed([](MacroParameters& m) {
          m.weight_variation_percent = 5;
          m.random_noise_percent = 0.5;
          m.nonlinearity_percent = 1;
          m.voting_levels = 6;
          m.voting_samples = 3;
        })}) {
    const RealLayer layer(macro, 0.7);
    const ConversionSettings settings = settings_of(macro);
    const LayerErrors errors = explain_errors(layer.reals(settings), kEverything);
    const OutputMoments engine = engine_moments(layer, settings);
    EXPECT_NEAR(errors.csnr_db(), engine.csnr_db(), 1e-6);
    EXPECT_NEAR(errors.array.mean_error(), engine.mean_error(), 1e-6 * std::sqrt(engine.mean_squared_error()));
    expect_complete(errors);
  }
  // Drawn from the same distribution elsewhere.
  for (const MacroParameters& macro :
       {changed([](MacroParameters& m) { m.random_noise_percent = 0.8; }), changed([](MacroParameters& m) {
          m.random_noise_percent = 0.8;
          m.voting_levels = 5;
          m.voting_samples = 5;
          m.voting_rule = VotingRule::mean;
        })}) {
    const RealLayer layer(macro, 1);
    const ConversionSettings settings = settings_of(macro);
    const LayerErrors errors = explain_errors(layer.integers(settings), kEverything);
    EXPECT_NEAR(errors.csnr_db(), engine_moments(layer, settings).csnr_db(), 1);
    expect_complete(errors);
  }
}

TEST(LayerErrors, TellClippingFromRounding) {
  MacroParameters macro;
  macro.rows = 255;
  macro.adc_range_percent = 8;
  const RealLayer layer(macro, 0.5);
  const ConversionSettings settings = settings_of(macro);
  const LayerErrors narrow = explain_errors(layer.integers(settings), kEverything);
  EXPECT_GT(narrow.share(ErrorCause::clipping_above), 0.9);
  EXPECT_EQ(narrow.share(ErrorCause::clipping_below), 0);
  macro.adc_range_percent = 80;
  macro.adc_offset_percent = 20;
  const ConversionSettings high = settings_of(macro);
  EXPECT_GT(explain_errors(layer.integers(high), kEverything).share(ErrorCause::clipping_below), 0.9);
  macro.adc_range_percent = 100;
  macro.adc_offset_percent = 0;
  macro.adc_bits = 5;
  const ConversionSettings coarse = settings_of(macro);
  EXPECT_NEAR(explain_errors(layer.integers(coarse), kEverything).share(ErrorCause::adc_rounding), 1, 1e-9);
}

TEST(LayerErrors, AreTheQuantisersWhereTheArrayLosesNothing) {
  MacroParameters macro;
  macro.weight_bits = 4;
  macro.activation_bits = 4;
  const RealLayer layer(macro, 0.5);
  const ConversionSettings settings = settings_of(macro);
  const LayerErrors errors = explain_errors(layer.reals(settings), kEverything);
  EXPECT_EQ(errors.csnr_db(), std::numeric_limits<double>::infinity());
  EXPECT_GT(errors.share(ErrorCause::activation_clipping), 0.01);
  EXPECT_GT(errors.share(ErrorCause::weight_rounding), 0.1);
  EXPECT_NEAR(errors.share(ErrorCause::activation_clipping) + errors.share(ErrorCause::activation_rounding) +
                  errors.share(ErrorCause::weight_rounding),
              1, 1e-9);
  EXPECT_EQ(errors.share(ErrorCause::adc_rounding), 0);
}

TEST(LayerErrors, SeeBitsThatAreNeverSet) {
  const MacroParameters macro;
  RealLayer layer(macro, 1);
  for (std::int16_t& value : layer.streamed) value = static_cast<std::int16_t>(value / 4);
  const ConversionSettings settings = settings_of(macro);
  const LayerErrors errors = explain_errors(layer.integers(settings), kEverything);
  EXPECT_EQ(errors.ones(7), 0);
  EXPECT_EQ(errors.ones(6), 0);
  EXPECT_GT(errors.ones(5), 0);
  EXPECT_EQ(errors.mean_fill(0, 7), 0);
  EXPECT_GT(errors.mean_fill(0, 0), 0.05);
}

/// One output, one conversion that matters: 2 of 4 rows on, an ADC of 1 bit reads 4.
TEST(LayerErrors, OfAHandComputedColumn) {
  MacroParameters macro;
  macro.rows = 4;
  macro.adc_bits = 1;
  macro.weight_bits = 2;
  macro.activation_bits = 2;
  const LayerGeometry geometry = LayerGeometry::linear(2, 4, 1);
  const std::vector<std::int16_t> weights = {1, 1, 1, 0};
  const std::vector<std::int16_t> streamed = {2, 2, 2, 0, 0, 0, 0, 0};
  const ConversionSettings settings = settings_of(macro);
  const LayerErrors errors = explain_errors({geometry, settings, weights, streamed}, kEverything);
  // Three rows of weight bit 0 and activation bit 1: 3 of 4 is read as 4, one too much, times 2. All else is 0.
  EXPECT_EQ(errors.array.count(), 2);
  EXPECT_DOUBLE_EQ(errors.array.mean_error(), 1);
  EXPECT_DOUBLE_EQ(errors.array.mean_squared_error(), 2);
  EXPECT_DOUBLE_EQ(errors.pair_share(0, 1), 1);
  EXPECT_DOUBLE_EQ(errors.mean_fill(0, 1), 3.0 / 8);
  EXPECT_DOUBLE_EQ(errors.share(ErrorCause::adc_rounding), 1);
  // Products are 6 and 0.
  EXPECT_DOUBLE_EQ(errors.csnr_db(), 10 * std::log10(9.0 / 2));
}

TEST(LayerErrors, AddUpOverImages) {
  MacroParameters macro;
  macro.adc_bits = 6;
  const RealLayer layer(macro, 1);
  const ConversionSettings settings = settings_of(macro);
  const LayerErrors one = explain_errors(layer.reals(settings));
  LayerErrors two;
  two += one;
  two += one;
  EXPECT_EQ(two.array.count(), 2 * one.array.count());
  EXPECT_NEAR(two.csnr_db(), one.csnr_db(), 1e-9);
  EXPECT_NEAR(two.pair_share(7, 6), one.pair_share(7, 6), 1e-12);
  EXPECT_NEAR(two.share(ErrorCause::adc_rounding), one.share(ErrorCause::adc_rounding), 1e-12);
}

TEST(LayerErrors, OfFewConversionsAreThoseOfMany) {
  MacroParameters macro;
  macro.adc_bits = 6;
  const RealLayer layer(macro, 1);
  const ConversionSettings settings = settings_of(macro);
  const LayerErrors all = explain_errors(layer.integers(settings), kEverything);
  const LayerErrors few = explain_errors(layer.integers(settings), 64 * 120);
  EXPECT_EQ(few.array.count(), 120);
  EXPECT_NEAR(few.csnr_db(), all.csnr_db(), 2);
}

}  // namespace
}  // namespace acim
