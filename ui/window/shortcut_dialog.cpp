#include "ui/window/shortcut_dialog.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/window/main_menu.h"

namespace acim::ui {

namespace {

QString keys_of(const QAction& action) {
  QStringList keys;
  for (const QKeySequence& key : action.shortcuts()) keys << key.toString(QKeySequence::NativeText);
  return keys.join(QStringLiteral(", "));
}

/// Without the mark of a mnemonic, and "Undo" of "Undo change of Rows".
QString name_of(const QAction& action) {
  if (action.objectName() == QLatin1String("undo")) return ShortcutDialog::tr("Undo");
  if (action.objectName() == QLatin1String("redo")) return ShortcutDialog::tr("Redo");
  return action.text().remove('&').remove(QStringLiteral("…"));
}

}  // namespace

std::vector<Shortcut> shortcuts_of(const QWidget& window, const MainMenu& menu) {
  std::vector<Shortcut> shortcuts;
  QSet<const QAction*> listed;
  const auto list = [&](const QString& group, const QAction* action) {
    const QString keys = keys_of(*action);
    if (keys.isEmpty() || listed.contains(action)) return;
    listed.insert(action);
    shortcuts.push_back({group, name_of(*action), keys});
  };
  for (const QMenu* part : {menu.file(), menu.edit(), menu.view(), menu.run(), menu.help()}) {
    for (const QAction* action : part->actions()) list(part->title().remove('&'), action);
  }
  for (const QAction* action : window.findChildren<QAction*>()) list(ShortcutDialog::tr("Elsewhere"), action);
  const QString chart = ShortcutDialog::tr("In a chart");
  shortcuts.push_back({chart, ShortcutDialog::tr("Select another point"), ShortcutDialog::tr("Arrow keys")});
  shortcuts.push_back({chart, ShortcutDialog::tr("Closer, wider"), ShortcutDialog::tr("+, −, wheel")});
  shortcuts.push_back(
      {chart, ShortcutDialog::tr("Closer along x, along y"), ShortcutDialog::tr("Ctrl+wheel, Shift+wheel")});
  shortcuts.push_back({chart, ShortcutDialog::tr("Look at a part"), ShortcutDialog::tr("Drag")});
  shortcuts.push_back(
      {chart, ShortcutDialog::tr("Move the part"), ShortcutDialog::tr("Shift+arrow keys, Shift+drag, middle drag")});
  shortcuts.push_back({chart, ShortcutDialog::tr("Fit to the curves"), ShortcutDialog::tr("Double click")});
  shortcuts.push_back({chart, ShortcutDialog::tr("Show all"), ShortcutDialog::tr("0")});
  shortcuts.push_back({chart, ShortcutDialog::tr("Read a printed value or a published chip"),
                       ShortcutDialog::tr("Page Up, Page Down")});
  const QString bits = ShortcutDialog::tr("In the bits map");
  shortcuts.push_back({bits, ShortcutDialog::tr("Another pair of bits"), ShortcutDialog::tr("Arrow keys")});
  shortcuts.push_back({bits, ShortcutDialog::tr("Hybrid up to this pair"), QStringLiteral("H")});
  shortcuts.push_back({bits, ShortcutDialog::tr("Voting down to this pair"), QStringLiteral("V")});
  const QString column = ShortcutDialog::tr("In the column view");
  shortcuts.push_back({column, ShortcutDialog::tr("Another pair of bits"), ShortcutDialog::tr("Left, Right")});
  const QString knob = ShortcutDialog::tr("On a knob");
  shortcuts.push_back({knob, ShortcutDialog::tr("One step"), ShortcutDialog::tr("Up, Down")});
  shortcuts.push_back({knob, ShortcutDialog::tr("Ten steps"), ShortcutDialog::tr("Page Up, Page Down")});
  return shortcuts;
}

ShortcutDialog::ShortcutDialog(const std::vector<Shortcut>& shortcuts, const Theme* theme, QWidget* parent)
    : QDialog(parent) {
  setWindowTitle(tr("Keyboard shortcuts"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* list = new QFrame;
  list->setProperty("kind", "panel");
  auto* grid = new QGridLayout(list);
  grid->setContentsMargins(20, 12, 20, 16);
  grid->setHorizontalSpacing(32);
  grid->setVerticalSpacing(6);
  grid->setColumnStretch(0, 1);
  QString group;
  int row = 0;
  for (const Shortcut& shortcut : shortcuts) {
    if (shortcut.group != group) {
      group = shortcut.group;
      auto* head = new QLabel(group);
      head->setFont(theme->font(TextRole::small_strong));
      head->setProperty("kind", "quiet");
      head->setContentsMargins(0, row == 0 ? 0 : 10, 0, 2);
      grid->addWidget(head, row++, 0, 1, 2);
    }
    auto* name = new QLabel(shortcut.name);
    auto* keys = new QLabel(shortcut.keys);
    keys->setFont(theme->font(TextRole::value));
    keys->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    keys->setAccessibleName(QStringLiteral("%1: %2").arg(shortcut.name, shortcut.keys));
    grid->addWidget(name, row, 0);
    grid->addWidget(keys, row++, 1);
  }
  auto* scroll = new QScrollArea;
  scroll->setWidget(list);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setAccessibleName(tr("Keyboard shortcuts"));
  scroll->setFocusPolicy(Qt::StrongFocus);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->addWidget(scroll);
  // As wide as its longest line: there is no scrolling sideways.
  const int width = list->sizeHint().width() + scroll->verticalScrollBar()->sizeHint().width();
  scroll->setMinimumWidth(width + 2 * scroll->frameWidth());
  resize(std::max(440, width + 24), 560);
}

}  // namespace acim::ui
