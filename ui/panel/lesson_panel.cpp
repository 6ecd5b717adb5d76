#include "ui/panel/lesson_panel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTextDocument>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/model/lesson_answer.h"
#include "ui/model/parameter_text.h"
#include "ui/model/rich_text.h"
#include "ui/model/typed_number.h"
#include "ui/panel/banner.h"
#include "ui/panel/status_strip.h"

namespace acim::ui {

namespace {

constexpr int kMargin = 24;
constexpr int kTriesBeforeTelling = 2;

/// Markdown as rich text; HTML in it stays text, so a lesson shows nothing but words.
void set_markdown(QLabel* label, const std::string& text) {
  QTextDocument document;
  document.setDefaultFont(label->font());
  document.setMarkdown(QString::fromStdString(text).trimmed(), QTextDocument::MarkdownNoHTML);
  set_strong(document);
  label->setProperty("rich", true);
  label->setTextFormat(Qt::RichText);  // It may be polished already.
  label->setText(document.toHtml());
  label->setVisible(!document.isEmpty());
}

QString values_text(const Parameter& parameter, const SweepAxis& axis) {
  if (axis.values.size() > 3) {
    return screen_text(parameter, axis.values.front(), false) + QStringLiteral(" … ") +
           screen_text(parameter, axis.values.back());
  }
  QStringList texts;
  for (const std::string& value : axis.values)
    texts << screen_text(parameter, value, texts.size() + 1 == static_cast<qsizetype>(axis.values.size()));
  return texts.join(QStringLiteral(", "));
}

void clear_layout(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    delete item->widget();
    if (item->layout() != nullptr) clear_layout(item->layout());
    delete item;
  }
}

}  // namespace

LessonPanel::LessonPanel(const StudyController* controller, const Theme* theme, QWidget* parent)
    : QFrame(parent), controller_(controller), theme_(theme) {
  setProperty("kind", "panel");
  setAccessibleName(tr("Lesson"));
  auto* rule = new QFrame;
  rule->setProperty("kind", "rule");
  auto* foot_rule = new QFrame;
  foot_rule->setProperty("kind", "rule");
  scroll_ = new QScrollArea;
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->viewport()->setAutoFillBackground(false);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 1, 1, 1);
  layout->setSpacing(0);
  layout->addWidget(make_head());
  layout->addWidget(rule);
  scroll_->setWidget(make_body());
  scroll_->widget()->setAutoFillBackground(false);
  layout->addWidget(scroll_, 1);
  layout->addWidget(foot_rule);
  layout->addWidget(make_foot());
}

// Making.

QLabel* LessonPanel::text_label(TextRole role, const char* kind) {
  auto* label = new QLabel;
  label->setFont(theme_->font(role));
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  if (*kind != '\0') label->setProperty("kind", QString::fromLatin1(kind));
  return label;
}

QWidget* LessonPanel::make_head() {
  auto* title = new QLabel(tr("Lesson"));
  title->setFont(theme_->font(TextRole::strong));
  place_ = new QLabel;
  place_->setFont(theme_->font(TextRole::small));
  place_->setProperty("kind", "quiet");
  choose_ = new QToolButton;
  choose_->setProperty("kind", "icon");
  choose_->setIcon(theme_->icon(QStringLiteral("chevron-down")));
  choose_->setToolTip(tr("Choose a lesson"));
  choose_->setAccessibleName(tr("Choose a lesson"));
  choose_->setPopupMode(QToolButton::InstantPopup);
  choose_->setFocusPolicy(Qt::StrongFocus);
  choose_->setMenu(new QMenu(choose_));
  auto* close = new QToolButton;
  close->setProperty("kind", "icon");
  close->setObjectName(QStringLiteral("close_lesson"));
  close->setIcon(theme_->icon(QStringLiteral("close")));
  close->setToolTip(tr("Close the lesson"));
  close->setAccessibleName(tr("Close the lesson"));
  close->setFocusPolicy(Qt::StrongFocus);
  connect(close, &QToolButton::clicked, this, &LessonPanel::close_requested);
  auto* head = new QWidget;
  head->setFixedHeight(36);
  auto* layout = new QHBoxLayout(head);
  layout->setContentsMargins(16, 0, 8, 0);
  layout->setSpacing(4);
  layout->addWidget(title);
  layout->addStretch(1);
  layout->addWidget(place_);
  layout->addWidget(choose_);
  layout->addWidget(close);
  return head;
}

QWidget* LessonPanel::make_foot() {
  source_ = text_label(TextRole::caption, "quiet");
  source_->setObjectName(QStringLiteral("lesson_source"));
  back_ = new QPushButton(tr("Back"));
  back_->setObjectName(QStringLiteral("lesson_back"));
  next_ = new QPushButton(tr("Next lesson"));
  next_->setObjectName(QStringLiteral("lesson_next"));
  connect(back_, &QPushButton::clicked, this, [this] { show_lesson(index_ - 1); });
  connect(next_, &QPushButton::clicked, this, [this] { show_lesson(index_ + 1); });
  auto* foot = new QWidget;
  auto* layout = new QHBoxLayout(foot);
  layout->setContentsMargins(kMargin, 8, 16, 8);
  layout->setSpacing(8);
  layout->addWidget(source_, 1);
  layout->addWidget(back_);
  layout->addWidget(next_);
  return foot;
}

void LessonPanel::add_step(QVBoxLayout* body, int number, const QString& title) {
  auto* badge = new QLabel(QLocale().toString(number));
  badge->setProperty("kind", "step");
  badge->setFont(theme_->font(TextRole::small_strong));
  badge->setAlignment(Qt::AlignCenter);
  badge->setFixedSize(24, 24);
  auto* name = new QLabel(title);
  name->setFont(theme_->font(TextRole::lesson_head));
  auto* line = new QHBoxLayout;
  line->setSpacing(12);
  line->addWidget(badge);
  line->addWidget(name, 1);
  body->addSpacing(12);
  body->addLayout(line);
}

QWidget* LessonPanel::make_body() {
  auto* body = new QWidget;
  auto* layout = new QVBoxLayout(body);
  layout->setContentsMargins(kMargin, 16, kMargin, 16);
  layout->setSpacing(8);
  problem_ = new Banner(theme_);
  layout->addWidget(problem_);
  title_ = text_label(TextRole::lesson_title);
  layout->addWidget(title_);
  introduction_ = text_label(TextRole::lesson_body, "quiet");
  layout->addWidget(introduction_);

  add_step(layout, 1, tr("Set, then run"));
  auto* card = new QFrame;
  card->setProperty("kind", "lesson-knobs");
  card->setLayout(new QVBoxLayout);
  card->layout()->setContentsMargins(16, 8, 12, 8);
  card->layout()->setSpacing(4);
  knobs_ = card;
  layout->addWidget(card);
  run_ = new QPushButton;
  run_->setObjectName(QStringLiteral("lesson_run"));
  run_->setProperty("kind", "primary");
  run_->setIcon(theme_->icon(QStringLiteral("run"), IconInk::accent_ink));
  run_->setFont(theme_->font(TextRole::value));
  connect(run_, &QPushButton::clicked, this, &LessonPanel::run_requested);
  progress_ = new QLabel;
  progress_->setFont(theme_->font(TextRole::body));
  progress_->setProperty("kind", "quiet");
  progress_->setWordWrap(true);
  auto* run_line = new QHBoxLayout;
  run_line->setSpacing(12);
  run_line->addWidget(run_);
  run_line->addWidget(progress_, 1);
  layout->addLayout(run_line);

  add_step(layout, 2, tr("Answer from your chart"));
  question_ = text_label(TextRole::lesson_body);
  layout->addWidget(question_);
  answer_ = new QLineEdit;
  answer_->setObjectName(QStringLiteral("lesson_answer"));
  answer_->setFont(theme_->font(TextRole::value));
  answer_->setFixedWidth(96);
  answer_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  answer_->setMaxLength(24);
  answer_->setAccessibleName(tr("Your answer"));
  unit_ = new QLabel;
  unit_->setProperty("kind", "quiet");
  check_ = new QPushButton(tr("Check"));
  check_->setObjectName(QStringLiteral("lesson_check"));
  connect(check_, &QPushButton::clicked, this, &LessonPanel::check_answer);
  connect(answer_, &QLineEdit::returnPressed, this, &LessonPanel::check_answer);
  auto* answer_line = new QHBoxLayout;
  answer_line->setSpacing(8);
  answer_line->addWidget(answer_);
  answer_line->addWidget(unit_);
  answer_line->addSpacing(8);
  answer_line->addWidget(check_);
  answer_line->addStretch(1);
  layout->addLayout(answer_line);
  verdict_ = new Banner(theme_);
  verdict_->setObjectName(QStringLiteral("lesson_verdict"));
  layout->addWidget(verdict_);
  why_ = text_label(TextRole::lesson_body);
  why_->setObjectName(QStringLiteral("lesson_why"));
  layout->addWidget(why_);

  add_step(layout, 3, tr("Compare"));
  seen_card_ = new QFrame;
  paper_card_ = new QFrame;
  paper_card_->setObjectName(QStringLiteral("lesson_paper"));
  seen_card_->setProperty("kind", "panel");
  paper_card_->setProperty("kind", "card");
  auto* cards = new QHBoxLayout;
  cards->setSpacing(12);
  for (QFrame* one : {seen_card_, paper_card_}) {
    auto* lines = new QVBoxLayout(one);
    lines->setContentsMargins(14, 10, 14, 10);
    lines->setSpacing(2);
    one->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // Both as wide, so that their lines meet.
    cards->addWidget(one, 1);
  }
  layout->addLayout(cards);
  compare_note_ = text_label(TextRole::body, "quiet");
  layout->addWidget(compare_note_);
  finding_ = text_label(TextRole::lesson_body, "quiet");
  finding_->setObjectName(QStringLiteral("lesson_finding"));
  layout->addWidget(finding_);
  layout->addStretch(1);
  return body;
}

// Showing.

void LessonPanel::show_library(LessonLibrary library) {
  library_ = std::move(library);
  index_ = -1;
  if (library_.problems.empty()) {
    problem_->hide();
  } else {
    const ErrorText& first = library_.problems.front();
    const int more = static_cast<int>(library_.problems.size()) - 1;
    problem_->say(BannerKind::warning, first.title,
                  more > 0 ? first.text + ' ' + tr("%n more file(s) cannot be read.", nullptr, more) : first.text);
  }
  fill_menu();
  show_lesson(0);
}

void LessonPanel::fill_menu() {
  QMenu* menu = choose_->menu();
  menu->clear();
  for (std::size_t i = 0; i < library_.lessons.size(); ++i) {
    const int place = static_cast<int>(i);
    QAction* entry = menu->addAction(
        QStringLiteral("%1  %2").arg(QLocale().toString(place + 1), QString::fromStdString(library_.lessons[i].title)));
    connect(entry, &QAction::triggered, this, [this, place] { show_lesson(place); });
  }
}

const Lesson* LessonPanel::lesson() const {
  return index_ < 0 ? nullptr : &library_.lessons[static_cast<std::size_t>(index_)];
}

void LessonPanel::show_lesson(int index) {
  const int count = static_cast<int>(library_.lessons.size());
  if (index < 0 || index >= count) return;
  index_ = index;
  const Lesson& shown = *lesson();
  wrong_answers_ = 0;
  awaits_run_ = false;
  place_->setText(tr("%1 of %2").arg(QLocale().toString(index + 1), QLocale().toString(count)));
  title_->setText(QString::fromStdString(shown.title));
  set_markdown(introduction_, shown.introduction);
  set_markdown(question_, shown.question_text);
  question_->setAccessibleName(tr("Question"));
  answer_->setAccessibleDescription(QString::fromStdString(shown.question_text).trimmed());
  unit_->setText(QString::fromStdString(shown.question.unit));
  answer_->clear();
  verdict_->hide();
  why_->hide();
  answered_ = false;
  finding_->hide();
  source_->setText(QString::fromStdString(shown.source));
  back_->setEnabled(index > 0);
  next_->setEnabled(index + 1 < count);
  fill_knobs(shown);
  show_run();
  scroll_->ensureVisible(0, 0);
  Q_EMIT lesson_shown();
}

void LessonPanel::fill_knobs(const Lesson& lesson) {
  auto* lines = static_cast<QVBoxLayout*>(knobs_->layout());
  clear_layout(lines);
  for (const std::string& key : lesson.knobs) {
    const Parameter& parameter = parameter_of(key);
    const bool is_x = key == lesson.spec.x.key;
    const bool is_family = key == lesson.spec.family.key;
    auto* row = new QWidget;
    row->setFixedHeight(26);
    auto* name = new QLabel(label_of(parameter));
    const QString text = is_x        ? values_text(parameter, lesson.spec.x)
                         : is_family ? values_text(parameter, lesson.spec.family)
                                     : screen_text(parameter, parameter.get(lesson.settings.macro));
    auto* value = new QLabel(text);
    value->setFont(theme_->font(TextRole::value));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(name, 1);
    if (is_x || is_family) {
      auto* badge = new QLabel(is_x ? tr("x") : tr("family"));
      badge->setProperty("kind", "badge-on-soft");
      badge->setFont(theme_->font(TextRole::caption_strong));
      badge->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
      line->addWidget(badge);
    }
    line->addWidget(value);
    lines->addWidget(row);
  }
}

void LessonPanel::show_run() {
  const Lesson* shown = lesson();
  if (shown == nullptr) return;
  const bool mine = controller_->generation() > 0 && is_run_of(*shown, controller_->spec());
  const auto points = static_cast<int>(shown->spec.points.size());
  const QString size = tr("%n points", nullptr, points) + QStringLiteral(", ") +
                       tr("%1 images").arg(count_text(shown->spec.subject.images));
  QString state = mine ? progress_words(controller_->state(), controller_->progress()) : QString();
  const bool finished = mine && controller_->state() == StudyState::finished;
  if (finished) state = tr("finished");
  if (finished && awaits_run_) verdict_->hide();
  if (finished) awaits_run_ = false;
  progress_->setText(state.isEmpty() ? size : size + QStringLiteral(", ") + state);
  run_->setText(mine ? tr("Run again") : tr("Run"));
  run_->setAccessibleDescription(tr("Sets the knobs and the sweep of this lesson on the demo network, and runs it"));
  fill_comparison();
}

void LessonPanel::fill_comparison() {
  const Lesson& shown = *lesson();
  const bool mine = controller_->generation() > 0 && is_run_of(shown, controller_->spec());
  const auto fill = [&](QFrame* card, const QString& title, const auto& percent_of) {
    auto* lines = static_cast<QVBoxLayout*>(card->layout());
    clear_layout(lines);
    auto* head = new QLabel(title);
    head->setFont(theme_->font(TextRole::small_strong));
    head->setProperty("kind", "quiet");
    lines->addWidget(head);
    bool first = true;
    bool any = false;
    for (const LessonReading& reading : shown.readings) {
      const std::optional<double> percent = percent_of(reading);
      const QString number = percent ? percent_text(*percent / 100) : QStringLiteral("–");
      const QString note = QString::fromStdString(reading.note);
      any = any || percent;
      if (first) {
        auto* big = new QLabel(number);
        big->setFont(theme_->font(TextRole::readout));
        lines->addWidget(big);
      }
      auto* small = new QLabel(first ? note : QStringLiteral("%1: %2").arg(note, number));
      small->setFont(theme_->font(TextRole::small));
      small->setProperty("kind", "quiet");
      small->setWordWrap(true);
      lines->addWidget(small);
      first = false;
    }
    lines->addStretch(1);
    return any;
  };
  fill(seen_card_, tr("What you saw"), [&](const LessonReading& reading) -> std::optional<double> {
    if (!mine) return std::nullopt;
    const PointResult* result = result_at(shown, controller_->results(), reading.x, reading.curve);
    if (result == nullptr) return std::nullopt;
    return 100 * result->accuracy();
  });
  const bool paper =
      fill(paper_card_, tr("What the paper found"), [](const LessonReading& reading) { return reading.paper_percent; });
  seen_card_->setVisible(answered_ && !shown.readings.empty());
  paper_card_->setVisible(answered_ && paper);
  // What would give the answer away waits for it.
  QString note = answered_ ? tr("Run the lesson: your numbers appear here.")
                           : tr("Answer first: your numbers and the paper's appear here then.");
  if (answered_ && mine && controller_->state() == StudyState::finished && paper) {
    note = tr("Yours: the demo network. The paper's: %1. Compare the shapes, not the digits.")
               .arg(QString::fromStdString(shown.source));
  }
  compare_note_->setText(note);
  compare_note_->setVisible(!answered_ || !mine || (paper && controller_->state() == StudyState::finished));
}

// Answering.

void LessonPanel::check_answer() {
  const Lesson* shown = lesson();
  if (shown == nullptr) return;
  awaits_run_ = false;
  judge_answer(*shown);
  // Below the fold of a low window nothing would seem to happen.
  QTimer::singleShot(0, verdict_, [this] { scroll_->ensureWidgetVisible(verdict_, 0, 16); });
}

void LessonPanel::judge_answer(const Lesson& shown) {
  const std::optional<double> answer = typed_number(answer_->text(), QString::fromStdString(shown.question.unit));
  if (!answer) {
    verdict_->say(BannerKind::warning, tr("That is no number"), tr("Type what you read from your chart."));
    return;
  }
  // "1.850" may be a thousand: it stands there as it was taken.
  answer_->setText(QLocale::c().toString(*answer, 'g', 12).replace('.', QLocale().decimalPoint()));
  if (controller_->generation() == 0 || !is_run_of(shown, controller_->spec())) {
    awaits_run_ = true;
    verdict_->say(BannerKind::info, tr("Run first"),
                  tr("Your answer is checked against your own run. Press Run above and wait for the curves."));
    return;
  }
  if (controller_->state() != StudyState::finished) {
    awaits_run_ = true;
    verdict_->say(BannerKind::info, tr("The run is not finished"), tr("Check again when all images are through."));
    return;
  }
  const std::optional<MeasuredAnswer> measured = measured_answer(shown, controller_->results());
  if (!measured) {
    verdict_->say(BannerKind::info, tr("Your run does not say"), tr("No curve of it does what is asked."));
    return;
  }
  QString said = QLocale().toString(measured->value, 'g', 4);
  if (!shown.question.unit.empty()) said += kUnitSpace + QString::fromStdString(shown.question.unit);
  if (measured->tolerance > 0) said += QStringLiteral(" ± ") + QLocale().toString(measured->tolerance, 'g', 2);
  if (is_right(*measured, *answer)) {
    verdict_->say(BannerKind::good, tr("Right"), tr("Your run says %1.").arg(said));
    reveal_why();
  } else if (++wrong_answers_ < kTriesBeforeTelling) {
    verdict_->say(BannerKind::warning, tr("Not right: your run says something else"),
                  tr("Point at the markers of the chart to read their values, and try again."));
  } else {
    verdict_->say(BannerKind::warning, tr("Not right: your run says %1").arg(said), tr("Find the place in the chart."));
    reveal_why();
  }
}

void LessonPanel::reveal_why() {
  answered_ = true;
  show_explanation();
  fill_comparison();
}

void LessonPanel::show_explanation() {
  set_markdown(why_, lesson()->why);
  set_markdown(finding_, lesson()->finding);
}

void LessonPanel::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  // Rich text takes its colour when it is set.
  if (event->type() == QEvent::PaletteChange && lesson() != nullptr) {
    set_markdown(introduction_, lesson()->introduction);
    set_markdown(question_, lesson()->question_text);
    if (answered_) show_explanation();
  }
}

}  // namespace acim::ui
