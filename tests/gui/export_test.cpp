#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QImage>
#include <QLocale>
#include <QTest>
#include <fstream>
#include <iterator>
#include <sstream>

#include "fake_evaluator.h"
#include "study/study_store.h"
#include "test_files.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/panel/chart_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/window_pictures.h"

namespace acim::ui {
namespace {

class Export : public testing::Test {
 protected:
  Export() {
    theme.apply(ThemeChoice::light);
    window = std::make_unique<MainWindow>(test::fake_factory(60), WindowOptions{}, &theme);
    window->resize(1280, 720);
    window->show();
    EXPECT_TRUE(QTest::qWaitFor([this] { return window->controller().state() == StudyState::finished; }, 20000));
  }
  static std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }

  test::TemporaryFolder folder;
  Theme theme;
  std::unique_ptr<MainWindow> window;
};

TEST_F(Export, CsvHasARowForEachPointInTheCLocale) {
  const QLocale before;
  QLocale::setDefault(QLocale(QLocale::German));
  window->export_csv(QString::fromStdString((folder / "curve.csv").string()));
  QLocale::setDefault(before);
  std::istringstream lines(text_of(folder / "curve.csv"));
  std::vector<std::string> rows;
  std::string comments;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("#")) {
      comments += line + '\n';
    } else {
      rows.push_back(line);
    }
  }
  EXPECT_THAT(comments, testing::HasSubstr("network: fake"));
  ASSERT_EQ(rows.size(), 8U);
  EXPECT_THAT(rows[0], testing::StartsWith("x,images,correct,accuracy"));
  const PointResult& first = window->controller().results().front();
  EXPECT_THAT(rows[1], testing::StartsWith("4,60," + std::to_string(first.correct) + ",0."));
}

TEST_F(Export, PngShowsTheChartAtItsScale) {
  window->export_png(QString::fromStdString((folder / "curve.png").string()), 2);
  const QImage image(QString::fromStdString((folder / "curve.png").string()));
  AccuracyChart* chart = window->chart_panel()->chart();
  ASSERT_EQ(image.size(), chart->size() * 2);
  EXPECT_EQ(image.dotsPerMeterX(), 7559);
  // The curve's own colour is at its first point's rim, the panel's in the corner.
  const QPointF place = chart->place_of({0, 0}) * 2;
  bool found = false;
  for (int dy = -14; dy <= 14; ++dy) {
    for (int dx = -14; dx <= 14; ++dx) {
      found = found || image.pixelColor(place.toPoint() + QPoint(dx, dy)) == theme.tokens().series[0];
    }
  }
  EXPECT_TRUE(found);
  EXPECT_EQ(image.pixelColor(3, 3), theme.tokens().panel);
}

TEST_F(Export, APlaceThatCannotBeWrittenIsSaid) {
  EXPECT_THROW(window->export_csv(QString::fromStdString((folder / "none/curve.csv").string())), Error);
  EXPECT_THROW(window->export_png(QString::fromStdString((folder / "none/curve.png").string()), 1), Error);
}

TEST_F(Export, AStudyFileHoldsEveryPrediction) {
  bool saved = false;
  QObject::connect(&window->controller(), &StudyController::saved, [&saved] { saved = true; });
  window->controller().save(folder / "study.acim");
  ASSERT_TRUE(QTest::qWaitFor([&] { return saved; }, 20000));
  const auto store = StudyStore::open(folder / "study.acim");
  EXPECT_TRUE(store->complete());
  EXPECT_EQ(store->spec(), window->controller().spec());
}

TEST_F(Export, PicturesOfTheWindowComeInEveryLook) {
  write_window_pictures(*window, theme, folder.path());
  const QImage twice(QString::fromStdString((folder / "window-dark-1280x720@2x.png").string()));
  EXPECT_EQ(twice.size(), QSize(2560, 1440));
  EXPECT_LT(twice.pixelColor(4, 400).lightness(), 60);
  const QImage light(QString::fromStdString((folder / "window-light-1920x1080.png").string()));
  EXPECT_GT(light.pixelColor(4, 400).lightness(), 200);
}

}  // namespace
}  // namespace acim::ui
