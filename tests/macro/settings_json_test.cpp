#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/random.h"
#include "macro/settings.h"

namespace acim {
namespace {

using ::testing::HasSubstr;

/// Any value of the parameter's range, from random bits.
ParameterValue random_value(const Parameter& parameter, std::uint64_t bits) {
  const double unit = open_unit_interval(bits);
  switch (parameter.type) {
    case ParameterType::boolean:
      return bits % 2 == 0;
    case ParameterType::integer: {
      const auto value =
          static_cast<std::int64_t>(std::round(parameter.minimum + unit * (parameter.maximum - parameter.minimum)));
      return parameter.odd ? value | 1 : value;
    }
    case ParameterType::unsigned64:
      return bits;
    case ParameterType::real:
      return parameter.minimum + unit * (parameter.maximum - parameter.minimum);
    case ParameterType::choice:
      return std::string(parameter.choices[bits % parameter.choices.size()]);
  }
  return false;
}

PointSettings random_settings(std::uint64_t seed) {
  PointSettings settings;
  settings.mode = static_cast<EvaluationMode>(seed % 3);
  std::uint64_t draw = 0;
  for (const Parameter& parameter : parameter_table()) {
    parameter.set(settings.macro, random_value(parameter, mix64(seed, ++draw)));
  }
  for (std::uint64_t layer = 0; layer < seed % 4; ++layer) {
    LayerOverride entry;
    entry.pattern = "layer" + std::to_string(layer) + ".*\"ü";
    if (mix64(seed, ++draw) % 2 == 0) entry.digital = mix64(seed, ++draw) % 2 == 0;
    for (const Parameter& parameter : parameter_table()) {
      if (!parameter.per_layer || mix64(seed, ++draw) % 3 != 0) continue;
      entry.values.emplace_back(parameter.key, random_value(parameter, mix64(seed, ++draw)));
    }
    if (entry.digital || !entry.values.empty()) settings.layers.push_back(entry);
  }
  return settings;
}

Error error_of(const std::string& text) {
  try {
    parse_settings(text, "s.json");
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("s.json"));
    return error;
  }
  ADD_FAILURE() << "accepted " << text;
  return {ErrorKind::internal, "accepted"};
}

TEST(SettingsJson, ReadsBackEqualWhateverTheSettings) {
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    const PointSettings settings = random_settings(seed);
    const std::string text = settings_text(settings);
    ASSERT_EQ(settings_from_json(nlohmann::json::parse(text)), settings) << text;
  }
}

TEST(SettingsJson, AParameterBesideItsObjectIsSentThere) {
  const Error error = error_of(R"({"rows": 127})");
  EXPECT_THAT(error.what(), HasSubstr("'rows' stands beside \"parameters\""));
  EXPECT_THAT(error.what(), HasSubstr(R"({"parameters": {"rows": 127}})"));
  EXPECT_THAT(error_of(R"({"mod": "float"})").what(), HasSubstr("Did you mean 'mode'?"));
  EXPECT_THAT(error_of(R"({"parameters": {"adc_bits": 7.5}})").what(), HasSubstr("a whole number, 1 to 14 bit"));
}

TEST(SettingsJson, NamesItsFormat) {
  const nlohmann::json json = to_json(PointSettings());
  EXPECT_EQ(json["format"], "acim-settings");
  EXPECT_EQ(json["version"], 1);
  EXPECT_EQ(json["mode"], "simulated");
  EXPECT_EQ(json["parameters"]["adc_bits"], 8);
  EXPECT_EQ(json["parameters"]["signed_activations"], "auto");
}

TEST(SettingsJson, MissingKeysKeepDefaults) {
  const PointSettings settings =
      parse_settings(R"({"parameters": {"adc_bits": 7.0, "random_noise_percent": 1}})", "s.json");
  PointSettings expected;
  expected.macro.adc_bits = 7;
  expected.macro.random_noise_percent = 1;
  EXPECT_EQ(settings, expected);
  MacroParameters defaults;
  defaults.rows = 63;
  EXPECT_EQ(parameters_from_json(nlohmann::json::object(), defaults), defaults);
}

TEST(SettingsJson, KeepsAllBitsOfTheSeed) {
  const PointSettings settings = parse_settings(R"({"parameters": {"seed": 18446744073709551615}})", "s.json");
  EXPECT_EQ(settings.macro.seed, ~std::uint64_t{0});
  EXPECT_EQ(parameters_from_json({{"seed", 5}}).seed, 5U);  // a signed integer in memory
}

TEST(SettingsJson, RefusesValuesOfTheWrongKind) {
  for (const char* value :
       {"7.5", "15", "0", "-1", "\"7\"", "true", "null", "[7]", "{}", "1e30", "18446744073709551615"}) {
    const Error error = error_of(std::string(R"({"parameters": {"adc_bits": )") + value + "}}");
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.what(), HasSubstr("adc_bits"));
    EXPECT_THAT(error.what(), HasSubstr("1 to 14 bit"));
  }
  for (const char* value : {"-1", "1.5", "18446744073709551616", "\"1\""}) {
    EXPECT_THAT(error_of(std::string(R"({"parameters": {"seed": )") + value + "}}").what(), HasSubstr("seed"));
  }
  for (const char* parameters : {R"({"mapping": "sparse"})", R"({"mapping": 1})", R"({"weight_parallel": 1})", "[]"}) {
    EXPECT_EQ(error_of(std::string(R"({"parameters": )") + parameters + "}").kind(), ErrorKind::usage);
  }
  for (const double value : {std::nan(""), HUGE_VAL, -0.1}) {
    EXPECT_THROW(parameters_from_json({{"random_noise_percent", value}}), Error);
    EXPECT_THROW(parameters_from_json({{"adc_bits", value}}), Error);
    EXPECT_THROW(parameters_from_json({{"seed", value}}), Error);
  }
}

TEST(SettingsJson, RefusesContradictions) {
  EXPECT_THAT(error_of(R"({"parameters": {"encoding_bits": 4, "activation_bits": 3}})").what(),
              HasSubstr("activation_bits = 3"));
}

TEST(SettingsJson, SuggestsTheNearestKey) {
  EXPECT_THAT(error_of(R"({"parameters": {"adc_bit": 7}})").what(), HasSubstr("'adc_bits'"));
  EXPECT_THAT(error_of(R"({"parameter": {}})").what(), HasSubstr("'parameters'"));
  EXPECT_THAT(error_of(R"({"layers": [{"patern": "x"}]})").what(), HasSubstr("'pattern'"));
}

TEST(SettingsJson, RefusesOtherFormatsAndVersions) {
  EXPECT_THAT(error_of(R"({"format": "acim-recording"})").what(), HasSubstr("acim-settings"));
  const Error newer = error_of(R"({"format": "acim-settings", "version": 2})");
  EXPECT_THAT(newer.what(), HasSubstr("2"));
  EXPECT_THAT(newer.remedy(), HasSubstr("newer release"));
  error_of(R"({"version": "1"})");
  error_of(R"({"mode": "exact"})");
  error_of(R"({"mode": 1})");
}

TEST(SettingsJson, RefusesMalformedOverrides) {
  for (const char* layer :
       {"1", "{}", R"({"pattern": "x"})", R"({"pattern": 1, "digital": true})", R"({"pattern": "x", "digital": 1})",
        R"({"pattern": "x", "parameters": {"seed": 1}})", R"({"pattern": "x", "parameters": {"rows": 0}})",
        R"({"pattern": "x", "parameters": []})", R"({"digital": true})"}) {
    EXPECT_EQ(error_of(std::string(R"({"layers": [)") + layer + "]}").kind(), ErrorKind::usage) << layer;
  }
  error_of(R"({"layers": {}})");
}

TEST(SettingsJson, SaysWhereJsonIsMalformed) {
  const Error error = error_of("{\n  \"mode\": \"float\"\n  \"layers\": []\n}");
  EXPECT_EQ(error.kind(), ErrorKind::input);
  EXPECT_THAT(error.what(), HasSubstr("line 3, column"));
  EXPECT_EQ(error_of("").kind(), ErrorKind::input);
  EXPECT_EQ(error_of("\xff").kind(), ErrorKind::input);
  EXPECT_THAT(error_of(R"({"parameters": {"adc_bits": 7, "adc_bits": 8}})").what(), HasSubstr("twice"));
  EXPECT_THAT(error_of(R"({"layers": )" + std::string(100'000, '[')).what(), HasSubstr("nested"));
  error_of("[]");
}

}  // namespace
}  // namespace acim
