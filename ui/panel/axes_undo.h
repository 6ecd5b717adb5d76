#pragma once

#include <QObject>

#include "study/study_spec.h"

class QUndoStack;

namespace acim::ui {

class SweepBar;

/// Makes every change of the sweep's axes an undoable step, beside those of the knobs.
class AxesUndo : public QObject {
  Q_OBJECT

 public:
  AxesUndo(SweepBar* bar, QUndoStack* undo, QObject* parent);
  /// The axes as they are now are where edits begin: a study was opened.
  void begin_here();

 private:
  friend class AxesEdit;
  struct Axes {
    SweepAxis x;
    SweepAxis family;
    bool operator==(const Axes&) const = default;
  };
  void note();
  void apply(const Axes& axes);

  SweepBar* bar_;
  QUndoStack* undo_;
  Axes last_;
  bool applying_ = false;
};

}  // namespace acim::ui
