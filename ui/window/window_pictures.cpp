#include "ui/window/window_pictures.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <optional>

#include "ui/chart/accuracy_chart.h"
#include "ui/panel/chart_panel.h"
#include "ui/theme/theme.h"
#include "ui/window/file_export.h"
#include "ui/window/layer_pictures.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/main_window.h"

namespace acim::ui {

QImage window_picture(MainWindow& window, const QSize& size, double scale) {
  window.resize(size);
  // Layout and repaint requests that resizing left in the event queue.
  for (int i = 0; i < 5; ++i) QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
  QImage image(size * scale, QImage::Format_RGB32);
  image.setDevicePixelRatio(scale);
  image.fill(window.palette().color(QPalette::Window));
  window.render(&image);
  return image;
}

PointPlace lossy_point(const ChartPlan& plan) {
  constexpr std::size_t kPlace = 2;
  return {0, std::min(kPlace, plan.x.size() - 1)};
}

void write_window_picture(MainWindow& window, const QSize& size, double scale, const std::filesystem::path& path) {
  write_png(path, window_picture(window, size, scale));
}

void write_view_picture(MainWindow& window, const std::filesystem::path& folder, const char* view, ThemeChoice theme,
                        const QSize& size, int scale) {
  const QString name = QStringLiteral("%1-%2-%3x%4%5.png")
                           .arg(QLatin1String(view), theme_choice_name(theme))
                           .arg(size.width())
                           .arg(size.height())
                           .arg(scale == 1 ? QString() : QStringLiteral("@%1x").arg(scale));
  write_png(folder / name.toStdString(), window_picture(window, size, scale));
}

namespace {

/// Light and dark, small and large, at both scales.
void write_in_every_look(MainWindow& window, Theme& theme, const std::filesystem::path& folder, const char* view) {
  for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark}) {
    theme.apply(choice);
    for (const QSize& size : {QSize(1280, 720), QSize(1920, 1080)}) {
      for (const int scale : {1, 2}) write_view_picture(window, folder, view, choice, size, scale);
    }
  }
}

}  // namespace

void write_window_pictures(MainWindow& window, Theme& theme, const std::filesystem::path& folder) {
  struct View {
    const char* name;
    ChartView view;
    bool layers;
  };
  ChartPanel& panel = *window.chart_panel();
  const ThemeChoice theme_before = theme.choice();
  const ChartView view_before = panel.view();
  for (const View& view : {View{"window", ChartView::accuracy, false}, View{"tradeoff", ChartView::tradeoff, false},
                           View{"energy", ChartView::energy, false}, View{"layers", ChartView::energy, true},
                           View{"confusion", ChartView::confusion, false}}) {
    panel.show_view(view.view);
    panel.show_energy_of_layers(view.layers);
    // Another point than the one it is compared with, so that images flip.
    const ChartPlan& plan = panel.chart()->plan();
    const bool flips = view.view == ChartView::confusion && !plan.empty();
    panel.chart()->select(flips ? std::optional(lossy_point(plan)) : std::nullopt);
    write_in_every_look(window, theme, folder, view.name);
  }
  panel.chart()->select(std::nullopt);
  panel.show_energy_of_layers(false);
  panel.show_view(view_before);
  write_layer_pictures(window, theme, folder);
  window.lessons()->open();
  write_in_every_look(window, theme, folder, "lesson");
  window.lessons()->close();
  theme.apply(theme_before);
}

}  // namespace acim::ui
