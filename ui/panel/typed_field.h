#pragma once

#include <QLineEdit>
#include <QString>

class QKeyEvent;

namespace acim::ui {

/// What a key does in a field that is edited and taken as a whole.
enum class DraftKey {
  other,
  give_up,    ///< Escape or undo: what was typed goes, what is in force comes back
  of_window,  ///< nothing was typed: undo and redo are the window's
};
DraftKey draft_key(const QKeyEvent& event, bool is_draft);
/// Says to the window's shortcuts whose a key is, if the event asks that; false: the field's base knows.
bool settle_shortcut(QEvent* event, bool is_draft);

/// The red frame of a field that is wrong.
void frame_as_wrong(QWidget* field, bool wrong);

/// A text that stays as it is typed, and is taken with Enter or when it is left; refused it stays, with what is wrong,
/// until it is changed or given up.
class TypedField : public QLineEdit {
  Q_OBJECT

 public:
  explicit TypedField(QWidget* parent = nullptr);

  /// What is in force; a draft and its problem are gone.
  void show_text(const QString& text);
  /// The same below a draft, which stays with its problem.
  void show_below_draft(const QString& text);
  void refuse(const QString& problem);
  const QString& problem() const { return problem_; }

 Q_SIGNALS:
  /// The user typed this and means it, even where it is what stood there; never empty.
  void typed(const QString& text);
  void problem_changed();

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QString shown_;
  QString problem_;
};

}  // namespace acim::ui
