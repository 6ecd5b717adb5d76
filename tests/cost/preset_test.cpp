#include "cost/preset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/error.h"
#include "cost/macro_cost.h"
#include "macro/parameter_table.h"

namespace acim::cost {
namespace {

using ::testing::HasSubstr;

constexpr const char* kOne = R"({"schema": "acim-macro-preset/1", "digital_cim_reference": [], "presets": [{
  "id": "a", "name": "A", "citation": "C", "doi": null, "node_nm": 28, "vdd": 0.8, "domain": "charge",
  "rows_parallel": 128, "columns": 64, "cells_per_weight": 8, "conv_per_weight": 8, "wbits": 8, "abits": 8,
  "enc_bits": 1, "enc_type": "serial", "adc": {"type": "sar", "bits": 8}, "c_unit_fF": null,
  "include_digital": false, "reported": {"tops_per_w": 30, "at": "8b/8b"}, "calibration": {"energy_scale": 1.5},
  "source": "S", "trust": "model-repo", "assumed": ["x"], "use_in_stats": true, "used_for_constants": false}]})";

std::string with(const std::string& from, const std::string& to) {
  std::string text = kOne;
  const std::size_t place = text.find(from);
  EXPECT_NE(place, std::string::npos) << from;
  return text.replace(place, from.size(), to);
}

std::string refusal_of(const std::string& text) {
  try {
    parse_presets(text, "p.json");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  ADD_FAILURE() << "accepted " << text;
  return "";
}

TEST(Presets, OfTheProgramSayWhatTheyRestOn) {
  const PresetCollection& collection = built_in_presets();
  EXPECT_EQ(collection.presets.size(), 44U);
  EXPECT_EQ(collection.digital.size(), 9U);
  std::set<std::string> ids;
  for (const Preset& preset : collection.presets) {
    SCOPED_TRACE(preset.id);
    EXPECT_TRUE(ids.insert(preset.id).second);
    EXPECT_GT(preset.citation.size(), 20U);
    EXPECT_FALSE(preset.source.empty());
    EXPECT_FALSE(preset.trust.empty());
    EXPECT_NE(preset.knobs.has_value(), !preset.why_cost_only.empty());
  }
}

TEST(Presets, ThatTheArrayCannotSimulateAreCostOnlyAndSayWhy) {
  EXPECT_THAT(built_in_preset("jia20_0v85").why_cost_only, HasSubstr("weights of 1 bit"));
  EXPECT_THAT(built_in_preset("rasul21").why_cost_only, HasSubstr("1.5"));
  EXPECT_THAT(built_in_preset("wang23_0v7").why_cost_only, HasSubstr("analog domain"));
  EXPECT_THAT(built_in_preset("xnor_0v6").why_cost_only, HasSubstr("resistive"));
  EXPECT_THAT(built_in_preset("wu22").why_cost_only, HasSubstr("time"));
  EXPECT_THAT(built_in_preset("lin25").why_cost_only, HasSubstr("not published"));
  MacroParameters macro;
  EXPECT_THROW(apply_preset(built_in_preset("xnor_0v6"), macro), Error);
  EXPECT_EQ(macro, MacroParameters());
}

TEST(Presets, SetKnobsAndCalibrationAndNothingElse) {
  std::vector<std::string> simulated;
  for (const Preset& preset : built_in_presets().presets) {
    if (preset.knobs) simulated.push_back(preset.id);
  }
  EXPECT_THAT(simulated, testing::UnorderedElementsAre("jia22_16nm", "si20", "su20", "kul_aimc2"));
  MacroParameters macro;
  macro.seed = 7;
  macro.hybrid_levels = 2;
  apply_preset(built_in_preset("jia22_16nm"), macro);
  EXPECT_EQ(macro.rows, 1152);
  EXPECT_EQ(macro.node_nm, 16);
  EXPECT_EQ(macro.adc_bits, 8);
  EXPECT_EQ(macro.energy_scale, 1.1201);
  EXPECT_EQ(macro.seed, 7U);
  EXPECT_EQ(macro.hybrid_levels, 2);
  EXPECT_NO_THROW(validate(macro));
}

TEST(Presets, CalibratedGiveTheReportedEnergy) {
  const Preset& preset = built_in_preset("jia22_16nm");
  MacroParameters macro;
  apply_preset(preset, macro);
  const EnergyBreakdown fj = macro_cost(macro).fj_per_mac;
  // The chip's figure is without shift-and-add.
  EXPECT_NEAR(tops_per_watt(fj.total() - fj.shift_add), *preset.reported_tops_per_watt, 0.01);
}

TEST(Presets, UnknownOnesSuggestTheNearest) {
  try {
    built_in_preset("jia22_16");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.what(), HasSubstr("'jia22_16nm'"));
  }
}

TEST(PresetFile, IsReadWhole) {
  const PresetCollection collection = parse_presets(kOne, "p.json");
  ASSERT_EQ(collection.presets.size(), 1U);
  const Preset& preset = collection.presets[0];
  EXPECT_EQ(preset.assumed, std::vector<std::string>{"x"});
  EXPECT_EQ(preset.energy_scale, 1.5);
  ASSERT_TRUE(preset.design);
  EXPECT_EQ(preset.design->unit_capacitor_ff, 1);
  EXPECT_EQ(preset.design->cycle_widths.size(), 8U);
  EXPECT_EQ(preset.knobs->columns, 64);
}

TEST(PresetFile, WithoutSupplyIsShownButNotPriced) {
  const PresetCollection collection = parse_presets(with(R"("vdd": 0.8)", R"("vdd": null)"), "p.json");
  EXPECT_FALSE(collection.presets[0].design);
  EXPECT_FALSE(collection.presets[0].why_cost_only.empty());
}

TEST(PresetFile, BeyondTheKnobsIsCostOnly) {
  EXPECT_FALSE(parse_presets(with(R"("node_nm": 28)", R"("node_nm": 180)"), "p.json").presets[0].knobs);
  EXPECT_FALSE(parse_presets(with(R"("bits": 8)", R"("bits": 8.5)"), "p.json").presets[0].knobs);
  EXPECT_FALSE(parse_presets(with(R"("rows_parallel": 128)", R"("rows_parallel": 5000)"), "p.json").presets[0].knobs);
}

TEST(PresetFile, RefusesWhatIsMalformed) {
  for (const std::string& text :
       {std::string(), std::string("[]"), std::string("{"), with("preset/1", "preset/2"), with("[{", "{"),
        with(R"("id": "a",)", ""), with(R"("wbits": 8)", R"("wbits": 0)"), with(R"("wbits": 8)", R"("wbits": 1e99)"),
        with(R"("enc_bits": 1)", R"("enc_bits": 1.5)"), with(R"("enc_bits": 1)", R"("enc_bits": 0)"),
        with(R"("sar")", R"("delta")"), with(R"("sar")", R"("flash")"), with(R"("domain": "charge")", R"("domain": 1)"),
        with(R"("assumed": ["x"])", R"("assumed": [1])"), with(R"("energy_scale": 1.5)", R"("energy_scale": 0)"),
        with(R"("columns": 64)", R"("columns": 1e12)"), with(R"("include_digital": false)", R"("include_digital": 0)"),
        with(R"("digital_cim_reference": [])", R"("digital_cim_reference": [1])")}) {
    EXPECT_THAT(refusal_of(text), HasSubstr("p.json")) << text;
  }
  EXPECT_THAT(refusal_of(with(R"("vdd": 0.8)", R"("vdd": -1)")), HasSubstr("preset a"));
}

}  // namespace
}  // namespace acim::cost
