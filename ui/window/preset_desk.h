#pragma once

#include <QObject>

#include "cost/preset.h"

namespace acim::ui {

class Banner;
class Parameters;
class PresetPicker;

/// Presets in the window: sets the knobs of a published macro, its calibration factor among them, or of a settings file
/// as one undoable step; says what is cited and assumed, or why a macro cannot be simulated.
class PresetDesk : public QObject {
  Q_OBJECT

 public:
  PresetDesk(PresetPicker* picker, Parameters* parameters, Banner* banner, QObject* parent);

  void apply(const cost::Preset& preset);
  /// Settings as `acim run --settings` takes them. Errors are said in the banner and change nothing.
  void open(const QString& path);
  void save(const QString& path);

 private:
  void ask_open();
  void ask_save();

  PresetPicker* picker_;
  Parameters* parameters_;
  Banner* banner_;
};

}  // namespace acim::ui
