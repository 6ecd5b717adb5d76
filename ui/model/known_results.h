#pragma once

#include <memory>
#include <vector>

#include "study/evaluator.h"
#include "study/study_store.h"

namespace acim::ui {

/// Predictions of a study that ran before: of a point, of each image, -1 where not known.
struct KnownPredictions {
  std::vector<StudyPoint> points;
  std::vector<std::vector<int>> predictions;
};

/// A store in memory that gives a study what is known of its points from an earlier one, so that they are not computed
/// again: a result is a function of network, image and settings. Keeps nothing itself.
std::unique_ptr<StudyStore> store_of_known(const StudySpec& spec, const KnownPredictions& known,
                                           const Evaluator& evaluator);

}  // namespace acim::ui
