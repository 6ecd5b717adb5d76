#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QTest>
#include <memory>

#include "base/error.h"
#include "fake_evaluator.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/chart/chart_legend.h"
#include "ui/chart/hover_card.h"
#include "ui/chart/published_chips.h"
#include "ui/chart/published_curves.h"
#include "ui/chart/tradeoff_chart.h"
#include "ui/panel/chart_panel.h"
#include "ui/window/main_window.h"

namespace acim::ui {
namespace {

TEST(PublishedCurves, StandOverTheSameKnobAtTheSameEncoding) {
  const PublishedCurves& paper = built_in_published_curves();
  EXPECT_THAT(paper.citation.toStdString(), testing::HasSubstr("2411.11022"));
  StudySpec spec = make_study_spec({}, {}, parse_sweep_axis("random_noise_percent=0:0.2:0.1"),
                                   parse_sweep_axis("encoding_bits=4,1"));
  auto points = published_points(paper, spec, 10);
  ASSERT_EQ(points.size(), 18U);  // Nine values each; the two-bit curve has no place.
  const auto at = [&](std::size_t curve, double x) {
    return std::find_if(points.begin(), points.end(), [&](const auto& p) { return p.curve == curve && p.x == x; })
        ->percent;
  };
  EXPECT_EQ(at(0, 0.2), 33.52);
  EXPECT_EQ(at(1, 0.2), 86.74);
  spec = make_study_spec({}, {}, parse_sweep_axis("adc_bits=4:8"), {});
  points = published_points(paper, spec, 1000);
  EXPECT_EQ(at(0, 7), 55.84);
  EXPECT_TRUE(published_points(paper, make_study_spec({}, {}, parse_sweep_axis("rows=15,63"), {}), 10).empty());
}

TEST(PublishedCurves, RefuseWhatIsBroken) {
  for (const char* json : {"", "{", "{}", R"({"format": "acim-published-curves", "curves": [{"x": "adc_bits"}]})",
                           R"({"format": "acim-published-curves", "curves": [{"x": "a", "points": [[1, 101]]}]})"}) {
    EXPECT_THROW(parse_published_curves(json, "curves.json"), Error) << json;
  }
}

TEST(PublishedChips, TakeTheirReportedEfficiencyAtTheNetworksBits) {
  const auto chips = chip_energies(cost::built_in_presets(), 1e9, 8, 8);
  ASSERT_GT(chips.size(), 30U);
  const auto jia =
      std::find_if(chips.begin(), chips.end(), [](const ChipEnergy& one) { return one.preset->id == "jia20_0v85"; });
  ASSERT_NE(jia, chips.end());
  // 2e9 operations of 64 single-bit products each at 400 TOPS/W.
  EXPECT_NEAR(jia->uj, 2e9 * 64 / 400e12 * 1e6, 1e-9);
  EXPECT_TRUE(std::is_sorted(chips.begin(), chips.end(), [](auto& a, auto& b) { return a.uj < b.uj; }));
  EXPECT_EQ(trust_text(*jia->preset), "abstract read, figures of a model repository");
}

TEST(Overlays, AreOfferedWhereTheyFitAndToggledInTheLegend) {
  Theme theme;
  theme.apply(ThemeChoice::light);
  WindowOptions options;
  options.x = parse_sweep_axis("adc_bits=5:9");
  MainWindow window(test::fake_factory(60), options, &theme);
  window.resize(1280, 720);
  window.show();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return window.controller().state() == StudyState::finished && !window.controller().costs().empty(); },
      20000));
  ChartPanel* panel = window.chart_panel();
  ASSERT_NE(panel->legend()->overlay(), nullptr);
  EXPECT_FALSE(panel->legend()->overlay()->isChecked());
  QTest::mouseClick(panel->legend()->overlay(), Qt::LeftButton);
  panel->chart()->setFocus();
  panel->chart()->select(PointPlace{0, 3});
  EXPECT_THAT(panel->chart()->card()->content().note.toStdString(), testing::HasSubstr("ASiM"));
  EXPECT_EQ(panel->chart()->card()->content().rows.back().second, "92.08\u00a0%");

  panel->show_view(ChartView::tradeoff);
  TradeoffChart* chart = panel->tradeoff();
  EXPECT_TRUE(chart->chips().empty());
  QTest::mouseClick(panel->legend()->overlay(), Qt::LeftButton);
  ASSERT_FALSE(chart->chips().empty());
  QTest::mouseMove(chart, chart->chips().front().center.toPoint());
  ASSERT_TRUE(QTest::qWaitFor([&] { return chart->card()->isVisible(); }));
  EXPECT_TRUE(chart->card()->content().chip);
  EXPECT_THAT(chart->card()->content().note.toStdString(), testing::HasSubstr("Trust: "));
}

}  // namespace
}  // namespace acim::ui
