#include "ui/chart/cell_grid.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

#include "ui/model/rich_text.h"

namespace acim::ui {

CellGrid::CellGrid(FirstCell first, QWidget* parent) : QWidget(parent), step_(first == FirstCell::top_left ? 1 : -1) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
}

void CellGrid::set_current_cell(Cell cell) {
  if (!has_cells()) return;
  current_ = {std::clamp(cell.first, 0, extent().first - 1), std::clamp(cell.second, 0, extent().second - 1)};
  setAccessibleDescription(words_of(current_));
  update();
}

void CellGrid::take_new_cells() {
  const auto [rows, columns] = extent();
  if (hovered_ && (hovered_->first >= rows || hovered_->second >= columns)) hovered_.reset();
  if (!has_cells()) setAccessibleDescription({});
  set_current_cell(current_);
  update();
}

void CellGrid::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) click(cell_at(event->position()));
}

void CellGrid::mouseMoveEvent(QMouseEvent* event) {
  const std::optional<Cell> cell = cell_at(event->position());
  if (cell == hovered_) return;
  hovered_ = cell;
  const QString words = cell ? words_of(*cell) : QString();
  setToolTip(plain_tip(words));
  Q_EMIT pointed_at(words);
  update();
}

void CellGrid::leaveEvent(QEvent* event) {
  QWidget::leaveEvent(event);
  hovered_.reset();
  Q_EMIT pointed_at({});
  update();
}

void CellGrid::keyPressEvent(QKeyEvent* event) {
  if (!has_cells()) return QWidget::keyPressEvent(event);
  Cell next = current_;
  switch (event->key()) {
    case Qt::Key_Up:
      next.first -= step_;
      break;
    case Qt::Key_Down:
      next.first += step_;
      break;
    case Qt::Key_Left:
      next.second -= step_;
      break;
    case Qt::Key_Right:
      next.second += step_;
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      return click(current_);
    default:
      return QWidget::keyPressEvent(event);
  }
  set_current_cell(next);
  Q_EMIT pointed_at(words_of(current_));
  moved();
}

}  // namespace acim::ui
