#include "ui/chart/cause_bar.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/model/cause_text.h"
#include "ui/model/parameter_text.h"

namespace acim::ui {

namespace {

constexpr int kBarHeight = 12;
constexpr int kBelowBar = 8;
constexpr int kLineHeight = 20;
constexpr int kSwatch = 8;
constexpr double kLeastShare = 0.0005;  ///< shown as 0.1 %

QString share_text(double share) {
  return with_minus(percent_text(share, 1));
}

}  // namespace

CauseBar::CauseBar(const Theme* theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setAccessibleName(tr("What the error is made of"));
}

void CauseBar::set_errors(const LayerErrors& errors) {
  parts_.clear();
  QStringList words;
  for (std::size_t k = 0; k < kErrorCauses; ++k) {
    const auto cause = static_cast<ErrorCause>(k);
    if (std::abs(errors.share(cause)) >= kLeastShare) parts_.push_back({cause, errors.share(cause)});
  }
  std::ranges::stable_sort(parts_, std::ranges::greater(), &Part::share);
  for (const Part& part : parts_) words << tr("%1: %2").arg(cause_name(part.cause), share_text(part.share));
  setAccessibleDescription(words.join(QStringLiteral(", ")));
  updateGeometry();
  update();
}

QColor CauseBar::color(ErrorCause cause) const {
  const Tokens& t = theme_->tokens();
  switch (cause) {
    case ErrorCause::adc_rounding:
      return t.components[0];
    case ErrorCause::random_noise:
      return t.components[5];
    case ErrorCause::nonlinearity:
      return t.components[6];
    case ErrorCause::clipping_below:
      return t.components[2];
    case ErrorCause::clipping_above:
      return t.components[3];
    case ErrorCause::weight_variation:
      return t.components[4];
    case ErrorCause::compression:
      return t.components[1];
    case ErrorCause::activation_clipping:
      return t.components[7];
    case ErrorCause::activation_rounding:
      return t.components[8];
    case ErrorCause::weight_rounding:
      break;
  }
  return t.axis;
}

QSize CauseBar::sizeHint() const {
  return {240, kBarHeight + kBelowBar + kLineHeight * static_cast<int>(parts_.size())};
}

QRect CauseBar::line(std::size_t part) const {
  return {0, kBarHeight + kBelowBar + kLineHeight * static_cast<int>(part), width(), kLineHeight};
}

bool CauseBar::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (!line(i).contains(help->pos())) continue;
      QToolTip::showText(help->globalPos(), cause_meaning(parts_[i].cause), this, line(i));
      return true;
    }
    QToolTip::hideText();
    return true;
  }
  return QWidget::event(event);
}

void CauseBar::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Tokens& t = theme_->tokens();
  double whole = 0;
  for (const Part& part : parts_) whole += std::max(0.0, part.share);
  QPainterPath track;
  track.addRoundedRect(QRectF(0, 0, width(), kBarHeight), 4, 4);
  painter.save();
  painter.setClipPath(track);
  painter.fillRect(QRectF(0, 0, width(), kBarHeight), t.hover);
  double left = 0;
  for (const Part& part : parts_) {
    if (part.share <= 0) continue;
    const double wide = width() * part.share / whole;
    painter.fillRect(QRectF(left, 0, wide, kBarHeight), color(part.cause));
    left += wide;
    // A pixel of ground tells neighbours apart.
    painter.fillRect(QRectF(left - 1, 0, 1, kBarHeight), t.panel);
  }
  painter.restore();
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const QRect box = line(i);
    painter.fillRect(QRectF(0, box.center().y() - kSwatch / 2.0 + 1, kSwatch, kSwatch), color(parts_[i].cause));
    painter.setFont(theme_->font(i == 0 ? TextRole::small_strong : TextRole::small));
    painter.setPen(t.text);
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, share_text(parts_[i].share));
    const int room =
        box.width() - 2 * kSwatch - painter.fontMetrics().horizontalAdvance(share_text(parts_[i].share)) - 8;
    painter.drawText(box.adjusted(2 * kSwatch, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(cause_name(parts_[i].cause), Qt::ElideRight, room));
  }
}

}  // namespace acim::ui
