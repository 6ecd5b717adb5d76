// What leaves the main window: charts, data, a whole study as a folder, and the commands that compute them again.

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <algorithm>

#include "study/confusion_csv.h"
#include "study/study_command.h"
#include "ui/chart/confusion_map.h"
#include "ui/panel/banner.h"
#include "ui/panel/chart_panel.h"
#include "ui/panel/chart_sheet.h"
#include "ui/panel/confusion_panel.h"
#include "ui/panel/runs_panel.h"
#include "ui/panel/status_strip.h"
#include "ui/window/confusion_desk.h"
#include "ui/window/export_dialog.h"
#include "ui/window/file_export.h"
#include "ui/window/folder_export.h"
#include "ui/window/main_window.h"
#include "ui/window/preset_desk.h"

namespace acim::ui {

namespace {

constexpr QSize kFolderPicture(680, 400);  ///< two columns of a paper
constexpr double kFolderScale = 2;

QString command_text(const StudySpec& spec) {
  return QString::fromStdString(study_command(spec));
}

}  // namespace

void MainWindow::connect_exports() {
  connect(actions_.export_csv, &QAction::triggered, this, [this] {
    ask_path(tr("Save data as CSV"), tr("accuracy.csv"), tr("CSV (*.csv)"), [this](const QString& path) {
      try_output(tr("The data could not be saved"), [this, path] { export_csv(path); });
    });
  });
  connect(actions_.export_png, &QAction::triggered, this, &MainWindow::show_export);
  connect(actions_.copy_picture, &QAction::triggered, this,
          [this] { QApplication::clipboard()->setImage(sheet_picture(2)); });
  connect(actions_.copy_data, &QAction::triggered, this,
          [this] { QApplication::clipboard()->setText(QString::fromStdString(controller_.csv())); });
  connect(actions_.copy_command, &QAction::triggered, this, [this] {
    try_output(tr("There is no command for this sweep"), [this] {
      const QString command = command_text(spec_to_copy());
      QApplication::clipboard()->setText(command);
      status_->set_note(tr("Copied: %1").arg(command));
    });
  });
  connect(actions_.save_settings, &QAction::triggered, this, [this] { presets_->ask_save(); });
  connect(actions_.export_folder, &QAction::triggered, this, [this] {
    auto* dialog = new QFileDialog(this, tr("Export study as folder"));
    dialog->setObjectName(QStringLiteral("export_folder_dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setLabelText(QFileDialog::FileName, tr("Folder"));
    dialog->selectFile(tr("study"));
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::export_folder);
    dialog->open();
  });
}

StudySpec MainWindow::spec_to_copy() const {
  // The row of the curve that is selected in the chart is marked, too, which is no pick of a run.
  const std::vector<CurveId> picked = runs_->is_marked_only() ? std::vector<CurveId>() : runs_->picked();
  const RunRecord* run = picked.empty() ? nullptr : runs_model_->record(picked.front().run);
  return run == nullptr ? study_set() : run->spec;
}

PictureOrigin MainWindow::picture_origin(ChartView view) const {
  PictureOrigin origin{windowTitle(), command_text(controller_.spec())};
  if (view != ChartView::accuracy) return origin;
  // Pinned curves of other runs are in the picture.
  std::vector<int> told = {controller_.generation()};
  for (const CurveId& curve : runs_model_->pinned()) {
    const RunRecord* run = runs_model_->record(curve.run);
    if (run == nullptr || run->spec.x.key != controller_.spec().x.key) continue;
    if (std::ranges::find(told, run->id) != told.end()) continue;
    told.push_back(run->id);
    origin.command += '\n' + command_text(run->spec);
  }
  return origin;
}

std::string MainWindow::csv_of(ChartView view) {
  if (view != ChartView::confusion) return controller_.csv();
  confusion_->fill();
  const ConfusionMap* map = chart_panel_->confusion()->map();
  std::vector<std::string> names;
  for (const QString& name : map->names()) names.push_back(name.toStdString());
  std::vector<std::pair<std::string, std::string>> comments;
  // That of the run shown, which may be of another network than the one that is open.
  const RunRecord* run = runs_model_->record(controller_.generation());
  if (run != nullptr && run->kept) comments = run->kept->provenance;
  if (std::string command = study_command(controller_.spec()); !command.empty())
    comments.emplace_back("command", std::move(command));
  comments.emplace_back("point", chart_panel_->confusion()->point().toStdString());
  return confusion_csv(map->matrix(), names, comments);
}

void MainWindow::show_export() {
  ExportSources sources;
  sources.csv = [this](ChartView view) { return csv_of(view); };
  sources.origin = [this](ChartView view) { return picture_origin(view); };
  sources.fill_confusion = [this] { confusion_->fill(); };
  auto* dialog = new ExportDialog(chart_panel_, std::move(sources), theme_, this);
  connect(dialog, &ExportDialog::saved, this,
          [this](const QString& path) { status_->set_note(tr("Saved %1").arg(path)); });
  dialog->show();
}

void MainWindow::export_csv(const QString& path) {
  write_text(path.toStdString(), controller_.csv());
  status_->set_note(tr("Saved %1").arg(path));
}

/// The chart in view with its legend, without what pointer and selection mark in it.
QImage MainWindow::sheet_picture(double scale) const {
  const ChartView view = chart_panel_->view();
  if (view == ChartView::confusion) return chart_panel_->picture(scale);
  const QSize size = chart_panel_->picture(1).size() + QSize(0, ChartSheet::kLegendRow);
  const QSize allowed =
      size.expandedTo({ChartSheet::kLeast, ChartSheet::kLeast}).boundedTo({ChartSheet::kMost, ChartSheet::kMost});
  return ChartSheet(*chart_panel_, view, *theme_, theme_->is_dark() ? PictureStyle::dark : PictureStyle::light, allowed)
      .image(scale);
}

void MainWindow::export_folder(const QString& path) {
  const StudyDocument document = study();
  // Predictions of a run that has just ended arrive a moment later.
  if (!document.runs.empty() && !document.runs.front()->kept && !document.runs.front()->empty()) {
    connect(
        &controller_, &StudyController::run_collected, this, [this, path] { export_folder(path); },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    return;
  }
  try_output(tr("The folder could not be saved"), [&] {
    StudyFolder folder;
    folder.software = software_name().toStdString();
    folder.study = contents_of(document);
    folder.settings = document.settings;
    StudySpec plain = make_study_spec(document.subject, {}, {}, {});
    plain.adc_range = document.adc_range;
    folder.run_settings = study_command(plain) + " --settings settings.json";
    const bool has_layers = !controller_.layers().empty();
    for (std::size_t left = document.runs.size(); left-- > 0;) {
      const RunRecord& record = *document.runs[left];
      if (!record.kept) continue;
      FolderRun one;
      for (std::size_t curve = 0; curve < record.curves(); ++curve) {
        const CurveMarks& marks = record.marks[curve];
        if (marks.deleted) continue;
        one.name += (one.name.empty() ? "" : ", ") + runs_model_->name({record.id, curve}).toStdString();
        if (!marks.note.isEmpty()) one.note += (one.note.empty() ? "" : "; ") + marks.note.toStdString();
      }
      if (one.name.empty()) continue;  // Every curve of it was deleted.
      one.run = record.kept;
      // Energies are counted on layers, and those of other networks are not known now.
      const StudySubject& subject = record.spec.subject;
      const bool its_layers = subject.network == controller_.subject().network &&
                              subject.architecture == controller_.subject().architecture;
      if (has_layers && its_layers) one.layers = controller_.shared_layers();
      folder.runs.push_back(std::move(one));
    }
    std::vector<FolderExport::Drawing> drawings;
    const auto draw = [&](ChartView view) {
      const std::string name = view_name(view);
      const auto sheet = [this, view] {
        if (view == ChartView::confusion) confusion_->fill();
        return ChartSheet(*chart_panel_, view, *theme_, PictureStyle::light, kFolderPicture);
      };
      drawings.emplace_back(name + ".svg", [this, view, sheet] { return sheet().svg(picture_origin(view)); });
      drawings.emplace_back(name + ".png",
                            [this, view, sheet] { return sheet().png(kFolderScale, picture_origin(view)); });
    };
    draw(ChartView::accuracy);
    draw(ChartView::tradeoff);
    if (!controller_.costs().empty()) draw(ChartView::energy);
    confusion_->fill();
    if (chart_panel_->confusion()->map()->has_answers()) draw(ChartView::confusion);
    auto* work = new FolderExport(path.toStdString(), std::move(folder), std::move(drawings), this);
    status_->set_note(tr("Saving %1").arg(path));
    connect(work, &FolderExport::saved, this, [this](const QString& saved) {
      status_->set_note(tr("Saved %1").arg(saved));
      files_banner_->say(BannerKind::good, tr("Study exported"),
                         tr("%1; README.txt says what is in it.").arg(QDir::toNativeSeparators(saved)));
    });
    connect(work, &FolderExport::failed, this, &MainWindow::show_error);
  });
}

}  // namespace acim::ui
