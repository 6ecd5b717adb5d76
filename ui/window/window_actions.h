#pragma once

#include "ui/panel/command_bar.h"

class QUndoStack;

namespace acim::ui {

/// Every action of the window, owned by it: name, icon, key and tip are given here; what an action does is connected by
/// the part that can do it.
struct WindowActions : CommandActions {
  QAction* new_study;
  QAction* open_study;
  QAction* save;  ///< onto the file that is open; save_study asks for a name
  QAction* close;
  QAction* sensitivity;  ///< of the layers
  QAction* find_knob;
  QAction* reset_knobs;
  QAction* save_settings;  ///< as JSON
  QAction* next_part;      ///< of the window, for the keyboard
  QAction* previous_part;
  QAction* reset_layout;
  QAction* user_guide;
  QAction* shortcuts;
  QAction* about;
};

WindowActions make_window_actions(QWidget* window, QUndoStack& undo, const Theme* theme);

}  // namespace acim::ui
