#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "study/evaluator.h"
#include "study/study_spec.h"

namespace acim {

class StudyRunner;
class StudyStore;

/// A run as a whole, no longer under way: what was asked and what every image gave. A study file holds any number of
/// them beside the run that it goes on with.
struct KeptRun {
  StudySpec spec;
  std::vector<std::pair<std::string, std::string>> provenance;
  std::string calibration;                             ///< as JSON text; empty: none
  std::vector<std::int16_t> labels;                    ///< [image]
  std::vector<std::vector<std::int16_t>> predictions;  ///< [point][image]; -1: not computed; empty: not asked for
  std::vector<double> seconds;                         ///< [point], of workers
  /// [point][block of block_schedule()], sums as of StudyStore::Block::margin; empty: none were kept.
  std::vector<std::vector<std::optional<double>>> margins = {};
  bool operator==(const KeptRun&) const = default;
};

/// Counts of each point, from its predictions.
std::vector<PointResult> results_of(const KeptRun& run);
bool is_complete(const KeptRun& run);
/// As StudyRunner::average_margin.
std::optional<double> average_margin(const KeptRun& run, std::size_t point, std::int64_t images);

/// What a runner has computed so far.
KeptRun kept_run(const StudySpec& spec, const StudyRunner& runner, const Evaluator& evaluator);
/// Its answers at these points alone, to be looked at: no specification, no times, no margins.
KeptRun answers_so_far(const StudyRunner& runner, const Evaluator& evaluator, std::span<const std::size_t> points);
/// The run that a study goes on with, from its committed blocks; without images where there are none. Error(input) when
/// it claims far more images than it holds.
KeptRun kept_run(const StudyStore& store);
/// Image count, calibration and every block of which all images are there; one commit.
void add_blocks(StudyStore& store, const KeptRun& run);

/// What a study file holds beside its run: the window's own state and the runs before.
struct StudyExtras {
  std::string window;  ///< JSON text, empty: none
  std::vector<std::shared_ptr<const KeptRun>> runs;
};

}  // namespace acim
