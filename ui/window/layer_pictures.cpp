#include "ui/window/layer_pictures.h"

#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QTableView>
#include <functional>
#include <utility>
#include <vector>

#include "ui/panel/layers_panel.h"
#include "ui/theme/theme.h"
#include "ui/window/file_export.h"
#include "ui/window/layer_docks.h"
#include "ui/window/main_window.h"
#include "ui/window/window_pictures.h"

namespace acim::ui {

namespace {

constexpr int kLongestWait = 20000;  ///< ms for the network to run up to a layer

void wait_for_conversion(LayerDocks& docks) {
  QElapsedTimer timer;
  timer.start();
  const ColumnModel& model = docks.conversion();
  while (model.is_watched() && model.state() == ColumnState::waiting && timer.elapsed() < kLongestWait) {
    QApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 20);
  }
}

void show_sensitivity(LayerDocks& docks) {
  if (docks.sensitivity().run() == nullptr) docks.find_sensitivity();
  docks.show_ranks();
  QElapsedTimer timer;
  timer.start();
  while (docks.sensitivity().is_active() && timer.elapsed() < kLongestWait) {
    QApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 20);
  }
  docks.sensitivity().stop();
}

}  // namespace

void write_layer_pictures(MainWindow& window, Theme& theme, const std::filesystem::path& folder) {
  LayerDocks& docks = *window.docks();
  if (docks.layers()->table()->model()->rowCount() < 3) return;
  const ThemeChoice theme_before = theme.choice();
  struct View {
    const char* name;
    std::function<void()> show;
    std::function<void()> leave;
  };
  const std::vector<View> views = {
      {"own-layers", [&] { docks.layers()->select_rows({2}); }, [] {}},
      {"sensitivity", [&] { show_sensitivity(docks); }, [&] { docks.layers()->show_bits(false); }},
      {"bits", [&] { docks.layers()->show_bits(true); }, [&] { docks.layers()->show_bits(false); }},
      {"conversion", [&] { docks.column_dock()->raise(); }, [&] { docks.layers_dock()->raise(); }},
      {"column", [&] { docks.show_large(true); }, [&] { docks.show_large(false); }}};
  for (const View& view : views) {
    view.show();
    for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark}) {
      theme.apply(choice);
      for (const auto& [size, scale] : {std::pair(QSize(1280, 720), 2), std::pair(QSize(1920, 1080), 1)}) {
        window_picture(window, size, 1);
        view.show();  // A change of size rearranges the docks.
        wait_for_conversion(docks);
        write_view_picture(window, folder, view.name, choice, size, scale);
      }
    }
    view.leave();
  }
  docks.layers()->select_rows({});
  theme.apply(theme_before);
}

}  // namespace acim::ui
