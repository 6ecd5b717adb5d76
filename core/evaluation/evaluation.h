#pragma once

#include <memory>
#include <string>

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
  std::vector<LayerInfo> layers;
  std::shared_ptr<const Evaluator> evaluator;
};

/// Loads, checks that input size and classes fit (Error(input) names both), calibrates on the first images (or takes the stored
/// calibration, JSON, if its hashes match), warms nothing. `progress` 0..1 may be empty; Error(cancelled) on stop.
Evaluation make_evaluation(const StudySubject& subject, double activation_percentile, const std::string& stored_calibration = {},
                           const std::function<void(double, const std::string&)>& progress = {}, std::stop_token stop = {});

std::string calibration_json(const Calibration& calibration);
Calibration calibration_from_json(const std::string& text);

}  // namespace acim
