#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QApplication>
#include <QFocusEvent>
#include <QGraphicsView>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/chart/chart_legend.h"
#include "ui/chart/hover_card.h"
#include "ui/chart/published_chips.h"
#include "ui/chart/published_curves.h"
#include "ui/chart/tradeoff_chart.h"
#include "ui/model/parameter_text.h"
#include "ui/panel/chart_panel.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

StudySubject subject(const std::string& architecture, const std::string& dataset) {
  StudySubject subject;
  subject.network = "weights.pth";
  subject.architecture = architecture;
  subject.dataset = dataset;
  return subject;
}

TEST(PublishedCurves, StandOverTheSameKnobAtTheSameEncoding) {
  const PublishedCurves& paper = built_in_published_curves();
  EXPECT_THAT(paper.citation.toStdString(), testing::HasSubstr("2411.11022"));
  StudySpec spec =
      make_study_spec(subject("resnet18-cifar", "cifar10:x"), {}, parse_sweep_axis("random_noise_percent=0:0.2:0.1"),
                      parse_sweep_axis("encoding_bits=4,1"));
  auto points = published_overlay(paper, spec, 10).points;
  ASSERT_EQ(points.size(), 18U);  // Nine values each; the two-bit curve has no place.
  const auto at = [&](std::size_t curve, double x) {
    return std::find_if(points.begin(), points.end(), [&](const auto& p) { return p.curve == curve && p.x == x; })
        ->percent;
  };
  EXPECT_EQ(at(0, 0.2), 33.52);
  EXPECT_EQ(at(1, 0.2), 86.74);
  spec = make_study_spec(subject("resnet18", "imagenet:x"), {}, parse_sweep_axis("adc_bits=4:8"), {});
  points = published_overlay(paper, spec, 1000).points;
  EXPECT_EQ(at(0, 7), 55.84);
  spec = make_study_spec({}, {}, parse_sweep_axis("rows=15,63"), {});
  EXPECT_TRUE(published_overlay(paper, spec, 10).points.empty());
}

TEST(PublishedCurves, AreOfThisNetworkOnlyWhereItSaysSo) {
  const SweepAxis bits = parse_sweep_axis("adc_bits=6:8");
  const auto overlay = [&](const StudySubject& of, int classes) {
    return published_overlay(built_in_published_curves(), make_study_spec(of, {}, bits, {}), classes);
  };
  const auto same = [&](const char* architecture, const char* dataset, int classes) {
    return overlay(subject(architecture, dataset), classes).same_network;
  };
  EXPECT_TRUE(same("resnet18", "cifar10:x", 10));
  EXPECT_TRUE(same("vit_b_32", "imagenet:x,crop=224", 1000));
  EXPECT_EQ(overlay(subject("vit_b_32", "imagenet:x"), 1000).network, QStringLiteral("ViT-B/32, ImageNet"));
  for (const char* other : {"resnet20-cifar", "resnet-demo", "vit_l_16", ""})
    EXPECT_FALSE(same(other, "cifar10:x", 10)) << other;
  EXPECT_FALSE(same("resnet18", "cifar100:x", 100));
  EXPECT_FALSE(same("resnet18", "demo", 10));
  EXPECT_FALSE(same("resnet18", "imagenet:my-ten-classes", 10));
  // Neither a path nor a folder says what a network is.
  StudySubject script;
  script.network = "/home/vitus/resnet18.pt";
  script.dataset = "cifar10:x";
  EXPECT_FALSE(overlay(script, 10).same_network);
  EXPECT_EQ(overlay(script, 10).network, QStringLiteral("ResNet-18, CIFAR-10"));
  EXPECT_FALSE(overlay(script, 10).points.empty());
}

TEST(PublishedCurves, SayWhichKnobsStandElsewhereThanInThePaper) {
  const auto overlay = [&](const PointSettings& base, const SweepAxis& family) {
    const StudySpec spec =
        make_study_spec(subject("resnet18", "cifar10:x"), base, parse_sweep_axis("adc_bits=6:8"), family);
    return published_overlay(built_in_published_curves(), spec, 10);
  };
  PointSettings settings;
  EXPECT_TRUE(overlay(settings, {}).other.isEmpty());
  settings.macro.rows = 256;
  EXPECT_TRUE(overlay(settings, {}).other.isEmpty());
  settings.macro.rows = 127;
  EXPECT_THAT(overlay(settings, {}).other, testing::ElementsAre("Rows"));
  EXPECT_FALSE(overlay(settings, {}).points.empty());
  settings.macro.random_noise_percent = 0.1;
  EXPECT_EQ(overlay(settings, {}).other.size(), 2);
  // Of a family those curves have values that stand as the paper's did.
  const PublishedOverlay family = overlay({}, parse_sweep_axis("rows=127,255"));
  EXPECT_TRUE(family.other.isEmpty());
  ASSERT_FALSE(family.points.empty());
  for (const PublishedPoint& point : family.points) EXPECT_EQ(point.curve, 1U);
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
  EXPECT_EQ(trust_text(*jia->preset), "the abstract of its paper and a model of it that others published");
}

TEST(LegendOverlay, HasTheTipOfNow) {
  Theme theme;
  theme.apply(ThemeChoice::light);
  ChartLegend legend(&theme);
  legend.set_overlay({LegendSample::published_values, QStringLiteral("ASiM, other Rows"), QStringLiteral("Rows 255")});
  legend.set_overlay({LegendSample::published_values, QStringLiteral("ASiM, other Rows"),
                      QStringLiteral("Rows 255, Encoding bits 1")});
  EXPECT_EQ(legend.overlay()->toolTip(), QStringLiteral("Rows 255, Encoding bits 1"));
}

class Overlays : public test::WindowOnFake {
 protected:
  Overlays() {
    open(test::sweep_of("adc_bits=5:9"));
    EXPECT_TRUE(finish());
  }
};

TEST_F(Overlays, AreOfferedWhereTheyFitAndToggledInTheLegend) {
  ChartPanel* panel = window->chart_panel();
  ASSERT_NE(panel->legend()->overlay(), nullptr);
  EXPECT_FALSE(panel->legend()->overlay()->isChecked());
  // The demo is not the paper's network.
  EXPECT_THAT(panel->legend()->overlay()->text().toStdString(), testing::HasSubstr("Another network"));
  QTest::mouseClick(panel->legend()->overlay(), Qt::LeftButton);
  panel->chart()->setFocus();
  for (int i = 0; i < 4; ++i) QTest::keyClick(panel->chart(), Qt::Key_Right);
  ASSERT_EQ(panel->chart()->selected(), (PointPlace{0, 3}));
  EXPECT_THAT(panel->chart()->card()->content().note.toStdString(), testing::HasSubstr("ASiM"));
  EXPECT_THAT(panel->chart()->card()->content().note.toStdString(), testing::StartsWith("Another network"));
  EXPECT_EQ(panel->chart()->card()->content().rows.back().second, "92.08\u00a0%");

  panel->show_view(ChartView::tradeoff);
  TradeoffChart* chart = panel->tradeoff();
  EXPECT_TRUE(chart->chips().empty());
  QTest::mouseClick(panel->legend()->overlay(), Qt::LeftButton);
  ASSERT_FALSE(chart->chips().empty());
  QTest::mouseMove(chart, chart->chips().front().center.toPoint());
  ASSERT_TRUE(QTest::qWaitFor([&] { return chart->card()->isVisible(); }));
  EXPECT_TRUE(chart->card()->content().chip);
  EXPECT_THAT(chart->card()->content().note.toStdString(), testing::HasSubstr("Its figures are from "));
  // Over the plot, where no accuracy is.
  double highest = 1e9;
  for (const TradeoffChart::Drawn& one : chart->drawn()) highest = std::min(highest, chart->place_of(one).y());
  for (const TradeoffChart::Chip& chip : chart->chips()) EXPECT_LT(chip.center.y(), highest - 8);
  // By keys.
  const QString first = chart->card()->content().title;
  ASSERT_GT(chart->chips().size(), 1U);
  QTest::keyClick(chart, Qt::Key_PageDown);
  EXPECT_NE(chart->card()->content().title, first);
  QTest::keyClick(chart, Qt::Key_PageUp);
  EXPECT_EQ(chart->card()->content().title, first);
  QTest::keyClick(chart, Qt::Key_Escape);
  EXPECT_FALSE(chart->card()->isVisible());
}

TEST_F(Overlays, APrintedValueThatIsPointedAtTellsItsFigure) {
  ChartPanel* panel = window->chart_panel();
  QTest::mouseClick(panel->legend()->overlay(), Qt::LeftButton);
  AccuracyChart* chart = panel->chart();
  QWidget* surface = chart->findChild<QGraphicsView*>()->viewport();
  // The one farthest from the simulated point at its x, placed by two of those.
  const std::vector<QPointF> drawn = chart->curve_points(0);
  ASSERT_EQ(drawn.size(), 5U);
  const QPointF low = chart->place_of({0, 0});
  const QPointF high = chart->place_of({0, 4});
  const PublishedPoint* far = nullptr;
  QPointF at;
  double apart = 0;
  for (const PublishedPoint& one : chart->published()) {
    const double share = (one.percent - drawn[0].y()) / (drawn[4].y() - drawn[0].y());
    const QPointF place(low.x() + (one.x - 5) / 4 * (high.x() - low.x()), low.y() + share * (high.y() - low.y()));
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      if (drawn[i].x() != one.x || std::abs(place.y() - chart->place_of({0, i}).y()) <= apart) continue;
      apart = std::abs(place.y() - chart->place_of({0, i}).y());
      far = &one;
      at = place;
    }
  }
  ASSERT_NE(far, nullptr);
  ASSERT_GT(apart, 4);
  QTest::mouseMove(surface, surface->mapFrom(chart, at.toPoint()) + QPoint(-8, 0));
  ASSERT_TRUE(QTest::qWaitFor([&] { return chart->card()->isVisible(); }));
  const HoverCard::Content& card = chart->card()->content();
  EXPECT_EQ(card.title, far->source);
  EXPECT_THAT(card.title.toStdString(), testing::StartsWith("Fig. "));
  EXPECT_EQ(card.rows.front().second, percent_text(far->percent / 100));
  EXPECT_THAT(card.note.toStdString(), testing::HasSubstr("2411.11022"));
  // With them the card goes.
  QTest::mouseMove(surface, QPoint(4, 4));
  EXPECT_TRUE(QTest::qWaitFor([&] { return !chart->card()->isVisible(); }));
  // By keys, until they leave.
  chart->setFocus();
  QTest::keyClick(chart, Qt::Key_PageDown);
  ASSERT_TRUE(chart->card()->isVisible());
  const QString first = chart->card()->content().rows.back().second;
  QTest::keyClick(chart, Qt::Key_PageDown);
  EXPECT_NE(chart->card()->content().rows.back().second, first);
  // A menu or another window in front of it changes nothing: it is read on afterwards.
  const QString second = chart->card()->content().rows.back().second;
  for (const Qt::FocusReason reason : {Qt::PopupFocusReason, Qt::ActiveWindowFocusReason}) {
    QFocusEvent away(QEvent::FocusOut, reason);
    QApplication::sendEvent(chart, &away);
    EXPECT_TRUE(chart->card()->isVisible());
    EXPECT_EQ(chart->card()->content().rows.back().second, second);
  }
  QTest::mouseClick(panel->legend()->overlay(), Qt::LeftButton);
  EXPECT_FALSE(chart->card()->isVisible());
}

TEST_F(Overlays, TheCardOfAChipGoesWithTheFocusAndWhenThePointsAreWalked) {
  ChartPanel* panel = window->chart_panel();
  panel->show_view(ChartView::tradeoff);
  QTest::mouseClick(panel->legend()->overlay(), Qt::LeftButton);
  TradeoffChart* chart = panel->tradeoff();
  ASSERT_FALSE(chart->chips().empty());
  // What the mouse was at is let go, and that is told.
  QTest::mouseMove(chart, chart->place_of(chart->drawn().front()).toPoint());
  ASSERT_TRUE(QTest::qWaitFor([&] { return chart->hovered().has_value(); }));
  const QSignalSpy hovers(chart, &TradeoffChart::point_hovered);
  chart->setFocus();
  QTest::keyClick(chart, Qt::Key_PageDown);
  EXPECT_TRUE(chart->card()->content().chip);
  EXPECT_EQ(hovers.count(), 1);
  QTest::keyClick(chart, Qt::Key_Right);
  ASSERT_TRUE(chart->card()->isVisible());
  EXPECT_FALSE(chart->card()->content().chip);
  QTest::keyClick(chart, Qt::Key_PageDown);
  EXPECT_TRUE(chart->card()->content().chip);
  chart->clearFocus();
  EXPECT_FALSE(chart->card()->isVisible());
}

TEST_F(Overlays, AnotherMacroThanThePapersSwitchesItsValuesOff) {
  ChartLegend* legend = window->chart_panel()->legend();
  QTest::mouseClick(legend->overlay(), Qt::LeftButton);
  ASSERT_TRUE(legend->overlay()->isChecked());
  PointSettings settings;
  settings.macro.rows = 127;
  ASSERT_TRUE(controller().run(settings, parse_sweep_axis("adc_bits=5:9"), {}));
  ASSERT_TRUE(QTest::qWaitFor([&] { return legend->overlay()->text().contains("other Rows"); }, 20000));
  EXPECT_FALSE(legend->overlay()->isChecked());
}

}  // namespace
}  // namespace acim::ui
