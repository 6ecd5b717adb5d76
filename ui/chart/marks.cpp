#include "ui/chart/marks.h"

#include <QCoreApplication>
#include <QPainterPath>

#include <QPolygonF>

namespace acim::ui {

QPen curve_pen(const SeriesStyle& style, double width) {
  QPen pen(style.color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
  if (!style.dashes.isEmpty()) {
    // setDashPattern counts in pen widths; the tokens give pixels at width 2.
    QVector<qreal> pattern;
    for (const qreal pixels : style.dashes) pattern.push_back(pixels / 2);
    pen.setDashPattern(pattern);
  }
  return pen;
}

void draw_marker(QPainter& painter, const SeriesStyle& style, QPointF center, const QColor& panel, bool filled,
                 double radius) {
  painter.setPen(QPen(style.color, 2, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
  painter.setBrush(filled || style.filled ? style.color : panel);
  const double x = center.x();
  const double y = center.y();
  const double r = radius;
  switch (style.marker) {
    case MarkerShape::circle:
      painter.drawEllipse(center, r, r);
      break;
    case MarkerShape::square:
      painter.drawRect(QRectF(x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1));
      break;
    case MarkerShape::triangle_up:
      painter.drawPolygon(QPolygonF({{x, y - r - 0.5}, {x + r + 0.5, y + r - 0.5}, {x - r - 0.5, y + r - 0.5}}));
      break;
    case MarkerShape::triangle_down:
      painter.drawPolygon(QPolygonF({{x, y + r + 0.5}, {x + r + 0.5, y - r + 0.5}, {x - r - 0.5, y - r + 0.5}}));
      break;
    case MarkerShape::diamond:
      painter.drawPolygon(QPolygonF({{x, y - r - 1}, {x + r + 1, y}, {x, y + r + 1}, {x - r - 1, y}}));
      break;
    case MarkerShape::plus: {
      const double a = r / 2.6;
      painter.drawPolygon(QPolygonF({{x - a, y - r},
                                     {x + a, y - r},
                                     {x + a, y - a},
                                     {x + r, y - a},
                                     {x + r, y + a},
                                     {x + a, y + a},
                                     {x + a, y + r},
                                     {x - a, y + r},
                                     {x - a, y + a},
                                     {x - r, y + a},
                                     {x - r, y - a},
                                     {x - a, y - a}}));
      break;
    }
  }
}

void draw_sample(QPainter& painter, const SeriesStyle& style, const QRectF& box, const QColor& panel) {
  const double y = box.center().y();
  painter.setPen(curve_pen(style));
  painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
  draw_marker(painter, style, box.center(), panel, false, 4);
}

QPixmap sample_pixmap(const SeriesStyle& style, const QColor& panel, double ratio) {
  constexpr QSize kSize(32, 16);
  QPixmap picture(kSize * ratio);
  picture.setDevicePixelRatio(ratio);
  picture.fill(Qt::transparent);
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  draw_sample(painter, style, QRectF(QPointF(0, 0), kSize), panel);
  return picture;
}

void draw_published_value(QPainter& painter, QPointF center, const QColor& color) {
  painter.setPen(QPen(color, 2, Qt::SolidLine, Qt::FlatCap));
  for (const double side : {-1.0, 1.0}) {
    painter.drawLine(center + QPointF(side * 6, 0), center + QPointF(side * 13, 0));
  }
}

void draw_live_mark(QPainter& painter, QPointF center, double low_y, double high_y, const Theme& theme) {
  const Tokens& t = theme.tokens();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(t.text, 1.5, Qt::SolidLine, Qt::FlatCap));
  painter.drawLine(QPointF(center.x(), low_y), QPointF(center.x(), high_y));
  for (const double y : {low_y, high_y}) {
    painter.drawLine(QPointF(center.x() - 4, y), QPointF(center.x() + 4, y));
  }
  painter.setBrush(t.panel);
  painter.drawEllipse(center, 6, 6);
  painter.setPen(Qt::NoPen);
  painter.setBrush(t.accent);
  painter.drawEllipse(center, 3, 3);
  // Beside it, on a rim of the ground's colour, so that it reads over bands and lines.
  const QFont font = theme.font(TextRole::small_strong);
  QPainterPath word;
  word.addText(center + QPointF(11, 4), font, QCoreApplication::translate("Marks", "now"));
  QColor rim = t.panel;
  rim.setAlphaF(0.85F);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(rim, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(word);
  painter.fillPath(word, t.text);
  painter.restore();
}

}  // namespace acim::ui
