#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QComboBox>
#include <QFileDialog>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTest>
#include <QToolButton>
#include <filesystem>
#include <memory>

#include "base/file.h"
#include "fake_evaluator.h"
#include "study/study_command.h"
#include "test_files.h"
#include "ui/chart/chart_legend.h"
#include "ui/chart/confusion_map.h"
#include "ui/model/study_document.h"
#include "ui/model/study_writer.h"
#include "ui/panel/banner.h"
#include "ui/panel/chart_sheet.h"
#include "ui/panel/confusion_panel.h"
#include "ui/panel/segments.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/preview_desk.h"

namespace acim::ui {
namespace {

using testing::HasSubstr;
using testing::Not;

class ExportChart : public testing::Test {
 protected:
  ExportChart() {
    theme.apply(ThemeChoice::dark);
    WindowOptions options;
    options.x = parse_sweep_axis("adc_bits=4:8");
    options.family = parse_sweep_axis("encoding_bits=1,2");
    window = std::make_unique<MainWindow>(test::fake_factory(60), options, &theme);
    window->resize(1280, 720);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    EXPECT_TRUE(QTest::qWaitFor([this] { return window->controller().state() == StudyState::finished; }, 20000));
    EXPECT_TRUE(QTest::qWaitFor([this] { return !window->controller().costs().empty(); }, 20000));
    QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    dialog = window->findChild<ExportDialog*>();
  }
  void pick(const char* name, int choice) {
    for (Segments* one : dialog->findChildren<Segments*>()) {
      if (one->accessibleName() == QLatin1String(name)) {
        QTest::mouseClick(one->button(choice), Qt::LeftButton);
        return;
      }
    }
    ADD_FAILURE() << "no choice " << name;
  }
  void set_size(int width, int height) {
    const QList<QSpinBox*> boxes = dialog->findChildren<QSpinBox*>();
    ASSERT_EQ(boxes.size(), 2);
    for (QSpinBox* box : boxes) box->setValue(box->accessibleName() == QStringLiteral("Width") ? width : height);
  }
  QString save(const char* name) {
    QString path = QString::fromStdString((folder / name).string());
    dialog->save(path);
    EXPECT_EQ(dialog->banner()->kind(), BannerKind::good) << dialog->banner()->text().toStdString();
    return path;
  }
  static int distance(const QColor& a, const QColor& b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
  }
  static bool holds(const QImage& image, const QColor& color) {
    for (int y = 0; y < image.height(); ++y) {
      for (int x = 0; x < image.width(); ++x) {
        if (image.pixelColor(x, y) == color) return true;
      }
    }
    return false;
  }

  test::TemporaryFolder folder;
  Theme theme;
  std::unique_ptr<MainWindow> window;
  ExportDialog* dialog = nullptr;
};

TEST_F(ExportChart, PngHasTheSizeScaleAndStyleChosen) {
  ASSERT_NE(dialog, nullptr);
  pick("Format", 0);
  pick("Style", 0);
  pick("Scale", 2);
  set_size(400, 300);
  const QImage light(save("light.png"));
  EXPECT_EQ(light.size(), QSize(1600, 1200));
  EXPECT_EQ(light.dotsPerMeterX(), 15118);
  EXPECT_EQ(light.pixelColor(3, 3), light_tokens().panel);
  for (int curve = 0; curve < 2; ++curve) EXPECT_TRUE(holds(light, light_tokens().series_style(curve).color)) << curve;
  EXPECT_THAT(light.text(QStringLiteral("Title")).toStdString(), HasSubstr("ADC bits"));
  pick("Style", 1);
  pick("Scale", 0);
  const QImage dark(save("dark.png"));
  EXPECT_EQ(dark.size(), QSize(400, 300));
  EXPECT_EQ(dark.pixelColor(3, 3), dark_tokens().panel);
  EXPECT_TRUE(theme.is_dark());
}

TEST_F(ExportChart, PaperIsBlackOnWhiteInEveryView) {
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->runs_model()->record_of_row(0).kept != nullptr; }, 20000));
  pick("Scale", 1);
  set_size(640, 400);
  for (int view = 0; view < 4; ++view) {
    SCOPED_TRACE(view);
    pick("Chart", view);
    pick("Style", 0);
    const QImage light(save("light.png"));
    pick("Style", 2);
    const QImage paper(save("paper.png"));
    EXPECT_EQ(paper.pixelColor(3, 3), QColor(Qt::white));
    EXPECT_TRUE(holds(paper, Qt::black));
    EXPECT_FALSE(holds(light, Qt::black));
  }
  pick("Chart", 0);
  const QImage paper(save("paper.png"));
  for (int curve = 0; curve < 2; ++curve) {
    const QColor ink = paper_tokens().series_style(curve).color;
    EXPECT_TRUE(holds(paper, ink)) << curve;
    EXPECT_LT(qGray(ink.rgb()), 128) << curve;
  }
  EXPECT_TRUE(theme.is_dark());
}

TEST_F(ExportChart, EveryPictureTellsTheCommandThatMakesItAgain) {
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->runs_model()->record_of_row(0).kept != nullptr; }, 20000));
  const std::string command = study_command(window->controller().spec());
  EXPECT_THAT(command, testing::StartsWith("acim sweep"));
  EXPECT_THAT(command, testing::EndsWith(" --x adc_bits=4:8 --family encoding_bits=1,2"));
  for (int view = 0; view < 4; ++view) {
    pick("Chart", view);
    pick("Format", 0);
    const QImage png(save("chart.png"));
    EXPECT_EQ(png.text(QStringLiteral("Command")).toStdString(), command) << view;
    EXPECT_THAT(png.text(QStringLiteral("Software")).toStdString(), HasSubstr("ACiM Explorer"));
    pick("Format", 1);
    EXPECT_THAT(read_text_file(save("chart.svg").toStdString()), HasSubstr("<desc>" + command + "</desc>")) << view;
    pick("Format", 2);
    EXPECT_THAT(read_text_file(save("chart.pdf").toStdString()), HasSubstr(command)) << view;
  }
  pick("Chart", 0);
  pick("Format", 3);
  EXPECT_THAT(read_text_file(save("chart.csv").toStdString()), HasSubstr("# command: " + command + "\n"));
}

TEST_F(ExportChart, TheConfusionMatrixIsAPictureAndATable) {
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->runs_model()->record_of_row(0).kept != nullptr; }, 20000));
  pick("Chart", 3);
  pick("Format", 0);
  const QImage picture(save("confusion.png"));
  EXPECT_TRUE(holds(picture, light_tokens().heat_color(1)));
  const ConfusionMatrix& matrix = window->chart_panel()->confusion()->map()->matrix();
  ASSERT_GT(matrix.images(), 0);
  pick("Format", 3);
  const std::string csv = read_text_file(save("confusion.csv").toStdString());
  std::string row;
  for (int prediction = 0; prediction < matrix.classes; ++prediction)
    row += fmt::format(",{}", matrix.count(0, prediction));
  EXPECT_THAT(csv, HasSubstr(row + "\n"));
  EXPECT_THAT(csv, HasSubstr("# point: "));
  EXPECT_THAT(csv, HasSubstr("\nlabel,"));
}

TEST_F(ExportChart, TheTableOfConfusionIsOfTheRunShownWhateverIsOpen) {
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->runs_model()->record_of_row(0).kept != nullptr; }, 20000));
  // A study whose network is not on this machine.
  StudyDocument document = window->study();
  KeptRun run = *document.runs.front()->kept;
  run.spec.subject.network = "broken";
  run.provenance = {{"network", "elsewhere"}, {"images_hash", "99"}};
  write_study(folder / "other.acim", run);
  window->open_file(QString::fromStdString((folder / "other.acim").string()));
  ASSERT_TRUE(QTest::qWaitFor(
      [this] { return !window->files()->path().isEmpty() && !window->controller().is_loading(); }, 20000));
  pick("Chart", 3);
  pick("Format", 3);
  const std::string csv = read_text_file(save("confusion.csv").toStdString());
  EXPECT_THAT(csv, HasSubstr("# network: elsewhere\n"));
  EXPECT_THAT(csv, HasSubstr("# images_hash: 99\n"));
  EXPECT_THAT(csv, Not(HasSubstr("# images_hash: 11")));
}

TEST_F(ExportChart, AnEmptyConfusionMatrixIsNotSaved) {
  window->chart_panel()->clear();  // As a run does that has no answers yet.
  pick("Chart", 3);
  for (int format = 0; format < 4; ++format) {
    pick("Format", format);
    dialog->banner()->hide();
    const test::TemporaryFolder place;
    dialog->save(QString::fromStdString((place / "nothing").string()));
    EXPECT_EQ(dialog->banner()->kind(), BannerKind::warning);
    EXPECT_THAT(dialog->banner()->text().toStdString(), HasSubstr("No answers yet"));
    EXPECT_FALSE(std::filesystem::exists(place / "nothing"));
  }
  // Its picture says so, too.
  const QImage preview = dialog->preview();
  QTest::mouseClick(dialog->findChild<QToolButton*>(QStringLiteral("save_export")), Qt::LeftButton);
  EXPECT_EQ(dialog->findChild<QFileDialog*>(), nullptr);
  EXPECT_TRUE(holds(preview, light_tokens().text2));
}

TEST_F(ExportChart, PaperIsTheStyleUntilAnotherIsChosenAndAButtonCloses) {
  EXPECT_TRUE(theme.is_dark());
  EXPECT_EQ(dialog->preview().pixelColor(3, 3), light_tokens().panel);
  QTest::mouseClick(dialog->findChild<QToolButton*>(QStringLiteral("close_export")), Qt::LeftButton);
  EXPECT_FALSE(dialog->isVisible());
}

TEST_F(ExportChart, SvgHasOutlinesForTextAndShowsWhatThePngShows) {
  pick("Format", 1);
  pick("Style", 0);
  set_size(500, 320);
  for (int view = 0; view < 3; ++view) {
    pick("Chart", view);
    const QString path = save("chart.svg");
    const std::string text = read_text_file(path.toStdString());
    EXPECT_THAT(text, Not(HasSubstr("<text")));
    EXPECT_THAT(text, HasSubstr("viewBox=\"0 0 500 320\""));
    EXPECT_THAT(text, HasSubstr("<title>Accuracy against ADC bits"));
    QSvgRenderer svg(path);
    ASSERT_TRUE(svg.isValid());
    QImage drawn(500, 320, QImage::Format_ARGB32_Premultiplied);
    drawn.fill(Qt::red);
    QPainter painter(&drawn);
    svg.render(&painter, QRectF(0, 0, 500, 320));
    painter.end();
    const QImage expected = dialog->preview().convertToFormat(drawn.format());
    ASSERT_EQ(expected.size(), drawn.size());
    if (view < 2) {
      EXPECT_TRUE(holds(expected.copy(60, 100, 440, 200), light_tokens().series_style(0).color));
    }
    int different = 0;
    for (int y = 0; y < drawn.height(); ++y) {
      for (int x = 0; x < drawn.width(); ++x) {
        different += distance(drawn.pixelColor(x, y), expected.pixelColor(x, y)) > 150 ? 1 : 0;
      }
    }
    EXPECT_LT(different, drawn.width() * drawn.height() / 100) << "view " << view;
  }
}

TEST_F(ExportChart, BelowTheLegendOfAFamilyIsTheChartOfTheWindow) {
  constexpr int kLegendHeight = ChartSheet::kLegendRow;
  window->preview()->action()->trigger();  // Its mark is of the window alone.
  ChartPanel* panel = window->chart_panel();
  // Its line would come between the two pictures.
  ASSERT_TRUE(QTest::qWaitFor([this] { return window->controller().quantised_reference().images == 60; }, 20000));
  for (const ChartView view : {ChartView::accuracy, ChartView::tradeoff}) {
    panel->show_view(view);
    const QImage alone = panel->picture(1);
    const QSize size(alone.width(), alone.height() + kLegendHeight);
    const ChartSheet sheet(*panel, view, theme, PictureStyle::dark, size);
    const QImage below = sheet.image(1).copy(0, kLegendHeight, alone.width(), alone.height());
    ASSERT_EQ(below.size(), alone.size());
    int different = 0;
    for (int y = 0; y < alone.height(); ++y) {
      for (int x = 0; x < alone.width(); ++x) {
        // Edges of letters differ a little.
        different += distance(alone.pixelColor(x, y), below.pixelColor(x, y)) > 100 ? 1 : 0;
      }
    }
    // Whatever the legend leaves on the painter changes every curve and grid line.
    EXPECT_LT(different, 20) << view_name(view);
    // No line is filled in the SVG: its chord would erase what lies below.
    const QString svg = QString::fromUtf8(sheet.svg(PictureOrigin()));
    const QRegularExpression filled_dashes(QStringLiteral("fill=\"#[0-9a-f]{6}\"[^>]*stroke-dasharray=\"[0-9]"));
    EXPECT_FALSE(filled_dashes.match(svg).hasMatch()) << filled_dashes.match(svg).captured().toStdString();
  }
}

TEST_F(ExportChart, TheLegendNamesWhatIsPrintedOverTheCurves) {
  ChartPanel* panel = window->chart_panel();
  for (const ChartView view : {ChartView::accuracy, ChartView::tradeoff}) {
    panel->show_view(view);
    ASSERT_NE(panel->legend()->overlay(), nullptr);
    const auto legend = [&] {
      return ChartSheet(*panel, view, theme, PictureStyle::light, {900, 500}).image(1).copy(0, 0, 900, 32);
    };
    const QImage without = legend();
    panel->legend()->overlay()->click();
    EXPECT_EQ(panel->shown_overlay(view).name, panel->legend()->overlay()->text());
    EXPECT_NE(legend(), without) << view_name(view);
    panel->legend()->overlay()->click();
    EXPECT_EQ(legend(), without);
  }
}

TEST_F(ExportChart, PdfHasItsSizeAndEmbedsItsFonts) {
  pick("Format", 2);
  set_size(480, 360);
  const std::string pdf = read_text_file(save("chart.pdf").toStdString());
  EXPECT_THAT(pdf, testing::StartsWith("%PDF-1."));
  EXPECT_THAT(pdf, HasSubstr("/MediaBox [0 0 360.000000 270.000000]"));
  EXPECT_THAT(pdf, HasSubstr("/FontFile"));
}

TEST_F(ExportChart, CsvHoldsTheData) {
  pick("Format", 3);
  EXPECT_EQ(read_text_file(save("data.csv").toStdString()), window->controller().csv());
  for (const QSpinBox* box : dialog->findChildren<QSpinBox*>()) EXPECT_FALSE(box->isEnabled());
}

TEST_F(ExportChart, CurvesThatAreHiddenAreNotInThePicture) {
  pick("Style", 0);
  window->chart_panel()->legend()->entry(1)->click();
  EXPECT_FALSE(holds(dialog->preview(), light_tokens().series_style(1).color));
  EXPECT_TRUE(holds(dialog->preview(), light_tokens().series_style(0).color));
}

TEST_F(ExportChart, SizesOfPaperAndSlidesAreChosenAndOwnOnesTyped) {
  auto* sizes = dialog->findChild<QComboBox*>();
  sizes->setFocus();
  QTest::keyClick(sizes, Qt::Key_Down);
  EXPECT_EQ(dialog->picture_size(), QSize(333, 250));
  QTest::keyClick(sizes, Qt::Key_End);
  set_size(700, 250);
  EXPECT_EQ(sizes->currentIndex(), sizes->count() - 1);
  EXPECT_EQ(dialog->picture_size(), QSize(700, 250));
}

TEST_F(ExportChart, APlaceThatCannotBeWrittenIsSaidAndEscapeCloses) {
  dialog->save(QString::fromStdString((folder / "none" / "x.png").string()));
  EXPECT_EQ(dialog->banner()->kind(), BannerKind::error);
  QTest::mouseClick(dialog->findChild<QToolButton*>(QStringLiteral("save_export")), Qt::LeftButton);
  auto* files = dialog->findChild<QFileDialog*>();
  ASSERT_NE(files, nullptr);
  EXPECT_EQ(files->defaultSuffix(), QStringLiteral("png"));
  files->reject();
  QTest::keyClick(dialog, Qt::Key_Escape);
  EXPECT_FALSE(dialog->isVisible());
}

}  // namespace
}  // namespace acim::ui
