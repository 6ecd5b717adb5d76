#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>
#include <string>
#include <vector>

#include "macro/parameter_table.h"

namespace acim::ui {

/// The knobs as they stand in the window: values, what differs from the baseline, what is wrong, undo.
class Parameters : public QObject {
  Q_OBJECT

 public:
  explicit Parameters(const MacroParameters& baseline = {}, QObject* parent = nullptr);

  const MacroParameters& current() const { return current_; }
  const MacroParameters& baseline() const { return baseline_; }
  ParameterValue value(std::string_view key) const;
  ParameterValue baseline_value(std::string_view key) const;
  bool differs(std::string_view key) const;
  int differing_count() const;
  /// Contradictions of the current values; empty when a run may start.
  const std::vector<ParameterProblem>& problems() const { return problems_; }
  QUndoStack& undo_stack() { return undo_; }

  /// An undoable edit; successive edits of one knob are one step. Nothing happens when the value is the same.
  void set_value(std::string_view key, const ParameterValue& value);
  void reset(std::string_view key);
  void reset_all();
  /// Takes all values at once, as one undoable step.
  void replace(const MacroParameters& parameters);

 Q_SIGNALS:
  void value_changed(const QString& key);
  void changed();

 private:
  friend class EditCommand;
  void apply(const std::string& key, const ParameterValue& value);
  void push(std::string_view key, const ParameterValue& value, bool mergeable);

  MacroParameters current_;
  MacroParameters baseline_;
  std::vector<ParameterProblem> problems_;
  QUndoStack undo_;
};

}  // namespace acim::ui
