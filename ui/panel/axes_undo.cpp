#include "ui/panel/axes_undo.h"

#include <QPointer>
#include <QUndoStack>
#include <utility>

#include "ui/panel/sweep_bar.h"

namespace acim::ui {

class AxesEdit : public QUndoCommand {
 public:
  AxesEdit(AxesUndo* owner, AxesUndo::Axes before, AxesUndo::Axes after)
      : QUndoCommand(AxesUndo::tr("change of the sweep")),
        owner_(owner),
        before_(std::move(before)),
        after_(std::move(after)) {}
  void undo() override {
    if (owner_) owner_->apply(before_);
  }
  void redo() override {
    if (owner_) owner_->apply(after_);
  }

 private:
  QPointer<AxesUndo> owner_;
  AxesUndo::Axes before_;
  AxesUndo::Axes after_;
};

AxesUndo::AxesUndo(SweepBar* bar, QUndoStack* undo, QObject* parent) : QObject(parent), bar_(bar), undo_(undo) {
  begin_here();
  connect(bar, &SweepBar::axes_changed, this, &AxesUndo::note);
}

void AxesUndo::begin_here() {
  last_ = {bar_->x(), bar_->family()};
}

void AxesUndo::note() {
  Axes now{bar_->x(), bar_->family()};
  if (applying_ || now == last_) return;
  Axes before = std::exchange(last_, now);
  undo_->push(new AxesEdit(this, std::move(before), std::move(now)));
}

void AxesUndo::apply(const Axes& axes) {
  if (Axes{bar_->x(), bar_->family()} == axes) return;
  applying_ = true;
  last_ = axes;
  bar_->set_axes(axes.x, axes.family);
  applying_ = false;
}

}  // namespace acim::ui
