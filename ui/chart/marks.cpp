#include "ui/chart/marks.h"

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

void draw_published_value(QPainter& painter, QPointF center, const Tokens& tokens) {
  painter.setPen(QPen(tokens.text, 2, Qt::SolidLine, Qt::FlatCap));
  for (const double side : {-1.0, 1.0}) {
    painter.drawLine(center + QPointF(side * 6, 0), center + QPointF(side * 13, 0));
  }
}

}  // namespace acim::ui
