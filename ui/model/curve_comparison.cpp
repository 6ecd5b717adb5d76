#include "ui/model/curve_comparison.h"

#include <algorithm>
#include <utility>

#include "study/confusion.h"
#include "study/evaluator.h"
#include "ui/model/axis_text.h"

namespace acim::ui {

namespace {

ComparedCurve curve_of(const RunRecord& run) {
  ComparedCurve curve;
  curve.run = run.id;
  curve.kept = run.kept;
  curve.counts = run.counts;
  return curve;
}

void add_point(ComparedCurve& curve, const RunRecord& run, std::size_t point) {
  curve.points.push_back(point);
  curve.results.push_back(run.results[point]);
  curve.energies.push_back(point < run.energies.size() ? run.energies[point] : 0);
}

/// What was answered to the same images, at place `at`.
void compare_answers(ComparedPoint& point, const CurvePair& pair, std::size_t at) {
  const auto& first = pair.first.kept->predictions[pair.first.points[at]];
  const auto& second = pair.second.kept->predictions[pair.second.points[at]];
  // The labels of the shorter one are those that both have.
  const bool first_is_shorter = pair.first.kept->labels.size() < pair.second.kept->labels.size();
  const auto& labels = (first_is_shorter ? pair.first : pair.second).kept->labels;
  const DecisionCriterion criterion{.comparisons = static_cast<std::int64_t>(pair.places.size())};
  point.decision = decide(labels, first, second, criterion);
  const PairedCounts counts = paired_counts(labels, first, second);
  point.images = counts.images;
  if (point.images == 0) return;
  // Accuracies on other images beside a difference on these would contradict it.
  point.first.images = point.second.images = counts.images;
  point.first.correct = counts.both + counts.only_first;
  point.second.correct = counts.both + counts.only_second;
  point.difference = static_cast<double>(counts.only_second - counts.only_first) / static_cast<double>(point.images);
  point.interval = paired_difference_interval(counts.only_second, counts.only_first, point.images);
}

}  // namespace

bool on_same_images(const ComparedCurve& first, const ComparedCurve& second) {
  if (!first.kept || !second.kept) return false;
  if (provenance_value(first.kept->provenance, "images_hash") !=
      provenance_value(second.kept->provenance, "images_hash"))
    return false;
  // A run that was stopped and saved knows the labels of the images that it came to, and no others.
  const std::vector<std::uint8_t>& a = first.counts->computed;
  const std::vector<std::uint8_t>& b = second.counts->computed;
  bool any = false;
  for (std::size_t image = 0; image < std::min(a.size(), b.size()); ++image) {
    if (a[image] == 0 || b[image] == 0) continue;
    if (first.kept->labels[image] != second.kept->labels[image]) return false;
    any = true;
  }
  return any;
}

bool on_same_images(const RunRecord& first, const RunRecord& second) {
  return on_same_images(curve_of(first), curve_of(second));
}

CurvePair pair_of(const RunsModel& model, CurveId first, CurveId second) {
  CurvePair pair;
  const RunRecord* a = model.record(first.run);
  const RunRecord* b = model.record(second.run);
  if (a == nullptr || b == nullptr) return pair;
  pair.first = curve_of(*a);
  pair.second = curve_of(*b);
  const auto add = [&](const QString& place, const QString& value, std::size_t of_a, std::size_t of_b) {
    ComparedPoint& point = pair.places.emplace_back();
    point.place = place;
    point.value = value;
    add_point(pair.first, *a, a->point(first.curve, of_a));
    add_point(pair.second, *b, b->point(second.curve, of_b));
  };
  if (a->spec.x.key == b->spec.x.key && !a->spec.x.key.empty()) {
    const std::vector<std::string>& others = b->spec.x.values;
    for (std::size_t place = 0; place < a->spec.x.values.size(); ++place) {
      const std::string& value = a->spec.x.values[place];
      const auto found = std::ranges::find(others, value);
      if (found == others.end()) continue;
      add(axis_named_value(a->spec.x.key, value), axis_value(a->spec.x.key, value, false), place,
          static_cast<std::size_t>(found - others.begin()));
    }
  }
  if (pair.places.empty()) add(RunsModel::tr("Where they are shown"), {}, model.place_in(*a), model.place_in(*b));
  return pair;
}

std::vector<ComparedPoint> compared_points(const CurvePair& pair) {
  const bool same_images = on_same_images(pair.first, pair.second);
  std::vector<ComparedPoint> points = pair.places;
  for (std::size_t at = 0; at < points.size(); ++at) {
    ComparedPoint& point = points[at];
    point.first = pair.first.results[at];
    point.second = pair.second.results[at];
    point.difference = point.second.accuracy() - point.first.accuracy();
    const double energy = pair.first.energies[at];
    const double other = pair.second.energies[at];
    if (energy > 0 && other > 0) point.energy_ratio = other / energy;
    if (same_images) compare_answers(point, pair, at);
  }
  return points;
}

std::vector<ComparedPoint> compared_points(const RunsModel& model, CurveId first, CurveId second) {
  return compared_points(pair_of(model, first, second));
}

CurveComparison::CurveComparison(StudyController* controller, const RunsModel* model, CurveId first, CurveId second,
                                 QObject* parent)
    : QObject(parent),
      controller_(controller),
      model_(model),
      first_(first),
      second_(second),
      points_(compared_points(*model, first, second)) {
  next_look_.setSingleShot(true);
  next_look_.setInterval(kInterval);
  connect(&next_look_, &QTimer::timeout, this, &CurveComparison::look);
  connect(controller, &StudyController::results_changed, this, [this] {
    if (is_under_way() && !next_look_.isActive()) next_look_.start();
  });
  // Queued: the runs' model takes them first.
  connect(controller, &StudyController::run_collected, this, &CurveComparison::look, Qt::QueuedConnection);
  connect(controller, &StudyController::state_changed, this, &CurveComparison::changed, Qt::QueuedConnection);
  if (is_under_way()) look();
}

bool CurveComparison::is_under_way() const {
  const int running = controller_->is_active() && !controller_->is_preparing() ? controller_->generation() : 0;
  return running > 0 && (first_.run == running || second_.run == running);
}

std::size_t CurveComparison::decided() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      points_, [](const ComparedPoint& point) { return point.decision && point.decision->verdict != Verdict::open; }));
}

std::int64_t CurveComparison::images_of_decision() const {
  std::int64_t images = 0;
  for (const ComparedPoint& point : points_) images = std::max(images, point.decision ? point.decision->images : 0);
  return images;
}

void CurveComparison::set_stops(bool stops) {
  stops_ = stops;
  stop_if_decided();
  Q_EMIT changed();
}

void CurveComparison::look() {
  CurvePair pair = pair_of(*model_, first_, second_);
  if (pair.places.empty()) return;  // A run is gone; what was known of it stays.
  if (!is_under_way()) {
    // Between the end of a run and its collection there is nothing new.
    if (pair.first.kept && pair.second.kept) take(compared_points(pair));
    return;
  }
  const int running = controller_->generation();
  std::vector<std::size_t> points;
  for (const ComparedCurve* curve : {&pair.first, &pair.second}) {
    if (curve->run == running) points.insert(points.end(), curve->points.begin(), curve->points.end());
  }
  controller_->read_answers(points, this,
                            [this, running, pair = std::move(pair)](const auto& kept, const auto& counts) {
                              queue_.add([this, running, kept, counts, pair](const std::stop_token& closing) mutable {
                                if (closing.stop_requested()) return;
                                for (ComparedCurve* curve : {&pair.first, &pair.second}) {
                                  if (curve->run != running) continue;
                                  curve->kept = kept;
                                  curve->counts = counts;
                                }
                                hand_over(this, closing, [this, compared = compared_points(pair)] { take(compared); });
                              });
                            });
}

void CurveComparison::take(std::vector<ComparedPoint> points) {
  points_ = std::move(points);
  // What was decided before anybody looked is no reason to stop what somebody lets run on.
  if (!std::exchange(looked_, true) && is_decided()) stops_ = false;
  stop_if_decided();
  Q_EMIT changed();
}

void CurveComparison::stop_if_decided() {
  if (!stops_ || has_stopped_ || !is_decided() || !is_under_way()) return;
  has_stopped_ = true;
  controller_->stop();
  Q_EMIT stopped();
}

}  // namespace acim::ui
