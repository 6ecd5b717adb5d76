// A window closes in whatever it is doing, asks nothing, and keeps what a user did.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QTest>
#include <memory>
#include <thread>

#include "fake_evaluator.h"
#include "test_files.h"
#include "ui/model/session_folder.h"
#include "ui/panel/banner.h"
#include "ui/panel/chart_panel.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"

namespace acim::ui {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

/// Half a minute of work, and as much for the reference: a window that waited for it would be slow to close.
constexpr std::int64_t kImages = 4000;
constexpr microseconds kDelay{3000};

OpenedSubject load_for_ever(const StudySubject&, double, const std::function<void(double, const std::string&)>&,
                            const std::stop_token& stop) {
  while (!stop.stop_requested()) std::this_thread::sleep_for(milliseconds(2));
  throw Error(ErrorKind::cancelled, "stopped");
}

class Closing : public testing::Test {
 protected:
  Closing() { theme.apply(ThemeChoice::light); }

  MainWindow& open(const EvaluationFactory& factory, const std::string& network = "demo") {
    WindowOptions options;
    options.x = parse_sweep_axis("adc_bits=4:5");
    options.subject.network = network;
    options.threads = 1;
    options.state_folder = folder / "state";
    window = std::make_unique<MainWindow>(factory, options, &theme);
    window->resize(1280, 720);
    window->show();
    return *window;
  }
  bool wait(const std::function<bool(StudyController&)>& until) {
    return QTest::qWaitFor([&] { return until(window->controller()); }, 20000);
  }
  void run_until_images() {
    open(test::fake_factory(kImages, kDelay));
    ASSERT_TRUE(wait([](StudyController& controller) { return controller.progress().images_done > 100; }));
  }
  /// A knob that a user turned, then the window closes; what the next one is offered.
  StudyDocument closed() {
    window->parameters().set_value("rows", std::int64_t{127});
    EXPECT_TRUE(window->close());
    window.reset();
    const auto left = left_session(folder / "state");
    EXPECT_TRUE(left.has_value());
    return left ? read_session(*left) : StudyDocument{};
  }

  test::TemporaryFolder folder;
  Theme theme;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Closing, WithNothingOpenKeepsTheKnobsAndOffersThem) {
  open(test::fake_factory(), "broken");
  ASSERT_TRUE(wait([](StudyController& controller) { return !controller.is_loading(); }));
  EXPECT_EQ(closed().settings.macro.rows, 127);
  open(test::fake_factory(20));
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->files_banner()->isVisible(); }, 20000));
  EXPECT_EQ(window->files_banner()->title().toStdString(), "Continue where you stopped?");
}

TEST_F(Closing, WhileLoading) {
  open(load_for_ever);
  ASSERT_TRUE(wait([](StudyController& controller) { return controller.is_loading(); }));
  EXPECT_EQ(closed().settings.macro.rows, 127);
}

TEST_F(Closing, WhileRunningKeepsTheRounds) {
  run_until_images();
  const std::int64_t done = window->controller().results().front().images;
  const StudyDocument document = closed();
  EXPECT_EQ(document.settings.macro.rows, 127);
  ASSERT_FALSE(document.runs.empty());
  EXPECT_GE(document.runs.front()->results.front().images, done);
}

TEST_F(Closing, WhilePausedKeepsTheRounds) {
  run_until_images();
  window->actions().pause->trigger();
  const StudyDocument document = closed();
  ASSERT_FALSE(document.runs.empty());
  EXPECT_GT(document.runs.front()->results.front().images, 0);
}

TEST_F(Closing, WhilePreparing) {
  run_until_images();
  window->adc_range().set("mse");
  window->run();
  ASSERT_TRUE(window->controller().is_preparing());
  const StudyDocument document = closed();
  EXPECT_EQ(document.adc_range, "mse");
  ASSERT_FALSE(document.runs.empty());
}

TEST_F(Closing, WhileExporting) {
  run_until_images();
  window->actions().export_png->trigger();
  window->actions().export_csv->trigger();
  ASSERT_NE(window->findChild<ExportDialog*>(), nullptr);
  const StudyDocument document = closed();
  ASSERT_FALSE(document.runs.empty());
}

TEST_F(Closing, WhileAStudyIsWritten) {
  run_until_images();
  window->files()->save_as(QString::fromStdString((folder / "s.acim").string()));
  EXPECT_FALSE(closed().runs.empty());
  EXPECT_FALSE(read_study(folder / "s.acim").runs.empty());
}

}  // namespace
}  // namespace acim::ui
