#pragma once

#include <QWidget>

#include "ui/model/study_controller.h"
#include "ui/theme/theme.h"

class QLabel;

namespace acim::ui {

/// A bar of 6 px whose colour says the state; words beside it always do too.
class ProgressBar : public QWidget {
  Q_OBJECT

 public:
  explicit ProgressBar(const Theme* theme, QWidget* parent = nullptr);
  void show_progress(double fraction, StudyState state);
  double fraction() const { return fraction_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme* theme_;
  double fraction_ = 0;
  StudyState state_ = StudyState::empty;
};

/// The bottom line: images of how many, images/s, time left, the bar; at the right how many threads run.
class StatusStrip : public QWidget {
  Q_OBJECT

 public:
  StatusStrip(const Theme* theme, QWidget* parent = nullptr);
  void show_study(StudyState state, const StudyProgress& progress, int points);
  void show_loading(double fraction, const QString& what);
  void set_right_text(const QString& text);
  /// A sentence in passing ("Saved"), at the right.
  void set_note(const QString& text);
  QString note() const;
  QString words() const;
  /// What has no room goes, so that it keeps no window wide.
  QSize minimumSizeHint() const override { return {0, height()}; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// What is least missed goes, or is elided, where there is no room for all of it.
  void make_room();

  const Theme* theme_;
  QLabel* images_;
  QLabel* rate_;
  QLabel* left_;
  ProgressBar* bar_;
  QLabel* percent_;
  QLabel* note_;
  QString note_text_;
  QLabel* right_;
  QWidget* rate_rule_;
  QWidget* left_rule_;
};

/// "42 %, 1 min 6 s left": for the window's title; empty when nothing runs.
QString progress_words(StudyState state, const StudyProgress& progress);

}  // namespace acim::ui
