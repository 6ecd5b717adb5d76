#include "study/kept_run.h"

#include <algorithm>
#include <cstdint>
#include <span>

#include "base/error.h"
#include "study/block_schedule.h"
#include "study/study_runner.h"
#include "study/study_store.h"

namespace acim {

namespace {

/// Memory for `count` things of a run, of which the file holds `held`: it may claim any number of them. Refused where
/// far more than that hold nothing, as no study leaves them.
void require_held(const StudyStore& store, std::uint64_t count, std::uint64_t held, std::uint64_t always_possible) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 31U;
  constexpr std::uint64_t kMostForEachHeld = 256;  ///< a study that was stopped after its first blocks
  if (count <= std::clamp(held * kMostForEachHeld, always_possible, kMost)) return;
  throw Error(ErrorKind::input, Phrase("Error", "The study has too many images to be shown"), store.path().string(),
              Phrase("Error", "Continue it with acim sweep --resume"));
}

/// How many images a run of these blocks has; none where there is no block.
std::size_t images_of(const StudyStore& store, std::span<const StudyStore::Block> blocks) {
  constexpr std::uint64_t kAlwaysPossible = std::uint64_t{1} << 27U;  ///< 256 MiB of predictions
  std::uint64_t held = 0;
  for (const StudyStore::Block& block : blocks) held += block.predictions.size();
  if (held == 0) return 0;
  // Below 2^40 images and 10,000 points: no overflow.
  const auto images = static_cast<std::uint64_t>(store.image_count());
  require_held(store, images * store.spec().points.size(), held, kAlwaysPossible);
  return static_cast<std::size_t>(images);
}

std::vector<std::int16_t> predictions_of(const StudyRunner& runner, std::size_t point) {
  const std::vector<int> predictions = runner.predictions(static_cast<int>(point));
  std::vector<std::int16_t> kept(predictions.size());
  std::ranges::transform(predictions, kept.begin(), [](int value) { return static_cast<std::int16_t>(value); });
  return kept;
}

/// Of the first images.
std::vector<std::int16_t> labels_of(const Evaluator& evaluator, std::size_t images) {
  std::vector<std::int16_t> labels;
  for (std::size_t image = 0; image < images; ++image)
    labels.push_back(static_cast<std::int16_t>(evaluator.label(static_cast<std::int64_t>(image))));
  return labels;
}

}  // namespace

std::vector<PointResult> results_of(const KeptRun& run) {
  std::vector<PointResult> results(run.predictions.size());
  for (std::size_t point = 0; point < results.size(); ++point) {
    results[point].seconds = run.seconds[point];
    for (std::size_t image = 0; image < std::min(run.labels.size(), run.predictions[point].size()); ++image) {
      const std::int16_t prediction = run.predictions[point][image];
      results[point].images += prediction >= 0 ? 1 : 0;
      results[point].correct += prediction >= 0 && prediction == run.labels[image] ? 1 : 0;
    }
  }
  return results;
}

bool is_complete(const KeptRun& run) {
  return !run.labels.empty() && std::ranges::all_of(run.predictions, [&](const std::vector<std::int16_t>& point) {
    return point.size() == run.labels.size() &&
           std::ranges::all_of(point, [](std::int16_t prediction) { return prediction >= 0; });
  });
}

std::optional<double> average_margin(const KeptRun& run, std::size_t point, std::int64_t images) {
  if (run.margins.empty()) return std::nullopt;
  const BlockSchedule schedule =
      block_schedule(run.spec, run.spec.points[point], static_cast<std::int64_t>(run.labels.size()));
  double sum = 0;
  std::int64_t counted = 0;
  for (std::int64_t index = 0; index < schedule.block_count(); ++index) {
    const ImageRange range = schedule.block(index);
    if (range.first + range.count > images) break;
    const std::optional<double>& margin = run.margins[point][static_cast<std::size_t>(index)];
    if (!margin) return std::nullopt;
    sum += *margin;
    counted += range.count;
  }
  return counted > 0 ? std::optional(sum / static_cast<double>(counted)) : std::nullopt;
}

KeptRun kept_run(const StudySpec& spec, const StudyRunner& runner, const Evaluator& evaluator) {
  KeptRun run;
  run.spec = spec;
  run.provenance = evaluator.provenance();
  run.calibration = evaluator.calibration();
  const std::vector<PointResult> results = runner.results();
  for (std::size_t point = 0; point < spec.points.size(); ++point) {
    run.predictions.push_back(predictions_of(runner, point));
    run.seconds.push_back(results[point].seconds);
    if (spec.x.key == kLayerAxis) run.margins.push_back(runner.block_margins(static_cast<int>(point)));
  }
  run.labels = labels_of(evaluator, run.predictions.empty() ? 0 : run.predictions.front().size());
  return run;
}

KeptRun answers_so_far(const StudyRunner& runner, const Evaluator& evaluator, std::span<const std::size_t> points) {
  KeptRun run;
  run.provenance = evaluator.provenance();
  const std::size_t all = runner.results().size();
  run.predictions.resize(all);
  run.seconds.resize(all);
  std::size_t images = 0;
  for (const std::size_t point : points) {
    run.predictions[point] = predictions_of(runner, point);
    images = run.predictions[point].size();
  }
  run.labels = labels_of(evaluator, images);
  return run;
}

KeptRun kept_run(const StudyStore& store) {
  KeptRun run;
  run.spec = store.spec();
  run.provenance = store.provenance();
  run.calibration = store.calibration();
  const std::vector<StudyStore::Block> blocks = store.blocks();
  const std::size_t images = images_of(store, blocks);
  run.labels.assign(images, 0);
  run.predictions.assign(run.spec.points.size(), std::vector<std::int16_t>(images, -1));
  run.seconds.assign(run.spec.points.size(), 0);
  std::vector<BlockSchedule> schedules;
  if (run.spec.x.key == kLayerAxis && images > 0) {
    constexpr std::uint64_t kAlwaysPossible = std::uint64_t{1} << 22U;  ///< 64 MiB of margins
    std::uint64_t margins = 0;
    for (const StudyPoint& point : run.spec.points) {
      schedules.push_back(block_schedule(run.spec, point, store.image_count()));
      margins += static_cast<std::uint64_t>(schedules.back().block_count());
    }
    require_held(store, margins, blocks.size(), kAlwaysPossible);
    for (const BlockSchedule& schedule : schedules) {
      run.margins.emplace_back(static_cast<std::size_t>(schedule.block_count()));
    }
  }
  for (const StudyStore::Block& block : blocks) {
    const auto point = static_cast<std::size_t>(block.point);
    std::ranges::copy(block.predictions, run.predictions[point].begin() + block.first_image);
    std::ranges::copy(block.labels, run.labels.begin() + block.first_image);
    run.seconds[point] += block.seconds;
    if (run.margins.empty()) continue;
    const std::int64_t index = schedules[point].block_of_image(block.first_image);
    run.margins[point][static_cast<std::size_t>(index)] = block.margin;
  }
  return run;
}

void add_blocks(StudyStore& store, const KeptRun& run) {
  if (!run.calibration.empty()) store.set_calibration(run.calibration);
  if (run.labels.empty()) return;
  const auto images = static_cast<std::int64_t>(run.labels.size());
  store.set_image_count(images);
  const std::vector<PointResult> results = results_of(run);
  for (std::size_t point = 0; point < run.spec.points.size(); ++point) {
    const BlockSchedule schedule = block_schedule(run.spec, run.spec.points[point], images);
    const double seconds_per_image =
        results[point].seconds / static_cast<double>(std::max<std::int64_t>(1, results[point].images));
    for (std::int64_t index = 0; index < schedule.block_count(); ++index) {
      const ImageRange range = schedule.block(index);
      const auto first = run.predictions[point].begin() + range.first;
      StudyStore::Block block;
      block.predictions.assign(first, first + range.count);
      if (std::ranges::any_of(block.predictions, [](std::int16_t prediction) { return prediction < 0; })) continue;
      block.labels.assign(run.labels.begin() + range.first, run.labels.begin() + range.first + range.count);
      block.point = static_cast<int>(point);
      block.first_image = range.first;
      block.seconds = seconds_per_image * static_cast<double>(range.count);
      if (!run.margins.empty()) block.margin = run.margins[point][static_cast<std::size_t>(index)];
      store.add(std::move(block));
    }
  }
  store.commit();
}

}  // namespace acim
