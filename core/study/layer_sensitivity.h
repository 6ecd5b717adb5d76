#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/interval.h"
#include "study/paired_decision.h"
#include "study/study_spec.h"

namespace acim {

/// A layer of the network, as far as its sensitivity goes.
struct StudiedLayer {
  std::string name;
  bool digital_by_default = false;
};

/// What is done to one layer at a time: "adc_bits=5", "random_noise_percent=0.2,adc_bits=6", "digital" (digital=true).
/// The pattern of the result stands for any layer. Error(usage) as parse_layer_override.
LayerOverride parse_treatment(std::string_view text);
/// Two ADC bits less than the base has, 0.2 points of noise more, digital.
std::vector<LayerOverride> default_treatments(const PointSettings& base);

/// A point for the base and one for each layer at each treatment, as the axis kLayerAxis: treatment by treatment,
/// layers in the network's order. Layers of the same name are one. A treatment that changes nothing of a layer (ADC
/// bits of a digital one, the value that it has) makes no point. Error(usage) when none is left, for mode other than
/// simulated and for a name that no override can tell.
StudySpec make_sensitivity_spec(StudySubject subject, const PointSettings& base, std::span<const StudiedLayer> layers,
                                std::span<const LayerOverride> treatments);
/// Whether the study is one of those.
bool is_sensitivity_spec(const StudySpec& spec);

/// How a layer compares with the one ranked after it under the same treatment.
enum class RankGap {
  apart,  ///< loses more accuracy
  level,  ///< they differ by less than the tolerance
  open,   ///< not known yet
  last,   ///< none comes after
};

/// What a treatment of one layer does, on the same images and the same random numbers as the base.
struct LayerSensitivity {
  std::size_t point = 0;
  std::string layer;
  std::string treatment;
  std::int64_t images = 0;
  std::int64_t lost = 0;                ///< images right at the base alone
  std::int64_t gained = 0;              ///< images right under the treatment alone
  Interval interval;                    ///< of accuracy_lost(), 95 %: paired_difference_interval
  std::optional<double> margin_change;  ///< of the label's logit over the best other one, mean over the images
  int rank = 0;                         ///< from 1, within the treatment; equal losses by margin
  RankGap gap = RankGap::open;
  double accuracy_lost() const {
    return images > 0 ? static_cast<double>(lost - gained) / static_cast<double>(images) : 0;
  }
};

/// Layers by accuracy lost, treatment by treatment.
struct SensitivityRanking {
  PointResult base;
  std::vector<LayerSensitivity> layers;
  std::size_t gaps_known = 0;
  std::size_t gaps = 0;
  bool decided() const { return gaps_known == gaps; }
};

/// What a ranking rests on: the first images of a study, complete at every point.
struct SensitivityCounts {
  std::vector<std::vector<bool>> right;               ///< by point and image
  std::vector<std::optional<double>> average_margin;  ///< by point
};

/// When ranks count as decided.
struct RankCriterion {
  double tolerance = DecisionCriterion{}.tolerance;  ///< layers that differ by less, in accuracy lost, are level
  std::int64_t looks = 1;                            ///< how often the ranking may be looked at
};

/// Gaps are judged (paired_decision.h) with so small an error that with 95 % confidence all of them hold, between
/// whichever layers and whenever they are looked at (Bonferroni over all pairs and looks).
SensitivityRanking rank_layers(const StudySpec& spec, const SensitivityCounts& counts, const RankCriterion& criterion);

}  // namespace acim
