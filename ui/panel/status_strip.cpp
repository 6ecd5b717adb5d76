#include "ui/panel/status_strip.h"

#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTextDocumentFragment>
#include <algorithm>
#include <cmath>

#include "ui/model/parameter_text.h"
#include "ui/model/rich_text.h"

namespace acim::ui {

namespace {

double fraction_of(const StudyProgress& progress) {
  return progress.images_total > 0
             ? static_cast<double>(progress.images_done) / static_cast<double>(progress.images_total)
             : 0;
}

QFrame* upright() {
  auto* rule = new QFrame;
  rule->setProperty("kind", "upright");
  rule->setFixedHeight(14);
  return rule;
}

}  // namespace

ProgressBar::ProgressBar(const Theme* theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setFixedHeight(6);
}

void ProgressBar::show_progress(double fraction, StudyState state) {
  fraction_ = std::clamp(fraction, 0.0, 1.0);
  state_ = state;
  setAccessibleName(tr("Progress %1").arg(percent_text(fraction_, 0)));
  update();
}

void ProgressBar::paintEvent(QPaintEvent*) {
  const Tokens& t = theme_->tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_->is_dark() ? t.hover : t.line);
  painter.drawRoundedRect(QRectF(rect()), 3, 3);
  switch (state_) {
    case StudyState::paused:
      painter.setBrush(t.text2);
      break;
    case StudyState::finished:
      painter.setBrush(t.good);
      break;
    case StudyState::stopped:
      painter.setBrush(t.text3);
      break;
    case StudyState::failed:
      painter.setBrush(t.error);
      break;
    default:
      painter.setBrush(t.accent);
  }
  if (fraction_ > 0) painter.drawRoundedRect(QRectF(0, 0, std::max(6.0, fraction_ * width()), height()), 3, 3);
}

StatusStrip::StatusStrip(const Theme* theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      images_(new QLabel),
      rate_(new QLabel),
      left_(new QLabel),
      bar_(new ProgressBar(theme)),
      percent_(new QLabel),
      note_(new QLabel),
      right_(new QLabel),
      rate_rule_(upright()),
      left_rule_(upright()) {
  setProperty("kind", "bar");
  setFixedHeight(28);
  setAccessibleName(tr("Progress"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(16, 0, 16, 0);
  layout->setSpacing(14);
  for (QLabel* label : {images_, rate_, left_, percent_, note_, right_}) label->setFont(theme->font(TextRole::small));
  for (QLabel* label : {rate_, left_, percent_, note_, right_}) label->setProperty("kind", "quiet");
  images_->setProperty("rich", true);
  layout->addWidget(images_);
  layout->addWidget(rate_rule_);
  layout->addWidget(rate_);
  layout->addWidget(left_rule_);
  layout->addWidget(left_);
  layout->addWidget(bar_);
  layout->addWidget(percent_);
  layout->addWidget(note_, 1);
  layout->addWidget(right_);
  note_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  note_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  constexpr int kRounding = 2;  // of what a label takes beside its text
  // As wide as numbers in them get, so that nothing moves while they change; so is what is done of the images.
  const auto width_of = [](const QLabel* label, const QString& widest) {
    return QFontMetrics(label->font()).horizontalAdvance(widest) + kRounding;
  };
  constexpr int kManyImages = 88888;  // a second
  constexpr double kLongTime = 48 * 60 + 48;
  rate_->setMinimumWidth(width_of(rate_, tr("%1 images/s").arg(count_text(kManyImages))));
  left_->setMinimumWidth(width_of(left_, tr("%1 left").arg(time_text(kLongTime))));
  percent_->setMinimumWidth(width_of(percent_, percent_text(1, 0)));
  show_study(StudyState::empty, {}, 0);
}

void StatusStrip::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  make_room();
}

void StatusStrip::make_room() {
  constexpr int kLongestBar = 320;
  constexpr int kShortestBar = 60;
  bar_->setFixedWidth(std::clamp(width() / 6, kShortestBar, kLongestBar));
  const auto fits = [this] { return layout()->minimumSize().width() <= width(); };
  right_->show();
  if (!fits()) bar_->setFixedWidth(kShortestBar);
  right_->setVisible(fits());
  if (!fits()) rate_->hide();
  rate_rule_->setVisible(rate_->isVisibleTo(this));
  layout()->activate();
  note_->setText(QFontMetrics(note_->font()).elidedText(note_text_, Qt::ElideMiddle, note_->width()));
  note_->setToolTip(plain_tip(note_->text() == note_text_ ? QString() : note_text_));
}

void StatusStrip::show_study(StudyState state, const StudyProgress& progress, int points) {
  const double fraction = fraction_of(progress);
  const std::int64_t per_point = points > 0 ? progress.images_total / points : 0;
  const std::int64_t done = points > 0 ? progress.images_done / points : 0;
  const bool known = points > 0 && progress.images_total > 0;
  QString words;
  QString widest;  // of what is done
  switch (state) {
    case StudyState::empty:
      words = tr("Nothing open");
      break;
    case StudyState::loading:
      words = tr("Loading");
      break;
    case StudyState::ready:
      words = tr("Ready");
      break;
    default:
      words = tr("Starting");
      if (known) {
        const QString counted = tr("<b>%1</b> of %2 images × %n points", nullptr, points);
        words = counted.arg(count_text(done), count_text(per_point));
        widest = counted.arg(count_text(per_point), count_text(per_point));
      }
  }
  images_->setText(with_strong(widest));
  images_->setMinimumWidth(0);
  images_->setMinimumWidth(images_->sizeHint().width() + 2);
  images_->setText(with_strong(words));
  const bool running = state == StudyState::running;
  rate_->setText(tr("%1 images/s").arg(count_text(std::llround(progress.images_per_second))));
  if (progress.images_per_second > 0 && progress.images_per_second < 9.95) {
    rate_->setText(tr("%1 images/s").arg(QLocale().toString(progress.images_per_second, 'f', 1)));
  }
  rate_->setVisible(running && progress.images_per_second > 0);
  switch (state) {
    case StudyState::paused:
      left_->setText(tr("paused"));
      break;
    case StudyState::finished:
      left_->setText(tr("finished"));
      break;
    case StudyState::stopped:
      left_->setText(tr("stopped, results kept"));
      break;
    case StudyState::failed:
      left_->setText(tr("stopped early, results kept"));
      break;
    default:
      left_->setText(progress.seconds_left ? tr("%1 left").arg(time_text(*progress.seconds_left))
                                           : tr("time left not known yet"));
  }
  left_->setVisible(known && state != StudyState::ready);
  left_rule_->setVisible(left_->isVisibleTo(this));
  bar_->setVisible(known);
  percent_->setVisible(known);
  percent_->setText(percent_text(fraction, 0));
  bar_->show_progress(fraction, state);
  make_room();
}

void StatusStrip::show_loading(double fraction, const QString& what) {
  images_->setMinimumWidth(0);
  images_->setText(what.isEmpty() ? tr("Loading") : what.toHtmlEscaped());
  for (QWidget* widget : std::initializer_list<QWidget*>{rate_, left_, rate_rule_, left_rule_}) widget->hide();
  bar_->show();
  percent_->show();
  percent_->setText(percent_text(fraction, 0));
  bar_->show_progress(fraction, StudyState::loading);
  make_room();
}

void StatusStrip::set_right_text(const QString& text) {
  right_->setText(text);
  make_room();
}

void StatusStrip::set_note(const QString& text) {
  note_text_ = text;
  make_room();
}

QString StatusStrip::note() const {
  return note_text_;
}

QString StatusStrip::words() const {
  QString plain = QTextDocumentFragment::fromHtml(images_->text()).toPlainText();
  for (const QLabel* label : {rate_, left_, percent_}) {
    if (label->isVisibleTo(this)) plain += QStringLiteral(" | ") + label->text();
  }
  return plain;
}

QString progress_words(StudyState state, const StudyProgress& progress) {
  QString percent = percent_text(fraction_of(progress), 0);
  if (state == StudyState::paused) return QCoreApplication::translate("StatusStrip", "%1, paused").arg(percent);
  if (state != StudyState::running) return {};
  if (!progress.seconds_left) return percent;
  return QCoreApplication::translate("StatusStrip", "%1, %2 left").arg(percent, time_text(*progress.seconds_left));
}

}  // namespace acim::ui
