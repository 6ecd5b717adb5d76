#pragma once

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "dataset/image_set.h"
#include "network/network.h"
#include "study/evaluator.h"
#include "study/study_spec.h"

namespace acim {

/// A network and images that fit each other, calibrated: what a study runs on.
struct Evaluation {
  std::shared_ptr<const Network> network;
  std::shared_ptr<const ImageSet> images;
  Calibration calibration;
  std::vector<LayerInfo> layers;          ///< with what calibration saw
  std::vector<OutsideOperation> outside;  ///< arithmetic besides the layers
  std::shared_ptr<const Evaluator> evaluator;
};

/// Loads, checks that input size and classes fit (Error(input) names both), calibrates on the first images (or takes
/// the stored calibration, JSON, if its hashes match). `progress` 0..1 may be empty; Error(cancelled) on stop. Points
/// with another activation_percentile are calibrated when they first run.
Evaluation make_evaluation(const StudySubject& subject, double activation_percentile,
                           const std::string& stored_calibration = {},
                           const std::function<void(double, const std::string&)>& progress = {},
                           std::stop_token stop = {});

/// The same of a network and images that are loaded already.
Evaluation make_evaluation(std::shared_ptr<const Network> network, std::shared_ptr<const ImageSet> images,
                           const StudySubject& subject, double activation_percentile,
                           const std::string& stored_calibration = {}, std::stop_token stop = {});

/// The subject's data set; of an image folder whose crop is not said, with the crop and resize that the network's
/// description names, if it does.
std::string fitting_dataset(const StudySubject& subject);

/// Error(usage) when a pattern of the settings matches none of the layers; names the nearest ones. The evaluator checks
/// it too, but a study need not be begun to know.
void check_layer_patterns(const PointSettings& settings, std::span<const LayerInfo> layers);

/// {"format": "acim-calibration", "version": 1, ...}; exact.
std::string calibration_json(const Calibration& calibration);
/// Error(input) when it is damaged or of a newer version.
Calibration calibration_from_json(const std::string& text);

}  // namespace acim
