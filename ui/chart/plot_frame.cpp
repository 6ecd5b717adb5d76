#include "ui/chart/plot_frame.h"

#include <QFontMetricsF>

namespace acim::ui {

namespace {

constexpr double kLabelWidth = 80;
constexpr double kTitleBelow = 30;  ///< from the axis line to the title

double share(double number, const AxisLayout& axis) {
  const double span = axis.maximum - axis.minimum;
  return span > 0 ? (number - axis.minimum) / span : 0.5;
}

}  // namespace

double PlotFrame::x_at(double number) const {
  return area.left() + share(number, x) * area.width();
}

double PlotFrame::y_at(double number) const {
  return area.bottom() - share(number, y) * area.height();
}

double PlotFrame::y_number(double pixel) const {
  if (area.height() <= 0) return y.minimum;
  return y.minimum + (area.bottom() - pixel) / area.height() * (y.maximum - y.minimum);
}

void PlotFrame::paint(QPainter& painter, const Theme& theme) const {
  const Tokens& t = theme.tokens();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);
  if (vertical_grid) {
    QColor faint = t.grid;
    faint.setAlphaF(0.55F);
    painter.setPen(QPen(faint, 1));
    for (const double tick : minor_x) painter.drawLine(QLineF(x_at(tick), area.top(), x_at(tick), area.bottom()));
    painter.setPen(QPen(t.grid, 1));
    for (const double tick : x.ticks) painter.drawLine(QLineF(x_at(tick), area.top(), x_at(tick), area.bottom()));
  }
  painter.setPen(QPen(t.grid, 1));
  for (const double tick : y.ticks) painter.drawLine(QLineF(area.left(), y_at(tick), area.right(), y_at(tick)));
  painter.setPen(QPen(t.axis, 1));
  painter.drawLine(QLineF(area.left(), area.bottom(), area.right(), area.bottom()));
  painter.restore();
  paint_labels(painter, theme);
  paint_titles(painter, theme);
}

void PlotFrame::paint_labels(QPainter& painter, const Theme& theme) const {
  painter.setFont(theme.font(TextRole::small));
  painter.setPen(theme.tokens().text2);
  for (std::size_t i = 0; i < x.labels.size(); ++i) {
    painter.drawText(QRectF(x_at(x.ticks[i]) - kLabelWidth / 2, area.bottom() + 7, kLabelWidth, 18), Qt::AlignCenter,
                     x.labels[i]);
  }
  for (std::size_t i = 0; i < y.labels.size(); ++i) {
    painter.drawText(QRectF(area.left() - kLabelWidth - 8, y_at(y.ticks[i]) - 9, kLabelWidth, 18),
                     Qt::AlignRight | Qt::AlignVCenter, y.labels[i]);
  }
}

void PlotFrame::paint_titles(QPainter& painter, const Theme& theme) const {
  painter.setFont(theme.font(TextRole::small_strong));
  painter.setPen(theme.tokens().text);
  painter.drawText(QRectF(area.left(), area.bottom() + kTitleBelow, area.width(), 18), Qt::AlignCenter, x_title);
  painter.save();
  painter.translate(10, area.center().y());
  painter.rotate(-90);
  painter.drawText(QRectF(-area.height() / 2, -9, area.height(), 18), Qt::AlignCenter, y_title);
  painter.restore();
}

}  // namespace acim::ui
