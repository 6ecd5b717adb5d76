// The fast engine against the reference implementation: equal to the bit, for every instruction set of this processor.

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <exception>
#include <thread>
#include <utility>

#include "array/fast_engine.h"
#include "base/error.h"
#include "layer_case.h"

namespace acim {
namespace {

using test::CaseBudget;
using test::LayerCase;
using test::LayerResult;
using test::TestRandom;

struct NamedEngine {
  std::string name;
  std::unique_ptr<Engine> engine;
};

/// Kept over many cases, as in a program: what an engine remembers of one must not show in the next.
std::vector<NamedEngine> fast_engines() {
  std::vector<NamedEngine> engines;
  for (const InstructionSet set : available_instruction_sets()) {
    engines.push_back({instruction_set_name(set), make_fast_engine(set)});
  }
  return engines;
}

class EngineEquality : public testing::Test {
 protected:
  /// All settings on the weights packed once, for the first of them.
  void expect_equal(const std::vector<LayerCase>& cases, const std::string& which) {
    const auto reference_weights = test::packed(*reference_, cases.front());
    std::vector<LayerResult> expected;
    expected.reserve(cases.size());
    for (const LayerCase& layer : cases) {
      expected.push_back(test::computed(*reference_, layer, *reference_weights));
    }
    for (const NamedEngine& fast : engines_) {
      const auto weights = test::packed(*fast.engine, cases.front());
      for (std::size_t index = 0; index < cases.size(); ++index) {
        const std::string different =
            test::difference(test::computed(*fast.engine, cases[index], *weights), expected[index]);
        EXPECT_TRUE(different.empty()) << fast.name << ", " << which << ", settings " << index
                                       << " on these weights: " << different << "\n  "
                                       << test::description(cases[index]);
      }
    }
  }

  /// `count` layers of random shape and settings, several settings each.
  void expect_equal_at_random(std::uint64_t seed, int count, const CaseBudget& budget) {
    for (int trial = 0; trial < count && !HasFailure(); ++trial) {
      // An engine remembers what it made of settings; thousands of them would be all that it looks through.
      if (trial % 200 == 199) renew_engines();
      TestRandom random(seed + static_cast<std::uint64_t>(trial) * 1'000'003U);
      std::vector<LayerCase> cases = {test::random_case(random, budget)};
      for (int more = random.integer(0, 3); more > 0; --more) {
        cases.push_back(test::with_other_settings(random, cases.front(), budget));
      }
      expect_equal(cases, "trial " + std::to_string(trial) + " of seed " + std::to_string(seed));
    }
  }

  void renew_engines() {
    reference_ = make_reference_engine();
    engines_ = fast_engines();
  }

  std::unique_ptr<Engine> reference_ = make_reference_engine();
  std::vector<NamedEngine> engines_ = fast_engines();
};

TEST_F(EngineEquality, OfManySmallLayers) {
  expect_equal_at_random(1, 3000, {4e3, 2e4});
}

TEST_F(EngineEquality, OfLayersThatFillTiles) {
  expect_equal_at_random(2, 300, {6e4, 6e4});
}

TEST_F(EngineEquality, OfLargeFullScales) {
  expect_equal_at_random(3, 400, {4e3, 6e5});
}

LayerGeometry convolution_3x3(std::int64_t channels, std::int64_t outputs, std::int64_t side) {
  LayerGeometry geometry;
  geometry.channels = channels;
  geometry.outputs = outputs;
  geometry.height = side;
  geometry.width = side;
  geometry.kernel_height = 3;
  geometry.kernel_width = 3;
  geometry.padding_height = 1;
  geometry.padding_width = 1;
  return geometry;
}

/// ReLU-like activations and uniform weights.
LayerCase realistic(const LayerGeometry& geometry, const MacroParameters& macro, bool is_signed = false) {
  TestRandom random(77);
  LayerCase layer{geometry, macro, is_signed, {}, {}, {}};
  layer.key = {macro.seed, 3, 41, 0, 3};
  layer.weights = test::random_weights(random, static_cast<std::size_t>(geometry.outputs * geometry.reduction()),
                                       macro.weight_bits);
  layer.streamed = test::random_activations(random, static_cast<std::size_t>(geometry.input_elements()),
                                            macro.activation_bits, is_signed);
  return layer;
}

MacroParameters bits(int weight_and_activation_bits) {
  MacroParameters macro;
  macro.weight_bits = weight_and_activation_bits;
  macro.activation_bits = weight_and_activation_bits;
  return macro;
}

TEST_F(EngineEquality, OfLayersOfResNets) {
  for (const int channels : {16, 32, 64}) {
    LayerCase layer = realistic(convolution_3x3(channels, channels, 6), bits(8));
    std::vector<LayerCase> cases = {layer};
    for (const double codes : {0.5, 1.0, 2.0}) {
      layer.macro.random_noise_percent = codes * 100 / 255;
      cases.push_back(layer);
    }
    layer.macro.adc_bits = 7;
    cases.push_back(layer);
    layer.macro.nonlinearity_percent = 4;
    cases.push_back(layer);
    layer.macro = bits(8);
    layer.macro.random_noise_percent = 0.4;
    layer.macro.adc_range_percent = 40;
    layer.macro.adc_offset_percent = 3;
    layer.macro.compression_alpha = 5e-4;
    cases.push_back(layer);
    expect_equal(cases, std::to_string(channels) + " channels");
  }
}

TEST_F(EngineEquality, OfFourBitLayersWithManyOutputs) {
  LayerCase layer = realistic(convolution_3x3(64, 128, 4), bits(4));
  std::vector<LayerCase> cases = {layer};
  layer.macro.random_noise_percent = 0.392;
  cases.push_back(layer);
  layer.macro.hybrid_levels = 2;
  cases.push_back(layer);
  layer.macro.voting_levels = 4;
  layer.macro.voting_samples = 5;
  cases.push_back(layer);
  layer.macro.hybrid_readout = HybridReadout::adc;
  layer.macro.voting_rule = VotingRule::mean;
  cases.push_back(layer);
  expect_equal(cases, "128 outputs");
}

TEST_F(EngineEquality, OfTallColumns) {
  MacroParameters macro = bits(8);
  macro.rows = 1023;
  macro.adc_bits = 10;
  LayerCase layer = realistic(convolution_3x3(128, 40, 4), macro);
  std::vector<LayerCase> cases = {layer};
  layer.macro.random_noise_percent = 0.1;
  cases.push_back(layer);
  layer.macro.adc_bits = 8;
  layer.macro.random_noise_percent = 0.392;
  cases.push_back(layer);
  expect_equal(cases, "1023 rows");
}

TEST_F(EngineEquality, OfEncodedActivations) {
  for (const int encoding : {2, 3, 4, 8}) {
    MacroParameters macro = bits(8);
    macro.encoding_bits = encoding;
    macro.random_noise_percent = 0.392;
    macro.rows = 64;
    LayerCase layer = realistic(convolution_3x3(32, 48, 5), macro);
    std::vector<LayerCase> cases = {layer};
    layer.macro.random_noise_percent = 0;
    cases.push_back(layer);
    expect_equal(cases, "encoding " + std::to_string(encoding));
    layer = realistic(convolution_3x3(32, 48, 5), macro, true);
    expect_equal({layer}, "signed, encoding " + std::to_string(encoding));
  }
}

TEST_F(EngineEquality, OfDepthwiseLayers) {
  LayerGeometry geometry = convolution_3x3(96, 96, 6);
  geometry.groups = 96;
  MacroParameters macro = bits(8);
  macro.random_noise_percent = 0.5;
  expect_equal({realistic(geometry, macro)}, "depthwise");
}

TEST(EngineThreads, ShareOneEngine) {
  const auto reference = make_reference_engine();
  for (const InstructionSet set : available_instruction_sets()) {
    for (std::uint64_t round = 0; round < 4; ++round) {
      // The same settings and others, on cold tables.
      TestRandom random(900 + round);
      std::vector<LayerCase> cases;
      cases.reserve(6);
      while (cases.size() < 6) cases.push_back(test::random_case(random, {2e4, 3e4}));
      const auto engine = make_fast_engine(set);
      std::vector<std::shared_ptr<const PackedWeights>> weights;
      weights.reserve(cases.size());
      for (const LayerCase& layer : cases) weights.push_back(test::packed(*engine, layer));

      std::vector<std::vector<LayerResult>> seen(2);
      std::vector<std::exception_ptr> failures(2);
      {
        std::vector<std::jthread> threads;
        for (std::size_t thread = 0; thread < 2; ++thread) {
          threads.emplace_back([&, thread] {
            try {
              for (std::size_t at = 0; at < cases.size(); ++at) {
                seen[thread].push_back(test::computed(*engine, cases[at], *weights[at]));
              }
            } catch (...) {
              failures[thread] = std::current_exception();
            }
          });
        }
      }
      for (const std::exception_ptr& failure : failures) {
        if (failure) std::rethrow_exception(failure);
      }
      for (std::size_t at = 0; at < cases.size(); ++at) {
        const LayerResult expected = test::computed(*reference, cases[at], *test::packed(*reference, cases[at]));
        for (const auto& results : seen) {
          EXPECT_EQ(test::difference(results[at], expected), "")
              << instruction_set_name(set) << ": " << test::description(cases[at]);
        }
      }
    }
  }
}

TEST_F(EngineEquality, OfTheLargestSumsOfVariedCells) {
  for (const int activation_bits : {1, 5, 8, 9}) {
    for (const double percent : {0.5, 12.0, 100.0}) {
      MacroParameters macro;
      macro.weight_bits = 4;
      macro.activation_bits = std::max(activation_bits, 2);
      macro.encoding_bits = activation_bits;
      macro.rows = 4096;
      macro.adc_bits = 14;
      macro.weight_variation_percent = percent;
      LayerCase layer{LayerGeometry::linear(2, 4096, 3), macro, false, {}, {}, {}};
      layer.weights.assign(3 * 4096, -1);  // every bit set
      layer.streamed.assign(2 * 4096, static_cast<std::int16_t>((1 << macro.activation_bits) - 1));
      LayerCase digital = layer;
      digital.macro.hybrid_levels = 4;
      expect_equal({layer, digital}, "all rows on");
    }
  }
}

TEST_F(EngineEquality, OfVariedCellsAtEveryTreatment) {
  for (const bool is_signed : {false, true}) {
    for (const VotingRule rule : {VotingRule::mode, VotingRule::median, VotingRule::mean}) {
      MacroParameters macro = bits(6);
      macro.weight_variation_percent = 3;
      macro.rows = 36;
      macro.voting_levels = 8;
      macro.voting_samples = 5;
      macro.voting_rule = rule;
      macro.hybrid_levels = 2;
      LayerCase layer = realistic(convolution_3x3(13, 21, 6), macro, is_signed);
      std::vector<LayerCase> cases = {layer};  // no noise: unanimous votes
      layer.macro.random_noise_percent = 2;
      cases.push_back(layer);
      layer.macro.nonlinearity_percent = 3;
      layer.macro.compression_alpha = 0.003;
      layer.macro.hybrid_readout = HybridReadout::adc;
      cases.push_back(layer);
      layer.macro.adc_offset_percent = 5;
      layer.macro.adc_range_percent = 60;
      layer.macro.encoding_bits = 3;
      layer.macro.voting_levels = 0;
      cases.push_back(layer);
      expect_equal(cases, "all treatments");
    }
  }
}

/// A layer of which even the fastest engine has for a second.
LayerCase long_layer(double variation_percent) {
  MacroParameters macro = bits(8);
  macro.weight_variation_percent = variation_percent;
  macro.random_noise_percent = 0.5;
  LayerCase layer{convolution_3x3(256, 256, 64), macro, false, {}, {}, {}};
  TestRandom random(5);
  layer.weights = test::random_weights(
      random, static_cast<std::size_t>(layer.geometry.outputs * layer.geometry.reduction()), macro.weight_bits);
  layer.streamed.assign(static_cast<std::size_t>(layer.geometry.input_elements()), 85);
  return layer;
}

void expect_cancelled(const Engine& engine, const LayerCase& layer, const PackedWeights& weights,
                      const std::stop_token& stop) {
  std::vector<double> output(static_cast<std::size_t>(layer.geometry.output_elements()));
  try {
    engine.compute(layer.geometry, weights, layer.streamed, layer.settings(), layer.key, output, nullptr, stop);
    ADD_FAILURE() << "was not stopped";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::cancelled) << error.what();
  }
}

TEST(EngineCancellation, BeforeAnythingIsDone) {
  std::stop_source source;
  source.request_stop();
  for (const InstructionSet set : available_instruction_sets()) {
    const auto engine = make_fast_engine(set);
    for (const std::uint64_t seed : {31U, 32U, 33U, 34U, 35U, 36U, 37U, 38U}) {
      TestRandom random(seed);
      const LayerCase layer = test::random_case(random, {});
      SCOPED_TRACE(instruction_set_name(set) + ": " + test::description(layer));
      expect_cancelled(*engine, layer, *test::packed(*engine, layer), source.get_token());
    }
  }
}

TEST(EngineCancellation, AmidALongLayer) {
  for (const double variation_percent : {0.0, 1.0}) {
    const LayerCase layer = long_layer(variation_percent);
    for (const InstructionSet set : available_instruction_sets()) {
      SCOPED_TRACE(instruction_set_name(set));
      const auto engine = make_fast_engine(set);
      const auto weights = test::packed(*engine, layer);
      std::stop_source source;
      const std::jthread stopping([&source] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        source.request_stop();
      });
      expect_cancelled(*engine, layer, *weights, source.get_token());
    }
  }
}

}  // namespace
}  // namespace acim
