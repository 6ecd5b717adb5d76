#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QTest>

#include "fake_evaluator.h"
#include "ui/chart/reference_lines.h"
#include "ui/model/study_controller.h"

namespace acim::ui {
namespace {

std::string words_of(const ReferenceLine& line) {
  return QString(line.label).replace(QChar::Nbsp, ' ').toStdString();
}

TEST(ReferenceLines, AreThoseThatAreKnown) {
  EXPECT_TRUE(reference_lines({}).empty());
  const auto in_float = reference_lines({test::result_of(95, 100), {}});
  ASSERT_EQ(in_float.size(), 1U);
  EXPECT_EQ(words_of(in_float[0]), "float 95.00 %");
  EXPECT_FALSE(in_float[0].lower);
  EXPECT_EQ(words_of(reference_lines({{}, test::result_of(90, 100)})[0]), "quantised 90.00 %");
}

TEST(ReferenceLines, OfTwoTheLowerHasItsLabelBelow) {
  const auto lines = reference_lines({test::result_of(95, 100), test::result_of(93, 100)});
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_FALSE(lines[0].lower);
  EXPECT_TRUE(lines[1].lower);
  EXPECT_EQ(words_of(lines[1]), "quantised 93.00 %");
  EXPECT_NE(lines[0].dash, lines[1].dash);
  EXPECT_TRUE(reference_lines({test::result_of(93, 100), test::result_of(95, 100)})[0].lower);
}

TEST(ReferenceLines, AreOneWhereBothAreTheSame) {
  const auto lines = reference_lines({test::result_of(950, 1000), test::result_of(950, 1000)});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(words_of(lines[0]), "float and quantised 95.00 %");
}

TEST(ReferenceLabels, KeepClearOfEachOtherAndOfMarks) {
  const QRectF axes(0, 0, 300, 200);
  // Both under the upper edge: both below their lines, so one of them goes to the right.
  const std::vector<PlacedReference> references = {{4, {}}, {8, {0, {}, LineDash::short_dashes, true}}, {500, {}}};
  const std::vector<double> widths = {80, 90, 50};
  const auto placed = place_reference_labels(axes, references, widths, {});
  EXPECT_FALSE(placed[0].intersects(placed[1]));
  EXPECT_TRUE(axes.contains(placed[0]) && axes.contains(placed[1]));
  EXPECT_TRUE(placed[2].isEmpty()) << "outside the axes";
  // A mark at the right end.
  const std::vector<QRectF> marks = {QRectF(270, 90, 12, 12)};
  const std::vector<PlacedReference> one = {{100, {}}};
  EXPECT_LT(place_reference_labels(axes, one, std::vector<double>{80}, marks)[0].right(), 150);
  EXPECT_GT(place_reference_labels(axes, one, std::vector<double>{80}, {})[0].left(), 150);
}

TEST(ReferenceLabels, LeaveMarksOnTheLineFree) {
  // A line near the upper edge with a mark on it at each end and in between, as of a curve that reaches it.
  const QRectF axes(0, 0, 600, 200);
  const std::vector<PlacedReference> line = {{10, {}}};
  std::vector<QRectF> marks;
  for (int x = 0; x <= 600; x += 100) marks.emplace_back(x - 6, 4, 12, 12);
  marks.emplace_back(-6, 25, 12, 12);
  const QRectF label = place_reference_labels(axes, line, std::vector<double>{160}, marks).front();
  for (const QRectF& mark : marks) EXPECT_FALSE(label.intersects(mark));
  EXPECT_LT(label.top(), 20) << "still beside its line";
}

TEST(ReferenceLabels, HaveAPlaceAtTheVeryEdgeAndNoneInLowAxes) {
  const QRectF axes(0, 0, 300, 80);
  for (const double y : {-1.0, 0.0, 40.0, 80.0, 80.9}) {
    for (const bool lower : {false, true}) {
      const std::vector<PlacedReference> line = {{y, {0, {}, LineDash::dotted, lower}}};
      const auto place = [&](const QRectF& within) {
        return place_reference_labels(within, line, std::vector<double>{80}, {}).front();
      };
      EXPECT_FALSE(place(axes).isEmpty()) << y;
      EXPECT_TRUE(place(QRectF(0, 0, 300, 30)).isEmpty()) << y;
    }
  }
}

class QuantisedReference : public testing::Test {
 protected:
  static OpenedSubject opened() { return {std::make_shared<test::FakeEvaluator>(60)}; }
  void open() {
    controller.open({}, 100);
    ASSERT_TRUE(QTest::qWaitFor([this] { return controller.reference_finished(); }));
  }
  bool run(const char* x, const char* family = "") {
    return controller.run({}, parse_sweep_axis(x), *family == 0 ? SweepAxis{} : parse_sweep_axis(family)) &&
           QTest::qWaitFor([this] { return controller.state() == StudyState::finished; });
  }
  static int correct(const PointSettings& settings) {
    const std::vector<float> logits = test::FakeEvaluator(60).evaluate(settings, 0, 60, {});
    int sum = 0;
    for (std::size_t i = 0; i < 60; ++i) sum += logits[i * 10 + i % 10] > 0 ? 1 : 0;
    return sum;
  }

  StudyController controller{[](const auto&, double, const auto&, const auto&) { return opened(); }, 2};
};

TEST_F(QuantisedReference, IsOfTheRunWithoutItsArray) {
  open();
  EXPECT_EQ(controller.quantised_reference().images, 0) << "of no run there is none";
  ASSERT_TRUE(run("adc_bits=4,6"));
  ASSERT_TRUE(QTest::qWaitFor([this] { return controller.quantised_reference().images == 60; }));
  // As the array's knobs are by default, whatever the sweep sets them to.
  PointSettings exact;
  exact.mode = EvaluationMode::quantised;
  EXPECT_EQ(controller.quantised_reference().correct, correct(exact));
}

TEST_F(QuantisedReference, StaysForARunOfTheSameIntegersAndGoesWithOthers) {
  open();
  ASSERT_TRUE(run("adc_bits=4,6"));
  ASSERT_TRUE(QTest::qWaitFor([this] { return controller.quantised_reference().images == 60; }));
  ASSERT_TRUE(run("random_noise_percent=0,1"));
  EXPECT_EQ(controller.quantised_reference().images, 60);
  ASSERT_TRUE(run("adc_bits=4,6", "weight_bits=4,8"));
  EXPECT_EQ(controller.quantised_reference().images, 0) << "each curve has another one";
}

}  // namespace
}  // namespace acim::ui
