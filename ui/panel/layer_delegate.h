#pragma once

#include <QStyledItemDelegate>

#include "ui/theme/theme.h"

namespace acim::ui {

/// A layer's name in no more than `width`: words before its last one give way to their first letter and number,
/// "l2.0.conv1" for "layer2.0.conv1", so that names that are told apart stay so; then it loses its beginning.
QString short_layer_name(const QString& name, const QFontMetrics& metrics, int width);

/// Rows of LayersModel without vertical rules: a badge after a name that has settings of its own or stays digital, a
/// bar before an energy share, a heat bar with its interval before an accuracy lost.
class LayerDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  LayerDelegate(const Theme* theme, QObject* parent);

  /// Bars alone, where there is no room for numbers beside them.
  void set_narrow(bool narrow) { narrow_ = narrow; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paint_name(QPainter& painter, const QRect& box, const QModelIndex& index, bool picked) const;
  void paint_bar(QPainter& painter, const QRect& box, const QModelIndex& index) const;
  void paint_loss(QPainter& painter, const QRect& box, const QModelIndex& index) const;

  const Theme* theme_;
  bool narrow_ = false;
};

}  // namespace acim::ui
