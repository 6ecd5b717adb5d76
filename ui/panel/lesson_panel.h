#pragma once

#include <QFrame>
#include <span>

#include "ui/model/lesson_library.h"
#include "ui/theme/theme.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace acim::ui {

class Banner;

/// One lesson at a time, in the size of a classroom: set and run, answer from the own curve, compare with the paper.
class LessonPanel : public QFrame {
  Q_OBJECT

 public:
  LessonPanel(const StudyController* controller, const Theme* theme, QWidget* parent = nullptr);

  void show_library(LessonLibrary library);
  void show_lesson(int index);
  /// nullptr when there is none.
  const Lesson* lesson() const;
  int index() const { return index_; }
  /// What the controller computes or has computed.
  void show_run();

  QPushButton* run_button() const { return run_; }
  QLineEdit* answer_field() const { return answer_; }
  QPushButton* check_button() const { return check_; }
  Banner* verdict() const { return verdict_; }
  QPushButton* next_button() const { return next_; }
  QPushButton* back_button() const { return back_; }

 Q_SIGNALS:
  /// Another lesson is shown; its knobs are to be marked.
  void lesson_shown();
  void run_requested();
  void close_requested();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* make_head();
  QWidget* make_foot();
  QWidget* make_body();
  void add_step(QVBoxLayout* body, int number, const QString& title);
  void fill_knobs(const Lesson& lesson);
  void fill_menu();
  void fill_comparison();
  void check_answer();
  void judge_answer(const Lesson& shown);
  void reveal_why();
  void show_explanation();
  QLabel* text_label(TextRole role, const char* kind = "");

  const StudyController* controller_;
  const Theme* theme_;
  LessonLibrary library_;
  int index_ = -1;
  int wrong_answers_ = 0;
  bool awaits_run_ = false;  ///< the verdict says so
  bool answered_ = false;    ///< rightly, or told after wrong ones
  QLabel* place_;
  QToolButton* choose_;
  QScrollArea* scroll_;
  Banner* problem_;
  QLabel* title_;
  QLabel* introduction_;
  QWidget* knobs_;
  QPushButton* run_;
  QLabel* progress_;
  QLabel* question_;
  QLineEdit* answer_;
  QLabel* unit_;
  QPushButton* check_;
  Banner* verdict_;
  QFrame* seen_card_;
  QFrame* paper_card_;
  QLabel* compare_note_;
  QLabel* finding_;
  QLabel* why_;
  QLabel* source_;
  QPushButton* back_;
  QPushButton* next_;
};

}  // namespace acim::ui
