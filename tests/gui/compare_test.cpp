#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <atomic>
#include <chrono>
#include <limits>
#include <memory>
#include <thread>

#include "ui/panel/banner.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/runs_panel.h"
#include "ui/window/compare_dialog.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

constexpr std::int64_t kImages = 2000;

/// Answers the images before a mark, and waits at it.
class WaitingEvaluator : public test::FakeEvaluator {
 public:
  explicit WaitingEvaluator(std::int64_t mark) : FakeEvaluator(kImages), mark_(mark) {}

  std::vector<float> evaluate(const PointSettings& settings, std::int64_t first, std::int64_t count,
                              std::stop_token stop) const override {
    while (settings.mode == EvaluationMode::simulated && first >= mark_ && !stop.stop_requested())
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return FakeEvaluator::evaluate(settings, first, count, stop);
  }
  void go_on_to(std::int64_t mark) { mark_ = mark; }

 private:
  std::atomic<std::int64_t> mark_;
};

/// Two curves of a sweep that waits: 1 and 4 bits at a time, far apart at 4 to 6 ADC bits.
class Comparing : public test::WindowOnFake {
 protected:
  void start(std::int64_t mark, const char* family = "encoding_bits=1,4") {
    evaluator = std::make_shared<WaitingEvaluator>(mark);
    open_with(test::factory_of(evaluator), test::sweep_of("adc_bits=4:6", family));
    ASSERT_TRUE(QTest::qWaitFor([this] { return all_have(1); }, kPatience));
  }
  bool all_have(std::int64_t images) {
    const auto& results = controller().results();
    return !results.empty() &&
           std::ranges::all_of(results, [images](const PointResult& one) { return one.images >= images; });
  }
  /// By its keys, of the two first rows.
  CompareDialog* compare() {
    QTableView* table = window->runs_panel()->table();
    table->setFocus(Qt::OtherFocusReason);
    for (const int row : {0, 1}) {
      QTest::mouseClick(table->viewport(), Qt::LeftButton, row == 0 ? Qt::NoModifier : Qt::ControlModifier,
                        table->visualRect(window->runs_model()->index(row, RunsModel::kSettings)).center());
    }
    QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier);
    auto* dialog = window->findChild<CompareDialog*>();
    EXPECT_NE(dialog, nullptr);
    return dialog;
  }
  static QCheckBox* stops(const CompareDialog* dialog) {
    return dialog->findChild<QCheckBox*>(QStringLiteral("stops"));
  }
  static std::string decision(const CompareDialog* dialog) {
    return dialog->findChild<QLabel*>(QStringLiteral("decision"))->text().toStdString();
  }
  static std::string better(const CompareDialog* dialog, int row) {
    return dialog->findChildren<QTableView*>().back()->model()->index(row, 4).data().toString().toStdString();
  }
  void press(const QString& name) {
    for (QToolButton* link : window->chart_panel()->banner()->findChildren<QToolButton*>()) {
      if (link->text() == name) return link->click();
    }
    ADD_FAILURE() << "no link " << name.toStdString();
  }
  bool is_running() { return controller().state() == StudyState::running; }

  std::shared_ptr<WaitingEvaluator> evaluator;
};

TEST_F(Comparing, StopsTheSweepWhenEveryDifferenceIsDecided) {
  start(4);
  CompareDialog* dialog = compare();
  ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->comparison()->points().front().images == 4; }, kPatience));
  EXPECT_TRUE(is_running());
  EXPECT_TRUE(stops(dialog)->isVisible());
  EXPECT_TRUE(stops(dialog)->isChecked());
  EXPECT_EQ(decision(dialog), "0 of 3 differences are decided.");
  EXPECT_EQ(better(dialog, 0), "open");
  // Half of the images: it is not the end of the sweep that stops it.
  evaluator->go_on_to(kImages - 1000);
  ASSERT_TRUE(wait_for(StudyState::stopped));
  EXPECT_TRUE(dialog->comparison()->has_stopped());
  EXPECT_THAT(decision(dialog), testing::HasSubstr("The sweep was stopped"));
  for (const int row : {0, 1, 2}) EXPECT_EQ(better(dialog, row), "A") << "fewer bits at a time lose less";
  ASSERT_TRUE(QTest::qWaitFor([&] { return !stops(dialog)->isVisible(); }, kPatience));
  const Banner* banner = window->chart_panel()->banner();
  ASSERT_TRUE(banner->isVisible());
  EXPECT_EQ(banner->title(), "The comparison is decided");
  // It can go on, and is not stopped again.
  evaluator->go_on_to(std::numeric_limits<std::int64_t>::max());
  const int stopped = controller().generation();
  press(QStringLiteral("Go on"));
  EXPECT_GT(controller().generation(), stopped);
  ASSERT_TRUE(finish());
  EXPECT_TRUE(all_have(kImages));
  EXPECT_THAT(decision(dialog), testing::StartsWith("Decided after"));
  EXPECT_THAT(decision(dialog), testing::Not(testing::HasSubstr("stopped")));
  EXPECT_EQ(window->runs_panel()->picked().size(), 2U) << "ready to be compared again";
}

TEST_F(Comparing, GoesOnOnlyWithTheSweepThatWasStopped) {
  start(4);
  const CompareDialog* dialog = compare();
  ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->comparison()->points().front().images == 4; }, kPatience));
  evaluator->go_on_to(1000);
  ASSERT_TRUE(wait_for(StudyState::stopped));
  window->parameters().set_value("random_noise_percent", 1.0);
  const int stopped = controller().generation();
  press(QStringLiteral("Go on"));
  EXPECT_EQ(controller().generation(), stopped);
  EXPECT_EQ(window->chart_panel()->banner()->title(), "The knobs stand elsewhere now");
}

TEST_F(Comparing, StopsNoSweepThatComputesMoreThanTheTwoUnlessAsked) {
  start(4, "encoding_bits=1,4,2");
  CompareDialog* dialog = compare();
  ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->comparison()->points().front().images == 4; }, kPatience));
  EXPECT_FALSE(stops(dialog)->isChecked());
  evaluator->go_on_to(1000);
  ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->comparison()->is_decided(); }, kPatience));
  EXPECT_TRUE(is_running());
}

TEST_F(Comparing, KeepsWhatItKnewOfARunThatIsGone) {
  start(std::numeric_limits<std::int64_t>::max());
  ASSERT_TRUE(finish());
  const CompareDialog* dialog = compare();
  ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->comparison()->is_decided(); }, kPatience));
  const auto* pairing = dialog->findChild<QLabel*>(QStringLiteral("pairing"));
  const QString before = pairing->text();
  EXPECT_THAT(before.toStdString(), testing::HasSubstr("A has 2,000"));
  window->actions().new_study->trigger();
  ASSERT_EQ(window->runs_model()->rowCount(), 0);
  controller().run({}, parse_sweep_axis("adc_bits=4:6"), {});
  ASSERT_TRUE(finish());
  EXPECT_EQ(pairing->text(), before);
  EXPECT_EQ(better(dialog, 0), "A");
}

TEST_F(Comparing, LetsTheSweepRunOnWhereItIsNotToStopIt) {
  start(4);
  CompareDialog* dialog = compare();
  ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->comparison()->points().front().images == 4; }, kPatience));
  QTest::mouseClick(stops(dialog), Qt::LeftButton, {}, QPoint(10, stops(dialog)->height() / 2));
  ASSERT_FALSE(stops(dialog)->isChecked());
  evaluator->go_on_to(1000);
  ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->comparison()->is_decided(); }, kPatience));
  EXPECT_TRUE(is_running());
  const std::vector<ComparedPoint> under_way = dialog->comparison()->points();
  evaluator->go_on_to(std::numeric_limits<std::int64_t>::max());
  ASSERT_TRUE(finish());
  ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->comparison()->points().front().images == kImages; }, kPatience));
  // More images narrow the interval; what was decided stays.
  for (std::size_t i = 0; i < under_way.size(); ++i) {
    const ComparedPoint& over = dialog->comparison()->points()[i];
    EXPECT_EQ(over.decision->verdict, under_way[i].decision->verdict);
    EXPECT_EQ(over.decision->images, under_way[i].decision->images);
    EXPECT_LT(over.interval->high - over.interval->low, under_way[i].interval->high - under_way[i].interval->low);
  }
  EXPECT_THAT(decision(dialog), testing::StartsWith("Decided after"));
}

TEST_F(Comparing, DoesNotStopByItselfWhatWasDecidedBeforeAnybodyLooked) {
  start(1000);
  ASSERT_TRUE(QTest::qWaitFor([this] { return all_have(900); }, kPatience));
  CompareDialog* dialog = compare();
  ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->comparison()->is_decided(); }, kPatience));
  EXPECT_TRUE(is_running());
  EXPECT_FALSE(stops(dialog)->isChecked());
  QTest::mouseClick(stops(dialog), Qt::LeftButton, {}, QPoint(10, stops(dialog)->height() / 2));
  ASSERT_TRUE(wait_for(StudyState::stopped));
}

TEST_F(Comparing, EndsWithItsWindow) {
  start(4);
  CompareDialog* dialog = compare();
  ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->comparison()->points().front().images == 4; }, kPatience));
  dialog->close();
  evaluator->go_on_to(std::numeric_limits<std::int64_t>::max());
  EXPECT_TRUE(wait_for(StudyState::finished));
}

TEST_F(Comparing, OfASweepUnderWayWithARunThatIsOver) {
  start(std::numeric_limits<std::int64_t>::max());
  ASSERT_TRUE(finish());
  evaluator->go_on_to(600);
  PointSettings noisy;
  noisy.macro.random_noise_percent = 1;
  ASSERT_TRUE(controller().run(noisy, parse_sweep_axis("adc_bits=4:6"), {}));
  ASSERT_TRUE(QTest::qWaitFor([this] { return controller().results().back().images >= 500; }, kPatience));
  CurveComparison comparison(&controller(), window->runs_model(), window->runs_model()->id_of_row(1),
                             window->runs_model()->id_of_row(0));
  ASSERT_EQ(comparison.points().size(), 3U);
  EXPECT_FALSE(comparison.points().front().interval.has_value());
  ASSERT_TRUE(QTest::qWaitFor([&] { return comparison.is_decided(); }, kPatience));
  EXPECT_TRUE(comparison.is_under_way());
  for (const ComparedPoint& point : comparison.points()) {
    EXPECT_EQ(point.decision->verdict, Verdict::first);
    EXPECT_EQ(point.first.images, point.images);
    EXPECT_LT(point.images, kImages);
  }
}

}  // namespace
}  // namespace acim::ui
