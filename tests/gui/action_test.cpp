// Every action of every menu, in each state that the window can be in.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDockWidget>
#include <QFileDialog>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>
#include <memory>
#include <set>

#include "fake_evaluator.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/macro_form.h"
#include "ui/panel/runs_panel.h"
#include "ui/window/about_dialog.h"
#include "ui/window/export_dialog.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/main_menu.h"
#include "ui/window/main_window.h"
#include "ui/window/shortcut_dialog.h"

namespace acim::ui {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

enum class Situation { empty, loading, running, paused, finished };
constexpr Situation kSituations[] = {Situation::empty, Situation::loading, Situation::running, Situation::paused,
                                     Situation::finished};

const char* name_of(Situation situation) {
  switch (situation) {
    case Situation::empty:
      return "empty";
    case Situation::loading:
      return "loading";
    case Situation::running:
      return "running";
    case Situation::paused:
      return "paused";
    case Situation::finished:
      break;
  }
  return "finished";
}

/// Loads until it is cancelled.
OpenedSubject load_for_ever(const StudySubject&, double, const std::function<void(double, const std::string&)>&,
                            const std::stop_token& stop) {
  while (!stop.stop_requested()) std::this_thread::sleep_for(milliseconds(2));
  throw Error(ErrorKind::cancelled, "stopped");
}

/// Takes what would leave the program: pages that the desktop is to open.
class Browser : public QObject {
  Q_OBJECT
 public Q_SLOTS:
  void open(const QUrl&) { ++opened; }

 public:
  int opened = 0;
};

class Actions : public testing::Test {
 protected:
  Actions() {
    theme.apply(ThemeChoice::light);
    QStandardPaths::setTestModeEnabled(true);  // The choice of a language is kept.
    for (const char* scheme : {"file", "https"}) QDesktopServices::setUrlHandler(scheme, &browser, "open");
  }
  ~Actions() override {
    window.reset();
    for (const char* scheme : {"file", "https"}) QDesktopServices::unsetUrlHandler(scheme);
    QStandardPaths::setTestModeEnabled(false);
  }

  EvaluationFactory factory(Situation situation) const {
    if (situation == Situation::loading) return load_for_ever;
    if (situation == Situation::finished) return test::fake_factory(20);
    return test::fake_factory(4000, microseconds(300));
  }
  void bring_into(Situation situation) {
    window.reset();
    WindowOptions options;
    options.x = parse_sweep_axis("adc_bits=4:5");
    options.threads = 1;
    if (situation == Situation::empty) options.subject.network = "broken";
    window = std::make_unique<MainWindow>(factory(situation), options, &theme);
    window->resize(1280, 720);
    window->show();
    StudyController& controller = window->controller();
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
          switch (situation) {
            case Situation::empty:
              return !controller.is_loading() && controller.state() == StudyState::empty;
            case Situation::loading:
              return controller.is_loading();
            case Situation::finished:
              return controller.state() == StudyState::finished;
            default:
              return controller.progress().images_done > 0;
          }
        },
        20000));
    if (situation == Situation::paused) controller.pause();
  }
  bool is_still(Situation situation) const {
    if (!window || !window->isVisible() || window->lessons()->is_open()) return false;
    const StudyController& controller = window->controller();
    switch (situation) {
      case Situation::empty:
        return controller.state() == StudyState::empty && !controller.is_loading();
      case Situation::loading:
        return controller.is_loading();
      case Situation::running:
        return controller.state() == StudyState::running;
      case Situation::paused:
        return controller.state() == StudyState::paused;
      case Situation::finished:
        break;
    }
    return controller.state() == StudyState::finished;
  }

  /// Of the menu and all below it, as they are when it opens.
  QList<QAction*> all_actions() const {
    QList<QAction*> found;
    const std::function<void(QMenu*)> look = [&](QMenu* menu) {
      Q_EMIT menu->aboutToShow();
      for (QAction* action : menu->actions()) {
        if (action->isSeparator()) continue;
        if (action->menu() != nullptr) {
          look(action->menu());
        } else {
          found << action;
        }
      }
    };
    look(window->main_menu());
    return found;
  }
  template <typename Dialog>
  static Dialog* shown() {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      auto* dialog = qobject_cast<Dialog*>(widget);
      if (dialog != nullptr && dialog->isVisible()) return dialog;
    }
    return nullptr;
  }
  static void close_dialogs() {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      if (qobject_cast<QDialog*>(widget) != nullptr && widget->isVisible()) widget->close();
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }

  Theme theme;
  Browser browser;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Actions, EachIsTriggeredInEachStateOrDisabled) {
  for (const Situation situation : kSituations) {
    bring_into(situation);
    const qsizetype count = all_actions().size();
    ASSERT_GT(count, 30);
    int triggered = 0;
    for (qsizetype i = 0; i < count; ++i) {
      const QList<QAction*> actions = all_actions();
      // What a window of this state has in its menu does not depend on what was tried before.
      ASSERT_EQ(actions.size(), count) << name_of(situation);
      SCOPED_TRACE(std::string(name_of(situation)) + ": " + actions[i]->text().toStdString());
      if (!actions[i]->isEnabled()) continue;
      actions[i]->trigger();
      QTest::qWait(1);
      close_dialogs();
      ++triggered;
      if (!is_still(situation)) bring_into(situation);
    }
    EXPECT_GT(triggered, 10) << name_of(situation);
  }
}

TEST_F(Actions, EachSaysWhatItDoes) {
  bring_into(Situation::finished);
  for (const QAction* action : all_actions()) {
    const QString name = action->text().remove('&').remove(QStringLiteral("…"));
    EXPECT_FALSE(name.isEmpty());
    // A dock, a theme's or a language's name says all there is.
    const bool plain = action->isCheckable();
    const bool told =
        action->toolTip().remove('&').remove(QStringLiteral("…")) != name || !action->statusTip().isEmpty();
    EXPECT_TRUE(plain || told) << name.toStdString();
  }
}

TEST_F(Actions, AreEnabledWhereTheyCanDoSomething) {
  struct Row {
    QAction* WindowActions::*action;
    std::set<Situation> enabled;
  };
  using S = Situation;
  const std::set<S> always(std::begin(kSituations), std::end(kSituations));
  const std::set<S> with_results = {S::running, S::paused, S::finished};
  const std::vector<Row> rows = {{&WindowActions::run, {S::paused, S::finished}},
                                 {&WindowActions::pause, {S::running, S::paused}},
                                 {&WindowActions::stop, {S::running, S::paused}},
                                 {&WindowActions::save, with_results},
                                 {&WindowActions::new_study, always},
                                 {&WindowActions::save_study, with_results},
                                 {&WindowActions::export_csv, with_results},
                                 {&WindowActions::export_png, with_results},
                                 {&WindowActions::copy_data, with_results},
                                 {&WindowActions::copy_picture, with_results},
                                 {&WindowActions::export_folder, {S::finished}},
                                 {&WindowActions::save_settings, always},
                                 {&WindowActions::open_study, always},
                                 {&WindowActions::find_knob, always},
                                 {&WindowActions::reset_knobs, always},
                                 {&WindowActions::next_part, always},
                                 {&WindowActions::previous_part, always},
                                 {&WindowActions::reset_layout, always},
                                 {&WindowActions::lesson, always},
                                 {&WindowActions::user_guide, always},
                                 {&WindowActions::shortcuts, always},
                                 {&WindowActions::about, always},
                                 {&WindowActions::theme_dark, always},
                                 {&WindowActions::undo, {}},
                                 {&WindowActions::redo, {}},
                                 {&WindowActions::close, always}};
  for (const Situation situation : kSituations) {
    bring_into(situation);
    for (const Row& row : rows) {
      const QAction* action = window->actions().*row.action;
      EXPECT_EQ(action->isEnabled(), row.enabled.contains(situation))
          << name_of(situation) << ": " << action->text().toStdString();
    }
  }
}

TEST_F(Actions, RunPauseAndStopDoWhatTheySay) {
  bring_into(Situation::running);
  const WindowActions& actions = window->actions();
  StudyController& controller = window->controller();
  actions.pause->trigger();
  EXPECT_EQ(controller.state(), StudyState::paused);
  EXPECT_EQ(actions.pause->text().toStdString(), "Continue");
  actions.pause->trigger();
  EXPECT_EQ(controller.state(), StudyState::running);
  actions.stop->trigger();
  EXPECT_EQ(controller.state(), StudyState::stopped);
  EXPECT_TRUE(actions.run->isEnabled());
  EXPECT_FALSE(actions.stop->isEnabled());
  actions.run->trigger();
  EXPECT_EQ(controller.state(), StudyState::running);
  EXPECT_EQ(controller.generation(), 2);
}

TEST_F(Actions, FilesAndHelpOpenWhatTheySay) {
  bring_into(Situation::finished);
  const WindowActions& actions = window->actions();
  for (QAction* asks : {actions.open_study, actions.save_study, actions.export_csv}) {
    asks->trigger();
    auto* dialog = shown<QFileDialog>();
    ASSERT_NE(dialog, nullptr) << asks->text().toStdString();
    EXPECT_EQ(dialog->acceptMode() == QFileDialog::AcceptSave, asks != actions.open_study);
    close_dialogs();
  }
  actions.export_png->trigger();
  EXPECT_NE(shown<ExportDialog>(), nullptr);
  close_dialogs();
  actions.shortcuts->trigger();
  EXPECT_NE(shown<ShortcutDialog>(), nullptr);
  close_dialogs();
  actions.about->trigger();
  EXPECT_NE(shown<AboutDialog>(), nullptr);
  close_dialogs();
  actions.copy_data->trigger();
  EXPECT_EQ(QApplication::clipboard()->text().toStdString(), window->controller().csv());
  actions.copy_picture->trigger();
  EXPECT_FALSE(QApplication::clipboard()->image().isNull());
}

TEST_F(Actions, ViewAndEditDoWhatTheySay) {
  bring_into(Situation::finished);
  const WindowActions& actions = window->actions();
  actions.theme_dark->trigger();
  EXPECT_TRUE(theme.is_dark());
  actions.theme_light->trigger();
  EXPECT_FALSE(theme.is_dark());
  for (QDockWidget* dock : window->findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly)) {
    if (!dock->features().testFlag(QDockWidget::DockWidgetClosable)) continue;
    const bool hidden = dock->isHidden();
    const bool behind = !hidden && dock->visibleRegion().isEmpty();  // Another tab is in front: it comes forward.
    dock->toggleViewAction()->trigger();
    QTest::qWait(1);
    const bool forward = !dock->isHidden() && !dock->visibleRegion().isEmpty();
    EXPECT_TRUE((behind && forward) || dock->isHidden() != hidden) << dock->windowTitle().toStdString();
  }
  actions.reset_layout->trigger();
  EXPECT_TRUE(window->form()->isVisible());
  actions.find_knob->trigger();
  EXPECT_TRUE(window->form()->search_field()->hasFocus());
  actions.lesson->trigger();
  EXPECT_TRUE(window->lessons()->is_open());
  actions.lesson->trigger();
  EXPECT_FALSE(window->lessons()->is_open());
  window->parameters().set_value("rows", std::int64_t{31});
  actions.reset_knobs->trigger();
  EXPECT_EQ(window->parameters().differing_count(), 0);
  actions.undo->trigger();
  EXPECT_EQ(window->parameters().current().rows, 31);
  actions.redo->trigger();
  EXPECT_EQ(window->parameters().differing_count(), 0);
  actions.close->trigger();
  EXPECT_FALSE(window->isVisible());
}

}  // namespace
}  // namespace acim::ui

#include "action_test.moc"
