#include "ui/panel/segments.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>
#include <utility>

namespace acim::ui {

Segments::Segments(QString name, const Theme* theme, QWidget* parent)
    : QFrame(parent),
      name_(std::move(name)),
      theme_(theme),
      group_(new QButtonGroup(this)),
      layout_(new QHBoxLayout(this)) {
  setProperty("kind", "segments");
  layout_->setContentsMargins(2, 2, 2, 2);
  layout_->setSpacing(2);
  connect(group_, &QButtonGroup::idClicked, this, &Segments::picked);
}

void Segments::add(const QString& text, const QString& tip) {
  auto* button = new QToolButton;
  button->setProperty("kind", "segment");
  button->setText(text);
  button->setToolTip(tip);
  button->setAccessibleName(QStringLiteral("%1: %2").arg(name_, text));
  button->setAccessibleDescription(tip);
  button->setCheckable(true);
  button->setFont(theme_->font(TextRole::small));
  button->setFocusPolicy(Qt::StrongFocus);
  button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  const int index = static_cast<int>(group_->buttons().size());
  group_->addButton(button, index);
  layout_->addWidget(button, 1);
  if (index == 0) button->setChecked(true);
}

void Segments::show_choice(int index) {
  if (auto* button = group_->button(index)) button->setChecked(true);
}

int Segments::choice() const {
  return group_->checkedId();
}

QWidget* Segments::button(int index) const {
  return group_->button(index);
}

}  // namespace acim::ui
