#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QTest>
#include <array>
#include <cmath>

#include "fake_evaluator.h"
#include "test_files.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/chart/chart_axes.h"
#include "ui/chart/chart_legend.h"
#include "ui/chart/tradeoff_chart.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/view_tabs.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

using std::chrono::microseconds;

TEST(EnergyAxis, HasFourLabelsOverAnyRange) {
  for (const auto& [low, high] : {std::pair{64.0, 64.0}, {3.0, 300.0}, {0.011, 0.02}, {1e-3, 1e4}}) {
    const AxisLayout axis = energy_axis(low, high);
    EXPECT_GE(axis.ticks.size(), 4U) << low;
    EXPECT_LE(axis.ticks.size(), 9U) << low;
    EXPECT_LT(axis.minimum, std::log10(low));
    EXPECT_GT(axis.maximum, std::log10(high));
  }
}

/// The window on a fake network with the layers of fake_layers().
class Tradeoff : public test::WindowOnFake {
 protected:
  void open(std::int64_t images = 60, microseconds delay = {}) {
    WindowOnFake::open(test::sweep_of("adc_bits=4:8", "encoding_bits=1,2,4"), images, delay);
  }
  TradeoffChart* chart() { return window->chart_panel()->tradeoff(); }
};

TEST_F(Tradeoff, ShowsTheEnergyOfTheCostModelAgainstTheAccuracy) {
  open();
  ASSERT_TRUE(finish());
  const StudyController& controller = window->controller();
  ASSERT_EQ(chart()->drawn().size(), 15U);
  for (const TradeoffChart::Drawn& one : chart()->drawn()) {
    const std::size_t point = one.point.curve * 5 + one.point.place;
    const cost::NetworkCost cost = cost::network_cost(test::fake_layers(), controller.spec().points[point].settings);
    EXPECT_DOUBLE_EQ(one.uj, cost.uj_per_inference());
    EXPECT_DOUBLE_EQ(one.percent, 100 * controller.results()[point].accuracy());
    EXPECT_EQ(one.interval.low, controller.results()[point].interval().low);
  }
  // The front is what no other point beats, and nothing else.
  for (const TradeoffChart::Drawn& one : chart()->drawn()) {
    const bool beaten = std::any_of(chart()->drawn().begin(), chart()->drawn().end(), [&](const auto& other) {
      return other.uj <= one.uj && other.percent >= one.percent && (other.uj < one.uj || other.percent > one.percent);
    });
    EXPECT_EQ(one.on_front, !beaten) << one.uj << ' ' << one.percent;
  }
}

TEST_F(Tradeoff, MovesWhileImagesStreamAndItsEnergyAxisStays) {
  open(400, microseconds(300));
  ASSERT_TRUE(QTest::qWaitFor([this] { return chart()->drawn().size() == 15U; }, 20000));
  const double width = chart()->drawn().front().interval.high - chart()->drawn().front().interval.low;
  const double x = chart()->place_of(chart()->drawn().front()).x();
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return chart()->drawn().front().interval.high - chart()->drawn().front().interval.low < width; }));
  EXPECT_EQ(chart()->place_of(chart()->drawn().front()).x(), x);
}

TEST_F(Tradeoff, SharesSelectionAndLegendWithTheAccuracyChart) {
  open();
  ASSERT_TRUE(finish());
  window->chart_panel()->chart()->select(PointPlace{2, 1});
  EXPECT_EQ(chart()->selected(), (PointPlace{2, 1}));
  EXPECT_THAT(chart()->accessibleDescription().toStdString(), testing::HasSubstr("µJ"));
  QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier);
  ASSERT_EQ(window->chart_panel()->view(), ChartView::tradeoff);
  const TradeoffChart::Drawn target = chart()->drawn()[1];
  QTest::mouseClick(chart(), Qt::LeftButton, {}, chart()->place_of(target).toPoint());
  EXPECT_EQ(window->chart_panel()->chart()->selected(), chart()->selected());
  QTest::keyClick(chart(), Qt::Key_Home);
  QTest::keyClick(chart(), Qt::Key_Right);
  EXPECT_EQ(window->chart_panel()->chart()->selected()->place, 1U);
  QTest::mouseClick(window->chart_panel()->legend()->entry(1), Qt::LeftButton);
  EXPECT_EQ(chart()->drawn().size(), 10U);
}

TEST_F(Tradeoff, TabsAreReachedByKeyboardAndPicturesAreOfTheViewShown) {
  open();
  ASSERT_TRUE(finish());
  ChartPanel* panel = window->chart_panel();
  panel->tabs()->tab(0)->setFocus();
  QTest::keyClick(panel->tabs()->tab(0), Qt::Key_Right);
  QTest::keyClick(panel->tabs()->focusWidget(), Qt::Key_Space);
  EXPECT_EQ(panel->view(), ChartView::tradeoff);
  EXPECT_TRUE(chart()->isVisible());
  const QImage image = panel->picture(2);
  ASSERT_EQ(image.size(), chart()->size() * 2);
  // A point of the front is filled with its curve's colour.
  const TradeoffChart::Drawn& one = chart()->drawn()[chart()->front().back()];
  EXPECT_EQ(image.pixelColor((chart()->place_of(one) * 2).toPoint()), theme.tokens().series[one.point.curve]);
}

}  // namespace
}  // namespace acim::ui
