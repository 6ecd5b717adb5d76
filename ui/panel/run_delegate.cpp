#include "ui/panel/run_delegate.h"

#include <QMouseEvent>
#include <QPainter>

#include "ui/chart/marks.h"
#include "ui/model/runs_model.h"

namespace acim::ui {

namespace {
constexpr int kSampleLeft = 16;
constexpr int kSampleWidth = 30;
constexpr int kPinLeft = 54;
constexpr int kNameLeft = 80;
}  // namespace

RunDelegate::RunDelegate(const Theme* theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

QRect RunDelegate::pin_box(const QRect& cell) {
  return {cell.left() + kPinLeft, cell.center().y() - 7, 16, 16};
}

QRect RunDelegate::text_box(const QRect& cell, const QModelIndex& index) const {
  return cell.adjusted(index.column() == RunsModel::kRun ? kNameLeft : 8, 0, -8, 0);
}

void RunDelegate::paint_head(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Tokens& t = theme_->tokens();
  const QRect& cell = option.rect;
  if (option.state.testFlag(QStyle::State_Selected))
    painter.fillRect(QRect(cell.left(), cell.top(), 3, cell.height()), t.accent);
  painter.setOpacity(index.data(RunsModel::kCurrentRole).toBool() ? 1 : 0.55);
  draw_sample(painter, t.series_style(index.data(RunsModel::kStyleRole).toInt()),
              QRectF(cell.left() + kSampleLeft, cell.top(), kSampleWidth, cell.height()), t.panel);
  painter.setOpacity(1);
  const bool pinned = index.data(RunsModel::kPinnedRole).toBool();
  if (!pinned) painter.setOpacity(0.5);
  theme_->icon(QStringLiteral("pin"), pinned ? IconInk::accent : IconInk::quiet).paint(&painter, pin_box(cell));
  painter.setOpacity(1);
}

int RunDelegate::paint_badge(QPainter& painter, const QRect& box, const QString& text) const {
  const Tokens& t = theme_->tokens();
  painter.setFont(theme_->font(TextRole::caption_strong));
  const int width = painter.fontMetrics().horizontalAdvance(text) + 14;
  const QRect badge(box.left(), box.center().y() - 8, width, 18);
  const bool neutral = text == RunsModel::tr("baseline");
  painter.setPen(Qt::NoPen);
  painter.setBrush(neutral ? t.hover : t.accent_soft);
  painter.drawRoundedRect(badge, 8, 8);
  painter.setPen(neutral ? t.text2 : t.accent);
  painter.drawText(badge, Qt::AlignCenter, text);
  return width + 8;
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Tokens& t = theme_->tokens();
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (option.state.testFlag(QStyle::State_Selected)) {
    painter->fillRect(option.rect, t.accent_soft);
  } else if (index.row() == hovered_row_) {
    painter->fillRect(option.rect, t.hover);
  }
  painter->setPen(QPen(t.grid, 1));
  painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  if (index.column() == RunsModel::kRun) paint_head(*painter, option, index);
  QRect box = text_box(option.rect, index);
  QString text = index.data(Qt::DisplayRole).toString();
  if (index.column() == RunsModel::kNote) {
    if (const QString badge = index.data(RunsModel::kBadgeRole).toString(); !badge.isEmpty()) {
      box.setLeft(box.left() + paint_badge(*painter, box, badge));
      text = index.data(Qt::EditRole).toString();
    }
  }
  const bool quiet = index.column() == RunsModel::kSettings || index.column() == RunsModel::kTime ||
                     index.column() == RunsModel::kNote;
  const bool strong = index.column() == RunsModel::kRun || index.column() == RunsModel::kAccuracy;
  painter->setFont(theme_->font(strong ? TextRole::value : TextRole::body));
  painter->setPen(quiet ? t.text2 : t.text);
  painter->drawText(box, index.data(Qt::TextAlignmentRole).toInt(),
                    painter->fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
  if (option.state.testFlag(QStyle::State_HasFocus)) {
    painter->setPen(QPen(t.accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(4, 3, -2, -3), 4, 4);
  }
  painter->restore();
}

bool RunDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                              const QModelIndex& index) {
  if (event->type() == QEvent::MouseButtonRelease && index.column() == RunsModel::kRun) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (mouse->button() == Qt::LeftButton && pin_box(option.rect).adjusted(-5, -8, 5, 8).contains(mouse->pos())) {
      Q_EMIT pin_clicked(index.row());
      return true;
    }
  }
  return QStyledItemDelegate::editorEvent(event, model, option, index);
}

void RunDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                       const QModelIndex& index) const {
  editor->setGeometry(text_box(option.rect, index).adjusted(-8, 1, 8, -1));
}

}  // namespace acim::ui
