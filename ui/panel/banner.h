#pragma once

#include <QFrame>
#include <functional>
#include <utility>
#include <vector>

#include "ui/theme/theme.h"

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

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
  /// In a window that is low it takes a line beside its links, and what has no room there comes on demand.
  void keep_low();
  BannerKind kind() const { return kind_; }
  QString title() const;
  QString text() const;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void show_icon();
  void lay_out();

  const Theme* theme_;
  BannerKind kind_ = BannerKind::info;
  QIcon symbol_;
  QLabel* icon_;
  QLabel* title_;
  QLabel* text_;
  QString full_text_;
  bool keeps_low_ = false;
  bool unfolded_ = false;
  QHBoxLayout* row_;
  QVBoxLayout* below_;
  QBoxLayout* words_;
  QToolButton* unfold_;
  QToolButton* close_;
  QWidget* link_box_;
  QHBoxLayout* links_;
};

}  // namespace acim::ui
