#include "ui/window/why_dock.h"

#include <QAction>
#include <QDockWidget>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "macro/exact_point.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/model/cause_text.h"
#include "ui/model/layer_overrides.h"
#include "ui/panel/layers_panel.h"
#include "ui/panel/why_panel.h"
#include "ui/window/layer_docks.h"

namespace acim::ui {

namespace {

std::vector<std::string> names_of(std::span<const cost::LayerWork> layers) {
  std::vector<std::string> names;
  for (const cost::LayerWork& layer : layers) names.push_back(layer.name);
  return names;
}

std::vector<LayerOverride> with_values(std::vector<LayerOverride> overrides, const std::vector<std::string>& names,
                                       const std::string& layer,
                                       const std::vector<std::pair<std::string, ParameterValue>>& values) {
  for (const auto& [key, value] : values) {
    overrides = with_own_value(overrides, names, {{layer}, {}}, key, value);
  }
  return overrides;
}

}  // namespace

WhyDock::WhyDock(QMainWindow* window, LayerDocks* layers, AccuracyChart* chart, StudyController* controller,
                 Parameters* parameters, const Theme* theme)
    : QObject(window),
      layers_(layers),
      chart_(chart),
      controller_(controller),
      parameters_(parameters),
      panel_(new WhyPanel(&model_, theme)),
      dock_(layers->add_dock(tr("Why"), "why_dock", panel_, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W))) {
  window->tabifyDockWidget(layers->layers_dock(), dock_);
  layers->layers_dock()->raise();
  connect(dock_, &QDockWidget::visibilityChanged, this, [this](bool visible) { model_.watch(visible); });
  connect(panel_, &WhyPanel::close_wanted, dock_, &QDockWidget::close);
  connect(layers_, &LayerDocks::settings_shown, this, &WhyDock::take_settings);
  connect(layers_, &LayerDocks::csnr_measured, &model_, &ExplanationModel::set_measured);
  connect(controller_, &StudyController::reference_changed, this, &WhyDock::show_references);
  show_references();
  connect(layers_->layers(), &LayersPanel::current_changed, &model_, &ExplanationModel::set_layer);
  connect(panel_, &WhyPanel::layer_picked, this, [this](int layer) { layers_->layers()->select_rows({layer}); });
  connect(panel_, &WhyPanel::pair_wanted, this, &WhyDock::look_at_pair);
  connect(panel_, &WhyPanel::trial_wanted, this, &WhyDock::try_out);
}

void WhyDock::open() {
  layers_->bring_to_front(dock_);
}

void WhyDock::take_settings() {
  const std::span<const cost::LayerWork> layers = controller_->layers();
  if (probe_ != controller_->probe()) {
    probe_ = controller_->probe();
    model_.set_network(probe_, {layers.begin(), layers.end()});
  }
  model_.set_settings(layers_->settings());
  show_references();
  const auto point = chart_->selected();
  panel_->set_point(point && !chart_->plan().empty() ? chart_->plan().title(point->curve, point->place) : QString());
}

/// The quantised one is of the run shown: where the knobs ask for other integers, it explains nothing.
void WhyDock::show_references() {
  const bool same = controller_->quantised_point() == exact_point(layers_->settings());
  panel_->set_references(controller_->reference(), same ? controller_->quantised_reference() : PointResult());
}

void WhyDock::look_at_pair(int layer, int weight_bit, int cycle) {
  LayersPanel* panel = layers_->layers();
  panel->select_rows({layer});
  panel->show_bits(true);
  layers_->layers_dock()->show();
  layers_->layers_dock()->raise();
  ColumnPlace place = layers_->conversion().place();
  place.weight_bit = weight_bit;
  place.cycle = cycle;
  layers_->conversion().set_place(place);
}

void WhyDock::try_out(const KnobTrial& trial, int layer) {
  const std::vector<std::string> names = names_of(controller_->layers());
  if (layer >= static_cast<int>(names.size())) return;
  const QString what = tr("trial of %1").arg(trial_name(trial));
  // The trial was made with the percentage as it is.
  const NoiseUnit held = parameters_->held_noise();
  parameters_->hold_noise(NoiseUnit::percent);
  parameters_->undo_stack().beginMacro(what);
  if (layer >= 0) {
    const std::string& name = names[static_cast<std::size_t>(layer)];
    parameters_->set_layers(with_values(parameters_->layers(), names, name, trial.values), what);
  } else if (trial.values.empty()) {
    set_for_each(trial);
  } else {
    set_for_all(trial);
  }
  parameters_->undo_stack().endMacro();
  parameters_->hold_noise(held);
  if (layer < 0) leave_swept_point(trial);
}

void WhyDock::set_for_all(const KnobTrial& trial) {
  const std::vector<std::string> names = names_of(controller_->layers());
  std::vector<LayerOverride> overrides = parameters_->layers();
  for (const std::string& name : names) {
    std::vector<std::pair<std::string, ParameterValue>> hidden;
    for (const auto& one : own_settings(overrides, name).values) {
      const auto tried = std::ranges::find(trial.values, one.first, &std::pair<std::string, ParameterValue>::first);
      if (tried != trial.values.end()) hidden.push_back(*tried);
    }
    overrides = with_values(std::move(overrides), names, name, hidden);
  }
  for (const auto& [key, value] : trial.values) parameters_->set_value(key, value);
  if (overrides != parameters_->layers()) parameters_->set_layers(overrides, tr("trial of %1").arg(trial_name(trial)));
}

void WhyDock::set_for_each(const KnobTrial& trial) {
  const Explanation* explanation = model_.explanation();
  if (explanation == nullptr) return;
  const std::vector<std::string> names = names_of(controller_->layers());
  std::vector<LayerOverride> overrides = parameters_->layers();
  for (const LayerExplanation& layer : explanation->layers) {
    const auto own = std::ranges::find(layer.trials, trial.change, &KnobTrial::change);
    if (own != layer.trials.end()) overrides = with_values(std::move(overrides), names, layer.layer, own->values);
  }
  parameters_->set_layers(std::move(overrides), tr("trial of %1").arg(trial_name(trial)));
}

void WhyDock::leave_swept_point(const KnobTrial& trial) {
  const auto selected = chart_->selected();
  const ChartPlan& plan = chart_->plan();
  if (!selected || plan.empty()) return;
  const auto& points = controller_->spec().points;
  const std::size_t at = plan.point(selected->curve, selected->place);
  if (at >= points.size()) return;
  auto wanted = points[at].coordinates;
  bool swept = false;
  for (auto& [key, value] : wanted) {
    const auto tried = std::ranges::find(trial.values, key, &std::pair<std::string, ParameterValue>::first);
    if (tried == trial.values.end()) continue;
    value = value_text(tried->second);
    swept = true;
  }
  if (!swept) return;
  for (std::size_t curve = 0; curve < plan.curves.size(); ++curve) {
    for (std::size_t place = 0; place < plan.x.size(); ++place) {
      const std::size_t point = plan.point(curve, place);
      if (point < points.size() && points[point].coordinates == wanted) return chart_->select(PointPlace{curve, place});
    }
  }
  chart_->select(std::nullopt);
}

}  // namespace acim::ui
