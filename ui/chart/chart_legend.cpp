#include "ui/chart/chart_legend.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include "ui/chart/marks.h"
#include "ui/chart/published_chips.h"

namespace acim::ui {

namespace {
constexpr int kSample = 34;
}

LegendEntry::LegendEntry(const QString& name, int style, const Theme* theme, QWidget* parent)
    : QAbstractButton(parent), style_(style), theme_(theme) {
  setText(name);
  setCheckable(true);
  setChecked(true);
  setFocusPolicy(Qt::TabFocus);
  setAttribute(Qt::WA_Hover);
  setAccessibleName(tr("Curve %1").arg(name));
  setAccessibleDescription(tr("Checked: shown. Press to hide or show the curve."));
  setToolTip(tr("Hide or show this curve"));
}

LegendEntry::LegendEntry(const QString& name, LegendSample sample, const Theme* theme, QWidget* parent)
    : LegendEntry(name, 0, theme, parent) {
  sample_ = sample;
  setChecked(false);
  setAccessibleName(name);
  setAccessibleDescription(tr("Checked: shown. Press to show or hide it."));
}

QSize LegendEntry::sizeHint() const {
  return {kSample + 14 + QFontMetrics(theme_->font(TextRole::small)).horizontalAdvance(text()), 26};
}

void LegendEntry::paintEvent(QPaintEvent*) {
  const Tokens& t = theme_->tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (underMouse() || hasFocus()) {
    painter.setPen(hasFocus() ? QPen(t.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? t.hover : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
  }
  painter.setOpacity(isChecked() ? 1 : 0.5);
  const QRectF box(4, 0, kSample, height());
  switch (sample_) {
    case LegendSample::curve:
      draw_sample(painter, t.series_style(style_), box, t.panel);
      break;
    case LegendSample::published_values:
      draw_published_value(painter, box.center(), t);
      break;
    case LegendSample::published_chips:
      draw_chip(painter, box.center(), t, false);
      break;
  }
  QFont font = theme_->font(TextRole::small);
  font.setStrikeOut(!isChecked() && sample_ == LegendSample::curve);
  painter.setOpacity(1);
  painter.setFont(font);
  painter.setPen(isChecked() ? t.text : t.text2);
  painter.drawText(QRectF(kSample + 10, 0, width() - kSample - 10, height()), Qt::AlignLeft | Qt::AlignVCenter, text());
}

ChartLegend::ChartLegend(const Theme* theme, QWidget* parent)
    : QWidget(parent), theme_(theme), family_(new QLabel), entries_layout_(new QHBoxLayout), note_(new QLabel) {
  family_->setProperty("kind", "quiet");
  family_->setFont(theme->font(TextRole::caption));
  note_->setProperty("kind", "quiet");
  note_->setFont(theme->font(TextRole::caption));
  entries_layout_->setSpacing(10);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(16, 6, 16, 0);
  layout->setSpacing(10);
  layout->addWidget(family_);
  layout->addLayout(entries_layout_);
  layout->addStretch(1);
  layout->addWidget(note_);
  setMinimumHeight(34);
}

void ChartLegend::set_plan(const ChartPlan& plan) {
  for (LegendEntry* entry : entries_) delete entry;
  entries_.clear();
  family_->setText(plan.family_label);
  family_->setVisible(!plan.family_label.isEmpty());
  for (std::size_t i = 0; i < plan.curves.size(); ++i) {
    auto* entry = new LegendEntry(plan.curves[i], static_cast<int>(i), theme_);
    connect(entry, &QAbstractButton::toggled, this, [this, i](bool shown) { Q_EMIT curve_toggled(i, shown); });
    entries_layout_->addWidget(entry);
    entries_.push_back(entry);
  }
  if (overlay_ != nullptr) entries_layout_->addWidget(overlay_);  // The last one.
  make_room();
}

void ChartLegend::set_note(const QString& note) {
  note_->setText(note);
  make_room();
}

void ChartLegend::set_overlay(LegendSample sample, const QString& name, const QString& tip) {
  const bool wanted = sample != LegendSample::curve;
  if (overlay_ != nullptr && overlay_sample_ == sample && overlay_->text() == name) return;
  delete overlay_;
  overlay_ = nullptr;
  overlay_sample_ = sample;
  if (wanted) {
    overlay_ = new LegendEntry(name, sample, theme_);
    overlay_->setToolTip(tip);
    connect(overlay_, &QAbstractButton::toggled, this,
            [this, sample](bool shown) { Q_EMIT overlay_toggled(sample, shown); });
    entries_layout_->addWidget(overlay_);
  }
  make_room();
}

/// The note gives way to the entries.
void ChartLegend::make_room() {
  int needed = layout()->contentsMargins().left() + layout()->contentsMargins().right() + 30;
  if (family_->isVisibleTo(this)) needed += family_->sizeHint().width() + 10;
  for (const LegendEntry* entry : entries_) needed += entry->sizeHint().width() + 10;
  if (overlay_ != nullptr) needed += overlay_->sizeHint().width() + 10;
  note_->setVisible(needed + note_->sizeHint().width() <= width());
}

void ChartLegend::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  make_room();
}

}  // namespace acim::ui
