#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <thread>

#include "base/error.h"
#include "fake_evaluator.h"
#include "test_files.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/chart/confusion_map.h"
#include "ui/model/flipped_model.h"
#include "ui/model/study_writer.h"
#include "ui/model/thumbnails.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/confusion_panel.h"
#include "ui/window/main_window.h"

namespace acim::ui {
namespace {

/// The confusion view of a finished sweep of the fake network, which takes a class for the next one.
class Confusion : public testing::Test {
 protected:
  Confusion() {
    theme.apply(ThemeChoice::light);
    WindowOptions options;
    options.x = parse_sweep_axis("adc_bits=4,8");
    window = std::make_unique<MainWindow>(test::fake_factory(200), options, &theme);
    window->resize(1600, 900);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    window->chart_panel()->show_view(ChartView::confusion);
    EXPECT_TRUE(QTest::qWaitFor([this] { return map()->matrix().images() == 200; }, 20000));
  }
  ConfusionPanel* panel() { return window->chart_panel()->confusion(); }
  ConfusionMap* map() { return panel()->map(); }

  Theme theme;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Confusion, IsThatOfTheSelectedPoint) {
  window->chart_panel()->chart()->select(PointPlace{0, 0});
  const auto correct = window->controller().results()[0].correct;
  EXPECT_EQ(map()->matrix().correct(), correct);
  // All mistakes are of the next class.
  std::int64_t next = 0;
  for (int label = 0; label < 10; ++label) next += map()->matrix().count(label, (label + 1) % 10);
  EXPECT_EQ(next, 200 - correct);
}

TEST_F(Confusion, ListsWhatFlippedAgainstTheMostAccuratePoint) {
  window->chart_panel()->chart()->select(PointPlace{0, 0});
  const auto& results = window->controller().results();
  // The fake network's right answers at few bits are right at more bits too.
  EXPECT_EQ(panel()->list()->model()->rowCount(), results[1].correct - results[0].correct);
  EXPECT_THAT(panel()->summary().toStdString(), testing::HasSubstr("against the most accurate point, ADC bits 8"));
  window->chart_panel()->chart()->select(PointPlace{0, 1});
  EXPECT_EQ(panel()->list()->model()->rowCount(), 0);
  EXPECT_THAT(panel()->summary().toStdString(), testing::HasSubstr("baseline"));
}

/// Names that are not those of a study's own images must not stand beside its labels.
class NamedImages : public ImageSource {
 public:
  QStringList class_names() const override { return {QStringLiteral("circle"), QStringLiteral("square")}; }
  QImage picture(std::int64_t) const override { return {}; }
};

TEST(ConfusionOfAStudy, HasNoNamesOfOtherImages) {
  Theme theme;
  theme.apply(ThemeChoice::light);
  const auto factory = [](const StudySubject& subject, double, const auto&, std::stop_token) -> OpenedSubject {
    if (subject.dataset != "demo") throw Error(ErrorKind::input, "There is no such folder", subject.dataset);
    return {std::make_shared<test::FakeEvaluator>(40),
            test::fake_layers(),
            {},
            nullptr,
            std::make_shared<const NamedImages>()};
  };
  WindowOptions options;
  options.x = parse_sweep_axis("adc_bits=4,8");
  MainWindow window(factory, options, &theme);
  window.resize(1600, 900);
  window.show();
  ConfusionMap* map = window.chart_panel()->confusion()->map();
  window.chart_panel()->show_view(ChartView::confusion);
  ASSERT_TRUE(QTest::qWaitFor([&] { return map->matrix().images() == 40; }, 20000));
  EXPECT_THAT(map->words({0, 1}).toStdString(), testing::HasSubstr("circle taken for square"));

  KeptRun run;
  StudySubject other;
  other.dataset = "cifar10:gone";
  run.spec = make_study_spec(other, {}, options.x, {});
  run.labels = {0, 1, 2};
  run.predictions = {{1, 1, 3}, {0, 1, 2}};
  run.seconds = {1, 1};
  const test::TemporaryFolder folder;
  write_study(folder / "s.acim", run, {});
  window.open_file(QString::fromStdString((folder / "s.acim").string()));
  ASSERT_TRUE(QTest::qWaitFor(
      [&] {
        const auto& records = window.runs_model()->records();
        return !records.empty() && records.front()->kept && records.front()->kept->labels.size() == 3;
      },
      20000));
  window.chart_panel()->show_view(ChartView::confusion);
  ASSERT_TRUE(QTest::qWaitFor([&] { return map->matrix().images() == 3; }, 20000));
  EXPECT_EQ(map->matrix().classes, 4);
  EXPECT_THAT(map->words({0, 1}).toStdString(), testing::Not(testing::HasSubstr("circle")));
}

/// Makes no picture before it is let go, and notes which ones it made.
class HeldImages : public ImageSource {
 public:
  QStringList class_names() const override { return {}; }
  QImage picture(std::int64_t image) const override {
    {
      const std::lock_guard lock(mutex);
      made.push_back(image);
    }
    while (held) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    QImage picture(4, 4, QImage::Format_RGB32);
    picture.fill(Qt::white);
    return picture;
  }
  std::vector<std::int64_t> so_far() const {
    const std::lock_guard lock(mutex);
    return made;
  }
  std::atomic<bool> held = true;

 private:
  mutable std::mutex mutex;
  mutable std::vector<std::int64_t> made;
};

TEST(Thumbnails, MakeTheNewestFirstAndDropWhatWasScrolledAway) {
  const auto source = std::make_shared<HeldImages>();
  Thumbnails thumbnails;
  thumbnails.set_source(source);
  thumbnails.of(0);
  ASSERT_TRUE(QTest::qWaitFor([&] { return source->so_far().size() == 1; }, 20000));
  constexpr std::int64_t kLast = 1000;
  for (std::int64_t image = 1; image <= kLast; ++image) thumbnails.of(image);
  thumbnails.of(kLast - 5);  // painted again
  source->held = false;
  constexpr std::size_t kMade = 1 + Thumbnails::kMostWaiting;
  ASSERT_TRUE(QTest::qWaitFor([&] { return source->so_far().size() == kMade; }, 20000));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !thumbnails.of(kLast).isNull(); }, 20000));
  const std::vector<std::int64_t> made = source->so_far();
  EXPECT_EQ(made.size(), kMade);
  EXPECT_EQ(made[1], kLast - 5);
  EXPECT_EQ(made[2], kLast);
  EXPECT_EQ(made[3], kLast - 1);
  // What was dropped comes when it is painted again.
  EXPECT_TRUE(thumbnails.of(3).isNull());
  EXPECT_TRUE(QTest::qWaitFor([&] { return !thumbnails.of(3).isNull(); }, 20000));
}

TEST(FlippedModel, FollowsTheRulesOfModels) {
  FlippedModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  model.set_images({{0, 1, 1, 2}, {3, 2, 0, 2}, {7, 1, 2, 1}});
  EXPECT_EQ(model.rowCount(), 3);
  model.show_only(std::pair(1, 2));
  EXPECT_EQ(model.rowCount(), 1);
  model.set_source(std::make_shared<const NamedImages>());
  model.set_images({{0, 1, 1, 0}});
  EXPECT_EQ(model.index(0, FlippedModel::kLabel).data().toString().toStdString(), "square");
  model.show_only(std::nullopt);
  model.set_images({});
  EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(Confusion, ACellShowsItsOwnImages) {
  window->chart_panel()->chart()->select(PointPlace{0, 0});
  const int all = panel()->list()->model()->rowCount();
  QTest::mouseClick(map(), Qt::LeftButton, {}, map()->cell(3, 4).center().toPoint());
  const int some = panel()->list()->model()->rowCount();
  EXPECT_GT(some, 0);
  EXPECT_LT(some, all);
  QTest::keyClick(map(), Qt::Key_Escape);
  EXPECT_EQ(panel()->list()->model()->rowCount(), all);
  EXPECT_THAT(map()->words({3, 4}).toStdString(), testing::HasSubstr("3 taken for 4"));
}

/// Gives a picture in a while, as a decoder of photographs does.
class SlowImages : public ImageSource {
 public:
  QStringList class_names() const override { return {QStringLiteral("cat"), QStringLiteral("dog")}; }
  QImage picture(std::int64_t image) const override {
    if (image == 1) throw Error(ErrorKind::input, "gone");
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    QImage picture(224, 112, QImage::Format_RGB32);
    picture.fill(Qt::red);
    return picture;
  }
};

TEST(FlippedImages, PicturesComeLaterAndSmall) {
  FlippedModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  model.set_source(std::make_shared<SlowImages>());
  model.set_images({{7, 0, 0, 1}, {1, 1, 1, 0}});
  const auto picture = [&](int row) {
    return model.data(model.index(row, FlippedModel::kImage), Qt::DecorationRole).value<QImage>();
  };
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  EXPECT_TRUE(picture(0).isNull());
  EXPECT_TRUE(picture(1).isNull());
  ASSERT_TRUE(QTest::qWaitFor([&] { return !picture(0).isNull(); }, 10000));
  EXPECT_EQ(picture(0).size(), QSize(32, 16));
  EXPECT_EQ(changed.count(), 1);
  EXPECT_TRUE(picture(1).isNull());
}

TEST(FlippedImages, PicturesOfASourceThatWasReplacedDoNotShow) {
  FlippedModel model;
  model.set_source(std::make_shared<SlowImages>());
  model.set_images({{7, 0, 0, 1}});
  EXPECT_TRUE(model.data(model.index(0, FlippedModel::kImage), Qt::DecorationRole).value<QImage>().isNull());
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  model.set_source(nullptr);
  QTest::qWait(100);
  EXPECT_EQ(changed.count(), 0);
}

}  // namespace
}  // namespace acim::ui
