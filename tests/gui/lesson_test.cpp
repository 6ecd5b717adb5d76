#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <memory>

#include "fake_evaluator.h"
#include "test_files.h"
#include "ui/model/lesson_answer.h"
#include "ui/model/lesson_library.h"
#include "ui/panel/banner.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/knob_row.h"
#include "ui/panel/lesson_panel.h"
#include "ui/panel/macro_form.h"
#include "ui/panel/sweep_bar.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/main_window.h"

namespace acim::ui {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string kHeader =
    "---\nacim-lesson: 1\ntitle: Bits\nset: random_noise_percent=0.1\nx: adc_bits=4:8\nfamily: encoding_bits=1,4\n"
    "images: 100\nanswer: first-within\nanswer-points: 5\n";
const std::string kBody = "---\nHello *you*.\n\n## Question\nHow many?\n\n## Finding\nSome.\n";

std::string refusal(const std::string& text) {
  try {
    parse_lesson(text, "folder/my.md");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return "nothing was wrong";
}

TEST(LessonFile, SaysSettingsSweepQuestionAndTexts) {
  const Lesson lesson =
      parse_lesson(kHeader + "reading: 8, 4 | 65.5 | eight\nreading: 4 | - | four\n" + kBody, "a/my.md");
  EXPECT_EQ(lesson.name, "my");
  EXPECT_EQ(lesson.title, "Bits");
  EXPECT_THAT(lesson.introduction, HasSubstr("Hello *you*."));
  EXPECT_EQ(lesson.question_text, "How many?\n\n");
  EXPECT_EQ(lesson.finding, "Some.\n");
  EXPECT_EQ(lesson.settings.macro.random_noise_percent, 0.1);
  EXPECT_EQ(lesson.spec.points.size(), 10U);
  EXPECT_EQ(lesson.spec.subject.images, 100);
  EXPECT_THAT(lesson.knobs, ElementsAre("adc_bits", "encoding_bits"));
  ASSERT_EQ(lesson.readings.size(), 2U);
  EXPECT_EQ(lesson.readings[0].curve, "4");
  EXPECT_EQ(lesson.readings[0].paper_percent, 65.5);
  EXPECT_FALSE(lesson.readings[1].paper_percent.has_value());
}

TEST(LessonFile, TellsWhatIsWrongAndInWhichLine) {
  EXPECT_THAT(refusal(""), HasSubstr("folder/my.md"));
  EXPECT_THAT(refusal("# Title\n"), HasSubstr("does not begin with its header"));
  EXPECT_THAT(refusal("---\ntitle: x\n"), HasSubstr("no end"));
  EXPECT_THAT(refusal(kHeader + "colour: red\n" + kBody), HasSubstr("line 10"));
  EXPECT_THAT(refusal(kHeader + "title: twice\n" + kBody), HasSubstr("title is given twice"));
  EXPECT_THAT(refusal(kHeader + "knobs: adc_bit\n" + kBody), HasSubstr("adc_bits"));
  EXPECT_THAT(refusal(kHeader + "answer-curve: 3\n" + kBody), HasSubstr("no curve \"3\""));
  EXPECT_THAT(refusal(kHeader + "reading: 9 | 1 | far\n" + kBody), HasSubstr("\"9\""));
  EXPECT_THAT(refusal(kHeader + "reading: 8 | 101 | far\n" + kBody), HasSubstr("not a number from 0 to 100"));
  EXPECT_THAT(refusal(kHeader + "answer-scale: nan\n" + kBody), HasSubstr("\"nan\""));
  EXPECT_THAT(refusal(kHeader + "---\nNo question.\n"), HasSubstr("asks nothing"));
  EXPECT_THAT(refusal(kHeader + kBody + "## Extra\n"), HasSubstr("\"Extra\" is no section"));
  std::string more = kHeader;
  more.replace(more.find("adc_bits=4:8"), 12, "adc_range_percent=1:100:0.1");
  EXPECT_THAT(refusal(more + kBody), HasSubstr("200 points"));
  std::string words = kHeader;
  words.replace(words.find("adc_bits=4:8"), 12, "voting_rule=mode,mean");
  EXPECT_THAT(refusal(words + kBody), HasSubstr("no numbers"));
  EXPECT_THAT(refusal(std::string(kLongestLesson + 1, 'x')), HasSubstr("longer than"));
  EXPECT_THAT(refusal(std::string("---\n\0", 5)), HasSubstr("no text"));
}

std::vector<PointResult> results(const std::vector<int>& correct) {
  std::vector<PointResult> made;
  for (const int count : correct) made.push_back({100, count, 0});
  return made;
}

TEST(LessonAnswer, IsReadFromTheStudentsOwnCurve) {
  Lesson lesson = parse_lesson(kHeader + kBody, "my.md");
  const auto run = results({10, 20, 60, 86, 90, 10, 10, 10, 20, 90});
  const auto value = [&] { return measured_answer(lesson, run).value().value; };
  EXPECT_EQ(value(), 7);
  lesson.question.curve = "4";
  EXPECT_EQ(value(), 8);
  lesson.question.ask = LessonAsk::extra;
  lesson.question.against = "1";
  EXPECT_EQ(value(), 1);
  lesson.question.ask = LessonAsk::last_within;
  EXPECT_EQ(value(), 8);
  lesson.question.ask = LessonAsk::accuracy;
  lesson.question.curve = "1";
  lesson.question.at = "7";
  EXPECT_EQ(value(), 86);
  const MeasuredAnswer measured = measured_answer(lesson, run).value();
  EXPECT_TRUE(is_right(measured, 90));  // Within the interval of 100 images.
  EXPECT_FALSE(is_right(measured, 70));
}

TEST(LessonAnswer, WhereACurveLostPointsIsInterpolated) {
  Lesson lesson = parse_lesson(kHeader + kBody, "my.md");
  lesson.question.ask = LessonAsk::lost;
  lesson.question.scale = 2;
  const auto measured = measured_answer(lesson, results({90, 90, 80, 70, 60, 0, 0, 0, 0, 0}));
  ASSERT_TRUE(measured.has_value());
  EXPECT_DOUBLE_EQ(measured->value, 2 * 5.5);
  EXPECT_DOUBLE_EQ(measured->tolerance, 1);
  EXPECT_FALSE(measured_answer(lesson, results({90, 90, 90, 90, 90, 0, 0, 0, 0, 0})).has_value());
}

TEST(LessonAnswer, IsMissingWhileAPointHasNoImages) {
  const Lesson lesson = parse_lesson(kHeader + kBody, "my.md");
  auto run = results({10, 20, 60, 86, 90, 10, 10, 10, 20, 90});
  run[2] = {};
  EXPECT_FALSE(measured_answer(lesson, run).has_value());
  EXPECT_FALSE(measured_answer(lesson, {}).has_value());
}

TEST(Lessons, EachThatComesWithTheProgramIsOne) {
  const LessonLibrary library = load_lessons({QStringLiteral(":/lessons")}, QStringLiteral("en"));
  for (const ErrorText& problem : library.problems) ADD_FAILURE() << problem.details.toStdString();
  ASSERT_EQ(library.lessons.size(), 7U);
  for (const Lesson& lesson : library.lessons) {
    EXPECT_FALSE(lesson.why.empty()) << lesson.title;
    EXPECT_FALSE(lesson.finding.empty()) << lesson.title;
    EXPECT_FALSE(lesson.source.empty()) << lesson.title;
    EXPECT_FALSE(lesson.readings.empty()) << lesson.title;
  }
  EXPECT_EQ(library.lessons[3].title, "One LSB of noise");
}

TEST(Lessons, OnesOwnFileTakesThePlaceOfTheSameNameAndABrokenOneIsNamed) {
  const test::TemporaryFolder folder;
  const auto write = [&](const char* name, const std::string& text) {
    QFile file(QString::fromStdString((folder.path() / name).string()));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text.data(), static_cast<qint64>(text.size()));
  };
  write("1-adc-bits.md", kHeader + kBody);
  write("broken.md", "nothing");
  const LessonLibrary library =
      load_lessons({QStringLiteral(":/lessons"), QString::fromStdString(folder.path().string())}, QStringLiteral("en"));
  ASSERT_EQ(library.lessons.size(), 7U);
  EXPECT_EQ(library.lessons[0].title, "Bits");
  ASSERT_EQ(library.problems.size(), 1U);
  EXPECT_THAT(library.problems[0].title.toStdString(), HasSubstr("broken.md"));
}

class LessonWindow : public testing::Test {
 protected:
  LessonWindow() {
    theme.apply(ThemeChoice::light);
    window = std::make_unique<MainWindow>(test::fake_factory(100), WindowOptions{}, &theme);
    window->resize(1440, 900);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    finished();
  }
  void finished() {
    EXPECT_TRUE(QTest::qWaitFor(
        [this] { return !window->controller().is_loading() && window->controller().state() == StudyState::finished; },
        20000));
  }
  LessonPanel& panel() { return *window->lessons()->panel(); }
  bool visible(const char* dock) const { return window->findChild<QDockWidget*>(QLatin1String(dock))->isVisible(); }
  void type_answer(const QString& text) {
    panel().answer_field()->setFocus();
    panel().answer_field()->selectAll();
    QTest::keyClicks(panel().answer_field(), text);
    QTest::mouseClick(panel().check_button(), Qt::LeftButton);
  }

  Theme theme;
  std::unique_ptr<MainWindow> window;
};

TEST_F(LessonWindow, AWholeLessonByClicksAndKeys) {
  QTest::keyClick(window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
  ASSERT_TRUE(panel().isVisible());
  EXPECT_TRUE(window->actions().lesson->isChecked());
  EXPECT_FALSE(visible("runs_dock"));
  EXPECT_TRUE(window->form()->row("adc_bits")->in_lesson());
  EXPECT_FALSE(window->form()->row("rows")->in_lesson());

  type_answer(QStringLiteral("8"));
  EXPECT_EQ(panel().verdict()->kind(), BannerKind::info);  // Run first.
  EXPECT_TRUE(panel().verdict()->isVisible());

  QTest::mouseClick(panel().run_button(), Qt::LeftButton);
  EXPECT_TRUE(QTest::qWaitFor([&] { return is_run_of(*panel().lesson(), window->controller().spec()); }, 10000));
  finished();
  EXPECT_EQ(window->chart_panel()->sweep_bar()->x().key, "adc_bits");
  EXPECT_EQ(window->controller().subject().images, 300);
  EXPECT_FALSE(panel().verdict()->isVisible()) << "what was to do first is done";

  const double right = measured_answer(*panel().lesson(), window->controller().results()).value().value;
  type_answer(QStringLiteral("many"));
  EXPECT_EQ(panel().verdict()->kind(), BannerKind::warning);
  type_answer(QString::number(right + 1));
  EXPECT_EQ(panel().verdict()->kind(), BannerKind::warning);
  const auto* why = panel().findChild<QLabel*>(QStringLiteral("lesson_why"));
  const auto* paper = panel().findChild<QFrame*>(QStringLiteral("lesson_paper"));
  const auto* finding = panel().findChild<QLabel*>(QStringLiteral("lesson_finding"));
  EXPECT_FALSE(paper->isVisibleTo(&panel())) << "would give the answer away";
  EXPECT_FALSE(finding->isVisibleTo(&panel()));
  EXPECT_FALSE(why->isVisible());
  type_answer(QString::number(right));
  EXPECT_EQ(panel().verdict()->kind(), BannerKind::good);
  EXPECT_TRUE(why->isVisible());
  EXPECT_TRUE(paper->isVisibleTo(&panel()));
  EXPECT_TRUE(finding->isVisibleTo(&panel()));
  theme.apply(ThemeChoice::dark);
  EXPECT_TRUE(finding->isVisibleTo(&panel()));

  QTest::mouseClick(panel().next_button(), Qt::LeftButton);
  EXPECT_EQ(panel().index(), 1);
  EXPECT_FALSE(paper->isVisibleTo(&panel()));
  EXPECT_FALSE(panel().verdict()->isVisible());
  EXPECT_TRUE(window->form()->row("rows")->in_lesson());

  QTest::mouseClick(panel().findChild<QToolButton*>(QStringLiteral("close_lesson")), Qt::LeftButton);
  EXPECT_FALSE(panel().isVisible());
  EXPECT_TRUE(visible("runs_dock"));
  EXPECT_FALSE(window->form()->row("rows")->in_lesson());
  window->parameters().undo_stack().undo();
}

TEST_F(LessonWindow, ShowsItsTextsAndNotTheirMarkup) {
  for (int lesson = 1; lesson <= 7; ++lesson) {
    window->lessons()->start(lesson);
    int formatted = 0;
    for (QLabel* label : window->findChildren<QLabel*>()) {
      label->ensurePolished();
      const bool markup = Qt::mightBeRichText(label->text());
      EXPECT_FALSE(markup && label->textFormat() == Qt::PlainText) << label->text().toStdString();
      formatted += markup && panel().isAncestorOf(label) ? 1 : 0;
    }
    EXPECT_GT(formatted, 0) << lesson;
  }
}

TEST_F(LessonWindow, OtherSettingsAreNoRunOfTheLesson) {
  window->lessons()->start(1);
  EXPECT_TRUE(QTest::qWaitFor([&] { return is_run_of(*panel().lesson(), window->controller().spec()); }, 10000));
  finished();
  window->parameters().set_value("rows", std::int64_t{127});
  window->run();
  finished();
  EXPECT_FALSE(is_run_of(*panel().lesson(), window->controller().spec()));
  type_answer(QStringLiteral("8"));
  EXPECT_EQ(panel().verdict()->kind(), BannerKind::info);
}

TEST_F(LessonWindow, RunsOnAsManyImagesAsItIsStartedWith) {
  window->lessons()->start(2, 50);
  EXPECT_EQ(panel().index(), 1);
  EXPECT_TRUE(QTest::qWaitFor([&] { return is_run_of(*panel().lesson(), window->controller().spec()); }, 10000));
  finished();
  EXPECT_EQ(window->controller().results().front().images, 50);
}

TEST_F(LessonWindow, ANumberWithoutALessonIsRefusedAndNothingOpens) {
  try {
    window->lessons()->start(99);
    ADD_FAILURE() << "lesson 99 was opened";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.what(), HasSubstr("7 ("));
  }
  EXPECT_FALSE(window->lessons()->is_open());
}

TEST_F(LessonWindow, EveryControlHasANameAndTakesTheKeyboard) {
  window->lessons()->open();
  for (const QWidget* control :
       std::initializer_list<QWidget*>{panel().answer_field(), panel().run_button(), panel().check_button(),
                                       panel().next_button(), panel().back_button()}) {
    EXPECT_NE(control->focusPolicy() & Qt::TabFocus, 0);
  }
  EXPECT_FALSE(panel().answer_field()->accessibleName().isEmpty());
  EXPECT_FALSE(panel().answer_field()->accessibleDescription().isEmpty());
}

}  // namespace
}  // namespace acim::ui
