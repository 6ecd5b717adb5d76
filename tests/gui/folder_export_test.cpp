#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QImage>
#include <QSvgRenderer>
#include <QTableView>
#include <QTest>
#include <filesystem>
#include <new>

#include "base/file.h"
#include "study/study_command.h"
#include "study/study_store.h"
#include "test_files.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/model/runs_model.h"
#include "ui/panel/banner.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/runs_panel.h"
#include "ui/panel/sweep_bar.h"
#include "ui/window/folder_export.h"
#include "window_on_fake.h"

namespace acim::ui {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

class StudyExport : public test::WindowOnFake {
 protected:
  StudyExport() {
    open();
    EXPECT_TRUE(finish());
  }
  void export_to(const fs::path& path) {
    window->actions().export_folder->trigger();
    auto* dialog = window->findChild<QFileDialog*>(QStringLiteral("export_folder_dialog"));
    ASSERT_NE(dialog, nullptr);
    Q_EMIT dialog->fileSelected(QString::fromStdString(path.string()));
    dialog->close();
  }

  test::TemporaryFolder folder;
};

TEST_F(StudyExport, AFolderHasEveryFileAndEachOpens) {
  window->parameters().set_value("random_noise_percent", 0.25);
  window->run();
  ASSERT_TRUE(finish());
  window->runs_model()->set_note({window->controller().generation(), 0}, QStringLiteral("with noise"));
  const fs::path place = folder / "everything";
  export_to(place);
  ASSERT_TRUE(QTest::qWaitFor([&] { return fs::exists(place); }, 20000));
  EXPECT_EQ(StudyStore::open(place / "study.acim")->spec(), window->controller().spec());
  EXPECT_EQ(parse_settings(read_text_file(place / "settings.json"), "settings.json"), window->parameters().settings());
  EXPECT_EQ(read_text_file(place / "data/run-2.csv"), window->controller().csv());
  EXPECT_THAT(read_text_file(place / "data/run-1.csv"), HasSubstr("# command: acim sweep --x adc_bits=4:10\n"));
  for (const char* name : {"accuracy", "tradeoff", "energy", "confusion"}) {
    const QString picture = QString::fromStdString((place / "pictures" / name).string());
    EXPECT_TRUE(QSvgRenderer(picture + QStringLiteral(".svg")).isValid()) << name;
    EXPECT_EQ(QImage(picture + QStringLiteral(".png")).size(), QSize(1360, 800)) << name;
  }
  const std::string readme = read_text_file(place / "README.txt");
  EXPECT_THAT(readme, HasSubstr("acim run --settings settings.json"));
  EXPECT_THAT(readme, HasSubstr("again: " + study_command(window->controller().spec())));
  EXPECT_THAT(readme, HasSubstr("note: with noise"));
  EXPECT_THAT(readme, HasSubstr("network: fake"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1) << "something temporary is left";
}

TEST_F(StudyExport, AFolderThatIsThereAlreadyStaysAndThatIsSaid) {
  const fs::path place = folder / "mine";
  fs::create_directory(place);
  write_file_atomically(place / "a.txt", std::string_view("mine"));
  export_to(place);
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->chart_panel()->banner()->isVisible(); }, 20000));
  EXPECT_THAT(window->chart_panel()->banner()->text().toStdString(), HasSubstr("already"));
  EXPECT_EQ(read_text_file(place / "a.txt"), "mine");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1) << "something temporary is left";
}

TEST_F(StudyExport, NoPictureIsMadeOfAnswersThatAreNone) {
  window->actions().new_study->trigger();
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().results().empty(); }, 20000));
  const fs::path place = folder / "blank";
  window->actions().export_folder->setEnabled(true);
  export_to(place);
  ASSERT_TRUE(QTest::qWaitFor([&] { return fs::exists(place); }, 20000));
  EXPECT_TRUE(fs::exists(place / "pictures/accuracy.png"));
  EXPECT_FALSE(fs::exists(place / "pictures/confusion.png"));
}

TEST(FolderExport, SaysThatThereIsNoMemoryForAPicture) {
  const test::TemporaryFolder folder;
  QObject owner;
  std::vector<FolderExport::Drawing> drawings;
  drawings.emplace_back("large.png", []() -> QByteArray { throw std::bad_alloc(); });
  auto* work = new FolderExport(folder / "study", {}, std::move(drawings), &owner);
  QString said;
  QObject::connect(work, &FolderExport::failed, &owner, [&](const ErrorText& error) { said = error.text; });
  ASSERT_TRUE(QTest::qWaitFor([&] { return !said.isEmpty(); }, 20000));
  EXPECT_THAT(said.toStdString(), HasSubstr("Out of memory"));
  EXPECT_FALSE(fs::exists(folder / "study"));
}

TEST_F(StudyExport, TheCommandIsOfThePickedRunElseOfTheSweepThatIsSet) {
  QClipboard* clipboard = QApplication::clipboard();
  window->runs_panel()->mark_curve(std::nullopt);
  window->parameters().set_value("random_noise_percent", 0.25);
  window->actions().copy_command->trigger();
  EXPECT_EQ(clipboard->text(), QStringLiteral("acim sweep --set random_noise_percent=0.25 --x adc_bits=4:10"));
  // A point that is selected in the chart marks its row, and is no choice of a run.
  window->chart_panel()->chart()->select(PointPlace{0, 2});
  ASSERT_EQ(window->runs_panel()->picked().size(), 1U);
  window->actions().copy_command->trigger();
  EXPECT_EQ(clipboard->text(), QStringLiteral("acim sweep --set random_noise_percent=0.25 --x adc_bits=4:10"));
  const QRect cell = window->runs_panel()->table()->visualRect(window->runs_model()->index(0, RunsModel::kSettings));
  QTest::mouseClick(window->runs_panel()->table()->viewport(), Qt::LeftButton, {}, cell.center());
  window->actions().copy_command->trigger();
  EXPECT_EQ(clipboard->text(), QStringLiteral("acim sweep --x adc_bits=4:10"));
}

TEST_F(StudyExport, TheCommandHoldsTheNoiseThatIsHeld) {
  window->runs_panel()->mark_curve(std::nullopt);
  window->parameters().set_value("random_noise_percent", 0.25);
  window->parameters().hold_noise(NoiseUnit::lsb);
  window->actions().copy_command->trigger();
  EXPECT_THAT(QApplication::clipboard()->text().toStdString(), HasSubstr(" --hold-noise lsb "));
}

}  // namespace
}  // namespace acim::ui
