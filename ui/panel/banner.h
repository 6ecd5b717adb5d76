#pragma once

#include <QFrame>
#include <functional>
#include <utility>
#include <vector>

#include "ui/theme/theme.h"

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace acim::ui {

struct ErrorText;

enum class BannerKind { error, warning, good, info };

/// A message in place: what happened in bold, a line that says what to do, links, a close button. Never modal.
class Banner : public QFrame {
  Q_OBJECT

 public:
  using Link = std::pair<QString, std::function<void()>>;

  explicit Banner(const Theme* theme, QWidget* parent = nullptr);
  void say(BannerKind kind, const QString& title, const QString& text, const std::vector<Link>& links = {});
  /// An error, with `links` and one that copies all that is known of it.
  void say(const ErrorText& error, std::vector<Link> links = {});
  BannerKind kind() const { return kind_; }
  QString title() const;
  QString text() const;

 private:
  void show_icon();

  const Theme* theme_;
  BannerKind kind_ = BannerKind::info;
  QIcon symbol_;
  QLabel* icon_;
  QLabel* title_;
  QLabel* text_;
  QWidget* link_box_;
  QHBoxLayout* links_;
};

}  // namespace acim::ui
