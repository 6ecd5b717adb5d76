// Every figure here is one of docs/energy-model.md's worked examples; 2 % is the promise, most agree to all digits.

#include "cost/macro_cost.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/error.h"
#include "cost/component_energy.h"
#include "cost/constants.h"
#include "macro/physical_noise.h"

namespace acim::cost {
namespace {

constexpr double kTolerance = 0.02;
void expect_close(double value, double expected) {
  EXPECT_NEAR(value, expected, kTolerance * std::abs(expected) + 1e-12);
}

/// 256 rows and columns, 8 bit operands, 28 nm, 0.8 V.
MacroParameters example() {
  MacroParameters macro;
  macro.rows = 256;
  return macro;
}

struct Example {
  int encoding_bits;
  int adc_bits;
  double adc, array, wordline, dac, shift_add, total, tops_per_watt, tops_per_watt_1b;
};
const std::vector<Example> kExamples = {
    {1, 4, 64.0410, 29.7748, 7.1680, 0.0000, 3.5280, 104.5117, 19.137, 1224.7},
    {1, 5, 80.1638, 29.7748, 7.1680, 0.0000, 3.8220, 120.9286, 16.539, 1058.5},
    {1, 6, 96.6554, 29.7748, 7.1680, 0.0000, 4.1160, 137.7141, 14.523, 929.5},
    {1, 7, 114.6214, 29.7748, 7.1680, 0.0000, 4.4100, 155.9742, 12.823, 820.6},
    {1, 8, 138.4858, 29.7748, 7.1680, 0.0000, 4.7040, 180.1325, 11.103, 710.6},
    {1, 9, 185.9430, 29.7748, 7.1680, 0.0000, 4.9980, 227.8838, 8.776, 561.7},
    {1, 10, 327.7722, 29.7748, 7.1680, 0.0000, 5.2920, 370.0069, 5.405, 345.9},
    {2, 4, 32.0205, 14.8874, 3.5840, 8.0000, 1.7640, 60.2559, 33.192, 2124.3},
    {2, 5, 40.0819, 14.8874, 3.5840, 8.0000, 1.9110, 68.4643, 29.212, 1869.6},
    {2, 6, 48.3277, 14.8874, 3.5840, 8.0000, 2.0580, 76.8571, 26.022, 1665.4},
    {2, 7, 57.3107, 14.8874, 3.5840, 8.0000, 2.2050, 85.9871, 23.259, 1488.6},
    {2, 8, 69.2429, 14.8874, 3.5840, 8.0000, 2.3520, 98.0663, 20.394, 1305.2},
    {2, 9, 92.9715, 14.8874, 3.5840, 8.0000, 2.4990, 121.9419, 16.401, 1049.7},
    {2, 10, 163.8861, 14.8874, 3.5840, 8.0000, 2.6460, 193.0035, 10.363, 663.2},
    {4, 4, 16.0102, 7.4437, 1.7920, 8.0000, 0.8820, 34.1279, 58.603, 3750.6},
    {4, 5, 20.0410, 7.4437, 1.7920, 8.0000, 0.9555, 38.2322, 52.312, 3348.0},
    {4, 6, 24.1638, 7.4437, 1.7920, 8.0000, 1.0290, 42.4285, 47.138, 3016.8},
    {4, 7, 28.6554, 7.4437, 1.7920, 8.0000, 1.1025, 46.9936, 42.559, 2723.8},
    {4, 8, 34.6214, 7.4437, 1.7920, 8.0000, 1.1760, 53.0331, 37.712, 2413.6},
    {4, 9, 46.4858, 7.4437, 1.7920, 8.0000, 1.2495, 64.9710, 30.783, 1970.1},
    {4, 10, 81.9430, 7.4437, 1.7920, 8.0000, 1.3230, 100.5017, 19.900, 1273.6},
};

TEST(MacroCost, ReproducesTheTableOfTheWorkedExample) {
  for (const Example& row : kExamples) {
    SCOPED_TRACE(testing::Message() << "encoding " << row.encoding_bits << ", ADC " << row.adc_bits);
    MacroParameters macro = example();
    macro.encoding_bits = row.encoding_bits;
    macro.adc_bits = row.adc_bits;
    const MacroCost cost = macro_cost(macro);
    expect_close(cost.fj_per_mac.adc, row.adc);
    expect_close(cost.fj_per_mac.array, row.array);
    expect_close(cost.fj_per_mac.wordline, row.wordline);
    expect_close(cost.fj_per_mac.dac, row.dac);
    expect_close(cost.fj_per_mac.shift_add, row.shift_add);
    expect_close(cost.fj_per_mac.total(), row.total);
    expect_close(cost.tops_per_watt, row.tops_per_watt);
    expect_close(cost.tops_per_watt_1b, row.tops_per_watt_1b);
    EXPECT_EQ(cost.fj_per_mac.digital, 0);
    // The equations of published chips are the same ones.
    EXPECT_NEAR(energy_per_mac(design_of(macro, false), true).total(), cost.fj_per_mac.total(), 1e-9);
  }
}

TEST(MacroCost, FollowsRowsAndNodes) {
  for (const auto& [rows, total] :
       {std::pair{64, 609.20}, {128, 323.20}, {256, 180.13}, {512, 108.57}, {1024, 72.77}, {2048, 54.87}}) {
    MacroParameters macro = example();
    macro.rows = rows;
    expect_close(macro_cost(macro).fj_per_mac.total(), total);
  }
  for (const auto& [node, total] :
       {std::pair{65, 224.24}, {40, 194.44}, {28, 180.13}, {22, 172.98}, {16, 170.59}, {7, 165.36}}) {
    MacroParameters macro = example();
    macro.node_nm = node;
    expect_close(macro_cost(macro).fj_per_mac.total(), total);
  }
}

TEST(MacroCost, ChargesHybridCyclesAndVotes) {
  struct Row {
    int levels;
    double hybrid, voted;
  };
  for (const Row& row : {Row{0, 180.133, 180.133},
                         {2, 176.109, 213.025},
                         {3, 172.086, 245.918},
                         {4, 166.722, 289.775},
                         {8, 131.854, 574.847}}) {
    MacroParameters hybrid = example();
    hybrid.hybrid_levels = row.levels;
    expect_close(macro_cost(hybrid).fj_per_mac.total(), row.hybrid);
    MacroParameters voted = example();
    voted.voting_levels = row.levels;
    voted.voting_samples = 5;
    expect_close(macro_cost(voted).fj_per_mac.total(), row.voted);
  }
}

TEST(MacroCost, ChargesRepeatedComparisons) {
  // Six times the last three comparisons, of the pairs of each level: more than the odd votes of the knob.
  const MacroCost single = macro_cost(example());
  const ComponentEnergy energy(design_of(example(), false));
  for (const auto& [pairs, total] : {std::pair{3, 186.949}, {6, 193.765}, {10, 202.853}, {36, 261.926}}) {
    const double more = (energy.voted_conversion(3, 6) - energy.conversion()) * pairs / 256;
    expect_close(single.fj_per_mac.total() + more, total);
  }
  // CR-CIM: 10 comparisons become 26, the quantiser takes 1.9 times as much.
  MacroParameters ten = example();
  ten.adc_bits = 10;
  const ComponentEnergy crcim(design_of(ten, false));
  EXPECT_NEAR(crcim.voted_conversion(3, 6) / crcim.conversion(), 1.84, 0.01);

  MacroParameters voted = example();
  voted.voting_levels = 3;
  voted.voting_samples = 5;
  const MacroCost full = macro_cost(voted);
  voted.voting_cost = VotingCost::comparator;
  const MacroCost comparisons = macro_cost(voted);
  EXPECT_EQ(comparisons.fj_per_mac.array, single.fj_per_mac.array);
  EXPECT_LT(comparisons.fj_per_mac.adc, full.fj_per_mac.adc);
  EXPECT_GT(comparisons.fj_per_mac.adc, single.fj_per_mac.adc);
}

TEST(MacroCost, HasTheAllDigitalMacroAsReference) {
  const ComponentEnergy energy(design_of(example(), false));
  expect_close(energy.digital_bit_product(), 1.400);
  expect_close(macro_cost(example()).digital_fj_per_mac, 94.60);
  expect_close(tops_per_watt(macro_cost(example()).digital_fj_per_mac), 21.14);
}

TEST(MacroCost, BreaksEvenWithDigitalPairsAtTheRowsOfTheModel) {
  for (const auto& [bits, rows] : {std::pair{4, 311}, {6, 470}, {8, 673}, {10, 1594}}) {
    MacroParameters macro = example();
    macro.adc_bits = bits;
    const ComponentEnergy energy(design_of(macro, false));
    const double analog = energy.column(256) / 256 + energy.word_line(1) / macro.columns;
    expect_close(energy.conversion() / (energy.digital_bit_product() - analog), rows);
  }
}

TEST(MacroCost, PricesAnAnalogPairAgainstADigitalOne) {
  for (const auto& [node, ratio] : {std::pair{28, 1.96}, {65, 1.03}}) {
    MacroParameters macro = example();
    macro.node_nm = node;
    const ComponentEnergy energy(design_of(macro, false));
    const double analog = (energy.conversion() + energy.column(256)) / 256 + energy.word_line(1) / macro.columns;
    expect_close(analog / energy.digital_bit_product(), ratio);
  }
}

TEST(MacroCost, MeasuresTimeAndArea) {
  const MacroCost cost = macro_cost(example());
  expect_close(cost.conversion_ns, 18.493);
  expect_close(cost.adc_um2, 2085);
  expect_close(cost.cell_um2, 0.353);
  expect_close(cost.area_mm2, 0.668);
  EXPECT_NEAR(cost.tops_per_mm2, 0.17, 0.005);  // given with two digits
  MacroParameters shared = example();
  shared.columns_per_adc = 8;
  const MacroCost slow = macro_cost(shared);
  EXPECT_LT(slow.area_mm2, 0.2 * cost.area_mm2);
  EXPECT_EQ(slow.fj_per_mac.total(), cost.fj_per_mac.total());
  EXPECT_NEAR(slow.tops_per_mm2 * slow.area_mm2, cost.tops_per_mm2 * cost.area_mm2 / 8, 1e-9);
}

TEST(Conversion, CostsWhatTheTablesSay) {
  const std::vector<double> sar = {256.2, 320.7, 386.6, 458.5, 553.9, 743.8, 1311.1};
  for (int bits = 4; bits <= 10; ++bits) {
    MacroParameters macro = example();
    macro.adc_bits = bits;
    expect_close(ComponentEnergy(design_of(macro, false)).conversion(), sar[static_cast<std::size_t>(bits - 4)]);
  }
  struct Row {
    int bits;
    double comparator_lsb, comparator, per_bit;
  };
  for (const Row& row : {Row{8, 0.25, 176.2, 512},
                         {8, 0.5, 44.0, 512},
                         {8, 1, 11.0, 512},
                         {10, 0.25, 3523, 640},
                         {10, 0.5, 880.8, 640},
                         {10, 1, 220.2, 640}}) {
    MacroParameters macro = example();
    macro.noise_source = NoiseSource::physical;
    macro.adc_bits = row.bits;
    macro.comparator_noise_lsb = row.comparator_lsb;
    expect_close(ComponentEnergy(design_of(macro, false)).conversion(), row.comparator + row.per_bit);
  }
}

TEST(Conversion, OfFewComparatorsPaysForEach) {
  MacroParameters macro = example();
  macro.adc_type = AdcType::flash;
  macro.adc_bits = 4;
  const double squared_supply = 0.64;
  EXPECT_NEAR(ComponentEnergy(design_of(macro, false)).conversion(), 20 * 15 * squared_supply, 1e-9);
  macro.adc_comparators = 10;
  EXPECT_NEAR(ComponentEnergy(design_of(macro, false)).conversion(), 20 * 10 * squared_supply, 1e-9);
  macro.adc_type = AdcType::sense_amp;
  macro.adc_bits = 1;
  EXPECT_NEAR(ComponentEnergy(design_of(macro, false)).conversion(), 20 * squared_supply, 1e-9);
}

TEST(Conversion, NeverFallsBelowThermalNoise) {
  MacroParameters macro = example();
  macro.adc_bits = 14;
  macro.adc_range_percent = 1;
  macro.noise_source = NoiseSource::physical;
  macro.comparator_noise_lsb = 10;
  const double floor = 12 * kThermalEnergyFj * std::pow(4, 14) * 1e4;
  expect_close(kThermalFloor * kThermalEnergyFj * std::pow(4, 8), 3.3);
  expect_close(kThermalFloor * kThermalEnergyFj * std::pow(4, 10), 52);
  EXPECT_GE(ComponentEnergy(design_of(macro, false)).conversion(), floor);
}

TEST(Conversion, OfANarrowRangePaysForItsSmallerStep) {
  MacroParameters full = example();
  full.adc_bits = 10;
  MacroParameters quarter = example();
  quarter.adc_bits = 8;
  quarter.adc_range_percent = 25;
  // The same step in volts: the thermal terms are equal, two comparisons are saved.
  const double saved =
      ComponentEnergy(design_of(full, false)).conversion() - ComponentEnergy(design_of(quarter, false)).conversion();
  EXPECT_NEAR(saved, 2 * 100 * 0.64, 1e-9);
}

TEST(PhysicalNoise, AndEnergyAreBoughtTogether) {
  MacroParameters macro = example();
  macro.noise_source = NoiseSource::physical;
  const double energy = macro_cost(macro).fj_per_mac.total();
  MacroParameters quiet = macro;
  quiet.comparator_noise_lsb = 0.1;
  EXPECT_LT(physical_noise(quiet).random_percent, physical_noise(macro).random_percent);
  EXPECT_GT(macro_cost(quiet).fj_per_mac.adc, macro_cost(macro).fj_per_mac.adc);
  MacroParameters matched = macro;
  matched.unit_capacitor_ff = 4;
  EXPECT_LT(physical_noise(matched).nonlinearity_percent, physical_noise(macro).nonlinearity_percent);
  EXPECT_GT(macro_cost(matched).fj_per_mac.total(), energy);
}

TEST(MacroCost, ScalesByCalibration) {
  const EnergyBreakdown plain = macro_cost(example()).fj_per_mac;
  MacroParameters macro = example();
  macro.energy_scale = 1.28;
  EXPECT_NEAR(macro_cost(macro).fj_per_mac.total(), 1.28 * plain.total(), 1e-9);
  macro = example();
  macro.encoding_bits = 2;
  macro.adc_scale = 2;
  macro.array_scale = 3;
  macro.dac_scale = 4;
  const EnergyBreakdown parts = macro_cost(macro).fj_per_mac;
  EXPECT_NEAR(parts.adc, plain.adc, 1e-9);  // half the cycles, twice the energy
  EXPECT_NEAR(parts.array, 1.5 * plain.array, 1e-9);
  EXPECT_NEAR(parts.wordline, 1.5 * plain.wordline, 1e-9);
  EXPECT_NEAR(parts.dac, 32, 1e-9);
}

TEST(MacroCost, OfWeightParallelConvertsOncePerWeight) {
  MacroParameters macro = example();
  macro.weight_parallel = true;
  const MacroCost cost = macro_cost(macro);
  EXPECT_NEAR(cost.fj_per_mac.adc, macro_cost(example()).fj_per_mac.adc / 8, 1e-9);
  EXPECT_NEAR(cost.fj_per_mac.array, macro_cost(example()).fj_per_mac.array, 1e-9);
  EXPECT_LT(cost.area_mm2, macro_cost(example()).area_mm2);
}

TEST(MacroCost, OfPulsesHasNoDac) {
  MacroParameters macro = example();
  macro.encoding_bits = 4;
  const EnergyBreakdown levels = macro_cost(macro).fj_per_mac;
  macro.row_driver = RowDriver::pulse;
  const EnergyBreakdown pulses = macro_cost(macro).fj_per_mac;
  EXPECT_EQ(pulses.dac, 0);
  EXPECT_NEAR(pulses.wordline, 7.5 * levels.wordline, 1e-9);
}

TEST(MacroCost, RefusesAWeightWiderThanTheMacro) {
  MacroParameters macro = example();
  macro.columns = 7;
  EXPECT_THROW(macro_cost(macro), Error);
}

TEST(Technology, ScalesAsPublished) {
  for (const auto& [node, scale] :
       {std::pair{65, 2.321}, {40, 1.429}, {28, 1.0}, {22, 0.786}, {16, 0.714}, {7, 0.557}}) {
    EXPECT_NEAR(node_scale(node), scale, 0.001);
  }
}

}  // namespace
}  // namespace acim::cost
