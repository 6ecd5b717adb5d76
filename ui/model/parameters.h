#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>
#include <optional>
#include <string>
#include <vector>

#include "macro/noise_units.h"
#include "macro/parameter_table.h"
#include "macro/settings.h"

namespace acim::ui {

/// The knobs as they stand in the window: values, what differs from the baseline, what is wrong, what layers have of
/// their own, undo of it all.
class Parameters : public QObject {
  Q_OBJECT

 public:
  explicit Parameters(const MacroParameters& baseline = {}, QObject* parent = nullptr);

  const MacroParameters& current() const { return current_; }
  const MacroParameters& baseline() const { return baseline_; }
  ParameterValue value(std::string_view key) const;
  ParameterValue baseline_value(std::string_view key) const;
  virtual bool differs(std::string_view key) const;
  int differing_count() const;
  /// Marks and resets go by other values from here on; no edit.
  void set_baseline(const MacroParameters& baseline);
  /// Contradictions of the current values; empty when a run may start.
  const std::vector<ParameterProblem>& problems() const { return problems_; }
  QUndoStack& undo_stack() { return undo_; }
  /// Settings of single layers, applied in order.
  const std::vector<LayerOverride>& layers() const { return layers_; }
  /// What is computed: the array, exact integers, or floating point.
  EvaluationMode mode() const { return mode_; }
  /// All of it: what a run starts from.
  PointSettings settings() const { return {mode_, current_, layers_}; }

  /// An undoable edit; successive edits of one knob are one step. Nothing happens when the value is the same.
  void set_value(std::string_view key, const ParameterValue& value);
  virtual void reset(std::string_view key);
  void reset_all();
  /// Which measure of the random noise stays as it is when one edit turns a knob that it depends on: the percentage
  /// (the knob itself, which nothing touches then), millivolts or steps of the ADC. The noise is rewritten in the same
  /// undo step.
  NoiseUnit held_noise() const { return held_noise_; }
  void hold_noise(NoiseUnit unit);
  /// What is held would need more noise than the knob has: it stands at its end, and comes back whole.
  bool is_held_noise_cut() const { return cut_from_.has_value(); }
  /// Takes all values at once, as one undoable step.
  void replace(const MacroParameters& parameters);
  /// The same with the settings of layers and the mode.
  void replace(const PointSettings& settings);
  /// An undoable edit.
  void set_mode(EvaluationMode mode);
  /// An undoable edit, told as `what`; successive ones of the same `merge_key` are one step unless it is empty.
  void set_layers(std::vector<LayerOverride> layers, const QString& what, const QString& merge_key = {});

 Q_SIGNALS:
  void value_changed(const QString& key);
  void layers_changed();
  void held_noise_changed();
  void changed();

 protected:
  virtual void push(std::string_view key, const ParameterValue& value, bool mergeable);
  /// Other values and another baseline, which are no edit.
  void show(const MacroParameters& current, const MacroParameters& baseline);

 private:
  friend class EditCommand;
  friend class LayersCommand;
  friend class ModeCommand;
  void apply(const std::string& key, const ParameterValue& value);
  void apply(const std::vector<LayerOverride>& layers);
  void apply(EvaluationMode mode);
  /// The random noise after an edit, in per cent, so that what is held of `held` stays; not cut to what is allowed.
  double noise_after(const MacroParameters& held, std::string_view key, const ParameterValue& value) const;

  MacroParameters current_;
  MacroParameters baseline_;
  NoiseUnit held_noise_ = NoiseUnit::percent;
  /// Where the noise that is held comes from while it is cut to the largest one, so that it comes back whole.
  std::optional<MacroParameters> cut_from_;
  std::vector<LayerOverride> layers_;
  EvaluationMode mode_ = EvaluationMode::simulated;
  std::vector<ParameterProblem> problems_;
  QUndoStack undo_;
};

}  // namespace acim::ui
