#pragma once

#include <QFrame>

#include "ui/model/image_fetch.h"
#include "ui/theme/theme.h"

class QLabel;
class QToolButton;

namespace acim::ui {

class ProgressBar;

/// Images on their way: how far, how long, a button that stops or goes on. Seen only while there is something to say.
class FetchStrip : public QFrame {
  Q_OBJECT

 public:
  FetchStrip(ImageFetch* fetch, const Theme* theme, QWidget* parent = nullptr);

  QToolButton* button() const { return button_; }
  QToolButton* close_button() const { return close_; }
  QString title() const;
  QString words() const;

 private:
  void show_state();
  void show_look();
  QString progress_text() const;

  ImageFetch* fetch_;
  const Theme* theme_;
  QLabel* icon_;
  QLabel* title_;
  QLabel* words_;
  ProgressBar* bar_;
  QToolButton* button_;
  QToolButton* close_;
};

}  // namespace acim::ui
