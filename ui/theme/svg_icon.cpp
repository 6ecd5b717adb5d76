#include "ui/theme/svg_icon.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>
#include <algorithm>
#include <utility>

namespace acim::ui {

SvgIconEngine::SvgIconEngine(const Theme* theme, QString name, IconInk ink)
    : theme_(theme), name_(std::move(name)), ink_(ink) {}

void SvgIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name_));
  if (!file.open(QIODevice::ReadOnly)) return;
  const IconInk ink = state == QIcon::On && ink_ == IconInk::quiet ? IconInk::accent : ink_;
  QByteArray svg = file.readAll();
  svg.replace("currentColor", theme_->ink_color(ink, mode != QIcon::Disabled).name().toUtf8());
  // Square, at the left: an icon box wider than high leaves a gap before a button's text.
  const int side = std::min(rect.width(), rect.height());
  QSvgRenderer(svg).render(painter, QRect(rect.left(), rect.top() + (rect.height() - side) / 2, side, side));
}

QPixmap SvgIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) {
  QPixmap pixmap(size);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  paint(&painter, QRect(QPoint(0, 0), size), mode, state);
  return pixmap;
}

QIconEngine* SvgIconEngine::clone() const {
  return new SvgIconEngine(theme_, name_, ink_);
}

}  // namespace acim::ui
