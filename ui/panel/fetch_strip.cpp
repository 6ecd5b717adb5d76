#include "ui/panel/fetch_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/model/parameter_text.h"
#include "ui/panel/status_strip.h"

namespace acim::ui {

namespace {

QString megabytes(double bytes) {
  return QLocale().toString(bytes / 1e6, 'f', 1);
}

}  // namespace

FetchStrip::FetchStrip(ImageFetch* fetch, const Theme* theme, QWidget* parent)
    : QFrame(parent),
      fetch_(fetch),
      theme_(theme),
      icon_(new QLabel),
      title_(new QLabel),
      words_(new QLabel),
      bar_(new ProgressBar(theme)),
      button_(new QToolButton),
      close_(new QToolButton) {
  // Names of a catalogue are no markup.
  title_->setTextFormat(Qt::PlainText);
  words_->setTextFormat(Qt::PlainText);
  setObjectName(QStringLiteral("fetch_strip"));
  setAccessibleName(tr("Fetching images"));
  title_->setFont(theme->font(TextRole::strong));
  title_->setWordWrap(true);
  words_->setFont(theme->font(TextRole::small));
  words_->setWordWrap(true);
  words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  icon_->setFixedSize(18, 18);
  bar_->setMaximumWidth(QWIDGETSIZE_MAX);
  button_->setFocusPolicy(Qt::StrongFocus);
  button_->setFont(theme->font(TextRole::value));
  connect(button_, &QToolButton::clicked, this, [this] {
    if (fetch_->state() == FetchState::fetching) {
      fetch_->stop();
    } else {
      fetch_->start(fetch_->current().name);
    }
  });
  close_->setProperty("kind", "icon");
  close_->setIcon(theme->icon(QStringLiteral("close")));
  close_->setAccessibleName(tr("Close this message"));
  close_->setToolTip(tr("Close; what is there is kept for later"));
  connect(close_, &QToolButton::clicked, fetch, &ImageFetch::dismiss);

  auto* words = new QVBoxLayout;
  words->setSpacing(4);
  words->addWidget(title_);
  words->addWidget(bar_);
  words->addWidget(words_);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(12, 10, 8, 10);
  layout->setSpacing(12);
  layout->addWidget(icon_, 0, Qt::AlignTop);
  layout->addLayout(words, 1);
  layout->addWidget(button_, 0, Qt::AlignVCenter);
  layout->addWidget(close_, 0, Qt::AlignTop);
  connect(fetch, &ImageFetch::changed, this, &FetchStrip::show_state);
  connect(theme, &Theme::changed, this, &FetchStrip::show_look);
  show_state();
}

QString FetchStrip::title() const {
  return title_->text();
}

QString FetchStrip::words() const {
  return words_->text();
}

QString FetchStrip::progress_text() const {
  QString text = tr("%1 of %2 MB")
                     .arg(megabytes(static_cast<double>(fetch_->bytes_done())),
                          megabytes(static_cast<double>(fetch_->current().bytes)));
  if (fetch_->state() != FetchState::fetching) return text;
  if (fetch_->bytes_per_second() > 0) text += tr(", %1 MB/s").arg(megabytes(fetch_->bytes_per_second()));
  if (const auto left = fetch_->seconds_left()) text += tr(", %1 left").arg(time_text(*left));
  return text;
}

void FetchStrip::show_look() {
  const bool failed = fetch_->state() == FetchState::failed;
  icon_->setPixmap(
      theme_->icon(failed ? QStringLiteral("error") : QStringLiteral("info"), failed ? IconInk::error : IconInk::quiet)
          .pixmap(QSize(18, 18), devicePixelRatioF()));
  const QString kind = failed ? QStringLiteral("banner-error") : QStringLiteral("banner-info");
  if (property("kind").toString() == kind) return;
  setProperty("kind", kind);
  style()->unpolish(this);
  style()->polish(this);
}

void FetchStrip::show_state() {
  const FetchState state = fetch_->state();
  setVisible(state != FetchState::idle);
  if (state == FetchState::idle) return;
  const bool fetching = state == FetchState::fetching;
  const bool failed = state == FetchState::failed;
  const QString name = QString::fromStdString(fetch_->current().title);
  title_->setText(failed     ? fetch_->problem().title
                  : fetching ? tr("Fetching %1").arg(name)
                             : tr("%1 is not here yet").arg(name));
  words_->setText(failed     ? fetch_->problem().text
                  : fetching ? progress_text()
                             : tr("Stopped at %1; it goes on from there.").arg(progress_text()));
  bar_->setVisible(!failed);
  const double total = static_cast<double>(std::max<std::uint64_t>(fetch_->current().bytes, 1));
  bar_->show_progress(static_cast<double>(fetch_->bytes_done()) / total,
                      fetching ? StudyState::running : StudyState::stopped);
  button_->setText(fetching ? tr("Stop") : failed ? tr("Try again") : tr("Continue"));
  button_->setAccessibleName(QStringLiteral("%1: %2").arg(button_->text(), title_->text()));
  close_->setVisible(!fetching);
  show_look();
}

}  // namespace acim::ui
