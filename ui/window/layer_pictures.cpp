#include "ui/window/layer_pictures.h"

#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <functional>
#include <utility>
#include <vector>

#include "ui/chart/accuracy_chart.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/knob_row.h"
#include "ui/panel/layers_panel.h"
#include "ui/panel/macro_form.h"
#include "ui/panel/noise_table.h"
#include "ui/panel/why_panel.h"
#include "ui/theme/theme.h"
#include "ui/window/file_export.h"
#include "ui/window/layer_docks.h"
#include "ui/window/main_window.h"
#include "ui/window/why_dock.h"
#include "ui/window/window_pictures.h"

namespace acim::ui {

namespace {

constexpr int kLongestWait = 20000;  ///< ms for the network to run up to a layer

constexpr double kShownNoise = 0.2;  ///< per cent

void wait_while(const std::function<bool()>& waiting) {
  QElapsedTimer timer;
  timer.start();
  while (waiting() && timer.elapsed() < kLongestWait) {
    QApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 20);
  }
}

void show_sensitivity(LayerDocks& docks) {
  if (docks.sensitivity().run() == nullptr) docks.find_sensitivity();
  docks.show_ranks();
  wait_while([&] { return docks.sensitivity().is_active(); });
  docks.sensitivity().stop();
}

void wait_for_data(MainWindow& window) {
  const ColumnModel& conversion = window.docks()->conversion();
  wait_while([&] { return conversion.is_watched() && conversion.state() == ColumnState::waiting; });
  const ExplanationModel& explanation = window.why()->model();
  wait_while([&] {
    const bool works =
        explanation.state() == ExplanationState::waiting || explanation.state() == ExplanationState::ready;
    return explanation.is_watched() && works && explanation.progress() < 1;
  });
}

/// `help`: scrolled to what would help.
void show_why(MainWindow& window, bool help) {
  AccuracyChart* chart = window.chart_panel()->chart();
  chart->select(lossy_point(chart->plan()));
  window.why()->open();
  wait_for_data(window);
  QScrollBar* bar = window.why()->panel()->findChild<QScrollArea*>()->verticalScrollBar();
  bar->setValue(help ? bar->maximum() : 0);
}

/// The form at the noise, with its measures; `open` or as before.
void show_noise_table(MainWindow& window, bool open) {
  KnobRow* row = window.form()->row("random_noise_percent");
  auto* table = row->findChild<NoiseTable*>();
  Parameters& parameters = window.parameters();
  if (open == table->is_open()) return window.form()->findChild<QScrollArea*>()->ensureWidgetVisible(row, 0, 40);
  table->unfold()->click();
  if (!open) return parameters.undo_stack().undo();
  parameters.set_value("random_noise_percent", kShownNoise);
}

}  // namespace

void write_layer_pictures(MainWindow& window, Theme& theme, const std::filesystem::path& folder) {
  LayerDocks& docks = *window.docks();
  if (docks.layers()->table()->model()->rowCount() < 3) return;
  AccuracyChart* chart = window.chart_panel()->chart();
  if (chart->plan().empty()) return;
  const ThemeChoice theme_before = theme.choice();
  struct View {
    const char* name;
    std::function<void()> show;
    std::function<void()> leave;
  };
  const std::vector<View> views = {
      {"own-layers", [&] { docks.layers()->select_rows({2}); }, [] {}},
      {"sensitivity", [&] { show_sensitivity(docks); }, [&] { docks.layers()->show_bits(false); }},
      {"bits",
       [&] {
         chart->clearFocus();  // Else it shows the values of the point.
         chart->select(lossy_point(chart->plan()));
         docks.layers()->show_bits(true);
       },
       [&] { docks.layers()->show_bits(false); }},
      {"conversion",
       [&] {
         docks.layers_dock()->raise();
         docks.column_dock()->raise();  // Where they are one behind the other.
       },
       [&] { docks.layers_dock()->raise(); }},
      {"why", [&] { show_why(window, false); }, [] {}},
      {"why-help", [&] { show_why(window, true); },
       [&] {
         chart->select(std::nullopt);
         docks.layers_dock()->raise();
       }},
      {"noise", [&] { show_noise_table(window, true); }, [&] { show_noise_table(window, false); }},
      {"column",
       [&] {
         chart->select(lossy_point(chart->plan()));
         docks.show_large(true);
       },
       [&] { docks.show_large(false); }}};
  for (const View& view : views) {
    view.show();
    for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark}) {
      theme.apply(choice);
      for (const auto& [size, scale] : {std::pair(QSize(1280, 720), 2), std::pair(QSize(1920, 1080), 1)}) {
        window_picture(window, size, 1);
        view.show();  // A change of size rearranges the docks.
        wait_for_data(window);
        write_view_picture(window, folder, view.name, choice, size, scale);
      }
    }
    view.leave();
  }
  chart->select(std::nullopt);
  docks.layers()->select_rows({});
  theme.apply(theme_before);
}

}  // namespace acim::ui
