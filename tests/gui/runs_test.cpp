#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <tuple>
#include <utility>

#include "ui/chart/accuracy_chart.h"
#include "ui/chart/chart_legend.h"
#include "ui/chart/compared_curves.h"
#include "ui/chart/tradeoff_chart.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/run_delegate.h"
#include "ui/panel/runs_panel.h"
#include "ui/panel/status_strip.h"
#include "ui/panel/sweep_bar.h"
#include "ui/window/compare_dialog.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

class Runs : public test::WindowOnFake {
 protected:
  Runs() {
    open(test::sweep_of("adc_bits=4:6"));
    EXPECT_TRUE(finish());
    tester = std::make_unique<QAbstractItemModelTester>(model());
  }
  ~Runs() override { tester.reset(); }
  void run(const PointSettings& settings) {
    ASSERT_TRUE(window->controller().run(settings, parse_sweep_axis("adc_bits=4:6"), {}));
    ASSERT_TRUE(finish());
  }
  RunsModel* model() { return window->runs_model(); }
  QTableView* table() { return window->runs_panel()->table(); }
  void pick(int row) {
    table()->setFocus(Qt::OtherFocusReason);
    const QRect cell = table()->visualRect(model()->index(row, RunsModel::kSettings));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, cell.center());
  }
  std::string text(int row, int column) { return model()->index(row, column).data().toString().toStdString(); }

  std::unique_ptr<QAbstractItemModelTester> tester;
};

TEST_F(Runs, AClickOnThePinKeepsTheCurveInTheChart) {
  const CurveId first = model()->id_of_row(0);
  const QRect cell = table()->visualRect(model()->index(0, RunsModel::kRun));
  QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, RunDelegate::pin_box(cell).center());
  EXPECT_TRUE(model()->marks(first).pinned);
  PointSettings noisy;
  noisy.macro.random_noise_percent = 2;
  run(noisy);
  const auto& pinned = window->chart_panel()->chart()->pinned();
  ASSERT_EQ(pinned.size(), 1U);
  EXPECT_EQ(pinned[0].points.size(), 3U);
  EXPECT_DOUBLE_EQ(pinned[0].points[2].x, 6);
  EXPECT_EQ(pinned[0].points[2].result.correct, model()->record(first.run)->results[2].correct);
  window->parameters().undo_stack().undo();
  EXPECT_FALSE(model()->marks(first).pinned);
  EXPECT_TRUE(window->chart_panel()->chart()->pinned().empty());
}

TEST_F(Runs, ADeletedCurveIsInNoChartUntilUndoBringsItBack) {
  ASSERT_TRUE(controller().run({}, parse_sweep_axis("adc_bits=4:6"), parse_sweep_axis("seed=1,2,3")));
  ASSERT_TRUE(finish());
  ChartPanel* panel = window->chart_panel();
  AccuracyChart* chart = panel->chart();
  ASSERT_TRUE(QTest::qWaitFor([&] { return chart->curve_points(2).size() == 3 && !panel->finding().isEmpty(); }));
  EXPECT_THAT(panel->finding().toStdString(), testing::HasSubstr("3 seeds"));
  const auto drawn = [&](std::size_t curve) {
    return std::ranges::count_if(panel->tradeoff()->drawn(), [&](const auto& one) { return one.point.curve == curve; });
  };
  ASSERT_EQ(drawn(1), 3);
  const QImage whole = panel->picture(1);
  pick(1);
  QTest::keyClick(table(), Qt::Key_Delete);
  ASSERT_EQ(model()->row_of_current(1), -1);
  EXPECT_TRUE(panel->legend()->entry(1)->isHidden());
  EXPECT_FALSE(panel->legend()->entry(0)->isHidden());
  EXPECT_EQ(drawn(1), 0);
  EXPECT_EQ(drawn(0), 3);
  EXPECT_NE(panel->picture(1), whole);
  EXPECT_THAT(panel->finding().toStdString(), testing::HasSubstr("2 seeds"));
  EXPECT_FALSE(chart->selected().has_value());
  // Keys go past it.
  chart->setFocus();
  QTest::keyClick(chart, Qt::Key_Right);
  QTest::keyClick(chart, Qt::Key_Down);
  ASSERT_TRUE(chart->selected().has_value());
  EXPECT_EQ(chart->selected()->curve, 2U);
  // All of them gone, there is no curve.
  model()->remove({model()->id_of_row(0), model()->id_of_row(1)});
  EXPECT_FALSE(chart->isVisible());
  EXPECT_FALSE(panel->legend()->isVisible());
  window->parameters().undo_stack().undo();
  EXPECT_TRUE(chart->isVisible());
  EXPECT_TRUE(panel->legend()->entry(1)->isHidden());
  window->parameters().undo_stack().undo();
  EXPECT_FALSE(panel->legend()->entry(1)->isHidden());
  EXPECT_EQ(drawn(1), 3);
  EXPECT_THAT(panel->finding().toStdString(), testing::HasSubstr("3 seeds"));
}

TEST_F(Runs, NamesAreTheTextThatWasTyped) {
  const QString name = QStringLiteral("<b>x</b>");
  model()->rename(model()->id_of_row(0), name);
  run({});
  model()->rename(model()->id_of_row(0), QStringLiteral("y"));
  pick(0);
  QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::ControlModifier,
                    table()->visualRect(model()->index(1, RunsModel::kSettings)).center());
  QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
  auto* dialog = window->findChild<CompareDialog*>();
  ASSERT_NE(dialog, nullptr);
  const auto labels = dialog->findChildren<QLabel*>();
  EXPECT_TRUE(std::ranges::any_of(labels, [&](const QLabel* label) { return label->text() == name; }));
  // Nothing is guessed, here or elsewhere: a label is plain, or says that it is not.
  for (const QWidget* part : {static_cast<QWidget*>(dialog), static_cast<QWidget*>(window.get())}) {
    for (QLabel* label : part->findChildren<QLabel*>()) {
      label->ensurePolished();
      EXPECT_NE(label->textFormat(), Qt::AutoText) << label->text().toStdString();
    }
  }
  for (const QLabel* label : labels) EXPECT_EQ(label->textFormat(), Qt::PlainText);
  // Tips are guessed by Qt.
  const QString tip = model()->index(1, RunsModel::kRun).data(Qt::ToolTipRole).toString();
  EXPECT_EQ(QTextDocumentFragment::fromHtml(tip).toPlainText(), name);
  model()->set_pinned(model()->id_of_row(1), true);
  const auto& pinned = window->chart_panel()->legend()->pinned();
  ASSERT_EQ(pinned.size(), 1U);
  EXPECT_THAT(QTextDocumentFragment::fromHtml(pinned[0]->toolTip()).toPlainText().toStdString(),
              testing::StartsWith("<b>x</b>: pinned"));
}

TEST_F(Runs, PinnedCurvesHaveStylesOfTheirOwnAndStandInTheLegend) {
  std::vector<CurveId> kept;
  for (int noise = 1; noise <= 4; ++noise) {
    kept.push_back(model()->id_of_row(0));
    model()->set_pinned(kept.back(), true);
    PointSettings noisy;
    noisy.macro.random_noise_percent = noise;
    run(noisy);
  }
  AccuracyChart* chart = window->chart_panel()->chart();
  ASSERT_EQ(chart->pinned().size(), 4U);
  std::set<int> styles = {chart->plan().style(0)};
  for (const PinnedCurve& one : chart->pinned()) {
    styles.insert(one.style);
    // The row shows what the chart does.
    const int row = model()->row_of({one.curve.first, one.curve.second});
    EXPECT_EQ(model()->index(row, 0).data(RunsModel::kStyleRole).toInt(), one.style);
  }
  EXPECT_EQ(styles.size(), 5U);
  ChartLegend* legend = window->chart_panel()->legend();
  ASSERT_EQ(legend->pinned().size(), 4U);
  EXPECT_EQ(legend->pinned()[1]->style_index(), chart->pinned()[1].style);
  legend->pinned()[1]->click();
  EXPECT_FALSE(chart->is_pinned_visible(chart->pinned()[1].curve));
  EXPECT_TRUE(chart->is_pinned_visible(chart->pinned()[0].curve));
  window->chart_panel()->show_view(ChartView::tradeoff);
  EXPECT_FALSE(legend->pinned()[0]->isVisible());
  // The others keep theirs when one goes.
  const int third = chart->pinned()[2].style;
  model()->set_pinned({chart->pinned()[0].curve.first, 0}, false);
  EXPECT_EQ(chart->pinned()[1].style, third);
  EXPECT_EQ(legend->pinned().size(), 3U);
  EXPECT_FALSE(legend->pinned()[0]->isChecked());
}

TEST_F(Runs, ACurveThatIsUnpinnedIsHiddenNoMore) {
  const CurveId first = model()->id_of_row(0);
  model()->set_pinned(first, true);
  PointSettings noisy;
  noisy.macro.random_noise_percent = 2;
  run(noisy);
  AccuracyChart* chart = window->chart_panel()->chart();
  ChartLegend* legend = window->chart_panel()->legend();
  const CurveOfRun curve = {first.run, first.curve};
  legend->pinned().at(0)->click();
  ASSERT_FALSE(chart->is_pinned_visible(curve));
  pick(1);
  model()->set_pinned(first, false);  // Picked, it is drawn still.
  ASSERT_EQ(chart->pinned().size(), 1U);
  EXPECT_TRUE(chart->is_pinned_visible(curve));
  model()->set_pinned(first, true);
  EXPECT_TRUE(chart->is_pinned_visible(curve));
  EXPECT_TRUE(legend->pinned().at(0)->isChecked());
}

TEST_F(Runs, APinnedCurveIsNamedAfterWhatDiffersFromTheBaseline) {
  const CurveId first = model()->id_of_row(0);
  // The name of one knob begins another's.
  PointSettings small;
  small.macro.columns_per_adc = 4;
  ASSERT_TRUE(window->controller().run(small, parse_sweep_axis("columns=32,64"), {}));
  ASSERT_TRUE(finish());
  const CurveId second = model()->id_of_row(0);
  small.macro.random_noise_percent = 2;
  ASSERT_TRUE(window->controller().run(small, parse_sweep_axis("columns=32,64"), {}));
  ASSERT_TRUE(finish());
  model()->set_pinned(second, true);
  const auto name = [&] { return window->chart_panel()->chart()->pinned().at(0).name.toStdString(); };
  EXPECT_THAT(name(), testing::HasSubstr("Columns per ADC 4"));
  // Named anew when what it is compared with changes, and the baseline itself has no word for it.
  model()->set_baseline(second);
  EXPECT_EQ(name(), model()->name(second).toStdString());
  model()->set_baseline(first);
  EXPECT_THAT(name(), testing::HasSubstr("Columns per ADC 4"));
}

TEST_F(Runs, APinnedCurveKeepsItsStyleWhileAnotherKnobIsSwept) {
  const CurveId first = model()->id_of_row(0);
  PointSettings noisy;
  noisy.macro.random_noise_percent = 1;
  run(noisy);
  const CurveId second = model()->id_of_row(0);
  noisy.macro.random_noise_percent = 2;
  run(noisy);
  model()->set_pinned(first, true);
  model()->set_pinned(second, true);
  const int before = model()->style(first);
  EXPECT_EQ(before, 1);
  EXPECT_EQ(model()->style(second), 2);  // The first one has its own already.
  ASSERT_TRUE(window->controller().run(noisy, parse_sweep_axis("rows=31,63"), {}));
  ASSERT_TRUE(finish());
  EXPECT_TRUE(window->chart_panel()->chart()->pinned().empty());
  run({});
  EXPECT_EQ(model()->style(first), before);
  EXPECT_EQ(model()->style(second), 2);
}

TEST_F(Runs, APickedRunOfBeforeIsSeenInTheChart) {
  PointSettings noisy;
  noisy.macro.random_noise_percent = 2;
  run(noisy);
  pick(1);
  ASSERT_EQ(window->chart_panel()->chart()->pinned().size(), 1U);
  EXPECT_TRUE(window->chart_panel()->chart()->pinned()[0].emphasised);
  pick(0);
  EXPECT_TRUE(window->chart_panel()->chart()->pinned().empty());
}

TEST_F(Runs, NamesAndNotesAreWrittenInPlaceAndUndone) {
  pick(0);
  const std::string before = text(0, RunsModel::kRun);
  QTest::keyClick(table(), Qt::Key_F2);
  auto* editor = table()->findChild<QLineEdit*>();
  ASSERT_NE(editor, nullptr);
  QTest::keyClicks(editor, "Bit-serial");
  QTest::keyClick(editor, Qt::Key_Return);
  // The return key ends the editor by a queued call.
  EXPECT_TRUE(QTest::qWaitFor([&] { return text(0, RunsModel::kRun) == "Bit-serial"; }, 5000));
  EXPECT_TRUE(QTest::qWaitFor([&] { return table()->findChild<QLineEdit*>() == nullptr; }, 5000));
  window->runs_panel()->action(QStringLiteral("note_run"))->trigger();
  editor = table()->findChild<QLineEdit*>();
  ASSERT_NE(editor, nullptr);
  QTest::keyClicks(editor, "as in the paper");
  QTest::keyClick(editor, Qt::Key_Return);
  EXPECT_TRUE(QTest::qWaitFor([&] { return text(0, RunsModel::kNote) == "as in the paper"; }, 5000));
  QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(text(0, RunsModel::kNote), "");
  QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(text(0, RunsModel::kRun), before);
}

TEST_F(Runs, ColoursComeFromTheMenu) {
  pick(0);
  window->runs_panel()->color_menu()->actions().at(3)->trigger();
  EXPECT_EQ(model()->index(0, 0).data(RunsModel::kStyleRole).toInt(), 2);
  EXPECT_EQ(window->chart_panel()->chart()->plan().style(0), 2);
  EXPECT_EQ(window->chart_panel()->tradeoff()->plan().style(0), 2);
  EXPECT_EQ(window->chart_panel()->legend()->entry(0)->style_index(), 2);
  window->parameters().undo_stack().undo();
  EXPECT_EQ(model()->index(0, 0).data(RunsModel::kStyleRole).toInt(), 0);
  EXPECT_EQ(window->chart_panel()->chart()->plan().style(0), 0);
}

TEST_F(Runs, TheNextRunHasItsOwnColours) {
  pick(0);
  window->runs_panel()->color_menu()->actions().at(3)->trigger();
  PointSettings noisy;
  noisy.macro.random_noise_percent = 2;
  run(noisy);
  EXPECT_EQ(window->chart_panel()->chart()->plan().style(0), 0);
  EXPECT_EQ(model()->index(1, 0).data(RunsModel::kStyleRole).toInt(), 2);
}

TEST_F(Runs, ADeletionIsTakenBackByItsStrip) {
  PointSettings noisy;
  noisy.macro.random_noise_percent = 2;
  run(noisy);
  pick(1);
  QTest::keyClick(table(), Qt::Key_Delete);
  EXPECT_EQ(model()->rowCount(), 1);
  QWidget* strip = window->runs_panel()->undo_strip();
  ASSERT_TRUE(strip->isVisible());
  QTest::mouseClick(strip->findChild<QToolButton*>(QStringLiteral("undo_deletion")), Qt::LeftButton);
  EXPECT_EQ(model()->rowCount(), 2);
  EXPECT_FALSE(strip->isVisible());
}

TEST_F(Runs, TheStripOfADeletionGoesWhenTheRunsAreBack) {
  pick(0);
  QTest::keyClick(table(), Qt::Key_Delete);
  QWidget* strip = window->runs_panel()->undo_strip();
  ASSERT_TRUE(strip->isVisible());
  window->parameters().undo_stack().undo();
  EXPECT_EQ(model()->rowCount(), 1);
  EXPECT_FALSE(strip->isVisible());
}

TEST_F(Runs, TheFocusOfTabSelectsNothing) {
  AccuracyChart* chart = window->chart_panel()->chart();
  chart->select(std::nullopt);
  table()->selectionModel()->clear();
  table()->setFocus(Qt::TabFocusReason);
  EXPECT_TRUE(window->runs_panel()->picked().empty());
  EXPECT_FALSE(chart->selected().has_value());
  QTest::keyClick(table(), Qt::Key_Space);
  EXPECT_TRUE(chart->selected().has_value());
}

TEST_F(Runs, SettingsThatDifferLeaveOutWhatTheCurveSweeps) {
  EXPECT_EQ(text(0, RunsModel::kSettings), "");
  PointSettings noisy;
  noisy.macro.random_noise_percent = 2;
  run(noisy);
  EXPECT_THAT(text(0, RunsModel::kSettings), testing::HasSubstr("Random noise 2"));
  EXPECT_THAT(text(0, RunsModel::kSettings), testing::Not(testing::HasSubstr("ADC bits")));
}

TEST_F(Runs, KnobsThatAreNotTheCurvesAreSaid) {
  EXPECT_EQ(window->status_strip()->note().toStdString(), "");
  window->parameters().set_value("random_noise_percent", 2.0);
  EXPECT_THAT(window->status_strip()->note().toStdString(), testing::HasSubstr("other settings: Run (F5)"));
  window->parameters().undo_stack().undo();
  EXPECT_EQ(window->status_strip()->note().toStdString(), "");
}

TEST_F(Runs, NetworkAndImagesAreAmongWhatDiffers) {
  EXPECT_EQ(text(0, RunsModel::kSettings), "");
  StudySubject other;
  other.network = "nets/resnet20.pt";
  window->controller().open(other, 100);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->controller().subject() == other; }, kPatience));
  run({});
  EXPECT_EQ(text(0, RunsModel::kSettings), "") << "it is the network that is open";
  EXPECT_EQ(text(1, RunsModel::kSettings), "Demo network");
  model()->set_baseline(model()->id_of_row(1));
  EXPECT_EQ(text(0, RunsModel::kSettings), "resnet20.pt");
  CompareDialog dialog(&window->controller(), *model(), model()->id_of_row(1), model()->id_of_row(0), &theme, nullptr);
  QStringList words;
  for (const QTableView* one : dialog.findChildren<QTableView*>()) {
    for (int row = 0; row < one->model()->rowCount(); ++row) {
      for (int at = 0; at < one->model()->columnCount(); ++at) words << one->model()->index(row, at).data().toString();
    }
  }
  EXPECT_TRUE(words.contains(QStringLiteral("Network")));
  EXPECT_TRUE(words.contains(QStringLiteral("resnet20.pt")));
}

TEST_F(Runs, TheHeadSaysWhichPointTheRowsShow) {
  const auto* place = window->runs_panel()->findChild<QLabel*>(QStringLiteral("runs_place"));
  ASSERT_NE(place, nullptr);
  EXPECT_EQ(place->text(), "At ADC bits 6");
  window->chart_panel()->chart()->select(PointPlace{0, 1});
  EXPECT_EQ(place->text(), "At ADC bits 5");
  ASSERT_TRUE(window->controller().run({}, parse_sweep_axis("rows=63,255"), {}));
  ASSERT_TRUE(finish());
  EXPECT_THAT(place->text().toStdString(), testing::HasSubstr("of each sweep"));
}

TEST_F(Runs, ABaselineIsWhatSettingsDifferFrom) {
  PointSettings noisy;
  noisy.macro.random_noise_percent = 2;
  run(noisy);
  EXPECT_THAT(text(0, RunsModel::kSettings), testing::HasSubstr("Random noise 2"));
  pick(0);
  QTest::keyClick(table(), Qt::Key_B);  // A letter alone does nothing.
  EXPECT_NE(text(0, RunsModel::kSettings), "Baseline");
  QTest::keyClick(table(), Qt::Key_B, Qt::ControlModifier);
  EXPECT_EQ(text(0, RunsModel::kSettings), "Baseline");
  EXPECT_THAT(text(1, RunsModel::kSettings), testing::HasSubstr("Random noise 0"));
  EXPECT_EQ(model()->index(0, RunsModel::kNote).data(RunsModel::kBadgeRole).toString(), QStringLiteral("baseline"));
  EXPECT_DOUBLE_EQ(window->parameters().baseline().random_noise_percent, 2);
  EXPECT_TRUE(window->parameters().differs("random_noise_percent"));
  window->parameters().undo_stack().undo();
  EXPECT_FALSE(window->parameters().differs("random_noise_percent"));
}

void keep(RunRecord& record, KeptRun run) {
  run.seconds.resize(run.predictions.size());
  record.kept = std::make_shared<const KeptRun>(run);
  record.counts = std::make_shared<const RunCounts>(counts_of(run));
}

std::vector<ComparedPoint> compared(const RunsModel& model, CurveId first, CurveId second) {
  const CurvePair pair = pair_of(model, first, second);
  return compared_points(pair, shared_images(pair.first, pair.second));
}

TEST_F(Runs, WhatBothSweepIsNoDifferenceOfTheCompared) {
  // Shown at another place of the same axis.
  ASSERT_TRUE(controller().run({}, parse_sweep_axis("adc_bits=4,6"), parse_sweep_axis("encoding_bits=4")));
  ASSERT_TRUE(finish());
  CompareDialog dialog(&controller(), *model(), model()->id_of_row(1), model()->id_of_row(0), &theme, nullptr);
  const auto tables = dialog.findChildren<QTableView*>();
  ASSERT_EQ(tables.size(), 2);
  ASSERT_EQ(tables[0]->model()->rowCount(), 1);
  EXPECT_EQ(tables[0]->model()->index(0, 0).data().toString(), "Encoding bits");
}

TEST_F(Runs, TwoAreComparedImageByImage) {
  PointSettings noisy;
  noisy.macro.random_noise_percent = 1;
  run(noisy);
  pick(1);
  const QRect second = table()->visualRect(model()->index(0, RunsModel::kSettings));
  QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::ControlModifier, second.center());
  EXPECT_EQ(window->runs_panel()->picked().size(), 2U);
  QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
  auto* dialog = window->findChild<CompareDialog*>();
  ASSERT_NE(dialog, nullptr);
  EXPECT_FALSE(dialog->isModal());
  const auto* pairing = dialog->findChild<QLabel*>(QStringLiteral("pairing"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return pairing->text().contains(QLatin1String("paired image by image")); }, 20000));
  QString all;
  for (const QLabel* label : dialog->findChildren<QLabel*>()) all += label->text() + '\n';
  const QList<QTableView*> tables = dialog->findChildren<QTableView*>();
  ASSERT_EQ(tables.size(), 2);  // settings, points
  all += tables[0]->model()->index(0, 0).data().toString() + '\n';
  EXPECT_EQ(tables[1]->model()->rowCount(), 3);
  tables[1]->setFocus();
  tables[1]->selectRow(1);
  tables[1]->actions().front()->trigger();
  EXPECT_EQ(QApplication::clipboard()->text().count('\t'), 6);
  EXPECT_TRUE(QApplication::clipboard()->text().startsWith(tables[1]->model()->index(1, 0).data().toString()));
  EXPECT_THAT(all.toStdString(), testing::HasSubstr("Random noise"));
  EXPECT_THAT(all.toStdString(), testing::HasSubstr("paired image by image"));
  const auto points = compared(*model(), model()->id_of_row(1), model()->id_of_row(0));
  ASSERT_EQ(points.size(), 3U);
  for (const ComparedPoint& point : points) {
    ASSERT_TRUE(point.interval.has_value());
    EXPECT_EQ(point.images, 60);
    // With noise the fake network knows a subset of the images.
    EXPECT_LE(point.difference, 0);
    EXPECT_DOUBLE_EQ(point.difference, point.second.accuracy() - point.first.accuracy());
    EXPECT_LE(point.interval->low, point.difference);
  }
  EXPECT_EQ(tables[1]->model()->headerData(3, Qt::Horizontal).toString(), QStringLiteral("B minus A, points"));
  EXPECT_THAT(all.toStdString(),
              testing::HasSubstr("of the 60 images that both were computed on (A has 60, B has 60)"));
  EXPECT_NE(dialog->findChild<ComparedCurves*>(), nullptr);
  QCoreApplication::processEvents();
  EXPECT_FALSE(dialog->findChild<QScrollArea*>()->horizontalScrollBar()->isVisible());
  dialog->close();
}

TEST_F(Runs, ComparedAccuraciesAreOfTheImagesThatBothHave) {
  KeptRun long_one;
  long_one.spec = make_study_spec({}, {}, {}, {});
  long_one.labels = {1, 1, 1, 1};
  long_one.predictions = {{1, 1, 0, 0}};
  long_one.seconds = {0};
  long_one.provenance = {{"images_hash", "11"}};
  KeptRun short_one = long_one;
  short_one.predictions = {{1, 0, -1, -1}};
  std::vector<std::shared_ptr<RunRecord>> records;
  int id = 1000;
  for (const KeptRun& run : {short_one, long_one}) {
    auto one = std::make_shared<RunRecord>();
    one->id = id--;
    one->spec = run.spec;
    one->results = results_of(run);
    one->state = StudyState::finished;
    one->marks.resize(1);
    keep(*one, run);
    records.push_back(one);
  }
  model()->show_records(records, std::nullopt);
  const auto points = compared(*model(), {999, 0}, {1000, 0});
  ASSERT_EQ(points.size(), 1U);
  EXPECT_EQ(points[0].images, 2);
  EXPECT_DOUBLE_EQ(points[0].first.accuracy(), 1);
  EXPECT_DOUBLE_EQ(points[0].second.accuracy(), 0.5);
  EXPECT_DOUBLE_EQ(points[0].difference, -0.5);
}

TEST_F(Runs, OtherImagesHaveNoPairedInterval) {
  RunRecord a;
  RunRecord b;
  KeptRun one;
  one.labels = {1, 2, 3};
  one.predictions = {{1, 2, 3}};
  one.provenance = {{"images_hash", "11"}};
  KeptRun two = one;
  keep(a, one);
  keep(b, two);
  EXPECT_TRUE(on_same_images(a, b));
  two.provenance = {{"images_hash", "12"}};
  keep(b, two);
  EXPECT_FALSE(on_same_images(a, b));
}

TEST_F(Runs, WhatARunThatWasStoppedDidNotComeToIsNoOtherImage) {
  RunRecord whole;
  RunRecord half;
  KeptRun one;
  one.provenance = {{"images_hash", "11"}};
  one.labels = {1, 2, 3, 4};
  one.predictions = {{1, 2, 3, 4}, {1, 2, 0, 0}};
  KeptRun two = one;
  two.labels = {1, 2, 0, 0};  // A file knows no more.
  two.predictions = {{1, -1, -1, -1}, {1, 2, -1, -1}};
  keep(whole, one);
  keep(half, two);
  EXPECT_TRUE(on_same_images(whole, half));
  EXPECT_TRUE(on_same_images(half, whole));
  two.labels[1] = 7;
  keep(half, two);
  EXPECT_FALSE(on_same_images(whole, half));
  two.predictions = {{-1, -1, -1, -1}, {-1, -1, -1, -1}};
  keep(half, two);
  EXPECT_FALSE(on_same_images(whole, half));
}

TEST_F(Runs, AClickOnAHeadSortsAndAThirdOneOrdersByTimeAgain) {
  for (const double noise : {3.0, 0.5}) {
    PointSettings settings;
    settings.macro.random_noise_percent = noise;
    run(settings);
  }
  const auto ids = [&] {
    std::vector<int> list;
    for (int row = 0; row < model()->rowCount(); ++row) list.push_back(model()->id_of_row(row).run);
    return list;
  };
  const std::vector<int> newest_first = ids();
  QHeaderView* header = table()->horizontalHeader();
  const QPoint place(header->sectionViewportPosition(RunsModel::kAccuracy) + 30, header->height() / 2);
  QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
  EXPECT_EQ(ids(), (std::vector<int>{newest_first[1], newest_first[0], newest_first[2]}));
  QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
  QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
  EXPECT_EQ(ids(), newest_first);
}

TEST_F(Runs, AxesAreUndoneWithTheKnobs) {
  SweepBar* bar = window->chart_panel()->sweep_bar();
  const SweepAxis before = bar->x();
  bar->set_axes(parse_sweep_axis("rows=31:255:32"), parse_sweep_axis("encoding_bits=1,2"));
  window->actions().undo->trigger();
  EXPECT_EQ(bar->x(), before);
  EXPECT_EQ(bar->family(), SweepAxis{});
  window->actions().redo->trigger();
  EXPECT_EQ(bar->x().key, "rows");
}

/// Counts how often each image was answered at each of many noises.
class CountingEvaluator : public test::FakeEvaluator {
 public:
  static constexpr std::int64_t kImages = 32;

  CountingEvaluator() : FakeEvaluator(kImages, std::chrono::microseconds(100)) {}
  std::vector<float> evaluate(const PointSettings& settings, std::int64_t first, std::int64_t count,
                              std::stop_token stop) const override {
    std::vector<float> answers = FakeEvaluator::evaluate(settings, first, count, stop);
    const std::lock_guard lock(mutex_);
    for (std::int64_t i = first; i < first + count; ++i)
      ++answered_[{settings.macro.random_noise_percent, settings.macro.seed, i}];
    return answers;
  }
  /// Of noises, which the preview does not look at.
  int most_often() const {
    const std::lock_guard lock(mutex_);
    int most = 0;
    for (const auto& [image, times] : answered_) most = std::get<0>(image) > 0 ? std::max(most, times) : most;
    return most;
  }

 private:
  mutable std::mutex mutex_;
  mutable std::map<std::tuple<double, std::uint64_t, std::int64_t>, int> answered_;
};

class TakenUpAgain : public test::WindowOnFake,
                     public testing::WithParamInterface<std::pair<const char*, const char*>> {};

TEST_P(TakenUpAgain, ComputesNoImageTwice) {
  const auto evaluator = std::make_shared<CountingEvaluator>();
  const auto& [x, family] = GetParam();
  open_with(test::factory_of(evaluator), test::sweep_of(x, family));
  ASSERT_TRUE(QTest::qWaitFor([this] { return controller().progress().images_done > 8; }, kPatience));
  window->actions().pause->trigger();
  ASSERT_TRUE(wait_for(StudyState::paused));
  const int generation = controller().generation();
  window->actions().run->trigger();
  EXPECT_EQ(controller().generation(), generation);
  window->actions().stop->trigger();
  ASSERT_TRUE(wait_for(StudyState::stopped));
  const double before = window->runs_model()->records().front()->seconds;
  window->actions().run->trigger();
  ASSERT_TRUE(wait_for(StudyState::finished));
  EXPECT_GT(window->runs_model()->records().front()->seconds, before);
  EXPECT_EQ(window->runs_model()->rowCount(), 2);
  EXPECT_EQ(evaluator->most_often(), 1);
  EXPECT_EQ(controller().results().back().images, CountingEvaluator::kImages);
}

INSTANTIATE_TEST_SUITE_P(OfFewPointsAndOfMany, TakenUpAgain,
                         testing::Values(std::pair("random_noise_percent=0.01:0.2:0.01", "seed=1,2"),
                                         std::pair("random_noise_percent=0.001:0.6:0.001", "seed=1,2")));

/// Every second one, and then the rest: views that are told of each row alone need minutes for ten thousand.
TEST_F(Runs, ThousandsAreDeletedAtOnceAndComeBackAtOnce) {
  constexpr int kCount = 3000;
  std::vector<std::shared_ptr<RunRecord>> records;
  for (int i = kCount; i > 0; --i) {
    auto record = std::make_shared<RunRecord>(*model()->records().front());
    record->id = i;
    records.push_back(std::move(record));
  }
  model()->show_records(records, std::nullopt);
  std::vector<CurveId> odd;
  for (int row = 1; row < kCount; row += 2) odd.push_back(model()->id_of_row(row));
  const QSignalSpy removals(model(), &QAbstractItemModel::rowsRemoved);
  const QSignalSpy resets(model(), &QAbstractItemModel::modelReset);
  const QSignalSpy changes(model(), &RunsModel::changed);
  model()->remove(odd);
  EXPECT_EQ(model()->rowCount(), kCount / 2);
  table()->selectAll();
  window->runs_panel()->action(QStringLiteral("delete_runs"))->trigger();
  EXPECT_EQ(model()->rowCount(), 0);
  EXPECT_EQ(changes.count(), 2);
  EXPECT_EQ(removals.count(), 1);
  EXPECT_EQ(resets.count(), 1);
  window->parameters().undo_stack().undo();
  window->parameters().undo_stack().undo();
  EXPECT_EQ(model()->rowCount(), kCount);
  EXPECT_EQ(resets.count(), 3);
}

TEST_F(Runs, PinAndColourOfManyAreOneStepEach) {
  PointSettings noisy;
  noisy.macro.random_noise_percent = 2;
  run(noisy);
  table()->selectAll();
  window->runs_panel()->action(QStringLiteral("pin_run"))->trigger();
  EXPECT_EQ(model()->pinned().size(), 2U);
  window->runs_panel()->color_menu()->actions().at(3)->trigger();
  window->parameters().undo_stack().undo();
  EXPECT_EQ(model()->index(0, 0).data(RunsModel::kStyleRole).toInt(), 0);
  // Pinned beside the run shown, it has a style of its own.
  EXPECT_EQ(model()->index(1, 0).data(RunsModel::kStyleRole).toInt(), 1);
  window->parameters().undo_stack().undo();
  EXPECT_TRUE(model()->pinned().empty());
}

/// Prints how long ten thousand runs take to sort, scroll and paint; ACIM_MEASURE=1 asks for it.
TEST_F(Runs, TenThousandScrollAndSort) {
  const bool measures = qEnvironmentVariableIsSet("ACIM_MEASURE");
  const int count = measures ? 10000 : 200;
  std::vector<std::shared_ptr<RunRecord>> records;
  for (int i = count; i > 0; --i) {
    auto record = std::make_shared<RunRecord>(*model()->records().front());
    record->id = i;
    for (StudyPoint& point : record->spec.points) point.settings.macro.random_noise_percent = i % 97 * 0.01;
    record->marks[0].note = QStringLiteral("note %1").arg(i * 7919 % 10007);
    record->results[2].correct = i % 61;
    records.push_back(std::move(record));
  }
  tester.reset();
  model()->show_records(records, std::nullopt);
  EXPECT_EQ(model()->rowCount(), count);
  QElapsedTimer clock;
  for (int column = 0; column < RunsModel::kColumnCount; ++column) {
    clock.start();
    table()->sortByColumn(column, Qt::AscendingOrder);
    table()->viewport()->repaint();
    if (measures) std::printf("sort by %d: %lld ms\n", column, static_cast<long long>(clock.elapsed()));
  }
  clock.start();
  for (int i = 0; i < 20; ++i) {
    table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->maximum() * i / 19);
    table()->viewport()->repaint();
  }
  if (measures) std::printf("scroll and paint: %.1f ms a step\n", static_cast<double>(clock.elapsed()) / 20);
  table()->sortByColumn(RunsModel::kAccuracy, Qt::DescendingOrder);
  EXPECT_EQ(model()->record_of_row(0).results[2].correct, 60);
}

}  // namespace
}  // namespace acim::ui
