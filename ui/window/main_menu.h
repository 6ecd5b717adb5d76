#pragma once

#include <QMenu>

#include "ui/window/window_actions.h"

class QMainWindow;

namespace acim::ui {

class LanguageMenu;

/// The menu behind the mark at the left of the toolbar: File, Edit, View, Run, Help. The View menu lists the docks that
/// the window has when it opens, so a new dock needs no line here.
class MainMenu : public QMenu {
  Q_OBJECT

 public:
  /// `views`: switch what the chart panel shows.
  MainMenu(const WindowActions& actions, const QList<QAction*>& views, QMainWindow* window);

  QMenu* file() const { return file_; }
  QMenu* recent() const { return recent_; }
  QMenu* edit() const { return edit_; }
  QMenu* view() const { return view_; }
  LanguageMenu* language() const { return language_; }
  QMenu* run() const { return run_; }
  QMenu* help() const { return help_; }

 private:
  void fill_docks();

  QMainWindow* window_;
  QMenu* file_;
  QMenu* recent_;
  QMenu* edit_;
  QMenu* view_;
  LanguageMenu* language_;
  QMenu* run_;
  QMenu* help_;
  QAction* docks_end_ = nullptr;  ///< the docks' actions stand before it
  QList<QAction*> dock_actions_;
};

}  // namespace acim::ui
