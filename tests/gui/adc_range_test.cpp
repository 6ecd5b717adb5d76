#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QLabel>
#include <QTest>
#include <QUndoStack>

#include "ui/chart/accuracy_chart.h"
#include "ui/model/range_saving.h"
#include "ui/panel/adc_range_row.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/macro_form.h"
#include "ui/panel/segments.h"
#include "ui/panel/status_strip.h"
#include "ui/panel/sweep_bar.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

using std::chrono::microseconds;
using testing::HasSubstr;

TEST(RangeSaving, IsTheBitsThatEqualAccuracyNeeds) {
  const StudySpec spec =
      make_study_spec({}, {}, parse_sweep_axis("adc_bits=4:7"), parse_sweep_axis("adc_range=full,mse"));
  std::vector<PointResult> results;
  for (const int correct : {10, 50, 80, 91, 60, 90, 91, 92}) results.push_back({100, correct, 0});
  std::vector<PointCost> costs(8);
  for (std::size_t i = 0; i < 8; ++i) {
    costs[i].cost = cost::NetworkCost{};
    costs[i].cost->fj.adc = i == 3 ? 31 : 10;
  }
  auto saving = range_saving(spec, results, costs);
  ASSERT_TRUE(saving);
  EXPECT_EQ(saving->percent, 90);
  EXPECT_EQ(saving->full_bits, 7);
  EXPECT_EQ(saving->calibrated_bits, 5);
  EXPECT_EQ(range_saving_text(*saving),
            "Calibrated (MSE): 2 bits fewer at 90\u00a0% accuracy (5 instead of 7 bits), 3.1 times less ADC energy.");
  // A curve that never gets there says nothing; one that needs more says so.
  for (std::size_t i = 4; i < 8; ++i) results[i].correct = 20;
  EXPECT_FALSE(range_saving(spec, results, costs));
  results[4 + 3].correct = 90;
  results[2].correct = 90;
  saving = range_saving(spec, results, {});
  EXPECT_EQ(range_saving_text(*saving), "Calibrated (MSE): 1 bit more at 90\u00a0% accuracy (7 instead of 6 bits).");
  results[0].images = 0;
  EXPECT_FALSE(range_saving(spec, results, costs));
}

class AdcRange : public test::WindowOnFake {
 protected:
  void open(const char* family, std::int64_t images = 60, microseconds delay = {}) {
    WindowOnFake::open(test::sweep_of("adc_bits=3:8", family), images, delay);
  }
  AdcRangeRow* row() { return window->form()->adc_range_row(); }
};

TEST_F(AdcRange, AFamilyDrawsFullAndCalibratedRangesAndSaysWhatIsSaved) {
  open("adc_range=full,mse");
  ASSERT_TRUE(wait_for(StudyState::finished));
  const StudySpec& spec = window->controller().spec();
  EXPECT_TRUE(spec.points[0].settings.layers.empty());
  EXPECT_FALSE(spec.points[6].settings.layers.empty());
  AccuracyChart* chart = window->chart_panel()->chart();
  EXPECT_GT(chart->curve_points(1)[0].y(), chart->curve_points(0)[0].y());
  EXPECT_EQ(chart->plan().curves[1], "calibrated (MSE)");
  ASSERT_TRUE(QTest::qWaitFor([&] { return !window->controller().costs().empty(); }));
  EXPECT_THAT(window->chart_panel()->finding().toStdString(), HasSubstr("bits fewer at"));
  EXPECT_THAT(window->chart_panel()->finding().toStdString(), HasSubstr("ADC energy"));
  EXPECT_THAT(row()->found().toStdString(), HasSubstr("family"));
  EXPECT_THAT(window->controller().csv(), HasSubstr("\n3,mse,60,"));
}

TEST_F(AdcRange, TheButtonCalibratesAllPointsAndIsUndone) {
  open(nullptr);
  ASSERT_TRUE(wait_for(StudyState::finished));
  const int before = window->controller().generation();
  QTest::mouseClick(row()->criterion()->button(2), Qt::LeftButton);
  QTest::mouseClick(row()->scope()->button(1), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->controller().generation() > before; }));
  ASSERT_TRUE(wait_for(StudyState::finished));
  EXPECT_EQ(window->controller().spec().adc_range, "csnr-global");
  for (const StudyPoint& point : window->controller().spec().points) EXPECT_EQ(point.settings.layers.size(), 1U);
  EXPECT_EQ(row()->found(), "Ranges from 25 to 25\u00a0% of full scale");
  window->parameters().undo_stack().undo();
  window->parameters().undo_stack().undo();
  EXPECT_EQ(window->adc_range().value(), "");
  EXPECT_EQ(row()->criterion()->choice(), 0);
}

TEST_F(AdcRange, CalibratingCanBeStoppedAndKeepsTheCurve) {
  open(nullptr, 20, microseconds(100000));
  ASSERT_TRUE(wait_for(StudyState::finished));
  QTest::mouseClick(row()->criterion()->button(1), Qt::LeftButton);
  ASSERT_TRUE(window->controller().is_preparing());
  ASSERT_TRUE(QTest::qWaitFor([&] { return window->status_strip()->words().contains("Calibrating"); }));
  const int before = window->controller().generation();
  window->controller().stop();
  EXPECT_FALSE(window->controller().is_preparing());
  QTest::qWait(300);
  EXPECT_EQ(window->controller().generation(), before);
  EXPECT_EQ(window->controller().state(), StudyState::finished);
  EXPECT_EQ(window->chart_panel()->chart()->curve_points(0).size(), 6U);
}

TEST_F(AdcRange, ARunThatACalibrationReplacesAfterAFewImagesLeavesNoRow) {
  open(nullptr, 100000, microseconds(20000));
  const auto wait_for_images = [this] {
    return QTest::qWaitFor([this] { return window->controller().results().front().images > 0; }, 20000);
  };
  const auto wait_for_run = [this](int before) {
    return QTest::qWaitFor([this, before] { return window->controller().generation() > before; }, 20000);
  };
  ASSERT_TRUE(QTest::qWaitFor([this] { return !window->controller().results().empty(); }, 20000));
  ASSERT_TRUE(wait_for_images());
  int before = window->controller().generation();
  window->adc_range().set("mse");
  ASSERT_TRUE(wait_for_run(before));
  EXPECT_EQ(window->runs_model()->rowCount(), 1);
  // Nor where a knob is turned again before it begins.
  ASSERT_TRUE(wait_for_images());
  before = window->controller().generation();
  window->parameters().set_value("random_noise_percent", 0.1);
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().is_preparing(); }, 20000));
  window->parameters().set_value("random_noise_percent", 0.2);
  ASSERT_TRUE(wait_for_run(before));
  EXPECT_EQ(window->runs_model()->rowCount(), 1);
}

TEST_F(AdcRange, PointsThatWereNeverAddedReplaceNoRun) {
  open(nullptr, 10, microseconds(20000));
  ASSERT_TRUE(wait_for(StudyState::finished));
  QTest::mouseClick(row()->criterion()->button(1), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().generation() == 2; }, 20000));
  ASSERT_TRUE(wait_for(StudyState::finished));
  ASSERT_EQ(window->runs_model()->rowCount(), 2);
  Q_EMIT window->chart_panel()->sweep_bar()->more_points_wanted();
  ASSERT_TRUE(window->controller().is_preparing());
  window->controller().stop();
  window->parameters().set_value("random_noise_percent", 1.0);
  window->actions().run->trigger();
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().generation() == 3; }, 20000));
  EXPECT_EQ(window->runs_model()->rowCount(), 3);
}

}  // namespace
}  // namespace acim::ui
