#include "ui/panel/loss_list.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <algorithm>
#include <cmath>

#include "ui/model/parameter_text.h"
#include "ui/model/rich_text.h"

namespace acim::ui {

namespace {

constexpr int kRowHeight = 28;
constexpr int kMostRows = 4;
constexpr int kBarLength = 56;
constexpr int kBarHeight = 6;
constexpr int kNumberWidth = 64;
constexpr int kGap = 8;
constexpr int kMargin = 16;

enum Role { kLayer = Qt::UserRole, kLoss, kNumber };

/// One row: name, bar, number.
class LossDelegate : public QStyledItemDelegate {
 public:
  LossDelegate(const Theme* theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

  QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override {
    return {160, kRowHeight};
  }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = theme_->tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool picked = option.state.testFlag(QStyle::State_Selected);
    if (picked) {
      painter->fillRect(option.rect, t.accent_soft);
      painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.accent);
    }
    painter->setPen(QPen(t.grid, 1));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
      painter->setPen(QPen(t.accent, 1.5));
      painter->drawRoundedRect(QRectF(option.rect).adjusted(5.5, 2.5, -4.5, -3.5), 4, 4);
    }
    const QRect box = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    painter->setFont(theme_->font(picked ? TextRole::value : TextRole::body));
    painter->setPen(t.text);
    const int room = box.width() - kBarLength - kNumberWidth - 2 * kGap;
    painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, room));
    painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter, index.data(kNumber).toString());
    const QRectF track(box.right() - kNumberWidth - kGap - kBarLength, box.center().y() - kBarHeight / 2.0 + 1,
                       kBarLength, kBarHeight);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.hover);
    painter->drawRoundedRect(track, 3, 3);
    if (const double loss = index.data(kLoss).toDouble(); loss > 0) {
      painter->setBrush(t.warning);
      painter->drawRoundedRect(QRectF(track.left(), track.top(), std::max(3.0, track.width() * loss), kBarHeight), 3,
                               3);
    }
    painter->restore();
  }

 private:
  const Theme* theme_;
};

/// Noise against signal: what the bars show.
double noise_of(double csnr_db) {
  return std::isfinite(csnr_db) ? std::pow(10.0, -csnr_db / 20) : 0;
}

}  // namespace

LossList::LossList(const Theme* theme, QWidget* parent) : QListView(parent) {
  setModel(&items_);
  setItemDelegate(new LossDelegate(theme, this));
  setAccessibleName(tr("Layers by signal to noise, the worst first"));
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setTabKeyNavigation(false);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
    if (index.isValid()) Q_EMIT layer_picked(index.data(kLayer).toInt());
  });
}

void LossList::show_explanation(const Explanation& explanation, std::size_t chosen_layer) {
  const QSignalBlocker quiet(selectionModel());
  double most = 0;
  for (const double csnr : explanation.csnr_db) most = std::max(most, noise_of(csnr));
  const auto rows = static_cast<int>(explanation.ranked.size());
  items_.setRowCount(rows);
  for (int row = 0; row < rows; ++row) {
    const std::size_t place = explanation.ranked[static_cast<std::size_t>(row)];
    const LayerExplanation& layer = explanation.layers[place];
    const double csnr = explanation.csnr_db[place];
    const QString name = QString::fromStdString(layer.layer);
    const QString number = std::isfinite(csnr) ? tr("%1 dB").arg(decibel_text(csnr)) : tr("exact");
    auto* item = new QStandardItem(name);
    item->setData(static_cast<int>(layer.index), kLayer);
    item->setData(most > 0 ? noise_of(csnr) / most : 0, kLoss);
    item->setData(number, kNumber);
    item->setData(QStringLiteral("%1, %2").arg(name, number), Qt::AccessibleTextRole);
    item->setToolTip(plain_tip(QStringLiteral("%1, %2").arg(name, number)));
    items_.setItem(row, item);
    if (layer.index == chosen_layer)
      selectionModel()->setCurrentIndex(items_.index(row, 0), QItemSelectionModel::ClearAndSelect);
  }
  updateGeometry();
  viewport()->update();
  scrollTo(currentIndex());
}

std::vector<int> LossList::layers() const {
  std::vector<int> layers;
  for (int row = 0; row < items_.rowCount(); ++row) layers.push_back(items_.index(row, 0).data(kLayer).toInt());
  return layers;
}

QSize LossList::sizeHint() const {
  return {160, kRowHeight * std::clamp(items_.rowCount(), 1, kMostRows)};
}

}  // namespace acim::ui
