#include "ui/panel/preset_picker.h"

#include <QAction>
#include <QLocale>
#include <QMenu>

#include "ui/model/preset_text.h"
#include "ui/model/rich_text.h"

namespace acim::ui {

PresetPicker::PresetPicker(const cost::PresetCollection* presets, const Theme* theme, QWidget* parent)
    : PickerButton(tr("Preset"), theme, parent) {
  setObjectName(QStringLiteral("preset_picker"));
  auto* menu = new QMenu(this);
  menu->setToolTipsVisible(true);
  for (const cost::Preset& preset : presets->presets) {
    if (preset.knobs) add_preset(menu, preset);
  }
  menu->addSeparator();
  QMenu* cost_only = menu->addMenu(tr("Energy only"));
  for (const AnalogDomain domain :
       {AnalogDomain::charge, AnalogDomain::current, AnalogDomain::resistive, AnalogDomain::time}) {
    auto* domain_menu = new QMenu(domain_words(domain), cost_only);
    domain_menu->setToolTipsVisible(true);
    for (const cost::Preset& preset : presets->presets) {
      if (preset.domain == domain && !preset.knobs) add_preset(domain_menu, preset);
    }
    if (!domain_menu->isEmpty()) cost_only->addMenu(domain_menu);
  }
  menu->addSeparator();
  connect(menu->addAction(theme->icon(QStringLiteral("folder")), tr("Open settings…")), &QAction::triggered, this,
          &PresetPicker::open_wanted);
  connect(menu->addAction(theme->icon(QStringLiteral("save")), tr("Save settings…")), &QAction::triggered, this,
          &PresetPicker::save_wanted);
  setMenu(menu);
  show_preset(nullptr);
}

void PresetPicker::add_preset(QMenu* menu, const cost::Preset& preset) {
  const QString node = tr("%1 nm").arg(QLocale().toString(preset.node_nm));
  QAction* entry = menu->addAction(QString::fromStdString(preset.name) + '\t' + node);
  entry->setObjectName(QString::fromStdString(preset.id));
  entry->setToolTip(preset.knobs ? preset_words(preset)
                                 : tr("Cannot be simulated: %1").arg(QString::fromStdString(preset.why_cost_only)));
  connect(entry, &QAction::triggered, this, [this, &preset] { Q_EMIT preset_chosen(preset); });
}

void PresetPicker::show_preset(const cost::Preset* preset) {
  set_value(preset == nullptr ? tr("No preset") : QString::fromStdString(preset->name));
  setToolTip(preset == nullptr ? tr("Take the knobs of a published macro, or of a file")
                               : plain_tip(preset_words(*preset)));
}

}  // namespace acim::ui
