#include "ui/panel/typed_field.h"

#include <QKeyEvent>
#include <QStyle>

namespace acim::ui {

DraftKey draft_key(const QKeyEvent& event, bool is_draft) {
  if (is_draft) {
    return event.key() == Qt::Key_Escape || event.matches(QKeySequence::Undo) ? DraftKey::give_up : DraftKey::other;
  }
  return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo) ? DraftKey::of_window : DraftKey::other;
}

bool settle_shortcut(QEvent* event, bool is_draft) {
  if (event->type() != QEvent::ShortcutOverride) return false;
  const DraftKey key = draft_key(*static_cast<QKeyEvent*>(event), is_draft);
  if (key == DraftKey::other) return false;
  event->setAccepted(key == DraftKey::give_up);
  return true;
}

void frame_as_wrong(QWidget* field, bool wrong) {
  const QString state = wrong ? QStringLiteral("invalid") : QString();
  if (field == nullptr || field->property("state").toString() == state) return;
  field->setProperty("state", state);
  field->style()->unpolish(field);
  field->style()->polish(field);
}

TypedField::TypedField(QWidget* parent) : QLineEdit(parent) {
  connect(this, &QLineEdit::textEdited, this, [this] { refuse({}); });
  connect(this, &QLineEdit::editingFinished, this, [this] {
    if (!isModified()) return;
    if (text().trimmed().isEmpty()) return show_text(shown_);
    Q_EMIT typed(text().trimmed());
  });
}

void TypedField::show_text(const QString& text) {
  shown_ = text;
  setText(text);
  refuse({});
}

void TypedField::show_below_draft(const QString& text) {
  if (!isModified()) return show_text(text);
  shown_ = text;
}

void TypedField::refuse(const QString& problem) {
  if (problem == problem_) return;
  problem_ = problem;
  Q_EMIT problem_changed();
}

bool TypedField::event(QEvent* event) {
  return settle_shortcut(event, isModified()) || QLineEdit::event(event);
}

void TypedField::keyPressEvent(QKeyEvent* event) {
  switch (draft_key(*event, isModified())) {
    case DraftKey::give_up:
      show_text(shown_);
      return selectAll();
    case DraftKey::of_window:
      return event->ignore();
    case DraftKey::other:
      return QLineEdit::keyPressEvent(event);
  }
}

}  // namespace acim::ui
