#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFileDialog>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <memory>

#include "fake_evaluator.h"
#include "study/subject_misfit.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/chart/chart_legend.h"
#include "ui/model/parameter_text.h"
#include "ui/panel/banner.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/command_bar.h"
#include "ui/panel/knob_editor.h"
#include "ui/panel/knob_row.h"
#include "ui/panel/macro_form.h"
#include "ui/panel/runs_panel.h"
#include "ui/panel/status_strip.h"
#include "ui/panel/sweep_bar.h"
#include "ui/window/main_window.h"

namespace acim::ui {
namespace {

using std::chrono::microseconds;

/// The window on a fake network of which `delay` per image makes runs last.
class Window : public testing::Test {
 protected:
  Window() { theme.apply(ThemeChoice::light); }

  MainWindow& open(std::int64_t images = 100, microseconds delay = {}, const WindowOptions& options = {}) {
    window = std::make_unique<MainWindow>(test::fake_factory(images, delay), options, &theme);
    window->resize(1280, 720);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    return *window;
  }
  bool wait_for(StudyState state) {
    return QTest::qWaitFor([&] { return window->controller().state() == state; }, 20000);
  }
  bool wait_for_first_point() {
    return QTest::qWaitFor([&] { return !window->chart_panel()->chart()->curve_points(0).empty(); }, 20000);
  }
  QToolButton* button(const char* name) { return window->command_bar()->findChild<QToolButton*>(name); }
  void type(const char* key, const QString& text) {
    auto* box = window->form()->row(key)->findChild<KnobSpinBox*>();
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, text);
    QTest::keyClick(box, Qt::Key_Return);
  }
  /// What the fake network must give at each ADC resolution.
  static double expected_percent(int adc_bits, double noise, std::int64_t images) {
    PointSettings settings;
    settings.macro.adc_bits = adc_bits;
    settings.macro.random_noise_percent = noise;
    const test::FakeEvaluator fake(images);
    const std::vector<float> logits = fake.evaluate(settings, 0, images, {});
    int correct = 0;
    for (std::int64_t i = 0; i < images; ++i) correct += logits[static_cast<std::size_t>(i * 10 + i % 10)] > 0 ? 1 : 0;
    return 100.0 * correct / static_cast<double>(images);
  }

  Theme theme;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Window, OpensTheDemoAndSweepsByItself) {
  open();
  ASSERT_TRUE(wait_for(StudyState::finished));
  const auto points = window->chart_panel()->chart()->curve_points(0);
  ASSERT_EQ(points.size(), 7U);
  for (std::size_t i = 0; i < points.size(); ++i) {
    EXPECT_DOUBLE_EQ(points[i].x(), 4.0 + static_cast<double>(i));
    EXPECT_NEAR(points[i].y(), expected_percent(4 + static_cast<int>(i), 0, 100), 1e-9);
  }
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->controller().reference_finished(); }));
  EXPECT_EQ(window->controller().reference().images, 100);
  EXPECT_THAT(window->status_strip()->words().toStdString(), testing::HasSubstr("100 of 100 images × 7 points"));
}

TEST_F(Window, RunStartsNothingThatIsThereAlready) {
  open();
  ASSERT_TRUE(wait_for(StudyState::finished));
  const int first = window->controller().generation();
  window->actions().run->trigger();
  EXPECT_EQ(window->controller().generation(), first);
  EXPECT_THAT(window->status_strip()->note().toStdString(), testing::HasSubstr("finished"));
  type("random_noise_percent", "1");
  window->actions().run->trigger();
  EXPECT_EQ(window->controller().generation(), first + 1);
}

TEST_F(Window, AFamilyMakesACurveForEachValue) {
  WindowOptions options;
  options.x = parse_sweep_axis("adc_bits=4:6");
  options.family = parse_sweep_axis("encoding_bits=1,2,4");
  open(60, {}, options);
  ASSERT_TRUE(wait_for(StudyState::finished));
  AccuracyChart* chart = window->chart_panel()->chart();
  for (std::size_t curve = 0; curve < 3; ++curve) EXPECT_EQ(chart->curve_points(curve).size(), 3U);
  EXPECT_GT(chart->curve_points(0)[0].y(), chart->curve_points(2)[0].y());
  auto* entry = window->chart_panel()->legend()->entry(1);
  QTest::mouseClick(entry, Qt::LeftButton);
  EXPECT_FALSE(entry->isChecked());
}

TEST_F(Window, AChangeWhileRunningRestartsAndDropsLateEvents) {
  open(400, microseconds(500));
  ASSERT_TRUE(wait_for_first_point());
  const int before = window->controller().generation();
  type("random_noise_percent", "1");
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->controller().generation() == before + 1; }));
  for (const StudyPoint& point : window->controller().spec().points) {
    EXPECT_DOUBLE_EQ(point.settings.macro.random_noise_percent, 1);
  }
  // Every total from here on is one of the new settings: as many correct as they give on as many images.
  ASSERT_TRUE(wait_for(StudyState::finished));
  const auto points = window->chart_panel()->chart()->curve_points(0);
  ASSERT_EQ(points.size(), 7U);
  for (std::size_t i = 0; i < points.size(); ++i) {
    EXPECT_NEAR(points[i].y(), expected_percent(4 + static_cast<int>(i), 1, 400), 1e-9);
  }
}

TEST_F(Window, TheOldCurveStaysUntilTheNewOneHasAPoint) {
  open(50);
  ASSERT_TRUE(wait_for(StudyState::finished));
  QTest::mouseClick(button("run"), Qt::LeftButton);
  EXPECT_EQ(window->chart_panel()->chart()->curve_points(0).size(), 7U);
  ASSERT_TRUE(wait_for(StudyState::finished));
}

TEST_F(Window, PauseHoldsAndContinueGoesOn) {
  open(2000, microseconds(500));
  ASSERT_TRUE(wait_for_first_point());
  QTest::mouseClick(button("pause"), Qt::LeftButton);
  EXPECT_EQ(window->controller().state(), StudyState::paused);
  QTest::qWait(300);  // Blocks under way end.
  const std::int64_t held = window->controller().progress().images_done;
  QTest::qWait(200);
  EXPECT_EQ(window->controller().progress().images_done, held);
  EXPECT_THAT(window->status_strip()->words().toStdString(), testing::HasSubstr("paused"));
  QTest::mouseClick(button("pause"), Qt::LeftButton);
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->controller().progress().images_done > held; }));
}

TEST_F(Window, StopKeepsWhatIsDone) {
  open(100000, microseconds(500));
  ASSERT_TRUE(wait_for_first_point());
  QTest::mouseClick(button("stop"), Qt::LeftButton);
  EXPECT_EQ(window->controller().state(), StudyState::stopped);
  EXPECT_FALSE(window->chart_panel()->chart()->curve_points(0).empty());
  EXPECT_TRUE(button("run")->isEnabled());
  QTest::qWait(200);
  EXPECT_EQ(window->controller().state(), StudyState::stopped);
}

TEST_F(Window, ClosesWhileRunning) {
  open(1000000, microseconds(300));
  ASSERT_TRUE(wait_for_first_point());
  EXPECT_TRUE(window->close());
  EXPECT_FALSE(window->isVisible());
  window.reset();  // Ends the threads; the test would hang here if one did not.
}

TEST_F(Window, ClosesWhileLoading) {
  WindowOptions options;
  window = std::make_unique<MainWindow>(
      [](const StudySubject&, double, const auto&, std::stop_token stop) -> std::shared_ptr<const Evaluator> {
        while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        throw Error(ErrorKind::cancelled, "stopped");
      },
      options, &theme);
  window->show();
  QTest::qWait(50);
  EXPECT_TRUE(window->controller().is_loading());
  window->close();
  window.reset();
}

TEST_F(Window, AContradictionRunsNothingAndKeepsTheCurve) {
  open();
  ASSERT_TRUE(wait_for(StudyState::finished));
  type("adc_range_percent", "80");
  type("adc_offset_percent", "40");
  const int generation = window->controller().generation();
  const QString label = label_of(parameter_of("adc_offset_percent"));
  window->form()->search_field()->setText(QStringLiteral("noise"));
  EXPECT_FALSE(window->form()->hidden_problem().isEmpty());
  QTest::keyClick(window.get(), Qt::Key_F5);
  EXPECT_EQ(window->controller().generation(), generation);
  // Run says why it does nothing, and leads to the knob.
  auto* banner = window->centralWidget()->findChild<Banner*>(QStringLiteral("banner"), Qt::FindDirectChildrenOnly);
  ASSERT_NE(banner, nullptr);
  ASSERT_TRUE(banner->isVisible());
  EXPECT_THAT(banner->text().toStdString(), testing::HasSubstr(label.toStdString()));
  QTest::mouseClick(window->form()->hidden_problem_link(), Qt::LeftButton);
  EXPECT_TRUE(window->form()->search_field()->text().isEmpty());
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->form()->hidden_problem().isEmpty(); }));
  // Of two things in its way the other one is said when the first is mended.
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->form()->row("adc_offset_percent") != nullptr; }));
  const QString first = banner->text();
  window->parameters().set_value("activation_bits", std::int64_t{4});
  window->parameters().set_value("encoding_bits", std::int64_t{8});
  type("adc_offset_percent", "10");
  EXPECT_TRUE(banner->isVisible());
  EXPECT_NE(banner->text(), first);
  window->parameters().set_value("encoding_bits", std::int64_t{1});
  window->parameters().set_value("activation_bits", std::int64_t{8});
  EXPECT_FALSE(banner->isVisible());
  EXPECT_EQ(window->chart_panel()->chart()->curve_points(0).size(), 7U);
}

TEST_F(Window, ABrokenNetworkLeavesWhatWasOpen) {
  open();
  ASSERT_TRUE(wait_for(StudyState::finished));
  Q_EMIT window->command_bar()->network_chosen("broken", "");
  Banner* banner = window->chart_panel()->banner();
  ASSERT_TRUE(QTest::qWaitFor([&] { return banner->isVisible(); }, 20000));
  EXPECT_EQ(banner->kind(), BannerKind::error);
  EXPECT_THAT(banner->text().toStdString(), testing::HasSubstr("broken.pt"));
  EXPECT_THAT(banner->text().toStdString(), testing::HasSubstr("stays open"));
  EXPECT_EQ(banner->title(), QStringLiteral("broken could not be opened"));
  EXPECT_EQ(window->controller().subject().network, "demo");
  EXPECT_EQ(window->chart_panel()->chart()->curve_points(0).size(), 7U);
  EXPECT_EQ(window->controller().state(), StudyState::finished);
}

/// Networks "net*" and images "images*" of another kind than the demo's; whatever is called "damaged" is.
OpenedSubject open_kinds(const StudySubject& subject) {
  for (const std::string& name : {subject.network, subject.dataset}) {
    if (name.starts_with("damaged")) throw Error(ErrorKind::input, "cannot be read", name);
  }
  if (subject.network.starts_with("net") != subject.dataset.starts_with("images")) {
    throw SubjectMisfit(Error(ErrorKind::input, "other classes"));
  }
  return OpenedSubject(std::make_shared<test::FakeEvaluator>(40));
}

/// A window of which some networks and images are damaged, and some do not fit.
class Kinds : public Window {
 protected:
  bool open_window() {
    WindowOptions options;
    options.run_at_start = false;
    window = std::make_unique<MainWindow>(
        [](const StudySubject& subject, double, const auto&, const std::stop_token&) { return open_kinds(subject); },
        options, &theme);
    window->show();
    return QTest::qWaitFor([this] { return window->controller().is_open(); }, 20000);
  }
  bool refused() {
    return QTest::qWaitFor(
        [this] { return !window->controller().is_loading() && window->chart_panel()->banner()->isVisible(); }, 20000);
  }
};

TEST_F(Kinds, WhatDoesNotFitWaitsForItsOtherHalfAndWhatIsDamagedDoesNot) {
  ASSERT_TRUE(open_window());
  Banner* banner = window->chart_panel()->banner();
  const auto opened = [&](const char* network, const char* images) {
    return QTest::qWaitFor(
        [&] {
          const StudySubject& now = window->controller().subject();
          return !window->controller().is_loading() && now.network == network && now.dataset == images;
        },
        20000);
  };
  CommandBar* bar = window->command_bar();
  Q_EMIT bar->images_chosen("damaged images");
  ASSERT_TRUE(refused());
  banner->hide();
  Q_EMIT bar->network_chosen("net", "");
  ASSERT_TRUE(refused());
  EXPECT_THAT(banner->text().toStdString(), testing::HasSubstr("other classes"));  // Not: damaged images
  Q_EMIT bar->images_chosen("images");
  EXPECT_TRUE(opened("net", "images"));
  banner->hide();
  Q_EMIT bar->images_chosen("demo");
  ASSERT_TRUE(refused());
  // The pair that was refused is not what is wanted.
  Q_EMIT bar->network_chosen("net", "");
  EXPECT_TRUE(opened("net", "images"));
  banner->hide();
  Q_EMIT bar->images_chosen("demo");
  ASSERT_TRUE(refused());
  Q_EMIT bar->network_chosen("demo", "");
  EXPECT_TRUE(opened("demo", "demo"));
}

TEST_F(Kinds, AnErrorNamesWhatIsBrokenAndOffersAnother) {
  ASSERT_TRUE(open_window());
  Banner* banner = window->chart_panel()->banner();
  const auto link = [&](const char* name) -> QToolButton* {
    for (auto* one : banner->findChildren<QToolButton*>())
      if (one->text() == QString::fromUtf8(name)) return one;
    return nullptr;
  };
  CommandBar* bar = window->command_bar();
  Q_EMIT bar->network_chosen("damaged/data/resnet.pt", "");
  ASSERT_TRUE(refused());
  EXPECT_EQ(banner->title(), QStringLiteral("resnet.pt could not be opened"));
  EXPECT_THAT(banner->text().toStdString(), testing::HasSubstr("damaged/data/resnet.pt"));
  ASSERT_NE(link("Choose a file…"), nullptr);
  QTest::mouseClick(link("Choose a file…"), Qt::LeftButton);
  auto* dialog = window->findChild<QFileDialog*>();
  ASSERT_NE(dialog, nullptr);
  EXPECT_TRUE(dialog->isVisible());
  delete dialog;
  banner->hide();
  Q_EMIT bar->images_chosen("damaged/images");
  ASSERT_TRUE(refused());
  EXPECT_EQ(banner->title(), QStringLiteral("images could not be opened"));
  EXPECT_EQ(link("Choose a file…"), nullptr);
  ASSERT_NE(link("Choose images…"), nullptr);
  banner->hide();
  // Either may be the wrong one.
  Q_EMIT bar->network_chosen("lib/net.pt", "");
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->controller().subject().network == "lib/net.pt"; }, 20000));
  Q_EMIT bar->images_chosen("images");
  ASSERT_TRUE(refused());
  EXPECT_EQ(banner->title(), QStringLiteral("net.pt on images could not be opened"));
  EXPECT_NE(link("Choose a file…"), nullptr);
  EXPECT_NE(link("Choose images…"), nullptr);
}

TEST_F(Window, ASweepWithAnInvalidPointIsRefusedInPlace) {
  open();
  ASSERT_TRUE(wait_for(StudyState::finished));
  const int generation = window->controller().generation();
  type("activation_bits", "4");
  window->chart_panel()->sweep_bar()->set_axes(parse_sweep_axis("encoding_bits=1:8"), {});
  QTest::mouseClick(button("run"), Qt::LeftButton);
  EXPECT_TRUE(window->chart_panel()->banner()->isVisible());
  EXPECT_EQ(window->controller().generation(), generation);
}

TEST_F(Window, EverythingByKeyboard) {
  open(400, microseconds(300));
  ASSERT_TRUE(wait_for_first_point());
  QTest::keyClick(window.get(), Qt::Key_F5, Qt::ShiftModifier);
  EXPECT_EQ(window->controller().state(), StudyState::stopped);
  QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
  ASSERT_TRUE(window->form()->search_field()->hasFocus());
  QTest::keyClicks(window->focusWidget(), "voting samples");
  int tabs = 0;
  auto* box = window->form()->row("voting_samples")->findChild<KnobSpinBox*>();
  while (!box->hasFocus() && ++tabs < 20) QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
  ASSERT_TRUE(box->hasFocus());
  QTest::keyClicks(box, "3");
  QTest::keyClick(box, Qt::Key_Return);
  EXPECT_EQ(window->parameters().current().voting_samples, 3);
  const int generation = window->controller().generation();
  QTest::keyClick(window->focusWidget(), Qt::Key_F5);
  ASSERT_TRUE(wait_for(StudyState::finished));
  EXPECT_EQ(window->controller().generation(), generation + 1);
  EXPECT_EQ(window->controller().spec().points.front().settings.macro.voting_samples, 3);
  AccuracyChart* chart = window->chart_panel()->chart();
  chart->setFocus();
  QTest::keyClick(chart, Qt::Key_Right);
  QTest::keyClick(chart, Qt::Key_Right);
  ASSERT_TRUE(chart->selected().has_value());
  EXPECT_EQ(*chart->selected(), (PointPlace{0, 1}));
  EXPECT_FALSE(chart->accessibleDescription().isEmpty());
}

TEST_F(Window, ReachesEveryControlWithTab) {
  open();
  ASSERT_TRUE(wait_for(StudyState::finished));
  window->form()->search_field()->setFocus();
  std::vector<QWidget*> reached;
  for (int i = 0; i < 400; ++i) {
    QWidget* now = window->focusWidget();
    if (!reached.empty() && now == reached.front()) break;
    reached.push_back(now);
    QTest::keyClick(now, Qt::Key_Tab);
  }
  const auto has = [&](const QWidget* widget) {
    return std::find(reached.begin(), reached.end(), widget) != reached.end();
  };
  EXPECT_TRUE(has(window->chart_panel()->chart()));
  EXPECT_TRUE(has(button("run")));
  EXPECT_TRUE(has(window->chart_panel()->sweep_bar()->findChildren<QLineEdit*>().front()));
  EXPECT_TRUE(has(window->form()->row("adc_offset_percent")->editor()));
}

TEST_F(Window, AClickOnAPointSelectsItAndTheAxesStay) {
  open();
  ASSERT_TRUE(wait_for(StudyState::finished));
  AccuracyChart* chart = window->chart_panel()->chart();
  const QPoint place = chart->place_of({0, 3}).toPoint();
  QTest::mouseClick(chart->childAt(place), Qt::LeftButton, {}, chart->childAt(place)->mapFrom(chart, place));
  ASSERT_TRUE(chart->selected().has_value());
  EXPECT_EQ(*chart->selected(), (PointPlace{0, 3}));
}

TEST_F(Window, RunsKeepEveryCurveAndGiveTheirSettingsBack) {
  open(60);
  ASSERT_TRUE(wait_for(StudyState::finished));
  type("random_noise_percent", "2");
  QTest::mouseClick(button("run"), Qt::LeftButton);
  ASSERT_TRUE(wait_for(StudyState::finished));
  QTableView* table = window->runs_panel()->table();
  ASSERT_EQ(table->model()->rowCount(), 2);
  const auto text = [&](int row, int column) {
    return table->model()->index(row, column).data().toString().toStdString();
  };
  EXPECT_THAT(text(0, RunsModel::kSettings), testing::HasSubstr("Random noise 2"));
  EXPECT_THAT(text(1, RunsModel::kSettings), testing::Not(testing::HasSubstr("Random noise")));
  EXPECT_EQ(text(1, RunsModel::kImages), "60");
  table->setFocus();
  table->setCurrentIndex(table->model()->index(1, 0));
  QTest::keyClick(table, Qt::Key_Return);
  EXPECT_DOUBLE_EQ(window->parameters().current().random_noise_percent, 0);
  window->parameters().undo_stack().undo();
  EXPECT_DOUBLE_EQ(window->parameters().current().random_noise_percent, 2);
}

TEST_F(Window, RowsOfManyRunsLeadToTheirOwnCurves) {
  WindowOptions options;
  options.x = parse_sweep_axis("adc_bits=4:6");
  options.family = parse_sweep_axis("encoding_bits=1,2,4");
  open(20, {}, options);
  StudyController& controller = window->controller();
  ASSERT_TRUE(wait_for(StudyState::finished));
  for (const char* family : {"encoding_bits=1,2", "encoding_bits=4", "encoding_bits=2,1,4,8"}) {
    ASSERT_TRUE(controller.run({}, options.x, parse_sweep_axis(family)));
    ASSERT_TRUE(wait_for(StudyState::finished));
  }
  const QAbstractItemModel* model = window->runs_panel()->table()->model();
  ASSERT_EQ(model->rowCount(), 4 + 1 + 2 + 3);
  const std::vector<int> curves = {0, 1, 2, 3, 0, 0, 1, 0, 1, 2};
  const std::vector<int> bits = {2, 1, 4, 8, 4, 1, 2, 1, 2, 4};
  for (int row = 0; row < model->rowCount(); ++row) {
    const QModelIndex index = model->index(row, RunsModel::kRun);
    EXPECT_EQ(index.data(RunsModel::kCurveRole).toInt(), curves[static_cast<std::size_t>(row)]);
    EXPECT_EQ(index.data().toString(), QStringLiteral("Encoding bits %1").arg(bits[static_cast<std::size_t>(row)]));
    EXPECT_EQ(index.data(RunsModel::kCurrentRole).toBool(), row < 4);
  }
}

TEST_F(Window, AnotherNetworkEndsTheRunOfTheOneBefore) {
  open(100000, microseconds(500));
  ASSERT_TRUE(wait_for_first_point());
  const RunsModel model(&window->controller());
  StudyController& controller = window->controller();
  ASSERT_TRUE(controller.run({}, parse_sweep_axis("adc_bits=4:6"), {}));
  const auto note = [&] { return model.index(0, RunsModel::kNote).data().toString().toStdString(); };
  EXPECT_EQ(note(), "running");
  StudySubject other = controller.subject();
  other.network = "other";
  controller.open(other, 100);
  ASSERT_TRUE(QTest::qWaitFor([&] { return controller.subject().network == "other"; }, 20000));
  EXPECT_EQ(note(), "stopped");
}

TEST_F(Window, TheThreadOfTheWindowNeverWaitsForARun) {
  open(100000, microseconds(2000));
  ASSERT_TRUE(wait_for_first_point());
  // The fake network sleeps 40 ms in a block; a restart that waited for it would show here.
  StudyController& controller = window->controller();
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(controller.run(PointSettings{}, parse_sweep_axis("adc_bits=4:10"), {}));
    EXPECT_TRUE(controller.is_active());
  }
  controller.stop();
  EXPECT_EQ(controller.state(), StudyState::stopped);
}

TEST_F(Window, EveryThemeAppliesAtOnce) {
  open();
  for (const ThemeChoice choice : {ThemeChoice::dark, ThemeChoice::light, ThemeChoice::system}) {
    theme.apply(choice);
    EXPECT_EQ(window->palette().color(QPalette::Window), theme.tokens().ground);
  }
}

}  // namespace
}  // namespace acim::ui
