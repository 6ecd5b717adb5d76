#include "cost/design_hints.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "macro/parameter_table.h"

namespace acim::cost {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> codes_of(const MacroParameters& macro) {
  std::vector<std::string> codes;
  for (const DesignHint& hint : design_hints(macro)) codes.push_back(hint.code);
  return codes;
}

std::string remedy_of(const MacroParameters& macro, const std::string& code) {
  for (const DesignHint& hint : design_hints(macro)) {
    if (hint.code == code) return hint.remedy.text();
  }
  return {};
}

TEST(DesignHints, NameKnobs) {
  MacroParameters macro;
  macro.rows = 256;
  macro.voting_levels = 2;
  macro.voting_samples = 3;
  macro.encoding_bits = 3;
  EXPECT_GE(design_hints(macro).size(), 2U);
  for (const DesignHint& hint : design_hints(macro)) {
    for (const std::string& key : hint.keys) EXPECT_NE(find_parameter(key), nullptr) << key;
    EXPECT_FALSE(hint.reason.empty());
    EXPECT_FALSE(hint.remedy.empty());
  }
}

TEST(DesignHints, KnowRowsThatFitNoCodes) {
  MacroParameters macro;  // 255 rows, 8 bits
  EXPECT_THAT(codes_of(macro), Not(Contains("sums_between_codes")));
  macro.rows = 256;
  EXPECT_THAT(remedy_of(macro, "sums_between_codes"), HasSubstr("rows = 255"));
  // 9 bits have codes enough for 255 rows, but the sums lie between them.
  macro.rows = 255;
  macro.adc_bits = 9;
  EXPECT_THAT(remedy_of(macro, "sums_between_codes"), HasSubstr("adc_bits = 8"));
  // Far from lossless nothing near helps.
  macro.adc_bits = 5;
  EXPECT_THAT(codes_of(macro), Not(Contains("sums_between_codes")));
}

TEST(DesignHints, KnowNoiseThatChangesNothingAndBitsThatTellNothing) {
  MacroParameters macro;
  macro.random_noise_percent = 0.04;  // 0.1 steps
  EXPECT_THAT(codes_of(macro), Contains("noise_in_dead_zone"));
  macro.random_noise_percent = 0.1;
  EXPECT_THAT(codes_of(macro), Not(Contains("noise_in_dead_zone")));
  macro.random_noise_percent = 1;  // 2.6 steps
  EXPECT_THAT(remedy_of(macro, "bits_below_the_noise"), HasSubstr("adc_bits = 6"));
}

TEST(DesignHints, KnowVotesThatAgreeAndCyclesThatAreNarrow) {
  MacroParameters macro;
  macro.random_noise_percent = 0.3;
  macro.voting_levels = 2;
  macro.voting_samples = 5;
  EXPECT_THAT(codes_of(macro), Not(Contains("votes_without_noise")));
  macro.random_noise_percent = 0;
  EXPECT_THAT(codes_of(macro), Contains("votes_without_noise"));
  EXPECT_THAT(codes_of(macro), Not(Contains("narrow_last_cycle")));
  macro.encoding_bits = 3;
  EXPECT_THAT(codes_of(macro), Contains("narrow_last_cycle"));
}

TEST(DesignHints, KnowAVoteOfOne) {
  MacroParameters macro;
  macro.random_noise_percent = 0.3;
  EXPECT_THAT(codes_of(macro), Not(Contains("vote_of_one")));
  macro.voting_levels = 4;
  EXPECT_THAT(remedy_of(macro, "vote_of_one"), HasSubstr("voting_samples = 3"));
  macro.voting_samples = 3;
  EXPECT_THAT(codes_of(macro), Not(Contains("vote_of_one")));
}

/// Makes the trap go away, or moves the knob on: what a trial sets is what the remedy says first.
TEST(DesignHints, SetWhatTheirRemedySays) {
  MacroParameters rows;
  rows.rows = 256;
  MacroParameters noise;
  noise.random_noise_percent = 1;
  MacroParameters vote;
  vote.voting_levels = 4;
  MacroParameters noisy_vote = vote;
  noisy_vote.random_noise_percent = 0.3;
  MacroParameters votes = vote;
  votes.voting_samples = 3;
  std::vector<std::string> codes;
  for (const MacroParameters& macro : {rows, noise, vote, noisy_vote, votes}) {
    for (const DesignHint& hint : design_hints(macro)) {
      if (hint.values.empty()) continue;
      codes.push_back(hint.code);
      const auto& [key, value] = hint.values.front();
      EXPECT_THAT(hint.remedy.text(), testing::StartsWith(key + " = " + std::to_string(value))) << hint.code;
      MacroParameters changed = macro;
      parameter_of(key).set(changed, value);
      EXPECT_TRUE(problems_of(changed).empty()) << hint.code;
      EXPECT_NE(changed, macro) << hint.code;
    }
  }
  EXPECT_THAT(codes, testing::UnorderedElementsAre("sums_between_codes", "bits_below_the_noise", "vote_of_one",
                                                   "vote_of_one", "votes_without_noise"));
}

TEST(DesignHints, KnowRowsThatLayersDoNotFill) {
  std::vector<LayerWork> layers(3);
  layers[0].geometry = LayerGeometry::linear(1, 64, 10);
  layers[1].geometry = LayerGeometry::linear(1, 576, 10);
  layers[2].geometry = LayerGeometry::linear(1, 1152, 10);
  PointSettings point;
  const auto knows = [&] {
    const auto hints = design_hints(point, layers);
    return std::ranges::count(hints, "rows_beyond_layers", &DesignHint::code) == 1;
  };
  EXPECT_FALSE(knows());  // 255 rows of 8 bits have a code for each sum
  point.macro.rows = 1152;
  EXPECT_TRUE(knows());
  // Of the layers that do not fill the rows, not of all.
  EXPECT_THAT(design_hints(point, layers).front().reason.text(), HasSubstr("2 of 3 layers"));
  EXPECT_THAT(design_hints(point, layers).front().reason.text(), HasSubstr("(64 to 576)"));
  point.macro.adc_range_percent = 20;
  EXPECT_FALSE(knows());
  point.macro.adc_range_percent = 100;
  layers[1].first_convolution = true;  // digital: one of two is left
  layers[2].geometry = layers[0].geometry;
  EXPECT_TRUE(knows());
  layers[0].geometry = layers[2].geometry = LayerGeometry::linear(1, 1152, 10);
  EXPECT_FALSE(knows());
}

TEST(DesignHints, KnowWhereDigitalPairsAreCheaper) {
  MacroParameters macro;
  // Eight-bit bit-serial analog loses to digital at 255 rows and wins at 1088 (energy model, section 6).
  EXPECT_THAT(remedy_of(macro, "digital_pairs_are_cheaper"), HasSubstr("hybrid_levels = 2"));
  // Under a coarse ADC a few exact pairs lose accuracy.
  macro.adc_bits = 7;
  EXPECT_THAT(codes_of(macro), Not(Contains("digital_pairs_are_cheaper")));
  macro.adc_bits = 8;
  macro.rows = 1088;
  EXPECT_THAT(codes_of(macro), Not(Contains("digital_pairs_are_cheaper")));
  // Weights wider than the columns have no price, and other hints stay.
  macro.rows = 256;
  macro.columns = 4;
  EXPECT_THAT(codes_of(macro), Not(Contains("digital_pairs_are_cheaper")));
  EXPECT_THAT(codes_of(macro), Contains("sums_between_codes"));
}

}  // namespace
}  // namespace acim::cost
