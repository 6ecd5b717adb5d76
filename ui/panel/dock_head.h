#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace acim::ui {

class Theme;

/// Parts of the row at the top of a dock; the dock's own title bar shows nothing.
struct DockHead {
  QLabel* title;
  QLabel* badge;
  QWidget* between = nullptr;  ///< before the button; may be null
  QToolButton* close;
};

/// Lays them out and gives them the look of all docks. The row owns them.
QWidget* make_dock_head(const DockHead& head, const Theme& theme);
/// A button that closes a dock or a message, named by what it does.
QToolButton* make_close_button(const QString& name, const Theme& theme);

}  // namespace acim::ui
