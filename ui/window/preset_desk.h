#pragma once

#include <QObject>

#include "cost/preset.h"

namespace acim::ui {

class Banner;
class Parameters;
class PresetPicker;
class StudyController;

/// Presets in the window: sets the knobs of a published macro, its calibration factor among them, or of a settings file
/// as one undoable step; says what is cited and assumed, or why a macro cannot be simulated.
class PresetDesk : public QObject {
  Q_OBJECT

 public:
  PresetDesk(PresetPicker* picker, Parameters* parameters, const StudyController* controller, Banner* banner,
             QObject* parent);

  void apply(const cost::Preset& preset);
  /// Settings as `acim run --settings` takes them. Errors are said in the banner and change nothing.
  void open(const QString& path);
  void save(const QString& path);

  void ask_save();

 private:
  /// What its rows are to the layers of the network, when they do not suit it; begins with a space.
  QString words_for_layers() const;
  void ask_open();

  PresetPicker* picker_;
  Parameters* parameters_;
  const StudyController* controller_;
  Banner* banner_;
};

}  // namespace acim::ui
