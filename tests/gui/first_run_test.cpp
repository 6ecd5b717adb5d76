#include "ui/window/first_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <fstream>
#include <memory>

#include "fake_evaluator.h"
#include "test_files.h"
#include "ui/model/study_writer.h"
#include "ui/window/main_window.h"

namespace acim::ui {
namespace {

using testing::HasSubstr;

/// A window that is started with a file, and what its first run came to.
class Start : public testing::Test {
 protected:
  Start() {
    theme.apply(ThemeChoice::light);
    options.x = parse_sweep_axis("adc_bits=4:6");
  }
  /// "finished", "stopped", or the words of the failure.
  std::string outcome(const std::string& file = {}) {
    options.study = file;
    window = std::make_unique<MainWindow>(test::fake_factory(60), options, &theme);
    window->show();
    std::string outcome;
    const FirstRun run(window.get());
    QObject::connect(&run, &FirstRun::ended, window.get(), [&] {
      EXPECT_TRUE(outcome.empty());
      EXPECT_FALSE(window->controller().is_loading());
      outcome = window->controller().state() == StudyState::finished ? "finished" : "stopped";
    });
    QObject::connect(&run, &FirstRun::failed, window.get(), [&](const ErrorText& error) {
      EXPECT_TRUE(outcome.empty());
      kind = error.kind;
      outcome = error.details.toStdString();
    });
    EXPECT_TRUE(QTest::qWaitFor([&] { return !outcome.empty(); }, 20000));
    QTest::qWait(60);  // Nothing comes twice.
    return outcome;
  }
  /// A study of the window's sweep, of which `images` are done at each point; 0: none.
  std::string study(std::size_t images) {
    KeptRun run;
    run.spec = make_study_spec({}, {}, options.x, {});
    if (images > 0) run.labels.assign(60, 1);
    for (std::size_t point = 0; point < run.spec.points.size(); ++point) {
      run.predictions.emplace_back(run.labels.size(), std::int16_t{-1});
      std::fill_n(run.predictions.back().begin(), images, std::int16_t{1});
      run.seconds.push_back(1);
    }
    const std::filesystem::path path = folder / ("study" + std::to_string(images) + ".acim");
    write_study(path, run, {});
    return path.string();
  }

  test::TemporaryFolder folder;
  Theme theme;
  WindowOptions options;
  std::unique_ptr<MainWindow> window;
  ErrorKind kind = ErrorKind::internal;
};

TEST_F(Start, EndsWithTheFirstSweep) {
  EXPECT_EQ(outcome(), "finished");
  EXPECT_EQ(window->controller().generation(), 1);
}

TEST_F(Start, ANetworkAsTheFileIsOpenedAndSwept) {
  EXPECT_EQ(outcome("/nets/other.pt"), "finished");
  EXPECT_EQ(window->controller().subject().network, "/nets/other.pt");
}

TEST_F(Start, AStudyIsThereWhenItsNetworkIsOpenAndNothingRunsAnew) {
  EXPECT_EQ(outcome(study(60)), "finished");
  EXPECT_TRUE(window->controller().is_open());
  EXPECT_EQ(window->controller().generation(), window->runs_model()->records().front()->id);
  EXPECT_FALSE(window->controller().has_runner());
}

TEST_F(Start, AStudyThatIsNotCompleteIsStopped) {
  EXPECT_EQ(outcome(study(40)), "stopped");
  EXPECT_TRUE(window->controller().is_open());
}

TEST_F(Start, AStudyWithoutARunGetsOne) {
  EXPECT_EQ(outcome(study(0)), "finished");
  EXPECT_EQ(window->controller().results().front().images, 60);
}

TEST_F(Start, AStudyWithoutARunWaitsForItsUser) {
  options.study = study(0);
  window = std::make_unique<MainWindow>(test::fake_factory(60), options, &theme);
  window->show();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->controller().is_open(); }, 20000));
  QTest::qWait(100);
  EXPECT_EQ(window->controller().state(), StudyState::ready);
  EXPECT_FALSE(window->controller().is_active());
  EXPECT_FALSE(window->controller().has_runner());
}

TEST_F(Start, WhatCannotBeOpenedFailsWithTheReason) {
  EXPECT_THAT(outcome((folder / "none.acim").string()), HasSubstr("none.acim"));
  EXPECT_EQ(kind, ErrorKind::input);
  std::ofstream(folder / "damaged.acim") << "no study";
  EXPECT_THAT(outcome((folder / "damaged.acim").string()), HasSubstr("damaged.acim"));
  EXPECT_EQ(kind, ErrorKind::input);
  EXPECT_THAT(outcome("/notes.txt"), HasSubstr("notes.txt is nothing that can be opened"));
  EXPECT_EQ(kind, ErrorKind::input);
  options.subject.network = "broken";
  EXPECT_THAT(outcome(), HasSubstr("11.2 of 44.8 MB"));
  EXPECT_EQ(kind, ErrorKind::input);
}

TEST_F(Start, SettingsThatCannotRunFailWithTheReason) {
  options.settings.macro.encoding_bits = 8;
  options.settings.macro.activation_bits = 4;
  EXPECT_THAT(outcome(), HasSubstr("encoding_bits"));
  EXPECT_EQ(kind, ErrorKind::usage);
}

#ifdef ACIM_EXPLORER_PROGRAM
struct ProgramEnd {
  int code = -1;
  std::string errors;
};

ProgramEnd explorer(const QStringList& arguments) {
  QProcess program;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
  program.setProcessEnvironment(environment);
  program.start(QStringLiteral(ACIM_EXPLORER_PROGRAM), arguments);
  if (!program.waitForFinished(60000)) {
    program.kill();
    program.waitForFinished();
    return {-1, "it does not end"};
  }
  return {program.exitCode(), program.readAllStandardError().toStdString()};
}

TEST(ExplorerProgram, EndsWithTheReasonWhenItIsToLeaveByItself) {
  const ProgramEnd missing = explorer({QStringLiteral("/nowhere/s.acim"), QStringLiteral("--quit-after-run")});
  EXPECT_EQ(missing.code, 3) << missing.errors;
  EXPECT_THAT(missing.errors, HasSubstr("s.acim"));
}

TEST(ExplorerProgram, RefusesALessonThatIsNoneAndNamesThoseThereAre) {
  const ProgramEnd end = explorer({QStringLiteral("--lesson"), QStringLiteral("99")});
  EXPECT_EQ(end.code, 2);
  EXPECT_THAT(end.errors, HasSubstr("There is no lesson 99"));
  EXPECT_THAT(end.errors, HasSubstr("4 (One LSB of noise)"));
  const ProgramEnd both = explorer(
      {QStringLiteral("--lesson"), QStringLiteral("1"), QStringLiteral("--x"), QStringLiteral("rows=31:255:32")});
  EXPECT_EQ(both.code, 2);
  EXPECT_THAT(both.errors, HasSubstr("--lesson"));
}
#endif

}  // namespace
}  // namespace acim::ui
