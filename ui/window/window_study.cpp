// What the main window shows of a study: as a document, and from one; runs in the chart; what is dropped on it.

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <algorithm>
#include <set>

#include "study/study_base.h"
#include "ui/chart/accuracy_chart.h"
#include "ui/model/axis_text.h"
#include "ui/model/dropped_file.h"
#include "ui/model/parameter_text.h"
#include "ui/panel/axes_undo.h"
#include "ui/panel/banner.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/normalisation_strip.h"
#include "ui/panel/runs_panel.h"
#include "ui/panel/status_strip.h"
#include "ui/panel/sweep_bar.h"
#include "ui/window/compare_dialog.h"
#include "ui/window/layer_docks.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/main_menu.h"
#include "ui/window/main_window.h"

namespace acim::ui {

namespace {

/// The one that is wished for, or another one that is not taken.
int free_style(int wished, const std::set<int>& taken) {
  constexpr int kStyles = 12;  // six colours, with open and filled markers
  if (!taken.contains(wished)) return wished;
  for (int style = 0; style < kStyles; ++style) {
    if (!taken.contains(style)) return style;
  }
  return wished;
}

/// The name of a run with what is its own among its settings: those of several runs are named alike.
QString name_of_pinned(const RunsModel& runs, CurveId curve) {
  QString name = runs.name(curve);
  if (!runs.marks(curve).name.isEmpty()) return name;
  QStringList own = runs.own_settings(curve);
  own.removeAll(name);  // The value of its family.
  return own.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, own.join(QStringLiteral(", ")));
}

/// Of the runs' baseline, beside the run that the chart shows.
std::optional<BaselineCurve> baseline_curve(const RunsModel& runs, int shown_run) {
  const std::optional<CurveId> baseline = runs.baseline();
  const RunRecord* run = baseline ? runs.record(baseline->run) : nullptr;
  if (run == nullptr || run->spec.x.key.empty()) return std::nullopt;
  if (run->id == shown_run) return BaselineCurve{baseline->curve, {}, {}};
  BaselineCurve curve;
  for (std::size_t place = 0; place < run->places(); ++place) {
    curve.x_texts.push_back(axis_named_value(run->spec.x.key, run->spec.x.values[place]));
    curve.results.push_back(run->results[run->point(baseline->curve, place)]);
  }
  return curve;
}

/// Of curves beside those of a run: each its own, none of the run's nor of another one's, as long as there are any.
/// Those that have one keep it, so that others may come and go.
std::vector<int> styles_beside(const RunRecord* run, const std::vector<CurveId>& curves, const RunsModel& runs) {
  std::set<int> taken;
  for (std::size_t i = 0; run != nullptr && i < run->curves(); ++i) {
    taken.insert(run->marks[i].color >= 0 ? run->marks[i].color : static_cast<int>(i));
  }
  std::vector<int> styles(curves.size());
  for (const bool has_one : {true, false}) {
    for (std::size_t i = 0; i < curves.size(); ++i) {
      if (runs.has_style(curves[i]) != has_one) continue;
      const bool chosen = runs.marks(curves[i]).color >= 0;
      styles[i] = chosen ? runs.style(curves[i]) : free_style(runs.style(curves[i]), taken);
      taken.insert(styles[i]);
    }
  }
  return styles;
}

}  // namespace

StudySpec MainWindow::study_set() const {
  const SweepBar* bar = chart_panel_->sweep_bar();
  return sweep_of(controller_.is_open() ? controller_.subject() : wanted_, parameters_.settings(), bar->x(),
                  bar->family(), adc_range_.value(), parameters_.held_noise());
}

std::optional<bool> MainWindow::shows_knobs() const {
  constexpr std::size_t kMostPoints = 500;  // A moment of comparing at each turn of a knob.
  const std::size_t points = controller_.spec().points.size();
  if (controller_.is_active() || points == 0 || points > kMostPoints) return std::nullopt;
  return is_of_knobs();
}

bool MainWindow::is_of_knobs() const {
  const StudySpec& shown = controller_.spec();
  try {
    const StudySpec set = study_set();
    return set.x == shown.x && set.family == shown.family && set.adc_range == shown.adc_range &&
           base_of(set).settings == base_of(shown).settings;
  } catch (const Error&) {
    return false;  // What is wrong stands under its knob.
  }
}

/// Says quietly that the curve on the screen is of other settings than the knobs.
void MainWindow::show_difference() {
  const QString words = tr("The curve is of other settings: Run (F5)");
  const bool differs = !shows_knobs().value_or(true);
  if (differs) {
    status_->set_note(words);
  } else if (status_->note() == words) {
    status_->set_note({});
  }
}

StudyDocument MainWindow::study() const {
  StudyDocument document;
  document.subject = missing_subject_.value_or(controller_.is_open() ? controller_.subject() : wanted_);
  document.settings = parameters_.settings();
  document.x = chart_panel_->sweep_bar()->x();
  document.family = chart_panel_->sweep_bar()->family();
  document.adc_range = adc_range_.value();
  document.held_noise = parameters_.held_noise();
  document.view = static_cast<int>(chart_panel_->view());
  // With a lesson the docks stand as nobody left them.
  if (!lessons_->is_open()) document.layout = saveState(layout_kind());
  document.runs = runs_model_->records();
  document.baseline = runs_model_->baseline();
  document.sensitivity = docks_->sensitivity().run();
  return document;
}

void MainWindow::show_study(const StudyDocument& document, bool continues) {
  run_when_open_ = false;
  wanted_ = document.subject;
  normalisation_strip_->hide();
  if (chart_panel_->banner()->kind() == BannerKind::good) chart_panel_->banner()->hide();  // Of a run of another study.
  restart_timer_.stop();
  // Runs keep their order, under numbers that no run of this window has.
  const int last = controller_.generation() + static_cast<int>(document.runs.size());
  std::optional<CurveId> baseline;
  for (std::size_t i = 0; i < document.runs.size(); ++i) {
    RunRecord& run = *document.runs[i];
    const int id = last - static_cast<int>(i);
    const bool holds_baseline = document.baseline && document.baseline->run == run.id;
    if (holds_baseline && document.baseline->curve < run.curves()) baseline = CurveId{id, document.baseline->curve};
    run.id = id;
  }
  controller_.stop();
  controller_.reserve_generations(last);
  parameters_.replace(document.settings);
  const bool tells_axes = !document.x.key.empty() || !document.family.key.empty() || !document.sensitivity;
  if (tells_axes) chart_panel_->sweep_bar()->set_axes(document.x, document.family);
  parameters_.hold_noise(document.held_noise);
  adc_range_.set(document.adc_range);
  parameters_.undo_stack().clear();
  runs_model_->show_records(document.runs, baseline);
  docks_->sensitivity().show(document.sensitivity);
  if (document.sensitivity && document.runs.empty()) docks_->show_ranks();
  // That of a window of the other kind leaves the docks alone.
  if (lessons_->is_open()) lessons_->close();
  if (!document.layout.isEmpty()) restoreState(document.layout, layout_kind());
  if (lessons_->is_open()) lessons_->close();  // A window may have been left with one.
  chart_panel_->show_view(static_cast<ChartView>(document.view));
  shown_run_ = document.runs.empty() ? nullptr : document.runs.front();
  continued_file_ = continues ? document.continued : std::filesystem::path();
  if (document.runs.empty()) clear_curves();
  show_opened_run();
  missing_subject_.reset();
  if (controller_.is_open() && controller_.subject() == document.subject) {
    continue_opened_run();
  } else {
    missing_subject_ = document.subject;
    controller_.open(document.subject, parameters_.current().activation_percentile);
  }
}

/// Those of a study before this one.
void MainWindow::clear_curves() {
  if (controller_.results().empty()) return;
  chart_panel_->banner()->hide();
  chart_panel_->clear();
  controller_.clear_run();
  show_no_curve();
}

void MainWindow::show_opened_run() {
  if (!shown_run_) return;
  chart_panel_->clear();
  controller_.show_run(*shown_run_->kept, *shown_run_->counts, shown_run_->state);
}

void MainWindow::continue_opened_run() {
  if (!shown_run_ || continued_file_.empty()) return;
  runs_model_->continue_record(shown_run_->id);
  const std::shared_ptr<RunRecord> run = std::exchange(shown_run_, nullptr);
  controller_.continue_run(run->spec, std::exchange(continued_file_, {}));
}

// Runs in the chart.

void MainWindow::connect_runs() {
  const auto show_baseline = [this] {
    chart_panel_->chart()->set_baseline(baseline_curve(*runs_model_, controller_.generation()));
  };
  connect(runs_model_, &RunsModel::baseline_changed, this, show_baseline);
  connect(runs_model_, &RunsModel::changed, this, show_baseline);  // It may have come to its end.
  connect(&controller_, &StudyController::run_started, this, show_baseline);
  connect(runs_, &RunsPanel::undo_wanted, &parameters_.undo_stack(), &QUndoStack::undo);
  connect(runs_, &RunsPanel::comparison_wanted, this, [this](CurveId first, CurveId second) {
    auto* dialog = new CompareDialog(&controller_, *runs_model_, first, second, theme_, this);
    connect(dialog->comparison(), &CurveComparison::stopped, this, [this, comparison = dialog->comparison()] {
      chart_panel_->banner()->say(BannerKind::good, tr("The comparison is decided"),
                                  tr("The first %1 images of each point decide it; the sweep was stopped.")
                                      .arg(count_text(comparison->images_of_decision())),
                                  {{tr("Go on"), [this] {
                                      if (goes_on()) return actions_.run->trigger();
                                      chart_panel_->banner()->say(
                                          BannerKind::info, tr("The knobs stand elsewhere now"),
                                          tr("Undo brings them back. Run begins another sweep."));
                                    }}});
    });
    dialog->show();
  });
  connect(runs_, &RunsPanel::picks_changed, this, &MainWindow::show_pinned);
  connect(chart_panel_, &ChartPanel::curve_hovered, runs_, &RunsPanel::show_hovered);
  connect(runs_, &RunsPanel::row_hovered, this, [this](std::optional<CurveId> curve) {
    const bool of_run_shown = curve && curve->run == controller_.generation();
    chart_panel_->emphasise(of_run_shown ? std::optional(curve->curve) : std::nullopt);
    if (!chart_panel_->chart()->pinned().empty()) show_pinned();
  });
  connect(runs_model_, &RunsModel::pins_changed, this, &MainWindow::show_pinned);
  connect(&controller_, &StudyController::run_started, this, &MainWindow::show_pinned);
  connect(runs_model_, &RunsModel::marks_changed, this, &MainWindow::show_pinned);
  connect(runs_model_, &RunsModel::marks_changed, this, &MainWindow::show_colors);
  connect(runs_model_, &RunsModel::modelReset, this, &MainWindow::show_colors);
  connect(&controller_, &StudyController::run_started, this, &MainWindow::show_colors);
  connect(runs_model_, &RunsModel::baseline_changed, this, [this] {
    const std::optional<CurveId> baseline = runs_model_->baseline();
    // What is compared with changes nothing that runs.
    const bool restarts = restart_timer_.isActive();
    parameters_.set_baseline(baseline ? runs_model_->settings(*baseline).macro : MacroParameters{});
    if (!restarts) restart_timer_.stop();
    show_pinned();  // Curves are named after what differs from it.
  });
}

void MainWindow::show_pinned() {
  std::vector<CurveId> curves = runs_model_->pinned();
  const std::vector<CurveId> picked = runs_->picked();
  // A run that is picked in the table is seen in the chart, pinned or not; of hundreds only the first ones.
  constexpr std::size_t kMostPicked = 12;
  for (std::size_t i = 0; i < std::min(picked.size(), kMostPicked); ++i) {
    if (std::ranges::find(curves, picked[i]) == curves.end()) curves.push_back(picked[i]);
  }
  const Parameter* x = find_parameter(controller_.spec().x.key);
  std::erase_if(curves, [&](const CurveId& curve) {
    const RunRecord* run = runs_model_->record(curve.run);
    return x == nullptr || run == nullptr || run->id == controller_.generation() || run->spec.x.key != x->key;
  });
  const std::vector<int> styles = styles_beside(runs_model_->record(controller_.generation()), curves, *runs_model_);
  std::vector<std::pair<CurveId, int>> unchosen;
  std::vector<PinnedCurve> shown;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    const CurveId curve = curves[i];
    const RunRecord* run = runs_model_->record(curve.run);
    PinnedCurve one;
    one.name = name_of_pinned(*runs_model_, curve);
    one.curve = {curve.run, curve.curve};
    one.pinned = runs_model_->marks(curve).pinned;
    one.style = styles[i];
    if (runs_model_->marks(curve).color < 0) unchosen.emplace_back(curve, one.style);
    const int hovered = runs_->hovered_row();
    const bool is_hovered =
        hovered >= 0 && hovered < runs_model_->rowCount() && runs_model_->id_of_row(hovered) == curve;
    one.emphasised = is_hovered || std::ranges::find(picked, curve) != picked.end();
    for (std::size_t place = 0; place < run->places(); ++place) {
      const PointResult& result = run->results[run->point(curve.curve, place)];
      if (result.images > 0) one.points.push_back({number_of(*x, parse_value(*x, run->spec.x.values[place])), result});
    }
    shown.push_back(std::move(one));
  }
  runs_model_->show_styles(unchosen);
  chart_panel_->set_pinned(shown);
}

/// The run that the chart shows has the colours of its rows, and no curve without a row.
void MainWindow::show_colors() {
  std::vector<int> styles;
  std::vector<bool> deleted;
  if (const RunRecord* run = runs_model_->record(controller_.generation())) {
    for (const CurveMarks& marks : run->marks) {
      styles.push_back(marks.color);
      deleted.push_back(marks.deleted);
    }
  }
  chart_panel_->set_curve_styles(std::move(styles));
  chart_panel_->set_deleted_curves(std::move(deleted));
}

// Files.

void MainWindow::show_nothing_open() {
  chart_panel_->show_empty(
      tr("Nothing is open yet"),
      tr("Open a network and the images that it was trained for, or begin with the demo that comes with the program."),
      {{tr("Open the demo"), [this] { open(StudySubject{}); }},
       {tr("Open a network…"), [this] { bar_->choose_network_file({}); }},
       {tr("Open a study…"), [this] { actions_.open_study->trigger(); }}});
}

void MainWindow::show_no_curve() {
  chart_panel_->show_empty(tr("No curve yet"),
                           tr("Choose a knob for x below and press Run. The first points appear within two seconds."));
}

void MainWindow::connect_files() {
  files_ = new StudyFiles(this, &controller_, files_banner_, options_.state_folder, this);
  files_->fill_recent(menu_->recent());
  connect(files_, &StudyFiles::path_changed, this, [this] {
    files_->fill_recent(menu_->recent());
    show_state();
  });
  connect(runs_model_, &RunsModel::changed, files_, [this] { files_->note_change(user_acted_); });
  connect(&controller_, &StudyController::run_started, files_, [this] { files_->note_change(user_acted_); });
  connect(&docks_->sensitivity(), &SensitivityStudy::run_changed, files_, [this] { files_->note_change(); });
  connect(&controller_, &StudyController::autosave_failed, this,
          [this](const ErrorText& error) { files_banner_->say(BannerKind::warning, error.title, error.text); });
  connect(&parameters_.undo_stack(), &QUndoStack::indexChanged, files_, [this] {
    user_acted_ = true;
    files_->note_change();
  });
  connect(actions_.open_study, &QAction::triggered, this, [this] {
    auto* dialog = new QFileDialog(this, tr("Open a study"), {}, tr("Study (*.acim);;All files (*)"));
    dialog->setObjectName(QStringLiteral("open_study_dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, files_, &StudyFiles::open);
    dialog->open();
  });
  connect(actions_.new_study, &QAction::triggered, files_, &StudyFiles::start_new);
  connect(actions_.save, &QAction::triggered, this, [this] {
    if (files_->path().isEmpty()) return actions_.save_study->trigger();
    files_->save_as(files_->path());
  });
  connect(files_, &StudyFiles::open_failed, this, [this] {
    if (!controller_.is_open() && !controller_.is_loading()) show_nothing_open();
  });
  setAcceptDrops(true);
}

/// Of a file that could not be opened, once something else is tried or open.
void MainWindow::hide_old_error() {
  if (files_banner_->kind() == BannerKind::error) files_banner_->hide();
}

void MainWindow::open_file(const QString& path) {
  hide_old_error();
  const DroppedFile file = dropped_file(path);
  switch (file.kind) {
    case DroppedFile::Kind::study:
      return files_->open(path);
    case DroppedFile::Kind::network:
      Q_EMIT bar_->network_chosen(path, QString::fromStdString(subject_to_change().architecture));
      return;
    case DroppedFile::Kind::images:
      Q_EMIT bar_->images_chosen(file.text);
      return;
    case DroppedFile::Kind::unknown:
      break;
  }
  const QString title = tr("%1 is nothing that can be opened").arg(QFileInfo(path).fileName());
  const QString text =
      tr("Drop a study (.acim), a network (.pt, .pth, .safetensors), or a folder or archive of images.");
  files_banner_->say(BannerKind::error, title, text);
  const ErrorText told{title, text, title + '\n' + text, ErrorKind::input};
  // Later: nobody hears it yet when the window is made with such a file.
  QMetaObject::invokeMethod(
      files_, [this, told] { Q_EMIT files_->open_failed(told); }, Qt::QueuedConnection);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if (!urls.isEmpty() && std::ranges::all_of(urls, &QUrl::isLocalFile)) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  for (const QUrl& url : event->mimeData()->urls()) open_file(url.toLocalFile());
  event->acceptProposedAction();
}

}  // namespace acim::ui
