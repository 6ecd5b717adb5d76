#pragma once

#include <QMainWindow>
#include <QObject>

#include "ui/model/explanation_model.h"
#include "ui/model/parameters.h"
#include "ui/model/study_controller.h"
#include "ui/theme/theme.h"

class QDockWidget;

namespace acim::ui {

class AccuracyChart;
class LayerDocks;
class WhyPanel;

/// The dock that answers why the accuracy is what it is, in a tab with the layers: follows the settings in view and the
/// chosen layer, and sets the knobs that are to be tried.
class WhyDock : public QObject {
  Q_OBJECT

 public:
  WhyDock(QMainWindow* window, LayerDocks* layers, AccuracyChart* chart, StudyController* controller,
          Parameters* parameters, const Theme* theme);

  WhyPanel* panel() const { return panel_; }
  QDockWidget* dock() const { return dock_; }
  ExplanationModel& model() { return model_; }
  /// Shows the dock, over the others of its tabs.
  void open();

 private:
  void take_settings();
  void show_references();
  void look_at_pair(int layer, int weight_bit, int cycle);
  /// For all layers when `layer` is negative.
  void try_out(const KnobTrial& trial, int layer);
  /// Into the knobs, and into the layers' own where those stand in the way.
  void set_for_all(const KnobTrial& trial);
  /// Into each explained layer's own settings, as its own trial of this change says.
  void set_for_each(const KnobTrial& trial);
  /// A swept knob is as at the selected point: that point gives way to the one with the tried values, or to none.
  void leave_swept_point(const KnobTrial& trial);

  LayerDocks* layers_;
  AccuracyChart* chart_;
  StudyController* controller_;
  Parameters* parameters_;
  ExplanationModel model_;
  WhyPanel* panel_;
  QDockWidget* dock_;
  std::shared_ptr<const LayerProbe> probe_;
};

}  // namespace acim::ui
