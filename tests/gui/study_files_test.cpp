#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <QProcess>
#include <QTest>
#include <QToolButton>
#include <csignal>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "fake_evaluator.h"
#include "study/study_store.h"
#include "test_files.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/model/dropped_file.h"
#include "ui/model/session_folder.h"
#include "ui/model/study_writer.h"
#include "ui/panel/banner.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/runs_panel.h"
#include "ui/panel/status_strip.h"
#include "ui/panel/sweep_bar.h"
#include "ui/window/language.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/main_menu.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

namespace fs = std::filesystem;
using std::chrono::microseconds;

class StudyFile : public test::WindowOnFake {
 protected:
  /// The window writes into the folder when it goes.
  ~StudyFile() override { window.reset(); }

  MainWindow& open(std::int64_t images = 60, microseconds delay = {}, const std::string& study = {}) {
    WindowOptions options = test::sweep_of("adc_bits=4:6", "encoding_bits=1,2");
    options.study = study;
    options.state_folder = folder / "state";
    return WindowOnFake::open(options, images, delay);
  }
  bool wait_for_banner() {
    return QTest::qWaitFor([this] { return window->files_banner()->isVisible(); }, 20000);
  }
  void press_link(const QString& name) {
    for (auto* link : window->files_banner()->findChildren<QToolButton*>()) {
      if (link->text() == name) return QTest::mouseClick(link, Qt::LeftButton);
    }
    ADD_FAILURE() << "no link " << name.toStdString();
  }
  fs::path of_a_missing_network() const {
    StudySubject gone;
    gone.network = "broken";
    KeptRun run;
    run.spec = make_study_spec(gone, {}, parse_sweep_axis("adc_bits=4:6"), {});
    run.labels.assign(60, 1);
    run.predictions.assign(3, std::vector<std::int16_t>(60, 1));
    run.seconds.assign(3, 1);
    fs::path path = folder / "gone.acim";
    write_study(path, run, {});
    return path;
  }
  /// Two runs with names and notes, saved.
  fs::path saved() {
    open();
    EXPECT_TRUE(finish());
    window->parameters().set_value("random_noise_percent", 0.5);
    window->parameters().hold_noise(NoiseUnit::lsb);
    window->actions().run->trigger();
    EXPECT_TRUE(finish());
    RunsModel& model = *window->runs_model();
    model.rename(model.id_of_row(1), QStringLiteral("Zweiter Lauf, größer"));
    model.set_note(model.id_of_row(2), QStringLiteral("as in the paper"));
    // Styles that nobody chose are given in this order.
    model.set_pinned(model.id_of_row(3), true);
    model.set_pinned(model.id_of_row(2), true);
    model.set_color(model.id_of_row(0), 4);
    model.set_baseline(model.id_of_row(2));
    window->chart_panel()->show_view(ChartView::tradeoff);
    const fs::path path = folder / "study.acim";
    window->files()->save_as(QString::fromStdString(path.string()));
    EXPECT_TRUE(QTest::qWaitFor([this] { return !window->files()->path().isEmpty(); }, 20000));
    EXPECT_FALSE(window->files()->is_modified());
    return path;
  }

  test::TemporaryFolder folder;
};

/// What a user sees of the runs.
std::vector<QString> table_of(const RunsModel& model) {
  std::vector<QString> cells;
  for (int row = 0; row < model.rowCount(); ++row) {
    for (int column = 0; column < RunsModel::kColumnCount; ++column)
      if (column != RunsModel::kTime) cells.push_back(model.index(row, column).data().toString());
    cells.push_back(QString::number(model.index(row, 0).data(RunsModel::kStyleRole).toInt()));
    cells.push_back(model.index(row, 0).data(RunsModel::kPinnedRole).toString());
    cells.push_back(model.index(row, 0).data(RunsModel::kBadgeRole).toString());
  }
  return cells;
}

TEST_F(StudyFile, SavedAndReopenedIsEqual) {
  const fs::path path = saved();
  const std::vector<QString> before = table_of(*window->runs_model());
  const StudyDocument document = window->study();
  EXPECT_EQ(document.held_noise, NoiseUnit::lsb);
  window.reset();
  open(60, {}, path.string());
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->runs_model()->rowCount() == 4; }, 20000));
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().is_open(); }, 20000));
  EXPECT_TRUE(QTest::qWaitFor([&] { return table_of(*window->runs_model()) == before; }, 2000));
  EXPECT_EQ(table_of(*window->runs_model()), before);
  const StudyDocument again = window->study();
  EXPECT_EQ(again.settings, document.settings);
  EXPECT_EQ(again.x, document.x);
  EXPECT_EQ(again.family, document.family);
  EXPECT_EQ(again.view, document.view);
  EXPECT_EQ(again.held_noise, document.held_noise);
  for (std::size_t i = 0; i < document.runs.size(); ++i)
    EXPECT_EQ(again.runs[i]->kept->predictions, document.runs[i]->kept->predictions);
  // The chart shows the newest run at once, without running anything.
  EXPECT_TRUE(QTest::qWaitFor([this] { return window->chart_panel()->chart()->curve_points(1).size() == 3; }, 5000));
  EXPECT_EQ(window->controller().state(), StudyState::finished);
  EXPECT_TRUE(window->windowTitle().startsWith(QStringLiteral("study")));
}

TEST_F(StudyFile, TheCommandLineReadsWhatTheWindowSaved) {
  const auto store = StudyStore::open(saved());
  EXPECT_TRUE(store->complete());
  EXPECT_EQ(store->spec(), window->controller().spec());
  EXPECT_EQ(store->extras().runs.size(), 1U);
}

TEST_F(StudyFile, HoldsWhatIsLeftWhenTheNewestRunWasDeleted) {
  saved();
  RunsModel& model = *window->runs_model();
  const QString kept = model.name(model.id_of_row(2));
  model.remove({model.id_of_row(0), model.id_of_row(1)});
  ASSERT_EQ(model.rowCount(), 2);
  const fs::path path = folder / "rest.acim";
  window->files()->save_as(QString::fromStdString(path.string()));
  EXPECT_TRUE(QTest::qWaitFor([this] { return window->files()->path().contains(QLatin1String("rest")); }, 20000));
  const StudyDocument document = read_study(path);
  ASSERT_EQ(document.runs.size(), 1U);
  EXPECT_EQ(document.runs.front()->spec.points.front().settings.macro.random_noise_percent, 0);
  open(60, {}, path.string());
  EXPECT_TRUE(QTest::qWaitFor([this] { return window->runs_model()->rowCount() == 2; }, 20000));
  EXPECT_EQ(window->runs_model()->name(window->runs_model()->id_of_row(0)), kept);
}

TEST_F(StudyFile, OpeningAnotherSetsAsideWhatIsNotSaved) {
  const fs::path path = saved();
  window->parameters().set_value("random_noise_percent", 0.25);
  window->actions().run->trigger();
  EXPECT_TRUE(finish());
  EXPECT_TRUE(window->files()->is_modified());
  const fs::path aside = window->files()->session_folder();
  window->files()->open(QString::fromStdString(path.string()));
  EXPECT_TRUE(QTest::qWaitFor([&] { return window->files()->session_folder() != aside; }, 20000));
  EXPECT_TRUE(QTest::qWaitFor([&] { return !window->files()->is_modified(); }, 20000));
  window.reset();
  EXPECT_EQ(read_session(aside).runs.size(), 3U);
  open();
  EXPECT_TRUE(wait_for_banner());  // offers it
}

TEST_F(StudyFile, WhatIsNotSavedComesBackAtOnce) {
  const fs::path path = saved();
  for (const bool opens : {true, false}) {
    SCOPED_TRACE(opens);
    window->parameters().set_value("random_noise_percent", opens ? 0.25 : 0.125);
    window->actions().run->trigger();
    EXPECT_TRUE(finish());
    const int rows = window->runs_model()->rowCount();
    const std::vector<QString> before = table_of(*window->runs_model());
    if (opens) {
      window->files()->open(QString::fromStdString(path.string()));
    } else {
      QTest::keyClick(window.get(), Qt::Key_N, Qt::ControlModifier);
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return window->runs_model()->rowCount() != rows; }, 20000));
    ASSERT_TRUE(wait_for_banner());
    EXPECT_THAT(window->files_banner()->text().toStdString(), testing::HasSubstr("not saved"));
    EXPECT_THAT(window->files_banner()->text().toStdString(), testing::HasSubstr("next start"));
    press_link(QStringLiteral("Bring it back"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return table_of(*window->runs_model()) == before; }, 20000));
    EXPECT_FALSE(window->files_banner()->isVisible());
    // It is of the file that it was of: a save never writes over the other one.
    EXPECT_EQ(window->files()->path(), QString::fromStdString(path.string()));
    EXPECT_TRUE(window->files()->is_modified());
  }
}

TEST_F(StudyFile, WhatIsSavedIsNotSpokenOf) {
  const fs::path path = saved();
  window->files()->open(QString::fromStdString(path.string()));
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->runs_model()->rowCount() == 4; }, 20000));
  QTest::qWait(50);
  EXPECT_FALSE(window->files_banner()->isVisible());
}

TEST_F(StudyFile, ANewOneBeginsWithNothingComputed) {
  open();
  ASSERT_TRUE(finish());
  window->parameters().set_value("rows", std::int64_t{64});
  window->actions().new_study->trigger();
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().results().empty(); }, 20000));
  EXPECT_EQ(window->runs_model()->rowCount(), 0);
  EXPECT_EQ(window->parameters().current().rows, MacroParameters{}.rows);
  EXPECT_EQ(window->chart_panel()->chart()->plan().curves.size(), 0U);
}

TEST_F(StudyFile, SaveAsksForAFileWhereThereIsNone) {
  open();
  ASSERT_TRUE(finish());
  for (const auto modifiers : {Qt::KeyboardModifiers(Qt::ControlModifier), Qt::ControlModifier | Qt::ShiftModifier}) {
    QTest::keyClick(window.get(), Qt::Key_S, modifiers);
    auto* dialog = window->findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->acceptMode(), QFileDialog::AcceptSave);
    delete dialog;
  }
}

TEST_F(StudyFile, OpensByDialogDropAndRecentFiles) {
  const fs::path path = saved();
  window.reset();
  open();
  ASSERT_TRUE(finish());
  ASSERT_EQ(window->runs_model()->rowCount(), 2);
  window->actions().open_study->trigger();
  auto* dialog = window->findChild<QFileDialog*>(QStringLiteral("open_study_dialog"));
  ASSERT_NE(dialog, nullptr);
  Q_EMIT dialog->fileSelected(QString::fromStdString(path.string()));
  dialog->close();
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->runs_model()->rowCount() == 4; }, 20000));
  QMenu* recent = window->main_menu()->recent();
  ASSERT_TRUE(recent->isEnabled());
  EXPECT_EQ(recent->actions().front()->text(), QStringLiteral("study.acim"));

  window.reset();
  open();
  ASSERT_TRUE(finish());
  window->main_menu()->recent()->actions().front()->trigger();
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->runs_model()->rowCount() == 4; }, 20000));

  window.reset();
  open();
  ASSERT_TRUE(finish());
  QMimeData files;
  files.setUrls({QUrl::fromLocalFile(QString::fromStdString(path.string()))});
  QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(window.get(), &enter);
  EXPECT_TRUE(enter.isAccepted());
  QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(window.get(), &drop);
  EXPECT_TRUE(QTest::qWaitFor([this] { return window->runs_model()->rowCount() == 4; }, 20000));
}

TEST_F(StudyFile, BrokenOnesLeaveWhatWasOpen) {
  const fs::path path = saved();
  std::string bytes = read_text_file(path);
  const std::vector<QString> before = table_of(*window->runs_model());
  const auto refuses = [&](const std::string& contents, const std::string& word) {
    const fs::path broken = folder / "broken.acim";
    std::ofstream(broken, std::ios::binary) << contents;
    window->files_banner()->hide();
    window->open_file(QString::fromStdString(broken.string()));
    ASSERT_TRUE(wait_for_banner());
    EXPECT_EQ(window->files_banner()->kind(), BannerKind::error);
    EXPECT_THAT(window->files_banner()->text().toStdString(), testing::HasSubstr(word));
    EXPECT_THAT(window->files_banner()->text().toStdString(), testing::HasSubstr("stays open"));
    EXPECT_EQ(table_of(*window->runs_model()), before);
  };
  refuses(bytes.substr(0, bytes.size() / 2), "damaged");
  refuses("no study at all", "no study");
  std::string newer = bytes;
  newer[63] = 9;  // user_version, big-endian at byte 60
  refuses(newer, "version 9");
  refuses("", "no study");
}

TEST_F(StudyFile, WhatIsWrongIsSaidInTheLanguageOfTheWindow) {
  const Translation german(QStringLiteral("de"));
  open();
  std::ofstream(folder / "letter.acim")
      << "A letter, and no study file at all: long enough to have a header of that size, and wrong.";
  window->open_file(QString::fromStdString((folder / "letter.acim").string()));
  ASSERT_TRUE(wait_for_banner());
  const std::string text = window->files_banner()->text().toStdString();
  EXPECT_THAT(text, testing::StartsWith("Das ist keine Studiendatei"));
  EXPECT_THAT(text, testing::HasSubstr("letter.acim"));
  EXPECT_THAT(text, testing::Not(testing::HasSubstr("study file")));
}

TEST_F(StudyFile, APlaceThatCannotBeWrittenIsSaid) {
  open();
  ASSERT_TRUE(finish());
  window->files()->save_as(QString::fromStdString((folder / "none" / "s.acim").string()));
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->chart_panel()->banner()->isVisible(); }, 20000));
  EXPECT_TRUE(window->files()->path().isEmpty());
  EXPECT_EQ(window->runs_model()->rowCount(), 2);
}

TEST_F(StudyFile, WithoutAPlaceForUnsavedWorkTheWindowRuns) {
  std::ofstream(folder / "state") << "a file where the folder should be";
  open();
  EXPECT_TRUE(wait_for_banner());
  EXPECT_TRUE(finish());
}

TEST_F(StudyFile, ClosingWhileRunningLosesNothingAndAsksNothing) {
  open(4000, microseconds(300));
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().progress().images_done > 300; }, 20000));
  window->parameters().set_value("adc_bits", std::int64_t{7});  // A user was here.
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().generation() == 2; }, 20000));
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().progress().images_done > 300; }, 20000));
  EXPECT_TRUE(window->close());
  window.reset();
  open(4000, microseconds(300));
  ASSERT_TRUE(wait_for_banner());
  EXPECT_EQ(window->files_banner()->title().toStdString(), "Continue where you stopped?");
  press_link(QStringLiteral("Continue"));
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->runs_model()->rowCount() == 4; }, 20000));
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().is_active(); }, 20000));
  EXPECT_TRUE(QTest::qWaitFor([this] { return window->controller().progress().images_done > 300; }, 20000));
  EXPECT_EQ(window->parameters().current().adc_bits, 7);
}

TEST_F(StudyFile, AWindowThatNobodyUsedLeavesNothing) {
  open();
  ASSERT_TRUE(finish());
  window->close();
  window.reset();
  EXPECT_FALSE(left_session(folder / "state").has_value());
}

TEST_F(StudyFile, ContinuingKeepsWhatWasComputedMeanwhileAndTheFile) {
  const fs::path path = saved();
  window->parameters().set_value("random_noise_percent", 0.75);
  window->actions().run->trigger();
  ASSERT_TRUE(finish());
  window->close();
  window.reset();
  open();
  ASSERT_TRUE(wait_for_banner());
  ASSERT_TRUE(finish());
  window->parameters().set_value("random_noise_percent", 0.125);
  window->actions().run->trigger();
  ASSERT_TRUE(finish());
  const int rows = window->runs_model()->rowCount();
  press_link(QStringLiteral("Continue"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->runs_model()->rowCount() == rows + 6; }, 20000));
  EXPECT_EQ(window->files()->path().toStdString(), path.string());
  EXPECT_TRUE(window->files()->is_modified());
}

/// The first of its images at every point.
fs::path of_a_run_that_was_stopped(const fs::path& folder) {
  KeptRun run;
  run.spec = make_study_spec({}, {}, parse_sweep_axis("adc_bits=5:6"), {});
  run.provenance = test::FakeEvaluator().provenance();
  for (std::int16_t image = 0; image < 60; ++image) run.labels.push_back(static_cast<std::int16_t>(image % 10));
  std::vector<std::int16_t> first_block(60, -1);
  std::copy_n(run.labels.begin(), 4, first_block.begin());
  run.predictions.assign(2, first_block);
  run.seconds.assign(2, 1);
  fs::path path = folder / "stopped.acim";
  write_study(path, run, {});
  return path;
}

TEST_F(StudyFile, OpenedAndContinuedLaterKeepsWhatWasComputedSince) {
  const fs::path path = of_a_run_that_was_stopped(folder.path());
  open();
  ASSERT_TRUE(finish());
  window->files()->open(QString::fromStdString(path.string()));
  ASSERT_TRUE(wait_for_banner());
  ASSERT_EQ(window->runs_model()->rowCount(), 1);
  window->parameters().set_value("random_noise_percent", 0.75);
  window->actions().run->trigger();
  ASSERT_TRUE(finish());
  ASSERT_EQ(window->runs_model()->rowCount(), 2);
  press_link(QStringLiteral("Continue"));
  ASSERT_TRUE(finish());
  ASSERT_EQ(window->runs_model()->rowCount(), 2);
  for (const std::shared_ptr<RunRecord>& run : window->runs_model()->records()) {
    EXPECT_EQ(run->results.front().images, 60);
  }
  EXPECT_EQ(window->runs_model()->records().front()->spec.points.front().settings.macro.random_noise_percent, 0);
  EXPECT_EQ(window->parameters().current().random_noise_percent, 0) << "the knobs are of what goes on";
  EXPECT_EQ(window->status_strip()->note(), "");
}

TEST_F(StudyFile, OpenedAndContinuedLaterKeepsWhatIsStillComputed) {
  const fs::path path = of_a_run_that_was_stopped(folder.path());
  open(60, microseconds(4000));
  ASSERT_TRUE(wait_until_open());
  window->files()->open(QString::fromStdString(path.string()));
  ASSERT_TRUE(wait_for_banner());
  window->parameters().set_value("random_noise_percent", 0.75);
  window->actions().run->trigger();
  ASSERT_TRUE(QTest::qWaitFor([this] { return controller().progress().images_done > 8; }, kPatience));
  press_link(QStringLiteral("Continue"));
  ASSERT_TRUE(QTest::qWaitFor(
      [this] { return controller().spec().points.front().settings.macro.random_noise_percent == 0; }, kPatience));
  ASSERT_TRUE(finish());
  ASSERT_EQ(window->runs_model()->rowCount(), 2);
  EXPECT_EQ(window->runs_model()->records().front()->results.front().images, 60);
  EXPECT_GT(window->runs_model()->records().back()->results.front().images, 0);
}

TEST_F(StudyFile, OfAWindowLeftWithALessonOpensWithoutAnEmptyOne) {
  open();
  ASSERT_TRUE(finish());
  window->lessons()->open();
  const fs::path path = folder / "lesson.acim";
  window->files()->save_as(QString::fromStdString(path.string()));
  ASSERT_TRUE(QTest::qWaitFor([&] { return fs::exists(path); }, kPatience));
  window.reset();
  open();
  ASSERT_TRUE(finish());
  window->files()->open(QString::fromStdString(path.string()));
  ASSERT_TRUE(QTest::qWaitFor([this] { return !window->files()->path().isEmpty(); }, kPatience));
  EXPECT_FALSE(window->lessons()->is_open());
  EXPECT_TRUE(window->runs_panel()->isVisible());
}

TEST_F(StudyFile, OpenedAndSavedOverSinceIsNotContinuedAsWhatItIsNoMore) {
  const fs::path path = of_a_run_that_was_stopped(folder.path());
  open();
  ASSERT_TRUE(finish());
  window->files()->open(QString::fromStdString(path.string()));
  ASSERT_TRUE(wait_for_banner());
  window->parameters().set_value("random_noise_percent", 0.75);
  window->actions().run->trigger();
  ASSERT_TRUE(finish());
  window->actions().save->trigger();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !window->files()->is_modified(); }, 20000));
  press_link(QStringLiteral("Continue"));
  EXPECT_EQ(window->files_banner()->title(), "Its file was saved since");
  EXPECT_EQ(window->runs_model()->rowCount(), 2);
}

TEST_F(StudyFile, StartFreshForgets) {
  open();
  ASSERT_TRUE(finish());
  window->runs_model()->rename(window->runs_model()->id_of_row(0), QStringLiteral("mine"));
  window->close();
  window.reset();
  ASSERT_TRUE(left_session(folder / "state").has_value());
  open();
  ASSERT_TRUE(wait_for_banner());
  press_link(QStringLiteral("Start fresh"));
  EXPECT_FALSE(window->files_banner()->isVisible());
  window->close();
  window.reset();
  EXPECT_FALSE(left_session(folder / "state").has_value());
}

TEST_F(StudyFile, DamagedMarksOfAnUnsavedRunCostTheMarkAndNotTheRun) {
  const fs::path path = saved();
  const fs::path session = folder / "session";
  fs::create_directories(session);
  {
    const auto store = StudyStore::open(path);
    StudyExtras extras = store->extras();
    auto notes = nlohmann::json::parse(extras.window);
    const auto note_run = [&](int id, const nlohmann::json& curves) {
      add_blocks(*StudyStore::create(SessionFolder::run_file(session, id), store->spec(), store->provenance()),
                 kept_run(*store));
      notes["runs"].push_back({{"id", id}, {"place", -1}, {"curves", curves}});
    };
    note_run(7, {{{"name", 5}, {"note", "still there"}, {"pinned", "yes"}, {"color", {}}}, 3});
    note_run(8, "none");
    note_run(9, {{{"name", "whole"}}});
    extras.window = notes.dump();
    const auto damaged = StudyStore::create(session / "study.acim", store->spec(), store->provenance(), extras);
    add_blocks(*damaged, kept_run(*store));
  }
  const StudyDocument document = read_session(session);
  ASSERT_EQ(document.runs.size(), 5U);
  EXPECT_EQ(document.runs[0]->marks[0].name.toStdString(), "whole");
  EXPECT_EQ(document.runs[1]->marks[0], CurveMarks());
  EXPECT_EQ(document.runs[2]->marks[0].note.toStdString(), "still there");
  EXPECT_TRUE(document.runs[2]->marks[0].name.isEmpty());
  EXPECT_FALSE(document.runs[2]->marks[0].pinned);
  EXPECT_EQ(document.runs[2]->marks[1], CurveMarks());
}

/// The part of the test below that is killed: a window of its own process that finishes one run, names it, and is in
/// the middle of another.
TEST_F(StudyFile, DISABLED_Victim) {
  const fs::path state = qEnvironmentVariable("ACIM_VICTIM_STATE").toStdString();
  WindowOptions options;
  options.x = parse_sweep_axis("adc_bits=4:5");
  options.state_folder = state;
  options.threads = 1;
  window = std::make_unique<MainWindow>(test::fake_factory(400, microseconds(4000)), options, &theme);
  window->show();
  ASSERT_TRUE(finish());
  window->runs_model()->rename(window->runs_model()->id_of_row(0), QStringLiteral("the first"));
  window->parameters().set_value("random_noise_percent", 0.25);
  window->actions().run->trigger();
  QTest::qWait(60000);
}

TEST_F(StudyFile, AKilledProgramLosesAtMostTheRunningRound) {
  const fs::path state = folder / "state";
  QProcess victim;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("ACIM_VICTIM_STATE"), QString::fromStdString(state.string()));
  victim.setProcessEnvironment(environment);
  victim.start(QApplication::applicationFilePath(), {QStringLiteral("--gtest_also_run_disabled_tests"),
                                                     QStringLiteral("--gtest_filter=StudyFile.DISABLED_Victim")});
  ASSERT_TRUE(victim.waitForStarted());
  const fs::path session = state / "session-0001";
  // Killed in the middle of the second run, with rounds of it on disk.
  const auto size_of_run = [&] {
    std::error_code missing;
    const auto bytes = fs::file_size(SessionFolder::run_file(session, 2).string() + "-wal", missing);
    return missing ? 0 : bytes;
  };
  const auto name_is_kept = [&] {
    const fs::path study = session / "study.acim";
    return fs::exists(study) && read_text_file(study).find("the first") != std::string::npos;
  };
  ASSERT_TRUE(QTest::qWaitFor([&] { return size_of_run() > 20000 && name_is_kept(); }, 60000));
  ::kill(static_cast<pid_t>(victim.processId()), SIGKILL);
  ASSERT_TRUE(victim.waitForFinished());

  open(400, microseconds(200));
  ASSERT_TRUE(wait_for_banner());
  EXPECT_THAT(window->files_banner()->text().toStdString(), testing::HasSubstr("of 400 images of 2 points"));
  press_link(QStringLiteral("Continue"));
  const auto name_of_last = [this] { return window->runs_model()->name(window->runs_model()->id_of_row(1)); };
  ASSERT_TRUE(QTest::qWaitFor([&] { return name_of_last() == QStringLiteral("the first"); }, 20000));
  EXPECT_EQ(window->runs_model()->rowCount(), 2);
  EXPECT_DOUBLE_EQ(window->parameters().current().random_noise_percent, 0.25);
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().is_active(); }, 20000));
  ASSERT_TRUE(finish());
  // The same numbers as a run that nobody interrupted.
  const test::FakeEvaluator fake(400);
  const RunRecord& run = *window->runs_model()->records().front();
  for (std::size_t point = 0; point < run.spec.points.size(); ++point) {
    const std::vector<float> logits = fake.evaluate(run.spec.points[point].settings, 0, 400, {});
    std::int64_t correct = 0;
    for (std::size_t image = 0; image < 400; ++image) correct += logits[image * 10 + image % 10] > 0 ? 1 : 0;
    EXPECT_EQ(run.results[point].images, 400);
    EXPECT_EQ(run.results[point].correct, correct);
  }
  EXPECT_TRUE(QTest::qWaitFor([&] { return !fs::exists(session); }, 20000)) << "what was taken over is still there";
}

TEST(DroppedFile, IsKnownByItsNameAndContents) {
  const test::TemporaryFolder folder;
  const QString root = QString::fromStdString(folder.path().string());
  const auto kind = [](const QString& path) { return dropped_file(path).kind; };
  using Kind = DroppedFile::Kind;
  EXPECT_EQ(kind(root + QStringLiteral("/s.acim")), Kind::study);
  EXPECT_EQ(kind(root + QStringLiteral("/resnet.PT")), Kind::network);
  EXPECT_EQ(kind(root + QStringLiteral("/r.safetensors")), Kind::network);
  EXPECT_EQ(kind(root + QStringLiteral("/notes.txt")), Kind::unknown);
  EXPECT_EQ(dropped_file(QStringLiteral("/d/cifar-10-binary.tar.gz")).text.toStdString(),
            "cifar10:/d/cifar-10-binary.tar.gz");
  EXPECT_EQ(dropped_file(QStringLiteral("/d/cifar-100-binary.tar.gz")).text.toStdString(),
            "cifar100:/d/cifar-100-binary.tar.gz");
  EXPECT_EQ(kind(root), Kind::unknown);
  QDir(root).mkpath(QStringLiteral("val/n01440764"));
  EXPECT_EQ(dropped_file(root + QStringLiteral("/val")).text,
            QStringLiteral("imagenet:") + root + QStringLiteral("/val"));
  std::ofstream(folder / "val" / "test.bin") << "x";
  EXPECT_TRUE(dropped_file(root + QStringLiteral("/val")).text.startsWith(QStringLiteral("cifar100:")));
}

TEST_F(StudyFile, ADroppedNetworkOpensAndAnythingElseIsSaid) {
  open();
  ASSERT_TRUE(finish());
  window->open_file(QStringLiteral("/nets/other.pt"));
  EXPECT_TRUE(QTest::qWaitFor([this] { return window->controller().subject().network == "/nets/other.pt"; }, 20000));
  window->open_file(QStringLiteral("/nets/readme.txt"));
  EXPECT_TRUE(window->files_banner()->isVisible());
  EXPECT_THAT(window->files_banner()->title().toStdString(), testing::HasSubstr("readme.txt"));
}

/// As the window system does it: who says yes to the first of a drag's events gets all of them.
TEST_F(StudyFile, TheWindowGetsWhatIsDroppedOnAnyChart) {
  open();
  ASSERT_TRUE(finish());
  for (const ChartView view : {ChartView::accuracy, ChartView::tradeoff, ChartView::energy, ChartView::confusion}) {
    window->chart_panel()->show_view(view);
    QWidget* at = window->childAt(window->chart_panel()->mapTo(window.get(), window->chart_panel()->rect().center()));
    while (at != window.get() && !at->acceptDrops()) at = at->parentWidget();
    EXPECT_EQ(at, window.get()) << at->metaObject()->className();
  }
}

TEST_F(StudyFile, OpensSomethingElseAndTheOldErrorGoes) {
  open();
  ASSERT_TRUE(finish());
  window->open_file(QStringLiteral("/nets/readme.txt"));
  ASSERT_TRUE(window->files_banner()->isVisible());
  window->open_file(QStringLiteral("/nets/other.pt"));
  EXPECT_FALSE(window->files_banner()->isVisible());
}

TEST_F(StudyFile, OpenedOverARunItsCurveIsOfTheKnobs) {
  const fs::path path = saved();
  window->parameters().set_value("random_noise_percent", 2.0);
  window->actions().run->trigger();
  ASSERT_TRUE(finish());
  const auto note = [this] { return window->status_strip()->note().toStdString(); };
  window->files()->open(QString::fromStdString(path.string()));
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->runs_model()->rowCount() == 4; }, 20000));
  EXPECT_EQ(note(), "");
  window->parameters().set_value("random_noise_percent", 1.0);
  EXPECT_THAT(note(), testing::HasSubstr("other settings"));
  window->actions().new_study->trigger();
  EXPECT_EQ(note(), "");
}

TEST_F(StudyFile, IsSavedThoughItsNetworkIsNotHere) {
  const fs::path path = of_a_missing_network();
  open(60, {}, path.string());
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->chart_panel()->banner()->isVisible(); }, 20000));
  ASSERT_FALSE(window->controller().is_open());
  ASSERT_EQ(window->runs_model()->rowCount(), 1);
  EXPECT_TRUE(window->actions().save_study->isEnabled());
  ASSERT_TRUE(window->actions().save->isEnabled());
  window->runs_model()->set_note(window->runs_model()->id_of_row(0), QStringLiteral("of a network that is gone"));
  window->actions().save->trigger();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !window->files()->is_modified(); }, 20000));
  const StudyDocument again = read_study(path);
  EXPECT_EQ(again.subject.network, "broken");
  EXPECT_EQ(again.runs.front()->marks.front().note, QStringLiteral("of a network that is gone"));
}

TEST_F(StudyFile, KeepsItsMissingNetworkBesideAnotherThatIsOpen) {
  const fs::path path = of_a_missing_network();
  open();
  ASSERT_TRUE(finish());
  window->files()->open(QString::fromStdString(path.string()));
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->chart_panel()->banner()->isVisible(); }, 20000));
  ASSERT_TRUE(window->controller().is_open()) << "what was open stays";
  EXPECT_EQ(window->study().subject.network, "broken");
  EXPECT_FALSE(window->chart_panel()->chart()->plan().empty()) << "its curve is not seen";
  window->runs_model()->set_note(window->runs_model()->id_of_row(0), QStringLiteral("looked at"));
  ASSERT_TRUE(window->files()->is_modified());
  window->actions().save->trigger();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !window->files()->is_modified(); }, 20000));
  EXPECT_EQ(read_study(path).subject.network, "broken");
  // A new one begins with what is open, and so does a run.
  window->actions().new_study->trigger();
  EXPECT_EQ(window->study().subject.network, "demo");
  EXPECT_FALSE(window->controller().is_loading());
  window->files()->open(QString::fromStdString(path.string()));
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->runs_model()->rowCount() == 1; }, 20000));
  ASSERT_TRUE(QTest::qWaitFor([this] { return !window->controller().is_loading(); }, 20000));
  window->actions().run->trigger();
  ASSERT_TRUE(wait_for(StudyState::finished));
  EXPECT_EQ(window->study().subject.network, "demo");
}

TEST_F(StudyFile, ANewOneNeedsNeitherTheNetworkAgainNorTheEndOfASweep) {
  WindowOptions options;
  options.x = parse_sweep_axis("adc_bits=4:6");
  int opened = 0;
  window = std::make_unique<MainWindow>(test::fake_factory(100000, microseconds(500)), options, &theme);
  QObject::connect(&window->controller(), &StudyController::opened, [&opened] { ++opened; });
  window->show();
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().progress().images_done > 0; }, 20000));
  ASSERT_EQ(opened, 1);
  ASSERT_FALSE(window->chart_panel()->chart()->plan().empty());
  window->actions().new_study->trigger();
  EXPECT_TRUE(window->controller().results().empty());
  EXPECT_EQ(window->controller().state(), StudyState::ready);
  EXPECT_TRUE(window->chart_panel()->chart()->plan().empty());
  EXPECT_EQ(window->runs_model()->rowCount(), 0);
  EXPECT_FALSE(window->actions().export_csv->isEnabled());
  QTest::qWait(100);  // What of the sweep was on its way.
  EXPECT_EQ(window->runs_model()->rowCount(), 0);
  EXPECT_TRUE(window->controller().results().empty());
  window->actions().run->trigger();
  EXPECT_TRUE(QTest::qWaitFor([this] { return window->controller().progress().images_done > 0; }, 20000));
  EXPECT_EQ(window->runs_model()->rowCount(), 1);
  EXPECT_EQ(opened, 1);
}

}  // namespace
}  // namespace acim::ui
