#include "study/layer_sensitivity.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/error.h"
#include "macro/layer_override.h"
#include "macro/parameter_table.h"

namespace acim {

namespace {

constexpr std::string_view kAnyLayer = "*";

LayerOverride for_layer(LayerOverride treatment, const std::string& layer) {
  treatment.pattern = layer;
  if (parse_layer_override(override_text(treatment)) != treatment) {
    throw Error(ErrorKind::usage, Phrase("Error", "No override can name the layer \"{}\"").filled_with(layer),
                "layer settings", Phrase("Error", "Rename the layer in the network; a ':' ends a name"));
  }
  return treatment;
}

/// Whether a knob does anything to a layer of exact integers.
bool concerns_digital_layers(const Parameter& parameter) {
  return parameter.group == ParameterGroup::digital || parameter.group == ParameterGroup::activations ||
         parameter.group == ParameterGroup::calibration;
}

bool changes_layer(const PointSettings& base, const LayerOverride& treatment, const StudiedLayer& layer) {
  PointSettings treated = base;
  treated.layers.push_back(treatment);
  const LayerSettings before = settings_of_layer(base, layer.name, layer.digital_by_default);
  const LayerSettings after = settings_of_layer(treated, layer.name, layer.digital_by_default);
  if (before.digital != after.digital) return true;
  if (!before.digital) return before.macro != after.macro;
  return std::any_of(treatment.values.begin(), treatment.values.end(), [&](const auto& value) {
    const Parameter& parameter = parameter_of(value.first);
    return concerns_digital_layers(parameter) && parameter.get(before.macro) != parameter.get(after.macro);
  });
}

/// Pairs of layers under the same treatment.
std::int64_t pairs_of(const std::map<std::string, std::int64_t>& layers_by_treatment) {
  std::int64_t pairs = 0;
  for (const auto& [treatment, layers] : layers_by_treatment) pairs += layers * (layers - 1) / 2;
  return pairs;
}

struct Discordance {
  std::int64_t only_first = 0;
  std::int64_t only_second = 0;
};

Discordance discordance(const std::vector<bool>& first, const std::vector<bool>& second) {
  Discordance count;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i] && !second[i]) ++count.only_first;
    if (!first[i] && second[i]) ++count.only_second;
  }
  return count;
}

/// More accuracy lost first; of equals the one whose margin falls more; of those the earlier layer.
bool more_sensitive(const LayerSensitivity& one, const LayerSensitivity& other) {
  if (one.lost - one.gained != other.lost - other.gained) return one.lost - one.gained > other.lost - other.gained;
  if (one.margin_change && other.margin_change && *one.margin_change != *other.margin_change) {
    return *one.margin_change < *other.margin_change;
  }
  return one.point < other.point;
}

RankGap gap_between(const std::vector<bool>& upper, const std::vector<bool>& lower, double tolerance, double error) {
  // The upper one loses where the lower one alone is right.
  const Discordance count = discordance(lower, upper);
  const Verdict verdict =
      judge(count.only_first, count.only_second, static_cast<std::int64_t>(upper.size()), tolerance, error);
  if (verdict == Verdict::first) return RankGap::apart;
  return verdict == Verdict::level ? RankGap::level : RankGap::open;
}

std::vector<LayerSensitivity> unranked(const StudySpec& spec, const SensitivityCounts& counts) {
  std::vector<LayerSensitivity> layers;
  const std::vector<bool>& base = counts.right.front();
  for (std::size_t point = 1; point < spec.points.size(); ++point) {
    const std::string& value = spec.x.values[point];
    LayerSensitivity& layer = layers.emplace_back();
    layer.point = point;
    layer.layer = value.substr(0, value.find(':'));
    layer.treatment = value.substr(layer.layer.size() + 1);
    const Discordance count = discordance(base, counts.right[point]);
    layer.images = static_cast<std::int64_t>(base.size());
    layer.lost = count.only_first;
    layer.gained = count.only_second;
    layer.interval = paired_difference_interval(layer.lost, layer.gained, layer.images);
    const auto& margin = counts.average_margin[point];
    if (margin && counts.average_margin.front()) layer.margin_change = *margin - *counts.average_margin.front();
  }
  return layers;
}

}  // namespace

LayerOverride parse_treatment(std::string_view text) {
  return parse_layer_override(fmt::format("{}:{}", kAnyLayer, text == "digital" ? "digital=true" : text));
}

std::vector<LayerOverride> default_treatments(const PointSettings& base) {
  const int bits = std::max(1, base.macro.adc_bits - 2);
  std::vector<LayerOverride> treatments = {parse_treatment(fmt::format("adc_bits={}", bits))};
  // Noise that follows from the circuit is no knob of a layer.
  if (base.macro.noise_source == NoiseSource::typed) {
    const double noise = base.macro.random_noise_percent + 0.2;
    treatments.push_back(parse_treatment(fmt::format("random_noise_percent={:.6g}", noise)));
  }
  treatments.push_back(parse_treatment("digital"));
  return treatments;
}

StudySpec make_sensitivity_spec(StudySubject subject, const PointSettings& base, std::span<const StudiedLayer> layers,
                                std::span<const LayerOverride> treatments) {
  if (base.mode != EvaluationMode::simulated) {
    throw Error(ErrorKind::usage,
                Phrase("Error", "mode {} has no array to be sensitive to").filled_with(mode_name(base.mode)), "mode",
                Phrase("Error", "Choose the mode simulated."));
  }
  SweepAxis axis{std::string(kLayerAxis), {std::string(kNoTreatment)}};
  for (const LayerOverride& treatment : treatments) {
    for (const StudiedLayer& layer : layers) {
      const LayerOverride own = for_layer(treatment, layer.name);
      if (!changes_layer(base, own, layer)) continue;
      std::string value = override_text(own);
      // Calls of one layer share its settings.
      if (std::find(axis.values.begin(), axis.values.end(), value) == axis.values.end()) {
        axis.values.push_back(std::move(value));
      }
    }
  }
  if (axis.values.size() < 2) {
    throw Error(ErrorKind::usage, Phrase("Error", "The treatments change no layer"), "layers of the network",
                Phrase("Error", "Choose settings that differ from the base; digital layers have no ADC and no noise"));
  }
  return make_study_spec(std::move(subject), base, std::move(axis), {});
}

bool is_sensitivity_spec(const StudySpec& spec) {
  return spec.x.key == kLayerAxis && spec.family.key.empty() && spec.x.values.size() >= 2 &&
         spec.x.values.front() == kNoTreatment &&
         std::find(spec.x.values.begin() + 1, spec.x.values.end(), kNoTreatment) == spec.x.values.end();
}

SensitivityRanking rank_layers(const StudySpec& spec, const SensitivityCounts& counts, const RankCriterion& criterion) {
  const bool fits = is_sensitivity_spec(spec) && counts.right.size() == spec.points.size() &&
                    counts.average_margin.size() == spec.points.size();
  if (!fits) throw Error(ErrorKind::internal, "A ranking needs the counts of every point");
  SensitivityRanking ranking;
  const std::vector<bool>& base = counts.right.front();
  ranking.base.images = static_cast<std::int64_t>(base.size());
  ranking.base.correct = std::count(base.begin(), base.end(), true);
  ranking.layers = unranked(spec, counts);

  std::map<std::string, std::int64_t> by_treatment;
  std::map<std::string, std::size_t> place;  // of each treatment, in order of appearance
  for (const LayerSensitivity& layer : ranking.layers) {
    ++by_treatment[layer.treatment];
    place.emplace(layer.treatment, place.size());
  }
  std::sort(ranking.layers.begin(), ranking.layers.end(), [&](const auto& one, const auto& other) {
    if (one.treatment != other.treatment) return place.at(one.treatment) < place.at(other.treatment);
    return more_sensitive(one, other);
  });

  const double error =
      error_of_each(std::max<std::int64_t>(pairs_of(by_treatment), 1) * std::max<std::int64_t>(criterion.looks, 1));
  for (std::size_t i = 0; i < ranking.layers.size(); ++i) {
    LayerSensitivity& layer = ranking.layers[i];
    const bool first = i == 0 || ranking.layers[i - 1].treatment != layer.treatment;
    const bool last = i + 1 == ranking.layers.size() || ranking.layers[i + 1].treatment != layer.treatment;
    layer.rank = first ? 1 : ranking.layers[i - 1].rank + 1;
    if (last) {
      layer.gap = RankGap::last;
      continue;
    }
    layer.gap =
        gap_between(counts.right[layer.point], counts.right[ranking.layers[i + 1].point], criterion.tolerance, error);
    ++ranking.gaps;
    if (layer.gap != RankGap::open) ++ranking.gaps_known;
  }
  return ranking;
}

}  // namespace acim
