// The window without a mouse: Tab comes to every control and never stays, and a sweep is run and exported by keys.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <algorithm>
#include <memory>
#include <set>
#include <vector>

#include "base/file.h"
#include "fake_evaluator.h"
#include "test_files.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/knob_editor.h"
#include "ui/panel/knob_row.h"
#include "ui/panel/macro_form.h"
#include "ui/panel/sweep_bar.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/main_window.h"

namespace acim::ui {
namespace {

std::string name_of(const QWidget& widget) {
  return widget.metaObject()->className() + std::string(" ") + widget.objectName().toStdString() + " \"" +
         widget.accessibleName().toStdString() + "\"";
}

/// The control that a widget with the keyboard belongs to: a spin box rather than the field in it.
QWidget* control_of(QWidget* widget) {
  if (widget == nullptr) return nullptr;
  QWidget* parent = widget->parentWidget();
  const bool part = qobject_cast<QAbstractSpinBox*>(parent) != nullptr || qobject_cast<QComboBox*>(parent) != nullptr;
  return part ? parent : widget;
}

class Keyboard : public testing::Test {
 protected:
  Keyboard() {
    theme.apply(ThemeChoice::light);
    WindowOptions options;
    options.x = parse_sweep_axis("adc_bits=4:5");
    options.family = parse_sweep_axis("encoding_bits=1,2");
    window = std::make_unique<MainWindow>(test::fake_factory(20), options, &theme);
    window->resize(1440, 900);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    finish();
  }
  void finish() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().state() == StudyState::finished; }, 20000));
  }
  /// What Tab comes to until it is where it began.
  std::set<QWidget*> tabbed(Qt::Key key) {
    std::set<QWidget*> reached;
    QWidget* start = control_of(QApplication::focusWidget());
    constexpr int kMost = 2000;
    for (int i = 0; i < kMost; ++i) {
      QWidget* before = QApplication::focusWidget();
      if (before == nullptr) {
        ADD_FAILURE() << "nothing has the keyboard";
        break;
      }
      QTest::keyClick(before, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
      QWidget* now = control_of(QApplication::focusWidget());
      if (now == control_of(before)) {
        ADD_FAILURE() << "the keyboard is caught in " << name_of(*now);
        break;
      }
      reached.insert(now);
      if (now == start) break;
    }
    return reached;
  }
  void expect_all_reached(const std::string& where) {
    window->form()->search_field()->setFocus(Qt::TabFocusReason);
    const std::set<QWidget*> reached = tabbed(Qt::Key_Tab);
    EXPECT_EQ(tabbed(Qt::Key_Backtab), reached) << where;
    for (QWidget* widget : window->findChildren<QWidget*>()) {
      const bool takes = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
      if (!takes || !widget->isVisible() || !widget->isEnabled() || control_of(widget) != widget) continue;
      if (qobject_cast<QScrollBar*>(widget) != nullptr) continue;  // Its view has the keys.
      EXPECT_TRUE(reached.contains(widget)) << where << ": " << name_of(*widget);
    }
    EXPECT_GT(reached.size(), 40U) << where;
  }

  test::TemporaryFolder folder;
  Theme theme;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Keyboard, TabComesToEveryControlAndStaysInNone) {
  for (const ChartView view : {ChartView::accuracy, ChartView::tradeoff, ChartView::energy, ChartView::confusion}) {
    window->chart_panel()->show_view(view);
    expect_all_reached("view " + std::to_string(static_cast<int>(view)));
  }
  window->chart_panel()->show_view(ChartView::accuracy);
  window->lessons()->open();
  expect_all_reached("lesson");
}

TEST_F(Keyboard, WhatHasTheKeyboardHasAName) {
  window->form()->search_field()->setFocus(Qt::TabFocusReason);
  for (const QWidget* widget : tabbed(Qt::Key_Tab)) {
    EXPECT_FALSE(widget->accessibleName().isEmpty()) << name_of(*widget);
  }
}

TEST_F(Keyboard, AKeyGoesFromPartToPartAndBack) {
  const auto part_of_focus = [this]() -> const QWidget* {
    const ChartPanel* panel = window->chart_panel();
    const QWidget* chart = panel->chart_in_view();
    const QWidget* focus = window->focusWidget();
    const auto holds = [focus](const QWidget* part) { return part == focus || part->isAncestorOf(focus); };
    if (holds(chart)) return chart;
    if (holds(panel->sweep_bar())) return panel->sweep_bar();
    for (const QWidget* widget = focus; widget != nullptr; widget = widget->parentWidget()) {
      if (widget->parentWidget() == window.get()) return widget;
    }
    return nullptr;
  };
  const auto press = [this](Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(window.get(), Qt::Key_F6, modifiers | Qt::ControlModifier);
  };
  window->chart_panel()->chart()->setFocus();
  const QWidget* begin = part_of_focus();
  std::vector<const QWidget*> forth;
  do {
    press(Qt::NoModifier);
    forth.push_back(part_of_focus());
  } while (forth.back() != begin && forth.size() < 20);
  EXPECT_GE(forth.size(), 5U);
  EXPECT_LT(forth.size(), 10U);
  EXPECT_NE(std::ranges::find(forth, window->chart_panel()->sweep_bar()), forth.end());
  std::vector<const QWidget*> back;
  for (std::size_t i = 0; i < forth.size(); ++i) {
    press(Qt::ShiftModifier);
    back.push_back(part_of_focus());
  }
  std::ranges::reverse(forth);
  std::ranges::rotate(forth, forth.begin() + 1);
  EXPECT_EQ(back, forth);
}

TEST_F(Keyboard, TheKeyOfAViewAndOfADockGoesThere) {
  window->findChild<MacroForm*>()->search_field()->setFocus();
  QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
  EXPECT_EQ(window->focusWidget(), window->chart_panel()->chart_in_view());
  QTest::keyClick(window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
  const auto* why = window->findChild<QDockWidget*>(QStringLiteral("why_dock"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return why->isAncestorOf(window->focusWidget()); }, 2000));
}

TEST_F(Keyboard, ASweepIsSetRunAndExported) {
  // A knob, by its name.
  QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
  QTest::keyClicks(QApplication::focusWidget(), "random noise");
  const auto* box = window->form()->row("random_noise_percent")->findChild<KnobSpinBox*>();
  for (int i = 0; i < 20 && control_of(QApplication::focusWidget()) != box; ++i)
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
  ASSERT_EQ(control_of(QApplication::focusWidget()), box);
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
  QTest::keyClicks(QApplication::focusWidget(), "0.5");
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
  EXPECT_DOUBLE_EQ(window->parameters().current().random_noise_percent, 0.5);
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().generation() == 2; }, 20000));
  finish();
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_E, Qt::ControlModifier);
  ASSERT_TRUE(
      QTest::qWaitFor([] { return qobject_cast<QFileDialog*>(QApplication::activeWindow()) != nullptr; }, 20000));
  QWidget* dialog = QApplication::activeWindow();
  auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
  ASSERT_NE(name, nullptr);
  ASSERT_TRUE(name->hasFocus());
  const std::filesystem::path path = folder / "data.csv";
  QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClicks(name, QString::fromStdString(path.string()));
  QTest::keyClick(name, Qt::Key_Return);
  ASSERT_TRUE(QTest::qWaitFor([&] { return std::filesystem::exists(path); }, 20000));
  EXPECT_EQ(read_text_file(path), window->controller().csv());
  EXPECT_THAT(read_text_file(path), testing::HasSubstr(",0.5,"));
}

}  // namespace
}  // namespace acim::ui
