#include "ui/window/language_menu.h"

#include <QActionGroup>

#include "ui/window/language.h"

namespace acim::ui {

LanguageMenu::LanguageMenu(QWidget* parent) : QMenu(tr("&Language"), parent) {
  auto* group = new QActionGroup(this);
  const QString now = kept_language_choice();
  const auto add = [&](const QString& code, const QString& name) {
    QAction* action = addAction(name);
    action->setData(code);
    action->setCheckable(true);
    action->setChecked(code == now);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, code, name] {
      keep_language_choice(code);
      Q_EMIT chosen(name);
    });
  };
  add(QStringLiteral("system"), tr("As the system"));
  for (const Language& language : languages()) add(language.code, language.name);
}

}  // namespace acim::ui
