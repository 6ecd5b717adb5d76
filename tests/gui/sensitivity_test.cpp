#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <atomic>
#include <memory>
#include <thread>

#include "fake_evaluator.h"
#include "layer_evaluator.h"
#include "study/sensitivity_run.h"
#include "study/study_store.h"
#include "test_files.h"
#include "ui/panel/banner.h"
#include "ui/panel/layers_panel.h"
#include "ui/panel/segments.h"
#include "ui/panel/sensitivity_strip.h"
#include "ui/panel/values_button.h"
#include "ui/window/layer_docks.h"
#include "ui/window/main_menu.h"
#include "ui/window/main_window.h"

namespace acim::ui {
namespace {

using test::LayerEvaluator;
using testing::ElementsAre;

const std::map<std::string, double> kShares = {{"layer1.0.conv1", 0.15}, {"layer1.0.conv2", 0.55}, {"fc", 0}};

/// What a ranking says of its layers, margins and all.
std::vector<std::string> texts_of(const SensitivityRanking& ranking) {
  std::vector<std::string> texts;
  for (const LayerSensitivity& layer : ranking.layers) {
    texts.push_back(layer.treatment + " " + layer.layer + " " + std::to_string(layer.rank) + " " +
                    std::to_string(layer.lost) + " " + std::to_string(layer.images) + " " +
                    std::to_string(layer.margin_change.value_or(-99)));
  }
  return texts;
}

class Sensitivity : public testing::Test {
 protected:
  Sensitivity() { theme.apply(ThemeChoice::light); }

  /// A window that runs nothing by itself.
  void open(std::int64_t images = 400, const std::string& study = {}) {
    evaluator = std::make_shared<LayerEvaluator>(images, kShares);
    evaluator->before_each = [this](std::int64_t) {
      if (delay > 0) std::this_thread::sleep_for(std::chrono::milliseconds(delay));
      if (broken) throw Error(ErrorKind::input, "A picture is broken", "cat.png", "Copy it again");
    };
    WindowOptions options;
    options.run_at_start = false;
    options.threads = 2;
    options.study = study;
    options.state_folder = state_folder;
    options.settings.macro.adc_bits = 8;
    window.reset();
    window = std::make_unique<MainWindow>(
        [this](const StudySubject&, double, const auto&, const std::stop_token&) -> OpenedSubject {
          return {evaluator, test::fake_layers(), test::fake_calibration()};
        },
        options, &theme);
    window->resize(1920, 1080);
    window->show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().is_open(); }, 20000));
  }
  SensitivityStudy& study() { return window->docks()->sensitivity(); }
  LayersPanel* panel() { return window->docks()->layers(); }
  SensitivityStrip* strip() { return panel()->sensitivity(); }
  bool wait_for(SensitivityState state) {
    return QTest::qWaitFor([this, state] { return study().state() == state; }, 20000);
  }
  void find_out() {
    QTest::mouseClick(panel()->views()->button(LayersPanel::kSensitivity), Qt::LeftButton);
    QTest::mouseClick(strip()->button(), Qt::LeftButton);
  }
  QString cell(int row, int column) { return panel()->table()->model()->index(row, column).data().toString(); }
  std::vector<std::string> names() {
    std::vector<std::string> names;
    for (int row = 0; row < panel()->table()->model()->rowCount(); ++row)
      names.push_back(cell(row, LayersModel::kLayer).toStdString());
    return names;
  }
  /// The ranking that the same study has without a window.
  SensitivityRanking expected() {
    const auto alone = std::make_shared<LayerEvaluator>(evaluator->image_count(), kShares);
    return run_sensitivity(study().run()->spec, alone, {.threads = 1}).ranking;
  }

  std::atomic<int> delay = 0;  ///< ms for each block
  std::atomic<bool> broken = false;
  std::filesystem::path state_folder;
  Theme theme;
  std::shared_ptr<LayerEvaluator> evaluator;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Sensitivity, AButtonOfTheLayersRanksThem) {
  open();
  EXPECT_TRUE(strip()->isHidden());
  find_out();
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  EXPECT_EQ(texts_of(study().ranking()), texts_of(expected()));
  // Sorted by rank: the two that lose, then the one that loses nothing, then the digital one.
  EXPECT_THAT(names(), ElementsAre("layer1.0.conv2", "layer1.0.conv1", "fc", "conv1"));
  EXPECT_EQ(cell(0, LayersModel::kRank), QStringLiteral("1"));
  EXPECT_EQ(cell(2, LayersModel::kSensitivity), QStringLiteral("0.00"));
  EXPECT_EQ(cell(3, LayersModel::kRank), QStringLiteral("–"));
  const QModelIndex worst = panel()->table()->model()->index(0, LayersModel::kSensitivity);
  const double lost = study().ranking().layers.front().accuracy_lost();
  EXPECT_EQ(worst.data().toString(), QLocale().toString(100 * lost, 'f', 2));
  const QPointF whisker = worst.data(LayersModel::kWhiskerRole).toPointF();
  const double length = worst.data(LayersModel::kRelativeRole).toDouble();
  EXPECT_LT(whisker.x(), length);
  EXPECT_DOUBLE_EQ(whisker.y(), 1);
  EXPECT_TRUE(worst.data(LayersModel::kDecidedRole).toBool());
  EXPECT_THAT(worst.data(Qt::ToolTipRole).toString().toStdString(), testing::HasSubstr("ADC bits 6 alone"));
  // Two bits less save energy.
  ASSERT_TRUE(QTest::qWaitFor([this] { return cell(0, LayersModel::kSaved).endsWith('%'); }, 20000));
  EXPECT_GT(worst.siblingAtColumn(LayersModel::kSaved).data(LayersModel::kSortRole).toDouble(), 0);
}

TEST_F(Sensitivity, EndsEarlyWhenTheRanksAreDecided) {
  open(4000);
  strip()->choice()->take(1, false);
  strip()->choice()->take(2, false);
  find_out();
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  EXPECT_TRUE(study().ranking().decided());
  EXPECT_LT(study().ranking().base.images, 3000);
  EXPECT_THAT(strip()->words().toStdString(), testing::HasSubstr("All ranks decided"));
  EXPECT_THAT(study().treatments(), ElementsAre("adc_bits=6"));
}

TEST_F(Sensitivity, RanksThatAreNotDecidedAreMarkedByMoreThanColour) {
  open(24);
  find_out();
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  EXPECT_FALSE(study().ranking().decided());
  const QModelIndex undecided = panel()->table()->model()->index(1, LayersModel::kRank);
  EXPECT_FALSE(undecided.data(LayersModel::kDecidedRole).toBool());
  EXPECT_EQ(undecided.data().toString(), QStringLiteral("2 ?"));
}

TEST_F(Sensitivity, OneChangeIsShownAtATimeAndColumnsSort) {
  open(60);
  find_out();
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  ASSERT_EQ(strip()->treatments()->count(), 3);
  strip()->treatments()->setCurrentIndex(2);
  EXPECT_EQ(strip()->shown(), "digital=true");
  EXPECT_EQ(cell(0, LayersModel::kSensitivity), QStringLiteral("0.00"));
  strip()->treatments()->setCurrentIndex(0);
  QHeaderView* header = panel()->table()->horizontalHeader();
  const auto click = [&](int column) {
    const QPoint place(header->sectionViewportPosition(column) + 12, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
  };
  click(LayersModel::kLayer);
  EXPECT_EQ(names().front(), "conv1");
  click(LayersModel::kSensitivity);
  EXPECT_EQ(names().front(), "layer1.0.conv2");
  // What is selected is a layer, wherever it stands.
  panel()->select_rows({1});
  click(LayersModel::kSensitivity);
  EXPECT_EQ(panel()->selected_rows(), std::vector<int>{1});
  EXPECT_EQ(names().back(), "layer1.0.conv2");
}

TEST_F(Sensitivity, OtherSettingsMakeItStale) {
  open(60);
  find_out();
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  const QModelIndex first = panel()->table()->model()->index(0, LayersModel::kSensitivity);
  EXPECT_FALSE(first.data(LayersModel::kStaleRole).toBool());
  window->parameters().set_value("adc_bits", std::int64_t{9});
  EXPECT_TRUE(first.data(LayersModel::kStaleRole).toBool());
  // The changes to try are those of the new settings.
  EXPECT_EQ(override_text(strip()->chosen().front()), "*:adc_bits=7");
  window->parameters().undo_stack().undo();
  EXPECT_FALSE(first.data(LayersModel::kStaleRole).toBool());
  window->adc_range().set("mse");
  EXPECT_TRUE(first.data(LayersModel::kStaleRole).toBool());
}

TEST_F(Sensitivity, ACalibratedRangeIsThatOfTheBase) {
  open(40);
  window->adc_range().set("mse");
  find_out();
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  const StudySpec& spec = study().run()->spec;
  EXPECT_EQ(spec.points.front().settings.layers.size(), 1U);
  EXPECT_EQ(spec.points.back().settings.layers.size(), 2U);
}

TEST_F(Sensitivity, TheSweepGoesFirstAndChangesNothing) {
  open(200);
  delay = 5;
  window->run();
  find_out();
  EXPECT_EQ(study().state(), SensitivityState::waiting);
  EXPECT_THAT(strip()->words().toStdString(), testing::HasSubstr("Waits for the sweep"));
  EXPECT_EQ(window->controller().state(), StudyState::running);
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().state() == StudyState::finished; }, 20000));
  ASSERT_TRUE(wait_for(SensitivityState::running));
  ASSERT_TRUE(QTest::qWaitFor([this] { return study().ranking().base.images > 0; }, 20000));
  // A sweep in the middle of it.
  window->parameters().set_value("adc_bits", std::int64_t{9});
  window->parameters().undo_stack().undo();
  window->run();
  EXPECT_EQ(study().state(), SensitivityState::waiting);
  delay = 0;
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().state() == StudyState::finished; }, 20000));
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  EXPECT_EQ(texts_of(study().ranking()), texts_of(expected()));
}

TEST_F(Sensitivity, StoppedItKeepsWhatItHasAndGoesOn) {
  open(400);
  delay = 10;
  find_out();
  ASSERT_TRUE(QTest::qWaitFor([this] { return study().ranking().base.images >= 12; }, 20000));
  QTest::mouseClick(strip()->button(), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([this] { return study().run() != nullptr; }, 20000));
  EXPECT_EQ(study().state(), SensitivityState::stopped);
  std::int64_t kept = 0;
  for (const PointResult& point : results_of(*study().run())) kept += point.images;
  EXPECT_GT(kept, 0);
  EXPECT_EQ(strip()->button()->text(), QStringLiteral("Continue"));
  delay = 0;
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().reference_finished(); }, 20000));
  const std::int64_t before = evaluator->evaluated;
  QTest::mouseClick(strip()->button(), Qt::LeftButton);
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  EXPECT_EQ(texts_of(study().ranking()), texts_of(expected()));
  const auto all = static_cast<std::int64_t>(study().run()->spec.points.size()) * 400;
  EXPECT_LE(evaluator->evaluated - before, all - kept);
}

TEST_F(Sensitivity, WhatFailsIsSaidInItsPlace) {
  open(60);
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().reference_finished(); }, 20000));
  broken = true;
  find_out();
  ASSERT_TRUE(wait_for(SensitivityState::failed));
  EXPECT_THAT(strip()->words().toStdString(), testing::HasSubstr("A picture is broken: cat.png"));
  broken = false;
  QTest::mouseClick(strip()->button(), Qt::LeftButton);
  EXPECT_TRUE(wait_for(SensitivityState::finished));
}

TEST_F(Sensitivity, TheMenuAndItsKeyShowItAndRun) {
  open(40);
  window->docks()->layers_dock()->hide();
  EXPECT_TRUE(window->main_menu()->run()->actions().contains(window->actions().sensitivity));
  QTest::keyClick(window.get(), Qt::Key_F7);
  EXPECT_TRUE(window->docks()->layers_dock()->isVisible());
  EXPECT_TRUE(strip()->isVisible());
  EXPECT_TRUE(wait_for(SensitivityState::finished));
}

TEST_F(Sensitivity, IsSavedWithTheStudyAndShownAgain) {
  const test::TemporaryFolder folder;
  open(100);
  window->run();
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().state() == StudyState::finished; }, 20000));
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->runs_model()->records().front()->kept != nullptr; }, 20000));
  find_out();
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  const std::vector<std::string> ranks = texts_of(study().ranking());
  const std::string file = folder / "study.acim";
  window->files()->save_as(QString::fromStdString(file));
  ASSERT_TRUE(QTest::qWaitFor([&] { return std::filesystem::exists(file); }, 20000));
  EXPECT_FALSE(is_sensitivity_spec(StudyStore::open(file)->spec()));
  open(100, file);
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  EXPECT_EQ(texts_of(study().ranking()), ranks);
  EXPECT_EQ(window->runs_model()->records().size(), 1U);
  panel()->show_view(LayersPanel::kSensitivity);
  EXPECT_EQ(names().front(), "layer1.0.conv2");
  EXPECT_FALSE(panel()->table()->model()->index(0, LayersModel::kRank).data(LayersModel::kStaleRole).toBool());
  // Nothing was computed for it.
  EXPECT_EQ(study().run()->predictions.size(), study().run()->spec.points.size());
}

TEST_F(Sensitivity, AStudyOfTheCommandLineIsShownAndKeptWhole) {
  const test::TemporaryFolder folder;
  open(100);
  const std::string file = folder / "layers.acim";
  const std::vector<StudiedLayer> layers = {{"conv1", true}, {"layer1.0.conv1"}, {"layer1.0.conv2"}, {"fc"}};
  const std::vector<LayerOverride> treatments = {parse_treatment("adc_bits=6")};
  const StudySpec spec = make_sensitivity_spec(window->controller().subject(), {}, layers, treatments);
  std::vector<std::string> ranks;
  {
    const auto store = StudyStore::create(file, spec, evaluator->provenance());
    ranks = texts_of(run_sensitivity(spec, evaluator, {.threads = 2, .store = store.get()}).ranking);
  }
  open(100, file);
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  EXPECT_EQ(texts_of(study().ranking()), ranks);
  EXPECT_TRUE(strip()->isVisible());
  EXPECT_TRUE(window->runs_model()->records().empty());
  EXPECT_EQ(window->study().x.key, "adc_bits");  // The window's own sweep.
  // Onto another file, which the command goes on with: margins and all.
  const std::string again = folder / "again.acim";
  window->files()->save_as(QString::fromStdString(again));
  ASSERT_TRUE(QTest::qWaitFor([&] { return std::filesystem::exists(again); }, 20000));
  window.reset();
  const auto store = StudyStore::open(again);
  ASSERT_TRUE(is_sensitivity_spec(store->spec()));
  EXPECT_EQ(texts_of(ranking_of(kept_run(*store), 0.01)), ranks);
  EXPECT_EQ(ranks.front().find("-99"), std::string::npos);
}

TEST_F(Sensitivity, OpenedItIsNoChange) {
  const test::TemporaryFolder folder;
  open(60);
  find_out();
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  EXPECT_TRUE(window->files()->is_modified());
  const std::string file = folder / "study.acim";
  window->files()->save_as(QString::fromStdString(file));
  ASSERT_TRUE(QTest::qWaitFor([this] { return !window->files()->is_modified(); }, 20000));
  open(60, file);
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  EXPECT_FALSE(window->files()->is_modified());
}

TEST_F(Sensitivity, UnsavedItIsOfferedByTheNextWindow) {
  const test::TemporaryFolder folder;
  state_folder = folder / "state";
  open(60);
  find_out();
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  const std::vector<std::string> ranks = texts_of(study().ranking());
  window->close();
  open(60);
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->files_banner()->isVisible(); }, 20000));
  EXPECT_THAT(window->files_banner()->text().toStdString(), testing::HasSubstr("ranking of the layers"));
  for (auto* link : window->files_banner()->findChildren<QToolButton*>()) {
    if (link->text() == QStringLiteral("Continue")) QTest::mouseClick(link, Qt::LeftButton);
  }
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  EXPECT_EQ(texts_of(study().ranking()), ranks);
  window.reset();  // Before its folder goes.
}

TEST_F(Sensitivity, AnotherNetworkHasItsOwn) {
  open(40);
  find_out();
  ASSERT_TRUE(wait_for(SensitivityState::finished));
  StudySubject subject = window->controller().subject();
  subject.images = 20;
  window->open(subject);
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().subject().images == 20; }, 20000));
  EXPECT_NE(study().run(), nullptr);
  EXPECT_TRUE(panel()->table()->model()->index(0, LayersModel::kRank).data(LayersModel::kStaleRole).toBool());
  subject.network = "another.pt";
  window->open(subject);
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().subject().network == "another.pt"; }, 20000));
  EXPECT_EQ(study().run(), nullptr);
  EXPECT_EQ(study().state(), SensitivityState::none);
}

TEST_F(Sensitivity, ClosingInTheMiddleEndsIt) {
  open(400);
  delay = 10;
  find_out();
  ASSERT_TRUE(wait_for(SensitivityState::running));
  window->close();
  window.reset();
}

}  // namespace
}  // namespace acim::ui
