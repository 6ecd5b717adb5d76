#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDockWidget>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <memory>

#include "array/engine.h"
#include "array/window.h"
#include "fake_evaluator.h"
#include "ui/chart/column_sums.h"
#include "ui/chart/column_view.h"
#include "ui/model/column_model.h"
#include "ui/panel/column_panel.h"
#include "ui/panel/layers_panel.h"
#include "ui/window/layer_docks.h"
#include "ui/window/main_window.h"

namespace acim::ui {
namespace {

/// A model of the fake network with somebody looking.
class Conversions : public testing::Test {
 protected:
  Conversions() {
    theme.apply(ThemeChoice::light);
    settings.macro.random_noise_percent = 0.5;
    settings.macro.adc_bits = 7;
    model.set_network(std::make_shared<const test::FakeProbe>(20), test::fake_layers());
    model.set_settings(settings);
    model.watch(true);
  }
  void wait() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return model.state() == ColumnState::ready; }, 20000));
  }

  Theme theme;
  PointSettings settings;
  ColumnModel model;
};

TEST_F(Conversions, AreThoseOfTheReferenceEngine) {
  ColumnPlace place = model.place();
  place.image = 3;
  place.layer = 2;
  place.output = 5;
  place.position = 17;
  model.set_place(place);
  wait();
  const ProbedLayer& operands = *model.scene()->operands;
  const auto engine = make_reference_engine();
  const auto packed = engine->pack(operands.geometry, operands.weights, operands.settings, operands.key.weight);
  std::vector<double> output(static_cast<std::size_t>(operands.geometry.output_elements()));
  engine->compute(operands.geometry, *packed, operands.streamed, operands.settings, operands.key, output);
  const std::int64_t at = output_index(operands.geometry, operands.geometry.positions(), 17, 5);
  EXPECT_EQ(model.scene()->trace.value, output[static_cast<std::size_t>(at)]);
  EXPECT_EQ(operands.key.image, 3U);
}

TEST_F(Conversions, StepThroughPairsAndChunks) {
  wait();
  EXPECT_EQ(model.place().layer, 1);  // The first one that is on the array.
  for (const TracedConversion& other : model.scene()->trace.conversions) {
    EXPECT_GE(model.conversion()->sum, other.sum);  // Something to see first.
  }
  model.step(-1000);
  EXPECT_EQ(model.place().weight_bit, 7);
  EXPECT_EQ(model.place().cycle, 7);
  model.step(1);
  EXPECT_EQ(model.place().cycle, 6);
  model.step(7);
  EXPECT_EQ(model.place().weight_bit, 6);
  EXPECT_EQ(model.place().cycle, 7);
  model.step(-100);
  EXPECT_EQ(model.place().weight_bit, 7);
  model.set_layer(2);
  wait();
  ASSERT_EQ(model.chunks(), 2);
  model.step(64);
  EXPECT_EQ(model.place().chunk, 1);
  EXPECT_EQ(model.conversion()->chunk, 1U);
}

TEST_F(Conversions, ADigitalLayerSaysWhy) {
  model.set_layer(0);
  ASSERT_TRUE(QTest::qWaitFor([this] { return model.state() == ColumnState::problem; }, 20000));
  EXPECT_THAT(model.problem().toStdString(), testing::HasSubstr("digital"));
  EXPECT_EQ(model.conversion(), nullptr);
}

TEST_F(Conversions, PlacesBeyondTheLayerAreItsLast) {
  ColumnPlace place = model.place();
  place.output = 1000000;
  place.position = -4;
  place.image = 99;
  model.set_place(place);
  EXPECT_EQ(model.place().output, 31);
  EXPECT_EQ(model.place().position, 0);
  EXPECT_EQ(model.place().image, 19);
  wait();
}

TEST_F(Conversions, TheLadderHoldsTheCodesThatWereHit) {
  ColumnView view(&model, &theme);
  view.resize(900, 500);
  wait();
  for (int i = 0; i < 64; ++i) {
    const auto [lowest, highest] = view.shown_codes();
    EXPECT_GE(lowest, 0);
    EXPECT_LE(highest, 127);
    EXPECT_GE(highest - lowest, 8);
    for (const int code : model.conversion()->codes) {
      EXPECT_GE(code, lowest);
      EXPECT_LE(code, highest);
    }
    model.step(1);
  }
  EXPECT_FALSE(view.picture(1).isNull());
  settings.macro.hybrid_levels = 15;
  model.set_settings(settings);
  wait();
  EXPECT_THAT(view.words().toStdString(), testing::HasSubstr("digitally"));
  settings.macro.hybrid_levels = 0;
  settings.macro.weight_parallel = true;
  model.set_settings(settings);
  wait();
  EXPECT_FALSE(view.picture(1).isNull());
  view.resize(300, 160);
  EXPECT_FALSE(view.picture(2).isNull());
}

TEST(SumsAtAdc, TellsWhatIsClippedAndWhatStaysEmpty) {
  PairSums::Bins bins;
  bins.full_scale = 255;
  bins.counts.assign(256, 0);
  bins.counts[10] = 90;
  bins.counts[60] = 10;
  bins.largest = 60;
  MacroParameters macro;
  SumsAtAdc found = sums_at_adc(bins, Conversion(macro, 255, false));
  EXPECT_EQ(found.most_code, 60);
  EXPECT_EQ(found.empty_bits, 2);
  EXPECT_DOUBLE_EQ(found.clipped_above, 0);
  macro.adc_range_percent = 20;  // Up to 51 counts.
  found = sums_at_adc(bins, Conversion(macro, 255, false));
  EXPECT_DOUBLE_EQ(found.clipped_above, 0.1);
  EXPECT_EQ(found.most_code, 255);
  EXPECT_EQ(found.empty_bits, 0);
  macro.adc_offset_percent = 10;  // From 25.5 counts.
  found = sums_at_adc(bins, Conversion(macro, 255, false));
  EXPECT_DOUBLE_EQ(found.clipped_below, 0.9);
  EXPECT_DOUBLE_EQ(found.clipped_above, 0);
}

TEST_F(Conversions, SayHowTheSumsOfTheirPairSpread) {
  ColumnView view(&model, &theme);
  view.resize(900, 600);
  wait();
  ASSERT_NE(model.scene()->sums, nullptr);
  const ColumnPlace place = model.place();
  const PairSums::Bins& bins = model.scene()->sums->of(place.weight_bit, place.cycle);
  // The conversion drawn is one of them.
  EXPECT_GT(bins.counts[static_cast<std::size_t>(model.conversion()->sum)], 0);
  const std::string largest = "largest sum " + std::to_string(bins.largest) + " of 255";
  EXPECT_THAT(view.sums_words().toStdString(), testing::HasSubstr(largest));
  EXPECT_THAT(view.sums_words().toStdString(), testing::HasSubstr("upper ADC bit"));
  EXPECT_THAT(view.words().toStdString(), testing::HasSubstr(largest));
  settings.macro.adc_range_percent = 10;
  model.set_settings(settings);
  wait();
  EXPECT_THAT(view.sums_words().toStdString(), testing::HasSubstr("clipped above"));
  EXPECT_FALSE(view.picture(1).isNull());
  settings.macro.weight_parallel = true;
  settings.macro.adc_range_percent = 100;
  model.set_settings(settings);
  wait();
  EXPECT_TRUE(view.sums_words().isEmpty());
}

/// The window with the column dock.
class Column : public testing::Test {
 protected:
  Column() {
    theme.apply(ThemeChoice::light);
    window = std::make_unique<MainWindow>(test::fake_factory(40), WindowOptions{}, &theme);
    window->resize(1600, 900);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    EXPECT_TRUE(QTest::qWaitFor([this] { return model().state() == ColumnState::ready; }, 20000));
  }
  ColumnModel& model() { return window->docks()->conversion(); }

  Theme theme;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Column, FollowsTheLayersTable) {
  LayersPanel* layers = window->docks()->layers();
  layers->select_rows({2});
  EXPECT_TRUE(QTest::qWaitFor(
      [this] { return model().state() == ColumnState::ready && model().scene()->operands->geometry.outputs == 64; },
      20000));
}

TEST_F(Column, TakesTheMiddleOfTheWindowAndGivesItBack) {
  ColumnPanel* panel = window->docks()->column();
  QTest::mouseClick(panel->findChild<QToolButton*>(QStringLiteral("expand")), Qt::LeftButton);
  EXPECT_TRUE(window->docks()->is_large());
  ColumnPanel* large = window->docks()->large_column();
  EXPECT_TRUE(large->isVisible());
  model().step(-1000);
  QTest::mouseClick(large->next(), Qt::LeftButton);
  EXPECT_EQ(model().place().cycle, 6);
  QTest::keyClick(large->view(), Qt::Key_Left);
  EXPECT_EQ(model().place().cycle, 7);
  QTest::keyClick(large->view(), Qt::Key_Down);
  EXPECT_EQ(model().place().weight_bit, 6);
  large->output()->setFocus();
  large->output()->selectAll();
  QTest::keyClicks(large->output(), "3");
  QTest::keyClick(large->output(), Qt::Key_Return);
  EXPECT_EQ(model().place().output, 3);
  QTest::mouseClick(large->findChild<QToolButton*>(QStringLiteral("expand")), Qt::LeftButton);
  EXPECT_FALSE(window->docks()->is_large());
}

TEST_F(Column, ANarrowWindowHasTabs) {
  window->resize(1280, 720);
  QTest::qWait(50);
  EXPECT_TRUE(window->tabifiedDockWidgets(window->docks()->layers_dock()).contains(window->docks()->column_dock()));
  window->resize(1600, 900);
  QTest::qWait(50);
  EXPECT_FALSE(window->tabifiedDockWidgets(window->docks()->layers_dock()).contains(window->docks()->column_dock()));
}

TEST_F(Column, ReadsSignalToNoiseOfLayers) {
  const auto cell = [this] {
    return window->docks()->layers()->table()->model()->index(1, LayersModel::kCsnr).data().toString();
  };
  EXPECT_TRUE(QTest::qWaitFor([&] { return cell() == QStringLiteral("24.0"); }, 20000));
  window->parameters().set_value("adc_bits", std::int64_t{6});
  EXPECT_TRUE(QTest::qWaitFor([&] { return cell() == QStringLiteral("18.0"); }, 20000));
}

}  // namespace
}  // namespace acim::ui
