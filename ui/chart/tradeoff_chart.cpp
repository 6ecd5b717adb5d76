#include "ui/chart/tradeoff_chart.h"

#include <QKeyEvent>
#include <QLineF>
#include <QLocale>
#include <QMouseEvent>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "cost/pareto_front.h"
#include "ui/chart/card_presence.h"
#include "ui/chart/hover_card.h"
#include "ui/chart/marks.h"
#include "ui/chart/plot_zoom.h"
#include "ui/model/parameter_text.h"
#include "ui/model/phrase_text.h"

namespace acim::ui {

namespace {

constexpr QMarginsF kPlotMargins(62, 18, 26, 54);
constexpr double kRugHeight = 32;  ///< of the published chips and their caption
constexpr double kReach = 18;      ///< px from which a point is picked

double percent(double fraction) {
  return fraction * 100;
}

}  // namespace

TradeoffChart::TradeoffChart(const Theme* theme, QWidget* parent)
    : PaintedChart(theme, parent),
      card_(new HoverCard(theme, this)),
      zoom_(new PlotZoom(this, theme)),
      presence_(new CardPresence(this)) {
  setMinimumSize(240, 96);
  setAccessibleName(tr("Trade-off chart: accuracy against energy per inference"));
  connect(presence_, &CardPresence::ended, this, &TradeoffChart::show_card);
  connect(zoom_, &PlotZoom::fit_wanted, this, &TradeoffChart::toggle_fit);
  connect(zoom_, &PlotZoom::all_wanted, this, &TradeoffChart::show_full_range);
  connect(zoom_, &PlotZoom::changed, this, [this] {
    lay_out();
    Q_EMIT range_changed();
  });
  TradeoffChart::lay_out();
}

// What is shown.

void TradeoffChart::set_styles(std::vector<int> styles) {
  plan_.styles = std::move(styles);
  update();
}

void TradeoffChart::set_plan(const ChartPlan& plan) {
  // The same sweep with another knob is looked at as closely as before.
  const bool same_sweep = plan.x_label == plan_.x_label && plan.x == plan_.x;
  if (!same_sweep) zoom_->show(std::nullopt);
  plan_ = plan;
  costs_.clear();
  results_.clear();
  visible_.assign(plan.curves.size(), true);
  selected_.reset();
  hovered_.reset();
  emphasised_.reset();
  y_low_ = 0;
  y_high_ = 100;
  lay_out();
  gather();
}

void TradeoffChart::show_as(const TradeoffChart& other) {
  set_plan(other.plan_);
  chip_energies_ = other.chip_energies_;
  chips_shown_ = other.chips_shown_;
  visible_ = other.visible_;
  references_ = other.references_;
  results_ = other.results_;
  y_low_ = other.y_low_;
  y_high_ = other.y_high_;
  zoom_->show(other.zoom_->shown());
  set_costs(other.costs_);
}

void TradeoffChart::set_costs(const std::vector<PointCost>& costs) {
  costs_ = costs;
  gather();
  lay_out();
}

void TradeoffChart::set_precision(int weight_bits, int activation_bits) {
  chip_energies_.clear();
  const auto known = std::find_if(costs_.begin(), costs_.end(), [](const PointCost& one) { return bool(one.cost); });
  if (known != costs_.end()) {
    chip_energies_ =
        chip_energies(cost::built_in_presets(), static_cast<double>(known->cost->macs), weight_bits, activation_bits);
  }
  lay_out();
}

void TradeoffChart::show_chips(bool shown) {
  chips_shown_ = shown;
  lay_out();
}

/// A rug over the axes, at energies alone: no accuracy is known of them. In two rows, so that marks do not hide each
/// other.
void TradeoffChart::lay_out_chips() {
  constexpr double kLowest = 8;
  constexpr double kRow = 12;
  constexpr double kApart = 13;
  constexpr std::size_t kRows = 2;
  chips_.clear();
  hovered_chip_.reset();
  if (!chips_shown_ || frame_.x.ticks.empty()) return;
  std::vector<double> row_ends(kRows, -kApart);
  for (const ChipEnergy& energy : chip_energies_) {
    const double x = frame_.x_at(std::log10(energy.uj));
    if (x < frame_.area.left() || x > frame_.area.right()) continue;
    const auto row = std::min_element(row_ends.begin(), row_ends.end(), [&](double a, double b) {
      return (a + kApart > x ? a : -1) < (b + kApart > x ? b : -1);
    });
    *row = x;
    chips_.push_back({energy, {x, frame_.area.top() - kLowest - kRow * static_cast<double>(row - row_ends.begin())}});
  }
}

void TradeoffChart::set_results(const std::vector<PointResult>& results) {
  results_ = results;
  gather();
}

void TradeoffChart::set_references(const References& references) {
  references_ = references;
  show_card();
  update();
}

void TradeoffChart::set_live(const std::optional<LiveMark>& mark) {
  live_ = mark;
  update();
}

void TradeoffChart::set_curve_visible(std::size_t curve, bool visible) {
  if (curve >= visible_.size()) return;
  visible_[curve] = visible;
  gather();
}

void TradeoffChart::gather() {
  drawn_.clear();
  front_.clear();
  const std::size_t points = plan_.x.size() * plan_.curves.size();
  if (costs_.size() == points && results_.size() == points) {
    for (std::size_t i = 0; i < points; ++i) {
      const PointPlace point{i / plan_.x.size(), i % plan_.x.size()};
      if (!costs_[i].cost || results_[i].images == 0 || !visible_[point.curve]) continue;
      drawn_.push_back(
          {point, costs_[i].cost->uj_per_inference(), percent(results_[i].accuracy()), results_[i].interval(), false});
    }
    std::vector<cost::CostAndAccuracy> pairs;
    pairs.reserve(drawn_.size());
    for (const Drawn& one : drawn_) pairs.push_back({one.uj, one.percent});
    front_ = cost::pareto_front(pairs);
    for (const std::size_t place : front_) drawn_[place].on_front = true;
  }
  show_card();
  update();
}

void TradeoffChart::lay_out() {
  frame_.area = QRectF(rect()).marginsRemoved(kPlotMargins);
  if (chips_shown_) frame_.area.setTop(frame_.area.top() + kRugHeight);
  frame_.y = y_low_ <= 0 && y_high_ >= 100 ? accuracy_axis(0, 100) : accuracy_axis(y_low_, y_high_);
  frame_.y_title = tr("Accuracy, %");
  frame_.x_title = tr("Energy per inference, µJ (log)");
  frame_.vertical_grid = true;
  double low = 0;
  double high = 0;
  for (const PointCost& one : costs_) {
    if (!one.cost) continue;
    const double uj = one.cost->uj_per_inference();
    low = low > 0 ? std::min(low, uj) : uj;
    high = std::max(high, uj);
  }
  frame_.x = low > 0 ? energy_axis(low, high) : AxisLayout{};
  lay_out_zoom(low > 0);
  frame_.minor_x = low > 0 ? minor_ticks(frame_.x) : std::vector<double>{};
  lay_out_chips();
  show_card();
  update();
}

/// After the whole axes are there.
void TradeoffChart::lay_out_zoom(bool known) {
  constexpr double kLeastAccuracies = 0.2;  // points
  constexpr double kLeastDecades = 0.02;
  zoom_->set_area(frame_.area);
  if (!known) return;  // Costs come in a moment; what is zoomed waits for them.
  zoom_->set_home({frame_.x.range(), frame_.y.range()}, {frame_.x.range(), {0, 100}}, kLeastDecades, kLeastAccuracies);
  if (const auto& shown = zoom_->shown()) {
    frame_.x = logarithmic_axis(shown->x);
    frame_.y = linear_axis(shown->y, false);
  }
}

bool TradeoffChart::is_zoomed() const {
  return zoom_->shown().has_value();
}

bool TradeoffChart::shows(QPointF center) const {
  return frame_.area.adjusted(-1, -1, 1, 1).contains(center);
}

double TradeoffChart::held_y(double percent) const {
  return std::clamp(frame_.y_at(percent), frame_.area.top(), std::max(frame_.area.top(), frame_.area.bottom()));
}

void TradeoffChart::fit() {
  double low = 100;
  double high = 0;
  for (const Drawn& one : drawn_) {
    low = std::min(low, percent(one.interval.low));
    high = std::max(high, percent(one.interval.high));
  }
  if (low > high) return show_full_range();
  if (references_.in_float.images > 0) high = std::max(high, percent(references_.in_float.accuracy()));
  zoom_->show(std::nullopt);
  y_low_ = low;
  y_high_ = high;
  lay_out();
  Q_EMIT range_changed();
}

void TradeoffChart::show_full_range() {
  zoom_->show(std::nullopt);
  y_low_ = 0;
  y_high_ = 100;
  lay_out();
  Q_EMIT range_changed();
}

void TradeoffChart::toggle_fit() {
  if (is_zoomed() || (y_low_ <= 0 && y_high_ >= 100)) return fit();
  show_full_range();
}

QPointF TradeoffChart::place_of(const Drawn& drawn) const {
  return {frame_.x_at(std::log10(drawn.uj)), frame_.y_at(drawn.percent)};
}

const TradeoffChart::Drawn* TradeoffChart::find(std::optional<PointPlace> point) const {
  if (!point) return nullptr;
  const auto found = std::find_if(drawn_.begin(), drawn_.end(), [&](const Drawn& one) { return one.point == *point; });
  return found == drawn_.end() ? nullptr : &*found;
}

// Selection.

void TradeoffChart::select(std::optional<PointPlace> point) {
  if (selected_ == point) return;
  selected_ = point;
  say_selected();
  show_card();
  update();
  Q_EMIT point_selected();
}

void TradeoffChart::emphasise(std::optional<std::size_t> curve) {
  if (emphasised_ == curve) return;
  emphasised_ = curve;
  update();
}

void TradeoffChart::say_selected() {
  const Drawn* one = find(selected_);
  if (one == nullptr) return;
  const QString said =
      tr("%1: %2, %3 per inference")
          .arg(plan_.title(one->point.curve, one->point.place), percent_text(one->percent / 100), energy_text(one->uj));
  setAccessibleDescription(one->on_front ? tr("%1, on the Pareto front").arg(said) : said);
}

void TradeoffChart::show_chip_card() {
  const Chip& chip = chips_[*hovered_chip_];
  const cost::Preset& preset = *chip.energy.preset;
  HoverCard::Content content;
  content.chip = true;
  content.title = QString::fromStdString(preset.name);
  content.rows.emplace_back(tr("Energy for this network"), energy_text(chip.energy.uj));
  content.rows.emplace_back(tr("Reported, single bits"),
                            tr("%1 TOPS/W").arg(QLocale().toString(*preset.reported_tops_per_watt_1b, 'g', 4)));
  content.rows.emplace_back(tr("Node"), tr("%1 nm").arg(QLocale().toString(preset.node_nm, 'g', 4)));
  content.note =
      tr("%1. Its figures are from %2. The macro alone, at this network's operations and bits; its accuracy on this "
         "network is not known.")
          .arg(QString::fromStdString(preset.citation), trust_text(preset));
  card_->set_content(content);
  card_->show_beside(chip.center, frame_.area.adjusted(0, -8, 16, 40));
}

void TradeoffChart::show_card() {
  if (hovered_chip_ && isVisible()) return show_chip_card();
  std::optional<PointPlace> point;
  if (hasFocus() && presence_->at_selected()) point = selected_;
  if (hovered_ && presence_->at_hovered()) point = hovered_;
  const Drawn* one = find(point);
  if (one == nullptr || !isVisible() || !shows(place_of(*one))) {
    card_->hide();
    return;
  }
  const cost::NetworkCost& cost = *costs_[plan_.point(one->point.curve, one->point.place)].cost;
  HoverCard::Content content;
  content.style = plan_.style(one->point.curve);
  content.title = plan_.title(one->point.curve, one->point.place);
  content.rows.emplace_back(tr("Accuracy"), accuracy_text(one->percent / 100, one->interval) + QStringLiteral(" %"));
  content.rows.emplace_back(tr("Energy per inference"), energy_text(one->uj));
  const double band = cost.energy_trust.factor;
  content.rows.emplace_back(tr("Band of energy"),
                            QStringLiteral("%1 … %2").arg(energy_number(one->uj / band), energy_text(one->uj * band)));
  content.rows.emplace_back(tr("Efficiency"), tr("%1 TOPS/W").arg(energy_number(cost.tops_per_watt())));
  content.rows.emplace_back(tr("On the Pareto front"), one->on_front ? tr("yes") : tr("no"));
  content.footer =
      hovered_ && hovered_ != selected_ ? tr("Click selects this point") : tr("Arrow keys move the selection");
  card_->set_content(content);
  card_->show_beside(place_of(*one), frame_.area.adjusted(0, -8, 16, 40));
}

std::optional<PointPlace> TradeoffChart::nearest(QPointF position) const {
  std::optional<PointPlace> best;
  double best_distance = kReach;
  for (const Drawn& one : drawn_) {
    if (!shows(place_of(one))) continue;
    const QPointF apart = place_of(one) - position;
    const double distance = std::hypot(apart.x(), apart.y());
    if (distance > best_distance) continue;
    best_distance = distance;
    best = one.point;
  }
  return best;
}

void TradeoffChart::leave_chip() {
  if (!hovered_chip_) return;
  hovered_chip_.reset();
  show_card();
  update();
}

void TradeoffChart::move_selection(int along, int across) {
  leave_chip();
  if (drawn_.empty()) return;
  if (find(selected_) == nullptr) return select(drawn_.front().point);
  const auto moved = [](std::size_t value, int step, std::size_t count) {
    const auto to = static_cast<std::ptrdiff_t>(value) + step;
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, static_cast<std::ptrdiff_t>(count) - 1));
  };
  const PointPlace to{
      next_curve(selected_->curve, across, plan_.curves.size(), [this](std::size_t one) { return visible_[one]; }),
      moved(selected_->place, along, plan_.x.size())};
  const Drawn* one = find(to);
  if (one == nullptr) return;
  select(to);
  zoom_->reveal({std::log10(one->uj), one->percent});
}

// Input.

bool TradeoffChart::drop_selection() {
  if (!selected_) return false;
  select(std::nullopt);
  return true;
}

void TradeoffChart::pick_at(QPointF position) {
  presence_->note_click();
  if (const auto point = nearest(position)) select(point);
  show_card();
}

void TradeoffChart::point_at(QPointF position) {
  const std::optional<PointPlace> point = nearest(position);
  std::optional<std::size_t> chip;
  for (std::size_t i = 0; i < chips_.size() && !point; ++i) {
    if (QLineF(chips_[i].center, position).length() < 8) chip = i;
  }
  if (point == hovered_ && chip == hovered_chip_) return;
  hovered_ = point;
  hovered_chip_ = chip;
  presence_->note_point();
  setCursor(point ? Qt::PointingHandCursor : Qt::ArrowCursor);
  show_card();
  update();
  Q_EMIT point_hovered();
}

void TradeoffChart::point_at_nothing() {
  if (!hovered_ && !hovered_chip_) return;
  hovered_.reset();
  hovered_chip_.reset();
  presence_->note_point();
  show_card();
  update();
  Q_EMIT point_hovered();
}

void TradeoffChart::focus_changed() {
  if (hasFocus() && ring_shown()) presence_->note_keys();
  if (!hasFocus()) leave_chip();
  show_card();
}

bool TradeoffChart::event(QEvent* event) {
  const bool press = event->type() == QEvent::MouseButtonPress;
  const bool is_free = !press || !nearest(static_cast<QMouseEvent*>(event)->position());
  // Other events come before there is a zoom.
  const bool of_mouse = event->isSinglePointEvent();
  if (of_mouse && (!drawn_.empty() || zoom_->is_dragging()) && zoom_->take(event, is_free)) {
    if (press) presence_->note_click();
    if (press) setFocus(Qt::MouseFocusReason);
    point_at_nothing();
    if (press) show_card();
    event->accept();
    return true;
  }
  return PaintedChart::event(event);
}

bool TradeoffChart::take_chip_key(int key) {
  const bool next = key == Qt::Key_PageDown;
  if (key == Qt::Key_Escape && hovered_chip_) {
    point_at_nothing();
    return true;
  }
  if (chips_.empty() || (!next && key != Qt::Key_PageUp)) return false;
  const std::size_t last = chips_.size() - 1;
  const bool pointed = hovered_.has_value();
  hovered_.reset();
  hovered_chip_ = !hovered_chip_ ? (next ? 0 : last)
                  : next         ? std::min(*hovered_chip_ + 1, last)
                                 : *hovered_chip_ - (*hovered_chip_ > 0 ? 1 : 0);
  show_card();
  setAccessibleDescription(card_->accessibleName());
  update();
  if (pointed) Q_EMIT point_hovered();
  return true;
}

void TradeoffChart::keyPressEvent(QKeyEvent* event) {
  const Drawn* one = find(selected_);
  const bool seen = one != nullptr && shows(place_of(*one));
  const auto about = seen ? std::optional(QPointF(std::log10(one->uj), one->percent)) : std::nullopt;
  if (!drawn_.empty() && zoom_->take_key(*event, about)) return;
  if (take_chip_key(event->key())) return;
  presence_->note_key(event->key());
  PaintedChart::keyPressEvent(event);
}

// Painting.

void TradeoffChart::paint_chart(QPainter& painter) const {
  painter.setRenderHint(QPainter::Antialiasing);
  frame_.paint(painter, *theme_);
  paint_references(painter);
  painter.save();
  painter.setClipRect(frame_.area.adjusted(-1, -1, 1, 1));
  paint_curves(painter);
  paint_front(painter);
  painter.restore();
  paint_marks(painter);
  paint_chips(painter);
  paint_notes(painter);
}

void TradeoffChart::paint_passing(QPainter& painter) const {
  if (!live_ || live_->x <= 0 || frame_.x.ticks.empty()) return;
  const QPointF center(frame_.x_at(std::log10(live_->x)), frame_.y_at(percent(live_->result.accuracy())));
  if (!shows(center)) return;
  const Interval interval = live_->result.interval();
  draw_live_mark(painter, center, held_y(percent(interval.low)), held_y(percent(interval.high)), *theme_);
}

void TradeoffChart::paint_references(QPainter& painter) const {
  if (plan_.empty()) return;
  std::vector<PlacedReference> references;
  for (const ReferenceLine& line : reference_lines(references_))
    references.push_back({frame_.y_at(line.percent), line});
  std::vector<QRectF> points;
  for (const Drawn& one : drawn_) points.push_back(QRectF(place_of(one), QSizeF()).adjusted(-6, -6, 6, 6));
  paint_reference_lines(painter, *theme_, frame_.area, references);
  paint_reference_labels(painter, *theme_, frame_.area, references, points);
}

void TradeoffChart::paint_curves(QPainter& painter) const {
  for (std::size_t i = 1; i < drawn_.size(); ++i) {
    const Drawn& from = drawn_[i - 1];
    const Drawn& to = drawn_[i];
    if (from.point.curve != to.point.curve) continue;
    SeriesStyle style = theme_->tokens().series_style(plan_.style(to.point.curve));
    const bool stands_out = emphasised_ == to.point.curve;
    style.color.setAlphaF(stands_out ? 1 : 0.6F);
    painter.setPen(curve_pen(style, theme_->tokens().curve_width * (stands_out ? 1.5 : 0.65)));
    painter.drawLine(place_of(from), place_of(to));
  }
}

void TradeoffChart::paint_front(QPainter& painter) const {
  if (front_.empty()) return;
  // For as much energy the best accuracy is that of the last point paid for: steps.
  QPainterPath steps(place_of(drawn_[front_.front()]));
  for (const std::size_t place : front_) {
    const QPointF next = place_of(drawn_[place]);
    steps.lineTo(next.x(), steps.currentPosition().y());
    steps.lineTo(next);
  }
  steps.lineTo(frame_.area.right(), steps.currentPosition().y());
  QColor ink = theme_->tokens().text;
  ink.setAlphaF(0.75F);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
  painter.drawPath(steps);
}

void TradeoffChart::paint_marks(QPainter& painter) const {
  const Tokens& t = theme_->tokens();
  for (const Drawn& one : drawn_) {
    const double x = place_of(one).x();
    const double low = held_y(percent(one.interval.low));
    const double high = held_y(percent(one.interval.high));
    if (x < frame_.area.left() - 1 || x > frame_.area.right() + 1 || low == high) continue;
    painter.setPen(QPen(t.series_style(plan_.style(one.point.curve)).color, 1));
    painter.drawLine(QPointF(x, low), QPointF(x, high));
  }
  for (const Drawn& one : drawn_) {
    if (!shows(place_of(one))) continue;
    SeriesStyle style = t.series_style(plan_.style(one.point.curve));
    style.filled = false;  // Filled says here that it is on the front.
    draw_marker(painter, style, place_of(one), t.panel, one.on_front);
  }
  if (const Drawn* one = find(selected_); one != nullptr && shows(place_of(*one))) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.text, 1.5));
    painter.drawEllipse(place_of(*one), 10, 10);
  }
}

void TradeoffChart::paint_chips(QPainter& painter) const {
  if (!chips_shown_ || chip_energies_.empty()) return;
  const Tokens& t = theme_->tokens();
  painter.setPen(QPen(t.axis, 1));
  for (const Chip& chip : chips_) painter.drawLine(chip.center, QPointF(chip.center.x(), frame_.area.top()));
  for (std::size_t i = 0; i < chips_.size(); ++i) draw_chip(painter, chips_[i].center, t, hovered_chip_ == i);
  QStringList caption(tr("Published chips: energy only"));
  const auto outside = static_cast<int>(chip_energies_.size() - chips_.size());
  if (outside > 0) caption << tr("%n published chips lie outside the energy axis", nullptr, outside);
  const QFont font = theme_->font(TextRole::caption);
  const QRectF line(frame_.area.left(), frame_.area.top() - kRugHeight - 16, frame_.area.width(), 16);
  painter.setFont(font);
  painter.setPen(t.text2);
  painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetricsF(font).elidedText(caption.join(QStringLiteral(" · ")), Qt::ElideRight, line.width()));
}

void TradeoffChart::paint_notes(QPainter& painter) const {
  painter.setFont(theme_->font(TextRole::small));
  painter.setPen(theme_->tokens().text2);
  const QRectF lines = frame_.area.adjusted(8, 8, -8, -6);
  const bool any_cost = std::any_of(costs_.begin(), costs_.end(), [](const PointCost& one) { return bool(one.cost); });
  if (!plan_.empty() && !any_cost && !costs_.empty()) {
    painter.drawText(lines, Qt::AlignCenter | Qt::TextWordWrap,
                     tr("No energy for these settings: %1.").arg(phrase_text(costs_.front().problem)));
    return;
  }
  QStringList notes;
  const auto without = std::count_if(costs_.begin(), costs_.end(), [](const PointCost& one) { return !one.cost; });
  if (without > 0) notes << tr("%n points have no energy", nullptr, static_cast<int>(without));
  const auto below =
      std::count_if(drawn_.begin(), drawn_.end(), [this](const Drawn& one) { return one.percent < frame_.y.minimum; });
  if (below > 0 && !is_zoomed()) {
    notes << tr("%n points lie below %1 %", nullptr, static_cast<int>(below))
                 .arg(QLocale().toString(frame_.y.minimum, 'g', 4));
  }
  painter.drawText(lines, Qt::AlignLeft | Qt::AlignBottom, notes.join(QStringLiteral(" · ")));
}

}  // namespace acim::ui
