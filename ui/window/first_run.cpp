#include "ui/window/first_run.h"

#include <utility>

#include "ui/window/main_window.h"

namespace acim::ui {

FirstRun::FirstRun(MainWindow* window) : window_(window) {
  const StudyController* controller = &window->controller();
  // Queued: a study shows its run first and opens its network then, and a run that begins is asked for after opened().
  connect(controller, &StudyController::state_changed, this, &FirstRun::look, Qt::QueuedConnection);
  connect(controller, &StudyController::opened, this, &FirstRun::begin, Qt::QueuedConnection);
  connect(controller, &StudyController::open_failed, this, &FirstRun::fail);
  connect(controller, &StudyController::refused, this, &FirstRun::fail);
  connect(controller, &StudyController::run_failed, this, &FirstRun::fail);
  connect(window->files(), &StudyFiles::open_failed, this, &FirstRun::fail);
}

void FirstRun::fail(const ErrorText& error) {
  if (!std::exchange(told_, true)) Q_EMIT failed(error);
}

void FirstRun::look() {
  const StudyController& controller = window_->controller();
  if (told_ || controller.is_loading() || controller.is_active()) return;
  if (controller.state() != StudyState::finished && controller.state() != StudyState::stopped) return;
  told_ = true;
  Q_EMIT ended();
}

/// A study without a run gets its first one.
void FirstRun::begin() {
  const StudyController& controller = window_->controller();
  if (told_ || controller.is_loading() || controller.is_active() || controller.state() != StudyState::ready) return;
  window_->run();
  if (told_ || controller.is_active()) return;
  const auto& problems = window_->parameters().problems();
  fail(error_text(Error(ErrorKind::usage, problems.empty() ? "It has no points" : problems.front().message.text()),
                  tr("This sweep cannot run")));
}

}  // namespace acim::ui
