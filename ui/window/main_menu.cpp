#include "ui/window/main_menu.h"

#include <QDockWidget>
#include <QMainWindow>

#include "ui/window/language_menu.h"

namespace acim::ui {

MainMenu::MainMenu(const WindowActions& actions, const QList<QAction*>& views, QMainWindow* window)
    : QMenu(window),
      window_(window),
      file_(addMenu(tr("&File"))),
      recent_(new QMenu(tr("&Recent"), this)),
      edit_(addMenu(tr("&Edit"))),
      view_(addMenu(tr("&View"))),
      language_(new LanguageMenu(this)),
      run_(addMenu(tr("&Run"))),
      help_(addMenu(tr("&Help"))) {
  setAccessibleName(tr("Menu"));
  file_->addActions({actions.new_study, actions.open_study});
  file_->addMenu(recent_);
  file_->addSeparator();
  file_->addActions({actions.save, actions.save_study});
  file_->addSeparator();
  file_->addActions({actions.export_csv, actions.export_png, actions.export_folder, actions.save_settings});
  file_->addSeparator();
  file_->addAction(actions.close);
  recent_->setEnabled(false);

  edit_->addActions({actions.undo, actions.redo});
  edit_->addSeparator();
  edit_->addActions({actions.copy_picture, actions.copy_data, actions.copy_command});
  edit_->addSeparator();
  edit_->addActions({actions.find_knob, actions.reset_knobs});

  view_->addActions(views);
  view_->addSeparator();
  docks_end_ = view_->addSeparator();
  QMenu* theme = view_->addMenu(tr("&Theme"));
  theme->addActions({actions.theme_system, actions.theme_light, actions.theme_dark});
  view_->addMenu(language_);
  view_->addActions({actions.next_part, actions.previous_part, actions.reset_layout});
  connect(view_, &QMenu::aboutToShow, this, &MainMenu::fill_docks);

  run_->addActions({actions.run, actions.pause, actions.stop});
  run_->addSeparator();
  run_->addAction(actions.sensitivity);

  help_->addActions({actions.lesson, actions.user_guide, actions.shortcuts});
  help_->addSeparator();
  help_->addAction(actions.about);
}

void MainMenu::fill_docks() {
  for (QAction* gone : dock_actions_) view_->removeAction(gone);
  dock_actions_.clear();
  for (const QDockWidget* dock : window_->findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly)) {
    if (dock->windowTitle().isEmpty() || !dock->features().testFlag(QDockWidget::DockWidgetClosable)) continue;
    dock_actions_ << dock->toggleViewAction();
  }
  view_->insertActions(docks_end_, dock_actions_);
}

}  // namespace acim::ui
