#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QLocale>
#include <QTest>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>
#include <optional>
#include <sstream>
#include <system_error>

#include "fake_evaluator.h"
#include "study/study_store.h"
#include "test_files.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/chart_sheet.h"
#include "ui/panel/sweep_bar.h"
#include "ui/window/window_pictures.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

/// Empty when it was saved, else the message.
std::string save_study(StudyController& controller, const std::filesystem::path& path) {
  std::optional<std::string> said;
  const QObject listener;
  QObject::connect(&controller, &StudyController::saved, &listener, [&said] { said = ""; });
  QObject::connect(&controller, &StudyController::save_failed, &listener,
                   [&said](const ErrorText& error) { said = error.text.toStdString(); });
  controller.save(path);
  EXPECT_TRUE(QTest::qWaitFor([&] { return said.has_value(); }, 20000));
  return said.value_or("nothing was said");
}

class Export : public test::WindowOnFake {
 protected:
  Export() {
    open();
    EXPECT_TRUE(finish());
  }
  std::string save(const std::filesystem::path& path) { return save_study(window->controller(), path); }
  static std::ptrdiff_t files_in(const std::filesystem::path& path) {
    return std::distance(std::filesystem::directory_iterator(path), {});
  }
  static std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }

  test::TemporaryFolder folder;
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

TEST_F(Export, CsvHasTheEnergiesOfTheCostModel) {
  const std::string csv = window->controller().csv();
  EXPECT_THAT(csv, testing::HasSubstr(",seconds,energy_uj_per_inference,tops_per_watt,latency_us,energy_band,mode,"));
  for (const StudyPoint& point : window->controller().spec().points) {
    const cost::NetworkCost cost = cost::network_cost(test::fake_layers(), point.settings);
    EXPECT_THAT(csv, testing::HasSubstr(fmt::format(",{:.9g},{:.9g},{:.9g},2,simulated,", cost.uj_per_inference(),
                                                    cost.tops_per_watt(), cost.latency_us)));
  }
}

TEST(PointCosts, APointWithoutEnergyLeavesEmptyFieldsAndSaysWhy) {
  StudySpec spec = make_study_spec({}, {}, parse_sweep_axis("adc_bits=4:5"), {});
  spec.points[1].settings.mode = EvaluationMode::floating_point;
  const std::vector<PointCost> costs = point_costs(test::fake_layers(), spec);
  ASSERT_EQ(costs.size(), 2U);
  EXPECT_TRUE(costs[0].cost);
  EXPECT_FALSE(costs[1].cost);
  EXPECT_THAT(costs[1].problem.text(), testing::HasSubstr("float"));
  for (const CsvColumn& column : cost_columns(costs)) {
    EXPECT_FALSE(column.values.at(0).empty());
    EXPECT_TRUE(column.values.at(1).empty());
  }
  EXPECT_TRUE(point_costs({}, spec).empty());
  EXPECT_TRUE(cost_columns({}).empty());
}

TEST_F(Export, ThePictureShowsTheChartAtItsScale) {
  const QImage image = window->chart_panel()->picture(2);
  AccuracyChart* chart = window->chart_panel()->chart();
  ASSERT_EQ(image.size(), chart->size() * 2);
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

TEST_F(Export, ACopiedPictureNamesItsCurves) {
  window->chart_panel()->sweep_bar()->set_axes(parse_sweep_axis("adc_bits=4:6"), parse_sweep_axis("encoding_bits=1,2"));
  window->actions().run->trigger();
  ASSERT_TRUE(finish());
  window->chart_panel()->chart()->select(PointPlace{0, 1});
  window->actions().copy_picture->trigger();
  const QImage copied = QApplication::clipboard()->image();
  const QSize chart = window->chart_panel()->chart()->size();
  ASSERT_EQ(copied.size(), QSize(chart.width(), chart.height() + ChartSheet::kLegendRow) * 2);
  // The colour of each curve in the row above the chart.
  for (std::size_t curve = 0; curve < 2; ++curve) {
    bool found = false;
    for (int y = 0; y < 2 * ChartSheet::kLegendRow; ++y) {
      for (int x = 0; x < copied.width(); ++x) found = found || copied.pixelColor(x, y) == theme.tokens().series[curve];
    }
    EXPECT_TRUE(found) << curve;
  }
  // The ring of the selection is of the window alone.
  window->chart_panel()->chart()->select(std::nullopt);
  window->actions().copy_picture->trigger();
  EXPECT_EQ(QApplication::clipboard()->image(), copied);
}

TEST_F(Export, APlaceThatCannotBeWrittenIsSaid) {
  EXPECT_THROW(window->export_csv(QString::fromStdString((folder / "none/curve.csv").string())), Error);
}

TEST_F(Export, AStudyFileHoldsEveryPredictionAndTheCalibration) {
  EXPECT_EQ(save(folder / "study.acim"), "");
  const auto store = StudyStore::open(folder / "study.acim");
  EXPECT_TRUE(store->complete());
  EXPECT_EQ(store->spec(), window->controller().spec());
  EXPECT_EQ(store->calibration(), R"({"fake": 1})");
}

TEST_F(Export, AStudyFileReplacesWhatHasItsName) {
  std::ofstream(folder / "other.acim") << "no study";
  EXPECT_EQ(save(folder / "other.acim"), "");
  EXPECT_EQ(save(folder / "other.acim"), "");
  EXPECT_TRUE(StudyStore::open(folder / "other.acim")->complete());
  EXPECT_EQ(files_in(folder.path()), 1) << "something temporary is left";
}

TEST_F(Export, AStudyThatIsOpenElsewhereIsNotReplaced) {
  EXPECT_EQ(save(folder / "study.acim"), "");
  {
    const auto elsewhere = StudyStore::open(folder / "study.acim");
    EXPECT_THAT(save(folder / "study.acim"), testing::HasSubstr("study.acim"));
    EXPECT_TRUE(elsewhere->complete());
  }
  EXPECT_TRUE(StudyStore::open(folder / "study.acim")->complete());
  EXPECT_EQ(files_in(folder.path()), 1) << "something temporary is left";
}

TEST_F(Export, AStudyThatCannotBeSavedSaysWhy) {
  EXPECT_THAT(save(folder / "none/study.acim"), testing::HasSubstr("No such file or directory"));
  std::filesystem::create_directory(folder / "folder.acim");
  EXPECT_THAT(save(folder / "folder.acim"), testing::HasSubstr("folder.acim"));
  EXPECT_TRUE(std::filesystem::is_directory(folder / "folder.acim"));
}

TEST(StudyController, SavesNothingBeforeTheFirstRunAndSaysSo) {
  StudyController controller(test::fake_factory(), 1);
  const test::TemporaryFolder folder;
  EXPECT_THAT(save_study(controller, folder / "study.acim"), testing::HasSubstr("Run a sweep first"));
  EXPECT_FALSE(std::filesystem::exists(folder / "study.acim"));
}

/// Whose provenance cannot be had.
class ForgetfulEvaluator : public test::FakeEvaluator {
 public:
  std::vector<std::pair<std::string, std::string>> provenance() const override { throw std::bad_alloc(); }
};

TEST(StudyController, ReportsForeignExceptionsLikeErrors) {
  std::function<void()> fail = [] { throw std::system_error(EMFILE, std::generic_category()); };
  StudyController controller(
      [&fail](const StudySubject&, double, const auto&, std::stop_token) -> std::shared_ptr<const Evaluator> {
        fail();
        return std::make_shared<ForgetfulEvaluator>();
      },
      1);
  QString failure;
  QObject::connect(&controller, &StudyController::open_failed, [&](const ErrorText& error) { failure = error.text; });
  controller.open({}, 100);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !failure.isEmpty(); }, 20000));
  EXPECT_THAT(failure.toStdString(), testing::HasSubstr("Too many open files"));

  fail = [] {};
  controller.open({}, 100);
  ASSERT_TRUE(QTest::qWaitFor([&] { return controller.is_open(); }, 20000));
  ASSERT_TRUE(controller.run({}, {}, {}));
  const test::TemporaryFolder folder;
  EXPECT_THAT(save_study(controller, folder / "study.acim"), testing::HasSubstr("Out of memory"));
}

TEST_F(Export, PicturesOfTheWindowComeInEveryLook) {
  write_window_pictures(*window, theme, folder.path());
  EXPECT_EQ(QImage(QString::fromStdString((folder / "tradeoff-light-1280x720.png").string())).size(), QSize(1280, 720));
  EXPECT_EQ(files_in(folder.path()), 80);
  const QImage twice(QString::fromStdString((folder / "window-dark-1280x720@2x.png").string()));
  EXPECT_EQ(twice.size(), QSize(2560, 1440));
  EXPECT_LT(twice.pixelColor(4, 400).lightness(), 60);
  const QImage light(QString::fromStdString((folder / "window-light-1920x1080.png").string()));
  EXPECT_GT(light.pixelColor(4, 400).lightness(), 200);
}

}  // namespace
}  // namespace acim::ui
