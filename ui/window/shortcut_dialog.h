#pragma once

#include <QDialog>
#include <vector>

#include "ui/theme/theme.h"

namespace acim::ui {

class MainMenu;

struct Shortcut {
  QString group;
  QString name;
  QString keys;
};

/// Every key of the window, from its actions themselves, in the order of the menus; then the keys of actions that
/// stand in no menu, and those of charts and knobs.
std::vector<Shortcut> shortcuts_of(const QWidget& window, const MainMenu& menu);

/// The list of keys (F1), not modal.
class ShortcutDialog : public QDialog {
  Q_OBJECT

 public:
  ShortcutDialog(const std::vector<Shortcut>& shortcuts, const Theme* theme, QWidget* parent);
};

}  // namespace acim::ui
