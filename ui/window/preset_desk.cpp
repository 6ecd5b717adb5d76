#include "ui/window/preset_desk.h"

#include <QFileDialog>
#include <QFileInfo>

#include "base/file.h"
#include "cost/design_hints.h"
#include "ui/model/parameters.h"
#include "ui/model/phrase_text.h"
#include "ui/model/preset_text.h"
#include "ui/model/study_controller.h"
#include "ui/panel/banner.h"
#include "ui/panel/preset_picker.h"
#include "ui/window/file_export.h"

namespace acim::ui {

PresetDesk::PresetDesk(PresetPicker* picker, Parameters* parameters, const StudyController* controller, Banner* banner,
                       QObject* parent)
    : QObject(parent), picker_(picker), parameters_(parameters), controller_(controller), banner_(banner) {
  connect(picker, &PresetPicker::preset_chosen, this, &PresetDesk::apply);
  connect(picker, &PresetPicker::open_wanted, this, &PresetDesk::ask_open);
  connect(picker, &PresetPicker::save_wanted, this, &PresetDesk::ask_save);
  const auto show = [this] { picker_->show_preset(matching_preset(cost::built_in_presets(), parameters_->current())); };
  connect(parameters, &Parameters::changed, picker, show);
  show();
}

void PresetDesk::apply(const cost::Preset& preset) {
  const QString name = QString::fromStdString(preset.name);
  if (!preset.knobs) {
    QString text = tr("Why: %1.").arg(QString::fromStdString(preset.why_cost_only));
    if (preset.reported_tops_per_watt_1b)
      text += ' ' + tr("Its energy stands among the published chips of the trade-off chart.");
    banner_->say(BannerKind::warning, tr("%1 cannot be simulated").arg(name), text);
    return;
  }
  QUndoStack& undo = parameters_->undo_stack();
  undo.beginMacro(tr("preset %1").arg(name));
  for (const auto& [key, value] : cost::preset_values(preset)) parameters_->set_value(key, value);
  parameters_->set_mode(EvaluationMode::simulated);  // A macro is an array.
  undo.endMacro();
  banner_->say(BannerKind::info, tr("Knobs as %1 has them").arg(name), preset_words(preset) + words_for_layers());
}

QString PresetDesk::words_for_layers() const {
  try {
    for (const cost::DesignHint& hint : cost::design_hints(parameters_->settings(), controller_->layers())) {
      if (hint.code != "rows_beyond_layers") continue;
      return QStringLiteral(" %1 %2").arg(phrase_text(hint.reason), phrase_text(hint.remedy));
    }
  } catch (const Error&) {  // Settings of layers that do not fit the preset are said where they stand.
  }
  return {};
}

void PresetDesk::open(const QString& path) {
  const QString name = QFileInfo(path).fileName();
  try {
    const PointSettings settings = parse_settings(read_text_file(path.toStdString()), path.toStdString());
    QUndoStack& undo = parameters_->undo_stack();
    undo.beginMacro(tr("settings of %1").arg(name));
    parameters_->replace(settings);
    undo.endMacro();
    if (settings.mode == EvaluationMode::simulated) {
      banner_->hide();
    } else {
      banner_->say(BannerKind::info, tr("%1 simulates no array").arg(name),
                   settings.mode == EvaluationMode::quantised
                       ? tr("It asks for exact integers (mode quantised): the knobs of the array change nothing.")
                       : tr("It asks for floating point (mode float): the knobs change nothing."));
    }
  } catch (const Error& error) {
    ErrorText text = error_text(error, tr("%1 could not be opened").arg(name));
    text.text += ' ' + tr("The knobs stay as they are.");
    banner_->say(text);
  }
}

void PresetDesk::save(const QString& path) {
  try {
    write_text(path.toStdString(), settings_text(parameters_->settings()));
    banner_->say(BannerKind::good, tr("Settings saved"), tr("%1; acim run --settings takes it, too.").arg(path));
  } catch (const Error& error) {
    banner_->say(error_text(error, tr("The settings could not be saved")));
  }
}

void PresetDesk::ask_open() {
  auto* dialog = new QFileDialog(picker_->window(), tr("Open settings"), {}, tr("Settings (*.json);;All files (*)"));
  dialog->setObjectName(QStringLiteral("open_settings_dialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &PresetDesk::open);
  dialog->open();
}

void PresetDesk::ask_save() {
  auto* dialog = new QFileDialog(picker_->window(), tr("Save settings"), {}, tr("Settings (*.json)"));
  dialog->setObjectName(QStringLiteral("save_settings_dialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("json"));
  dialog->selectFile(tr("settings.json"));
  connect(dialog, &QFileDialog::fileSelected, this, &PresetDesk::save);
  dialog->open();
}

}  // namespace acim::ui
