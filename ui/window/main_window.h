#pragma once

#include <QMainWindow>
#include <QStringList>
#include <QTimer>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "ui/chart/chart_picture.h"
#include "ui/model/adc_range_choice.h"
#include "ui/model/image_fetch.h"
#include "ui/model/parameters.h"
#include "ui/model/study_controller.h"
#include "ui/theme/theme.h"
#include "ui/window/about_dialog.h"
#include "ui/window/study_files.h"
#include "ui/window/window_actions.h"

class QDockWidget;

namespace acim::ui {

enum class ChartView;
class AxesUndo;
class Banner;
class ChartPanel;
class ConfusionDesk;
class FetchStrip;
class LayerDocks;
class LessonDesk;
class MacroForm;
class PresetDesk;
class NormalisationStrip;
class PreviewDesk;
class RunBlockers;
class MainMenu;
class RunsModel;
class RunsPanel;
class StatusStrip;
class WhyDock;

struct WindowOptions {
  StudySubject subject;    ///< opened at the start
  PointSettings settings;  ///< knobs and layers at the start
  SweepAxis x;             ///< empty: ADC bits 4 .. 10
  SweepAxis family;
  QStringList architectures;  ///< weight files can be loaded into
  int threads = 0;            ///< 0: as many as the machine has
  bool run_at_start = true;
  ImageFetching fetching;              ///< images that can be had over the network
  QStringList lesson_folders;          ///< empty: those of the program and the user's own
  std::string study;                   ///< a file to open at the start: a study, a network, images; empty: none
  std::filesystem::path state_folder;  ///< where unsaved work and recent files are kept; empty: nowhere
};

class MainWindow : public QMainWindow, private StudyWindow {
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
  LayerDocks* docks() const { return docks_; }
  WhyDock* why() const { return why_; }
  LessonDesk* lessons() const { return lessons_; }

  RunsModel* runs_model() const { return runs_model_; }
  PresetDesk* presets() const { return presets_; }
  PreviewDesk* preview() const { return preview_; }
  StudyFiles* files() const { return files_; }
  /// Over the chart: what concerns files.
  Banner* files_banner() const { return files_banner_; }
  ImageFetch& image_fetch() { return *image_fetch_; }
  FetchStrip* fetch_strip() const { return fetch_strip_; }
  StudyDocument study() const override;

  void open(const StudySubject& subject);
  /// A study, a network or images, by its name.
  void open_file(const QString& path);
  /// Size and place as they were when the window was closed; false: not known.
  bool restore_place();
  void run();
  /// Error(output) when the place cannot be written.
  void export_csv(const QString& path);
  /// The knobs and axes as a study. Error(usage) when they make none.
  StudySpec study_set() const;

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void childEvent(QChildEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void connect_actions();
  void make_docks();
  void connect_controller();
  void connect_panels();
  void connect_menu();
  void connect_runs();
  void connect_files();
  void connect_exports();
  void show_export();
  void export_folder(const QString& path);
  StudySpec spec_to_copy() const;
  PictureOrigin picture_origin(ChartView view) const;
  QImage sheet_picture(double scale) const;
  std::string csv_of(ChartView view);
  void show_pinned();
  void show_colors();
  /// Where docks stand beside each other differs with it.
  int layout_kind() const;
  void show_study(const StudyDocument& document, bool continues) override;
  void clear_curves();
  void show_opened_run();
  void continue_opened_run();
  void settings_changed();
  /// Whether the run shown, which is over, is of the knobs; nothing: there is none, or it would take long to say.
  std::optional<bool> shows_knobs() const;
  /// The same of any run, however long it takes to say.
  bool is_of_knobs() const;
  void show_difference();
  void go_to_part(int step);
  void add_points();
  void extend();
  bool goes_on() const;
  void restart();
  void show_state();
  void show_progress();
  /// In the middle, while there is no network: what to do.
  void show_nothing_open();
  void show_no_curve();
  void show_error(const ErrorText& error);
  void hide_old_error();
  void try_output(const QString& title, const std::function<void()>& write);
  void ask_path(const QString& title, const QString& name, const QString& filter,
                const std::function<void(const QString&)>& use);
  void show_machine();
  MachineText machine() const;
  /// The knobs, with the swept ones as at the point that is selected.
  PointSettings settings_in_view() const;
  /// What another network or other images are to join: what is open, or what is being opened or waits for its other
  /// half.
  const StudySubject& subject_to_change() const;
  /// That with the change; of what is open where just this was refused before.
  StudySubject changed_subject(const std::function<void(StudySubject&)>& change) const;

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
  ConfusionDesk* confusion_ = nullptr;
  QDockWidget* runs_dock_ = nullptr;
  LayerDocks* docks_ = nullptr;
  WhyDock* why_ = nullptr;
  AxesUndo* axes_undo_ = nullptr;
  StudyFiles* files_ = nullptr;
  PresetDesk* presets_ = nullptr;
  NormalisationStrip* normalisation_strip_ = nullptr;
  StudySubject wanted_;  ///< what was asked for last
  /// Of the study shown, while its network or images are not those that are open (they are missing, or still load).
  std::optional<StudySubject> missing_subject_;
  bool waits_ = false;  ///< it could not be opened: one half of it may with another one of the other
  RunBlockers* run_blockers_ = nullptr;
  PreviewDesk* preview_ = nullptr;
  Banner* files_banner_ = nullptr;
  ImageFetch* image_fetch_ = nullptr;
  FetchStrip* fetch_strip_ = nullptr;
  std::shared_ptr<RunRecord> shown_run_;  ///< of a study that was opened: what the chart shows until something runs
  std::filesystem::path continued_file_;  ///< where that run goes on from, as soon as its network is open
  bool user_acted_ = false;               ///< there is more than the sweep that starts by itself
  QTimer restart_timer_;
  bool run_when_open_ = false;
};

}  // namespace acim::ui
