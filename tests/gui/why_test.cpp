#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDockWidget>
#include <QLabel>
#include <QListView>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <utility>

#include "fake_evaluator.h"
#include "ui/chart/cause_bar.h"
#include "ui/model/cause_text.h"
#include "ui/model/explanation_model.h"
#include "ui/model/parameter_text.h"
#include "ui/panel/layers_panel.h"
#include "ui/panel/loss_list.h"
#include "ui/panel/segments.h"
#include "ui/panel/trial_row.h"
#include "ui/panel/why_panel.h"
#include "ui/window/layer_docks.h"
#include "ui/window/main_window.h"
#include "ui/window/why_dock.h"

namespace acim::ui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Notes the ADC bits that it was asked for, and waits a while for a stop first.
class SlowProbe : public test::FakeProbe {
 public:
  SlowProbe() : FakeProbe(20) {}
  std::vector<LayerExplanation> explain(const PointSettings& point, bool trials,
                                        const std::function<void(double)>& progress,
                                        const std::stop_token& stop) const override {
    ++asked;
    for (int i = 0; i < 2000 && held; ++i) {
      if (stop.stop_requested()) {
        ++stopped;
        throw Error(ErrorKind::cancelled, "stopped");
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return FakeProbe::explain(point, trials, progress, stop);
  }
  mutable std::atomic<int> asked = 0;
  mutable std::atomic<int> stopped = 0;
  std::atomic<bool> held = true;
};

PointSettings six_bits() {
  PointSettings settings;
  settings.macro.adc_bits = 6;
  settings.macro.random_noise_percent = 0.3;
  return settings;
}

TEST(Explanations, OfTheNewestSettingsWin) {
  auto probe = std::make_shared<SlowProbe>();
  ExplanationModel model;
  model.set_network(probe, test::fake_layers());
  model.watch(true);
  model.set_settings(six_bits());
  ASSERT_TRUE(QTest::qWaitFor([&] { return probe->asked > 0; }, 20000));
  PointSettings newer = six_bits();
  newer.macro.adc_bits = 5;
  model.set_settings(newer);
  probe->held = false;
  ASSERT_TRUE(QTest::qWaitFor([&] { return model.progress() == 1; }, 20000));
  EXPECT_EQ(model.explanation()->trials.front().change, "adc_bits = 6");  // one more than the newer have
}

TEST(Explanations, AreOnlyComputedForAWatcher) {
  auto probe = std::make_shared<SlowProbe>();
  probe->held = false;
  ExplanationModel model;
  model.set_network(probe, test::fake_layers());
  model.set_settings(six_bits());
  QTest::qWait(400);
  EXPECT_EQ(probe->asked, 0);
  EXPECT_EQ(model.state(), ExplanationState::waiting);
  model.watch(true);
  EXPECT_TRUE(QTest::qWaitFor([&] { return model.progress() == 1; }, 20000));
}

TEST(Explanations, AreNoLongerComputedWhenNobodyLooks) {
  auto probe = std::make_shared<SlowProbe>();
  ExplanationModel model;
  model.set_network(probe, test::fake_layers());
  model.watch(true);
  model.set_settings(six_bits());
  ASSERT_TRUE(QTest::qWaitFor([&] { return probe->asked > 0; }, 20000));
  model.watch(false);
  EXPECT_TRUE(QTest::qWaitFor([&] { return probe->stopped > 0; }, 20000));
  QTest::qWait(300);
  EXPECT_EQ(probe->asked, 1);
  EXPECT_EQ(model.explanation(), nullptr);
  probe->held = false;
  model.watch(true);
  EXPECT_TRUE(QTest::qWaitFor([&] { return model.progress() == 1; }, 20000));
}

TEST(Explanations, RankLayersByWhatIsLeftOfTheSignal) {
  ExplanationModel model;
  model.set_network(std::make_shared<const test::FakeProbe>(20), test::fake_layers());
  model.set_settings(six_bits());
  model.watch(true);
  ASSERT_TRUE(QTest::qWaitFor([&] { return model.progress() == 1; }, 20000));
  const Explanation& made = *model.explanation();
  ASSERT_EQ(made.ranked.size(), 3U);
  for (std::size_t i = 1; i < made.ranked.size(); ++i) {
    EXPECT_LE(made.csnr_db[made.ranked[i - 1]], made.csnr_db[made.ranked[i]]);
    EXPECT_EQ(made.csnr_db[i], made.layers[i].errors.csnr_db());  // nothing was measured at this point
  }
  EXPECT_EQ(model.layer(), &made.layers[made.ranked.front()]);
  model.set_layer(2);
  EXPECT_EQ(model.layer()->layer, "layer1.0.conv2");
}

/// Something ran at every point, on all layers.
class MeasuredProbe : public test::FakeProbe {
 public:
  MeasuredProbe() : FakeProbe(20) {}
  std::vector<double> csnr_db(const PointSettings& /*point*/) const override { return {5, 30, 1.5, HUGE_VAL}; }
};

TEST(Explanations, HaveTheMeasuredSignalToNoiseOfTheTableOfLayers) {
  ExplanationModel model;
  model.set_network(std::make_shared<const MeasuredProbe>(), test::fake_layers());
  model.set_settings(six_bits());
  model.watch(true);
  ASSERT_TRUE(QTest::qWaitFor([&] { return model.progress() == 1; }, 20000));
  const Explanation& made = *model.explanation();
  ASSERT_TRUE(made.measured);
  const std::vector<double> all = MeasuredProbe().csnr_db({});
  for (std::size_t i = 0; i < made.layers.size(); ++i) EXPECT_EQ(made.csnr_db[i], all[made.layers[i].index]);
  EXPECT_EQ(made.csnr_db[made.ranked.front()], 1.5);
  Theme theme;
  theme.apply(ThemeChoice::light);
  const WhyPanel panel(&model, &theme);
  EXPECT_THAT(panel.summary().toStdString(), HasSubstr("its signal to noise is 1.5 dB"));
}

TEST(Explanations, TakeWhatARunMeasuresWithoutExplainingAnew) {
  const auto probe = std::make_shared<SlowProbe>();
  probe->held = false;
  ExplanationModel model;
  model.set_network(probe, test::fake_layers());
  model.set_settings(six_bits());
  model.watch(true);
  ASSERT_TRUE(QTest::qWaitFor([&] { return model.progress() == 1; }, 20000));
  ASSERT_FALSE(model.explanation()->measured);
  Theme theme;
  theme.apply(ThemeChoice::light);
  const WhyPanel panel(&model, &theme);
  const int asked = probe->asked;
  model.set_measured({5, 30, 1.5, HUGE_VAL});
  EXPECT_TRUE(model.explanation()->measured);
  EXPECT_THAT(model.explanation()->csnr_db, ElementsAre(30, 1.5, HUGE_VAL));
  EXPECT_THAT(panel.summary().toStdString(), HasSubstr("layer1.0.conv2 loses most: its signal to noise is 1.5 dB"));
  // The same layer, more images: the rows that can be pressed stay.
  const std::vector<TrialRow*> rows = panel.trials();
  model.set_measured({5, 30, 2.5, HUGE_VAL});
  EXPECT_THAT(panel.summary().toStdString(), HasSubstr("2.5 dB"));
  EXPECT_EQ(panel.trials(), rows);
  EXPECT_FALSE(rows.empty());
  EXPECT_EQ(probe->asked, asked);
}

TEST(WhyPanel, SaysWhyThereIsNothingToExplain) {
  Theme theme;
  theme.apply(ThemeChoice::light);
  ExplanationModel model;
  WhyPanel panel(&model, &theme);
  EXPECT_THAT(panel.summary().toStdString(), HasSubstr("Open a network"));
  model.set_network(std::make_shared<const test::FakeProbe>(20), test::fake_layers());
  PointSettings settings;
  settings.mode = EvaluationMode::quantised;
  model.set_settings(settings);
  EXPECT_THAT(panel.summary().toStdString(), HasSubstr("this mode has no array"));
  settings.mode = EvaluationMode::simulated;
  settings.layers = {parse_layer_override("*:digital=true")};
  model.set_settings(settings);
  EXPECT_THAT(panel.summary().toStdString(), HasSubstr("every layer stays digital"));
  settings = {};
  settings.macro.adc_offset_percent = 50;  // over the top, with a range of 100 %
  model.set_settings(settings);
  EXPECT_THAT(panel.summary().toStdString(), HasSubstr("cannot be explained"));
  model.set_settings({});
  model.watch(true);
  ASSERT_TRUE(QTest::qWaitFor([&] { return model.progress() == 1; }, 20000));
  EXPECT_THAT(panel.summary().toStdString(), HasSubstr("No error: the array equals the quantised network"));
  EXPECT_TRUE(panel.pair()->isHidden());
  EXPECT_TRUE(panel.trials().empty());
}

std::string quantisation_note(const WhyPanel& panel) {
  const auto* label = panel.findChild<QLabel*>(QStringLiteral("quantisation"));
  return label->isVisibleTo(&panel) ? label->text().replace(QChar::Nbsp, ' ').toStdString() : std::string();
}

TEST(WhyPanel, TellsWhatQuantisationLosesWhereThatIsWorthSaying) {
  Theme theme;
  theme.apply(ThemeChoice::light);
  ExplanationModel model;
  WhyPanel panel(&model, &theme);
  model.set_network(std::make_shared<const test::FakeProbe>(20), test::fake_layers());
  model.set_settings(six_bits());
  model.watch(true);
  ASSERT_TRUE(QTest::qWaitFor([&] { return model.progress() == 1; }, 20000));
  panel.set_references(test::result_of(95, 100), test::result_of(60, 100));
  EXPECT_THAT(quantisation_note(panel), testing::AllOf(HasSubstr("60.00 %"), HasSubstr("95.00 %")));
  panel.set_references(test::result_of(950, 1000), test::result_of(945, 1000));
  EXPECT_EQ(quantisation_note(panel), "");
  panel.set_references(test::result_of(95, 100), test::result_of(60, 100));
  panel.set_references(test::result_of(95, 100), {});
  EXPECT_EQ(quantisation_note(panel), "");
  panel.set_references(test::result_of(95, 100), test::result_of(30, 50));
  EXPECT_EQ(quantisation_note(panel), "") << "not the same images yet";
}

TEST(TrialWords, NameKnobsGainAndEnergy) {
  EXPECT_EQ(trial_name({"adc_bits = 8", 0, 0, 0, {{"adc_bits", std::int64_t{8}}}}), "ADC bits 8");
  EXPECT_EQ(trial_name({"random_noise_percent = 0.05", 0, 0, 0, {}}), QString("Random noise 0.050") + kUnitSpace + '%');
  EXPECT_EQ(trial_gain({"", 0, 6.1, 1.3, {}}), "+6.1 dB, energy × 1.30");
  EXPECT_EQ(trial_gain({"", 0, 6.1, 1.001, {}}), "+6.1 dB, same energy");
  EXPECT_EQ(trial_gain({"", 0, 60, 0, {}}), "No error left");
}

/// The window with the dock in front.
class Why : public testing::Test {
 protected:
  Why() {
    theme.apply(ThemeChoice::light);
    WindowOptions options;
    options.settings = six_bits();
    options.run_at_start = false;
    window = std::make_unique<MainWindow>(test::fake_factory(40), options, &theme);
    window->resize(1920, 1080);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    EXPECT_TRUE(QTest::qWaitFor([this] { return window->controller().is_open(); }, 20000));
    window->why()->open();
    wait();
  }
  void wait() {
    EXPECT_TRUE(QTest::qWaitFor([this] { return window->why()->model().progress() == 1; }, 20000));
  }
  WhyPanel* panel() { return window->why()->panel(); }
  TrialRow* trial(int row) { return panel()->trials().at(static_cast<std::size_t>(row)); }
  int adc_bits() { return window->parameters().current().adc_bits; }

  Theme theme;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Why, ShowsTheCausesOfTheChosenLayer) {
  const LayerExplanation& worst = *window->why()->model().layer();
  EXPECT_THAT(panel()->summary().toStdString(), HasSubstr(worst.layer + " loses most"));
  ASSERT_FALSE(panel()->causes()->parts().empty());
  double sum = 0;
  for (const CauseBar::Part& part : panel()->causes()->parts()) {
    EXPECT_EQ(part.share, worst.errors.share(part.cause));
    sum += part.share;
  }
  EXPECT_NEAR(sum, 1, 0.005);
  EXPECT_THAT(panel()->causes()->accessibleDescription().toStdString(), HasSubstr("Random noise"));
  EXPECT_THAT(panel()->hints().toStdString(), HasSubstr("A hint of " + worst.layer));
}

TEST_F(Why, TriesAKnobAndTakesItBack) {
  EXPECT_EQ(trial(0)->words(), "ADC bits 7: +6.1 dB, energy × 1.30");  // what all layers can do
  QTest::mouseClick(trial(0)->button(), Qt::LeftButton);
  EXPECT_EQ(adc_bits(), 7);
  wait();
  EXPECT_EQ(window->why()->model().explanation()->trials.front().change, "adc_bits = 8");
  window->parameters().undo_stack().undo();
  EXPECT_EQ(adc_bits(), 6);
}

TEST_F(Why, TriesAKnobOfTheChosenLayer) {
  window->docks()->layers()->select_rows({1});
  QTest::mouseClick(panel()->scope()->button(1), Qt::LeftButton);
  EXPECT_EQ(trial(0)->words(), "Rows 63: +20.0 dB, energy × 2.00");
  trial(0)->button()->setFocus();
  QTest::keyClick(trial(0)->button(), Qt::Key_Space);
  EXPECT_EQ(window->parameters().layers(), std::vector{parse_layer_override("layer1.0.conv1:rows=63")});
  EXPECT_EQ(window->parameters().current().rows, 255);
  window->parameters().undo_stack().undo();
  EXPECT_TRUE(window->parameters().layers().empty());
}

TEST_F(Why, CalibratesEachLayerInOneStep) {
  ASSERT_EQ(trial_name(window->why()->model().explanation()->trials.at(1)), "ADC range calibrated");
  QTest::mouseClick(trial(1)->button(), Qt::LeftButton);
  EXPECT_THAT(window->parameters().layers(),
              testing::UnorderedElementsAre(parse_layer_override("layer1.0.conv1:adc_range_percent=21"),
                                            parse_layer_override("layer1.0.conv2:adc_range_percent=22"),
                                            parse_layer_override("fc:adc_range_percent=23")));
  window->parameters().undo_stack().undo();
  EXPECT_TRUE(window->parameters().layers().empty());
}

TEST_F(Why, ATriedKnobReachesLayersWithValuesOfTheirOwn) {
  window->parameters().set_layers({parse_layer_override("*:adc_bits=6")}, "test");
  wait();
  QTest::mouseClick(trial(0)->button(), Qt::LeftButton);
  for (const cost::LayerWork& layer : test::fake_layers()) {
    const PointSettings& settings = window->docks()->settings();
    EXPECT_EQ(settings_of_layer(settings, layer.name, layer.first_convolution).macro.adc_bits, 7) << layer.name;
  }
}

TEST_F(Why, FollowsTheLayersViewAndLeadsIt) {
  window->docks()->layers()->select_rows({3});
  EXPECT_EQ(window->why()->model().layer()->layer, "fc");
  const int first = panel()->losses()->layers().front();
  panel()->losses()->setFocus();
  QTest::keyClick(panel()->losses(), Qt::Key_Home);
  EXPECT_THAT(window->docks()->layers()->selected_rows(), ElementsAre(first));
  EXPECT_EQ(static_cast<int>(window->why()->model().layer()->index), first);
}

TEST_F(Why, TheWorstPairIsShownInTheBitsMap) {
  const LayerExplanation layer = *window->why()->model().layer();
  QTest::mouseClick(panel()->pair(), Qt::LeftButton);
  EXPECT_EQ(window->docks()->layers()->views()->choice(), 1);
  const ColumnPlace& place = window->docks()->conversion().place();
  EXPECT_EQ(place.layer, static_cast<int>(layer.index));
  const double shown = layer.errors.pair_share(place.weight_bit, place.cycle);
  for (int i = 0; i < layer.errors.weight_bits; ++i) {
    for (int j = 0; j < layer.errors.cycles; ++j) EXPECT_LE(layer.errors.pair_share(i, j), shown);
  }
  EXPECT_THAT(panel()->pair()->accessibleDescription().toStdString(),
              HasSubstr("weight bit " + std::to_string(place.weight_bit)));
}

TEST_F(Why, ItsKeyBringsItToTheFront) {
  window->docks()->layers_dock()->raise();
  QTest::qWait(50);
  ASSERT_FALSE(window->why()->model().is_watched());
  window->activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
  QTest::keyClick(window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_TRUE(QTest::qWaitFor([this] { return window->why()->model().is_watched(); }, 2000));
  QTest::keyClick(window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_TRUE(QTest::qWaitFor([this] { return window->why()->dock()->isHidden(); }, 2000));
  QTest::keyClick(window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_TRUE(QTest::qWaitFor([this] { return window->why()->model().is_watched(); }, 2000));
}

/// Knows signal to noise from the moment on that something ran.
class RunProbe : public test::FakeProbe {
 public:
  RunProbe() : FakeProbe(40) {}
  std::vector<double> csnr_db(const PointSettings& /*point*/) const override {
    if (!ran) return std::vector<double>(4, std::nan(""));
    return {std::nan(""), 30, 1.5, 25};
  }
  std::atomic<bool> ran = false;
};

TEST(WhyWindow, ShowsWhatARunMeasuredOfTheSettingsThatItExplains) {
  Theme theme;
  theme.apply(ThemeChoice::light);
  const auto probe = std::make_shared<RunProbe>();
  WindowOptions options;
  options.settings = six_bits();
  options.run_at_start = false;
  MainWindow window(
      [probe](const StudySubject&, double, const auto&, const std::stop_token&) {
        return OpenedSubject(std::make_shared<test::FakeEvaluator>(40), test::fake_layers(), {}, probe);
      },
      options, &theme);
  window.resize(1920, 1080);
  window.show();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.controller().is_open(); }, 20000));
  window.why()->open();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.why()->model().progress() == 1; }, 20000));
  EXPECT_FALSE(window.why()->model().explanation()->measured);
  probe->ran = true;
  window.run();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.why()->model().explanation()->measured; }, 20000));
  EXPECT_THAT(window.why()->panel()->summary().toStdString(), HasSubstr("1.5 dB"));
}

/// Integers alone lose all images that float has.
class CoarseIntegers : public test::FakeEvaluator {
 public:
  CoarseIntegers() : FakeEvaluator(40) {}
  std::vector<float> evaluate(const PointSettings& settings, std::int64_t first, std::int64_t count,
                              std::stop_token stop) const override {
    std::vector<float> logits = FakeEvaluator::evaluate(settings, first, count, std::move(stop));
    if (settings.mode == EvaluationMode::quantised) std::ranges::rotate(logits, logits.begin() + 1);
    return logits;
  }
};

TEST(WhyWindow, TellsOfQuantisationOnlyWhereTheKnobsAskForTheIntegersOfTheRun) {
  Theme theme;
  theme.apply(ThemeChoice::light);
  WindowOptions options;
  options.settings = six_bits();
  options.run_at_start = false;
  MainWindow window(
      [](const StudySubject&, double, const auto&, const std::stop_token&) {
        return OpenedSubject(std::make_shared<CoarseIntegers>(), test::fake_layers(), {},
                             std::make_shared<test::FakeProbe>(40));
      },
      options, &theme);
  window.resize(1920, 1080);
  window.show();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.controller().is_open(); }, 20000));
  window.why()->open();
  const WhyPanel& panel = *window.why()->panel();
  const auto told = [&] {
    return window.why()->model().progress() == 1 && window.controller().state() == StudyState::finished &&
           !quantisation_note(panel).empty();
  };
  window.run();
  ASSERT_TRUE(QTest::qWaitFor(told, 20000));
  window.parameters().set_value("weight_bits", std::int64_t{3});
  ASSERT_TRUE(QTest::qWaitFor([&] { return quantisation_note(panel).empty(); }, 20000));
  window.parameters().set_value("weight_bits", std::int64_t{8});
  ASSERT_TRUE(QTest::qWaitFor(told, 20000));
  // None is left of a study that is gone.
  window.actions().new_study->trigger();
  EXPECT_TRUE(QTest::qWaitFor([&] { return quantisation_note(panel).empty(); }, 20000));
  EXPECT_FALSE(window.controller().quantised_point().has_value());
}

}  // namespace
}  // namespace acim::ui
