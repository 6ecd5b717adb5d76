#pragma once

#include <gtest/gtest.h>

#include <QTest>
#include <chrono>
#include <cstdint>
#include <memory>
#include <utility>

#include "fake_evaluator.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

namespace acim::test {

/// A window that begins with a sweep; without a family of one curve.
inline ui::WindowOptions sweep_of(const char* x, const char* family = nullptr) {
  ui::WindowOptions options;
  options.x = parse_sweep_axis(x);
  if (family != nullptr) options.family = parse_sweep_axis(family);
  return options;
}

/// The window on a fake network, light, as small as it is in pictures.
class WindowOnFake : public testing::Test {
 protected:
  static constexpr int kPatience = 20000;  ///< ms until something counts as never

  WindowOnFake() { theme.apply(ui::ThemeChoice::light); }

  ui::MainWindow& open(const ui::WindowOptions& options = {}, std::int64_t images = 60,
                       std::chrono::microseconds delay = {}, const QSize& size = {1280, 720}) {
    return open_with(fake_factory(images, delay), options, size);
  }
  ui::MainWindow& open_with(ui::EvaluationFactory factory, const ui::WindowOptions& options,
                            const QSize& size = {1280, 720}) {
    window = std::make_unique<ui::MainWindow>(std::move(factory), options, &theme);
    window->resize(size);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    return *window;
  }
  ui::StudyController& controller() { return window->controller(); }
  bool wait_until_open() {
    return QTest::qWaitFor([this] { return controller().is_open(); }, kPatience);
  }
  bool wait_for(ui::StudyState state) {
    return QTest::qWaitFor([this, state] { return controller().state() == state; }, kPatience);
  }
  /// A sweep is over, and all that it leaves is there: costs, and every prediction.
  bool finish() {
    const auto collected = [this] {
      const auto& runs = window->runs_model()->records();
      return !runs.empty() && runs.front()->kept != nullptr && !controller().costs().empty();
    };
    return wait_for(ui::StudyState::finished) && QTest::qWaitFor(collected, kPatience);
  }

  ui::Theme theme;
  std::unique_ptr<ui::MainWindow> window;
};

}  // namespace acim::test
