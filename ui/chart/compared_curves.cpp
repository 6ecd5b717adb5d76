#include "ui/chart/compared_curves.h"

#include <QPainter>
#include <algorithm>

#include "ui/chart/marks.h"

namespace acim::ui {

namespace {

constexpr int kLeft = 60;
constexpr int kRight = 12;
constexpr int kTop = 12;
constexpr int kBottom = 52;
constexpr double kLabelRoom = 56;  ///< pixels a label of a place takes
constexpr double kBeside = 3;      ///< pixels that the curves' intervals stand apart

}  // namespace

ComparedCurves::ComparedCurves(std::vector<Place> places, const QString& x_title, const Theme* theme, QWidget* parent)
    : QWidget(parent), theme_(theme) {
  frame_.x_title = x_title;
  frame_.y_title = tr("Accuracy, %");
  setAccessibleName(tr("Both curves"));
  setAccessibleDescription(tr("The accuracies of the table below, A and B one over the other."));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  set_places(std::move(places));
}

void ComparedCurves::set_places(std::vector<Place> places) {
  places_ = std::move(places);
  double lowest = 1;
  double highest = 0;
  for (const Place& place : places_) {
    for (const PointResult* one : {&place.first, &place.second}) {
      if (one->images == 0) continue;
      lowest = std::min(lowest, one->interval().low);
      highest = std::max(highest, one->interval().high);
    }
  }
  frame_.y = accuracy_axis(100 * std::min(lowest, highest), 100 * highest);
  frame_.x.minimum = -0.5;
  frame_.x.maximum = static_cast<double>(places_.size()) - 0.5;
  label_places();
  update();
}

void ComparedCurves::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  frame_.area = QRectF(rect()).adjusted(kLeft, kTop, -kRight, -kBottom);
  label_places();
}

void ComparedCurves::label_places() {
  frame_.x.ticks.clear();
  frame_.x.labels.clear();
  const double pitch = frame_.area.width() / static_cast<double>(std::max<std::size_t>(places_.size(), 1));
  const auto stride = static_cast<std::size_t>(kLabelRoom / std::max(pitch, 1.0)) + 1;
  for (std::size_t place = 0; place < places_.size(); place += stride) {
    frame_.x.ticks.push_back(static_cast<double>(place));
    frame_.x.labels.push_back(places_[place].label);
  }
}

void ComparedCurves::paint_curve(QPainter& painter, PointResult Place::*result, int style) const {
  const SeriesStyle look = theme_->tokens().series_style(style);
  std::vector<QPointF> points;
  for (std::size_t place = 0; place < places_.size(); ++place) {
    const PointResult& one = places_[place].*result;
    if (one.images == 0) continue;
    const double x = frame_.x_at(static_cast<double>(place)) + (style == 0 ? -kBeside : kBeside) / 2;
    painter.setPen(QPen(look.color, 1));
    const Interval interval = one.interval();
    painter.drawLine(QPointF(x, frame_.y_at(100 * interval.low)), QPointF(x, frame_.y_at(100 * interval.high)));
    points.emplace_back(x, frame_.y_at(100 * one.accuracy()));
  }
  painter.setPen(curve_pen(look));
  painter.setBrush(Qt::NoBrush);
  painter.drawPolyline(points.data(), static_cast<int>(points.size()));
  for (const QPointF& point : points) draw_marker(painter, look, point, theme_->tokens().panel, false);
}

void ComparedCurves::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  frame_.paint(painter, *theme_);
  paint_curve(painter, &Place::first, 0);
  paint_curve(painter, &Place::second, 1);
}

}  // namespace acim::ui
