#include "ui/chart/painted_chart.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/chart/chart_picture.h"

namespace acim::ui {

PaintedChart::PaintedChart(const Theme* theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  connect(theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QImage PaintedChart::picture(double scale) const {
  return chart_picture(size(), scale, theme_->tokens().panel, [this](QPainter& painter) { paint_chart(painter); });
}

void PaintedChart::keyPressEvent(QKeyEvent* event) {
  constexpr int kToTheEnd = 1000000;
  switch (event->key()) {
    case Qt::Key_Left:
      return move_selection(-1, 0);
    case Qt::Key_Right:
      return move_selection(1, 0);
    case Qt::Key_Up:
      return move_selection(0, -1);
    case Qt::Key_Down:
      return move_selection(0, 1);
    case Qt::Key_Home:
      return move_selection(-kToTheEnd, 0);
    case Qt::Key_End:
      return move_selection(kToTheEnd, 0);
    case Qt::Key_Escape:
      if (drop_selection()) return;
      break;
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

void PaintedChart::mousePressEvent(QMouseEvent* event) {
  setFocus(Qt::MouseFocusReason);
  pick_at(event->position());
}

void PaintedChart::mouseMoveEvent(QMouseEvent* event) {
  point_at(event->position());
}

bool PaintedChart::event(QEvent* event) {
  if (event->type() == QEvent::Leave) point_at_nothing();
  return QWidget::event(event);
}

void PaintedChart::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  lay_out();
}

void PaintedChart::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  ring_shown_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  focus_changed();
  update();
}

void PaintedChart::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  focus_changed();
  update();
}

void PaintedChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paint_chart(painter);
  paint_passing(painter);
  if (hasFocus() && ring_shown_) paint_focus_ring(painter, rect(), *theme_);
}

}  // namespace acim::ui
