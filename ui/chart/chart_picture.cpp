#include "ui/chart/chart_picture.h"

#include <QCoreApplication>
#include <cmath>

namespace acim::ui {

QImage chart_picture(const QSize& size, double scale, const QColor& ground,
                     const std::function<void(QPainter&)>& paint) {
  QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(scale);
  image.fill(ground);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  paint(painter);
  painter.end();
  // 96 dots per inch at scale 1: programs that place the picture show it in the size it had.
  image.setDotsPerMeterX(static_cast<int>(std::lround(96 * scale / 0.0254)));
  image.setDotsPerMeterY(static_cast<int>(std::lround(96 * scale / 0.0254)));
  return image;
}

void note_origin(QImage& image, const PictureOrigin& origin) {
  image.setText(QStringLiteral("Title"), origin.title);
  image.setText(QStringLiteral("Software"), software_name());
  if (!origin.command.isEmpty()) image.setText(QStringLiteral("Command"), origin.command);
}

QString software_name() {
  return QStringLiteral("ACiM Explorer %1").arg(QCoreApplication::applicationVersion()).trimmed();
}

void paint_focus_ring(QPainter& painter, const QRect& box, const Theme& theme) {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme.tokens().accent, 2));
  painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4);
}

}  // namespace acim::ui
