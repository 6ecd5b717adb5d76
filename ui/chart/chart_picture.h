#pragma once

#include <QImage>
#include <QPainter>
#include <functional>

#include "ui/theme/theme.h"

namespace acim::ui {

/// What `paint` draws on `ground`, `scale` device pixels per pixel, with the resolution that gives it its size on
/// paper.
QImage chart_picture(const QSize& size, double scale, const QColor& ground,
                     const std::function<void(QPainter&)>& paint);

/// The frame of a chart that the keyboard is in.
void paint_focus_ring(QPainter& painter, const QRect& box, const Theme& theme);

}  // namespace acim::ui
