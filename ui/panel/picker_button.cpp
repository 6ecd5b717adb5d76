#include "ui/panel/picker_button.h"

#include <QPainter>
#include <QStyleOptionToolButton>
#include <algorithm>

namespace acim::ui {

namespace {
constexpr int kPadding = 12;
constexpr int kWidestValue = 190;
}  // namespace

PickerButton::PickerButton(const QString& caption, const Theme* theme, QWidget* parent)
    : QToolButton(parent), caption_(caption), theme_(theme) {
  setPopupMode(QToolButton::InstantPopup);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(caption);
  setMinimumHeight(32);
}

void PickerButton::set_value(const QString& value, const QString& shorter) {
  value_ = value;
  shorter_ = shorter;
  setAccessibleName(QStringLiteral("%1: %2").arg(caption_, value));
  updateGeometry();
  update();
}

void PickerButton::set_caption_shown(bool shown) {
  caption_shown_ = shown;
  updateGeometry();
  update();
}

QSize PickerButton::sizeHint() const {
  int width = 2 * kPadding + 16 + 6 +
              std::min(kWidestValue, QFontMetrics(theme_->font(TextRole::value)).horizontalAdvance(value_) + 2);
  if (caption_shown_) width += QFontMetrics(theme_->font(TextRole::caption)).horizontalAdvance(caption_) + 8;
  return {width, 32};
}

void PickerButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  QStyleOptionToolButton option;
  initStyleOption(&option);
  option.text.clear();
  option.icon = QIcon();
  option.features = QStyleOptionToolButton::None;
  style()->drawComplexControl(QStyle::CC_ToolButton, &option, &painter, this);
  const Tokens& t = theme_->tokens();
  painter.setRenderHint(QPainter::Antialiasing);
  int x = kPadding;
  if (caption_shown_) {
    painter.setFont(theme_->font(TextRole::caption));
    painter.setPen(t.text2);
    const int width = QFontMetrics(painter.font()).horizontalAdvance(caption_);
    painter.drawText(QRect(x, 0, width + 2, height()), Qt::AlignLeft | Qt::AlignVCenter, caption_);
    x += width + 8;
  }
  painter.setFont(theme_->font(TextRole::value));
  painter.setPen(isEnabled() ? t.text : t.text3);
  const QRect space(x, 0, width() - x - kPadding - 20, height());
  const QFontMetrics metrics(painter.font());
  const bool fits = shorter_.isEmpty() || metrics.horizontalAdvance(value_) <= space.width();
  painter.drawText(space, Qt::AlignLeft | Qt::AlignVCenter,
                   metrics.elidedText(fits ? value_ : shorter_, Qt::ElideMiddle, space.width()));
  theme_->icon(QStringLiteral("chevron-down"))
      .paint(&painter, QRect(width() - kPadding - 14, (height() - 16) / 2, 16, 16));
}

}  // namespace acim::ui
