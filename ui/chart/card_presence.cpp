#include "ui/chart/card_presence.h"

#include <algorithm>
#include <array>

namespace acim::ui {

CardPresence::CardPresence(QObject* chart) : QObject(chart) {
  after_click_.setSingleShot(true);
  after_click_.setInterval(kAfterClick);
  connect(&after_click_, &QTimer::timeout, this, [this] {
    read_ = true;
    Q_EMIT ended();
  });
}

void CardPresence::note_point() {
  after_click_.stop();
  read_ = false;
}

void CardPresence::note_click() {
  by_keys_ = false;
  after_click_.start();
}

void CardPresence::note_key(int key) {
  constexpr std::array kMoving = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End};
  if (std::ranges::find(kMoving, key) != kMoving.end()) note_keys();
}

void CardPresence::note_keys() {
  by_keys_ = true;
}

}  // namespace acim::ui
