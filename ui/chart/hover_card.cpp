#include "ui/chart/hover_card.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/chart/marks.h"
#include "ui/chart/published_chips.h"

namespace acim::ui {

namespace {
constexpr int kShadow = 8;
constexpr int kPadding = 12;
constexpr int kRow = 20;
}  // namespace

HoverCard::HoverCard(const Theme* theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  hide();
}

void HoverCard::set_content(const Content& content) {
  content_ = content;
  const QFontMetrics body(theme_->font(TextRole::small));
  const QFontMetrics strong(theme_->font(TextRole::strong));
  int width = 44 + strong.horizontalAdvance(content.title);
  for (const auto& [label, value] : content.rows) {
    width = std::max(width, body.horizontalAdvance(label) + 20 + strong.horizontalAdvance(value));
  }
  const int footer = content.footer.isEmpty() ? 0 : 28;
  const int outer = std::clamp(width + 2 * kPadding, content.note.isEmpty() ? 216 : 284, 296);
  note_height_ = 0;
  if (!content.note.isEmpty()) {
    const QRect room(0, 0, outer - 2 * kPadding, 400);
    note_height_ =
        QFontMetrics(theme_->font(TextRole::caption)).boundingRect(room, Qt::TextWordWrap, content.note).height() + 6;
  }
  resize(outer + 2 * kShadow,
         2 * kPadding + 26 + kRow * static_cast<int>(content.rows.size()) + note_height_ + footer + 2 * kShadow);
  QString spoken = content.title;
  for (const auto& [label, value] : content.rows) spoken += QStringLiteral(", %1 %2").arg(label, value);
  setAccessibleName(spoken);
  update();
}

void HoverCard::show_beside(QPointF point, const QRectF& area) {
  constexpr double kGap = 12;
  double x = point.x() + kGap;
  if (x + width() > area.right()) x = point.x() - kGap - width();
  double y = point.y() + kGap;
  if (y + height() > area.bottom()) y = point.y() - kGap - height();
  if (y < area.top()) y = std::max(area.top(), area.bottom() - height());
  move(static_cast<int>(std::max(area.left(), x)), static_cast<int>(y));
  show();
  raise();
}

void HoverCard::paintEvent(QPaintEvent*) {
  const Tokens& t = theme_->tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF card = QRectF(rect()).adjusted(kShadow, kShadow, -kShadow, -kShadow);
  for (int ring = kShadow; ring > 0; --ring) {
    QColor shade = t.shadow;
    shade.setAlpha(shade.alpha() / 6 * (kShadow - ring + 1) / kShadow);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade);
    painter.drawRoundedRect(card.adjusted(-ring, -ring + 2, ring, ring), 8 + ring, 8 + ring);
  }
  painter.setBrush(t.panel);
  painter.setPen(QPen(t.field, 1));
  painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);

  const QRectF inner = card.adjusted(kPadding, kPadding, -kPadding, -kPadding);
  if (content_.chip) {
    draw_chip(painter, QPointF(inner.left() + 17, inner.top() + 9), t, false);
  } else if (content_.printed) {
    draw_published_value(painter, QPointF(inner.left() + 17, inner.top() + 9), t.series_style(content_.style).color);
  } else {
    draw_sample(painter, t.series_style(content_.style), QRectF(inner.left(), inner.top(), 34, 18), t.panel);
  }
  painter.setPen(t.text);
  painter.setFont(theme_->font(TextRole::strong));
  painter.drawText(QRectF(inner.left() + 42, inner.top(), inner.width() - 42, 18), Qt::AlignLeft | Qt::AlignVCenter,
                   content_.title);
  double y = inner.top() + 26;
  bool first = true;
  for (const auto& [label, value] : content_.rows) {
    const QRectF line(inner.left(), y, inner.width(), kRow);
    painter.setFont(theme_->font(TextRole::small));
    painter.setPen(t.text2);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, label);
    painter.setFont(theme_->font(first ? TextRole::strong : TextRole::body));
    painter.setPen(t.text);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, value);
    first = false;
    y += kRow;
  }
  if (note_height_ > 0) {
    painter.setFont(theme_->font(TextRole::caption));
    painter.setPen(t.text2);
    painter.drawText(QRectF(inner.left(), y + 4, inner.width(), note_height_), Qt::TextWordWrap, content_.note);
    y += note_height_;
  }
  if (content_.footer.isEmpty()) return;
  painter.setPen(QPen(t.line, 1));
  painter.drawLine(QPointF(inner.left(), y + 5.5), QPointF(inner.right(), y + 5.5));
  painter.setFont(theme_->font(TextRole::caption));
  painter.setPen(t.text2);
  painter.drawText(QRectF(inner.left(), y + 10, inner.width(), 18), Qt::AlignLeft | Qt::AlignVCenter, content_.footer);
}

}  // namespace acim::ui
