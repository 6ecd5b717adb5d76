#include "ui/panel/banner.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/model/study_controller.h"
#include "ui/panel/dock_head.h"

namespace acim::ui {

Banner::Banner(const Theme* theme, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      icon_(new QLabel),
      title_(new QLabel),
      text_(new QLabel),
      row_(new QHBoxLayout(this)),
      below_(new QVBoxLayout),
      words_(new QBoxLayout(QBoxLayout::TopToBottom)),
      unfold_(new QToolButton),
      close_(make_close_button(tr("Close this message"), *theme)),
      link_box_(new QWidget),
      links_(new QHBoxLayout(link_box_)) {
  setObjectName(QStringLiteral("banner"));
  title_->setFont(theme->font(TextRole::strong));
  title_->setWordWrap(true);
  text_->setFont(theme->font(TextRole::small));
  text_->setWordWrap(true);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  icon_->setFixedSize(18, 18);
  links_->setContentsMargins(0, 0, 0, 0);
  links_->setSpacing(12);
  connect(close_, &QToolButton::clicked, this, &QWidget::hide);
  connect(theme, &Theme::changed, this, &Banner::show_icon);

  unfold_->setProperty("kind", "link");
  unfold_->setText(tr("Show all"));
  unfold_->setAccessibleName(tr("Show all of the message"));
  unfold_->setFont(theme->font(TextRole::small));
  unfold_->setCursor(Qt::PointingHandCursor);
  unfold_->hide();
  connect(unfold_, &QToolButton::clicked, this, [this] {
    unfolded_ = true;
    lay_out();
    if (auto* next = link_box_->findChild<QToolButton*>()) next->setFocus();
  });
  // Else what they say now would keep the window as wide as it is.
  for (QLabel* label : {title_, text_}) label->setMinimumWidth(1);
  words_->setSpacing(2);
  words_->addWidget(title_);
  words_->addWidget(text_);
  words_->setStretch(1, 1);
  below_->setSpacing(2);
  below_->addLayout(words_);
  below_->addWidget(link_box_, 0, Qt::AlignLeft);
  row_->setContentsMargins(12, 10, 8, 10);
  row_->setSpacing(10);
  row_->addWidget(icon_, 0, Qt::AlignTop);
  row_->addLayout(below_, 1);
  row_->addWidget(unfold_, 0, Qt::AlignTop);
  row_->addWidget(close_, 0, Qt::AlignTop);
  hide();
}

void Banner::keep_low() {
  keeps_low_ = true;
  row_->setContentsMargins(12, 6, 8, 6);
  lay_out();
}

void Banner::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  lay_out();
}

void Banner::lay_out() {
  if (!keeps_low_) return;
  for (QToolButton* button : {unfold_, close_}) button->ensurePolished();
  constexpr int kLow = 800;        ///< px of a window
  constexpr int kLeastRoom = 200;  ///< for words beside links
  constexpr int kApart = 10;
  const auto width_of = [](const QLabel* label, const QString& text) {
    return QFontMetrics(label->font()).horizontalAdvance(text) + 2;
  };
  const QMargins margins = row_->contentsMargins();
  int room = width() - margins.left() - margins.right() - icon_->width() - close_->sizeHint().width() - 2 * kApart;
  const int links = link_box_->isHidden() ? 0 : link_box_->sizeHint().width() + kApart;
  const int unfold = unfold_->sizeHint().width() + kApart;
  const bool beside = room - links - unfold >= kLeastRoom;
  if (beside) {
    row_->insertWidget(row_->indexOf(unfold_) + 1, link_box_, 0, Qt::AlignTop);
    room -= links;
  } else {
    below_->addWidget(link_box_, 0, Qt::AlignLeft);
  }
  const int title = width_of(title_, title_->text());
  const bool on_a_line = title + kApart + width_of(text_, full_text_) <= room;
  const bool cut = !on_a_line && !unfolded_ && window()->height() < kLow;
  const int room_for_text = room - unfold - title - kApart;
  const bool stacked = !on_a_line && (!cut || room_for_text < 0);
  words_->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  words_->setSpacing(stacked ? 2 : kApart);
  for (QLabel* label : {title_, text_}) label->setWordWrap(stacked);
  text_->setText(cut ? QFontMetrics(text_->font()).elidedText(full_text_, Qt::ElideRight, std::max(0, room_for_text))
                     : full_text_);
  text_->setVisible(!text_->text().isEmpty());
  unfold_->setVisible(cut);
}

void Banner::say(BannerKind kind, const QString& title, const QString& text, const std::vector<Link>& links) {
  kind_ = kind;
  const auto look = [kind]() -> std::tuple<const char*, const char*, IconInk> {
    switch (kind) {
      case BannerKind::error:
        return {"banner-error", "error", IconInk::error};
      case BannerKind::warning:
        return {"banner-warning", "warning", IconInk::warning};
      case BannerKind::good:
        return {"banner-good", "good", IconInk::good};
      case BannerKind::info:
        break;
    }
    return {"banner-info", "info", IconInk::quiet};
  }();
  setProperty("kind", QString::fromLatin1(std::get<0>(look)));
  style()->unpolish(this);
  style()->polish(this);
  symbol_ = theme_->icon(QString::fromLatin1(std::get<1>(look)), std::get<2>(look));
  show_icon();
  title_->setText(title);
  text_->setText(text);
  full_text_ = text;
  unfolded_ = false;
  for (QToolButton* old : link_box_->findChildren<QToolButton*>(Qt::FindDirectChildrenOnly)) {
    links_->removeWidget(old);
    old->setParent(nullptr);
    old->deleteLater();  // It may be the one that was pressed.
  }
  for (const auto& [name, action] : links) {
    auto* link = new QToolButton;
    link->setProperty("kind", "link");
    link->setText(name);
    link->setFont(theme_->font(TextRole::small));
    link->setCursor(Qt::PointingHandCursor);
    connect(link, &QToolButton::clicked, this, action);
    links_->addWidget(link);
    link->ensurePolished();  // Its room is asked for before it is shown.
  }
  link_box_->setVisible(!links.empty());
  setAccessibleName(title);
  setAccessibleDescription(text);
  lay_out();
  show();
}

void Banner::show_icon() {
  if (!symbol_.isNull()) icon_->setPixmap(symbol_.pixmap(QSize(18, 18), devicePixelRatioF()));
}

void Banner::say(const ErrorText& error, std::vector<Link> links) {
  links.emplace_back(tr("Copy details"), [details = error.details] { QGuiApplication::clipboard()->setText(details); });
  say(BannerKind::error, error.title, error.text, links);
}

QString Banner::title() const {
  return title_->text();
}
QString Banner::text() const {
  return full_text_;
}

}  // namespace acim::ui
