#include "ui/chart/chart_legend.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>

#include "ui/chart/marks.h"
#include "ui/chart/published_chips.h"
#include "ui/model/rich_text.h"

namespace acim::ui {

namespace {
constexpr int kSample = 34;
constexpr int kRow = 26;
constexpr int kTop = 6;
constexpr int kMargin = 16;
constexpr int kApart = 10;
constexpr int kMostRows = 3;
}  // namespace

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
  draw_legend_sample(painter, sample_, style_, box, t);
  QFont font = theme_->font(TextRole::small);
  font.setStrikeOut(!isChecked() && sample_ == LegendSample::curve);
  painter.setOpacity(1);
  painter.setFont(font);
  painter.setPen(isChecked() ? t.text : t.text2);
  painter.drawText(QRectF(kSample + 10, 0, width() - kSample - 10, height()), Qt::AlignLeft | Qt::AlignVCenter, text());
}

void draw_legend_sample(QPainter& painter, LegendSample sample, int style, const QRectF& box, const Tokens& tokens) {
  switch (sample) {
    case LegendSample::curve:
      return draw_sample(painter, tokens.series_style(style), box, tokens.panel);
    case LegendSample::published_values:
      return draw_published_value(painter, box.center(), tokens.text);
    case LegendSample::published_chips:
      return draw_chip(painter, box.center(), tokens, false);
  }
}

ChartLegend::ChartLegend(const Theme* theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      family_(new QLabel(this)),
      entries_box_(new QWidget),
      scroll_(new QScrollArea(this)),
      note_(new QLabel(this)) {
  family_->setProperty("kind", "quiet");
  family_->setFont(theme->font(TextRole::caption));
  note_->setProperty("kind", "quiet");
  note_->setFont(theme->font(TextRole::caption));
  scroll_->setWidget(entries_box_);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  for (QWidget* plain : {static_cast<QWidget*>(scroll_), scroll_->viewport(), entries_box_}) {
    plain->setAutoFillBackground(false);
  }
  setFixedHeight(kTop + kRow + 2);
}

void ChartLegend::set_plan(const ChartPlan& plan) {
  for (LegendEntry* entry : entries_) delete entry;
  entries_.clear();
  family_->setText(plan.family_label);
  for (std::size_t i = 0; i < plan.curves.size(); ++i) {
    auto* entry = new LegendEntry(plan.curves[i], plan.style(i), theme_, entries_box_);
    connect(entry, &QAbstractButton::toggled, this, [this, i](bool shown) { Q_EMIT curve_toggled(i, shown); });
    entry->show();
    // The keyboard brings an entry into view.
    entry->installEventFilter(this);
    entries_.push_back(entry);
  }
  make_room();
}

void ChartLegend::set_deleted(std::size_t curve, bool deleted) {
  if (curve >= entries_.size() || entries_[curve]->isHidden() == deleted) return;
  entries_[curve]->setVisible(!deleted);
  make_room();
}

void ChartLegend::set_pinned(const std::vector<PinnedCurve>& curves) {
  constexpr int kLongest = 220;  // px of a name
  const QFontMetrics metrics(theme_->font(TextRole::small));
  // One that is unpinned and still picked is shown again, however it was before.
  const auto entry_of = [](const PinnedCurve& curve) { return std::pair(curve.curve, curve.pinned); };
  const bool same = std::ranges::equal(curves, pinned_, {}, entry_of);
  if (!same) {
    std::vector<std::pair<CurveOfRun, bool>> hidden;
    for (std::size_t i = 0; i < pinned_.size(); ++i) {
      if (!pinned_entries_[i]->isChecked()) hidden.push_back(pinned_[i]);
      delete pinned_entries_[i];
    }
    pinned_entries_.clear();
    pinned_.clear();
    for (const PinnedCurve& one : curves) {
      auto* entry = new LegendEntry(one.name, one.style, theme_, entries_box_);
      entry->setChecked(std::ranges::find(hidden, entry_of(one)) == hidden.end());
      connect(entry, &QAbstractButton::toggled, this,
              [this, curve = one.curve](bool shown) { Q_EMIT pinned_toggled(curve, shown); });
      entry->setVisible(pinned_shown_);
      entry->installEventFilter(this);
      pinned_.push_back(entry_of(one));
      pinned_entries_.push_back(entry);
    }
  }
  for (std::size_t i = 0; i < curves.size(); ++i) {
    const PinnedCurve& curve = curves[i];
    pinned_entries_[i]->set_style(curve.style);
    pinned_entries_[i]->setText(metrics.elidedText(curve.name, Qt::ElideRight, kLongest));
    pinned_entries_[i]->setAccessibleName(curve.pinned ? tr("Pinned curve %1").arg(curve.name)
                                                       : tr("Picked curve %1").arg(curve.name));
    pinned_entries_[i]->setToolTip(plain_tip(curve.pinned ? tr("%1: pinned, of an earlier run").arg(curve.name)
                                                          : tr("%1: picked in the table of runs").arg(curve.name)));
  }
  make_room();
}

void ChartLegend::show_pinned(bool shown) {
  if (pinned_shown_ == shown) return;
  pinned_shown_ = shown;
  for (LegendEntry* entry : pinned_entries_) entry->setVisible(shown);
  make_room();
}

void ChartLegend::set_styles(const ChartPlan& plan) {
  for (std::size_t i = 0; i < entries_.size(); ++i) entries_[i]->set_style(plan.style(i));
}

void ChartLegend::set_note(const QString& note) {
  note_->setText(note);
  make_room();
}

void ChartLegend::set_overlay(const LegendOverlay& offered) {
  const auto& [sample, name, tip] = offered;
  const bool wanted = sample != LegendSample::curve;
  if (overlay_ != nullptr && overlay_sample_ == sample && overlay_->text() == name) return overlay_->setToolTip(tip);
  delete overlay_;
  overlay_ = nullptr;
  overlay_sample_ = sample;
  if (wanted) {
    overlay_ = new LegendEntry(name, sample, theme_, entries_box_);
    overlay_->show();
    overlay_->setToolTip(tip);
    connect(overlay_, &QAbstractButton::toggled, this,
            [this, sample = offered.sample](bool shown) { Q_EMIT overlay_toggled(sample, shown); });
  }
  make_room();
}

/// How many rows the entries need, the overlay's last; put into them when asked to.
int ChartLegend::rows_of(int width, bool place) const {
  int x = 0;
  int row = 0;
  const auto put = [&](LegendEntry* entry) {
    const int needed = entry->sizeHint().width();
    if (x > 0 && x + needed > width) {
      x = 0;
      ++row;
    }
    if (place) entry->setGeometry(x, row * kRow, needed, kRow);
    x += needed + kApart;
  };
  for (LegendEntry* entry : entries_) {
    if (!entry->isHidden()) put(entry);
  }
  for (LegendEntry* entry : pinned_entries_) {
    if (pinned_shown_) put(entry);
  }
  if (overlay_ != nullptr) put(overlay_);
  return row + 1;
}

/// The note gives way to the entries; then they take more rows.
void ChartLegend::make_room() {
  int left = kMargin;
  const int family_width = family_->sizeHint().width();
  // Gone where that spares a row: the table of runs says it, too.
  const int least_rows = rows_of(std::max(1, width() - 2 * kMargin), false);
  const int rows_beside = rows_of(std::max(1, width() - 2 * kMargin - family_width - kApart), false);
  family_->setVisible(!family_->text().isEmpty() && (least_rows > 1 || rows_beside == 1));
  if (family_->isVisibleTo(this)) {
    family_->setGeometry(left, kTop, family_width, kRow);
    left += family_width + kApart;
  }
  const int room = std::max(1, width() - left - kMargin);
  const int note_width = note_->sizeHint().width();
  const bool noted = room > note_width + 3 * kApart && rows_of(room - note_width - 3 * kApart, false) == 1;
  note_->setVisible(noted);
  note_->setGeometry(width() - kMargin - note_width, kTop, note_width, kRow);
  const int entries_width = noted ? room - note_width - kApart : room;
  const int all_rows = rows_of(entries_width, false);
  const bool scrolled = all_rows > kMostRows;
  const int bar = scrolled ? scroll_->verticalScrollBar()->sizeHint().width() : 0;
  const int rows = rows_of(entries_width - bar, true);
  const int shown_rows = std::min(rows, kMostRows);
  scroll_->setVerticalScrollBarPolicy(scrolled ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
  scroll_->setGeometry(left, kTop, entries_width, shown_rows * kRow);
  entries_box_->resize(entries_width - bar, rows * kRow);
  setFixedHeight(kTop + shown_rows * kRow + 2);
}

bool ChartLegend::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn) scroll_->ensureWidgetVisible(static_cast<QWidget*>(watched), 0, 0);
  return QWidget::eventFilter(watched, event);
}

void ChartLegend::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  make_room();
}

}  // namespace acim::ui
