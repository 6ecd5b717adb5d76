#include "macro/parameter_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

#include "base/error.h"
#include "macro/spelling.h"

namespace acim {
namespace {

using ::testing::HasSubstr;

std::string refusal_of(const std::string& key, const std::string& text) {
  try {
    parse_value(parameter_of(key), text);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error.what();
  }
  return "";
}

TEST(ParameterTable, HasEveryKeyOfTheModelOnce) {
  const std::set<std::string_view> expected = {"weight_bits",
                                               "activation_bits",
                                               "rows",
                                               "columns",
                                               "adc_bits",
                                               "adc_range_percent",
                                               "adc_offset_percent",
                                               "encoding_bits",
                                               "weight_parallel",
                                               "random_noise_percent",
                                               "nonlinearity_percent",
                                               "compression_alpha",
                                               "weight_variation_percent",
                                               "hybrid_levels",
                                               "hybrid_readout",
                                               "voting_levels",
                                               "voting_samples",
                                               "voting_rule",
                                               "mapping",
                                               "activation_scale",
                                               "activation_percentile",
                                               "signed_activations",
                                               "matmul_stationary",
                                               "digital_weight_bits",
                                               "digital_activation_bits",
                                               "seed",
                                               "batch",
                                               "noise_source",
                                               "comparator_noise_lsb",
                                               "reference_noise_percent",
                                               "adc_inl_lsb",
                                               "node_nm",
                                               "supply_voltage",
                                               "domain",
                                               "unit_capacitor_ff",
                                               "attenuation",
                                               "adc_type",
                                               "adc_comparators",
                                               "columns_per_adc",
                                               "cells_per_weight",
                                               "conversions_per_weight",
                                               "row_driver",
                                               "voting_cost",
                                               "voted_comparisons",
                                               "input_density",
                                               "weight_density",
                                               "macros",
                                               "weights_resident",
                                               "images_per_load",
                                               "buffer_kb",
                                               "energy_scale",
                                               "adc_scale",
                                               "array_scale",
                                               "dac_scale",
                                               "digital_scale"};
  std::multiset<std::string_view> keys;
  for (const Parameter& parameter : parameter_table()) keys.insert(parameter.key);
  EXPECT_EQ(keys, (std::multiset<std::string_view>(expected.begin(), expected.end())));
}

TEST(ParameterTable, EveryRowIsWhole) {
  std::set<std::string_view> labels;
  for (const Parameter& parameter : parameter_table()) {
    SCOPED_TRACE(parameter.key);
    EXPECT_TRUE(labels.insert(parameter.label).second);
    EXPECT_GT(parameter.meaning.size(), 40U);
    EXPECT_EQ(parameter.meaning.back(), '.');
    EXPECT_FALSE(group_label(parameter.group).empty());
    EXPECT_FALSE(range_text(parameter).empty());
    EXPECT_EQ(parameter.type == ParameterType::choice, !parameter.choices.empty());
    if (parameter.type == ParameterType::integer || parameter.type == ParameterType::real) {
      EXPECT_LT(parameter.minimum, parameter.maximum);
      EXPECT_GT(parameter.slider_step, 0);
    }
  }
}

TEST(ParameterTable, DefaultsAreAllowed) {
  const MacroParameters defaults;
  for (const Parameter& parameter : parameter_table()) EXPECT_NO_THROW(check_value(parameter, parameter.get(defaults)));
  EXPECT_TRUE(problems_of(defaults).empty());
  EXPECT_NO_THROW(validate(defaults));
}

TEST(ParameterTable, SetsWhatItGets) {
  MacroParameters other;
  for (const Parameter& parameter : parameter_table()) {
    SCOPED_TRACE(parameter.key);
    ParameterValue value = parameter.get(other);
    if (parameter.type == ParameterType::boolean) value = !std::get<bool>(value);
    if (parameter.type == ParameterType::integer) value = std::int64_t{3};
    if (parameter.type == ParameterType::unsigned64) value = ~std::uint64_t{0};
    if (parameter.type == ParameterType::real) value = 99.25;
    if (parameter.type == ParameterType::choice) value = std::string(parameter.choices.back());
    MacroParameters changed;
    parameter.set(changed, value);
    EXPECT_EQ(parameter.get(changed), value);
    for (const Parameter& neighbour : parameter_table()) {
      if (&neighbour == &parameter) continue;
      EXPECT_EQ(neighbour.get(changed), neighbour.get(MacroParameters())) << neighbour.key;
    }
    EXPECT_ANY_THROW(parameter.set(changed, ParameterValue(std::string("nonsense"))));
  }
}

TEST(ParameterTable, AutoIsTheNameOfAutomaticSigns) {
  EXPECT_EQ(value_text(parameter_of("signed_activations").get({})), "auto");
}

TEST(ParameterTable, WholeNetworkKnobsCannotDifferBetweenLayers) {
  std::set<std::string_view> keys;
  for (const Parameter& parameter : parameter_table()) {
    if (!parameter.per_layer) keys.insert(parameter.key);
  }
  EXPECT_EQ(keys, (std::set<std::string_view>{"seed", "columns", "activation_scale", "batch", "noise_source", "node_nm",
                                              "supply_voltage", "domain", "macros", "weights_resident",
                                              "images_per_load", "buffer_kb", "energy_scale", "adc_scale",
                                              "array_scale", "dac_scale", "digital_scale"}));
}

TEST(ParameterKey, SuggestsTheNearest) {
  EXPECT_EQ(nearest_key("adc_bit"), "adc_bits");
  EXPECT_EQ(nearest_key("encodingbits"), "encoding_bits");
  EXPECT_EQ(nearest_key(std::string(100'000, 'x')).empty(), false);
  EXPECT_EQ(find_parameter("adc_bit"), nullptr);
  try {
    parameter_of("noise_random_percent");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.what(), HasSubstr("noise_random_percent"));
    EXPECT_THAT(error.what(), HasSubstr("Did you mean"));
  }
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
}

TEST(ParameterValue, TextReadsBackEqual) {
  for (const double value : {0.05, 1e-5, 100.0, 1.0 / 3, 33.3}) {
    const Parameter& parameter = parameter_of("adc_range_percent");
    EXPECT_EQ(parse_value(parameter, value_text(value)), ParameterValue(value));
  }
  EXPECT_EQ(value_text(0.05), "0.05");
  EXPECT_EQ(value_text(true), "true");
  EXPECT_EQ(value_text(~std::uint64_t{0}), "18446744073709551615");
  EXPECT_EQ(parse_value(parameter_of("seed"), "18446744073709551615"), ParameterValue(~std::uint64_t{0}));
  EXPECT_EQ(parse_value(parameter_of("adc_bits"), " 7.0 "), ParameterValue(std::int64_t{7}));
  EXPECT_EQ(parse_value(parameter_of("weight_parallel"), "on"), ParameterValue(true));
  EXPECT_EQ(parse_value(parameter_of("voting_rule"), "median"), ParameterValue(std::string("median")));
}

TEST(ParameterValue, RefusesWhatIsNotAllowed) {
  EXPECT_EQ(refusal_of("adc_bits", "15"), "adc_bits = 15 is not allowed. Allowed: 1 to 14 bit.");
  EXPECT_EQ(refusal_of("adc_bits", "7.5"), "adc_bits = 7.5 is not allowed. Allowed: a whole number, 1 to 14 bit.");
  EXPECT_EQ(refusal_of("adc_bits", "14"), "");
  for (const char* text : {"", "0", "-1", "7.5", "7x", "0x7", "1e99", "nan", "99999999999999999999", "7,0"}) {
    EXPECT_THAT(refusal_of("adc_bits", text), HasSubstr("adc_bits")) << text;
  }
  for (const char* text : {"0", "-5", "100.001", "nan", "inf", "0,5", "five"}) {
    EXPECT_THAT(refusal_of("adc_range_percent", text), HasSubstr("more than 0, at most 100 %")) << text;
  }
  EXPECT_NE(refusal_of("adc_offset_percent", "100"), "");
  EXPECT_EQ(refusal_of("adc_offset_percent", "0"), "");
  for (const char* text : {"2", "30", "33", "-1"})
    EXPECT_THAT(refusal_of("voting_samples", text), HasSubstr("odd")) << text;
  EXPECT_THAT(refusal_of("voting_rule", "average"), HasSubstr("mode, median or mean"));
  for (const char* text : {"-1", "18446744073709551616", "1.5"}) EXPECT_NE(refusal_of("seed", text), "") << text;
  EXPECT_NE(refusal_of("weight_parallel", "maybe"), "");
}

TEST(ParameterValue, ChecksTypes) {
  EXPECT_THROW(check_value(parameter_of("adc_bits"), 7.0), Error);
  EXPECT_THROW(check_value(parameter_of("adc_bits"), true), Error);
  EXPECT_THROW(check_value(parameter_of("random_noise_percent"), std::int64_t{1}), Error);
  EXPECT_THROW(check_value(parameter_of("random_noise_percent"), std::nan("")), Error);
  EXPECT_THROW(check_value(parameter_of("random_noise_percent"), HUGE_VAL), Error);
  EXPECT_THROW(check_value(parameter_of("seed"), std::int64_t{1}), Error);
}

}  // namespace
}  // namespace acim
