#pragma once

#include "cost/preset.h"
#include "ui/panel/picker_button.h"

namespace acim::ui {

/// Published macros whose knobs can be taken, and settings of one's own as files. Macros that cannot be simulated stand
/// in the menu, too, with the reason: nobody has to wonder where they are.
class PresetPicker : public PickerButton {
  Q_OBJECT

 public:
  PresetPicker(const cost::PresetCollection* presets, const Theme* theme, QWidget* parent = nullptr);
  /// Null: the knobs are those of no preset.
  void show_preset(const cost::Preset* preset);

 Q_SIGNALS:
  void preset_chosen(const acim::cost::Preset& preset);
  void open_wanted();
  void save_wanted();

 private:
  void add_preset(QMenu* menu, const cost::Preset& preset);
};

}  // namespace acim::ui
