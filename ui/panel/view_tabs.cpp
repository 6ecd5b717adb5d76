#include "ui/panel/view_tabs.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace acim::ui {

namespace {
constexpr int kHeight = 40;
}

ViewTab::ViewTab(const QString& text, const Theme* theme, QWidget* parent) : QAbstractButton(parent), theme_(theme) {
  setText(text);
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize ViewTab::sizeHint() const {
  return {QFontMetrics(theme_->font(TextRole::strong)).horizontalAdvance(text()) + 24, kHeight};
}

void ViewTab::paintEvent(QPaintEvent*) {
  const Tokens& t = theme_->tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (underMouse() && !isChecked()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.hover);
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 7, -2, -7), 5, 5);
  }
  painter.setFont(theme_->font(isChecked() ? TextRole::strong : TextRole::body));
  painter.setPen(isChecked() ? t.text : t.text2);
  // In a window narrower than its words a tab keeps its beginning.
  painter.drawText(rect(), Qt::AlignCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 4));
  if (isChecked()) painter.fillRect(QRect(0, height() - 2, width(), 2), t.accent);
  if (!hasFocus()) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(t.accent, 2));
  painter.drawRoundedRect(QRectF(rect()).adjusted(3, 7, -3, -7), 5, 5);
}

ViewTabs::ViewTabs(const Theme* theme, QWidget* parent)
    : QWidget(parent), theme_(theme), group_(new QButtonGroup(this)), layout_(new QHBoxLayout(this)) {
  layout_->setContentsMargins(0, 0, 0, 0);
  layout_->setSpacing(0);
  setFixedHeight(kHeight);
  connect(group_, &QButtonGroup::idToggled, this, [this](int view, bool shown) {
    if (shown) Q_EMIT view_changed(view);
  });
}

void ViewTabs::add(const QString& name, const QString& what_it_shows) {
  const int view = static_cast<int>(group_->buttons().size());
  auto* made = new ViewTab(name, theme_);
  made->setAccessibleName(tr("View %1").arg(name));
  made->setAccessibleDescription(what_it_shows);
  const QKeySequence key(QStringLiteral("Ctrl+%1").arg(view + 1));
  made->setToolTip(QStringLiteral("%1 (%2)").arg(what_it_shows, key.toString(QKeySequence::NativeText)));
  auto* show = new QAction(name, this);
  show->setShortcut(key);
  show->setCheckable(true);
  show->setObjectName(QStringLiteral("view_%1").arg(view + 1));
  addAction(show);
  connect(show, &QAction::triggered, this, [this, made, view] {
    made->setChecked(true);
    Q_EMIT view_asked_for(view);
  });
  connect(made, &QAbstractButton::toggled, show, &QAction::setChecked);
  group_->addButton(made, view);
  layout_->addWidget(made);
  if (view == 0) made->setChecked(true);
}

int ViewTabs::current() const {
  return group_->checkedId();
}

void ViewTabs::show_view(int view) {
  if (auto* button = group_->button(view)) button->setChecked(true);
}

ViewTab* ViewTabs::tab(int view) const {
  return qobject_cast<ViewTab*>(group_->button(view));
}

}  // namespace acim::ui
