#include "ui/chart/energy_chart.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/chart/energy_parts.h"
#include "ui/model/parameter_text.h"
#include "ui/model/phrase_text.h"

namespace acim::ui {

namespace {

constexpr double kNumbersWidth = 244;  ///< the list at the right
constexpr double kBarShare = 0.56;     ///< of the pitch
constexpr double kMostBarWidth = 64;
constexpr double kLeastNamePitch = 14;
constexpr double kMicrojoule = 1e-9;  ///< per fJ

}  // namespace

EnergyChart::EnergyChart(const Theme* theme, QWidget* parent) : PaintedChart(theme, parent) {
  setMinimumSize(440, 96);
  setAccessibleName(tr("Energy by component"));
}

// What is shown.

void EnergyChart::set_plan(const ChartPlan& plan) {
  plan_ = plan;
  costs_.clear();
  layers_ = {};
  selected_.reset();
  emphasised_.reset();
  layer_.reset();
  gather();
}

void EnergyChart::set_costs(const std::vector<PointCost>& costs) {
  costs_ = costs;
  gather();
}

void EnergyChart::set_layers(const PointCost& cost) {
  layers_ = cost;
  if (!layers_.cost || (layer_ && *layer_ >= layers_.cost->layers.size())) layer_.reset();
  gather();
}

void EnergyChart::show_bars(EnergyBars bars) {
  shown_ = bars;
  gather();
}

void EnergyChart::show_as(const EnergyChart& other) {
  plan_ = other.plan_;
  deleted_ = other.deleted_;
  costs_ = other.costs_;
  layers_ = other.layers_;
  selected_ = other.selected_;
  layer_ = other.layer_;
  show_bars(other.shown_);
}

void EnergyChart::set_deleted(std::vector<bool> deleted) {
  if (deleted == deleted_) return;
  deleted_ = std::move(deleted);
  gather();
  Q_EMIT point_selected();  // Where nothing is selected another curve may be told of.
}

PointPlace EnergyChart::point() const {
  if (selected_) return *selected_;
  std::size_t first = 0;
  while (is_deleted(first)) ++first;
  return {first < plan_.curves.size() ? first : 0, plan_.x.empty() ? 0 : plan_.x.size() - 1};
}

void EnergyChart::select(std::optional<PointPlace> point) {
  if (selected_ == point) return;
  selected_ = point;
  gather();
  Q_EMIT point_selected();
}

std::optional<PointPlace> EnergyChart::hovered() const {
  if (!hovered_) return std::nullopt;
  return shown_ == EnergyBars::points ? PointPlace{curve_in_view(), *hovered_} : point();
}

std::size_t EnergyChart::curve_in_view() const {
  return emphasised_ && *emphasised_ < plan_.curves.size() ? *emphasised_ : point().curve;
}

void EnergyChart::emphasise(std::optional<std::size_t> curve) {
  const std::size_t before = curve_in_view();
  emphasised_ = curve;
  if (shown_ == EnergyBars::points && curve_in_view() != before) gather();
}

void EnergyChart::gather() {
  bars_.clear();
  hovered_.reset();
  if (shown_ == EnergyBars::layers && layers_.cost) {
    for (const cost::LayerCost& layer : layers_.cost->layers) {
      const QString name = QString::fromStdString(layer.name);
      const double total = layer.fj.total();
      const double efficiency = total > 0 ? 2000 * static_cast<double>(layer.counts.macs) / total : 0;
      bars_.push_back({name, layer.digital ? tr("%1, digital").arg(name) : name, layer.fj, efficiency, {}, {}});
    }
  } else if (shown_ == EnergyBars::points && costs_.size() == plan_.x.size() * plan_.curves.size()) {
    const std::size_t curve = curve_in_view();
    for (std::size_t place = 0; place < plan_.x.size() && curve < plan_.curves.size(); ++place) {
      const PointCost& one = costs_[plan_.point(curve, place)];
      Bar bar{name_of(place), plan_.title(curve, place), {}, 0, {}, {}};
      if (one.cost) {
        bar.fj = one.cost->fj;
        bar.tops_per_watt = one.cost->tops_per_watt();
        bar.macro_tops_per_watt = one.cost->macro_tops_per_watt();
        bar.digital_fj = one.cost->digital_fj;
      }
      bars_.push_back(std::move(bar));
    }
  }
  lay_out();
  if (const auto told_bar = told()) {
    const Bar& bar = bars_[*told_bar];
    setAccessibleDescription(
        tr("%1: %2, %3 TOPS/W")
            .arg(bar.title, energy_text(bar.fj.total() * kMicrojoule), energy_number(bar.tops_per_watt)));
  }
  update();
}

QString EnergyChart::name_of(std::size_t place) const {
  if (plan_.x_label.isEmpty()) return plan_.x_texts[place];
  return plan_.x_names.empty() ? QLocale().toString(plan_.x[place], 'g', 6) : plan_.x_names[place];
}

void EnergyChart::lay_out() {
  double highest = 0;
  if (shown_ == EnergyBars::points) {
    // Of all curves, so that bars keep their measure when another curve is selected.
    for (const PointCost& one : costs_) highest = std::max(highest, one.cost ? one.cost->fj.total() : 0.0);
  } else {
    for (const Bar& bar : bars_) highest = std::max(highest, bar.fj.total());
  }
  double widest = 0;
  const QFontMetricsF metrics(theme_->font(TextRole::small));
  for (const Bar& bar : bars_) widest = std::max(widest, metrics.horizontalAdvance(bar.name));
  const double width = std::max(1.0, this->width() - kNumbersWidth - 62 - 24);
  upright_names_ = !bars_.empty() && widest + 6 > width / static_cast<double>(bars_.size());
  const double names = upright_names_ ? std::min(widest, 96.0) + 10 : 20;
  frame_.area = QRectF(62, 20, width, std::max(1.0, height() - 20 - names - 34));
  frame_.y = axis_from_zero(highest * kMicrojoule);
  frame_.y_title = tr("µJ per inference");
  frame_.x = {};
}

QRectF EnergyChart::box_of(std::size_t bar) const {
  const double pitch = frame_.area.width() / static_cast<double>(std::max<std::size_t>(1, bars_.size()));
  const double width = std::min(pitch * kBarShare, kMostBarWidth);
  const double center = frame_.area.left() + (static_cast<double>(bar) + 0.5) * pitch;
  const double top = frame_.y_at(bars_[bar].fj.total() * kMicrojoule);
  return {center - width / 2, top, width, frame_.area.bottom() - top};
}

std::optional<std::size_t> EnergyChart::told() const {
  if (bars_.empty()) return std::nullopt;
  if (hovered_) return hovered_;
  if (shown_ == EnergyBars::layers) return layer_;
  return std::min(point().place, bars_.size() - 1);
}

// Input.

std::optional<std::size_t> EnergyChart::bar_at(QPointF position) const {
  if (bars_.empty() || position.x() < frame_.area.left() || position.x() >= frame_.area.right() ||
      position.y() < frame_.area.top() - 20) {
    return std::nullopt;
  }
  const double share = (position.x() - frame_.area.left()) / frame_.area.width();
  return std::min(static_cast<std::size_t>(share * static_cast<double>(bars_.size())), bars_.size() - 1);
}

void EnergyChart::pick(std::size_t bar) {
  if (shown_ == EnergyBars::points) return select(PointPlace{point().curve, bar});
  layer_ = bar;
  gather();
}

void EnergyChart::move_selection(int along, int across) {
  if (bars_.empty()) return;
  const auto moved = [](std::size_t value, int step, std::size_t count) {
    const auto to = static_cast<std::ptrdiff_t>(value) + step;
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, static_cast<std::ptrdiff_t>(count) - 1));
  };
  if (shown_ == EnergyBars::layers) return pick(layer_ ? moved(*layer_, along, bars_.size()) : 0);
  const PointPlace now = point();
  const std::size_t curve =
      next_curve(now.curve, across, plan_.curves.size(), [this](std::size_t one) { return !is_deleted(one); });
  select(PointPlace{curve, moved(now.place, along, plan_.x.size())});
}

bool EnergyChart::drop_selection() {
  if (shown_ != EnergyBars::layers || !layer_) return false;
  layer_.reset();
  gather();
  return true;
}

void EnergyChart::pick_at(QPointF position) {
  if (const auto bar = bar_at(position)) pick(*bar);
}

void EnergyChart::point_at(QPointF position) {
  const std::optional<std::size_t> bar = bar_at(position);
  if (bar == hovered_) return;
  hovered_ = bar;
  setCursor(bar ? Qt::PointingHandCursor : Qt::ArrowCursor);
  update();
  Q_EMIT point_hovered();
}

void EnergyChart::point_at_nothing() {
  if (!hovered_) return;
  hovered_.reset();
  update();
  Q_EMIT point_hovered();
}

// Painting.

void EnergyChart::paint_chart(QPainter& painter) const {
  painter.setRenderHint(QPainter::Antialiasing);
  const bool any = std::any_of(bars_.begin(), bars_.end(), [](const Bar& bar) { return bar.fj.total() > 0; });
  if (!any) return paint_problem(painter);
  frame_.paint(painter, *theme_);
  paint_bars(painter);
  paint_names(painter);
  paint_numbers(painter);
}

void EnergyChart::paint_problem(QPainter& painter) const {
  const Phrase& problem = shown_ == EnergyBars::layers || costs_.empty() ? layers_.problem : costs_.front().problem;
  if (problem.empty()) return;
  painter.setFont(theme_->font(TextRole::body));
  painter.setPen(theme_->tokens().text2);
  painter.drawText(QRectF(rect()).adjusted(40, 20, -40, -20), Qt::AlignCenter | Qt::TextWordWrap,
                   tr("No energy for these settings: %1.").arg(phrase_text(problem)));
}

void EnergyChart::paint_bars(QPainter& painter) const {
  const Tokens& t = theme_->tokens();
  const auto parts = energy_parts();
  const QFontMetricsF metrics(theme_->font(TextRole::small_strong));
  const double pitch = frame_.area.width() / static_cast<double>(bars_.size());
  for (std::size_t i = 0; i < bars_.size(); ++i) {
    const QRectF box = box_of(i);
    double sum = 0;
    for (std::size_t part = 0; part < parts.size(); ++part) {
      const double value = bars_[i].fj.*parts[part].value * kMicrojoule;
      if (!(value > 0)) continue;
      const double bottom = frame_.y_at(sum);
      sum += value;
      const double top = frame_.y_at(sum);
      // A pixel of ground tells neighbours apart where there is room for it.
      const double gap = bottom - top > 3 ? 1 : 0;
      painter.fillRect(QRectF(box.left(), top + gap, box.width(), bottom - top - gap), t.components[part]);
    }
    const QString total = energy_number(sum);
    const bool room = metrics.horizontalAdvance(total) + 4 < pitch;
    if (sum > 0 && room) {
      painter.setFont(theme_->font(TextRole::small_strong));
      painter.setPen(t.text);
      painter.drawText(QRectF(box.center().x() - pitch / 2, box.top() - 20, pitch, 18), Qt::AlignCenter, total);
    }
    if (told() == i) {
      painter.setBrush(Qt::NoBrush);
      painter.setPen(QPen(t.text, 1.5));
      painter.drawRoundedRect(box.adjusted(-4, room ? -22 : -4, 4, 2), 4, 4);
    }
  }
}

void EnergyChart::paint_names(QPainter& painter) const {
  const QFont font = theme_->font(TextRole::small);
  const QFontMetricsF metrics(font);
  const double pitch = frame_.area.width() / static_cast<double>(bars_.size());
  const double room = height() - 34 - frame_.area.bottom() - 8;
  const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(kLeastNamePitch / pitch)));
  for (std::size_t i = 0; i < bars_.size(); i += every) {
    const bool strong = told() == i;
    painter.setFont(strong ? theme_->font(TextRole::small_strong) : font);
    painter.setPen(strong ? theme_->tokens().text : theme_->tokens().text2);
    const double center = box_of(i).center().x();
    if (!upright_names_) {
      painter.drawText(QRectF(center - pitch / 2, frame_.area.bottom() + 6, pitch, 18), Qt::AlignCenter, bars_[i].name);
      continue;
    }
    painter.save();
    painter.translate(center, frame_.area.bottom() + 8);
    painter.rotate(-90);
    painter.drawText(QRectF(-room, -9, room, 18), Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(bars_[i].name, Qt::ElideMiddle, room));
    painter.restore();
  }
  painter.setFont(theme_->font(TextRole::small_strong));
  painter.setPen(theme_->tokens().text);
  const QString below =
      shown_ == EnergyBars::points ? plan_.x_label : tr("Layers at %1").arg(plan_.title(point().curve, point().place));
  painter.drawText(QRectF(frame_.area.left(), height() - 28, frame_.area.width(), 18), Qt::AlignCenter, below);
}

void EnergyChart::paint_numbers(QPainter& painter) const {
  const Tokens& t = theme_->tokens();
  Bar bar;
  if (const auto index = told()) {
    bar = bars_[*index];
  } else if (layers_.cost) {  // No layer selected: the whole point.
    const cost::NetworkCost& whole = *layers_.cost;
    bar = {{},
           plan_.title(point().curve, point().place),
           whole.fj,
           whole.tops_per_watt(),
           whole.macro_tops_per_watt(),
           whole.digital_fj};
  }
  const double total = bar.fj.total();
  const double left = width() - kNumbersWidth + 12;
  const double wide = kNumbersWidth - 28;
  double y = 8;
  const auto text = [&](TextRole role, const QColor& ink, const QRectF& box, int flags, const QString& words) {
    painter.setFont(theme_->font(role));
    painter.setPen(ink);
    painter.drawText(box, flags, words);
  };
  const int from_left = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip;
  const int from_right = Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip;
  text(TextRole::strong, t.text, {left, y, wide, 20}, from_left,
       QFontMetrics(theme_->font(TextRole::strong)).elidedText(bar.title, Qt::ElideRight, static_cast<int>(wide)));
  y += 22;
  const QString readout = energy_number(total * kMicrojoule);
  text(TextRole::readout, t.text, {left, y, wide, 30}, from_left, readout);
  const double after = QFontMetricsF(theme_->font(TextRole::readout)).horizontalAdvance(readout) + 8;
  text(TextRole::small, t.text2, {left + after, y + 4, wide - after, 24}, from_left, tr("µJ per inference"));
  y += 34;
  const auto parts = energy_parts();
  // Closer where the chart is low: every line is there.
  constexpr double kRule = 11;
  constexpr std::size_t kTotals = 3;
  const double line = std::clamp((height() - y - kRule) / static_cast<double>(parts.size() + kTotals), 13.0, 19.0);
  for (std::size_t part = 0; part < parts.size(); ++part, y += line) {
    const double value = bar.fj.*parts[part].value;
    painter.fillRect(QRectF(left, y + line / 2 - 4.5, 9, 9), t.components[part]);
    const QString energy = energy_text(value * kMicrojoule);
    const QFontMetrics metrics(theme_->font(TextRole::small));
    const int room = static_cast<int>(wide) - 16 - 44 - 8 - metrics.horizontalAdvance(energy);
    text(TextRole::small, t.text, {left + 16, y, wide, line}, from_left,
         metrics.elidedText(parts[part].name, Qt::ElideRight, room));
    text(TextRole::small, t.text2, {left, y, wide - 44, line}, from_right, energy);
    text(TextRole::small_strong, t.text, {left, y, wide, line}, from_right,
         percent_text(total > 0 ? value / total : 0, 0));
  }
  y += 6;
  painter.setPen(QPen(t.line, 1));
  painter.drawLine(QPointF(left, y), QPointF(left + wide, y));
  y += 5;
  const auto row = [&](const QString& label, const QString& value) {
    text(TextRole::small, t.text2, {left, y, wide, line}, from_left, label);
    text(TextRole::small_strong, t.text, {left, y, wide, line}, from_right, value);
    y += line;
  };
  row(tr("Efficiency"), tr("%1 TOPS/W").arg(energy_number(bar.tops_per_watt)));
  if (bar.macro_tops_per_watt) row(tr("Macro alone"), tr("%1 TOPS/W").arg(energy_number(*bar.macro_tops_per_watt)));
  if (!bar.digital_fj || total <= 0) return;
  row(tr("All-digital, exact"), digital_words(bar));
}

QString EnergyChart::digital_words(const Bar& bar) {
  return tr("%1, × %2")
      .arg(energy_text(*bar.digital_fj * kMicrojoule), energy_number(*bar.digital_fj / bar.fj.total()));
}

}  // namespace acim::ui
