#include "ui/panel/dock_head.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/theme/theme.h"

namespace acim::ui {

QToolButton* make_close_button(const QString& name, const Theme& theme) {
  auto* close = new QToolButton;
  close->setProperty("kind", "icon");
  close->setIcon(theme.icon(QStringLiteral("close")));
  close->setToolTip(name);
  close->setAccessibleName(name);
  close->setFocusPolicy(Qt::TabFocus);
  close->setProperty("closes", true);
  return close;
}

QWidget* make_dock_head(const DockHead& head, const Theme& theme) {
  head.title->setFont(theme.font(TextRole::strong));
  head.badge->setProperty("kind", "badge-neutral");
  head.badge->setFont(theme.font(TextRole::caption_strong));
  head.badge->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  auto* box = new QWidget;
  box->setFixedHeight(36);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(16, 0, 8, 0);
  row->setSpacing(8);
  row->addWidget(head.title);
  row->addWidget(head.badge);
  row->addStretch(1);
  if (head.between != nullptr) row->addWidget(head.between);
  row->addWidget(head.close);
  return box;
}

}  // namespace acim::ui
