#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "digit_evaluator.h"
#include "study/study_runner.h"
#include "study/study_spec.h"
#include "study/study_store.h"

namespace acim::test {

/// ADC bits over `bits`, on the first `images` images.
inline StudySpec bits_study(const std::string& bits, std::int64_t images = 0, int images_per_block = 20) {
  StudySubject subject;
  subject.images = images;
  StudySpec spec = make_study_spec(subject, PointSettings{}, parse_sweep_axis("adc_bits=" + bits), {});
  spec.images_per_block = images_per_block;
  return spec;
}

inline std::vector<std::vector<int>> all_predictions(const StudyRunner& runner, const StudySpec& spec) {
  std::vector<std::vector<int>> predictions;
  for (std::size_t point = 0; point < spec.points.size(); ++point) {
    predictions.push_back(runner.predictions(static_cast<int>(point)));
  }
  return predictions;
}

/// Runs to the end.
inline std::vector<std::vector<int>> run_study(const StudySpec& spec, std::shared_ptr<const Evaluator> evaluator,
                                               int threads = 2, StudyStore* store = nullptr) {
  RunnerOptions options;
  options.threads = threads;
  options.store = store;
  StudyRunner runner(spec, std::move(evaluator), std::move(options));
  runner.start();
  EXPECT_EQ(runner.wait(), RunnerState::finished);
  return all_predictions(runner, spec);
}

/// Images of each point in the file.
inline std::map<int, std::int64_t> stored_images(const StudyStore& store) {
  std::map<int, std::int64_t> images;
  for (const StudyStore::Block& block : store.blocks())
    images[block.point] += static_cast<std::int64_t>(block.labels.size());
  return images;
}

}  // namespace acim::test
