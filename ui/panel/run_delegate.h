#pragma once

#include <QStyledItemDelegate>

#include "ui/theme/theme.h"

namespace acim::ui {

/// Rows of the table of runs, without vertical rules: a bar and a soft ground for picked ones, the curve's sample and
/// the pin before its name, states as badges. A click on the pin sets it.
class RunDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  RunDelegate(const Theme* theme, QObject* parent);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
  void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const override;
  /// Marked as the one that is pointed at, here or in a chart; -1: none.
  void set_hovered_row(int row) { hovered_row_ = row; }
  int hovered_row() const { return hovered_row_; }
  /// Where the pin of a row is, within its first cell.
  static QRect pin_box(const QRect& cell);

 Q_SIGNALS:
  void pin_clicked(int row);

 private:
  QRect text_box(const QRect& cell, const QModelIndex& index) const;
  void paint_head(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
  int paint_badge(QPainter& painter, const QRect& box, const QString& text) const;

  const Theme* theme_;
  int hovered_row_ = -1;
};

}  // namespace acim::ui
