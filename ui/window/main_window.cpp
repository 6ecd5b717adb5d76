#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QSettings>
#include <QTabBar>
#include <QThread>
#include <QVBoxLayout>
#include <algorithm>

#include "study/held_noise.h"
#include "study/study_base.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/model/axis_text.h"
#include "ui/model/axis_values.h"
#include "ui/model/dropped_file.h"
#include "ui/model/lesson_library.h"
#include "ui/model/parameter_text.h"
#include "ui/panel/adc_range_row.h"
#include "ui/panel/axes_undo.h"
#include "ui/panel/banner.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/fetch_strip.h"
#include "ui/panel/focus_into.h"
#include "ui/panel/macro_form.h"
#include "ui/panel/normalisation_strip.h"
#include "ui/panel/runs_panel.h"
#include "ui/panel/status_strip.h"
#include "ui/panel/sweep_bar.h"
#include "ui/panel/view_tabs.h"
#include "ui/window/confusion_desk.h"
#include "ui/window/finish_notice.h"
#include "ui/window/language_menu.h"
#include "ui/window/layer_docks.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/main_menu.h"
#include "ui/window/preset_desk.h"
#include "ui/window/preview_desk.h"
#include "ui/window/run_blockers.h"
#include "ui/window/shortcut_dialog.h"
#include "ui/window/state_file.h"
#include "ui/window/user_guide.h"
#include "ui/window/why_dock.h"

namespace acim::ui {

namespace {

constexpr int kRestartDelay = 120;  ///< ms a knob rests before the sweep starts again
constexpr int kCompactWidth = 1440;
constexpr int kWideLayout = 0;  ///< docks one above the other
constexpr int kCompactLayout = 1;
const QString kPlaceKey = QStringLiteral("place");

}  // namespace

MainWindow::MainWindow(EvaluationFactory factory, const WindowOptions& options, Theme* theme, QWidget* parent)
    : QMainWindow(parent),
      theme_(theme),
      controller_(std::move(factory), options.threads),
      options_(options),
      wanted_(options.subject) {
  setObjectName(QStringLiteral("ground"));
  setWindowIcon(QIcon(QStringLiteral(":/icons/application.svg")));
  setMinimumSize(960, 480);  // What a screen of 1920 by 1080 at scale 2 has room for.
  parameters_.replace(options.settings);
  parameters_.undo_stack().clear();  // How the window starts is no edit.
  actions_ = make_window_actions(this, parameters_.undo_stack(), theme_);
  connect_actions();
  make_docks();
  connect_menu();
  connect_panels();
  connect_controller();
  restart_timer_.setSingleShot(true);
  restart_timer_.setInterval(kRestartDelay);
  connect(&restart_timer_, &QTimer::timeout, this, &MainWindow::restart);
  if (!options.x.key.empty()) chart_panel_->sweep_bar()->set_axes(options.x, options.family);
  form_->show_sweep(chart_panel_->sweep_bar()->x(), chart_panel_->sweep_bar()->family());
  axes_undo_ = new AxesUndo(chart_panel_->sweep_bar(), &parameters_.undo_stack(), this);
  connect_runs();
  connect_files();
  connect_exports();
  presets_ = new PresetDesk(bar_->preset_picker(), &parameters_, &controller_, files_banner_, this);
  preview_ = new PreviewDesk(
      chart_panel_, &controller_, &parameters_, &adc_range_, [this] { return settings_in_view(); },
      options.state_folder, this);
  new FinishNotice(&controller_, this);
  menu_->view()->insertAction(menu_->language()->menuAction(), preview_->action());
  show_state();
  // A study brings its own network, and what was left unsaved may: nothing runs before that is known.
  files_->offer_left_session();
  const bool is_study = dropped_file(QString::fromStdString(options.study)).kind == DroppedFile::Kind::study;
  run_when_open_ = options.run_at_start && (options.study.empty() || !is_study);
  if (options.study.empty()) {
    open(options.subject);
  } else {
    open_file(QString::fromStdString(options.study));
  }
}

MainWindow::~MainWindow() {
  // The controller's last signals must not reach panels that are gone already.
  files_->close();
  controller_.disconnect(this);
  parameters_.disconnect(this);
}

// Making.

void MainWindow::connect_actions() {
  connect(actions_.run, &QAction::triggered, this, [this] {
    user_acted_ = true;
    if (lessons_->is_waiting()) return lessons_->run();
    if (run_blockers_->say()) return;
    // The same numbers would come again, as another run.
    const RunRecord* shown = runs_model_->record(controller_.generation());
    const bool deleted = shown != nullptr && std::ranges::all_of(shown->marks, &CurveMarks::deleted);
    const bool done = controller_.state() == StudyState::finished && !deleted && shows_knobs().value_or(false) &&
                      controller_.spec().subject == controller_.subject();
    if (done) return status_->set_note(tr("The curve is finished, and is of these settings"));
    if (!goes_on()) return run();
    if (controller_.state() == StudyState::paused) return controller_.resume();
    extend();
  });
  connect(actions_.pause, &QAction::triggered, this, [this] {
    if (controller_.state() == StudyState::paused) {
      controller_.resume();
    } else {
      controller_.pause();
    }
  });
  connect(actions_.next_part, &QAction::triggered, this, [this] { go_to_part(1); });
  connect(actions_.previous_part, &QAction::triggered, this, [this] { go_to_part(-1); });
  connect(actions_.stop, &QAction::triggered, &controller_, &StudyController::stop);
  connect(actions_.sensitivity, &QAction::triggered, this, [this] { docks_->find_sensitivity(); });
  connect(actions_.save_study, &QAction::triggered, this, [this] {
    const QString name = files_->path().isEmpty() ? tr("study.acim") : files_->path();
    ask_path(tr("Save study"), name, tr("Study (*.acim)"), [this](const QString& path) { files_->save_as(path); });
  });
  connect(actions_.theme_system, &QAction::triggered, this, [this] { theme_->apply(ThemeChoice::system); });
  connect(actions_.theme_light, &QAction::triggered, this, [this] { theme_->apply(ThemeChoice::light); });
  connect(actions_.theme_dark, &QAction::triggered, this, [this] { theme_->apply(ThemeChoice::dark); });
}

void MainWindow::make_docks() {
  bar_ = new CommandBar(actions_, options_.architectures, theme_);
  setMenuWidget(bar_);

  form_ = new MacroForm(&parameters_, &adc_range_, theme_);
  macro_dock_ = new QDockWidget(tr("Macro"));
  QDockWidget* macro = macro_dock_;
  macro->setObjectName(QStringLiteral("macro_dock"));
  macro->setTitleBarWidget(new QWidget);
  macro->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
  auto* macro_box = new QWidget;
  auto* macro_layout = new QVBoxLayout(macro_box);
  macro_layout->setContentsMargins(8, 0, 0, 0);
  macro_layout->addWidget(form_);
  macro_box->setMinimumWidth(256);
  macro_box->setMaximumWidth(368);
  macro->setWidget(macro_box);
  addDockWidget(Qt::LeftDockWidgetArea, macro);

  chart_panel_ = new ChartPanel(&controller_, &parameters_, actions_.copy_picture, theme_);
  auto* center = new QWidget;
  auto* center_layout = new QVBoxLayout(center);
  center_layout->setContentsMargins(0, 0, 8, 0);
  files_banner_ = new Banner(theme_);
  files_banner_->keep_low();
  center_layout->setSpacing(8);
  image_fetch_ = new ImageFetch(options_.fetching, this);
  fetch_strip_ = new FetchStrip(image_fetch_, theme_);
  bar_->offer_images(image_fetch_);
  center_layout->addWidget(files_banner_);
  normalisation_strip_ = new NormalisationStrip(theme_);
  connect(normalisation_strip_, &NormalisationStrip::given, this,
          [this](const std::vector<float>& mean, const std::vector<float>& deviation) {
            StudySubject subject = wanted_;
            subject.mean = mean;
            subject.standard_deviation = deviation;
            open(subject);
          });
  center_layout->addWidget(normalisation_strip_);
  center_layout->addWidget(fetch_strip_);
  center_layout->addWidget(chart_panel_, 1);
  setCentralWidget(center);

  runs_model_ = new RunsModel(&controller_, &parameters_.undo_stack(), this);
  runs_ = new RunsPanel(runs_model_, theme_);
  runs_dock_ = new QDockWidget(tr("Runs"));
  runs_dock_->setObjectName(QStringLiteral("runs_dock"));
  runs_dock_->setTitleBarWidget(new QWidget);
  runs_dock_->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
  auto* runs_box = new QWidget;
  auto* runs_layout = new QVBoxLayout(runs_box);
  runs_layout->setContentsMargins(8, 0, 8, 0);
  runs_layout->addWidget(runs_);
  runs_box->setMinimumHeight(96);
  runs_dock_->setWidget(runs_box);
  addDockWidget(Qt::BottomDockWidgetArea, runs_dock_);

  status_ = new StatusStrip(theme_);
  auto* bottom = new QDockWidget;
  bottom->setObjectName(QStringLiteral("status_dock"));
  bottom->setTitleBarWidget(new QWidget);
  bottom->setFeatures(QDockWidget::NoDockWidgetFeatures);
  bottom->setWidget(status_);
  setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
  setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
  docks_ = new LayerDocks(
      this, chart_panel_, &controller_, &parameters_, [this] { return settings_in_view(); },
      [this] { return adc_range_.value(); }, theme_);
  why_ = new WhyDock(this, docks_, chart_panel_->chart(), &controller_, &parameters_, theme_);
  splitDockWidget(runs_dock_, bottom, Qt::Vertical);

  lessons_ = new LessonDesk(this, actions_.lesson,
                            options_.lesson_folders.isEmpty() ? lesson_folders() : options_.lesson_folders, theme_);
  run_blockers_ = new RunBlockers(form_, macro_dock_, &parameters_, chart_panel_->sweep_bar(), files_banner_, this);
}

void MainWindow::connect_menu() {
  menu_ = new MainMenu(actions_, chart_panel_->tabs()->actions(), this);
  menu_->run()->addSeparator();
  menu_->run()->addActions(runs_->actions_of_rows());
  bar_->set_main_menu(menu_);
  connect(actions_.close, &QAction::triggered, this, &QWidget::close);
  connect(actions_.find_knob, &QAction::triggered, this, [this] {
    macro_dock_->show();
    form_->search_field()->setFocus(Qt::ShortcutFocusReason);
    form_->search_field()->selectAll();
  });
  connect(actions_.reset_knobs, &QAction::triggered, &parameters_, &Parameters::reset_all);
  first_layout_ = saveState();
  connect(actions_.reset_layout, &QAction::triggered, this, [this] { restoreState(first_layout_); });
  connect(menu_->language(), &LanguageMenu::chosen, this,
          [this](const QString& name) { status_->set_note(tr("Language from the next start on: %1").arg(name)); });
  connect(actions_.user_guide, &QAction::triggered, this, [this] {
    open_user_guide(user_guide_in(user_guide_folders(QApplication::applicationDirPath())), chart_panel_->banner());
  });
  connect(actions_.shortcuts, &QAction::triggered, this,
          [this] { (new ShortcutDialog(shortcuts_of(*this, *menu_), theme_, this))->show(); });
  connect(actions_.about, &QAction::triggered, this, [this] { (new AboutDialog(machine(), theme_, this))->show(); });
}

PointSettings MainWindow::settings_in_view() const {
  PointSettings settings = parameters_.settings();
  const AccuracyChart* chart = chart_panel_->chart();
  if (!chart->selected() || chart->plan().empty()) return settings;
  const std::size_t point = chart->plan().point(chart->selected()->curve, chart->selected()->place);
  if (point >= controller_.spec().points.size()) return settings;
  bool noise_swept = false;
  for (const auto& [key, value] : controller_.spec().points[point].coordinates) {
    // A named setting stands in the layers' own settings, which are not the user's.
    if (const Parameter* parameter = find_parameter(key)) {
      parameter->set(settings.macro, parse_value(*parameter, value));
    }
    noise_swept = noise_swept || key == "random_noise_percent";
  }
  if (!noise_swept) hold_noise(settings.macro, parameters_.held_noise(), parameters_.current());
  return settings;
}

void MainWindow::connect_panels() {
  confusion_ = new ConfusionDesk(chart_panel_, runs_model_, &controller_, this);
  connect(&parameters_, &Parameters::changed, this, &MainWindow::settings_changed);
  connect(&parameters_, &Parameters::held_noise_changed, this, &MainWindow::settings_changed);
  connect(&adc_range_, &AdcRangeChoice::changed, this, &MainWindow::settings_changed);
  // A button is pressed to see what it does, so it runs.
  connect(form_->adc_range_row(), &AdcRangeRow::calibration_wanted, this, &MainWindow::run);
  connect(chart_panel_->sweep_bar(), &SweepBar::more_points_wanted, this, &MainWindow::add_points);
  connect(chart_panel_->sweep_bar(), &SweepBar::axes_changed, this, [this] {
    form_->show_sweep(chart_panel_->sweep_bar()->x(), chart_panel_->sweep_bar()->family());
    settings_changed();
  });
  AccuracyChart* chart = chart_panel_->chart();
  connect(chart, &AccuracyChart::point_selected, this, [this, chart] {
    const auto point = chart->selected();
    runs_model_->set_place(point ? std::optional(point->place) : std::nullopt);
    runs_->mark_curve(point ? std::optional(point->curve) : std::nullopt);
    docks_->show_settings();
  });
  connect(runs_, &RunsPanel::curve_picked, this, [chart](std::size_t curve) {
    const std::size_t last = chart->plan().x.empty() ? 0 : chart->plan().x.size() - 1;
    chart->select(PointPlace{curve, chart->selected() ? chart->selected()->place : last});
  });
  connect(runs_, &RunsPanel::run_chosen, this, [this](const StudySpec& spec, int) {
    parameters_.undo_stack().beginMacro(tr("settings of a run"));
    parameters_.replace(settings_before_calibration(spec, spec.points.front()));
    adc_range_.set(spec.adc_range);
    chart_panel_->sweep_bar()->set_axes(spec.x, spec.family);
    parameters_.undo_stack().endMacro();
  });
  connect(bar_, &CommandBar::network_chosen, this, [this](const QString& path, const QString& architecture) {
    open(changed_subject([&](StudySubject& subject) {
      subject.network = path.toStdString();
      subject.architecture = architecture.toStdString();
      subject.mean.clear();
      subject.standard_deviation.clear();
    }));
  });
  connect(bar_, &CommandBar::images_chosen, this, [this](const QString& specification) {
    open(changed_subject([&](StudySubject& subject) { subject.dataset = specification.toStdString(); }));
  });
  connect(bar_, &CommandBar::image_count_chosen, this, [this](qint64 count) {
    StudySubject subject = controller_.is_open() ? controller_.subject() : wanted_;
    subject.images = count;
    open(subject);
  });
}

void MainWindow::connect_controller() {
  connect(&controller_, &StudyController::loading_started, this, [this] {
    status_->show_loading(0, tr("Loading network and images"));
    chart_panel_->show_empty(tr("Loading"),
                             tr("Reading the network and the images, then calibrating on the first of them."));
  });
  connect(&controller_, &StudyController::loading_advanced, status_, &StatusStrip::show_loading);
  connect(&controller_, &StudyController::preparing_advanced, status_, &StatusStrip::show_loading);
  connect(&controller_, &StudyController::run_started, this,
          [this] { form_->adc_range_row()->show_found(calibrated_ranges_text(controller_.spec())); });
  connect(&controller_, &StudyController::opened, this, [this] {
    waits_ = false;
    missing_subject_.reset();
    bar_->show_subject(controller_.subject());
    chart_panel_->banner()->hide();
    hide_old_error();
    chart_panel_->clear();
    show_no_curve();
    show_machine();
    docks_->show_settings();
    show_state();
    show_opened_run();
    if (!continued_file_.empty()) continue_opened_run();
    if (run_when_open_) run();
    run_when_open_ = false;
  });
  connect(&controller_, &StudyController::open_failed, this, [this](const ErrorText& error) {
    if (controller_.is_open()) {
      show_no_curve();
    } else {
      show_nothing_open();
    }
    run_when_open_ = false;
    waits_ = error.misfit || error.wants_normalisation;
    if (error.wants_normalisation) {
      chart_panel_->banner()->hide();
      normalisation_strip_->ask(QFileInfo(QString::fromStdString(wanted_.network)).fileName());
      return show_progress();
    }
    ErrorText said = error;
    if (controller_.is_open()) said.text += ' ' + tr("What was open stays open.");
    std::vector<Banner::Link> links;
    if (error.culprit != Culprit::images) {
      links.emplace_back(tr("Choose a file…"), [this, architecture = wanted_.architecture] {
        bar_->choose_network_file(QString::fromStdString(architecture));
      });
    }
    if (error.culprit != Culprit::network) {
      links.emplace_back(tr("Choose images…"), [this] { bar_->open_images_menu(); });
    }
    chart_panel_->banner()->say(said, std::move(links));
    show_progress();
  });
  connect(&controller_, &StudyController::run_started, this, [this] {
    missing_subject_.reset();  // The study goes on with what is open.
    chart_panel_->banner()->hide();
    chart_panel_->begin_run();
    // Arrow keys go to the chart from the start.
    if (controller_.generation() == 1) chart_panel_->chart()->setFocus(Qt::OtherFocusReason);
    show_progress();
  });
  connect(&controller_, &StudyController::results_changed, this, [this] {
    chart_panel_->show_results();
    show_progress();
  });
  connect(&controller_, &StudyController::reference_changed, chart_panel_, &ChartPanel::show_reference);
  connect(&controller_, &StudyController::state_changed, this, &MainWindow::show_state);
  connect(&controller_, &StudyController::run_failed, this, &MainWindow::show_error);
  connect(&controller_, &StudyController::refused, this, &MainWindow::show_error);
  connect(&controller_, &StudyController::save_failed, this, &MainWindow::show_error);
  connect(&controller_, &StudyController::saved, this,
          [this](const QString& path) { status_->set_note(tr("Saved %1").arg(path)); });
}

// Doing.

const StudySubject& MainWindow::subject_to_change() const {
  const bool is_asked_for = waits_ || controller_.is_loading() || !controller_.is_open();
  return is_asked_for ? wanted_ : controller_.subject();
}

StudySubject MainWindow::changed_subject(const std::function<void(StudySubject&)>& change) const {
  StudySubject subject = subject_to_change();
  change(subject);
  if (!controller_.is_open() || subject != wanted_) return subject;
  subject = controller_.subject();
  change(subject);
  return subject;
}

void MainWindow::open(const StudySubject& subject) {
  if (controller_.is_open()) run_when_open_ = true;
  shown_run_ = nullptr;
  continued_file_.clear();
  wanted_ = subject;
  normalisation_strip_->hide();
  controller_.open(subject, parameters_.current().activation_percentile);
}

void MainWindow::run() {
  restart_timer_.stop();
  if (run_blockers_->blocked() || !controller_.is_open()) return;  // Said in place already.
  shown_run_ = nullptr;
  controller_.run(parameters_.settings(), chart_panel_->sweep_bar()->x(), chart_panel_->sweep_bar()->family(),
                  adc_range_.value(), parameters_.held_noise());
}

void MainWindow::settings_changed() {
  show_state();
  docks_->show_settings();
  if (controller_.is_active()) restart_timer_.start();
}

/// Of the parts that are seen, from the one that has the keyboard.
void MainWindow::go_to_part(int step) {
  std::vector<QWidget*> parts = {bar_, form_, files_banner_, chart_panel_->chart_in_view(), chart_panel_->sweep_bar()};
  for (const QDockWidget* dock : findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly)) {
    // Those behind others have nothing to see; the form and the chart are parts already.
    const bool known = std::ranges::any_of(parts, [dock](const QWidget* part) { return dock->isAncestorOf(part); });
    if (!known && dock->isVisible() && !dock->visibleRegion().isEmpty()) parts.push_back(dock->widget());
  }
  std::erase_if(parts, [](const QWidget* part) { return !part->isVisible(); });
  const QWidget* focus = focusWidget();
  const auto has_focus = [focus](const QWidget* part) { return part == focus || part->isAncestorOf(focus); };
  const auto count = static_cast<int>(parts.size());
  int place = static_cast<int>(std::ranges::find_if(parts, has_focus) - parts.begin());
  if (place == count) place = step > 0 ? -1 : 0;
  for (int tries = 0; tries < count; ++tries) {
    place = (place + step + count) % count;
    if (focus_into(parts[static_cast<std::size_t>(place)], Qt::TabFocusReason)) return;
  }
}

void MainWindow::add_points() {
  SweepBar* bar = chart_panel_->sweep_bar();
  const SweepAxis& done = controller_.spec().x;
  if (controller_.results().empty() || done.key.empty()) return;
  // What was typed since then is joined in; without it the curve becomes denser.
  const SweepAxis wanted = bar->x().key == done.key ? joined_axes(done, bar->x()) : done;
  bar->set_axes(wanted.values.size() > done.values.size() ? wanted : with_more_points(done), bar->family());
  extend();
}

/// Runs in place of the run shown, whose results it has.
void MainWindow::extend() {
  runs_model_->extend_record(controller_.generation());
  run();
  if (!controller_.is_active()) runs_model_->extend_record(0);
}

/// Whether Run would compute the points that the run shown was stopped or paused at.
bool MainWindow::goes_on() const {
  const bool held = controller_.state() == StudyState::stopped || controller_.state() == StudyState::paused;
  return held && controller_.has_runner() && is_of_knobs() && controller_.spec().subject == controller_.subject();
}

void MainWindow::restart() {
  if (controller_.is_active()) run();
}

void MainWindow::show_error(const ErrorText& error) {
  chart_panel_->banner()->say(error);
}

void MainWindow::show_state() {
  const StudyState state = controller_.state();
  const bool sound = !run_blockers_->blocked();
  const bool has_results = !controller_.results().empty();
  actions_.run->setEnabled(controller_.is_open() && state != StudyState::running);
  run_blockers_->update();
  actions_.pause->setEnabled(controller_.is_active() && !controller_.is_preparing());
  const bool paused = state == StudyState::paused;
  actions_.pause->setText(paused ? tr("Continue") : tr("Pause"));
  actions_.pause->setIcon(theme_->icon(paused ? QStringLiteral("run") : QStringLiteral("pause"), IconInk::plain));
  actions_.stop->setEnabled(controller_.is_active());
  actions_.sensitivity->setEnabled(controller_.is_open() && !controller_.layers().empty());
  chart_panel_->sweep_bar()->set_can_add_points(has_results && sound && !controller_.spec().x.key.empty());
  for (QAction* needs_results : {actions_.export_csv, actions_.export_png, actions_.copy_picture, actions_.copy_data}) {
    needs_results->setEnabled(has_results);
  }
  // Knobs alone are a study, too, and a study whose network is not here has notes and pins.
  const bool has_study = controller_.is_open() || has_results || (files_ != nullptr && !files_->path().isEmpty());
  actions_.save->setEnabled(has_study);
  actions_.save_study->setEnabled(has_study);
  actions_.export_folder->setEnabled(has_results && !controller_.is_active());
  actions_.copy_command->setEnabled(sound && controller_.is_open());
  show_difference();
  show_progress();
}

MachineText MainWindow::machine() const {
  MachineText machine{options_.threads > 0 ? options_.threads : QThread::idealThreadCount(), {}};
  if (controller_.evaluator() == nullptr) return machine;
  const auto provenance = controller_.evaluator()->provenance();
  machine.instruction_set = QString::fromStdString(provenance_value(provenance, "instruction_set"));
  return machine;
}

void MainWindow::show_machine() {
  const MachineText runs = machine();
  QString text = tr("%n threads", nullptr, runs.threads);
  if (!runs.instruction_set.isEmpty()) text += QStringLiteral(", ") + runs.instruction_set;
  status_->set_right_text(text);
}

void MainWindow::show_progress() {
  if (controller_.is_loading() || controller_.is_preparing()) return;
  status_->show_study(controller_.state(), controller_.progress(), static_cast<int>(controller_.spec().points.size()));
  const QString progress = progress_words(controller_.state(), controller_.progress());
  const QString x = axis_label(controller_.spec().x.key);
  const QString name = QFileInfo(files_ == nullptr ? QString() : files_->path()).completeBaseName();
  QString title = tr("ACiM Explorer");
  if (!x.isEmpty()) title = tr("Accuracy against %1, ACiM Explorer").arg(x);
  if (!name.isEmpty()) title = QStringLiteral("%1, %2").arg(name, title);
  setWindowTitle(progress.isEmpty() ? title : QStringLiteral("%1: %2").arg(progress, title));
}

// Files.

void MainWindow::try_output(const QString& title, const std::function<void()>& write) {
  try {
    write();
  } catch (const Error& error) {
    show_error(error_text(error, title));
  }
}

void MainWindow::ask_path(const QString& title, const QString& name, const QString& filter,
                          const std::function<void(const QString&)>& use) {
  auto* dialog = new QFileDialog(this, title, {}, filter);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  // Before the question whether to overwrite, so that it is asked of the file that is written.
  dialog->setDefaultSuffix(QFileInfo(name).suffix());
  dialog->selectFile(name);
  connect(dialog, &QFileDialog::fileSelected, this, use);
  dialog->open();
}

// Events.

int MainWindow::layout_kind() const {
  return width() < kCompactWidth ? kCompactLayout : kWideLayout;
}

bool MainWindow::restore_place() {
  if (options_.state_folder.empty()) return false;
  return restoreGeometry(
      QSettings(state_file(options_.state_folder), QSettings::IniFormat).value(kPlaceKey).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!options_.state_folder.empty())
    QSettings(state_file(options_.state_folder), QSettings::IniFormat).setValue(kPlaceKey, saveGeometry());
  files_->close();
  // Before the controller: what it waits for may be waiting for this.
  preview_->preview().set_enabled(false);
  docks_->sensitivity().shut_down();
  controller_.shut_down();
  event->accept();
}

/// Tabs of docks in one place are Qt's own, made when they are needed.
void MainWindow::childEvent(QChildEvent* event) {
  QMainWindow::childEvent(event);
  if (event->type() != QEvent::ChildPolished) return;
  if (auto* tabs = qobject_cast<QTabBar*>(event->child())) tabs->setAccessibleName(tr("Parts in this place"));
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  const bool compact = layout_kind() == kCompactLayout;
  bar_->set_compact(compact);
  resizeDocks({macro_dock_}, {compact ? 272 : 312}, Qt::Horizontal);
  docks_->fit(compact);
  runs_->set_compact(compact);
  lessons_->set_window_width(width());
  resizeDocks({runs_dock_}, {height() < 800 ? 150 : 232}, Qt::Vertical);
}

}  // namespace acim::ui
