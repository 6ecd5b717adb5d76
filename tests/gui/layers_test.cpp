#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <atomic>
#include <cmath>
#include <memory>

#include "fake_evaluator.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/model/layer_knobs.h"
#include "ui/model/layers_model.h"
#include "ui/model/live_preview.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/knob_editor.h"
#include "ui/panel/knob_row.h"
#include "ui/panel/layer_delegate.h"
#include "ui/panel/layer_editor.h"
#include "ui/panel/layers_panel.h"
#include "ui/window/layer_docks.h"
#include "ui/window/main_window.h"
#include "ui/window/preview_desk.h"

namespace acim::ui {
namespace {

const std::vector<std::string> kNames = {"conv1", "layer1.0.conv1", "layer1.0.conv2", "layer2.0.conv1", "fc"};

PointSettings with(std::vector<LayerOverride> layers) {
  PointSettings settings;
  settings.layers = std::move(layers);
  return settings;
}

int adc_bits(const std::vector<LayerOverride>& layers, const char* name) {
  return settings_of_layer(with(layers), name, false).macro.adc_bits;
}

TEST(LayerOverrides, OneValueForAPatternIsOneOverride) {
  const LayerTarget target{{"layer1.0.conv1", "layer1.0.conv2"}, "layer1.*"};
  const auto layers = with_own_value({}, kNames, target, "adc_bits", std::int64_t{6});
  ASSERT_EQ(layers.size(), 1U);
  EXPECT_EQ(layers[0].pattern, "layer1.*");
  EXPECT_EQ(adc_bits(layers, "layer1.0.conv2"), 6);
  EXPECT_EQ(adc_bits(layers, "fc"), 8);
}

TEST(LayerOverrides, ValuesOfALayerStandInOneOverrideInTableOrder) {
  const LayerTarget target{{"fc"}, {}};
  auto layers = with_own_value({}, kNames, target, "random_noise_percent", 0.5);
  layers = with_own_value(layers, kNames, target, "adc_bits", std::int64_t{5});
  layers = with_own_value(layers, kNames, target, "adc_bits", std::int64_t{7});
  layers = with_own_value(layers, kNames, target, kDigitalKey, true);
  ASSERT_EQ(layers.size(), 1U);
  ASSERT_EQ(layers[0].values.size(), 2U);
  EXPECT_EQ(layers[0].values[0].first, "adc_bits");
  EXPECT_TRUE(settings_of_layer(with(layers), "fc", false).digital);
  EXPECT_EQ(adc_bits(layers, "fc"), 7);
}

TEST(LayerOverrides, AResetOfOneLayerKeepsTheOthersOfAPattern) {
  const std::vector<LayerOverride> before = {parse_layer_override("layer*:adc_bits=6,rows=127"),
                                             parse_layer_override("layer2.*:adc_bits=5")};
  const auto after = without_own_value(before, kNames, {{"layer1.0.conv2"}, {}}, "adc_bits");
  EXPECT_EQ(adc_bits(after, "layer1.0.conv1"), 6);
  EXPECT_EQ(adc_bits(after, "layer1.0.conv2"), 8);
  EXPECT_EQ(adc_bits(after, "layer2.0.conv1"), 5);  // A later override still wins.
  EXPECT_EQ(settings_of_layer(with(after), "layer1.0.conv2", false).macro.rows, 127);
  const auto none = without_own_value(after, kNames, {kNames, "*"}, {});
  EXPECT_TRUE(none.empty());
}

TEST(LayerNames, StayToldApartWhereThereIsLittleRoom) {
  Theme theme;
  const QFontMetrics metrics(theme.font(TextRole::body));
  const auto shown = [&](const char* name, const char* room) {
    return short_layer_name(QString::fromUtf8(name), metrics, metrics.horizontalAdvance(QString::fromUtf8(room)));
  };
  EXPECT_EQ(shown("layer1.0.conv1", "layer1.0.conv1"), QStringLiteral("layer1.0.conv1"));
  EXPECT_EQ(shown("layer1.0.conv1", "layer.0.conv1"), QStringLiteral("l1.0.conv1"));
  EXPECT_EQ(shown("layer12.0.conv1", "layer.0.conv1"), QStringLiteral("l12.0.conv1"));
  EXPECT_EQ(shown("encoder.layers.encoder_layer_11.mlp.0", "e.l.encoder_layer"), QStringLiteral("e.l.e11.mlp.0"));
  EXPECT_EQ(shown("conv1", "conv1"), QStringLiteral("conv1"));
  EXPECT_TRUE(shown("layer1.0.conv1", ".conv1").startsWith(QChar(0x2026)));
}

TEST(LayersModel, FollowsTheRulesOfModels) {
  LayersModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  model.set_layers(test::fake_layers());
  model.set_settings({});
  model.set_csnr({20, 21.5});
  EXPECT_EQ(model.index(1, LayersModel::kCsnr).data().toString(), "21.5");
  model.set_csnr({20, 21.5, HUGE_VAL}, true);
  EXPECT_EQ(model.index(1, LayersModel::kCsnr).data().toString(), "≈ 21.5");
  EXPECT_EQ(model.index(2, LayersModel::kCsnr).data().toString(), "exact");
  LayerLoss loss;
  loss.sensitivity.treatment = "adc_bits=6";
  model.set_sensitivity({loss});
  model.set_layers({});
  EXPECT_EQ(model.rowCount(), 0);
}

TEST(LayersModel, TellsWhatTheCostModelSays) {
  LayersModel model;
  model.set_layers(test::fake_layers());
  PointSettings settings;
  settings.layers = {parse_layer_override("fc:adc_bits=6,digital=true")};
  model.set_settings(settings);
  const cost::NetworkCost cost = cost::network_cost(test::fake_layers(), settings);
  double sum = 0;
  for (int row = 0; row < model.rowCount(); ++row) {
    const double share = model.index(row, 0).data(LayersModel::kShareRole).toDouble();
    EXPECT_NEAR(share, cost.layers[static_cast<std::size_t>(row)].fj.total() / cost.fj.total(), 1e-12);
    sum += share;
  }
  EXPECT_NEAR(sum, 1, 1e-12);
  EXPECT_TRUE(model.index(0, 0).data(LayersModel::kDigitalRole).toBool());
  EXPECT_FALSE(model.index(1, 0).data(LayersModel::kDigitalRole).toBool());
  EXPECT_TRUE(model.index(3, 0).data(LayersModel::kDigitalRole).toBool());
  EXPECT_EQ(model.index(3, 0).data(LayersModel::kOwnCountRole).toInt(), 2);
  EXPECT_EQ(model.index(1, LayersModel::kShape).data().toString(), QStringLiteral("16×32, 3×3"));
  EXPECT_EQ(model.index(1, LayersModel::kRows).data().toString(), QStringLiteral("144"));
  EXPECT_EQ(model.index(0, LayersModel::kRows).data().toString(), QStringLiteral("–"));
  EXPECT_THAT(model.index(0, 0).data(Qt::ToolTipRole).toString().toStdString(),
              testing::HasSubstr("the first convolution"));
}

TEST(LayersModel, ALayerThatCannotRunHidesNoOther) {
  LayersModel model;
  model.set_layers(test::fake_layers());
  PointSettings settings;
  settings.layers = {parse_layer_override("fc:adc_range_percent=80,adc_offset_percent=40")};
  model.set_settings(settings);
  EXPECT_FALSE(model.index(3, 0).data(LayersModel::kProblemRole).toString().isEmpty());
  EXPECT_TRUE(model.index(1, 0).data(LayersModel::kProblemRole).toString().isEmpty());
  EXPECT_GT(model.index(1, 0).data(LayersModel::kShareRole).toDouble(), 0);
}

/// The window with its layers dock, after the first sweep.
class Layers : public testing::Test {
 protected:
  Layers() { theme.apply(ThemeChoice::light); }

  void open(const WindowOptions& options = {}) {
    window = std::make_unique<MainWindow>(test::fake_factory(40), options, &theme);
    window->resize(1600, 900);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    wait();
  }
  void wait() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().state() == StudyState::finished; }, 20000));
  }
  LayersPanel* panel() { return window->docks()->layers(); }
  QTableView* table() { return panel()->table(); }
  void click(int row, Qt::KeyboardModifiers modifiers = {}) {
    const QRect box = table()->visualRect(table()->model()->index(row, 0));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers, box.center());
  }
  const std::vector<LayerOverride>& overrides() { return window->parameters().layers(); }
  void set_knob(const char* key, const QString& text) {
    panel()->editor()->add_knob(key);
    auto* box = panel()->editor()->row(key)->findChild<KnobSpinBox*>();
    ASSERT_TRUE(box->hasFocus());
    box->selectAll();
    QTest::keyClicks(box, text);
    QTest::keyClick(box, Qt::Key_Return);
  }

  Theme theme;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Layers, SettingsOfTheStartShow) {
  WindowOptions options;
  options.settings.layers = {parse_layer_override("layer1.*:adc_bits=6")};
  open(options);
  EXPECT_EQ(table()->model()->index(1, 0).data(LayersModel::kOwnCountRole).toInt(), 1);
  EXPECT_EQ(window->controller().spec().points.front().settings.layers, options.settings.layers);
  EXPECT_FALSE(window->parameters().undo_stack().canUndo());
  click(2);
  ASSERT_NE(panel()->editor()->row("adc_bits"), nullptr);
  EXPECT_EQ(panel()->editor()->row("adc_bits")->findChild<KnobSpinBox*>()->value(), 6);
}

TEST_F(Layers, TheTableSaysOfWhichPointItsNumbersAre) {
  open();
  const auto* place = panel()->findChild<QLabel*>(QStringLiteral("layers_place"));
  ASSERT_NE(place, nullptr);
  AccuracyChart* chart = window->chart_panel()->chart();
  chart->select(std::nullopt);
  EXPECT_EQ(place->text().toStdString(), "At the knobs as they stand");
  const std::string x = chart->plan().x_texts[0].toStdString();
  chart->select(PointPlace{0, 0});
  EXPECT_EQ(place->text().toStdString(), "At the selected point: " + x);
}

TEST_F(Layers, AKnobOfSelectedLayersIsAnUndoableOverride) {
  open();
  click(1);
  click(3, Qt::ControlModifier);
  EXPECT_EQ(panel()->selected_rows(), (std::vector<int>{1, 3}));
  set_knob("adc_bits", "5");
  ASSERT_EQ(overrides().size(), 2U);
  EXPECT_EQ(adc_bits(overrides(), "layer1.0.conv1"), 5);
  EXPECT_EQ(adc_bits(overrides(), "fc"), 5);
  EXPECT_EQ(adc_bits(overrides(), "layer1.0.conv2"), 8);
  window->run();
  wait();
  EXPECT_EQ(window->controller().spec().points.front().settings.layers, overrides());
  QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
  EXPECT_TRUE(overrides().empty());
  window->parameters().undo_stack().redo();
  EXPECT_EQ(overrides().size(), 2U);
  QTest::mouseClick(panel()->editor()->reset_button(), Qt::LeftButton);
  EXPECT_TRUE(overrides().empty());
}

TEST_F(Layers, APatternSelectsAndNamesTheOverride) {
  open();
  panel()->pattern_field()->setFocus();
  QTest::keyClicks(panel()->pattern_field(), "layer1.*");
  EXPECT_EQ(panel()->selected_rows(), (std::vector<int>{1, 2}));
  set_knob("random_noise_percent", "0.5");
  ASSERT_EQ(overrides().size(), 1U);
  EXPECT_EQ(overrides()[0].pattern, "layer1.*");
  click(2);  // One of them alone now.
  auto* row = panel()->editor()->row("random_noise_percent");
  ASSERT_NE(row, nullptr);
  panel()->knobs().reset("random_noise_percent");
  ASSERT_EQ(overrides().size(), 1U);
  EXPECT_EQ(overrides()[0].pattern, "layer1.0.conv1");
}

TEST_F(Layers, LayersAreMadeDigitalAndBack) {
  open();
  click(1);
  QTest::mouseClick(panel()->editor()->place_button(true), Qt::LeftButton);
  EXPECT_TRUE(table()->model()->index(1, 0).data(LayersModel::kDigitalRole).toBool());
  EXPECT_TRUE(settings_of_layer(with(overrides()), "layer1.0.conv1", false).digital);
  QTest::mouseClick(panel()->editor()->place_button(false), Qt::LeftButton);
  EXPECT_FALSE(table()->model()->index(1, 0).data(LayersModel::kDigitalRole).toBool());
  click(0);
  QTest::mouseClick(panel()->editor()->place_button(false), Qt::LeftButton);
  EXPECT_FALSE(table()->model()->index(0, 0).data(LayersModel::kDigitalRole).toBool());
}

TEST_F(Layers, KeysSelectAndTheEditorIsReachedByTab) {
  open();
  table()->setFocus();
  QTest::keyClick(table(), Qt::Key_Home);
  QTest::keyClick(table(), Qt::Key_Down);
  QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
  EXPECT_EQ(panel()->selected_rows().size(), 2U);
  int tabs = 0;
  while (window->focusWidget() != panel()->editor()->knob_choice() && ++tabs < 10) {
    QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
  }
  EXPECT_EQ(window->focusWidget(), panel()->editor()->knob_choice());
  for (QWidget* one : panel()->findChildren<QWidget*>()) {
    const bool reached = one->isVisible() && (one->focusPolicy() & Qt::TabFocus) != 0;
    EXPECT_FALSE(reached && one->accessibleName().isEmpty()) << one->metaObject()->className();
  }
}

TEST_F(Layers, AContradictionOfOneLayerIsRefusedInPlace) {
  open();
  const int generation = window->controller().generation();
  click(3);
  set_knob("adc_range_percent", "80");
  set_knob("adc_offset_percent", "40");
  EXPECT_FALSE(panel()->editor()->row("adc_offset_percent")->problem().isEmpty());
  window->run();
  EXPECT_EQ(window->controller().generation(), generation);
}

TEST_F(Layers, SettingsOfNoLayerCanBeRemoved) {
  WindowOptions options;
  options.settings.layers = {parse_layer_override("layer9.*:adc_bits=6"), parse_layer_override("fc:adc_bits=6")};
  open(options);
  EXPECT_EQ(overrides().size(), 2U);
  panel()->drop_strays();
  ASSERT_EQ(overrides().size(), 1U);
  EXPECT_EQ(overrides()[0].pattern, "fc");
}

TEST_F(Layers, TheDockClosesAndComesBack) {
  open();
  QTest::keyClick(window.get(), Qt::Key_L, Qt::ControlModifier);
  EXPECT_FALSE(window->docks()->layers_dock()->isVisible());
  QTest::keyClick(window.get(), Qt::Key_L, Qt::ControlModifier);
  EXPECT_TRUE(window->docks()->layers_dock()->isVisible());
}

/// Knows what to expect of a layer when it is let go.
class HeldProbe : public test::FakeProbe {
 public:
  HeldProbe() : FakeProbe(20) {}
  std::vector<double> csnr_db(const PointSettings& /*point*/) const override {
    return std::vector<double>(4, std::nan(""));
  }
  std::vector<double> expected_csnr_db(const PointSettings& point, std::stop_token stop) const override {
    ++asked;
    while (held && !stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return FakeProbe::expected_csnr_db(point, stop);
  }
  mutable std::atomic<int> asked = 0;
  std::atomic<bool> held = true;
};

TEST(LayersWindow, ANetworkOpenedWhileAnotherOneIsReadHasItsSignalToNoise) {
  Theme theme;
  theme.apply(ThemeChoice::light);
  const auto slow = std::make_shared<HeldProbe>();
  const auto quick = std::make_shared<HeldProbe>();
  quick->held = false;
  WindowOptions options;
  options.run_at_start = false;
  MainWindow window(
      [=](const StudySubject& subject, double, const auto&, const std::stop_token&) {
        return OpenedSubject(std::make_shared<test::FakeEvaluator>(20), test::fake_layers(), {},
                             subject.network == "other" ? quick : slow);
      },
      options, &theme);
  window.preview()->preview().set_enabled(false);
  window.show();
  ASSERT_TRUE(QTest::qWaitFor([&] { return slow->asked > 0; }, 20000));
  StudySubject other;
  other.network = "other";
  window.controller().open(other, 100);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.controller().subject() == other; }, 20000));
  slow->held = false;
  const QAbstractItemModel* table = window.docks()->layers()->table()->model();
  EXPECT_TRUE(QTest::qWaitFor(
      [&] { return table->index(1, LayersModel::kCsnr).data().toString() == QStringLiteral("≈ 16.0"); }, 20000));
}

}  // namespace
}  // namespace acim::ui
