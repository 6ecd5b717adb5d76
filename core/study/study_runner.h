#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "study/evaluator.h"
#include "study/study_spec.h"

namespace acim {

class StudyStore;

enum class RunnerState { running, paused, stopped, finished, failed };

/// A value event: what changed. Delivered from one thread at a time, in order.
struct StudyEvent {
  enum class Kind { point_advanced, round_committed, state_changed } kind = Kind::point_advanced;
  int point = 0;       ///< point_advanced
  PointResult result;  ///< point_advanced: the point's totals
  RunnerState state = RunnerState::running;
  std::int64_t images_done = 0;  ///< over all points
  std::int64_t images_total = 0;
  double images_per_second = 0;
  std::optional<double> seconds_left;
  std::optional<Error> error;  ///< state failed
};

struct RunnerOptions {
  int threads = 0;                                       ///< 0: as many as the machine has
  std::function<void(const StudyEvent&)> on_event = {};  ///< called on runner threads, one at a time
  StudyStore* store = nullptr;  ///< results already there are kept and not computed again; not owned
  /// Called with the logits of each finished block (point, first image, logits): one at a time, in no order. May be
  /// empty.
  std::function<void(int point, std::int64_t first, const std::vector<float>& logits)> on_logits = {};
};

/// Runs (point, block) items on worker threads, round robin over points: block 0 of every point, then block 1 ... A
/// round is one block of every point. Results do not depend on threads. The destructor stops and joins.
class StudyRunner {
 public:
  /// Error(usage) for a specification that validate() refuses.
  StudyRunner(StudySpec spec, std::shared_ptr<const Evaluator> evaluator, RunnerOptions options);
  ~StudyRunner();
  StudyRunner(const StudyRunner&) = delete;
  StudyRunner& operator=(const StudyRunner&) = delete;

  /// Error(output) when the machine gives fewer threads than wanted: the runner has failed, and none is left running.
  void start();
  void pause();
  void resume();
  /// Requests the stop; wait() returns within 100 ms of it (evaluators obey their stop token). Finished blocks are
  /// committed.
  void stop();
  /// Blocks until finished, stopped or failed.
  RunnerState wait();
  RunnerState state() const;
  std::vector<PointResult> results() const;
  /// Prediction of each image at a point, -1 where not yet.
  std::vector<int> predictions(int point) const;
  /// Mean, over the blocks of the first `images`, of how far the label's logit is above the largest other one; of
  /// studies along kLayerAxis, whose store keeps it. nullopt when it is not known of all of them.
  std::optional<double> average_margin(int point, std::int64_t images) const;
  /// What it is made of: the sum over each block's images, in the order of block_schedule().
  std::vector<std::optional<double>> block_margins(int point) const;
  std::optional<Error> error() const;

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace acim
