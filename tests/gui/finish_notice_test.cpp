#include "ui/window/finish_notice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "window_on_fake.h"

namespace acim::ui {
namespace {

using std::chrono::milliseconds;

/// A window with a sweep that ends, and a notice of its own that writes down what it would tell.
class Finish : public test::WindowOnFake {
 protected:
  void open(milliseconds worth_telling, std::chrono::microseconds delay = {}) {
    WindowOptions options = test::sweep_of("adc_bits=4:6");
    options.run_at_start = false;
    WindowOnFake::open(options, 60, delay);
    EXPECT_TRUE(wait_until_open());
    notice = new FinishNotice(&controller(), window.get());
    notice->set_worth_telling(worth_telling);
    notice->set_notify(
        [this](const QString& title, const QString& text) { told << title + QStringLiteral(": ") + text; });
  }
  void look_elsewhere() {
    other.show();
    other.activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&other));
    EXPECT_FALSE(window->isActiveWindow());
  }

  QWidget other;
  QStringList told;
  FinishNotice* notice = nullptr;
};

TEST_F(Finish, IsToldToWhoLooksElsewhere) {
  open(milliseconds(0));
  look_elsewhere();
  window->run();
  ASSERT_TRUE(wait_for(StudyState::finished));
  ASSERT_EQ(told.size(), 1);
  EXPECT_THAT(told.front().toStdString(), testing::StartsWith("The sweep is finished: Accuracy against ADC bits"));
}

TEST_F(Finish, IsNotToldToWhoLooksAtIt) {
  open(milliseconds(0));
  window->run();
  ASSERT_TRUE(wait_for(StudyState::finished));
  EXPECT_TRUE(told.isEmpty());
}

TEST_F(Finish, OfAShortSweepIsNotTold) {
  open(FinishNotice::kWorthTelling);
  look_elsewhere();
  window->run();
  ASSERT_TRUE(wait_for(StudyState::finished));
  EXPECT_TRUE(told.isEmpty());
}

TEST_F(Finish, OfAStoppedSweepIsNotTold) {
  open(milliseconds(0), std::chrono::milliseconds(50));
  look_elsewhere();
  window->run();
  ASSERT_TRUE(QTest::qWaitFor([this] { return controller().progress().images_done > 0; }, kPatience));
  controller().stop();
  ASSERT_TRUE(wait_for(StudyState::stopped));
  EXPECT_TRUE(told.isEmpty());
}

}  // namespace
}  // namespace acim::ui
