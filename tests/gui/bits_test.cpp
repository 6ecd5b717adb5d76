#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDockWidget>
#include <QTest>
#include <QToolButton>
#include <memory>
#include <numeric>

#include "fake_evaluator.h"
#include "ui/chart/bits_map.h"
#include "ui/model/bit_pairs.h"
#include "ui/panel/bits_panel.h"
#include "ui/panel/layers_panel.h"
#include "ui/panel/segments.h"
#include "ui/window/layer_docks.h"
#include "ui/window/main_window.h"

namespace acim::ui {
namespace {

TEST(BitPairs, SharesAddUpToOneAndDigitalPairsWeighNothing) {
  PointSettings settings;
  settings.macro.hybrid_levels = 3;
  const BitPairs pairs = bit_pairs(test::fake_layers()[1], settings);
  ASSERT_EQ(pairs.count(), 64);
  EXPECT_NEAR(std::accumulate(pairs.energy.begin(), pairs.energy.end(), 0.0), 1, 1e-12);
  EXPECT_NEAR(std::accumulate(pairs.weight.begin(), pairs.weight.end(), 0.0), 1, 1e-12);
  EXPECT_EQ(pairs.weight[pairs.index(7, 7)], 0);
  // One bit more counts four times.
  EXPECT_NEAR(pairs.weight[pairs.index(5, 4)] / pairs.weight[pairs.index(4, 4)], 4, 1e-12);
  EXPECT_EQ(pairs.levels_of(7, 7), 1);
  EXPECT_EQ(pairs.levels_of(0, 0), 15);
}

TEST(BitPairs, ADigitalLayerHasNone) {
  const BitPairs pairs = bit_pairs(test::fake_layers()[0], {});
  EXPECT_EQ(pairs.count(), 0);
  EXPECT_FALSE(pairs.problem.isEmpty());
}

/// The bits map in the layers dock.
class Bits : public testing::Test {
 protected:
  Bits() {
    theme.apply(ThemeChoice::dark);
    window = std::make_unique<MainWindow>(test::fake_factory(40), WindowOptions{}, &theme);
    window->resize(1920, 1080);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    EXPECT_TRUE(QTest::qWaitFor([this] { return window->docks()->conversion().state() == ColumnState::ready; }, 20000));
    QTest::mouseClick(window->docks()->layers()->views()->button(1), Qt::LeftButton);
  }
  BitsPanel* panel() { return window->docks()->layers()->bits(); }
  BitsMap* map() { return panel()->map(); }
  void click(int weight_bit, int cycle) {
    QTest::mouseClick(map(), Qt::LeftButton, {}, map()->cell(weight_bit, cycle).center().toPoint());
  }
  void wait_for_adc_bits(int bits) {
    const ColumnModel& model = window->docks()->conversion();
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return model.state() == ColumnState::ready && model.scene()->operands->settings.macro.adc_bits == bits; },
        20000));
  }

  Theme theme;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Bits, AClickMovesTheColumnView) {
  click(5, 3);
  EXPECT_EQ(window->docks()->conversion().place().weight_bit, 5);
  EXPECT_EQ(window->docks()->conversion().place().cycle, 3);
  map()->setFocus();
  QTest::keyClick(map(), Qt::Key_Up);
  QTest::keyClick(map(), Qt::Key_Left);
  EXPECT_EQ(window->docks()->conversion().place().weight_bit, 6);
  EXPECT_EQ(window->docks()->conversion().place().cycle, 4);
}

TEST_F(Bits, ClicksAndKeysSetLevelsUndoably) {
  QTest::mouseClick(panel()->clicks()->button(1), Qt::LeftButton);
  click(6, 6);
  EXPECT_EQ(window->parameters().current().hybrid_levels, 3);
  EXPECT_EQ(map()->pairs().hybrid_levels, 3);
  click(6, 6);  // Again takes that diagonal out.
  EXPECT_EQ(window->parameters().current().hybrid_levels, 2);
  map()->setFocus();
  map()->set_current(5, 5);
  QTest::keyClick(map(), Qt::Key_V);
  EXPECT_EQ(window->parameters().current().voting_levels, 5);
  EXPECT_EQ(window->parameters().current().voting_samples, 3);  // One sample would be no vote.
  window->parameters().undo_stack().undo();
  EXPECT_EQ(window->parameters().current().voting_levels, 0);
  EXPECT_EQ(window->parameters().current().voting_samples, 1);
}

TEST_F(Bits, LevelsOfALayerOfItsOwnStayItsOwn) {
  window->parameters().set_layers({parse_layer_override("layer1.0.conv1:hybrid_levels=1")}, "test");
  ASSERT_EQ(map()->pairs().hybrid_levels, 1);
  QTest::mouseClick(panel()->clicks()->button(1), Qt::LeftButton);
  click(7, 6);
  EXPECT_EQ(window->parameters().current().hybrid_levels, 0);
  EXPECT_EQ(map()->pairs().hybrid_levels, 2);
}

TEST_F(Bits, SaysWhatAPairTakes) {
  QTest::mouseClick(panel()->shares()->button(2), Qt::LeftButton);
  EXPECT_THAT(map()->words(7, 7).toStdString(), testing::HasSubstr("energy"));
  QTest::mouseClick(panel()->shares()->button(1), Qt::LeftButton);
  EXPECT_THAT(map()->words(7, 7).toStdString(), testing::HasSubstr("output error"));
}

TEST_F(Bits, ErrorSharesAreMeasuredOnTheImage) {
  window->parameters().set_value("adc_bits", std::int64_t{6});
  wait_for_adc_bits(6);
  EXPECT_NEAR(std::accumulate(map()->pairs().error.begin(), map()->pairs().error.end(), 0.0), 1, 1e-9);
  EXPECT_EQ(map()->shown(), BitsShown::error);
  const LayerErrors& errors = *window->docks()->conversion().scene()->errors;
  EXPECT_DOUBLE_EQ(map()->share(7, 7), errors.pair_share(7, 7));
}

TEST_F(Bits, AreMeasuredWhereTheColumnViewIsHidden) {
  window->docks()->column_dock()->hide();
  window->parameters().set_value("adc_bits", std::int64_t{5});
  wait_for_adc_bits(5);
  EXPECT_FALSE(map()->pairs().error.empty());
}

TEST_F(Bits, SaysWhereNothingIsLost) {
  window->parameters().set_value("hybrid_levels", std::int64_t{15});
  ASSERT_TRUE(QTest::qWaitFor([this] { return map()->pairs().is_exact(); }, 20000));
  EXPECT_THAT(map()->words(7, 7).toStdString(), testing::HasSubstr("no error"));
}

}  // namespace
}  // namespace acim::ui
