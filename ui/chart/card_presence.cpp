#include "ui/chart/card_presence.h"

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

void CardPresence::note_keys() {
  by_keys_ = true;
}

}  // namespace acim::ui
