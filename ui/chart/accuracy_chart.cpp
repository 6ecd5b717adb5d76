#include "ui/chart/accuracy_chart.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QLineSeries>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "ui/chart/card_presence.h"
#include "ui/chart/chart_axes.h"
#include "ui/chart/chart_picture.h"
#include "ui/chart/hover_card.h"
#include "ui/chart/marks.h"
#include "ui/chart/plot_zoom.h"
#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

constexpr QMarginsF kPlotMargins(60, 16, 24, 52);
constexpr double kEmphasised = 2;  ///< times the width of the others

double percent(double fraction) {
  return fraction * 100;
}

/// "−17.97 points": how far an accuracy is above another one.
QString difference_text(const PointResult& one, const PointResult& other) {
  const double difference = percent(one.accuracy() - other.accuracy());
  return AccuracyChart::tr("%1 points")
      .arg((difference < 0 ? QString(QChar(0x2212)) : QStringLiteral("+")) +
           QLocale().toString(std::abs(difference), 'f', 2));
}

}  // namespace

AccuracyChart::AccuracyChart(const Theme* theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      chart_(new QChart),
      view_(new QChartView(chart_, this)),
      x_axis_(new QCategoryAxis(chart_)),
      y_axis_(new QCategoryAxis(chart_)),
      overlay_(new ChartOverlay(theme)),
      card_(new HoverCard(theme, this)),
      zoom_(new PlotZoom(view_->viewport(), theme)),
      presence_(new CardPresence(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Accuracy chart"));
  chart_->setAnimationOptions(QChart::NoAnimation);
  chart_->setBackgroundRoundness(0);
  chart_->setMargins({});
  chart_->legend()->hide();
  chart_->addAxis(x_axis_, Qt::AlignBottom);
  chart_->addAxis(y_axis_, Qt::AlignLeft);
  for (QCategoryAxis* axis : {x_axis_, y_axis_}) {
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setTruncateLabels(false);
  }
  x_axis_->setGridLineVisible(false);
  y_axis_->setLineVisible(false);
  view_->setFrameShape(QFrame::NoFrame);
  // It would take drags for its scene, and the window, which opens files, would get none.
  view_->setAcceptDrops(false);
  view_->viewport()->setAcceptDrops(false);
  view_->setRenderHint(QPainter::Antialiasing);
  view_->setFocusPolicy(Qt::NoFocus);
  view_->setMinimumSize(240, 96);
  view_->viewport()->setMouseTracking(true);
  view_->viewport()->installEventFilter(this);
  view_->scene()->addItem(overlay_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(2, 2, 2, 2);
  layout->addWidget(view_);
  connect(chart_, &QChart::plotAreaChanged, this, &AccuracyChart::place_overlay);
  connect(theme_, &Theme::changed, this, &AccuracyChart::apply_theme);
  connect(presence_, &CardPresence::ended, this, &AccuracyChart::show_card);
  connect(zoom_, &PlotZoom::fit_wanted, this, &AccuracyChart::toggle_fit);
  connect(zoom_, &PlotZoom::all_wanted, this, &AccuracyChart::show_full_range);
  connect(zoom_, &PlotZoom::changed, this, [this] {
    lay_out_axes();
    Q_EMIT range_changed();
  });
  lay_out_axes();
  apply_theme();
}

// What is shown.

void AccuracyChart::set_plan(const ChartPlan& plan) {
  // The same sweep with another knob is looked at as closely as before.
  const bool same_axis = plan.x_label == plan_.x_label && plan.x == plan_.x;
  if (!same_axis) zoom_->show(std::nullopt);
  plan_ = plan;
  results_.assign(plan.x.size() * plan.curves.size(), {});
  energies_.clear();
  hovered_.reset();
  hovered_value_.reset();
  emphasised_.reset();
  selected_.reset();
  show_card();
  make_curves();
  y_low_ = 0;
  y_high_ = 100;
  // "ADC bits, bit" says the same twice.
  const QString own = plan.x_unit == QLatin1String("bit") ? QString() : plan.x_unit;
  const QString title = own.isEmpty() ? plan.x_label : QStringLiteral("%1, %2").arg(plan.x_label, own);
  overlay_->set_titles(plan.logarithmic ? tr("%1 (log)").arg(title) : title, tr("Accuracy, %"));
  lay_out_axes();
  apply_theme();
}

void AccuracyChart::make_curves() {
  for (Curve& curve : curves_) {
    chart_->removeSeries(curve.band);
    chart_->removeSeries(curve.line);
    delete curve.band;
    delete curve.line;
    delete curve.upper;
    delete curve.lower;
  }
  curves_.clear();
  for (std::size_t i = 0; i < plan_.curves.size(); ++i) {
    Curve curve{};
    curve.upper = new QLineSeries(this);
    curve.lower = new QLineSeries(this);
    curve.band = new QAreaSeries(curve.upper, curve.lower);
    curve.line = new QLineSeries;
    curves_.push_back(curve);
  }
  for (Curve& curve : curves_) chart_->addSeries(curve.band);  // All bands lie under all lines.
  for (Curve& curve : curves_) chart_->addSeries(curve.line);
  for (Curve& curve : curves_) {
    for (QAbstractSeries* series : std::initializer_list<QAbstractSeries*>{curve.band, curve.line}) {
      series->attachAxis(x_axis_);
      series->attachAxis(y_axis_);
    }
  }
}

void AccuracyChart::set_styles(std::vector<int> styles) {
  plan_.styles = std::move(styles);
  apply_theme();
  place_overlay();
}

void AccuracyChart::set_pinned(const std::vector<PinnedCurve>& curves) {
  // As in the legend: hidden is what was, as long as it stays pinned, or picked.
  const auto find = [](const std::vector<PinnedCurve>& where, const CurveOfRun& curve) {
    return std::ranges::find(where, curve, &PinnedCurve::curve);
  };
  std::erase_if(pinned_hidden_, [&](const CurveOfRun& hidden) {
    const auto before = find(pinned_, hidden);
    const auto now = find(curves, hidden);
    return now == curves.end() || (before != pinned_.end() && before->pinned != now->pinned);
  });
  pinned_ = curves;
  draw_pinned();
  place_overlay();
}

void AccuracyChart::set_pinned_visible(const CurveOfRun& curve, bool visible) {
  std::erase(pinned_hidden_, curve);
  if (!visible) pinned_hidden_.push_back(curve);
  draw_pinned();
  place_overlay();
}

bool AccuracyChart::is_pinned_visible(const CurveOfRun& curve) const {
  return std::ranges::find(pinned_hidden_, curve) == pinned_hidden_.end();
}

void AccuracyChart::draw_pinned() {
  for (QLineSeries* line : pinned_lines_) {
    chart_->removeSeries(line);
    delete line;
  }
  pinned_lines_.clear();
  if (plan_.empty()) return;
  const Tokens& t = theme_->tokens();
  for (const PinnedCurve& curve : pinned_) {
    if (!is_pinned_visible(curve.curve)) continue;
    auto* line = new QLineSeries;
    line->setName(curve.name);
    for (const PinnedCurve::Point& point : curve.points) {
      if (plan_.logarithmic && point.x <= 0) continue;
      line->append(axis_number(plan_, point.x), percent(point.result.accuracy()));
    }
    SeriesStyle style = t.series_style(curve.style);
    if (!curve.emphasised) style.color.setAlphaF(0.6F);
    line->setPen(curve_pen(style, t.curve_width * (curve.emphasised ? 1.25 : 0.75)));
    chart_->addSeries(line);
    line->attachAxis(x_axis_);
    line->attachAxis(y_axis_);
    pinned_lines_.push_back(line);
  }
}

void AccuracyChart::set_results(const std::vector<PointResult>& results) {
  if (results.size() != plan_.x.size() * plan_.curves.size()) return;
  results_ = results;
  for (std::size_t c = 0; c < curves_.size(); ++c) {
    QList<QPointF> line;
    QList<QPointF> upper;
    QList<QPointF> lower;
    for (std::size_t p = 0; p < plan_.x.size(); ++p) {
      const PointResult& result = results_[plan_.point(c, p)];
      if (result.images == 0) continue;
      const double x = axis_number(plan_, plan_.x[p]);
      const Interval interval = result.interval();
      line << QPointF(x, percent(result.accuracy()));
      upper << QPointF(x, percent(interval.high));
      lower << QPointF(x, percent(interval.low));
    }
    curves_[c].line->replace(line);
    curves_[c].upper->replace(upper);
    curves_[c].lower->replace(lower);
  }
  place_overlay();
}

void AccuracyChart::set_energies(std::vector<double> energies) {
  energies_ = std::move(energies);
  show_card();
}

void AccuracyChart::set_baseline(const std::optional<BaselineCurve>& baseline) {
  baseline_ = baseline;
  show_card();
}

void AccuracyChart::set_references(const References& references) {
  references_ = references;
  place_overlay();
}

void AccuracyChart::set_published(std::vector<PublishedPoint> points, const QString& citation, bool faint) {
  published_faint_ = faint;
  hovered_value_.reset();
  published_ = std::move(points);
  citation_ = citation;
  place_overlay();
}

void AccuracyChart::set_live(const std::optional<LiveMark>& mark) {
  live_ = mark;
  place_live();
}

void AccuracyChart::place_live() {
  const bool on_axis = live_ && plan_.x_names.empty() && !plan_.empty() && live_->x >= std::ranges::min(plan_.x) &&
                       live_->x <= std::ranges::max(plan_.x);
  if (!on_axis) return overlay_->set_live(std::nullopt);
  const auto place = [&](double fraction) {
    return chart_->mapToPosition(QPointF(axis_number(plan_, live_->x), percent(fraction)));
  };
  const Interval interval = live_->result.interval();
  overlay_->set_live(
      ChartOverlay::Live{place(live_->result.accuracy()), place(interval.low).y(), place(interval.high).y()});
}

void AccuracyChart::show_published(bool shown) {
  published_shown_ = shown;
  place_overlay();
}

void AccuracyChart::set_curve_visible(std::size_t curve, bool visible) {
  if (curve >= curves_.size()) return;
  curves_[curve].visible = visible;
  curves_[curve].line->setVisible(visible);
  curves_[curve].band->setVisible(visible);
  place_overlay();
}

std::vector<QPointF> AccuracyChart::curve_points(std::size_t curve) const {
  std::vector<QPointF> points;
  if (curve >= curves_.size()) return points;
  for (const QPointF& point : curves_[curve].line->points()) {
    points.emplace_back(plan_.logarithmic ? std::pow(10, point.x()) : point.x(), point.y());
  }
  return points;
}

// Axes.

void AccuracyChart::set_axis(QCategoryAxis* axis, const AxisLayout& layout) {
  for (const QString& label : axis->categoriesLabels()) axis->remove(label);
  axis->setRange(layout.minimum, layout.maximum);
  axis->setStartValue(layout.minimum);
  for (std::size_t i = 0; i < layout.ticks.size(); ++i) axis->append(layout.labels[i], layout.ticks[i]);
  axis->setRange(layout.minimum, layout.maximum);
}

void AccuracyChart::lay_out_axes() {
  constexpr double kLeastAccuracies = 0.2;  // points
  AxisLayout x = x_axis_of(plan_);
  AxisLayout y = y_low_ <= 0 && y_high_ >= 100 ? accuracy_axis(0, 100) : accuracy_axis(y_low_, y_high_);
  zoom_->hold_x(!plan_.x_names.empty() || plan_.x.size() < 2);
  zoom_->set_home({x.range(), y.range()}, {x.range(), {0, 100}},
                  plan_.integers && !plan_.logarithmic ? 1.5 : x.range().span() / 200, kLeastAccuracies);
  if (const auto& shown = zoom_->shown()) {
    if (shown->x != x.range()) {
      x = plan_.logarithmic ? logarithmic_axis(shown->x) : linear_axis(shown->x, plan_.integers);
    }
    y = linear_axis(shown->y, false);
  }
  set_axis(x_axis_, x);
  x_axis_->setGridLineVisible(plan_.logarithmic);
  set_axis(y_axis_, y);
  place_overlay();
}

bool AccuracyChart::is_zoomed() const {
  return zoom_->shown().has_value();
}

void AccuracyChart::fit() {
  double low = 100;
  double high = 0;
  for (std::size_t i = 0; i < results_.size(); ++i) {
    if (results_[i].images == 0 || !curves_[i / plan_.x.size()].visible) continue;
    low = std::min(low, percent(results_[i].interval().low));
    high = std::max(high, percent(results_[i].interval().high));
  }
  if (references_.in_float.images > 0) high = std::max(high, percent(references_.in_float.accuracy()));
  if (low > high) return show_full_range();
  zoom_->show(std::nullopt);
  y_low_ = low;
  y_high_ = high;
  lay_out_axes();
  Q_EMIT range_changed();
}

void AccuracyChart::show_full_range() {
  zoom_->show(std::nullopt);
  y_low_ = 0;
  y_high_ = 100;
  lay_out_axes();
  Q_EMIT range_changed();
}

void AccuracyChart::toggle_fit() {
  if (is_zoomed() || (y_low_ <= 0 && y_high_ >= 100)) {
    fit();
  } else {
    show_full_range();
  }
}

void AccuracyChart::apply_theme() {
  const Tokens& t = theme_->tokens();
  chart_->setBackgroundBrush(t.panel);
  chart_->setBackgroundPen(Qt::NoPen);
  view_->setBackgroundBrush(t.panel);
  for (QCategoryAxis* axis : {x_axis_, y_axis_}) {
    axis->setLabelsFont(theme_->font(TextRole::small));
    axis->setLabelsColor(t.text2);
    axis->setLinePen(QPen(t.axis, 1));
    axis->setGridLinePen(QPen(t.grid, 1));
  }
  for (std::size_t i = 0; i < curves_.size(); ++i) {
    const SeriesStyle style = t.series_style(plan_.style(i));
    curves_[i].line->setPen(curve_pen(style, t.curve_width * (emphasised_ == i ? kEmphasised : 1)));
    QColor fill = style.color;
    fill.setAlphaF(static_cast<float>(t.band_opacity));
    curves_[i].band->setBrush(fill);
    curves_[i].band->setPen(Qt::NoPen);
  }
  draw_pinned();
  overlay_->update();
  update();
}

// Overlay.

QPointF AccuracyChart::position_of(PointPlace point) const {
  const PointResult* result = result_of(point);
  return result == nullptr ? QPointF() : chart_->mapToPosition(number_of(point));
}

QPointF AccuracyChart::number_of(PointPlace point) const {
  return {axis_number(plan_, plan_.x[point.place]), percent(result_of(point)->accuracy())};
}

QPointF AccuracyChart::place_of(PointPlace point) const {
  return position_of(point) + view_->mapTo(this, QPointF(0, 0));
}

const PointResult* AccuracyChart::result_of(PointPlace point) const {
  if (point.curve >= plan_.curves.size() || point.place >= plan_.x.size()) return nullptr;
  const PointResult& result = results_[plan_.point(point.curve, point.place)];
  return result.images > 0 ? &result : nullptr;
}

const PointResult* AccuracyChart::baseline_at(PointPlace point) const {
  if (!baseline_) return nullptr;
  if (baseline_->own) return point.curve == *baseline_->own ? nullptr : result_of({*baseline_->own, point.place});
  const auto same = std::ranges::find(baseline_->x_texts, plan_.x_texts[point.place]);
  if (same == baseline_->x_texts.end()) return nullptr;
  const PointResult& result = baseline_->results[static_cast<std::size_t>(same - baseline_->x_texts.begin())];
  return result.images > 0 ? &result : nullptr;
}

void AccuracyChart::place_overlay() {
  overlay_->set_area(QRectF(QPointF(0, 0), chart_->size()), chart_->plotArea());
  std::vector<ChartOverlay::Mark> marks;
  for (std::size_t c = 0; c < curves_.size(); ++c) {
    if (!curves_[c].visible) continue;
    for (std::size_t p = 0; p < plan_.x.size(); ++p) {
      const PointResult* result = result_of({c, p});
      if (result == nullptr) continue;
      const double x = axis_number(plan_, plan_.x[p]);
      const Interval interval = result->interval();
      marks.push_back({{c, p},
                       position_of({c, p}),
                       chart_->mapToPosition(QPointF(x, percent(interval.low))).y(),
                       chart_->mapToPosition(QPointF(x, percent(interval.high))).y(),
                       plan_.style(c)});
    }
  }
  overlay_->set_marks(std::move(marks));
  std::vector<PlacedReference> references;
  if (!plan_.empty()) {
    const auto y_of = [this](double accuracy) { return chart_->mapToPosition(QPointF(0, accuracy)).y(); };
    for (const ReferenceLine& line : reference_lines(references_)) references.push_back({y_of(line.percent), line});
    const double chance = 1.0 / std::max(1, plan_.classes);
    const QString words = tr("chance %1").arg(percent_text(chance, plan_.classes > 50 ? 1 : 0));
    references.push_back({y_of(percent(chance)), {percent(chance), words, LineDash::dotted, false}});
  }
  overlay_->set_references(std::move(references));
  std::vector<ChartOverlay::Published> printed;
  for (std::size_t i = 0; i < published_.size(); ++i) {
    const PublishedPoint& one = published_[i];
    const bool on_axis = !plan_.logarithmic || one.x > 0;
    if (!published_shown_ || !on_axis || one.curve >= curves_.size() || !curves_[one.curve].visible) continue;
    printed.push_back({chart_->mapToPosition(QPointF(axis_number(plan_, one.x), one.percent)), plan_.style(one.curve),
                       published_faint_, i});
  }
  overlay_->set_published(std::move(printed));
  std::vector<ChartOverlay::Mark> pinned;
  for (const PinnedCurve& curve : pinned_) {
    if (!is_pinned_visible(curve.curve)) continue;
    for (const PinnedCurve::Point& point : curve.points) {
      if (plan_.empty() || (plan_.logarithmic && point.x <= 0)) continue;
      const QPointF number(axis_number(plan_, point.x), percent(point.result.accuracy()));
      pinned.push_back({{}, chart_->mapToPosition(number), 0, 0, curve.style});
    }
  }
  overlay_->set_pinned(std::move(pinned));
  overlay_->set_selected(selected_);
  place_live();
  show_card();
}

void AccuracyChart::show_printed_card(const ChartOverlay::Published& value) {
  const PublishedPoint& one = published_[value.index];
  const QString number = QLocale().toString(one.x, 'g', 6);
  HoverCard::Content content;
  content.printed = true;
  content.style = value.style;
  content.title = one.source;
  content.rows.emplace_back(tr("Accuracy"), percent_text(one.percent / 100));
  if (!plan_.family_label.isEmpty()) content.rows.emplace_back(plan_.family_label, plan_.curves[one.curve]);
  content.rows.emplace_back(plan_.x_label,
                            plan_.x_unit.isEmpty() ? number : QStringLiteral("%1 %2").arg(number, plan_.x_unit));
  content.note = citation_;
  card_->set_content(content);
  overlay_->set_guide(value.center.x());
  const QPointF offset = view_->mapTo(this, QPoint(0, 0));
  card_->show_beside(value.center + offset, chart_->plotArea().translated(offset).adjusted(0, -8, 16, 40));
}

const ChartOverlay::Published* AccuracyChart::told_value() const {
  const auto& drawn = overlay_->published();
  const auto found = std::ranges::find(drawn, hovered_value_, [](const auto& one) { return std::optional(one.index); });
  return found == drawn.end() || !overlay_->shows(found->center) ? nullptr : &*found;
}

void AccuracyChart::show_card() {
  if (const auto* value = presence_->at_hovered() ? told_value() : nullptr) return show_printed_card(*value);
  std::optional<PointPlace> point;
  if (hasFocus() && presence_->at_selected()) point = selected_;
  if (hovered_ && presence_->at_hovered()) point = hovered_;
  const PointResult* result = point && curves_[point->curve].visible ? result_of(*point) : nullptr;
  if (result == nullptr || !overlay_->shows(position_of(*point))) {
    overlay_->set_guide(std::nullopt);
    card_->hide();
    return;
  }
  HoverCard::Content content;
  content.style = plan_.style(point->curve);
  content.title = plan_.title(point->curve, point->place);
  const Interval interval = result->interval();
  content.rows.emplace_back(tr("Accuracy"), percent_text(result->accuracy()));
  content.rows.emplace_back(
      tr("95 % interval"),
      QStringLiteral("%1 … %2").arg(QLocale().toString(percent(interval.low), 'f', 2), percent_text(interval.high)));
  content.rows.emplace_back(tr("Correct"), tr("%1 of %2").arg(count_text(result->correct), count_text(result->images)));
  if (references_.in_float.images > 0) {
    content.rows.emplace_back(tr("Against float"), difference_text(*result, references_.in_float));
  }
  if (const PointResult* baseline = baseline_at(*point)) {
    content.rows.emplace_back(tr("Against the baseline"), difference_text(*result, *baseline));
  }
  const std::size_t index = plan_.point(point->curve, point->place);
  if (index < energies_.size() && energies_[index] > 0) {
    content.rows.emplace_back(tr("Energy per inference"), energy_text(energies_[index]));
  }
  for (const PublishedPoint& one : published_) {
    if (!published_shown_ || one.curve != point->curve || one.x != plan_.x[point->place]) continue;
    content.rows.emplace_back(one.source, percent_text(one.percent / 100));
    content.note = citation_;
  }
  content.footer =
      hovered_ && hovered_ != selected_ ? tr("Click selects this point") : tr("Arrow keys move the selection");
  card_->set_content(content);
  const QPointF place = position_of(*point);
  overlay_->set_guide(place.x());
  const QPointF offset = view_->mapTo(this, QPoint(0, 0));
  card_->show_beside(place + offset, chart_->plotArea().translated(offset).adjusted(0, -8, 16, 40));
}

void AccuracyChart::select(std::optional<PointPlace> point) {
  if (selected_ == point) return;
  selected_ = point;
  overlay_->set_selected(selected_);
  show_card();
  if (const PointResult* result = point ? result_of(*point) : nullptr) {
    setAccessibleDescription(tr("%1, %2: %3 of %4 images")
                                 .arg(plan_.curves[point->curve], plan_.x_texts[point->place],
                                      percent_text(result->accuracy()), count_text(result->images)));
  }
  Q_EMIT point_selected();
}

std::optional<PointPlace> AccuracyChart::nearest(QPointF position, double reach) const {
  std::optional<PointPlace> best;
  double best_distance = reach;
  for (const ChartOverlay::Mark& mark : overlay_->marks()) {
    if (!overlay_->shows(mark.center)) continue;
    const double distance = std::hypot(mark.center.x() - position.x(), mark.center.y() - position.y());
    if (distance > best_distance) continue;
    best_distance = distance;
    best = mark.point;
  }
  return best;
}

void AccuracyChart::hover(std::optional<PointPlace> point, std::optional<std::size_t> printed) {
  if (point == hovered_ && printed == hovered_value_) return;
  hovered_value_ = printed;
  const bool other_point = std::exchange(hovered_, point) != point;
  presence_->note_point();
  view_->viewport()->setCursor(point ? Qt::PointingHandCursor : Qt::ArrowCursor);
  show_card();
  if (other_point) Q_EMIT point_hovered();
}

/// What is nearer has its card: a point that lies on a printed value tells that, too.
void AccuracyChart::hover_at(QPointF position) {
  constexpr double kReach = 18;
  constexpr double kReachOfValue = 15;  // Half its width and a little.
  const std::optional<PointPlace> point = nearest(position, kReach);
  const auto away = [position](QPointF center) {
    return std::hypot(center.x() - position.x(), center.y() - position.y());
  };
  double least = point ? away(position_of(*point)) : kReachOfValue;
  std::optional<std::size_t> printed;
  for (const ChartOverlay::Published& one : overlay_->published()) {
    if (!overlay_->shows(one.center) || away(one.center) >= std::min(least, kReachOfValue)) continue;
    least = away(one.center);
    printed = one.index;
  }
  hover(printed ? std::nullopt : point, printed);
}

bool AccuracyChart::take_printed_key(int key) {
  if (key == Qt::Key_Escape && hovered_value_) {
    hover(std::nullopt);
    return true;
  }
  const bool next = key == Qt::Key_PageDown;
  const auto& drawn = overlay_->published();
  if (drawn.empty() || (!next && key != Qt::Key_PageUp)) return false;
  const auto now = std::ranges::find(drawn, hovered_value_, [](const auto& one) { return std::optional(one.index); });
  const auto last = std::prev(drawn.end());
  auto to = next ? drawn.begin() : last;
  if (now != drawn.end()) to = next ? std::min(now + 1, last) : std::max(now, drawn.begin() + 1) - 1;
  hover(std::nullopt, to->index);
  setAccessibleDescription(card_->accessibleName());
  return true;
}

void AccuracyChart::emphasise(std::optional<std::size_t> curve) {
  if (emphasised_ == curve) return;
  emphasised_ = curve;
  const Tokens& t = theme_->tokens();
  for (std::size_t i = 0; i < curves_.size(); ++i) {
    const SeriesStyle style = t.series_style(plan_.style(i));
    curves_[i].line->setPen(curve_pen(style, t.curve_width * (emphasised_ == i ? kEmphasised : 1)));
  }
}

// Input.

bool AccuracyChart::eventFilter(QObject* watched, QEvent* event) {
  const bool press = event->type() == QEvent::MouseButtonPress;
  std::optional<PointPlace> pressed;
  if (press) {
    presence_->note_click();
    setFocus(Qt::MouseFocusReason);
    pressed = nearest(static_cast<QMouseEvent*>(event)->position(), 18);
  }
  if ((!plan_.empty() || zoom_->is_dragging()) && zoom_->take(event, !pressed)) {
    hover(std::nullopt);
    if (press) show_card();
    return true;
  }
  switch (event->type()) {
    case QEvent::Resize:
      QTimer::singleShot(0, this, &AccuracyChart::place_plot_area);
      break;
    case QEvent::MouseMove:
      hover_at(static_cast<QMouseEvent*>(event)->position());
      break;
    case QEvent::Leave:
      hover(std::nullopt);
      break;
    case QEvent::MouseButtonPress:
      if (pressed) select(pressed);
      show_card();
      return true;
    default:
      break;
  }
  return QWidget::eventFilter(watched, event);
}

void AccuracyChart::move_selection(int along, int across) {
  hovered_value_.reset();
  if (plan_.empty()) return;
  if (!selected_) {
    const auto shown = std::ranges::find(curves_, true, &Curve::visible);
    const auto curve = static_cast<std::size_t>(shown - curves_.begin());
    for (std::size_t p = 0; p < plan_.x.size(); ++p) {
      if (result_of({curve, p}) != nullptr) return select(PointPlace{curve, p});
    }
    return;
  }
  const auto wrap = [](std::size_t value, int step, std::size_t count) {
    const auto moved = static_cast<std::ptrdiff_t>(value) + step;
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(moved, 0, static_cast<std::ptrdiff_t>(count) - 1));
  };
  const std::size_t curve = next_curve(selected_->curve, across, plan_.curves.size(),
                                       [this](std::size_t one) { return curves_[one].visible; });
  select(PointPlace{curve, wrap(selected_->place, along, plan_.x.size())});
  if (result_of(*selected_) != nullptr) zoom_->reveal(number_of(*selected_));
}

void AccuracyChart::keyPressEvent(QKeyEvent* event) {
  const bool seen = selected_ && result_of(*selected_) != nullptr && overlay_->shows(position_of(*selected_));
  if (!plan_.empty() && zoom_->take_key(*event, seen ? std::optional(number_of(*selected_)) : std::nullopt)) return;
  if (take_printed_key(event->key())) return;
  presence_->note_key(event->key());
  switch (event->key()) {
    case Qt::Key_Left:
      move_selection(-1, 0);
      break;
    case Qt::Key_Right:
      move_selection(1, 0);
      break;
    case Qt::Key_Up:
      move_selection(0, -1);
      break;
    case Qt::Key_Down:
      move_selection(0, 1);
      break;
    case Qt::Key_Home:
      move_selection(-1000000, 0);
      break;
    case Qt::Key_End:
      move_selection(1000000, 0);
      break;
    case Qt::Key_Escape:
      if (!selected_) return QWidget::keyPressEvent(event);
      select(std::nullopt);
      break;
    default:
      QWidget::keyPressEvent(event);
  }
}

void AccuracyChart::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  layout()->activate();
  place_plot_area();
}

void AccuracyChart::place_plot_area() {
  const QSizeF size = view_->viewport()->size();
  chart_->resize(size);
  chart_->setPlotArea(QRectF(QPointF(0, 0), size).marginsRemoved(kPlotMargins));
  zoom_->set_area(chart_->plotArea());
  // Axes and series move together only when the layout runs now; left to the event loop, a second resize may find it
  // done.
  chart_->layout()->invalidate();
  chart_->layout()->activate();
  place_overlay();
}

void AccuracyChart::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  place_overlay();
}

void AccuracyChart::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  // After a click the ring would only frame what was clicked.
  ring_shown_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  if (ring_shown_) presence_->note_keys();
  show_card();
  update();
}

void AccuracyChart::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  // Behind another window or a menu it waits to be read on.
  const bool leaves = event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason;
  if (leaves) hovered_value_.reset();
  show_card();
  update();
}

void AccuracyChart::paintEvent(QPaintEvent*) {
  if (!hasFocus() || !ring_shown_) return;
  QPainter painter(this);
  paint_focus_ring(painter, rect(), *theme_);
}

QImage AccuracyChart::picture(double scale) const {
  return chart_picture(size(), scale, theme_->tokens().panel, [this](QPainter& painter) { paint_on(painter); });
}

void AccuracyChart::paint_on(QPainter& painter) const {
  const bool card = card_->isVisible();
  card_->hide();
  const auto live = overlay_->live();
  overlay_->set_live(std::nullopt);
  view_->render(&painter, QRectF(QPointF(0, 0), size()), view_->viewport()->rect());
  overlay_->set_live(live);
  card_->setVisible(card);
}

void AccuracyChart::show_as(const AccuracyChart& other) {
  set_plan(other.plan_);
  set_published(other.published_, other.citation_, other.published_faint_);
  show_published(other.published_shown_);
  pinned_hidden_ = other.pinned_hidden_;
  set_pinned(other.pinned_);
  set_references(other.references_);
  set_results(other.results_);
  for (std::size_t curve = 0; curve < other.curves_.size(); ++curve)
    set_curve_visible(curve, other.curves_[curve].visible);
  y_low_ = other.y_low_;
  y_high_ = other.y_high_;
  zoom_->show(other.zoom_->shown());
  layout()->activate();
  place_plot_area();
  lay_out_axes();
}

}  // namespace acim::ui
