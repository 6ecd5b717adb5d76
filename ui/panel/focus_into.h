#pragma once

#include <QWidget>

namespace acim::ui {

/// Gives the keyboard to a part of the window: to itself, or to the first of what is in it that Tab reaches; to what
/// closes it only where there is nothing else. False when there is nothing.
inline bool focus_into(QWidget* part, Qt::FocusReason reason) {
  const auto takes_keys = [part](const QWidget* widget) {
    const bool inside = widget == part || part->isAncestorOf(widget);
    return inside && (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() && widget->isEnabled();
  };
  QWidget* found = nullptr;
  QWidget* widget = part;
  do {
    if (takes_keys(widget) && (found == nullptr || found->property("closes").toBool())) found = widget;
    widget = widget->nextInFocusChain();
  } while (widget != part);
  if (found != nullptr) found->setFocus(reason);
  return found != nullptr;
}

}  // namespace acim::ui
