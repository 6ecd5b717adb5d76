#pragma once

#include <QWidget>

namespace acim::ui {

/// Gives the keyboard to a part of the window: to itself, or to the first of what is in it that Tab reaches. False when
/// there is nothing.
inline bool focus_into(QWidget* part, Qt::FocusReason reason) {
  const auto takes_keys = [](const QWidget* widget) {
    return (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() && widget->isEnabled();
  };
  QWidget* widget = part;
  do {
    if ((widget == part || part->isAncestorOf(widget)) && takes_keys(widget)) {
      widget->setFocus(reason);
      return true;
    }
    widget = widget->nextInFocusChain();
  } while (widget != part);
  return false;
}

}  // namespace acim::ui
