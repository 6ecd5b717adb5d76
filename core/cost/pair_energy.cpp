#include "cost/pair_energy.h"

#include <numeric>

#include "cost/component_energy.h"
#include "cost/macro_design.h"

namespace acim::cost {
namespace {

/// What one pair of a cycle costs at each treatment.
class CycleEnergies {
 public:
  CycleEnergies(const LayerCounts& counts, std::size_t cycle, const ConversionSettings& settings)
      : macro_(settings.macro),
        energy_(design_of(settings.macro, settings.signed_activations)),
        work_(counts.cycles[cycle]),
        passes_(static_cast<double>(counts.passes)),
        chunks_(static_cast<double>(counts.chunk_rows.size())),
        pairs_(work_.analog + work_.voted + work_.digital) {
    rows_ = static_cast<double>(std::accumulate(counts.chunk_rows.begin(), counts.chunk_rows.end(), std::int64_t{0}));
    double columns = 0;
    for (const std::int64_t rows : counts.chunk_rows) columns += energy_.column(static_cast<double>(rows));
    const double row_pulses = static_cast<double>(counts.row_activations) / static_cast<double>(counts.cycles.size());
    evaluation_ = (passes_ * energy_.design().cells_per_weight * columns +
                   row_pulses * (energy_.word_line(work_.width) + energy_.row_dac(work_.width))) /
                  pairs_;
    shared_ = static_cast<double>(counts.shift_adds) / static_cast<double>(counts.cycles.size()) * energy_.shift_add() /
              pairs_;
  }

  double analog() const { return passes_ * chunks_ * energy_.conversion() + evaluation_ + shared_; }
  double voted() const {
    const bool full = macro_.voting_cost == VotingCost::full;
    const double conversion = full ? macro_.voting_samples * energy_.conversion()
                                   : energy_.voted_conversion(macro_.voted_comparisons, macro_.voting_samples);
    return passes_ * chunks_ * conversion + evaluation_ * (full ? macro_.voting_samples : 1) + shared_;
  }
  double digital() const { return passes_ * rows_ * work_.width * energy_.digital_bit_product() + shared_; }

  double of(CycleTreatment treatment) const {
    if (treatment == CycleTreatment::analog) return analog();
    return treatment == CycleTreatment::voted ? voted() : digital();
  }
  /// Of all pairs, where conversions are not by weight bit.
  double whole() const { return work_.analog * analog(); }

 private:
  const MacroParameters& macro_;
  ComponentEnergy energy_;
  const CycleWork& work_;
  double passes_;
  double chunks_;
  double rows_ = 0;
  double pairs_;
  double evaluation_ = 0;  ///< of cells and rows, a pair's part
  double shared_ = 0;
};

}  // namespace

std::vector<double> pair_energies(const LayerWork& layer, const ConversionSettings& settings) {
  const LayerCounts counts = array_layer_cost(layer, settings).counts;
  const std::size_t cycles = settings.cycles.size();
  const int weight_bits = settings.macro.weight_parallel ? 1 : settings.macro.weight_bits;
  std::vector<double> energies(static_cast<std::size_t>(weight_bits) * cycles);
  for (std::size_t j = 0; j < cycles; ++j) {
    const CycleEnergies cycle(counts, j, settings);
    const CycleWork& work = counts.cycles[j];
    const bool by_weight_bit = work.analog + work.voted + work.digital == weight_bits;
    for (int i = 0; i < weight_bits; ++i) {
      energies[static_cast<std::size_t>(i) * cycles + j] =
          by_weight_bit ? cycle.of(settings.treatment(i, static_cast<int>(j))) : cycle.whole() / weight_bits;
    }
  }
  return energies;
}

}  // namespace acim::cost
