#pragma once

#include <QList>
#include <QObject>
#include <QStringList>
#include <cstdint>

#include "ui/model/lesson_library.h"
#include "ui/theme/theme.h"

class QAction;
class QDockWidget;

namespace acim::ui {

class LessonPanel;
class MainWindow;

/// Lessons in the window: their dock takes the place of the runs and of the docks at the right while it is open, the
/// form marks the knobs, Run sets knobs and sweep on the demo network and starts.
class LessonDesk : public QObject {
  Q_OBJECT

 public:
  /// `action` (checkable) opens and closes it; `folders` are read when it opens.
  LessonDesk(MainWindow* window, QAction* action, QStringList folders, const Theme* theme);

  LessonPanel* panel() const { return panel_; }
  bool is_open() const;
  void open();
  void close();
  /// Opens a lesson, from 1, and runs it; on so many images, 0: as many as each lesson says. Error(usage) when there is
  /// no such lesson.
  void start(int number, std::int64_t images = 0);
  /// A lesson is open and has not run yet: the window's Run means its run.
  bool is_waiting() const;
  void run();
  /// The dock's width in a window of this width.
  void set_window_width(int width);

 private:
  LessonLibrary library() const;
  void mark_knobs();

  MainWindow* window_;
  QAction* action_;
  QStringList folders_;
  std::int64_t images_ = 0;
  QDockWidget* dock_;
  LessonPanel* panel_;
  QByteArray layout_before_;    ///< of the docks, while a lesson is open
  bool started_ = false;        ///< the lesson shown ran
  bool run_when_open_ = false;  ///< before anything is open
};

}  // namespace acim::ui
