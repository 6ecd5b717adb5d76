#pragma once

#include <QMainWindow>
#include <QStringList>
#include <QTimer>

#include "ui/model/adc_range_choice.h"
#include "ui/model/parameters.h"
#include "ui/model/study_controller.h"
#include "ui/theme/theme.h"
#include "ui/window/about_dialog.h"
#include "ui/window/window_actions.h"

class QDockWidget;

namespace acim::ui {

class ChartPanel;
class LayersModel;
class LayersPanel;
class LessonDesk;
class MacroForm;
class MainMenu;
class RunsModel;
class RunsPanel;
class StatusStrip;

struct WindowOptions {
  StudySubject subject;    ///< opened at the start
  PointSettings settings;  ///< knobs and layers at the start
  SweepAxis x;             ///< empty: ADC bits 4 .. 10
  SweepAxis family;
  QStringList architectures;  ///< weight files can be loaded into
  int threads = 0;            ///< 0: as many as the machine has
  bool run_at_start = true;
  QStringList lesson_folders;  ///< empty: those of the program and the user's own
};

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  MainWindow(EvaluationFactory factory, const WindowOptions& options, Theme* theme, QWidget* parent = nullptr);
  ~MainWindow() override;

  StudyController& controller() { return controller_; }
  Parameters& parameters() { return parameters_; }
  AdcRangeChoice& adc_range() { return adc_range_; }
  MacroForm* form() const { return form_; }
  RunsPanel* runs_panel() const { return runs_; }
  ChartPanel* chart_panel() const { return chart_panel_; }
  StatusStrip* status_strip() const { return status_; }
  CommandBar* command_bar() const { return bar_; }
  const WindowActions& actions() const { return actions_; }
  MainMenu* main_menu() const { return menu_; }
  LayersPanel* layers_panel() const { return layers_; }
  QDockWidget* layers_dock() const { return layers_dock_; }
  LessonDesk* lessons() const { return lessons_; }

  void open(const StudySubject& subject);
  void run();
  /// Error(output) when the place cannot be written.
  void export_csv(const QString& path);
  void export_png(const QString& path, double scale);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void connect_actions();
  void make_docks();
  void make_layers_dock();
  /// A dock at the right, closable, with a box that keeps it off the window's edge.
  QDockWidget* add_right_dock(const QString& name, const char* object_name, QWidget* panel, const QKeySequence& key);
  void show_layers();
  void connect_controller();
  void connect_panels();
  void connect_menu();
  void settings_changed();
  void add_points();
  void restart();
  void show_state();
  void show_progress();
  void show_error(const ErrorText& error);
  void try_output(const QString& title, const std::function<void()>& write);
  void ask_path(const QString& title, const QString& name, const QString& filter,
                const std::function<void(const QString&)>& use);
  void show_machine();
  MachineText machine() const;
  /// The knobs, with the swept ones as at the point that is selected.
  PointSettings settings_in_view() const;

  Theme* theme_;
  Parameters parameters_;
  AdcRangeChoice adc_range_{&parameters_.undo_stack()};
  StudyController controller_;
  WindowOptions options_;
  WindowActions actions_{};
  MainMenu* menu_ = nullptr;
  LessonDesk* lessons_ = nullptr;
  QByteArray first_layout_;
  CommandBar* bar_ = nullptr;
  MacroForm* form_ = nullptr;
  QDockWidget* macro_dock_ = nullptr;
  ChartPanel* chart_panel_ = nullptr;
  StatusStrip* status_ = nullptr;
  RunsModel* runs_model_ = nullptr;
  RunsPanel* runs_ = nullptr;
  QDockWidget* runs_dock_ = nullptr;
  LayersModel* layers_model_ = nullptr;
  LayersPanel* layers_ = nullptr;
  QDockWidget* layers_dock_ = nullptr;
  QTimer restart_timer_;
  bool run_when_open_ = false;
};

}  // namespace acim::ui
