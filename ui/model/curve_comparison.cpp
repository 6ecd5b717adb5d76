#include "ui/model/curve_comparison.h"

#include <algorithm>
#include <new>
#include <set>
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

/// What the model has of it now.
void refresh(ComparedCurve& curve, const RunRecord& run) {
  for (std::size_t at = 0; at < curve.points.size(); ++at) {
    curve.results[at] = run.results[curve.points[at]];
    if (curve.points[at] < run.energies.size()) curve.energies[at] = run.energies[curve.points[at]];
  }
  curve.kept = run.kept;
  curve.counts = run.counts;
}

std::int64_t most_images(const ComparedCurve& curve) {
  std::int64_t most = 0;
  for (const PointResult& result : curve.results) most = std::max(most, result.images);
  return most;
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

SharedImages shared_images(const ComparedCurve& first, const ComparedCurve& second) {
  if (!first.kept || !second.kept) return SharedImages::unknown;
  if (provenance_value(first.kept->provenance, "images_hash") !=
      provenance_value(second.kept->provenance, "images_hash"))
    return SharedImages::other;
  // A run that was stopped and saved knows the labels of the images that it came to, and no others.
  const std::vector<std::uint8_t>& a = first.counts->computed;
  const std::vector<std::uint8_t>& b = second.counts->computed;
  bool any = false;
  for (std::size_t image = 0; image < std::min(a.size(), b.size()); ++image) {
    if (a[image] == 0 || b[image] == 0) continue;
    if (first.kept->labels[image] != second.kept->labels[image]) return SharedImages::other;
    any = true;
  }
  return any ? SharedImages::same : SharedImages::unknown;
}

bool on_same_images(const RunRecord& first, const RunRecord& second) {
  return shared_images(curve_of(first), curve_of(second)) == SharedImages::same;
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

std::vector<ComparedPoint> compared_points(const CurvePair& pair, SharedImages images, const std::stop_token& stop) {
  std::vector<ComparedPoint> points = pair.places;
  for (std::size_t at = 0; at < points.size() && !stop.stop_requested(); ++at) {
    ComparedPoint& point = points[at];
    point.first = pair.first.results[at];
    point.second = pair.second.results[at];
    point.difference = point.second.accuracy() - point.first.accuracy();
    const double energy = pair.first.energies[at];
    const double other = pair.second.energies[at];
    if (energy > 0 && other > 0) point.energy_ratio = other / energy;
    if (images == SharedImages::same) compare_answers(point, pair, at);
  }
  return points;
}

CurveComparison::CurveComparison(StudyController* controller, const RunsModel* model, CurveId first, CurveId second,
                                 QObject* parent)
    : QObject(parent), controller_(controller), model_(model), pair_(pair_of(*model, first, second)) {
  points_ = compared_points(pair_, SharedImages::unknown);  // Answers are looked through elsewhere.
  stops_ = compares_whole_sweep();
  next_look_.setSingleShot(true);
  next_look_.setInterval(kInterval);
  connect(&next_look_, &QTimer::timeout, this, &CurveComparison::look);
  connect(controller, &StudyController::results_changed, this, [this] {
    if (is_under_way() && !next_look_.isActive()) next_look_.start();
  });
  const auto collected = [this](int run) {
    if (run == pair_.first.run || run == pair_.second.run) look();
  };
  // Queued: the runs' model takes them first.
  connect(controller, &StudyController::run_collected, this, collected, Qt::QueuedConnection);
  connect(controller, &StudyController::state_changed, this, &CurveComparison::changed, Qt::QueuedConnection);
  look();
}

std::int64_t CurveComparison::images_of_first() const {
  return most_images(pair_.first);
}

std::int64_t CurveComparison::images_of_second() const {
  return most_images(pair_.second);
}

bool CurveComparison::is_under_way() const {
  const int running = controller_->is_active() && !controller_->is_preparing() ? controller_->generation() : 0;
  return running > 0 && (pair_.first.run == running || pair_.second.run == running);
}

/// Every point of the sweep under way is one of those that are compared.
bool CurveComparison::compares_whole_sweep() const {
  std::set<std::size_t> compared;
  for (const ComparedCurve* curve : {&pair_.first, &pair_.second}) {
    if (curve->run == controller_->generation()) compared.insert(curve->points.begin(), curve->points.end());
  }
  return compared.size() == controller_->results().size();
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

bool CurveComparison::has_stopped() const {
  return stopped_generation_ > 0 && stopped_generation_ == controller_->generation() &&
         controller_->state() == StudyState::stopped;
}

void CurveComparison::set_stops(bool stops) {
  stops_ = stops;
  asked_ = true;
  stop_if_decided();
  Q_EMIT changed();
}

void CurveComparison::look() {
  look_again_ = looking_;
  if (looking_) return;
  for (ComparedCurve* curve : {&pair_.first, &pair_.second}) {
    const RunRecord* run = model_->record(curve->run);
    if (run == nullptr) return;
    refresh(*curve, *run);
  }
  if (!is_under_way()) {
    // Between the end of a run and its collection there is nothing new.
    if (pair_.first.kept && pair_.second.kept) compare(pair_);
    return;
  }
  const int running = controller_->generation();
  std::vector<std::size_t> points;
  for (const ComparedCurve* curve : {&pair_.first, &pair_.second}) {
    if (curve->run == running) points.insert(points.end(), curve->points.begin(), curve->points.end());
  }
  looking_ = true;
  controller_->read_answers(points, this, [this, running](const auto& answers, const auto& counts) {
    if (!answers) return looked();  // Perhaps at the next look.
    CurvePair pair = pair_;
    for (ComparedCurve* curve : {&pair.first, &pair.second}) {
      if (curve->run != running) continue;
      curve->kept = answers;
      curve->counts = counts;
    }
    compare(std::move(pair));
  });
}

void CurveComparison::compare(CurvePair pair) {
  looking_ = true;
  queue_.add([this, pair = std::move(pair)](const std::stop_token& closing) {
    try {
      const SharedImages images = shared_images(pair.first, pair.second);
      hand_over(this, closing,
                [this, points = compared_points(pair, images, closing), images] { take(points, images); });
    } catch (const std::bad_alloc&) {
      hand_over(this, closing, [this] { looked(); });
    }
  });
}

void CurveComparison::take(std::vector<ComparedPoint> points, SharedImages images) {
  points_ = std::move(points);
  images_ = images;
  // Who comes to something decided may want to see it run on.
  if (!std::exchange(asked_, true) && is_decided()) stops_ = false;
  stop_if_decided();
  Q_EMIT changed();
  looked();
}

/// A look is over, whatever came of it.
void CurveComparison::looked() {
  looking_ = false;
  if (!std::exchange(look_again_, false)) return;
  if (is_under_way()) {
    next_look_.start();
  } else {
    look();
  }
}

void CurveComparison::stop_if_decided() {
  if (!stops_ || !is_decided() || !is_under_way()) return;
  stopped_generation_ = controller_->generation();
  controller_->stop();
  Q_EMIT stopped();
}

}  // namespace acim::ui
