#include "ui/panel/values_button.h"

#include <QAction>
#include <QCheckBox>
#include <QMenu>
#include <QWidgetAction>
#include <algorithm>
#include <utility>

namespace acim::ui {

ValuesButton::ValuesButton(const QString& name, const Theme* theme, QWidget* parent)
    : PickerButton(name, theme, parent), theme_(theme) {
  set_caption_shown(false);
  setMinimumHeight(28);
  setToolTip(name);
  auto* list = new QMenu(this);
  list->setAccessibleName(name);
  setMenu(list);
  connect(list, &QMenu::aboutToShow, this, &ValuesButton::open_list);
}

ValuesButton::~ValuesButton() = default;

void ValuesButton::set_values(std::vector<Value> values) {
  values_ = std::move(values);
  show_taken();
}

std::vector<std::string> ValuesButton::taken() const {
  std::vector<std::string> taken;
  for (const Value& value : values_) {
    if (value.taken) taken.push_back(value.value);
  }
  return taken;
}

void ValuesButton::take(std::size_t index, bool taken) {
  if (index >= values_.size() || values_[index].taken == taken) return;
  const bool last = std::count_if(values_.begin(), values_.end(), [](const Value& value) { return value.taken; }) == 1;
  if (!taken && last) return;  // An axis has at least one value.
  values_[index].taken = taken;
  show_taken();
  Q_EMIT taken_changed();
}

void ValuesButton::show_taken() {
  QStringList texts;
  for (const Value& value : values_) {
    if (value.taken) texts << value.label;
  }
  const auto count = static_cast<int>(texts.size());
  set_value(texts.join(QStringLiteral(", ")), count > 1 ? tr("%n chosen", nullptr, count) : QString());
}

void ValuesButton::open_list() {
  // Check boxes, not checkable actions: the list stays open while several are changed.
  menu()->clear();
  for (std::size_t i = 0; i < values_.size(); ++i) {
    auto* box = new QCheckBox(values_[i].label);
    box->setChecked(values_[i].taken);
    box->setFont(theme_->font(TextRole::body));
    box->setMinimumHeight(28);
    connect(box, &QCheckBox::toggled, this, [this, i, box](bool on) {
      take(i, on);
      box->setChecked(values_[i].taken);
    });
    auto* action = new QWidgetAction(menu());
    action->setDefaultWidget(box);
    menu()->addAction(action);
  }
}

}  // namespace acim::ui
