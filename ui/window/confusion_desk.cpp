#include "ui/window/confusion_desk.h"

#include <algorithm>

#include "ui/chart/accuracy_chart.h"
#include "ui/chart/energy_chart.h"
#include "ui/model/curve_comparison.h"
#include "ui/model/runs_model.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/confusion_panel.h"
#include "ui/panel/view_tabs.h"

namespace acim::ui {

ConfusionDesk::ConfusionDesk(ChartPanel* charts, const RunsModel* runs, const StudyController* controller,
                             QObject* parent)
    : QObject(parent), charts_(charts), runs_(runs), controller_(controller) {
  connect(charts->chart(), &AccuracyChart::point_selected, this, &ConfusionDesk::show);
  connect(charts->tabs(), &ViewTabs::view_changed, this, &ConfusionDesk::show);
  connect(runs, &RunsModel::baseline_changed, this, &ConfusionDesk::show);
  // Queued: the runs' model takes them first.
  connect(controller, &StudyController::run_collected, this, &ConfusionDesk::show, Qt::QueuedConnection);
  connect(controller, &StudyController::state_changed, this, &ConfusionDesk::show, Qt::QueuedConnection);
  connect(controller, &StudyController::results_changed, this, &ConfusionDesk::show, Qt::QueuedConnection);
}

void ConfusionDesk::show() {
  if (charts_->view() == ChartView::confusion) fill();
}

void ConfusionDesk::fill() {
  ConfusionPanel* panel = charts_->confusion();
  // A study may be opened whose images are not: those that are open are others.
  const bool its_images =
      controller_->is_open() && controller_->spec().subject.dataset == controller_->subject().dataset;
  const auto pictures = its_images ? controller_->pictures() : nullptr;
  if (pictures_ != pictures) {
    pictures_ = pictures;
    panel->set_source(pictures_);
  }
  const RunRecord* run = runs_->record(controller_->generation());
  const ChartPlan& plan = charts_->chart()->plan();
  panel->say_empty(controller_->is_active()
                       ? tr("The answers of each image are shown when the sweep has ended. Stop shows those so far.")
                       : QString());
  if (run == nullptr || !run->kept || plan.empty()) {
    panel->clear();
    return;
  }
  const PointPlace place = charts_->energy()->point();
  const std::size_t point = plan.point(place.curve, place.place);
  if (point >= run->kept->predictions.size()) {
    panel->clear();
    return;
  }
  PointAnswers answers;
  answers.point = plan.title(place.curve, place.place);
  answers.labels = run->kept->labels;
  answers.predictions = run->kept->predictions[point];
  constexpr int kMostClasses = 4096;  // A file may have any label; a matrix of all of them would be of gigabytes.
  answers.classes = its_images ? controller_->evaluator()->class_count() : run->counts->classes;
  if (answers.classes > kMostClasses) {
    panel->clear();
    return;
  }
  const auto baseline = runs_->baseline();
  const RunRecord* other = baseline ? runs_->record(baseline->run) : nullptr;
  if (other != nullptr && other->kept && on_same_images(*run, *other)) {
    const std::size_t theirs = other->point(baseline->curve, runs_->place_in(*other));
    if (theirs < other->kept->predictions.size()) {
      answers.reference = tr("the baseline, %1").arg(runs_->name(*baseline));
      answers.reference_predictions = other->kept->predictions[theirs];
    }
  } else {
    // By what is certain of it: a point of few images may lead by luck.
    const auto best = std::ranges::max_element(
        run->results, {}, [](const PointResult& result) { return result.images > 0 ? result.interval().low : -1; });
    const auto at = static_cast<std::size_t>(best - run->results.begin());
    if (at < run->kept->predictions.size() && at != point) {
      answers.reference = tr("the most accurate point, %1").arg(plan.title(at / plan.x.size(), at % plan.x.size()));
      answers.reference_predictions = run->kept->predictions[at];
    }
  }
  panel->show_answers(answers);
}

}  // namespace acim::ui
