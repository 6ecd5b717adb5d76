#include "ui/model/bit_pairs.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.h"
#include "cost/pair_energy.h"
#include "ui/model/error_words.h"

namespace acim::ui {

namespace {

void make_shares(std::vector<double>& values) {
  const double total = std::accumulate(values.begin(), values.end(), 0.0);
  if (total <= 0) return;
  for (double& value : values) value /= total;
}

}  // namespace

bool BitPairs::is_serial() const {
  return std::all_of(cycles.begin(), cycles.end(), [](const Cycle& cycle) { return cycle.width == 1; });
}

bool BitPairs::is_exact() const {
  return !error.empty() && std::all_of(error.begin(), error.end(), [](double share) { return share == 0; });
}

BitPairs bit_pairs(const cost::LayerWork& layer, const PointSettings& settings) {
  BitPairs pairs;
  try {
    const LayerSettings own = settings_of_layer(settings, layer.name, layer.first_convolution);
    if (own.digital || settings.mode != EvaluationMode::simulated) {
      pairs.problem = QCoreApplication::translate("BitPairs", "This layer stays digital: nothing is converted.");
      return pairs;
    }
    const bool is_signed = own.macro.signed_activations == SignedActivations::always ||
                           (own.macro.signed_activations == SignedActivations::automatic && layer.negative_inputs);
    const ConversionSettings conversion = make_conversion_settings(own.macro, is_signed);
    pairs.weight_bits = own.macro.weight_parallel ? 1 : own.macro.weight_bits;
    pairs.cycles = conversion.cycles;
    pairs.energy = cost::pair_energies(layer, conversion);
    pairs.weight_parallel = own.macro.weight_parallel;
    pairs.hybrid_levels = own.macro.hybrid_levels;
    pairs.voting_levels = own.macro.voting_levels;
    for (int i = 0; i < pairs.weight_bits; ++i) {
      for (int j = 0; j < static_cast<int>(pairs.cycles.size()); ++j) {
        const CycleTreatment treatment = conversion.treatment(i, j);
        const int power = i + pairs.cycles[static_cast<std::size_t>(j)].least_significant_bit;
        const double worth = std::ldexp(static_cast<double>(conversion.full_scale(j)), power);
        pairs.treatments.push_back(treatment);
        pairs.weight.push_back(treatment == CycleTreatment::digital_exact ? 0 : worth * worth);
      }
    }
    make_shares(pairs.energy);
    make_shares(pairs.weight);
  } catch (const Error& error) {
    pairs = {};
    pairs.problem = problem_text(error);
  }
  return pairs;
}

void set_error_shares(BitPairs& pairs, const LayerErrors& errors, std::int64_t image) {
  const auto cycles = static_cast<int>(pairs.cycles.size());
  if (errors.weight_bits != pairs.weight_bits || errors.cycles != cycles) return;
  pairs.error.clear();
  for (int i = 0; i < pairs.weight_bits; ++i) {
    for (int j = 0; j < cycles; ++j) pairs.error.push_back(errors.pair_share(i, j));
  }
  pairs.image = image;
}

}  // namespace acim::ui
