#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <array>

#include "ui/chart/accuracy_chart.h"
#include "ui/chart/chart_axes.h"
#include "ui/model/axis_values.h"
#include "ui/model/runs_model.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/sweep_bar.h"
#include "ui/panel/values_button.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

using std::chrono::microseconds;
using testing::ElementsAre;

class Sweep : public testing::Test {
 protected:
  Sweep() {
    theme.apply(ThemeChoice::light);
    bar.show();
  }

  Theme theme;
  const Parameters parameters;
  SweepBar bar{&parameters, &theme};
};

TEST_F(Sweep, IsReadFromItsFields) {
  int changes = 0;
  QObject::connect(&bar, &SweepBar::axes_changed, [&changes] { ++changes; });
  const auto fields = bar.findChildren<QLineEdit*>();
  QLineEdit* from = fields.at(0);
  from->setFocus();
  from->selectAll();
  QTest::keyClicks(from, "6");
  QTest::keyClick(from, Qt::Key_Return);
  EXPECT_EQ(bar.x(), parse_sweep_axis("adc_bits=6:10"));
  EXPECT_EQ(changes, 1);
  from->selectAll();
  QTest::keyClicks(from, "77");
  QTest::keyClick(from, Qt::Key_Return);
  EXPECT_FALSE(bar.valid());
  EXPECT_EQ(bar.x(), parse_sweep_axis("adc_bits=6:10"));
  EXPECT_EQ(changes, 1);
}

/// In a row or in two, from a narrow window with a lesson to a wide one.
TEST_F(Sweep, NoNumberIsCut) {
  bar.set_axes(parse_sweep_axis("random_noise_percent=0:0.225:0.0125"), parse_sweep_axis("encoding_bits=1,2,4,8"));
  int least_height = 1000;
  int most_height = 0;
  for (int width = bar.minimumSizeHint().width(); width < 1300; width += 37) {
    bar.resize(width, bar.minimumSizeHint().height());
    QApplication::processEvents();
    least_height = std::min(least_height, bar.minimumSizeHint().height());
    most_height = std::max(most_height, bar.minimumSizeHint().height());
    int right = 0;
    for (const QLineEdit* field : bar.findChildren<QLineEdit*>()) {
      if (!field->isVisible()) continue;
      EXPECT_LE(field->fontMetrics().horizontalAdvance(field->text()) + 8, field->width())
          << field->accessibleName().toStdString() << " at " << width;
      right = std::max(right, field->mapTo(&bar, QPoint(field->width(), 0)).x());
    }
    EXPECT_LE(right, width);
    EXPECT_EQ(bar.findChild<QToolButton*>(QStringLiteral("more_points"))->visibleRegion().boundingRect().width(),
              bar.findChild<QToolButton*>(QStringLiteral("more_points"))->width())
        << width;
  }
  EXPECT_GT(most_height, least_height);  // Two rows, and one.
}

/// As wide as beside a lesson in a window of 1280.
TEST_F(Sweep, AListOfNumbersIsShownWhole) {
  bar.set_axes(parse_sweep_axis("adc_range_percent=5,10,15,20,30,40,60,80,100"), {});
  bar.resize(580, bar.minimumSizeHint().height());
  QApplication::processEvents();
  const QLineEdit* list = bar.findChildren<QLineEdit*>().at(3);
  ASSERT_TRUE(list->isVisible());
  EXPECT_LE(list->fontMetrics().horizontalAdvance(list->text()) + 8, list->width());
}

TEST_F(Sweep, EveryKnobCanBeChosen) {
  for (QComboBox* box : bar.findChildren<QComboBox*>()) {
    for (int i = 0; i < box->count(); ++i) {
      box->setFocus();
      box->setCurrentIndex(i);
      Q_EMIT box->activated(i);
      const std::string key = box->currentData().toString().toStdString();
      if (key == bar.x().key && key == bar.family().key) continue;
      EXPECT_TRUE(bar.valid() || bar.problem().contains("same knob")) << key << ": " << bar.problem().toStdString();
    }
  }
}

TEST_F(Sweep, NonsenseIsToldInWordsOfTheFields) {
  const auto fields = bar.findChildren<QLineEdit*>();
  const auto from = std::ranges::find(fields, QStringLiteral("x from"), &QLineEdit::accessibleName);
  ASSERT_NE(from, fields.end());
  (*from)->setText(QStringLiteral("zz"));
  Q_EMIT(*from)->editingFinished();
  EXPECT_FALSE(bar.valid());
  EXPECT_EQ(bar.problem().toStdString(), "\"zz\" is not a number.");
}

TEST_F(Sweep, TheFieldThatIsWrongIsMarked) {
  const auto marked_after = [this](const char* from, const char* to, const char* step) {
    bar.set_axes(parse_sweep_axis("adc_bits=4:10"), {});
    const auto fields = bar.findChildren<QLineEdit*>();
    const std::array<const char*, 3> texts = {from, to, step};
    for (int i = 0; i < 3; ++i) fields.at(i)->setText(QLatin1String(texts[static_cast<std::size_t>(i)]));
    Q_EMIT fields.at(0)->editingFinished();
    EXPECT_FALSE(bar.valid());
    std::vector<int> marked;
    for (int i = 0; i < 3; ++i) {
      if (fields.at(i)->property("state") == QLatin1String("invalid")) marked.push_back(i);
    }
    return marked;
  };
  EXPECT_THAT(marked_after("zz", "10", "1"), ElementsAre(0));
  EXPECT_THAT(marked_after("4", "99", "1"), ElementsAre(1));
  EXPECT_THAT(marked_after("4", "10", "0"), ElementsAre(2));
  EXPECT_THAT(marked_after("4", "10", "0.5"), ElementsAre(2));
  EXPECT_THAT(marked_after("10", "4", "1"), ElementsAre(2));
}

TEST_F(Sweep, ValuesOfChoicesAreCheckedByName) {
  bar.set_axes(parse_sweep_axis("voting_rule=mode,mean"), parse_sweep_axis("adc_range=full,mse"));
  const auto lists = bar.findChildren<ValuesButton*>();
  ASSERT_EQ(lists.size(), 2);
  EXPECT_THAT(lists[0]->taken(), ElementsAre("mode", "mean"));
  EXPECT_EQ(lists[1]->value(), "full, calibrated (MSE)");
  lists[0]->take(1, true);
  EXPECT_EQ(bar.x(), parse_sweep_axis("voting_rule=mode,median,mean"));
  lists[1]->take(0, false);
  lists[1]->take(1, false);  // One stays.
  EXPECT_EQ(bar.family(), parse_sweep_axis("adc_range=mse"));
}

TEST_F(Sweep, NumbersCanBeAListToo) {
  bar.set_axes(parse_sweep_axis("adc_bits=4,5,8"), {});
  QLineEdit* list = bar.findChildren<QLineEdit*>().at(3);
  ASSERT_TRUE(list->isVisible());
  EXPECT_EQ(list->text(), "4, 5, 8");
  list->setFocus();
  list->selectAll();
  QTest::keyClicks(list, "4, 6, 9, 10");
  QTest::keyClick(list, Qt::Key_Return);
  EXPECT_EQ(bar.x(), parse_sweep_axis("adc_bits=4,6,9,10"));
}

TEST(AxisValues, MorePointsKeepTheOldOnes) {
  EXPECT_EQ(with_more_points(parse_sweep_axis("random_noise_percent=0:0.2:0.1")),
            parse_sweep_axis("random_noise_percent=0:0.2:0.05"));
  EXPECT_EQ(with_more_points(parse_sweep_axis("adc_bits=4,8")), parse_sweep_axis("adc_bits=4,6,8"));
  EXPECT_EQ(with_more_points(parse_sweep_axis("adc_bits=4:6")), parse_sweep_axis("adc_bits=3:7"));
  EXPECT_EQ(with_more_points(parse_sweep_axis("voting_rule=mean")).values.size(), 3U);
  EXPECT_EQ(joined_axes(parse_sweep_axis("adc_bits=4:6"), parse_sweep_axis("adc_bits=6,9")),
            parse_sweep_axis("adc_bits=4,5,6,9"));
  EXPECT_TRUE(is_even_range(parse_sweep_axis("adc_bits=4:6")));
  EXPECT_FALSE(is_even_range(parse_sweep_axis("adc_bits=4,5,8")));
}

TEST(ChartPlan, NamesStandOnTheAxisOfChoices) {
  const StudySpec spec = make_study_spec({}, {}, parse_sweep_axis("voting_rule=mode,median"), {});
  const ChartPlan plan = chart_plan(spec, 10);
  const AxisLayout axis = x_axis_of(plan);
  EXPECT_THAT(axis.labels, ElementsAre("mode", "median"));
  EXPECT_THAT(axis.ticks, ElementsAre(0, 1));
  EXPECT_EQ(plan.title(0, 1), "Voting rule median");
}

class SweepWindow : public test::WindowOnFake {
 protected:
  void open(const char* x, const char* family, std::int64_t images, microseconds delay) {
    WindowOnFake::open(test::sweep_of(x, family), images, delay);
  }
};

TEST_F(SweepWindow, AddedPointsKeepTheResultsOfTheOthers) {
  open("adc_bits=4,8", nullptr, 200, microseconds(300));
  ASSERT_TRUE(wait_for(StudyState::finished));
  const std::vector<PointResult> before = window->controller().results();
  auto* button = window->chart_panel()->sweep_bar()->findChild<QToolButton*>("more_points");
  ASSERT_TRUE(button->isEnabled());
  window->chart_panel()->chart()->select(PointPlace{0, 1});
  QTest::mouseClick(button, Qt::LeftButton);
  EXPECT_EQ(window->controller().spec().x, parse_sweep_axis("adc_bits=4,6,8"));
  ASSERT_TRUE(wait_for(StudyState::finished));
  EXPECT_EQ(window->controller().results()[0].correct, before[0].correct);
  EXPECT_EQ(window->controller().results()[2].correct, before[1].correct);
  EXPECT_EQ(window->chart_panel()->chart()->selected(), (PointPlace{0, 2})) << "still ADC bits 8";
  // No time was spent on what was there.
  EXPECT_EQ(window->controller().results()[0].seconds, 0);
  EXPECT_EQ(window->controller().results()[2].seconds, 0);
  EXPECT_EQ(window->controller().results()[1].images, 200);
  EXPECT_GT(window->controller().results()[1].seconds, 0);
  // The run that was extended is no row of its own any more, until that is undone.
  EXPECT_EQ(window->runs_model()->rowCount(), 1);
  window->parameters().undo_stack().undo();
  EXPECT_EQ(window->runs_model()->rowCount(), 2);
}

TEST_F(SweepWindow, ARunThatIsReplacedAfterAFewImagesLeavesNoRow) {
  open("adc_bits=4,8", nullptr, 100000, microseconds(20000));
  const auto restarted = [this](double noise) {
    EXPECT_TRUE(QTest::qWaitFor([this] { return window->controller().results().front().images > 0; }, 20000));
    const int before = window->controller().generation();
    window->parameters().set_value("random_noise_percent", noise);
    return QTest::qWaitFor([&] { return window->controller().generation() > before; }, 20000);
  };
  RunsModel& runs = *window->runs_model();
  ASSERT_TRUE(restarted(0.1));
  EXPECT_EQ(runs.rowCount(), 1);
  runs.set_note({window->controller().generation(), 0}, QStringLiteral("mine"));
  ASSERT_TRUE(restarted(0.2));
  EXPECT_EQ(runs.rowCount(), 2);
}

TEST_F(SweepWindow, RunGoesOnWithWhatWasStoppedOrPaused) {
  open("adc_bits=4,8", nullptr, 200, microseconds(2000));
  const auto advanced = [this](std::int64_t than) {
    return QTest::qWaitFor([this, than] { return window->controller().progress().images_done > than; }, 20000);
  };
  ASSERT_TRUE(advanced(60));
  window->actions().pause->trigger();
  ASSERT_TRUE(wait_for(StudyState::paused));
  const int generation = window->controller().generation();
  window->actions().run->trigger();
  EXPECT_EQ(window->controller().generation(), generation);
  ASSERT_TRUE(wait_for(StudyState::running));
  window->actions().stop->trigger();
  ASSERT_TRUE(wait_for(StudyState::stopped));
  ASSERT_EQ(window->runs_model()->rowCount(), 1);
  window->actions().run->trigger();
  ASSERT_TRUE(wait_for(StudyState::finished));
  EXPECT_EQ(window->runs_model()->rowCount(), 1) << "the stopped part is a row of its own";
}

TEST_F(SweepWindow, UndoneAddedPointsLeaveTheBaselineWhereItWas) {
  open("adc_bits=4,8", nullptr, 60, {});
  ASSERT_TRUE(wait_for(StudyState::finished));
  RunsModel& runs = *window->runs_model();
  const CurveId first{window->controller().generation(), 0};
  runs.set_baseline(first);
  Q_EMIT window->chart_panel()->sweep_bar()->more_points_wanted();
  ASSERT_TRUE(wait_for(StudyState::finished));
  EXPECT_EQ(runs.baseline(), (CurveId{window->controller().generation(), 0}));
  window->parameters().undo_stack().undo();
  EXPECT_EQ(runs.rowCount(), 2);
  EXPECT_EQ(runs.baseline(), first);
  window->parameters().undo_stack().redo();
  EXPECT_EQ(runs.rowCount(), 1);
  EXPECT_EQ(runs.baseline(), (CurveId{window->controller().generation(), 0}));
}

/// Points of 8 bits never end.
class EndlessEvaluator : public test::FakeEvaluator {
 public:
  EndlessEvaluator() : FakeEvaluator(60) {}
  std::vector<float> evaluate(const PointSettings& settings, std::int64_t first, std::int64_t count,
                              std::stop_token stop) const override {
    while (settings.macro.adc_bits == 8 && !stop.stop_requested()) std::this_thread::sleep_for(microseconds(500));
    return FakeEvaluator::evaluate(settings, first, count, stop);
  }
};

TEST_F(SweepWindow, ARunWithACompletePointStaysHoweverFewItsImagesAre) {
  WindowOptions options;
  options.x = parse_sweep_axis("adc_bits=4,8");
  options.threads = 16;  // more than the blocks that hold one each
  window = std::make_unique<MainWindow>(
      [](const StudySubject&, double, const auto&, const std::stop_token&) {
        return OpenedSubject(std::make_shared<const EndlessEvaluator>());
      },
      options, &theme);
  window->show();
  ASSERT_TRUE(QTest::qWaitFor(
      [&] { return !window->controller().results().empty() && window->controller().results().front().images == 60; },
      20000));
  window->parameters().set_value("random_noise_percent", 0.1);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->controller().generation() == 2; }, 20000));
  EXPECT_EQ(window->runs_model()->rowCount(), 2);
}

}  // namespace
}  // namespace acim::ui
