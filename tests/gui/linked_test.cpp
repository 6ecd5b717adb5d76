#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QApplication>
#include <QGraphicsView>
#include <QMouseEvent>
#include <QTableView>
#include <QTest>
#include <cmath>

#include "ui/chart/accuracy_chart.h"
#include "ui/chart/chart_legend.h"
#include "ui/chart/energy_chart.h"
#include "ui/chart/hover_card.h"
#include "ui/chart/tradeoff_chart.h"
#include "ui/model/chip_spread.h"
#include "ui/model/parameter_text.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/runs_panel.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

/// A finished sweep of three curves: what is pointed at in one view stands out in the others.
class Linked : public test::WindowOnFake {
 protected:
  Linked() {
    open(test::sweep_of("adc_bits=4:8", "encoding_bits=1,2,4"));
    EXPECT_TRUE(finish());
    QApplication::processEvents();
  }
  ChartPanel* charts() { return window->chart_panel(); }
  RunsPanel* runs() { return window->runs_panel(); }
  static void point_at(QWidget* widget, QPointF place) {
    QMouseEvent event(QEvent::MouseMove, place, widget->mapToGlobal(place), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(widget, &event);
  }
  static void leave(QWidget* widget) {
    QEvent event(QEvent::Leave);
    QApplication::sendEvent(widget, &event);
  }
};

TEST_F(Linked, APointHoveredInTheTradeoffStandsOutInTheTableAndTheOtherCharts) {
  charts()->show_view(ChartView::tradeoff);
  QApplication::processEvents();
  TradeoffChart* tradeoff = charts()->tradeoff();
  const auto& drawn = tradeoff->drawn();
  const auto of_second = std::ranges::find_if(drawn, [](const auto& one) { return one.point == PointPlace{1, 1}; });
  ASSERT_NE(of_second, drawn.end());
  point_at(tradeoff, tradeoff->place_of(*of_second));
  ASSERT_TRUE(tradeoff->hovered());
  const std::size_t curve = tradeoff->hovered()->curve;
  EXPECT_EQ(runs()->hovered_row(), window->runs_model()->row_of_current(curve));
  EXPECT_EQ(charts()->chart()->emphasised(), curve);
  leave(tradeoff);
  EXPECT_EQ(runs()->hovered_row(), -1);
  EXPECT_FALSE(charts()->chart()->emphasised());
}

TEST_F(Linked, TheCardOfAPointSaysItsEnergyAndHowFarItIsFromTheBaseline) {
  AccuracyChart* chart = charts()->chart();
  const auto row = [chart](const char* label) {
    for (const auto& [name, value] : chart->card()->content().rows) {
      if (name == QLatin1String(label)) return value.toStdString();
    }
    return std::string();
  };
  const auto look_at = [chart](PointPlace point) {
    QWidget* surface = chart->findChild<QGraphicsView*>()->viewport();
    leave(surface);
    point_at(surface, surface->mapFrom(chart, chart->place_of(point).toPoint()));
    return chart->card()->isVisible();
  };
  ASSERT_TRUE(look_at({1, 2}));
  const double energy = controller().costs()[chart->plan().point(1, 2)].cost->uj_per_inference();
  EXPECT_EQ(row("Energy per inference"), energy_text(energy).toStdString());
  EXPECT_EQ(row("Against the baseline"), "") << "there is none";
  const auto difference = [this](std::size_t curve, std::size_t baseline) {
    const auto percent = [&](std::size_t one) { return 100 * controller().results()[one * 5 + 2].accuracy(); };
    const double points = percent(curve) - percent(baseline);
    return (points < 0 ? "\u2212" : "+") + QLocale().toString(std::abs(points), 'f', 2).toStdString() + " points";
  };
  RunsModel& runs = *window->runs_model();
  const CurveId first{controller().generation(), 0};
  runs.set_baseline(first);
  EXPECT_EQ(row("Against the baseline"), difference(1, 0));
  ASSERT_TRUE(look_at({0, 2}));
  EXPECT_EQ(row("Against the baseline"), "") << "it is the baseline";
  // Of another run, where that has the same x.
  const std::vector<PointResult> before = controller().results();
  window->parameters().set_value("random_noise_percent", 0.2);
  ASSERT_TRUE(controller().run(window->parameters().settings(), parse_sweep_axis("adc_bits=6:9"), {}));
  ASSERT_TRUE(finish());
  ASSERT_TRUE(look_at({0, 0}));
  const double points = 100 * (controller().results()[0].accuracy() - before[2].accuracy());
  EXPECT_THAT(row("Against the baseline"),
              testing::HasSubstr(QLocale().toString(std::abs(points), 'f', 2).toStdString() + " points"));
  ASSERT_TRUE(look_at({0, 3}));
  EXPECT_EQ(row("Against the baseline"), "") << "it has no 9 bits";
}

TEST_F(Linked, ARowHoveredInTheTableStandsOutInTheCharts) {
  QTableView* table = runs()->table();
  const int row = window->runs_model()->row_of_current(2);
  point_at(table->viewport(), table->visualRect(window->runs_model()->index(row, RunsModel::kSettings)).center());
  EXPECT_EQ(charts()->chart()->emphasised(), 2U);
  EXPECT_EQ(charts()->tradeoff()->emphasised(), 2U);
  EXPECT_THAT(charts()->energy()->bars().front().title.toStdString(), testing::HasSubstr("Encoding bits 4"));
  leave(table->viewport());
  EXPECT_FALSE(charts()->tradeoff()->emphasised());
  EXPECT_THAT(charts()->energy()->bars().front().title.toStdString(), testing::HasSubstr("Encoding bits 1"));
}

TEST_F(Linked, ABarHoveredInTheEnergyChartStandsOutInTheTable) {
  charts()->show_view(ChartView::energy);
  QApplication::processEvents();
  EnergyChart* energy = charts()->energy();
  point_at(energy, energy->box_of(2).center());
  ASSERT_TRUE(energy->hovered());
  EXPECT_EQ(*energy->hovered(), (PointPlace{0, 2}));
  EXPECT_EQ(runs()->hovered_row(), window->runs_model()->row_of_current(0));
}

/// As many rows as they need; more than three are scrolled.
TEST(Legend, ClipsNoCurve) {
  Theme theme;
  theme.apply(ThemeChoice::light);
  ChartPlan plan;
  plan.x = {1};
  plan.family_label = "Rows";
  ChartLegend legend(&theme);
  legend.set_note("Bands: 95 % interval, 1,000 images");
  legend.resize(640, 34);
  legend.show();
  for (int curves = 1; curves < 40; ++curves) {
    plan.curves.assign(static_cast<std::size_t>(curves), "255 rows");
    legend.set_plan(plan);
    QApplication::processEvents();
    EXPECT_LE(legend.height(), 90);
    for (std::size_t i = 0; i < plan.curves.size(); ++i) {
      const QWidget* entry = legend.entry(i);
      EXPECT_EQ(entry->width(), entry->sizeHint().width());
      EXPECT_LE(entry->geometry().right(), entry->parentWidget()->width());
      EXPECT_LE(entry->geometry().bottom(), entry->parentWidget()->height());
    }
  }
  EXPECT_GT(legend.entry(38)->parentWidget()->height(), legend.height());  // Reached by scrolling.
  legend.entry(38)->setFocus(Qt::TabFocusReason);
  QApplication::processEvents();
  EXPECT_FALSE(legend.entry(38)->visibleRegion().isEmpty());
}

TEST(ChipSpread, IsThatOfTheSampleWhereChipsDifferMost) {
  StudySpec spec = make_study_spec({}, {}, parse_sweep_axis("adc_bits=6,7"), parse_sweep_axis("seed=1,2,3"));
  // Two places of each chip: 80, 82, 84 % and 90 % always.
  const std::vector<PointResult> results = {{100, 80, 0}, {100, 90, 0}, {100, 82, 0},
                                            {100, 90, 0}, {100, 84, 0}, {100, 90, 0}};
  const auto spread = chip_spread(spec, results, std::nullopt);
  ASSERT_TRUE(spread);
  EXPECT_EQ(spread->place, 0U);
  EXPECT_NEAR(spread->mean, 0.82, 1e-12);
  EXPECT_NEAR(spread->deviation, 0.02, 1e-12);
  EXPECT_EQ(chip_spread_text(*spread, spec).toStdString(),
            "3 seeds at ADC bits 6: 80.00 … 84.00\u00A0%, mean 82.00\u00A0%, standard deviation 2.00 points.");
  EXPECT_NEAR(chip_spread(spec, results, 1)->deviation, 0, 1e-12);
  EXPECT_FALSE(chip_spread(spec, std::vector<PointResult>(6), std::nullopt));
  spec.family.key = "rows";
  EXPECT_FALSE(chip_spread(spec, results, std::nullopt));
}

}  // namespace
}  // namespace acim::ui
