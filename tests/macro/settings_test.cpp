#include "macro/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace acim {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

template <typename Action>
std::string usage_error_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error.what();
  }
  ADD_FAILURE() << "no error";
  return "";
}

TEST(Pattern, MatchesWholeNames) {
  EXPECT_TRUE(matches_pattern("layer3.*", "layer3.0.conv1"));
  EXPECT_TRUE(matches_pattern("*", ""));
  EXPECT_TRUE(matches_pattern("*conv?", "layer1.0.conv2"));
  EXPECT_TRUE(matches_pattern("a*b*c", "aXbYbZc"));
  EXPECT_TRUE(matches_pattern("conv1", "conv1"));
  EXPECT_FALSE(matches_pattern("conv1", "conv10"));
  EXPECT_FALSE(matches_pattern("layer3.*", "layer30.conv"));
  EXPECT_FALSE(matches_pattern("?", ""));
  EXPECT_FALSE(matches_pattern("", "x"));
  EXPECT_FALSE(matches_pattern("a*b*c", "aXbYbZ"));
  // Exponential in a recursive matcher.
  EXPECT_FALSE(matches_pattern("a*a*a*a*a*a*a*a*a*a*a*b", std::string(2000, 'a')));
}

TEST(LayerOverride, IsReadFromText) {
  const LayerOverride layer = parse_layer_override("layer3.*:random_noise_percent=0.1,adc_bits=7,digital=false");
  EXPECT_EQ(layer.pattern, "layer3.*");
  EXPECT_EQ(layer.digital, false);
  EXPECT_THAT(layer.values, ElementsAre(Pair("adc_bits", ParameterValue(std::int64_t{7})),
                                        Pair("random_noise_percent", ParameterValue(0.1))));
  EXPECT_EQ(parse_layer_override("conv1:digital=true").digital, true);
}

TEST(LayerOverride, RefusesWhatMeansNothing) {
  EXPECT_THAT(usage_error_of([] { parse_layer_override("conv1"); }), HasSubstr("conv1"));
  EXPECT_THAT(usage_error_of([] { parse_layer_override(":adc_bits=7"); }), HasSubstr("pattern"));
  EXPECT_THAT(usage_error_of([] { parse_layer_override("conv1:adc_bits"); }), HasSubstr("key=value"));
  EXPECT_THAT(usage_error_of([] { parse_layer_override("conv1:adc_bit=7"); }), HasSubstr("'adc_bits'"));
  EXPECT_THAT(usage_error_of([] { parse_layer_override("conv1:adc_bits=15"); }), HasSubstr("1 to 14"));
  EXPECT_THAT(usage_error_of([] { parse_layer_override("conv1:seed=3"); }),
              HasSubstr("seed cannot differ between layers"));
  EXPECT_THAT(usage_error_of([] { parse_layer_override("conv1:adc_bits=7,adc_bits=8"); }), HasSubstr("twice"));
  EXPECT_THAT(usage_error_of([] { parse_layer_override("conv1:digital=maybe"); }), HasSubstr("true or false"));
}

TEST(SettingsOfLayer, LaterOverridesWin) {
  PointSettings point;
  point.macro.adc_bits = 6;
  point.layers = {parse_layer_override("layer*:adc_bits=7,rows=127"),
                  parse_layer_override("layer3.*:adc_bits=9,digital=true")};
  const LayerSettings first = settings_of_layer(point, "conv1", true);
  EXPECT_TRUE(first.digital);
  EXPECT_FALSE(first.has_override);
  EXPECT_EQ(first.macro.adc_bits, 6);
  const LayerSettings second = settings_of_layer(point, "layer2.0", false);
  EXPECT_EQ(second.macro.adc_bits, 7);
  EXPECT_FALSE(second.digital);
  const LayerSettings third = settings_of_layer(point, "layer3.0", false);
  EXPECT_EQ(third.macro.adc_bits, 9);
  EXPECT_EQ(third.macro.rows, 127);
  EXPECT_TRUE(third.digital);
  EXPECT_TRUE(third.has_override);
}

TEST(SettingsOfLayer, NamesTheLayerOfAContradiction) {
  PointSettings point;
  point.layers = {parse_layer_override("fc:activation_bits=2")};
  point.macro.encoding_bits = 4;
  EXPECT_NO_THROW(settings_of_layer(point, "conv1", false));
  const std::string message = usage_error_of([&] { settings_of_layer(point, "fc", false); });
  EXPECT_THAT(message, HasSubstr("Layer fc"));
  EXPECT_THAT(message, HasSubstr("encoding_bits = 4"));
}

TEST(Assignment, SetsOneKnob) {
  MacroParameters parameters;
  apply_assignment(parameters, "adc_bits=7");
  apply_assignment(parameters, "mapping=dense");
  apply_assignment(parameters, "seed=18446744073709551615");
  EXPECT_EQ(parameters.adc_bits, 7);
  EXPECT_EQ(parameters.mapping, Mapping::dense);
  EXPECT_EQ(parameters.seed, ~std::uint64_t{0});
  EXPECT_THAT(usage_error_of([&] { apply_assignment(parameters, "adc_bits"); }), HasSubstr("key=value"));
  EXPECT_THAT(usage_error_of([&] { apply_assignment(parameters, "rowes=7"); }), HasSubstr("'rows'"));
  EXPECT_THAT(usage_error_of([&] { apply_assignment(parameters, "adc_bits=0"); }), HasSubstr("adc_bits = 0"));
  EXPECT_EQ(parameters.adc_bits, 7);
}

TEST(DifferingValues, FollowTheTable) {
  MacroParameters parameters;
  EXPECT_TRUE(differing_values(parameters, {}).empty());
  parameters.encoding_bits = 4;
  parameters.adc_bits = 6;
  EXPECT_THAT(differing_values(parameters, {}), ElementsAre(Pair("adc_bits", ParameterValue(std::int64_t{6})),
                                                            Pair("encoding_bits", ParameterValue(std::int64_t{4}))));
}

TEST(Mode, HasANameBothWays) {
  for (const auto mode : {EvaluationMode::floating_point, EvaluationMode::quantised, EvaluationMode::simulated}) {
    EXPECT_EQ(mode_from_name(mode_name(mode)), mode);
  }
  EXPECT_EQ(mode_name(EvaluationMode::floating_point), "float");
  EXPECT_THAT(usage_error_of([] { mode_from_name("exact"); }), HasSubstr("float, quantised and simulated"));
}

}  // namespace
}  // namespace acim
