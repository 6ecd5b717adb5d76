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

/// Where a picture comes from, for whoever finds the file.
struct PictureOrigin {
  QString title;
  QString command;  ///< computes again what it shows; a line for each run
};
/// Title, Software and Command, as texts of the file (PNG: tEXt).
void note_origin(QImage& image, const PictureOrigin& origin);
/// "ACiM Explorer 0.1"
QString software_name();

}  // namespace acim::ui
