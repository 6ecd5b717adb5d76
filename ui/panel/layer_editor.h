#pragma once

#include <QFrame>
#include <string>
#include <vector>

#include "ui/model/layer_knobs.h"
#include "ui/theme/theme.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace acim::ui {

class KnobRow;

/// Settings of the selected layers: on the array or digital, a knob row for each that they have of their own, and a
/// list of the others to choose from.
class LayerEditor : public QWidget {
  Q_OBJECT

 public:
  LayerEditor(LayerKnobs* knobs, const Theme* theme, QWidget* parent = nullptr);

  /// What the target is called, and whether it stays digital now: all of it (true), nothing of it, or some.
  void show_target(const QString& name, std::optional<bool> digital);
  /// Adds a row for a knob, which has no own value until it is changed.
  void add_knob(const std::string& key);
  KnobRow* row(std::string_view key) const;
  QComboBox* knob_choice() const { return choice_; }
  QToolButton* reset_button() const { return reset_; }
  QToolButton* place_button(bool digital) const;

 private:
  void make_place();
  void make_choice();
  void show_rows();
  void show_notes();
  void fit_height();

  LayerKnobs* knobs_;
  const Theme* theme_;
  QLabel* name_;
  QToolButton* reset_;
  QFrame* segments_;
  QButtonGroup* place_;
  QComboBox* choice_;
  QScrollArea* scroll_;
  QVBoxLayout* rows_layout_ = nullptr;
  std::vector<KnobRow*> rows_;
  std::vector<std::string> added_;  ///< chosen for this target, with or without an own value
  LayerTarget shown_;
};

}  // namespace acim::ui
