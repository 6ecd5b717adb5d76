#pragma once

#include <QObject>
#include <QTimer>

namespace acim::ui {

/// When the card of a chart is there: while the mouse is at a point, though only a moment once it was clicked; and at
/// the selected point while the keys move the selection.
class CardPresence : public QObject {
  Q_OBJECT

 public:
  static constexpr int kAfterClick = 1200;  ///< ms that a card stays at a point that was clicked

  explicit CardPresence(QObject* chart);
  /// The mouse is at another point, or at none.
  void note_point();
  void note_click();
  /// Of the keys that come to a chart those that move its selection; others are modifiers, or the window's.
  void note_key(int key);
  /// The focus came by them.
  void note_keys();
  bool at_hovered() const { return !read_; }
  bool at_selected() const { return by_keys_; }

 Q_SIGNALS:
  /// The moment after a click is over.
  void ended();

 private:
  QTimer after_click_;
  bool read_ = false;
  bool by_keys_ = false;
};

}  // namespace acim::ui
