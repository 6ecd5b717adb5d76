#include "ui/chart/chart_overlay.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <utility>

#include "ui/chart/marks.h"

namespace acim::ui {

ChartOverlay::ChartOverlay(const Theme* theme) : theme_(theme) {
  setZValue(50);
}

void ChartOverlay::set_area(const QRectF& bounds, const QRectF& plot_area) {
  prepareGeometryChange();
  bounds_ = bounds;
  plot_area_ = plot_area;
}

void ChartOverlay::set_marks(std::vector<Mark> marks) {
  marks_ = std::move(marks);
  update();
}

void ChartOverlay::set_published(std::vector<Published> values) {
  published_ = std::move(values);
  update();
}

void ChartOverlay::set_pinned(std::vector<Mark> marks) {
  pinned_ = std::move(marks);
  update();
}

void ChartOverlay::set_live(std::optional<Live> live) {
  live_ = live;
  update();
}

void ChartOverlay::set_references(std::vector<PlacedReference> references) {
  references_ = std::move(references);
  update();
}

void ChartOverlay::set_selected(std::optional<PointPlace> point) {
  selected_ = point;
  update();
}

void ChartOverlay::set_guide(std::optional<double> x) {
  guide_ = x;
  update();
}

void ChartOverlay::set_titles(const QString& x, const QString& y) {
  x_title_ = x;
  y_title_ = y;
  update();
}

void ChartOverlay::paint_titles(QPainter& painter) const {
  painter.setFont(theme_->font(TextRole::small_strong));
  painter.setPen(theme_->tokens().text);
  painter.drawText(QRectF(plot_area_.left(), plot_area_.bottom() + 30, plot_area_.width(), 18), Qt::AlignCenter,
                   x_title_);
  // Whole beside a low plot, too: the room above and below it is free at the left.
  const double needed = QFontMetricsF(painter.font()).horizontalAdvance(y_title_) + 4;
  const double length = std::min(std::max(plot_area_.height(), needed), bounds_.height());
  const double middle = std::clamp(plot_area_.center().y(), bounds_.top() + length / 2, bounds_.bottom() - length / 2);
  painter.save();
  painter.translate(bounds_.left() + 10, middle);
  painter.rotate(-90);
  painter.drawText(QRectF(-length / 2, -9, length, 18), Qt::AlignCenter, y_title_);
  painter.restore();
}

std::vector<QRectF> ChartOverlay::obstacles() const {
  constexpr double kMargin = 6;
  std::vector<QRectF> obstacles;
  for (const Mark& mark : marks_) {
    obstacles.push_back(QRectF(QPointF(mark.center.x(), std::min(mark.high_y, mark.low_y)),
                               QPointF(mark.center.x(), std::max(mark.high_y, mark.low_y)))
                            .adjusted(-kMargin, -kMargin, kMargin, kMargin));
  }
  // And the lines between them.
  constexpr double kApart = 12;
  for (std::size_t i = 1; i < marks_.size(); ++i) {
    if (marks_[i].point.curve != marks_[i - 1].point.curve) continue;
    const QLineF line(marks_[i - 1].center, marks_[i].center);
    const auto parts = static_cast<int>(line.length() / kApart);
    for (int part = 1; part < parts; ++part) {
      obstacles.emplace_back(line.pointAt(static_cast<double>(part) / parts) - QPointF(1, 1), QSizeF(2, 2));
    }
  }
  return obstacles;
}

bool ChartOverlay::shows(QPointF center) const {
  return plot_area_.adjusted(-1, -1, 1, 1).contains(center);
}

double ChartOverlay::held_y(double y) const {
  return std::clamp(y, plot_area_.top(), std::max(plot_area_.top(), plot_area_.bottom()));
}

void ChartOverlay::paint_whisker(QPainter& painter, const Mark& mark) const {
  const double x = mark.center.x();
  const double low = held_y(mark.low_y);
  const double high = held_y(mark.high_y);
  if (x < plot_area_.left() - 1 || x > plot_area_.right() + 1 || low == high) return;
  painter.setPen(QPen(theme_->tokens().series_style(mark.style).color, 1));
  painter.drawLine(QPointF(x, low), QPointF(x, high));
}

void ChartOverlay::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
  const Tokens& t = theme_->tokens();
  painter->setRenderHint(QPainter::Antialiasing);
  paint_titles(*painter);
  paint_reference_lines(*painter, *theme_, plot_area_, references_);
  const QRectF visible = plot_area_.adjusted(-1, -1, 1, 1);
  if (guide_ && *guide_ >= visible.left() && *guide_ <= visible.right()) {
    QPen pen(t.text2, 1.2, Qt::SolidLine, Qt::FlatCap);
    pen.setDashPattern({1, 3});
    painter->setPen(pen);
    painter->drawLine(QPointF(*guide_, plot_area_.top()), QPointF(*guide_, plot_area_.bottom()));
  }
  painter->setOpacity(0.7);
  for (const Mark& mark : pinned_) {
    constexpr double kSmall = 3;
    if (shows(mark.center)) draw_marker(*painter, t.series_style(mark.style), mark.center, t.panel, false, kSmall);
  }
  painter->setOpacity(1);
  for (const Mark& mark : marks_) paint_whisker(*painter, mark);
  for (const Mark& mark : marks_) {
    if (!shows(mark.center)) continue;
    const bool chosen = selected_ && *selected_ == mark.point;
    draw_marker(*painter, t.series_style(mark.style), mark.center, t.panel, chosen);
    if (!chosen) continue;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(t.text, 1.5));
    painter->drawEllipse(mark.center, 10, 10);
  }
  for (const Published& one : published_) {
    if (!shows(one.center)) continue;
    painter->setOpacity(one.faint ? 0.4 : 1);
    draw_published_value(*painter, one.center, t.series_style(one.style).color);
  }
  painter->setOpacity(1);
  if (live_ && shows(live_->center)) {
    draw_live_mark(*painter, live_->center, held_y(live_->low_y), held_y(live_->high_y), *theme_);
  }
  paint_reference_labels(*painter, *theme_, plot_area_, references_, obstacles());
}

}  // namespace acim::ui
