#include "ui/window/preview_desk.h"

#include <QAction>
#include <QSettings>
#include <algorithm>

#include "ui/chart/accuracy_chart.h"
#include "ui/chart/tradeoff_chart.h"
#include "ui/model/axis_text.h"
#include "ui/model/parameter_text.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/preview_strip.h"
#include "ui/panel/sweep_bar.h"
#include "ui/window/state_file.h"

namespace acim::ui {

namespace {

const QString kKey = QStringLiteral("live_preview");

}  // namespace

PreviewDesk::PreviewDesk(ChartPanel* charts, const StudyController* controller, const Parameters* parameters,
                         const AdcRangeChoice* adc_range, std::function<PointSettings()> settings_in_view,
                         std::filesystem::path state_folder, QObject* parent)
    : QObject(parent),
      charts_(charts),
      controller_(controller),
      parameters_(parameters),
      adc_range_(adc_range),
      settings_in_view_(std::move(settings_in_view)),
      state_folder_(std::move(state_folder)),
      preview_(controller),
      strip_(charts->preview()),
      action_(new QAction(tr("Live preview"), this)) {
  action_->setObjectName(QStringLiteral("live_preview"));
  action_->setCheckable(true);
  action_->setToolTip(tr("Estimate and measure the point where the knobs stand, as they move"));
  action_->setStatusTip(action_->toolTip());
  const bool on =
      state_folder_.empty() || QSettings(state_file(state_folder_), QSettings::IniFormat).value(kKey, true).toBool();
  action_->setChecked(on);
  connect(action_, &QAction::toggled, this, [this](bool checked) {
    if (!state_folder_.empty()) QSettings(state_file(state_folder_), QSettings::IniFormat).setValue(kKey, checked);
    switch_to(checked);
  });
  connect(parameters, &Parameters::changed, this, [this] { follow(true); });
  connect(adc_range, &AdcRangeChoice::changed, this, [this] { follow(true); });
  connect(charts->chart(), &AccuracyChart::point_selected, this, [this] { follow(true); });
  connect(controller, &StudyController::opened, this, [this] {
    preview_.forget();
    follow(false);
  });
  connect(controller, &StudyController::run_started, this, [this] { follow(false); });
  connect(&preview_, &LivePreview::changed, this, &PreviewDesk::show_figures);
  // A first result lays the axes out, so the mark may have a place now.
  connect(controller, &StudyController::results_changed, this, &PreviewDesk::show_marks, Qt::QueuedConnection);
  connect(controller, &StudyController::costs_changed, this, &PreviewDesk::show_marks, Qt::QueuedConnection);
  switch_to(on);
}

void PreviewDesk::switch_to(bool on) {
  preview_.set_enabled(on);
  charts_->show_preview(on);
  if (on) follow(false);
  show_figures();
}

void PreviewDesk::follow(bool moved) {
  // A contradiction is said at its knob; what was known stays.
  if (parameters_->problems().empty()) preview_.show(settings_in_view_(), adc_range_->value(), moved);
}

QString PreviewDesk::place_of(const PointSettings& settings) const {
  QStringList values;
  for (const std::string& key : {controller_->spec().x.key, controller_->spec().family.key}) {
    if (const Parameter* parameter = find_parameter(key)) {
      values << axis_named_value(key, value_text(parameter->get(settings.macro)));
    }
  }
  return values.join(QStringLiteral(", "));
}

void PreviewDesk::show_figures() {
  show_marks();
  if (!preview_.is_known()) return strip_->clear();
  const LivePreview::Figures& figures = preview_.figures();
  QString worst;
  if (figures.csnr && figures.csnr->worst_layer < controller_->layers().size()) {
    worst = QString::fromStdString(controller_->layers()[figures.csnr->worst_layer].name);
  }
  strip_->show_figures(figures, place_of(*preview_.settings()), preview_.images_wanted(), worst);
}

void PreviewDesk::show_marks() {
  std::optional<LiveMark> accuracy;
  std::optional<LiveMark> tradeoff;
  const LivePreview::Figures& figures = preview_.figures();
  // Where the sweep has a point of its own, that is the mark.
  if (preview_.is_known() && !figures.in_sweep && figures.result.images > 0) {
    const Parameter* x = find_parameter(controller_->spec().x.key);
    if (x != nullptr && is_number(*x)) {
      accuracy = LiveMark{number_of(*x, x->get(preview_.settings()->macro)), figures.result};
    }
    if (figures.cost && figures.cost->cost) {
      tradeoff = LiveMark{figures.cost->cost->uj_per_inference(), figures.result};
    }
  }
  charts_->chart()->set_live(accuracy);
  charts_->tradeoff()->set_live(tradeoff);
}

}  // namespace acim::ui
