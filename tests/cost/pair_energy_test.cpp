#include "cost/pair_energy.h"

#include <gtest/gtest.h>

#include <numeric>

namespace acim::cost {
namespace {

LayerWork layer_of(std::int64_t reduction) {
  LayerWork layer;
  layer.geometry = LayerGeometry::linear(7, reduction, 20);
  return layer;
}

TEST(PairEnergy, AddsUpToTheMacros) {
  std::vector<MacroParameters> macros(7);
  macros[1].encoding_bits = 3;
  macros[2].hybrid_levels = 4;
  macros[3].voting_levels = 5;
  macros[3].voting_samples = 3;
  macros[4] = macros[3];
  macros[4].voting_cost = VotingCost::comparator;
  macros[5].weight_parallel = true;
  macros[6].conversions_per_weight = 4;
  for (const MacroParameters& macro : macros) {
    for (const bool is_signed : {false, true}) {
      const ConversionSettings settings = make_conversion_settings(macro, is_signed);
      const auto energies = pair_energies(layer_of(600), settings);
      const double whole = array_layer_cost(layer_of(600), settings).fj.macro();
      EXPECT_NEAR(std::accumulate(energies.begin(), energies.end(), 0.0), whole, 1e-9 * whole);
    }
  }
}

TEST(PairEnergy, TellsVotedAnalogAndDigitalPairsApart) {
  MacroParameters macro;
  macro.rows = 255;
  macro.hybrid_levels = 1;
  macro.voting_levels = 3;
  macro.voting_samples = 5;
  const auto energies = pair_energies(layer_of(255), make_conversion_settings(macro, false));
  ASSERT_EQ(energies.size(), 64U);
  const auto of = [&](int bit, int cycle) { return energies[static_cast<std::size_t>(bit * 8 + cycle)]; };
  EXPECT_GT(of(7, 6), 3 * of(0, 0));
  EXPECT_DOUBLE_EQ(of(7, 6), of(6, 7));
  EXPECT_NE(of(7, 7), of(0, 7));
  EXPECT_LT(of(7, 7), of(7, 6));
}

}  // namespace
}  // namespace acim::cost
