#pragma once

#include <QPainter>
#include <QPen>
#include <QPixmap>

#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

namespace acim::ui {

/// The pen of a curve: dashes given in pixels at width 2.
QPen curve_pen(const SeriesStyle& style, double width = 2);
/// A marker of 4.5 px radius, filled with the panel's colour (or the curve's own when `filled`).
void draw_marker(QPainter& painter, const SeriesStyle& style, QPointF center, const QColor& panel, bool filled,
                 double radius = 4.5);
/// Line sample with its marker in the middle, for legends, cards and tables.
void draw_sample(QPainter& painter, const SeriesStyle& style, const QRectF& box, const QColor& panel);
/// The same on nothing, for menus and labels, at `ratio` device pixels per pixel.
QPixmap sample_pixmap(const SeriesStyle& style, const QColor& panel, double ratio);

/// A value that a paper printed: two short strokes, one at each side of where a marker would stand.
void draw_published_value(QPainter& painter, QPointF center, const QColor& color);

/// The point where the knobs stand, with its interval and the word "now".
void draw_live_mark(QPainter& painter, QPointF center, double low_y, double high_y, const Theme& theme);

}  // namespace acim::ui
