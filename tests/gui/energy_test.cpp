#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QTest>

#include "fake_evaluator.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/chart/energy_chart.h"
#include "ui/chart/energy_parts.h"
#include "ui/panel/chart_panel.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

TEST(EnergyParts, AddUpToTheTotal) {
  const cost::NetworkCost cost = cost::network_cost(test::fake_layers(), {});
  double sum = 0;
  for (const EnergyPart& part : energy_parts()) {
    EXPECT_FALSE(part.name.isEmpty());
    sum += cost.fj.*part.value;
  }
  EXPECT_GT(sum, 0);
  EXPECT_DOUBLE_EQ(sum, cost.fj.total());
}

/// The energy view of a finished sweep over four resolutions and two encodings.
class Energy : public test::WindowOnFake {
 protected:
  Energy() {
    open(test::sweep_of("adc_bits=4:7", "encoding_bits=1,2"), 40);
    EXPECT_TRUE(finish());
    window->chart_panel()->show_view(ChartView::energy);
  }
  EnergyChart* chart() { return window->chart_panel()->energy(); }
  cost::NetworkCost cost_of(std::size_t point) {
    return cost::network_cost(test::fake_layers(), window->controller().spec().points[point].settings);
  }
};

TEST_F(Energy, BarsOfPointsAreThoseOfTheCostModel) {
  ASSERT_EQ(chart()->bars().size(), 4U);
  for (std::size_t place = 0; place < 4; ++place) {
    const cost::NetworkCost cost = cost_of(place);
    const EnergyChart::Bar& bar = chart()->bars()[place];
    for (const EnergyPart& part : energy_parts()) EXPECT_EQ(bar.fj.*part.value, cost.fj.*part.value);
    EXPECT_DOUBLE_EQ(bar.tops_per_watt, cost.tops_per_watt());
    EXPECT_DOUBLE_EQ(*bar.digital_fj, cost.digital_fj);
  }
  // Heights on the screen are in the ratio of the energies.
  EXPECT_NEAR(chart()->box_of(3).height() / chart()->box_of(0).height(), cost_of(3).fj.total() / cost_of(0).fj.total(),
              1e-9);
}

TEST_F(Energy, BarsOfLayersAreThoseOfTheSelectedPoint) {
  window->chart_panel()->chart()->select(PointPlace{1, 2});
  window->chart_panel()->show_energy_of_layers(true);
  const cost::NetworkCost cost = cost_of(4 + 2);
  ASSERT_EQ(chart()->bars().size(), cost.layers.size());
  for (std::size_t i = 0; i < cost.layers.size(); ++i) {
    EXPECT_EQ(chart()->bars()[i].name.toStdString(), cost.layers[i].name);
    EXPECT_EQ(chart()->bars()[i].fj.total(), cost.layers[i].fj.total());
  }
  EXPECT_THAT(chart()->bars()[0].title.toStdString(), testing::HasSubstr("digital"));
  window->chart_panel()->chart()->select(PointPlace{0, 0});
  EXPECT_EQ(chart()->bars()[1].fj.total(), cost_of(0).layers[1].fj.total());
}

TEST(EnergyWords, OfTheAllDigitalMacroHaveNoExponent) {
  EnergyChart::Bar bar;
  bar.fj.*energy_parts().front().value = 2e9;
  bar.digital_fj = 5e11;
  EXPECT_EQ(EnergyChart::digital_words(bar).toStdString(), "500\u00a0µJ, × 250");
  bar.digital_fj = 8.2e9;
  EXPECT_EQ(EnergyChart::digital_words(bar).toStdString(), "8.20\u00a0µJ, × 4.10");
}

TEST_F(Energy, KeysAndClicksMoveTheSelectionOfAllCharts) {
  const AccuracyChart* accuracy = window->chart_panel()->chart();
  QTest::mouseClick(chart(), Qt::LeftButton, {}, chart()->box_of(1).center().toPoint());
  EXPECT_EQ(accuracy->selected(), (PointPlace{0, 1}));
  QTest::keyClick(chart(), Qt::Key_Right);
  QTest::keyClick(chart(), Qt::Key_Down);
  EXPECT_EQ(accuracy->selected(), (PointPlace{1, 2}));
  EXPECT_EQ(chart()->bars()[2].fj.total(), cost_of(4 + 2).fj.total());
  EXPECT_THAT(chart()->accessibleDescription().toStdString(), testing::HasSubstr("TOPS/W"));
}

}  // namespace
}  // namespace acim::ui
