#include "ui/panel/layer_delegate.h"

#include <QPainter>

#include "ui/model/layers_model.h"

namespace acim::ui {

namespace {

constexpr int kLeft = 16;  ///< of the first column
constexpr int kGap = 8;
constexpr int kBarLength = 36;
constexpr int kBarHeight = 6;
constexpr int kSymbol = 14;
constexpr int kLossLength = 64;
constexpr int kShortLoss = 40;
constexpr int kWhisker = 5;  ///< half the height of the interval's ends

}  // namespace

QString short_layer_name(const QString& name, const QFontMetrics& metrics, int width) {
  QStringList words = name.split('.');
  for (qsizetype i = 0; i + 1 < words.size() && metrics.horizontalAdvance(words.join('.')) > width; ++i) {
    qsizetype digits = words[i].size();
    while (digits > 0 && words[i][digits - 1].isDigit()) --digits;
    if (digits > 1) words[i].remove(1, digits - 1);
  }
  const QString fitted = words.join('.');
  return metrics.horizontalAdvance(fitted) <= width ? fitted : metrics.elidedText(fitted, Qt::ElideLeft, width);
}

LayerDelegate::LayerDelegate(const Theme* theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

void LayerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Tokens& t = theme_->tokens();
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const bool picked = option.state.testFlag(QStyle::State_Selected);
  if (picked) painter->fillRect(option.rect, t.accent_soft);
  painter->setPen(QPen(t.grid, 1));
  painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  const QRect box = option.rect.adjusted(kGap, 0, -kGap, 0);
  if (index.column() == LayersModel::kLayer) {
    if (picked) painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.accent);
    // The cell that keys act on.
    if (option.state.testFlag(QStyle::State_HasFocus)) {
      painter->setPen(QPen(t.accent, 1.5));
      painter->drawRoundedRect(QRectF(option.rect).adjusted(5.5, 2.5, -2.5, -3.5), 4, 4);
    }
    paint_name(*painter, box.adjusted(kLeft - kGap, 0, 0, 0), index, picked);
  } else if (index.column() == LayersModel::kEnergy) {
    paint_bar(*painter, box, index);
  } else if (index.column() == LayersModel::kSensitivity) {
    paint_loss(*painter, box, index);
  } else {
    const bool quiet = index.column() == LayersModel::kShape || index.data(LayersModel::kDigitalRole).toBool();
    painter->setFont(theme_->font(quiet ? TextRole::body : TextRole::value));
    painter->setPen(quiet ? t.text2 : t.text);
    const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width());
    painter->drawText(box, index.data(Qt::TextAlignmentRole).toInt(), text);
  }
  painter->restore();
}

void LayerDelegate::paint_name(QPainter& painter, const QRect& box, const QModelIndex& index, bool picked) const {
  const Tokens& t = theme_->tokens();
  const bool digital = index.data(LayersModel::kDigitalRole).toBool();
  const bool broken = !index.data(LayersModel::kProblemRole).toString().isEmpty();
  const int own = index.data(LayersModel::kOwnCountRole).toInt();
  QString note;
  QColor ink = t.text2;
  if (digital) note = tr("digital");
  if (own > 0 && !digital) {
    note = tr("%1 own").arg(own);
    ink = t.accent;
  }
  if (broken) {
    note = tr("cannot run");
    ink = t.error;
  }
  // Where all of them cannot run the names are what tells rows apart: a symbol says it as well.
  const int whole = QFontMetrics(theme_->font(TextRole::value)).horizontalAdvance(index.data().toString());
  const int word = QFontMetrics(theme_->font(TextRole::caption_strong)).horizontalAdvance(note);
  const bool as_symbol = broken && whole + kGap + word > box.width();
  if (as_symbol) note.clear();
  const QFont small = theme_->font(note.isEmpty() || digital ? TextRole::caption : TextRole::caption_strong);
  const int note_width = as_symbol        ? kSymbol + kGap
                         : note.isEmpty() ? 0
                                          : QFontMetrics(small).horizontalAdvance(note) + kGap;
  painter.setFont(theme_->font(picked || own > 0 ? TextRole::value : TextRole::body));
  painter.setPen(digital ? t.text2 : t.text);
  const QFontMetrics metrics(painter.font());
  const QString name = short_layer_name(index.data().toString(), metrics, box.width() - note_width);
  painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, name);
  if (as_symbol) {
    const QRect symbol(box.left() + metrics.horizontalAdvance(name) + kGap, box.center().y() - kSymbol / 2 + 1, kSymbol,
                       kSymbol);
    theme_->icon(QStringLiteral("error"), IconInk::error).paint(&painter, symbol);
  }
  if (note.isEmpty()) return;
  painter.setFont(small);
  painter.setPen(ink);
  painter.drawText(box.adjusted(metrics.horizontalAdvance(name) + kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                   note);
}

/// A rank that is not decided has an empty bar, and a question mark beside it in its own column.
void LayerDelegate::paint_loss(QPainter& painter, const QRect& box, const QModelIndex& index) const {
  const Tokens& t = theme_->tokens();
  const QVariant whisker = index.data(LayersModel::kWhiskerRole);
  const double length = index.data(LayersModel::kRelativeRole).toDouble();
  const int bar = narrow_ ? kShortLoss : kLossLength;
  const int top = box.center().y() - kBarHeight / 2 + 1;
  const QRectF track(box.left(), top, bar, kBarHeight);
  const QColor ink = index.data(LayersModel::kStaleRole).toBool() ? t.text2 : t.warning;
  painter.setPen(Qt::NoPen);
  painter.setBrush(t.hover);
  painter.drawRoundedRect(track, 3, 3);
  if (length > 0) {
    QRectF filled = track;
    filled.setWidth(std::max(4.0, track.width() * length));
    const bool decided = index.data(LayersModel::kDecidedRole).toBool();
    painter.setPen(QPen(ink, 1));
    painter.setBrush(decided ? QBrush(ink) : QBrush(t.panel));
    painter.drawRoundedRect(filled.adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5);
  }
  if (whisker.isValid()) {
    const double low = track.left() + track.width() * whisker.toPointF().x();
    const double high = track.left() + track.width() * whisker.toPointF().y();
    const double middle = track.center().y();
    painter.setPen(QPen(t.text, 1));
    painter.drawLine(QPointF(low, middle), QPointF(high, middle));
    painter.drawLine(QPointF(high, middle - kWhisker), QPointF(high, middle + kWhisker));
    // Below zero it goes on to the left of the track.
    if (low > track.left()) painter.drawLine(QPointF(low, middle - kWhisker), QPointF(low, middle + kWhisker));
  }
  painter.setFont(theme_->font(whisker.isValid() ? TextRole::value : TextRole::body));
  painter.setPen(whisker.isValid() ? t.text : t.text2);
  painter.drawText(box.adjusted(bar + kGap, 0, kGap, 0), Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
}

void LayerDelegate::paint_bar(QPainter& painter, const QRect& box, const QModelIndex& index) const {
  const Tokens& t = theme_->tokens();
  const double length = index.data(LayersModel::kRelativeRole).toDouble();
  const int top = box.center().y() - kBarHeight / 2 + 1;
  const QRectF track(box.left(), top, narrow_ ? box.width() : kBarLength, kBarHeight);
  painter.setPen(Qt::NoPen);
  painter.setBrush(t.hover);
  painter.drawRoundedRect(track, 3, 3);
  if (length > 0) {
    painter.setBrush(index.data(LayersModel::kDigitalRole).toBool() ? t.components[5] : t.components[2]);
    QRectF filled = track;
    filled.setWidth(std::max(3.0, track.width() * length));
    painter.drawRoundedRect(filled, std::min(3.0, filled.width() / 2), 3);
  }
  if (narrow_) return;
  painter.setFont(theme_->font(TextRole::body));
  painter.setPen(t.text2);
  painter.drawText(box.adjusted(kBarLength + kGap, 0, kGap, 0), Qt::AlignLeft | Qt::AlignVCenter,
                   index.data().toString());
}

}  // namespace acim::ui
