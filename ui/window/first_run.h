#pragma once

#include <QObject>

#include "ui/model/study_controller.h"

namespace acim::ui {

class MainWindow;

/// Tells when what a window was started for is done: its first sweep, or the newest run of the study that it was given,
/// with its network open. One of the signals comes, once; for programs that write pictures or data and leave, so a
/// study without a run is given one. Lives no longer than the window.
class FirstRun : public QObject {
  Q_OBJECT

 public:
  explicit FirstRun(MainWindow* window);

 Q_SIGNALS:
  /// As controller().state() says: finished, or stopped.
  void ended();
  /// Nothing could be opened or run.
  void failed(const acim::ui::ErrorText& error);

 private:
  void look();
  void begin();
  void fail(const ErrorText& error);

  MainWindow* window_;
  bool told_ = false;
};

}  // namespace acim::ui
