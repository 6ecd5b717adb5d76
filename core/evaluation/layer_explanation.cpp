#include "evaluation/layer_explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

#include "array/column_sums.h"
#include "base/error.h"
#include "cost/adc_range.h"
#include "cost/pair_energy.h"
#include "evaluation/image_evaluator.h"
#include "evaluation/layer_work.h"
#include "macro/parameter_table.h"
#include "macro/settings.h"

namespace acim {
namespace {

constexpr int kVotedLevels = 4;
constexpr int kVotes = 5;
/// A top activation bit that is set more seldom is as good as empty.
constexpr double kSeldomOnes = 1e-5;

struct Change {
  std::string text;
  ConversionSettings settings;
  std::vector<std::pair<std::string, ParameterValue>> values;  ///< as in KnobTrial
};

/// Makes changes of a layer's macro, as far as they are valid and change anything.
class Changes {
 public:
  explicit Changes(const ConversionSettings& settings, bool noise_is_typed)
      : settings_(settings), noise_is_typed_(noise_is_typed) {}

  template <typename Turn>
  void add(std::string text, Turn turn) {
    MacroParameters macro = settings_.macro;
    turn(macro);
    if (macro == settings_.macro || !problems_of(macro).empty()) return;
    if (std::ranges::find(changes_, text, &Change::text) != changes_.end()) return;
    auto values = differing_values(macro, settings_.macro);
    const bool of_noise = std::ranges::any_of(values, [](const auto& one) {
      return one.first == "random_noise_percent" || one.first == "nonlinearity_percent";
    });
    if (of_noise && !noise_is_typed_) values.clear();
    changes_.push_back(
        {std::move(text), make_conversion_settings(macro, settings_.signed_activations), std::move(values)});
  }
  std::vector<Change> take() { return std::move(changes_); }

 private:
  const ConversionSettings& settings_;
  bool noise_is_typed_;
  std::vector<Change> changes_;
};

/// `settings` hold effective noise: what a physical source came to is typed in already.
std::vector<Change> changes_of(const ArrayLayerRun& run) {
  ConversionSettings typed = run.settings;
  typed.macro.noise_source = NoiseSource::typed;
  const MacroParameters& now = typed.macro;
  Changes changes(typed, run.settings.macro.noise_source == NoiseSource::typed);
  changes.add(fmt::format("adc_bits = {}", now.adc_bits + 1), [](MacroParameters& m) { ++m.adc_bits; });
  // What a hint promises is tried like the rest, so that both say the same.
  for (const cost::DesignHint& hint : cost::design_hints(now)) {
    for (const auto& [key, value] : hint.values) {
      changes.add(fmt::format("{} = {}", key, value),
                  [&, &key = key, &value = value](MacroParameters& m) { parameter_of(key).set(m, value); });
    }
  }
  const auto halve = [&](const char* key, double MacroParameters::*knob) {
    changes.add(fmt::format("{} = {:.3g}", key, now.*knob / 2), [knob](MacroParameters& m) { m.*knob /= 2; });
  };
  halve("random_noise_percent", &MacroParameters::random_noise_percent);
  halve("nonlinearity_percent", &MacroParameters::nonlinearity_percent);
  halve("weight_variation_percent", &MacroParameters::weight_variation_percent);
  halve("compression_alpha", &MacroParameters::compression_alpha);
  const int lossless_rows = ((1 << now.adc_bits) - 1) / ((1 << now.encoding_bits) - 1);
  if (lossless_rows >= 1 && lossless_rows < now.rows) {
    changes.add(fmt::format("rows = {}", lossless_rows), [&](MacroParameters& m) { m.rows = lossless_rows; });
  }
  changes.add("encoding_bits = 1", [](MacroParameters& m) { m.encoding_bits = 1; });
  changes.add(fmt::format("hybrid_levels = {}", now.hybrid_levels + 2), [](MacroParameters& m) {
    m.hybrid_levels += 2;
    m.hybrid_readout = HybridReadout::exact;
  });
  if (typed.noisy()) {
    changes.add(fmt::format("voting_levels = {}, {} samples", std::max(now.voting_levels, kVotedLevels), kVotes),
                [](MacroParameters& m) {
                  m.voting_levels = std::max(m.voting_levels, kVotedLevels);
                  m.voting_samples = std::max(m.voting_samples, kVotes);
                });
  }
  if (!now.weight_parallel) {
    MacroParameters full = now;
    full.adc_range_percent = 100;
    full.adc_offset_percent = 0;
    ColumnSumHistogram sums = empty_column_sums(typed);
    add_column_sums(run.geometry, run.weights, run.streamed, typed, sums, kMostRecordedSums / 8);
    const cost::AdcRange best = cost::best_range(sums, full, cost::RangeCriterion::mean_square_error);
    changes.add(std::string(kRangeCalibrated), [&](MacroParameters& m) {
      m.adc_range_percent = best.range_percent;
      m.adc_offset_percent = best.offset_percent;
    });
  }
  changes.add("adc_range_percent = 100", [](MacroParameters& m) {
    m.adc_range_percent = 100;
    m.adc_offset_percent = 0;
  });
  return changes.take();
}

/// Its energies, when its weights fit the columns.
std::vector<double> energies_of(const cost::LayerWork& work, const ConversionSettings& settings) {
  try {
    return cost::pair_energies(work, settings);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::usage) throw;
    return {};
  }
}

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Several activation bits at the top that are never on: the scale is too large for most images.
void add_empty_bits(LayerExplanation& layer, const ConversionSettings& settings) {
  const int bits = settings.macro.activation_bits - (settings.signed_activations ? 1 : 0);
  int empty = 0;
  while (empty < bits && layer.errors.ones(static_cast<std::size_t>(bits - 1 - empty)) < kSeldomOnes) ++empty;
  if (empty == 0 || empty == bits || settings.signed_activations) return;
  layer.hints.push_back(
      {"empty_activation_bits",
       {"activation_percentile", "activation_bits"},
       Phrase("DesignHint",
              "The upper {} of {} activation bits are never set in the input of {} on these images: conversions of "
              "nothing, and rounding that is coarser than it need be.")
           .filled_with(empty, bits, layer.layer),
       Phrase("DesignHint", "A lower {} of this layer (99.9, say) makes use of them; fewer {} save them.")
           .filled_with({Filling::knob("activation_percentile"), Filling::knob("activation_bits")})});
}

struct Work {
  LayerExplanation explanation;
  ConversionSettings settings;
  std::vector<Change> changes;
  std::vector<LayerErrors> changed;  ///< as `changes`
};

LayerOperands operands_of(const ArrayLayerRun& run, const ConversionSettings& settings) {
  LayerOperands layer{run.geometry, settings, run.weights, run.streamed, run.key};
  layer.real_weights = run.weight_values.values;
  layer.weight_scale = run.weight_values.scale;
  layer.real_streamed = run.streamed_values.values;
  layer.streamed_scale = run.streamed_values.scale;
  return layer;
}

void take_trials(Work& work, const cost::LayerWork& layer) {
  LayerExplanation& explanation = work.explanation;
  const double now = explanation.errors.csnr_db();
  const double energy = sum_of(explanation.pair_energy_fj);
  for (std::size_t i = 0; i < work.changes.size(); ++i) {
    KnobTrial trial{work.changes[i].text, work.changed[i].csnr_db(), 0, 0, work.changes[i].values};
    if (std::isinf(now)) continue;  // nothing to gain
    trial.gained_db = trial.csnr_db - now;
    if (energy > 0) trial.energy_ratio = sum_of(energies_of(layer, work.changes[i].settings)) / energy;
    explanation.trials.push_back(std::move(trial));
  }
  rank_trials(explanation.trials);
}

}  // namespace

std::vector<LayerExplanation> explain_layers(const Evaluation& evaluation, const PointSettings& point,
                                             const ExplanationOptions& options, const std::stop_token& stop) {
  if (point.mode != EvaluationMode::simulated) {
    throw Error(ErrorKind::usage, Phrase("Error", "mode {} has no array to explain").filled_with(mode_name(point.mode)),
                "mode", Phrase("Error", "Choose the mode simulated."));
  }
  const std::int64_t images = std::clamp<std::int64_t>(options.images, 1, evaluation.images->size());
  const std::vector<cost::LayerWork> layers = layer_work(evaluation.layers);
  std::map<std::size_t, Work> found;
  std::int64_t images_done = 0;
  const ArrayLayerObserver explain = [&](const ArrayLayerRun& run) {
    if (options.progress) {
      const double before = static_cast<double>(images_done) * static_cast<double>(layers.size());
      options.progress((before + static_cast<double>(run.layer)) /
                       (static_cast<double>(images) * static_cast<double>(layers.size())));
    }
    if (!matches_pattern(options.layers, evaluation.layers.at(run.layer).name)) return;
    const auto [entry, is_new] = found.try_emplace(run.layer);
    Work& work = entry->second;
    if (is_new) {
      work.explanation.index = run.layer;
      work.explanation.layer = evaluation.layers[run.layer].name;
      work.settings = run.settings;
      if (options.trials) work.changes = changes_of(run);
      work.changed.resize(work.changes.size());
    }
    work.explanation.errors += explain_errors(operands_of(run, run.settings), options.most_conversions, stop);
    for (std::size_t i = 0; i < work.changes.size(); ++i) {
      LayerOperands operands = operands_of(run, work.changes[i].settings);
      operands.real_weights = {};
      operands.real_streamed = {};
      work.changed[i] += explain_errors(operands, options.most_conversions, stop);
    }
  };
  const ImageEvaluator evaluator(evaluation.network, evaluation.images, images, evaluation.calibration,
                                 evaluation.layers);
  for (; images_done < images; ++images_done) evaluator.observe(point, images_done, 1, explain, stop);
  if (found.empty()) {
    throw Error(ErrorKind::usage, Phrase("Error", "no layer of the array is called '{}'").filled_with(options.layers),
                evaluation.network->name(),
                Phrase("Error", "Digital layers have no errors of the array; '*' is all the others."));
  }
  std::vector<LayerExplanation> explanations;
  for (auto& [index, work] : found) {
    work.explanation.pair_energy_fj = energies_of(layers[index], work.settings);
    take_trials(work, layers[index]);
    add_empty_bits(work.explanation, work.settings);
    explanations.push_back(std::move(work.explanation));
  }
  return explanations;
}

}  // namespace acim
