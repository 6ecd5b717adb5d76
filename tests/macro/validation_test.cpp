#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>

#include "base/error.h"
#include "macro/parameter_table.h"

namespace acim {
namespace {

using ::testing::HasSubstr;

struct Contradiction {
  const char* name;
  std::function<void(MacroParameters&)> make;
  std::vector<const char*> named;  ///< keys and values that the message names
};

class Contradictions : public testing::TestWithParam<Contradiction> {};

TEST_P(Contradictions, NameKeysValuesAndWhatToDo) {
  MacroParameters parameters;
  GetParam().make(parameters);
  const std::vector<ParameterProblem> problems = problems_of(parameters);
  ASSERT_EQ(problems.size(), 1U);
  for (const char* word : GetParam().named) EXPECT_THAT(problems[0].message.text(), HasSubstr(word));
  EXPECT_GE(problems[0].keys.size(), 2U);
  for (const std::string& key : problems[0].keys) EXPECT_NE(find_parameter(key), nullptr) << key;
  EXPECT_TRUE(problems[0].message.text().find("Lower ") != std::string::npos ||
              problems[0].message.text().find("Set ") != std::string::npos);
  try {
    validate(parameters);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_EQ(error.what(), problems[0].message.text());
  }
}

using M = MacroParameters;
INSTANTIATE_TEST_SUITE_P(All, Contradictions,
                         testing::Values(Contradiction{"OffsetAndRange",
                                                       [](M& m) {
                                                         m.adc_offset_percent = 30;
                                                         m.adc_range_percent = 70.5;
                                                       },
                                                       {"adc_offset_percent = 30", "adc_range_percent = 70.5"}},
                                         Contradiction{"EncodingOverActivationBits",
                                                       [](M& m) {
                                                         m.encoding_bits = 5;
                                                         m.activation_bits = 4;
                                                       },
                                                       {"encoding_bits = 5", "activation_bits = 4"}},
                                         Contradiction{"HybridOverDiagonals",
                                                       [](M& m) {
                                                         m.encoding_bits = 3;  // 3 cycles
                                                         m.hybrid_levels = 11;
                                                       },
                                                       {"hybrid_levels = 11", "weight_bits = 8", "10"}},
                                         Contradiction{"VotingOverSignedDiagonals",
                                                       [](M& m) {
                                                         m.encoding_bits = 8;
                                                         m.signed_activations = SignedActivations::always;  // 2 cycles
                                                         m.voting_levels = 10;
                                                       },
                                                       {"voting_levels = 10", "9"}},
                                         Contradiction{"ParallelAndHybrid",
                                                       [](M& m) {
                                                         m.weight_parallel = true;
                                                         m.hybrid_levels = 1;
                                                       },
                                                       {"weight_parallel = true", "hybrid_levels = 1"}},
                                         Contradiction{"ParallelAndVoting",
                                                       [](M& m) {
                                                         m.weight_parallel = true;
                                                         m.voting_levels = 2;
                                                       },
                                                       {"weight_parallel = true", "voting_levels = 2"}},
                                         Contradiction{"ParallelAndCompression",
                                                       [](M& m) {
                                                         m.weight_parallel = true;
                                                         m.compression_alpha = 0.001;
                                                       },
                                                       {"weight_parallel = true", "compression_alpha = 0.001"}},
                                         Contradiction{"ParallelAndVariation",
                                                       [](M& m) {
                                                         m.weight_parallel = true;
                                                         m.weight_variation_percent = 5;
                                                       },
                                                       {"weight_parallel = true", "weight_variation_percent = 5"}},
                                         Contradiction{"ParallelAndOffset",
                                                       [](M& m) {
                                                         m.weight_parallel = true;
                                                         m.adc_range_percent = 50;
                                                         m.adc_offset_percent = 5;
                                                       },
                                                       {"weight_parallel = true", "adc_offset_percent = 5"}},
                                         Contradiction{"ParallelAndOneBit",
                                                       [](M& m) {
                                                         m.weight_parallel = true;
                                                         m.adc_bits = 1;
                                                       },
                                                       {"weight_parallel = true", "adc_bits = 1"}},
                                         Contradiction{"SenseAmplifierOfEightBits",
                                                       [](M& m) { m.adc_type = AdcType::sense_amp; },
                                                       {"adc_type = sense_amp", "adc_bits = 8"}},
                                         Contradiction{"AdcOfMoreColumnsThanThereAre",
                                                       [](M& m) {
                                                         m.columns = 16;
                                                         m.columns_per_adc = 32;
                                                       },
                                                       {"columns_per_adc = 32", "columns = 16"}},
                                         Contradiction{"AnalogCombinationAndHybrid",
                                                       [](M& m) {
                                                         m.conversions_per_weight = 1;
                                                         m.hybrid_levels = 2;
                                                       },
                                                       {"conversions_per_weight = 1", "hybrid_levels = 2"}},
                                         Contradiction{"CalibrationTwice",
                                                       [](M& m) {
                                                         m.energy_scale = 1.5;
                                                         m.array_scale = 2;
                                                       },
                                                       {"energy_scale = 1.5", "array_scale = 2"}},
                                         Contradiction{"PhysicalNoiseOfCurrents",
                                                       [](M& m) {
                                                         m.noise_source = NoiseSource::physical;
                                                         m.domain = AnalogDomain::current;
                                                       },
                                                       {"noise_source = physical", "domain = current"}},
                                         Contradiction{"PhysicalNoiseBeyondFullScale",
                                                       [](M& m) {
                                                         m.noise_source = NoiseSource::physical;
                                                         m.comparator_noise_lsb = 5;
                                                         m.adc_bits = 1;
                                                       },
                                                       {"comparator_noise_lsb = 5", "adc_bits = 1"}}),
                         [](const auto& entry) { return std::string(entry.param.name); });

TEST(Validation, AcceptsTheLimits) {
  MacroParameters parameters;
  parameters.adc_offset_percent = 33.3;
  parameters.adc_range_percent = 66.7;
  parameters.encoding_bits = 8;
  parameters.hybrid_levels = 8;
  parameters.voting_levels = 8;
  EXPECT_TRUE(problems_of(parameters).empty());
  parameters.signed_activations = SignedActivations::always;
  parameters.hybrid_levels = 9;
  EXPECT_TRUE(problems_of(parameters).empty());
}

TEST(Validation, FindsEveryValueOutOfRange) {
  MacroParameters parameters;
  parameters.adc_bits = 15;
  parameters.voting_samples = 4;
  parameters.random_noise_percent = std::numeric_limits<double>::quiet_NaN();
  const std::vector<ParameterProblem> problems = problems_of(parameters);
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0].keys, std::vector<std::string>{"adc_bits"});
  EXPECT_EQ(problems[1].keys, std::vector<std::string>{"random_noise_percent"});
  EXPECT_THAT(problems[2].message.text(), HasSubstr("voting_samples = 4"));
}

}  // namespace
}  // namespace acim
