#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QRegularExpression>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/chart/accuracy_chart.h"
#include "ui/chart/card_presence.h"
#include "ui/chart/hover_card.h"
#include "ui/chart/plot_zoom.h"
#include "ui/chart/tradeoff_chart.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/chart_sheet.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

/// The window on the fake network: both charts are handled by the same events.
class Zoom : public test::WindowOnFake {
 protected:
  void open(const char* x = "adc_bits=4:10", std::chrono::microseconds delay = {}) {
    WindowOnFake::open(test::sweep_of(x, "encoding_bits=1,4"), 60, delay);
  }
  AccuracyChart* accuracy() { return window->chart_panel()->chart(); }
  TradeoffChart* tradeoff() { return window->chart_panel()->tradeoff(); }
  /// What the mouse is over, at a place of the accuracy chart.
  QWidget* surface() { return accuracy()->childAt(accuracy()->rect().center()); }
  QPoint on_surface(QPointF place) { return surface()->mapFrom(accuracy(), place.toPoint()); }
  QToolButton* zoomed_button() { return window->chart_panel()->findChild<QToolButton*>(QStringLiteral("zoomed")); }
  static void turn_wheel(QWidget* on, QPointF at, int notches, Qt::KeyboardModifiers modifiers = {}) {
    QWheelEvent event(at, on->mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(on, &event);
  }
  static void turn_wheel_on(PlotZoom& zoom, QPointF at, int notches, Qt::KeyboardModifiers modifiers = {}) {
    QWheelEvent event(at, at, {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    zoom.take(&event);
  }
  static void send_mouse(QWidget* on, QEvent::Type type, QPoint at, Qt::MouseButton one, Qt::MouseButtons all,
                         Qt::KeyboardModifiers modifiers = {}) {
    QMouseEvent event(type, QPointF(at), QPointF(on->mapToGlobal(at)), one, all, modifiers);
    QCoreApplication::sendEvent(on, &event);
  }
  static void drag(QWidget* on, QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton,
                   Qt::KeyboardModifiers modifiers = {}) {
    send_mouse(on, QEvent::MouseButtonPress, from, button, button, modifiers);
    for (int step = 1; step <= 4; ++step)
      send_mouse(on, QEvent::MouseMove, from + (to - from) * step / 4, Qt::NoButton, button, modifiers);
    send_mouse(on, QEvent::MouseButtonRelease, to, button, Qt::NoButton, modifiers);
  }
};

TEST_F(Zoom, TheWheelGoesCloserAboutThePointerNotchByNotch) {
  open();
  ASSERT_TRUE(finish());
  EXPECT_FALSE(zoomed_button()->isVisible());
  const QPointF place = accuracy()->place_of({0, 3});
  for (int notch = 1; notch <= 5; ++notch) {
    turn_wheel(surface(), on_surface(place), 1);
    ASSERT_TRUE(accuracy()->is_zoomed());
    const PlotRange& shown = *accuracy()->zoom().shown();
    EXPECT_NEAR(shown.y.span(), 100 / std::pow(1.18, notch), 1e-6);
    // What is under the pointer stays there, a pixel or so.
    EXPECT_LT((accuracy()->place_of({0, 3}) - place).manhattanLength(), 4) << notch;
  }
  EXPECT_TRUE(zoomed_button()->isVisible());
  const PlotRange before = *accuracy()->zoom().shown();
  turn_wheel(surface(), on_surface(place), 1, Qt::ControlModifier);
  EXPECT_LT(accuracy()->zoom().shown()->x.span(), before.x.span());
  EXPECT_EQ(accuracy()->zoom().shown()->y, before.y);
  turn_wheel(surface(), on_surface(place), 1, Qt::ShiftModifier);
  EXPECT_LT(accuracy()->zoom().shown()->y.span(), before.y.span());
  // As wide as can be it is no zoom.
  turn_wheel(surface(), on_surface(place), -20);
  EXPECT_FALSE(accuracy()->is_zoomed());
  EXPECT_FALSE(zoomed_button()->isVisible());
}

TEST_F(Zoom, ADragMarksThePartToLookAtAndADoubleClickFits) {
  open();
  ASSERT_TRUE(finish());
  const QPoint low = on_surface(accuracy()->place_of({1, 2})) + QPoint(-30, 60);
  const QPoint high = on_surface(accuracy()->place_of({0, 4})) + QPoint(30, -24);
  drag(surface(), low, high);
  ASSERT_TRUE(accuracy()->is_zoomed());
  const PlotRange shown = *accuracy()->zoom().shown();
  EXPECT_GT(shown.x.low, 5);
  EXPECT_LT(shown.x.low, 6);
  EXPECT_GT(shown.x.high, 8);
  EXPECT_LT(shown.x.high, 9);
  EXPECT_FALSE(accuracy()->selected().has_value());
  // The middle button, and Shift, move it.
  drag(surface(), {200, 100}, {260, 100}, Qt::MiddleButton);
  EXPECT_LT(accuracy()->zoom().shown()->x.low, shown.x.low);
  drag(surface(), {200, 100}, {140, 100}, Qt::LeftButton, Qt::ShiftModifier);
  EXPECT_NEAR(accuracy()->zoom().shown()->x.low, shown.x.low, 1e-9);
  EXPECT_NEAR(accuracy()->zoom().shown()->x.span(), shown.x.span(), 1e-9);
  QTest::mouseDClick(surface(), Qt::LeftButton, {}, {200, 100});
  EXPECT_FALSE(accuracy()->is_zoomed());
  // A click is no drag.
  QTest::mouseClick(surface(), Qt::LeftButton, {}, {200, 100});
  EXPECT_FALSE(accuracy()->is_zoomed());
}

TEST_F(Zoom, TheButtonFitsAndKeysDoWhatTheMouseDoes) {
  open();
  ASSERT_TRUE(finish());
  accuracy()->setFocus();
  QTest::keyClick(accuracy(), Qt::Key_Plus);
  QTest::keyClick(accuracy(), Qt::Key_Plus);
  ASSERT_TRUE(accuracy()->is_zoomed());
  const PlotRange before = *accuracy()->zoom().shown();
  QTest::keyClick(accuracy(), Qt::Key_Right, Qt::ShiftModifier);
  QTest::keyClick(accuracy(), Qt::Key_Up, Qt::ShiftModifier);
  EXPECT_GT(accuracy()->zoom().shown()->x.low, before.x.low);
  EXPECT_GT(accuracy()->zoom().shown()->y.low, before.y.low);
  EXPECT_NEAR(accuracy()->zoom().shown()->y.span(), before.y.span(), 1e-9);
  QTest::keyClick(accuracy(), Qt::Key_Minus);
  EXPECT_GT(accuracy()->zoom().shown()->y.span(), before.y.span());
  QTest::mouseClick(zoomed_button(), Qt::LeftButton);
  EXPECT_FALSE(accuracy()->is_zoomed());
  QTest::keyClick(accuracy(), Qt::Key_Plus);
  QTest::keyClick(accuracy(), Qt::Key_0);
  EXPECT_FALSE(accuracy()->is_zoomed());
  // The selection is followed where it goes.
  QTest::keyClick(accuracy(), Qt::Key_Right);
  for (int i = 0; i < 8; ++i) QTest::keyClick(accuracy(), Qt::Key_Plus);
  ASSERT_EQ(accuracy()->selected(), (PointPlace{0, 0}));
  QTest::keyClick(accuracy(), Qt::Key_End);
  EXPECT_LE(accuracy()->zoom().shown()->x.low, 10);
  EXPECT_GE(accuracy()->zoom().shown()->x.high, 10);
}

TEST_F(Zoom, StaysWhileImagesStreamAndWhenAKnobStartsTheSweepAnew) {
  open("adc_bits=4:10", std::chrono::microseconds(200));
  ASSERT_TRUE(QTest::qWaitFor([this] { return accuracy()->curve_points(1).size() == 7; }, 20000));
  turn_wheel(surface(), surface()->rect().center(), 4);
  ASSERT_TRUE(accuracy()->is_zoomed());
  const PlotRange shown = *accuracy()->zoom().shown();
  ASSERT_TRUE(finish());
  EXPECT_EQ(*accuracy()->zoom().shown(), shown);
  PointSettings noisy;
  noisy.macro.random_noise_percent = 1;
  const StudySpec spec = window->controller().spec();
  ASSERT_TRUE(window->controller().run(noisy, spec.x, spec.family));
  ASSERT_TRUE(finish());
  EXPECT_TRUE(accuracy()->is_zoomed());
  EXPECT_EQ(*accuracy()->zoom().shown(), shown);
}

TEST_F(Zoom, CategoriesStayWhereTheyAre) {
  open("mapping=whole_channels,dense");
  ASSERT_TRUE(finish());
  const double apart = accuracy()->place_of({0, 1}).x() - accuracy()->place_of({0, 0}).x();
  turn_wheel(surface(), surface()->rect().center(), 4);
  ASSERT_TRUE(accuracy()->is_zoomed());
  EXPECT_LT(accuracy()->zoom().shown()->y.span(), 60);
  EXPECT_EQ(accuracy()->place_of({0, 1}).x() - accuracy()->place_of({0, 0}).x(), apart);
}

TEST_F(Zoom, TheTradeoffHasTheSame) {
  open();
  ASSERT_TRUE(finish());
  window->chart_panel()->show_view(ChartView::tradeoff);
  const TradeoffChart::Drawn one = tradeoff()->drawn()[2];
  const QPointF place = tradeoff()->place_of(one);
  turn_wheel(tradeoff(), place, 3);
  ASSERT_TRUE(tradeoff()->is_zoomed());
  EXPECT_TRUE(zoomed_button()->isVisible());
  EXPECT_LT((tradeoff()->place_of(one) - place).manhattanLength(), 1);
  EXPECT_FALSE(accuracy()->is_zoomed());
  QTest::mouseClick(zoomed_button(), Qt::LeftButton);
  EXPECT_FALSE(tradeoff()->is_zoomed());
  tradeoff()->setFocus();
  QTest::keyClick(tradeoff(), Qt::Key_0);
  drag(tradeoff(), {80, 30}, {300, 200});
  ASSERT_TRUE(tradeoff()->is_zoomed());
  QTest::mouseDClick(tradeoff(), Qt::LeftButton, {}, {200, 300});
  EXPECT_FALSE(tradeoff()->is_zoomed());
}

TEST_F(Zoom, WhatIsOutsideOfTheAxesIsNotDrawn) {
  open();
  ASSERT_TRUE(finish());
  for (const ChartView view : {ChartView::accuracy, ChartView::tradeoff}) {
    window->chart_panel()->show_view(view);
    const bool first = view == ChartView::accuracy;
    QWidget* on = first ? surface() : tradeoff();
    for (int i = 0; i < 12; ++i) turn_wheel(on, QPointF(on->width() * 0.4, on->height() * 0.4), 1);
    const QImage picture = window->chart_panel()->picture(1);
    // In the margins there are labels, which are of no curve's colour.
    const QRect area(62, 19, picture.width() - 62 - 28, picture.height() - 19 - 57);
    for (int y = 0; y < picture.height(); ++y) {
      for (int x = 0; x < picture.width(); ++x) {
        if (area.adjusted(-6, -6, 6, 6).contains(x, y)) continue;
        const QColor color = picture.pixelColor(x, y);
        ASSERT_NE(color, light_tokens().series[0]) << x << ' ' << y << ' ' << first;
        ASSERT_NE(color, light_tokens().series[2]) << x << ' ' << y << ' ' << first;
      }
    }
    // Vector pictures have no clipping of their own: no coordinate of a curve may lie outside.
    const QString svg =
        QString::fromUtf8(ChartSheet(*window->chart_panel(), view, theme, PictureStyle::light, {600, 400}).svg({}));
    const QRegularExpression far(QStringLiteral("[ML, \"](-?[0-9]{4,})"));
    for (auto found = far.globalMatch(svg); found.hasNext();) {
      EXPECT_LT(std::abs(found.next().captured(1).toDouble()), 1500) << first;
    }
  }
}

TEST_F(Zoom, WholeAxesAreShownWholeWhateverTheirNumbers) {
  QWidget surface;
  surface.resize(400, 300);
  // Of noise, ADC bits, a log axis, energies: high - (high - low) is not low for most of them.
  for (const AxisRange x : {AxisRange{-0.04, 1.04},
                            {-0.02, 0.52},
                            {-0.08, 2.08},
                            {0.72, 8.28},
                            {3.68, 12.32},
                            {1.52, 14.48},
                            {-0.0722, 1.8783},
                            {-1.3, 0.9},
                            {-0.41, 2.13}}) {
    PlotZoom zoom(&surface, &theme);
    zoom.set_area({0, 0, 400, 300});
    zoom.set_home({x, {0, 100}}, {x, {0, 100}}, x.span() / 200, 0.2);
    turn_wheel_on(zoom, {123, 140}, 3, Qt::ShiftModifier);
    ASSERT_TRUE(zoom.shown().has_value());
    EXPECT_EQ(zoom.shown()->x, x) << x.low;
    EXPECT_LT(zoom.shown()->y.span(), 100);
    turn_wheel_on(zoom, {123, 140}, 2);
    turn_wheel_on(zoom, {123, 140}, -20);
    EXPECT_FALSE(zoom.shown() && (zoom.shown()->x.low < x.low || zoom.shown()->x.high > x.high)) << x.low;
  }
}

TEST_F(Zoom, ADragWithoutAReleaseEnds) {
  open();
  ASSERT_TRUE(finish());
  // A view is switched in mid-drag: the release goes to another one.
  send_mouse(surface(), QEvent::MouseButtonPress, {120, 80}, Qt::LeftButton, Qt::LeftButton);
  send_mouse(surface(), QEvent::MouseMove, {220, 160}, Qt::NoButton, Qt::LeftButton);
  ASSERT_FALSE(accuracy()->zoom().band().isEmpty());
  window->chart_panel()->show_view(ChartView::tradeoff);
  EXPECT_FALSE(accuracy()->zoom().is_dragging());
  window->chart_panel()->show_view(ChartView::accuracy);
  // Nor does the pointer drag on that comes back without a button.
  send_mouse(surface(), QEvent::MouseButtonPress, {120, 80}, Qt::LeftButton, Qt::LeftButton);
  send_mouse(surface(), QEvent::MouseMove, {220, 160}, Qt::NoButton, Qt::LeftButton);
  send_mouse(surface(), QEvent::MouseMove, {240, 180}, Qt::NoButton, Qt::NoButton);
  EXPECT_FALSE(accuracy()->zoom().is_dragging());
  EXPECT_FALSE(accuracy()->is_zoomed());
}

TEST_F(Zoom, ADragEndsThoughItsPlaneIsGone) {
  open();
  ASSERT_TRUE(finish());
  window->chart_panel()->show_view(ChartView::tradeoff);
  send_mouse(tradeoff(), QEvent::MouseButtonPress, {120, 80}, Qt::LeftButton, Qt::LeftButton);
  send_mouse(tradeoff(), QEvent::MouseMove, {220, 160}, Qt::NoButton, Qt::LeftButton);
  ASSERT_TRUE(tradeoff()->zoom().is_dragging());
  tradeoff()->set_results({});  // As a new run does until its first images.
  send_mouse(tradeoff(), QEvent::MouseButtonRelease, {220, 160}, Qt::LeftButton, Qt::NoButton);
  EXPECT_FALSE(tradeoff()->zoom().is_dragging());
}

TEST_F(Zoom, WhatLiesElsewhereNowIsNoZoomAnyMore) {
  open();
  ASSERT_TRUE(finish());
  window->chart_panel()->show_view(ChartView::tradeoff);
  const auto& drawn = tradeoff()->drawn();
  const QPointF place = tradeoff()->place_of(*std::ranges::max_element(drawn, {}, &TradeoffChart::Drawn::uj));
  for (int notch = 0; notch < 20; ++notch) turn_wheel(tradeoff(), place, 1);
  ASSERT_TRUE(zoomed_button()->isVisible());
  PointSettings smaller;
  smaller.macro.weight_bits = 2;
  const StudySpec spec = window->controller().spec();
  ASSERT_TRUE(window->controller().run(smaller, spec.x, spec.family));
  ASSERT_TRUE(finish());
  EXPECT_FALSE(tradeoff()->is_zoomed());
  EXPECT_FALSE(zoomed_button()->isVisible());
}

TEST_F(Zoom, AClickBesidePointsTakesTheCardOfTheKeysAway) {
  open();
  ASSERT_TRUE(finish());
  accuracy()->setFocus();
  QTest::keyClick(accuracy(), Qt::Key_Right);
  ASSERT_TRUE(accuracy()->card()->isVisible());
  QTest::mouseClick(surface(), Qt::LeftButton, {}, {200, 300});
  EXPECT_FALSE(accuracy()->card()->isVisible());
  window->chart_panel()->show_view(ChartView::tradeoff);
  tradeoff()->setFocus();
  QTest::keyClick(tradeoff(), Qt::Key_Right);
  ASSERT_TRUE(tradeoff()->card()->isVisible());
  QTest::mouseClick(tradeoff(), Qt::LeftButton, {}, {200, 300});
  EXPECT_FALSE(tradeoff()->card()->isVisible());
}

TEST_F(Zoom, TheCardGoesAMomentAfterAClickAndWithThePointer) {
  open();
  ASSERT_TRUE(finish());
  const QPoint at = on_surface(accuracy()->place_of({0, 3}));
  QTest::mouseMove(surface(), at);
  ASSERT_TRUE(QTest::qWaitFor([this] { return accuracy()->card()->isVisible(); }));
  QTest::mouseClick(surface(), Qt::LeftButton, {}, at);
  EXPECT_TRUE(accuracy()->card()->isVisible());
  EXPECT_TRUE(QTest::qWaitFor([this] { return !accuracy()->card()->isVisible(); }, 10 * CardPresence::kAfterClick));
  ASSERT_TRUE(accuracy()->selected().has_value());
  // Another point has its card, until the pointer leaves.
  QTest::mouseMove(surface(), on_surface(accuracy()->place_of({0, 1})));
  ASSERT_TRUE(QTest::qWaitFor([this] { return accuracy()->card()->isVisible(); }));
  QEvent leave(QEvent::Leave);
  QCoreApplication::sendEvent(surface(), &leave);
  EXPECT_FALSE(accuracy()->card()->isVisible());
  // Modifiers and keys of the window come to the chart that has the focus, and are none of its own.
  QTest::keyClick(accuracy(), Qt::Key_Control);
  QTest::keyClick(accuracy(), Qt::Key_W, Qt::ControlModifier | Qt::AltModifier);
  EXPECT_FALSE(accuracy()->card()->isVisible());
  // The keys have it at the selected point, and give it away with the focus.
  QTest::keyClick(accuracy(), Qt::Key_Right);
  EXPECT_TRUE(accuracy()->card()->isVisible());
  accuracy()->clearFocus();
  EXPECT_FALSE(accuracy()->card()->isVisible());
}

}  // namespace
}  // namespace acim::ui
