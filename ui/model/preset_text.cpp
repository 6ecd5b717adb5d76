#include "ui/model/preset_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "ui/chart/published_chips.h"

namespace acim::ui {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Presets)
};

}  // namespace

QString domain_words(AnalogDomain domain) {
  switch (domain) {
    case AnalogDomain::charge:
      return Words::tr("Charge domain");
    case AnalogDomain::current:
      return Words::tr("Current domain");
    case AnalogDomain::resistive:
      return Words::tr("Resistive domain");
    case AnalogDomain::time:
      break;
  }
  return Words::tr("Time domain");
}

QString preset_words(const cost::Preset& preset) {
  QStringList sentences;
  const QString citation = QString::fromStdString(preset.citation);
  sentences << (preset.doi.empty() ? Words::tr("%1.").arg(citation)
                                   : Words::tr("%1, doi %2.").arg(citation, QString::fromStdString(preset.doi)));
  if (const QString trust = trust_text(preset); !trust.isEmpty())
    sentences << Words::tr("Its figures are from %1.").arg(trust);
  QStringList assumed;
  for (const std::string& one : preset.assumed) assumed << QString::fromStdString(one);
  if (!assumed.isEmpty()) sentences << Words::tr("Assumed here: %1.").arg(assumed.join(QStringLiteral("; ")));
  return sentences.join(' ');
}

const cost::Preset* matching_preset(const cost::PresetCollection& collection, const MacroParameters& macro) {
  for (const cost::Preset& preset : collection.presets) {
    if (!preset.knobs) continue;
    MacroParameters with_preset = macro;
    cost::apply_preset(preset, with_preset);
    if (with_preset == macro) return &preset;
  }
  return nullptr;
}

}  // namespace acim::ui
