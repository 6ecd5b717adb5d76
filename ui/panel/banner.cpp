#include "ui/panel/banner.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/model/study_controller.h"
#include "ui/panel/dock_head.h"

namespace acim::ui {

Banner::Banner(const Theme* theme, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      icon_(new QLabel),
      title_(new QLabel),
      text_(new QLabel),
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
  QToolButton* close = make_close_button(tr("Close this message"), *theme);
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  connect(theme, &Theme::changed, this, &Banner::show_icon);

  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addWidget(title_);
  words->addWidget(text_);
  words->addWidget(link_box_, 0, Qt::AlignLeft);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(12, 10, 8, 10);
  layout->setSpacing(10);
  layout->addWidget(icon_, 0, Qt::AlignTop);
  layout->addLayout(words, 1);
  layout->addWidget(close, 0, Qt::AlignTop);
  hide();
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
  }
  link_box_->setVisible(!links.empty());
  setAccessibleName(title);
  setAccessibleDescription(text);
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
  return text_->text();
}

}  // namespace acim::ui
