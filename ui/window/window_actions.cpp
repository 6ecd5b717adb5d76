#include "ui/window/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QUndoStack>
#include <QWidget>

namespace acim::ui {

namespace {

/// Makes actions of a window, each with its key in its tip.
class ActionMaker {
  Q_DECLARE_TR_FUNCTIONS(WindowActions)

 public:
  ActionMaker(QWidget* window, const Theme* theme) : window_(window), theme_(theme) {}

  QAction* make(const char* name, const QString& text, const QString& icon, const QKeySequence& key,
                const QString& tip) const {
    auto* made = new QAction(text, window_);
    made->setObjectName(QLatin1String(name));
    if (!icon.isEmpty()) made->setIcon(theme_->icon(icon));
    made->setShortcut(key);
    made->setToolTip(key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
    made->setStatusTip(tip);
    window_->addAction(made);
    return made;
  }

  void add_run(WindowActions& actions) const {
    actions.run = make("run", tr("Run"), {}, QKeySequence(Qt::Key_F5), tr("Start the sweep with these settings"));
    actions.run->setIcon(theme_->icon(QStringLiteral("run"), IconInk::accent_ink));
    actions.pause = make("pause", tr("Pause"), {}, QKeySequence(Qt::Key_F6), tr("Pause or go on"));
    actions.stop =
        make("stop", tr("Stop"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F5), tr("Stop; what is computed stays"));
    actions.sensitivity = make("sensitivity", tr("Sensitivity of layers"), QStringLiteral("list"),
                               QKeySequence(Qt::Key_F7), tr("Change each layer in turn and rank the layers"));
    for (QAction* plain : {actions.pause, actions.stop})
      plain->setIcon(theme_->icon(plain->objectName(), IconInk::plain));
  }

  void add_edit(WindowActions& actions, QUndoStack& undo) const {
    actions.undo = undo.createUndoAction(window_, tr("Undo"));
    actions.undo->setIcon(theme_->icon(QStringLiteral("undo")));
    actions.undo->setShortcut(QKeySequence::Undo);
    actions.undo->setObjectName(QStringLiteral("undo"));
    actions.redo = undo.createRedoAction(window_, tr("Redo"));
    actions.redo->setIcon(theme_->icon(QStringLiteral("redo")));
    actions.redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    actions.redo->setObjectName(QStringLiteral("redo"));
    actions.undo->setStatusTip(tr("Take back the last edit"));
    actions.redo->setStatusTip(tr("Make the edit again that was taken back"));
    window_->addActions({actions.undo, actions.redo});
    actions.find_knob = make("find_knob", tr("Find a knob"), QStringLiteral("search"),
                             QKeySequence(Qt::CTRL | Qt::Key_K), tr("Find a knob by its name"));
    actions.reset_knobs =
        make("reset_knobs", tr("Reset all knobs"), QStringLiteral("reset"), {}, tr("Set every knob to its baseline"));
  }

  void add_files(WindowActions& actions) const {
    actions.new_study = make("new_study", tr("New study"), QStringLiteral("file"), QKeySequence(Qt::CTRL | Qt::Key_N),
                             tr("Begin anew: knobs at their defaults, no runs; what is not saved is offered again"));
    actions.open_study = make("open_study", tr("Open study…"), QStringLiteral("folder"),
                              QKeySequence(Qt::CTRL | Qt::Key_O), tr("Open settings and runs that were saved"));
    actions.save = make("save", tr("Save"), QStringLiteral("save"), QKeySequence(Qt::CTRL | Qt::Key_S),
                        tr("Save settings, runs and notes onto the open study; asks for a file where there is none"));
    actions.save_study = make("save_study", tr("Save study as…"), {},
                              // Named, as all keys here: a platform without a desktop has no standard one.
                              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                              tr("Save settings, runs and notes, with predictions of every image"));
    actions.export_csv = make("export_csv", tr("Save data as CSV…"), QStringLiteral("table"),
                              QKeySequence(Qt::CTRL | Qt::Key_E), tr("Save the data"));
    actions.export_png =
        make("export_png", tr("Export chart…"), QStringLiteral("picture"),
             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), tr("Save the chart as PNG, SVG, PDF or CSV"));
    actions.copy_picture = make("copy_picture", tr("Copy chart"), QStringLiteral("copy"),
                                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), tr("Copy the chart as a picture"));
    actions.copy_data = make("copy_data", tr("Copy data"), QStringLiteral("copy"), {}, tr("Copy the data as CSV"));
    actions.copy_command = make("copy_command", tr("Copy as command line"), QStringLiteral("copy"),
                                QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C),
                                tr("Copy the acim command that computes the picked run, or this sweep, again"));
    actions.export_folder = make("export_folder", tr("Export study as folder…"), QStringLiteral("folder"), {},
                                 tr("Save the study, settings, data, pictures and commands into one folder"));
    actions.save_settings = make("save_settings", tr("Save settings as JSON…"), {}, {},
                                 tr("Save the knobs as a file that acim run --settings takes"));
    actions.close = make("close", tr("Close"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q),
                         tr("Close the window; a running sweep goes on from where it was at the next start"));
  }

  void add_view(WindowActions& actions) const {
    actions.theme_system =
        make("theme_system", tr("As the system"), QStringLiteral("system"), {}, tr("Follow the system's palette"));
    actions.theme_light = make("theme_light", tr("Light"), QStringLiteral("sun"), {}, tr("Light theme"));
    actions.theme_dark = make("theme_dark", tr("Dark"), QStringLiteral("moon"), {}, tr("Dark theme"));
    auto* themes = new QActionGroup(window_);
    for (QAction* choice : {actions.theme_system, actions.theme_light, actions.theme_dark}) {
      choice->setCheckable(true);
      themes->addAction(choice);
    }
    actions.theme_system->setChecked(theme_->choice() == ThemeChoice::system);
    actions.theme_light->setChecked(theme_->choice() == ThemeChoice::light);
    actions.theme_dark->setChecked(theme_->choice() == ThemeChoice::dark);
    actions.next_part = make("next_part", tr("Next part of the window"), {}, QKeySequence(Qt::CTRL | Qt::Key_F6),
                             tr("Take the keyboard to the next part: bar, knobs, chart, sweep, docks, runs"));
    actions.previous_part =
        make("previous_part", tr("Previous part of the window"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F6),
             tr("Take the keyboard to the part before"));
    actions.reset_layout = make("reset_layout", tr("Reset the layout"), QStringLiteral("reset"), {},
                                tr("Put every part of the window back in its place"));
  }

  void add_help(WindowActions& actions) const {
    actions.lesson =
        make("lesson", tr("Lessons"), QStringLiteral("lesson"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
             tr("Open or close the lessons: set, run, answer, compare with the paper"));
    actions.lesson->setIcon(theme_->icon(QStringLiteral("lesson"), IconInk::plain));
    actions.lesson->setCheckable(true);
    actions.user_guide = make("user_guide", tr("User guide"), QStringLiteral("info"),
                              QKeySequence(Qt::SHIFT | Qt::Key_F1), tr("Open the user guide"));
    actions.shortcuts =
        make("shortcuts", tr("Keyboard shortcuts"), {}, QKeySequence(Qt::Key_F1), tr("What every key does"));
    actions.about =
        make("about", tr("About ACiM Explorer"), {}, {}, tr("Version, licences, how to cite, and what machine runs"));
  }

 private:
  QWidget* window_;
  const Theme* theme_;
};

}  // namespace

WindowActions make_window_actions(QWidget* window, QUndoStack& undo, const Theme* theme) {
  WindowActions actions{};
  const ActionMaker maker(window, theme);
  maker.add_run(actions);
  maker.add_edit(actions, undo);
  maker.add_files(actions);
  maker.add_view(actions);
  maker.add_help(actions);
  return actions;
}

}  // namespace acim::ui
