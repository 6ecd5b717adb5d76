#pragma once

#include <QIconEngine>
#include <QString>

#include "ui/theme/theme.h"

namespace acim::ui {

/// Draws an SVG of resources/icons with `currentColor` replaced by the theme's ink at the moment of painting: sharp at
/// every scale, right after every change of theme.
class SvgIconEngine : public QIconEngine {
 public:
  SvgIconEngine(const Theme* theme, QString name, IconInk ink);

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
  QIconEngine* clone() const override;

 private:
  const Theme* theme_;
  QString name_;
  IconInk ink_;
};

}  // namespace acim::ui
