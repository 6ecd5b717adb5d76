#include "ui/window/lesson_desk.h"

#include <QAction>
#include <QDockWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/panel/chart_panel.h"
#include "ui/panel/lesson_panel.h"
#include "ui/panel/macro_form.h"
#include "ui/panel/sweep_bar.h"
#include "ui/window/main_window.h"

namespace acim::ui {

namespace {

constexpr int kWidth = 472;
constexpr int kCompactWidth = 392;
constexpr int kWideWindow = 1440;

}  // namespace

LessonDesk::LessonDesk(MainWindow* window, QAction* action, QStringList folders, const Theme* theme)
    : QObject(window),
      window_(window),
      action_(action),
      folders_(std::move(folders)),
      dock_(new QDockWidget(tr("Lesson"))),
      panel_(new LessonPanel(&window->controller(), theme)) {
  dock_->setObjectName(QStringLiteral("lesson_dock"));
  dock_->setTitleBarWidget(new QWidget);
  dock_->setFeatures(QDockWidget::NoDockWidgetFeatures);
  auto* box = new QWidget;
  auto* layout = new QVBoxLayout(box);
  layout->setContentsMargins(0, 0, 8, 0);
  layout->addWidget(panel_);
  dock_->setWidget(box);
  window_->addDockWidget(Qt::RightDockWidgetArea, dock_);
  dock_->hide();
  set_window_width(window_->width());

  connect(action_, &QAction::triggered, this, [this] {
    if (is_open()) {
      close();
    } else {
      open();
    }
  });
  connect(panel_, &LessonPanel::close_requested, this, &LessonDesk::close);
  connect(panel_, &LessonPanel::run_requested, this, &LessonDesk::run);
  connect(panel_, &LessonPanel::lesson_shown, this, &LessonDesk::mark_knobs);
  const StudyController* controller = &window_->controller();
  // Queued: the window clears its chart first.
  connect(
      controller, &StudyController::opened, this,
      [this] {
        if (std::exchange(run_when_open_, false)) window_->run();
      },
      Qt::QueuedConnection);
  for (auto signal : {&StudyController::run_started, &StudyController::results_changed, &StudyController::state_changed,
                      &StudyController::opened}) {
    connect(controller, signal, panel_, [this] {
      if (is_open()) panel_->show_run();
    });
  }
}

LessonLibrary LessonDesk::library() const {
  LessonLibrary library = load_lessons(folders_, QLocale().name().section('_', 0, 0));
  if (images_ > 0) {
    for (Lesson& lesson : library.lessons) lesson.spec.subject.images = images_;
  }
  return library;
}

void LessonDesk::start(int number, std::int64_t images) {
  lesson_of_number(library(), number);
  images_ = images;
  open();
  panel_->show_lesson(number - 1);
  run();
}

bool LessonDesk::is_open() const {
  return !dock_->isHidden();
}

void LessonDesk::open() {
  if (is_open()) return;
  layout_before_ = window_->saveState();
  for (QDockWidget* other : window_->findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly)) {
    const bool right = window_->dockWidgetArea(other) == Qt::RightDockWidgetArea;
    if (other == dock_ || other->isHidden() || !(right || other->objectName() == QLatin1String("runs_dock"))) continue;
    other->hide();
  }
  dock_->show();
  action_->setChecked(true);
  panel_->show_library(library());
  window_->chart_panel()->show_view(ChartView::accuracy);
  panel_->run_button()->setFocus(Qt::OtherFocusReason);
}

void LessonDesk::close() {
  dock_->hide();
  action_->setChecked(false);
  // Places, widths and what was in front, as they were.
  window_->restoreState(std::exchange(layout_before_, {}));
  window_->form()->show_lesson({});
}

void LessonDesk::set_window_width(int width) {
  dock_->widget()->setFixedWidth(8 + (width < kWideWindow ? kCompactWidth : kWidth));
}

bool LessonDesk::is_waiting() const {
  const Lesson* lesson = panel_->lesson();
  return is_open() && lesson != nullptr && !started_ && !is_run_of(*lesson, window_->controller().spec());
}

void LessonDesk::run() {
  const Lesson* lesson = panel_->lesson();
  if (lesson == nullptr) return;
  started_ = true;
  StudyController& controller = window_->controller();
  controller.stop();  // What runs would start anew with each of the steps below.
  window_->parameters().hold_noise(NoiseUnit::percent);
  window_->parameters().replace(lesson->settings);
  window_->chart_panel()->sweep_bar()->set_axes(lesson->spec.x, lesson->spec.family);
  window_->chart_panel()->show_view(ChartView::accuracy);
  if (controller.is_open() && controller.subject() == lesson->spec.subject) {
    window_->run();
  } else {
    run_when_open_ = !controller.is_open();  // Else the window itself goes on with what it did.
    window_->open(lesson->spec.subject);
  }
}

void LessonDesk::mark_knobs() {
  started_ = false;
  window_->form()->show_lesson(panel_->lesson()->knobs);
}

}  // namespace acim::ui
