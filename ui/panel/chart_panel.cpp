#include "ui/panel/chart_panel.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "ui/chart/accuracy_chart.h"
#include "ui/chart/chart_legend.h"
#include "ui/chart/confusion_map.h"
#include "ui/chart/energy_chart.h"
#include "ui/chart/tradeoff_chart.h"
#include "ui/model/chip_spread.h"
#include "ui/model/parameter_text.h"
#include "ui/model/range_saving.h"
#include "ui/panel/banner.h"
#include "ui/panel/confusion_panel.h"
#include "ui/panel/focus_into.h"
#include "ui/panel/preview_strip.h"
#include "ui/panel/segments.h"
#include "ui/panel/sweep_bar.h"
#include "ui/panel/view_tabs.h"

namespace acim::ui {

namespace {

constexpr int kLeastHeight = 100;  ///< px of legend, chart and the words below it

class EmptyIcon : public QWidget {
 public:
  explicit EmptyIcon(const Theme* theme) : theme_(theme) { setFixedSize(36, 36); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    theme_->icon(QStringLiteral("chart")).paint(&painter, rect());
  }

 private:
  const Theme* theme_;
};

QFrame* rule() {
  auto* line = new QFrame;
  line->setProperty("kind", "rule");
  return line;
}

/// The point of the same values in another plan, which may have more points; none where it is of other knobs.
std::optional<PointPlace> same_point(const ChartPlan& before, std::optional<PointPlace> point, const ChartPlan& now) {
  if (!point || before.x_label != now.x_label || before.family_label != now.family_label) return std::nullopt;
  const auto curve = std::ranges::find(now.curves_in_full, before.curves_in_full.at(point->curve));
  const auto place = std::ranges::find(now.x_texts, before.x_texts.at(point->place));
  if (curve == now.curves_in_full.end() || place == now.x_texts.end()) return std::nullopt;
  return PointPlace{static_cast<std::size_t>(curve - now.curves_in_full.begin()),
                    static_cast<std::size_t>(place - now.x_texts.begin())};
}

}  // namespace

ChartPanel::ChartPanel(const StudyController* controller, const Parameters* parameters, QAction* copy_picture,
                       const Theme* theme, QWidget* parent)
    : QFrame(parent),
      controller_(controller),
      banner_(new Banner(theme)),
      legend_(new ChartLegend(theme)),
      tabs_(new ViewTabs(theme)),
      chart_(new AccuracyChart(theme)),
      tradeoff_(new TradeoffChart(theme)),
      energy_(new EnergyChart(theme)),
      confusion_(new ConfusionPanel(theme)),
      energy_head_(new QWidget),
      energy_bars_(new Segments(tr("Bars"), theme)),
      views_(new QStackedWidget),
      finding_(new QLabel),
      trust_(new QLabel),
      preview_(new PreviewStrip(theme)),
      sweep_(new SweepBar(parameters, theme)),
      stack_(new QStackedWidget),
      fit_(new QToolButton),
      zoomed_(new QToolButton),
      empty_title_(new QLabel),
      empty_text_(new QLabel),
      empty_links_(new QWidget) {
  setProperty("kind", "panel");
  const auto icon_button = [theme](QToolButton* button, const QString& icon, const QString& name) {
    button->setProperty("kind", "icon");
    button->setIcon(theme->icon(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
  };
  icon_button(fit_, QStringLiteral("fit"), tr("Fit the axis to the curves, or show 0 to 100 % again"));
  fit_->setToolTip(fit_->accessibleName() + QStringLiteral("\n\n") +
                   tr("The wheel zooms: with Ctrl along x alone, with Shift along y alone.\nA drag marks the part to "
                      "look at, a drag with Shift or the middle button moves it.\nKeys: + and −, 0 for all, Shift with "
                      "arrows."));
  zoomed_->setProperty("kind", "link");
  zoomed_->setText(tr("Zoomed · Fit"));
  zoomed_->setToolTip(tr("Only a part is shown. Press to see all of the curves (double click in the chart)"));
  zoomed_->setAccessibleName(tr("Zoomed: fit to the curves"));
  zoomed_->setObjectName(QStringLiteral("zoomed"));
  zoomed_->setFocusPolicy(Qt::TabFocus);
  zoomed_->hide();
  connect(zoomed_, &QToolButton::clicked, this, &ChartPanel::toggle_fit);
  connect(chart_, &AccuracyChart::range_changed, this, &ChartPanel::show_zoomed);
  connect(tradeoff_, &TradeoffChart::range_changed, this, &ChartPanel::show_zoomed);
  fit_->setObjectName(QStringLiteral("fit"));
  connect(fit_, &QToolButton::clicked, this, &ChartPanel::toggle_fit);
  auto* copy = new QToolButton;
  icon_button(copy, QStringLiteral("copy"), tr("Copy the chart as a picture"));
  connect(copy, &QToolButton::clicked, copy_picture, &QAction::trigger);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(8, 0, 8, 0);
  head->setSpacing(6);
  tabs_->add(tr("Accuracy"), tr("Accuracy against the knob that is swept"));
  tabs_->add(tr("Trade-off"), tr("Accuracy against energy per inference"));
  tabs_->add(tr("Energy"), tr("Energy by component, of points or of layers"));
  tabs_->add(tr("Confusion"), tr("What the selected point takes for what, and the images it sees differently"));
  head->addWidget(tabs_);
  head->addStretch(1);
  head->addWidget(zoomed_);
  head->addWidget(fit_);
  head->addWidget(copy);

  empty_title_->setFont(theme->font(TextRole::head));
  empty_title_->setAlignment(Qt::AlignCenter);
  empty_text_->setProperty("kind", "quiet");
  empty_text_->setAlignment(Qt::AlignCenter);
  empty_text_->setWordWrap(true);
  auto* empty = new QWidget;
  auto* empty_layout = new QVBoxLayout(empty);
  empty_layout->setSpacing(8);
  empty_layout->addStretch(1);
  empty_layout->addWidget(new EmptyIcon(theme), 0, Qt::AlignHCenter);
  empty_layout->addWidget(empty_title_);
  empty_layout->addWidget(empty_text_);
  auto* links = new QHBoxLayout(empty_links_);
  links->setContentsMargins(0, 8, 0, 0);
  links->setSpacing(8);
  empty_layout->addWidget(empty_links_, 0, Qt::AlignHCenter);
  empty_layout->addStretch(1);
  auto* shown = new QWidget;
  auto* shown_layout = new QVBoxLayout(shown);
  shown_layout->setContentsMargins(0, 0, 0, 0);
  shown_layout->setSpacing(0);
  shown_layout->addWidget(legend_);
  views_->addWidget(chart_);
  views_->addWidget(tradeoff_);
  views_->addWidget(energy_);
  views_->addWidget(confusion_);
  make_energy_head(theme);
  shown_layout->addWidget(energy_head_);
  shown_layout->addWidget(views_, 1);
  finding_->setFont(theme->font(TextRole::strong));
  finding_->setWordWrap(true);
  finding_->setContentsMargins(16, 0, 16, 8);
  finding_->hide();
  shown_layout->addWidget(finding_);
  trust_->setProperty("kind", "quiet");
  trust_->setFont(theme->font(TextRole::caption));
  trust_->setWordWrap(true);
  trust_->setContentsMargins(16, 0, 16, 8);
  shown_layout->addWidget(trust_);
  stack_->addWidget(empty);
  stack_->addWidget(shown);
  // The same in every view, so that the docks stay where they are when it changes.
  stack_->setMinimumHeight(kLeastHeight);

  banner_->keep_low();
  auto* banner_box = new QHBoxLayout;
  banner_box->setContentsMargins(12, 0, 12, 0);
  banner_box->addWidget(banner_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, 1);
  layout->setSpacing(0);
  layout->addLayout(head);
  layout->addWidget(rule());
  layout->addSpacing(4);
  layout->addLayout(banner_box);
  layout->addWidget(stack_, 1);
  layout->addWidget(preview_);
  layout->addWidget(rule());
  layout->addWidget(sweep_);
  connect(legend_, &ChartLegend::curve_toggled, chart_, &AccuracyChart::set_curve_visible);
  connect(legend_, &ChartLegend::curve_toggled, tradeoff_, &TradeoffChart::set_curve_visible);
  connect(legend_, &ChartLegend::pinned_toggled, chart_, &AccuracyChart::set_pinned_visible);
  connect(legend_, &ChartLegend::overlay_toggled, this, [this](LegendSample sample, bool on) {
    if (sample == LegendSample::published_chips) tradeoff_->show_chips(on);
    if (sample == LegendSample::published_values) chart_->show_published(on);
  });
  connect(tabs_, &ViewTabs::view_changed, this, &ChartPanel::change_view);
  connect(tabs_, &ViewTabs::view_asked_for, this, [this] { focus_into(chart_in_view(), Qt::ShortcutFocusReason); });
  connect(controller_, &StudyController::costs_changed, this, &ChartPanel::show_costs);
  link_selections();
  link_hovers();
  change_view();
}

void ChartPanel::make_energy_head(const Theme* theme) {
  energy_bars_->add(tr("Points"), tr("A bar for each point of the selected curve"));
  energy_bars_->add(tr("Layers"), tr("A bar for each layer of the network at the selected point"));
  connect(energy_bars_, &Segments::picked, this, &ChartPanel::change_energy_bars);
  auto* caption = new QLabel(tr("Bars"));
  caption->setProperty("kind", "quiet");
  caption->setFont(theme->font(TextRole::caption));
  auto* layout = new QHBoxLayout(energy_head_);
  layout->setContentsMargins(16, 6, 16, 0);
  layout->setSpacing(8);
  layout->addWidget(caption);
  layout->addWidget(energy_bars_);
  layout->addStretch(1);
  energy_head_->setMinimumHeight(34);
}

void ChartPanel::show_energy_of_layers(bool layers) {
  energy_bars_->show_choice(layers ? 1 : 0);
  change_energy_bars();
}

void ChartPanel::change_energy_bars() {
  energy_->show_bars(energy_bars_->choice() == 0 ? EnergyBars::points : EnergyBars::layers);
}

void ChartPanel::show_layers() {
  if (plan_pending_ || chart_->plan().empty()) return;
  const PointPlace point = energy_->point();
  energy_->set_layers(controller_->cost_by_layer(chart_->plan().point(point.curve, point.place)));
}

void ChartPanel::link_selections() {
  connect(chart_, &AccuracyChart::point_selected, this, [this] {
    tradeoff_->select(chart_->selected());
    energy_->select(chart_->selected());
    if (!plan_pending_) show_finding();
  });
  connect(energy_, &EnergyChart::point_selected, this, [this] {
    chart_->select(energy_->selected());
    show_layers();
  });
  connect(tradeoff_, &TradeoffChart::point_selected, this, [this] { chart_->select(tradeoff_->selected()); });
}

void ChartPanel::link_hovers() {
  const auto tell = [this](std::optional<PointPlace> point) {
    const std::optional<std::size_t> curve = point ? std::optional(point->curve) : std::nullopt;
    emphasise(curve);
    Q_EMIT curve_hovered(curve);
  };
  connect(chart_, &AccuracyChart::point_hovered, this, [this, tell] { tell(chart_->hovered()); });
  connect(tradeoff_, &TradeoffChart::point_hovered, this, [this, tell] { tell(tradeoff_->hovered()); });
  connect(energy_, &EnergyChart::point_hovered, this, [this, tell] { tell(energy_->hovered()); });
}

void ChartPanel::emphasise(std::optional<std::size_t> curve) {
  chart_->emphasise(curve);
  tradeoff_->emphasise(curve);
  energy_->emphasise(curve);
}

const char* view_name(ChartView view) {
  constexpr std::array kNames{"accuracy", "tradeoff", "energy", "confusion"};
  return kNames[static_cast<std::size_t>(view)];
}

ChartView ChartPanel::view() const {
  return static_cast<ChartView>(tabs_->current());
}

QWidget* ChartPanel::chart_in_view() const {
  return views_->currentWidget();
}

void ChartPanel::show_view(ChartView view) {
  tabs_->show_view(static_cast<int>(view));
}

void ChartPanel::change_view() {
  views_->setCurrentIndex(static_cast<int>(view()));
  const bool energy = view() == ChartView::energy;
  const bool confusion = view() == ChartView::confusion;
  legend_->show_pinned(view() == ChartView::accuracy);
  fit_->setEnabled(!energy && !confusion);
  show_zoomed();
  fit_to_height();
  offer_overlay();
  show_note();
  if (!plan_pending_) show_finding();
}

void ChartPanel::show_zoomed() {
  zoomed_->setVisible((view() == ChartView::accuracy && chart_->is_zoomed()) ||
                      (view() == ChartView::tradeoff && tradeoff_->is_zoomed()));
}

void ChartPanel::show_preview(bool shown) {
  preview_shown_ = shown;
  fit_to_height();
}

void ChartPanel::fit_to_height() {
  constexpr int kRoom = 380;  // Less is the chart's.
  constexpr int kRoomInEveryView = 560;
  const bool marked = view() == ChartView::accuracy || view() == ChartView::tradeoff;
  preview_->setVisible(preview_shown_ && height() >= (marked ? kRoom : kRoomInEveryView));
  constexpr int kRoomForTrust = 330;
  constexpr int kRoomForLegend = 290;
  legend_->setVisible(marked && height() >= kRoomForLegend);
  energy_head_->setVisible(view() == ChartView::energy && height() >= kRoomForLegend);
  trust_->setVisible((view() == ChartView::energy || view() == ChartView::tradeoff) && height() >= kRoomForTrust);
}

void ChartPanel::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  fit_to_height();
}

void ChartPanel::toggle_fit() {
  if (view() == ChartView::tradeoff) {
    tradeoff_->toggle_fit();
  } else {
    chart_->toggle_fit();
  }
}

QImage ChartPanel::picture(double scale) const {
  if (view() == ChartView::tradeoff) return tradeoff_->picture(scale);
  if (view() == ChartView::energy) return energy_->picture(scale);
  if (view() == ChartView::confusion) return confusion_->map()->picture(scale);
  return chart_->picture(scale);
}

void ChartPanel::show_empty(const QString& title, const QString& text, const std::vector<Banner::Link>& links) {
  empty_title_->setText(title);
  empty_text_->setText(text);
  for (QToolButton* old : empty_links_->findChildren<QToolButton*>(Qt::FindDirectChildrenOnly)) {
    old->hide();
    old->deleteLater();  // It may be the one that was pressed.
  }
  for (const auto& [name, action] : links) {
    auto* button = new QToolButton;
    button->setText(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, action);
    empty_links_->layout()->addWidget(button);
  }
  empty_links_->setVisible(!links.empty());
  if (chart_->plan().empty()) stack_->setCurrentIndex(0);
}

void ChartPanel::clear() {
  plan_pending_ = true;
  chart_->set_plan({});
  tradeoff_->set_plan({});
  energy_->set_plan({});
  confusion_->clear();
  show_zoomed();
  trust_->clear();
  finding_->hide();
  legend_->set_plan({});
  legend_->set_note({});
  stack_->setCurrentIndex(0);
}

void ChartPanel::set_curve_styles(std::vector<int> styles) {
  styles_ = std::move(styles);
  if (plan_pending_) return;  // They belong to the plan that comes.
  chart_->set_styles(styles_);
  tradeoff_->set_styles(styles_);
  legend_->set_styles(chart_->plan());
}

void ChartPanel::set_deleted_curves(std::vector<bool> deleted) {
  if (deleted == deleted_) return;
  deleted_ = std::move(deleted);
  if (plan_pending_) return;  // They belong to the plan that comes.
  hide_deleted();
  show_finding();
}

void ChartPanel::hide_deleted() {
  const ChartPlan& plan = chart_->plan();
  if (plan.empty()) return;
  bool any = false;
  for (std::size_t curve = 0; curve < plan.curves.size(); ++curve) {
    const bool gone = is_deleted(curve);
    any = any || !gone;
    legend_->set_deleted(curve, gone);
    const bool visible = !gone && legend_->entry(curve)->isChecked();
    chart_->set_curve_visible(curve, visible);
    tradeoff_->set_curve_visible(curve, visible);
  }
  energy_->set_deleted(deleted_);
  if (chart_->selected() && is_deleted(chart_->selected()->curve)) chart_->select(std::nullopt);
  stack_->setCurrentIndex(any ? 1 : 0);
}

void ChartPanel::set_pinned(const std::vector<PinnedCurve>& curves) {
  chart_->set_pinned(curves);
  legend_->set_pinned(curves);
}

void ChartPanel::begin_run() {
  plan_pending_ = true;
  if (chart_->plan().empty()) show_results();
}

void ChartPanel::show_results() {
  const std::vector<PointResult>& results = controller_->results();
  const bool any = std::any_of(results.begin(), results.end(), [](const PointResult& r) { return r.images > 0; });
  if (plan_pending_ && (any || chart_->plan().empty())) {
    plan_pending_ = false;
    ChartPlan plan =
        chart_plan(controller_->spec(), controller_->evaluator() ? controller_->evaluator()->class_count() : 10);
    plan.styles = styles_;
    const std::optional<PointPlace> selected = same_point(chart_->plan(), chart_->selected(), plan);
    chart_->set_plan(plan);
    tradeoff_->set_plan(plan);
    energy_->set_plan(plan);
    show_zoomed();
    show_costs();
    legend_->set_plan(plan);
    stack_->setCurrentIndex(1);
    hide_deleted();
    printed_ = published_overlay(built_in_published_curves(), controller_->spec(), plan.classes);
    QString source = built_in_published_curves().citation;
    if (!printed_.same_network) source = tr("Another network than this one. %1").arg(source);
    if (!printed_.other.isEmpty())
      source = tr("Printed at other settings: %1.").arg(printed_.other.join(", ")) + ' ' + source;
    chart_->set_published(printed_.points, source, !printed_.other.isEmpty());
    offer_overlay();
    chart_->select(selected);
  }
  if (plan_pending_) return;  // Still the last good result.
  chart_->set_results(results);
  tradeoff_->set_results(results);
  show_note();
  show_finding();
}

/// The paper's values stand over accuracies, chips over energies; each is offered where it fits.
LegendOverlay ChartPanel::overlay_of(ChartView view) const {
  if (view == ChartView::tradeoff) {
    return {LegendSample::published_chips, tr("Published chips"),
            tr("What published chips would take for this network by their reported TOPS/W, macro only. "
               "Point at one for its source.")};
  }
  if (view != ChartView::accuracy || chart_->published().empty()) return {};
  const PublishedCurves& paper = built_in_published_curves();
  LegendOverlay overlay{LegendSample::published_values, {}, {}};
  overlay.name = printed_.same_network ? tr("ASiM, printed") : tr("Another network: ASiM's");
  overlay.tip = printed_.same_network
                    ? tr("Values printed in %1 Its network was trained noise-aware.").arg(paper.citation + '.')
                    : tr("Values printed for %1, trained noise-aware, in %2 Compare the shapes, not the digits.")
                          .arg(printed_.network, paper.citation + '.');
  if (!printed_.other.isEmpty()) {
    // Another name is another entry: what was laid over curves that fit is off again.
    overlay.name = printed_.same_network ? tr("ASiM, other %1").arg(printed_.other.front())
                                         : tr("Another network: ASiM's, other %1").arg(printed_.other.front());
    overlay.tip += ' ' + tr("Printed at other settings: %1.").arg(printed_.other.join(", "));
  }
  return overlay;
}

LegendOverlay ChartPanel::shown_overlay(ChartView view) const {
  const bool shown = view == ChartView::tradeoff ? tradeoff_->shows_chips() : chart_->shows_published();
  return shown ? overlay_of(view) : LegendOverlay();
}

void ChartPanel::offer_overlay() {
  legend_->set_overlay(overlay_of(view()));
  const bool shown = legend_->overlay() != nullptr && legend_->overlay()->isChecked();
  if (view() == ChartView::tradeoff) tradeoff_->show_chips(shown);
  if (view() == ChartView::accuracy) chart_->show_published(shown);
}

void ChartPanel::show_note() {
  const std::vector<PointResult>& results = controller_->results();
  std::int64_t least = results.empty() ? 0 : results.front().images;
  for (const PointResult& result : results) least = std::min(least, result.images);
  const QString interval = least > 0 ? tr("95 % interval, %n images", nullptr, static_cast<int>(least))
                                           .replace(QString::number(least), count_text(least))
                                     : tr("95 % interval");
  legend_->set_note(view() == ChartView::tradeoff ? tr("Filled: on the Pareto front. Whiskers: %1").arg(interval)
                                                  : tr("Bands: %1").arg(interval));
}

void ChartPanel::show_finding() {
  const bool whole = std::ranges::find(deleted_, true) == deleted_.end();
  const auto saving =
      whole ? range_saving(controller_->spec(), controller_->results(), controller_->costs()) : std::nullopt;
  const std::optional<PointPlace> selected = chart_->selected();
  const auto chips = chip_spread(controller_->spec(), controller_->results(),
                                 selected ? std::optional(selected->place) : std::nullopt, deleted_);
  finding_->setText(saving  ? range_saving_text(*saving)
                    : chips ? chip_spread_text(*chips, controller_->spec())
                            : QString());
  finding_->setVisible(!finding_->text().isEmpty() && (view() == ChartView::accuracy || view() == ChartView::tradeoff));
}

QString ChartPanel::finding() const {
  return finding_->isHidden() ? QString() : finding_->text();
}

void ChartPanel::show_costs() {
  if (plan_pending_) return;  // Costs of the new run belong to its own plan.
  const std::vector<PointCost>& costs = controller_->costs();
  tradeoff_->set_costs(costs);
  std::vector<double> energies;
  energies.reserve(costs.size());
  for (const PointCost& one : costs) energies.push_back(one.cost ? one.cost->uj_per_inference() : 0);
  chart_->set_energies(std::move(energies));
  if (!controller_->spec().points.empty()) {
    const MacroParameters& macro = controller_->spec().points.front().settings.macro;
    tradeoff_->set_precision(macro.weight_bits, macro.activation_bits);
  }
  show_zoomed();  // Other energies may lie elsewhere than the part that was looked at.
  energy_->set_costs(costs);
  show_layers();
  show_finding();
  const auto known = std::find_if(costs.begin(), costs.end(), [](const PointCost& one) { return bool(one.cost); });
  trust_->clear();
  if (known == costs.end()) return;
  const cost::Trust& trust = known->cost->energy_trust;
  trust_->setText(tr("Energies are estimates, good to a factor of %1 (one standard deviation). %2")
                      .arg(QLocale().toString(trust.factor, 'g', 3),
                           QCoreApplication::translate("Trust", std::string(trust.basis).c_str())));
}

void ChartPanel::show_reference() {
  const References references{controller_->reference(), controller_->quantised_reference()};
  chart_->set_references(references);
  tradeoff_->set_references(references);
}

}  // namespace acim::ui
