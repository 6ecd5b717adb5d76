#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QScrollArea>
#include <QTest>
#include <QToolButton>
#include <memory>

#include "fake_evaluator.h"
#include "ui/panel/banner.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/status_strip.h"
#include "ui/panel/sweep_bar.h"
#include "ui/panel/view_tabs.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/main_window.h"
#include "ui/window/shortcut_dialog.h"

namespace acim::ui {
namespace {

/// The window on a fake network, on a small screen.
class SmallWindow : public testing::Test {
 protected:
  SmallWindow() {
    theme.apply(ThemeChoice::light);
    window = std::make_unique<MainWindow>(test::fake_factory(60), WindowOptions(), &theme);
    window->resize(1280, 701);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    EXPECT_TRUE(QTest::qWaitFor([this] { return window->controller().state() == StudyState::finished; }, 20000));
  }
  QDockWidget* dock(const char* name) { return window->findChild<QDockWidget*>(QLatin1String(name)); }
  /// Whether anything of it is seen: a dock behind another tab is shown and has nothing to see.
  static bool is_in_front(const QDockWidget* dock) { return !dock->isHidden() && !dock->visibleRegion().isEmpty(); }
  bool press_until(const char* name, const QKeySequence& key, bool in_front) {
    dock(name)->toggleViewAction()->trigger();
    EXPECT_EQ(dock(name)->toggleViewAction()->shortcut(), key);
    return QTest::qWaitFor([&] { return is_in_front(dock(name)) == in_front; }, 2000);
  }

  Theme theme;
  std::unique_ptr<MainWindow> window;
};

TEST_F(SmallWindow, KeepsItsDocksWhereTheyAreWhenTheViewChanges) {
  const int runs = dock("runs_dock")->y();
  const int height = dock("runs_dock")->height();
  for (int view = 0; view < 4; ++view) {
    window->chart_panel()->tabs()->show_view(view);
    QTest::qWait(50);
    EXPECT_EQ(dock("runs_dock")->y(), runs) << view;
    EXPECT_EQ(dock("runs_dock")->height(), height) << view;
  }
}

TEST_F(SmallWindow, ShowsItsBottomLineAtHalfOfFullHd) {
  window->resize(960, 540);
  QTest::qWait(100);
  EXPECT_EQ(window->size(), QSize(960, 540));
  const StatusStrip* strip = window->status_strip();
  // A dock is laid out a pixel lower than what is in it.
  EXPECT_LE(strip->mapTo(window.get(), QPoint(0, strip->height())).y(), 541);
  EXPECT_GE(strip->visibleRegion().boundingRect().height(), strip->height() - 1);
}

/// From half of Full HD on, while a sweep runs and a file with a long name was saved.
TEST(StatusStripLayout, CutsNoWordAndMovesNothingWhileASweepRuns) {
  Theme theme;
  theme.apply(ThemeChoice::light);
  StatusStrip strip(&theme);
  strip.set_right_text(QStringLiteral("16 threads, x86-64 AVX-512"));
  const QString note = QStringLiteral("Saved /home/somebody/studies/with/a/long/name/ADC bits against noise.acim");
  strip.set_note(note);
  StudyProgress progress;
  progress.images_total = 21 * 10000;
  progress.images_per_second = 9.5;
  for (const int width : {960, 1280, 1920}) {
    strip.resize(width, 28);
    strip.show();
    std::optional<int> bar_width;
    std::optional<int> bar_left;
    for (const double done : {0.01, 0.4, 0.999}) {
      progress.images_done = static_cast<std::int64_t>(done * 21 * 10000);
      progress.images_per_second = 12345 * done;
      progress.seconds_left = 1500 * (1 - done);
      strip.show_study(StudyState::running, progress, 21);
      QApplication::processEvents();
      for (const QLabel* label : strip.findChildren<QLabel*>()) {
        if (!label->isVisible()) continue;
        EXPECT_GE(label->width(), label->sizeHint().width()) << width << ": " << label->text().toStdString();
      }
      const auto* bar = strip.findChild<ProgressBar*>();
      EXPECT_EQ(bar->width(), bar_width.value_or(bar->width())) << width;
      EXPECT_EQ(bar->x(), bar_left.value_or(bar->x())) << width;
      bar_width = bar->width();
      bar_left = bar->x();
    }
    EXPECT_EQ(strip.note(), note) << "all of it, however little of it is shown";
  }
}

/// Half of Full HD less a title bar, with a message that offers something, in the views with most words.
TEST_F(SmallWindow, NothingCoversAnythingElse) {
  window->resize(960, 510);
  for (const bool message : {false, true}) {
    if (message) {
      window->files_banner()->say(BannerKind::info, QStringLiteral("Continue where you stopped?"),
                                  QStringLiteral("25 runs were not saved."),
                                  {{QStringLiteral("Continue"), [] {}}, {QStringLiteral("Start fresh"), [] {}}});
    }
    for (int view = 0; view < 3; ++view) {
      window->chart_panel()->tabs()->show_view(view);
      QTest::qWait(50);
      const auto bottom_of = [this](const QWidget* part) {
        return part->mapTo(window.get(), QPoint(0, part->height())).y();
      };
      const auto top_of = [this](const QWidget* part) { return part->mapTo(window.get(), QPoint(0, 0)).y(); };
      const ChartPanel* panel = window->chart_panel();
      EXPECT_LE(bottom_of(panel->chart_in_view()), top_of(panel->sweep_bar())) << view << message;
      EXPECT_LE(bottom_of(panel), top_of(dock("runs_dock"))) << view << message;
      EXPECT_GE(panel->chart_in_view()->height(), 96) << "no room for a plot " << view << message;
      EXPECT_LE(bottom_of(dock("layers_dock")), top_of(dock("runs_dock"))) << view << message;
    }
  }
}

/// What went wrong in two lines, over each view: it takes one, and all of it comes on demand.
TEST_F(SmallWindow, AMessageLeavesRoomForTheFiguresBelowTheChart) {
  window->resize(1280, 720);
  const QString text = QStringLiteral(
      "The file ends in the middle of the weights of layer3.1.conv2. Choose another one, or write it anew with a "
      "program that can write networks whole; what was open is still open and as it was.");
  Banner* const over = window->chart_panel()->banner();
  over->say(BannerKind::error, QStringLiteral("The network cannot be read"), text,
            {{QStringLiteral("Choose another"), [] {}}, {QStringLiteral("Copy details"), [] {}}});
  auto* preview = window->findChild<QWidget*>(QStringLiteral("preview_strip"));
  for (int view = 0; view < 2; ++view) {
    window->chart_panel()->tabs()->show_view(view);
    QTest::qWait(50);
    EXPECT_TRUE(preview->isVisible()) << view;
    EXPECT_LE(over->height(), 44);
    EXPECT_GE(window->chart_panel()->chart_in_view()->height(), 200) << view;
  }
  EXPECT_EQ(over->text(), text);
  QToolButton* unfold = nullptr;
  for (QToolButton* link : over->findChildren<QToolButton*>()) {
    if (link->text() == QStringLiteral("Show all")) unfold = link;
  }
  ASSERT_NE(unfold, nullptr);
  unfold->setFocus();
  QTest::keyClick(unfold, Qt::Key_Space);
  QTest::qWait(50);
  bool whole = false;
  for (const QLabel* label : over->findChildren<QLabel*>()) whole = whole || label->text() == text;
  EXPECT_TRUE(whole);
  EXPECT_FALSE(unfold->isVisible());
  // Another one is low again, with its title whole.
  over->say(BannerKind::error, QStringLiteral("The images cannot be read"), text,
            {{QStringLiteral("Choose another"), [] {}}, {QStringLiteral("Copy details"), [] {}}});
  QTest::qWait(50);
  EXPECT_LE(over->height(), 44);
  for (const QLabel* label : over->findChildren<QLabel*>()) {
    if (label->text() == over->title()) {
      EXPECT_GE(label->width(), label->sizeHint().width());
    }
  }
}

TEST_F(SmallWindow, AKeyBringsADockToTheFrontBeforeItHidesIt) {
  const QKeySequence layers(Qt::CTRL | Qt::Key_L);
  const QKeySequence column(Qt::CTRL | Qt::SHIFT | Qt::Key_V);
  ASSERT_TRUE(is_in_front(dock("layers_dock")));
  EXPECT_TRUE(press_until("column_dock", column, true));
  EXPECT_FALSE(is_in_front(dock("layers_dock")));
  EXPECT_TRUE(press_until("layers_dock", layers, true));
  EXPECT_TRUE(press_until("layers_dock", layers, false));
  EXPECT_TRUE(dock("layers_dock")->isHidden());
  EXPECT_TRUE(press_until("layers_dock", layers, true));
}

TEST_F(SmallWindow, ALessonLeavesTheDocksAsTheyWere) {
  ASSERT_TRUE(press_until("column_dock", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), true));
  const int width = dock("column_dock")->width();
  const int runs = dock("runs_dock")->height();
  window->lessons()->open();
  ASSERT_TRUE(dock("column_dock")->isHidden());
  window->lessons()->close();
  EXPECT_TRUE(QTest::qWaitFor([this] { return is_in_front(dock("column_dock")); }, 2000));
  EXPECT_EQ(dock("column_dock")->width(), width);
  EXPECT_EQ(dock("runs_dock")->height(), runs);
  EXPECT_FALSE(window->lessons()->is_open());
}

TEST_F(SmallWindow, ListsKeysWhereAllOfThemCanBeRead) {
  window->findChild<QAction*>(QStringLiteral("shortcuts"))->trigger();
  const auto* dialog = window->findChild<ShortcutDialog*>();
  ASSERT_NE(dialog, nullptr);
  ASSERT_TRUE(QTest::qWaitForWindowExposed(dialog->windowHandle()));
  const auto* scroll = dialog->findChild<QScrollArea*>();
  for (const QLabel* label : scroll->widget()->findChildren<QLabel*>()) {
    EXPECT_LE(label->mapTo(scroll->viewport(), QPoint(label->width(), 0)).x(), scroll->viewport()->width())
        << label->text().toStdString();
  }
}

}  // namespace
}  // namespace acim::ui
